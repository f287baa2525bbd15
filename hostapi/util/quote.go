package util

import (
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// quote returns a text in quotes, as inspect writes strings: in the first of the
// marks ' " ` that needs no escape, with control characters and halves of
// surrogate pairs as escape sequences.
func quote(e *host.Env, call goja.FunctionCall) goja.Value {
	text := call.Argument(0).ToString().(goja.String)
	plain := text.String()
	if len(plain) == text.Length() && !needsEscape(plain) {
		return e.RT.ToValue("'" + plain + "'")
	}
	mark := uint16('\'')
	if strings.Contains(plain, "'") {
		if !strings.Contains(plain, `"`) {
			mark = '"'
		} else if !strings.Contains(plain, "`") && !strings.Contains(plain, "${") {
			mark = '`'
		}
	}
	quoted := append(make([]uint16, 0, text.Length()+2), mark)
	return goja.StringFromUTF16(append(appendEscaped(quoted, text, mark), mark))
}

// escape returns a text as it would stand between single quotes.
func escape(_ *host.Env, call goja.FunctionCall) goja.Value {
	text := call.Argument(0).ToString().(goja.String)
	if plain := text.String(); len(plain) == text.Length() && !needsEscape(plain) {
		return text
	}
	return goja.StringFromUTF16(appendEscaped(nil, text, '\''))
}

// needsEscape says whether an ASCII text has a character that cannot stand
// between single quotes as it is.
func needsEscape(ascii string) bool {
	for i := 0; i < len(ascii); i++ {
		if c := ascii[i]; c < 0x20 || c == '\'' || c == '\\' || c == 0x7f {
			return true
		}
	}
	return false
}

const hexDigits = "0123456789ABCDEF"

// shortEscapes are the control characters with a letter of their own.
var shortEscapes = map[uint16]uint16{'\b': 'b', '\t': 't', '\n': 'n', '\f': 'f', '\r': 'r'}

func appendEscaped(to []uint16, text goja.String, mark uint16) []uint16 {
	for i, n := 0, text.Length(); i < n; i++ {
		c := text.CharAt(i)
		switch {
		case c == mark || c == '\\':
			to = append(to, '\\', c)
		case c < 0x20 || c >= 0x7f && c <= 0x9f:
			if short, ok := shortEscapes[c]; ok {
				to = append(to, '\\', short)
			} else {
				to = append(to, '\\', 'x', uint16(hexDigits[c>>4]), uint16(hexDigits[c&15]))
			}
		case isLoneSurrogate(text, i, n):
			to = append(to, utf16.Encode([]rune(`\u`+strings.ToLower(hex4(c))))...)
		default:
			to = append(to, c)
		}
	}
	return to
}

func hex4(c uint16) string {
	return string([]byte{hexDigits[c>>12], hexDigits[c>>8&15], hexDigits[c>>4&15], hexDigits[c&15]})
}

// isLoneSurrogate says that the unit at i is half of a pair without the other.
func isLoneSurrogate(text goja.String, i, n int) bool {
	c := text.CharAt(i)
	switch {
	case c >= 0xd800 && c < 0xdc00:
		return i+1 >= n || text.CharAt(i+1)&0xfc00 != 0xdc00
	case c >= 0xdc00 && c < 0xe000:
		return i == 0 || text.CharAt(i-1)&0xfc00 != 0xd800
	}
	return false
}

// isIdentifier says whether a key can stand without quotes.
func isIdentifier(e *host.Env, call goja.FunctionCall) goja.Value {
	key := call.Argument(0).String()
	for i := 0; i < len(key); i++ {
		c := key[i]
		isLetter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
		if !isLetter && (i == 0 || c < '0' || c > '9') {
			return e.RT.ToValue(false)
		}
	}
	return e.RT.ToValue(key != "")
}
