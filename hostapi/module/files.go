package module

import (
	"strings"

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
	return e.RT.ToValue(strings.TrimPrefix(strings.ToValidUTF8(string(r.Data), "\uFFFD"), "\uFEFF"))
}

func realpath(e *host.Env, c goja.FunctionCall) goja.Value {
	path := c.Argument(0).String()
	r := ask(e, loop.KindModuleReal, path)
	if r.Errno != 0 {
		panic(e.SystemError(r.Errno, "realpath", path))
	}
	return e.RT.ToValue(string(r.Data))
}
