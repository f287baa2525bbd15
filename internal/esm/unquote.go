package esm

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// unquote returns the value of a JavaScript string literal. What is broken in
// it stays as it is; a lone surrogate becomes U+FFFD.
func unquote(literal string) string {
	if len(literal) < 2 || literal[len(literal)-1] != literal[0] {
		return strings.TrimLeft(literal, `'"`)
	}
	body := literal[1 : len(literal)-1]
	if strings.IndexByte(body, '\\') < 0 {
		return body
	}
	var out strings.Builder
	var high rune // a surrogate that waits for its other half
	for body != "" {
		r, size := decode(body)
		body = body[size:]
		switch {
		case r == dropped:
			continue
		case high != 0:
			if both := utf16.DecodeRune(high, r); both != utf8.RuneError {
				out.WriteRune(both)
				high = 0
				continue
			}
			out.WriteRune(utf8.RuneError)
			high = 0
		}
		if r >= 0xD800 && r < 0xDC00 {
			high = r
			continue
		}
		out.WriteRune(r)
	}
	if high != 0 {
		out.WriteRune(utf8.RuneError)
	}
	return out.String()
}

// dropped stands for an escaped line end, which is no character.
const dropped rune = -1

// simpleEscapes are the characters of escapes of one letter.
var simpleEscapes = map[byte]rune{'n': '\n', 't': '\t', 'r': '\r', 'b': '\b', 'f': '\f', 'v': '\v', '0': 0}

// decode returns the first character of a string's body and its length there.
func decode(body string) (rune, int) {
	if body[0] != '\\' || len(body) == 1 {
		return utf8.DecodeRuneInString(body)
	}
	switch c := body[1]; {
	case c == 'x':
		return hex(body, 2, 4)
	case c == 'u' && strings.HasPrefix(body, `\u{`):
		end := strings.IndexByte(body, '}')
		if end < 0 {
			return 'u', 2
		}
		r, _ := hex(body, 3, end)
		return r, end + 1
	case c == 'u':
		return hex(body, 2, 6)
	case c == '\n':
		return dropped, 2
	case c == '\r':
		if strings.HasPrefix(body[1:], "\r\n") {
			return dropped, 3
		}
		return dropped, 2
	default:
		if r, ok := simpleEscapes[c]; ok {
			return r, 2
		}
	}
	r, size := utf8.DecodeRuneInString(body[1:])
	if r == '\u2028' || r == '\u2029' {
		r = dropped
	}
	return r, 1 + size
}

// hex reads the hexadecimal digits of an escape.
func hex(body string, from, to int) (rune, int) {
	if to > len(body) {
		return rune(body[1]), 2
	}
	n, err := strconv.ParseUint(body[from:to], 16, 21)
	if err != nil {
		return rune(body[1]), 2
	}
	return rune(n), to
}
