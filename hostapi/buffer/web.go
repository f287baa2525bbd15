package buffer

import (
	"encoding/base64"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// Natives of the web's encoding API.

// Problems of atob and btoa.
const (
	invalidCharacter = 1
	wrongLength      = 2
)

// atob decodes base64 strictly: a string, or the number of a problem.
func atob(e *host.Env, call goja.FunctionCall) goja.Value {
	t := stringArgument(e, call.Argument(0))
	data, problem := forgivingBase64(t)
	if problem != 0 {
		return e.RT.ToValue(problem)
	}
	return latin1String(e.RT, data)
}

// forgivingBase64 is the decoder of the WHATWG infra standard.
func forgivingBase64(t text) (data []byte, problem int) {
	if !t.ascii {
		return nil, invalidCharacter
	}
	chars := make([]byte, 0, len(t.narrow))
	for i := range len(t.narrow) {
		switch c := t.narrow[i]; c {
		case ' ', '\t', '\n', '\f', '\r':
		default:
			chars = append(chars, c)
		}
	}
	if n := len(chars); n%4 == 0 && n > 0 && chars[n-1] == '=' {
		chars = chars[:n-1]
		if chars[n-2] == '=' {
			chars = chars[:n-2]
		}
	}
	for _, c := range chars {
		if sextets[c] == invalidSextet || c == '-' || c == '_' {
			return nil, invalidCharacter
		}
	}
	if len(chars)%4 == 1 {
		return nil, wrongLength
	}
	out := make([]byte, len(chars)*3/4)
	return out[:writeBase64(out, text{narrow: string(chars), ascii: true})], 0
}

// btoa encodes the characters of a string, which must be below 256, as base64:
// a string, or the number of a problem.
func btoa(e *host.Env, call goja.FunctionCall) goja.Value {
	t := stringArgument(e, call.Argument(0))
	data := make([]byte, t.length())
	if t.ascii {
		copy(data, t.narrow)
	} else {
		for i, c := range t.units() {
			if c > 0xFF {
				return e.RT.ToValue(invalidCharacter)
			}
			data[i] = byte(c)
		}
	}
	return e.RT.ToValue(base64.StdEncoding.EncodeToString(data))
}

// encodeInto is encodeInto(string, bytes, result): UTF-8 as far as it fits. The
// result object gets the numbers of units read and bytes written.
func encodeInto(e *host.Env, call goja.FunctionCall) goja.Value {
	t := stringArgument(e, call.Argument(0))
	written, read := writeUTF8(bytesOf(e, call.Argument(1)), t)
	result := e.RT.NewObject()
	e.Set(result, "read", read)
	e.Set(result, "written", written)
	return result
}

// Modes of decodeText, in JavaScript's terms.
const (
	modeFatal     = 1 // ill-formed input gives undefined
	modeBigEndian = 2 // UTF-16, most significant byte first
)

// decodeUTF8 is decodeUTF8(bytes, mode): a string, or undefined.
func decodeUTF8(e *host.Env, call goja.FunctionCall) goja.Value {
	b := bytesOf(e, call.Argument(0))
	if call.Argument(1).ToInteger()&modeFatal != 0 && !utf8.Valid(b) {
		return goja.Undefined()
	}
	return decoded(e, utf8Encoding, b)
}

// decodeUTF16 is decodeUTF16(bytes, mode): a string, or undefined. A lone
// surrogate, and an odd last byte, become U+FFFD.
func decodeUTF16(e *host.Env, call goja.FunctionCall) goja.Value {
	b := bytesOf(e, call.Argument(0))
	mode := call.Argument(1).ToInteger()
	low, high := 0, 1
	if mode&modeBigEndian != 0 {
		low, high = 1, 0
	}
	units := make([]uint16, len(b)/2, len(b)/2+1)
	for i := range units {
		units[i] = uint16(b[2*i+low]) | uint16(b[2*i+high])<<8
	}
	if len(b)%2 != 0 {
		units = append(units, 0xDC00)
	}
	if !wellFormed(units) {
		if mode&modeFatal != 0 {
			return goja.Undefined()
		}
		for i := 0; i < len(units); i++ {
			if pairAt(units, i) {
				i++
			} else if units[i]&0xF800 == 0xD800 {
				units[i] = 0xFFFD
			}
		}
	}
	return goja.StringFromUTF16(units)
}

// unfinished is unfinished(bytes, utf16): how many bytes at the end begin a
// character that the next bytes may complete. For UTF-16, utf16 is 1 or, with
// the most significant byte first, 2.
func unfinished(e *host.Env, call goja.FunctionCall) goja.Value {
	b := bytesOf(e, call.Argument(0))
	order := call.Argument(1).ToInteger()
	if order == 0 {
		return e.RT.ToValue(unfinishedUTF8(b))
	}
	n := len(b) % 2
	if last := len(b) - n; last >= 2 && b[last-int(order)]&0xFC == 0xD8 {
		n += 2
	}
	return e.RT.ToValue(n)
}

// isUTF8 and isASCII say whether bytes are valid.
func isUTF8(e *host.Env, call goja.FunctionCall) goja.Value {
	return e.RT.ToValue(utf8.Valid(bytesOf(e, call.Argument(0))))
}

func isASCIIContent(e *host.Env, call goja.FunctionCall) goja.Value {
	return e.RT.ToValue(isASCIIBytes(bytesOf(e, call.Argument(0))))
}

// webNatives are behind atob, btoa, TextEncoder and TextDecoder.
func webNatives() []host.Native {
	return []host.Native{
		{Name: "atob", Length: 1, Fn: atob},
		{Name: "btoa", Length: 1, Fn: btoa},
		{Name: "transcode", Length: 3, Fn: transcode},
		{Name: "isUtf8", Length: 1, Fn: isUTF8},
		{Name: "isAscii", Length: 1, Fn: isASCIIContent},
		{Name: "encodeInto", Length: 2, Fn: encodeInto},
		{Name: "decodeUTF8", Length: 2, Fn: decodeUTF8},
		{Name: "decodeUTF16", Length: 2, Fn: decodeUTF16},
		{Name: "unfinished", Length: 2, Fn: unfinished},
	}
}
