package engine

import (
	"strconv"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/nesting"
)

// jsonError is what V8 says about a text that is not JSON.
func jsonError(text string, given goja.Value) string {
	if _, isString := given.(goja.String); !isString {
		if o, ok := given.(*goja.Object); ok {
			return "\"" + defaultString(o) + "\" is not valid JSON"
		}
		if goja.IsUndefined(given) {
			return "\"undefined\" is not valid JSON"
		}
		text = given.String()
	}
	if nesting.TooDeepJSON([]byte(text), nesting.MaxJSON) {
		return "" // the scanner, which calls itself for each level, must not see it
	}
	s := jsonScanner{text: utf16.Encode([]rune(text))}
	if s.value() {
		if s.space(); s.at == len(s.text) {
			return ""
		}
		return "Unexpected non-whitespace character after JSON at position " + strconv.Itoa(s.at)
	}
	return s.message
}

// defaultString is what an object becomes as a string by Object.prototype.
func defaultString(o *goja.Object) string {
	if tag, ok := toStringTag(o).(goja.String); ok {
		return "[object " + tag.String() + "]"
	}
	return "[object Object]"
}

// jsonScanner goes through a text up to its first mistake.
type jsonScanner struct {
	text    []uint16
	at      int
	message string
}

func (s *jsonScanner) fail(what string) bool {
	if s.message == "" {
		s.message = what + " in JSON at position " + strconv.Itoa(s.at)
	}
	return false
}

// peek returns the next character, 0 at the end.
func (s *jsonScanner) peek() uint16 {
	if s.at < len(s.text) {
		return s.text[s.at]
	}
	return 0
}

func (s *jsonScanner) space() {
	for c := s.peek(); c == ' ' || c == '\t' || c == '\n' || c == '\r'; c = s.peek() {
		s.at++
	}
}

// around is how much of a long text is shown on each side.
const around = 10

// unexpected is for a character that cannot begin or continue anything.
func (s *jsonScanner) unexpected() bool {
	if s.message != "" {
		return false
	}
	if s.at >= len(s.text) {
		s.message = "Unexpected end of JSON input"
		return false
	}
	whole := string(utf16.Decode(s.text))
	if len(s.text) > 4*around {
		from, to := max(s.at-around, 0), min(s.at+around, len(s.text))
		whole = string(utf16.Decode(s.text[from:to]))
		s.message = "\"" + whole + "\""
		if from > 0 {
			s.message = "..." + s.message
		}
		if to < len(s.text) {
			s.message += "..."
		}
	} else {
		s.message = "\"" + whole + "\""
	}
	s.message = "Unexpected token '" + string(utf16.Decode(s.text[s.at:s.at+1])) + "', " + s.message + " is not valid JSON"
	return false
}

func (s *jsonScanner) value() bool {
	s.space()
	switch c := s.peek(); {
	case c == '{':
		return s.object()
	case c == '[':
		return s.array()
	case c == '"':
		return s.str()
	case c == '-' || c >= '0' && c <= '9':
		return s.number()
	case c == 't':
		return s.word("true")
	case c == 'f':
		return s.word("false")
	case c == 'n':
		return s.word("null")
	default:
		return s.unexpected()
	}
}

func (s *jsonScanner) word(w string) bool {
	for i := range len(w) {
		if s.peek() != uint16(w[i]) || s.at >= len(s.text) {
			return s.unexpected()
		}
		s.at++
	}
	return true
}

func (s *jsonScanner) object() bool {
	s.at++
	s.space()
	if s.peek() == '}' {
		s.at++
		return true
	}
	for first := true; ; first = false {
		s.space()
		if s.peek() != '"' {
			if first {
				return s.fail("Expected property name or '}'")
			}
			return s.fail("Expected double-quoted property name")
		}
		if !s.str() {
			return false
		}
		if s.space(); s.peek() != ':' {
			return s.fail("Expected ':' after property name")
		}
		s.at++
		if !s.value() {
			return false
		}
		s.space()
		switch s.peek() {
		case ',':
			s.at++
		case '}':
			s.at++
			return true
		default:
			return s.fail("Expected ',' or '}' after property value")
		}
	}
}

func (s *jsonScanner) array() bool {
	s.at++
	s.space()
	if s.peek() == ']' {
		s.at++
		return true
	}
	for {
		if !s.value() {
			return false
		}
		s.space()
		switch s.peek() {
		case ',':
			s.at++
		case ']':
			s.at++
			return true
		default:
			return s.fail("Expected ',' or ']' after array element")
		}
	}
}

func (s *jsonScanner) str() bool {
	s.at++
	for {
		if s.at >= len(s.text) {
			return s.fail("Unterminated string")
		}
		switch c := s.text[s.at]; {
		case c == '"':
			s.at++
			return true
		case c == '\\':
			if !s.escape() {
				return false
			}
		case c < ' ':
			return s.fail("Bad control character in string literal")
		default:
			s.at++
		}
	}
}

func (s *jsonScanner) escape() bool {
	s.at++
	switch s.peek() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
		s.at++
		return true
	case 'u':
		s.at++
		for range 4 {
			c := s.peek()
			if !(c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'f') {
				if s.at >= len(s.text) {
					return s.fail("Unterminated string")
				}
				return s.fail("Bad Unicode escape")
			}
			s.at++
		}
		return true
	case 0:
		if s.at >= len(s.text) {
			return s.fail("Unterminated string")
		}
	}
	return s.fail("Bad escaped character")
}

func (s *jsonScanner) digits() bool {
	from := s.at
	for c := s.peek(); c >= '0' && c <= '9'; c = s.peek() {
		s.at++
	}
	return s.at > from
}

func (s *jsonScanner) number() bool {
	if s.peek() == '-' {
		s.at++
		if c := s.peek(); c < '0' || c > '9' {
			return s.fail("No number after minus sign")
		}
	}
	if s.peek() == '0' {
		s.at++
		if c := s.peek(); c >= '0' && c <= '9' {
			return s.fail("Unexpected number")
		}
	} else {
		s.digits()
	}
	if s.peek() == '.' {
		s.at++
		if !s.digits() {
			return s.fail("Unterminated fractional number")
		}
	}
	if c := s.peek(); c == 'e' || c == 'E' {
		s.at++
		if c := s.peek(); c == '+' || c == '-' {
			s.at++
		}
		if !s.digits() {
			return s.fail("Exponent part is missing a number")
		}
	}
	return true
}
