package url

import (
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// The encoding application/x-www-form-urlencoded.

// parseForm is parseForm(text): names and values in turn, in one array.
func parseForm(e *host.Env, call goja.FunctionCall) goja.Value {
	var list []any
	for field := range strings.SplitSeq(usv(call.Argument(0)), "&") {
		if field == "" {
			continue
		}
		name, value, _ := strings.Cut(field, "=")
		list = append(list, decodeField(name), decodeField(value))
	}
	return e.RT.NewArray(list...)
}

func decodeField(text string) string {
	text = strings.ReplaceAll(text, "+", " ")
	if percentDecode(text) == text {
		return text
	}
	return unescape(text)
}

// unescape decodes percent-encoded UTF-8. Where it is malformed Node falls back
// to one byte for each UTF-16 unit, which loses the upper byte.
func unescape(text string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	if decoded := percentDecode(text); wellEncoded(text) && utf8.ValidString(decoded) {
		return decoded
	}
	units := utf16.Encode([]rune(text))
	b := make([]byte, len(units))
	for i, unit := range units {
		b[i] = byte(unit)
	}
	return decodeUTF8(percentDecode(string(b)))
}

// wellEncoded says that two digits follow each "%".
func wellEncoded(text string) bool {
	for i := range len(text) {
		if text[i] == '%' && (i+2 >= len(text) || hexValue(text[i+1]) < 0 || hexValue(text[i+2]) < 0) {
			return false
		}
	}
	return true
}

// serializeForm is serializeForm(name, value, …).
func serializeForm(e *host.Env, call goja.FunctionCall) goja.Value {
	var b strings.Builder
	for i, v := range call.Arguments {
		switch {
		case i == 0:
		case i%2 == 1:
			b.WriteByte('=')
		default:
			b.WriteByte('&')
		}
		b.WriteString(strings.ReplaceAll(formSetButSpace.encode(usv(v)), " ", "+"))
	}
	return e.RT.ToValue(b.String())
}

// formSetButSpace leaves spaces to be written as "+".
var formSetButSpace = func() encodeSet {
	set := formSet
	set[0] &^= 1 << ' '
	return set
}()

// decodeComponent is decodeComponent(text): percent-encoded text decoded,
// undefined when it is malformed.
func decodeComponent(e *host.Env, call goja.FunctionCall) goja.Value {
	text := call.Argument(0).String()
	decoded := percentDecode(text)
	if !wellEncoded(text) || !utf8.ValidString(decoded) {
		return goja.Undefined()
	}
	return e.RT.ToValue(decoded)
}

// encodeComponent is encodeComponent(text, plain): text percent-encoded in
// UTF-8 but for letters, digits and the characters in plain; undefined when
// text ends in half a surrogate pair.
func encodeComponent(e *host.Env, call goja.FunctionCall) goja.Value {
	s, ok := call.Argument(0).(goja.String)
	if !ok {
		return goja.Undefined()
	}
	text, ok := pairedText(s)
	if !ok {
		return goja.Undefined()
	}
	plain := call.Argument(1).String()
	if isAllPlain(text, plain) {
		return s
	}
	b := make([]byte, 0, len(text)+len(text)/2)
	for i := range len(text) {
		if isPlain(text[i], plain) {
			b = append(b, text[i])
		} else {
			b = appendEncoded(b, text[i])
		}
	}
	return e.RT.ToValue(string(b))
}

func isAllPlain(text, plain string) bool {
	for i := range len(text) {
		if !isPlain(text[i], plain) {
			return false
		}
	}
	return true
}

func isPlain(c byte, plain string) bool {
	return isAlpha(rune(c)) || isDigit(rune(c)) || strings.IndexByte(plain, c) >= 0
}

// pairedText returns a string as UTF-8. Like Node it takes any two units of
// which the first is a surrogate for a pair.
func pairedText(s goja.String) (string, bool) {
	text := s.String()
	if !strings.Contains(text, "\uFFFD") {
		return text, true
	}
	var b strings.Builder
	for i := 0; i < s.Length(); i++ {
		r := rune(s.CharAt(i))
		if r&0xF800 == 0xD800 {
			if i++; i == s.Length() {
				return "", false
			}
			r = 0x10000 + (r&0x3FF)<<10 | rune(s.CharAt(i))&0x3FF
		}
		b.WriteRune(r)
	}
	return b.String(), true
}
