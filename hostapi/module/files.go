package module

import (
	"strings"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

func ask(e *host.Env, kind loop.Kind, path string) loop.Reply {
	var args loop.Encoder
	args.String(path)
	return e.Loop.Tape().Ask(loop.Request{Kind: kind, Args: args.Bytes()})
}

// stat(path) returns 0 for a file, 1 for a directory, a negative number for
// what is neither or absent.
func stat(e *host.Env, c goja.FunctionCall) goja.Value {
	r := ask(e, loop.KindModuleStat, c.Argument(0).String())
	if r.Errno == 0 && len(r.Data) == 1 {
		return e.RT.ToValue(int(r.Data[0]))
	}
	return e.RT.ToValue(int(min(r.Errno, -1)))
}

// read(path) returns the text of a source file, without a byte order mark.
func read(e *host.Env, c goja.FunctionCall) goja.Value {
	path := c.Argument(0).String()
	r := ask(e, loop.KindModuleSource, path)
	if r.Errno != 0 {
		syscall := "open"
		if r.Errno == -21 {
			syscall = "read"
		}
		panic(e.SystemError(r.Errno, syscall, path))
	}
	return e.RT.ToValue(strings.TrimPrefix(decode(r.Data), "\uFEFF"))
}

// decode returns UTF-8 text, with U+FFFD for each longest beginning of a character
// that is broken, as the Encoding Standard has it.
func decode(b []byte) string {
	if utf8.Valid(b) {
		return string(b)
	}
	var text strings.Builder
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			size = brokenLength(b)
		}
		text.WriteRune(r)
		b = b[size:]
	}
	return text.String()
}

// brokenLength returns how many bytes of b, whose first character is broken, one
// U+FFFD stands for.
func brokenLength(b []byte) int {
	low, high, want := byte(0x80), byte(0xBF), 0
	switch c := b[0]; {
	case c >= 0xC2 && c <= 0xDF:
		want = 1
	case c >= 0xE0 && c <= 0xEF:
		want = 2
		if c == 0xE0 {
			low = 0xA0
		} else if c == 0xED {
			high = 0x9F
		}
	case c >= 0xF0 && c <= 0xF4:
		want = 3
		if c == 0xF0 {
			low = 0x90
		} else if c == 0xF4 {
			high = 0x8F
		}
	}
	n := 1
	for n <= want && n < len(b) && b[n] >= low && b[n] <= high {
		low, high = 0x80, 0xBF
		n++
	}
	return n
}

func realpath(e *host.Env, c goja.FunctionCall) goja.Value {
	path := c.Argument(0).String()
	r := ask(e, loop.KindModuleReal, path)
	if r.Errno != 0 {
		panic(e.SystemError(r.Errno, "realpath", path))
	}
	return e.RT.ToValue(string(r.Data))
}
