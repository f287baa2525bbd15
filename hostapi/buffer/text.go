package buffer

import (
	"reflect"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"
)

// text is the content of a JavaScript string. Exactly one of the two fields is
// in use: wide when it is not nil, else narrow.
type text struct {
	// narrow is valid UTF-8, and ASCII alone when ascii is set.
	narrow string
	ascii  bool
	// wide is UTF-16, possibly with lone surrogates. It shares goja's memory
	// and must not be changed.
	wide []uint16
}

var wideType = reflect.TypeFor[[]uint16]()

// textOf returns the content of a JavaScript string, without a copy in all
// usual cases.
func textOf(s goja.String) text {
	if wide, ok := sharedUnits(s); ok {
		return text{wide: wide}
	}
	narrow := s.String()
	if isASCII(narrow) {
		return text{narrow: narrow, ascii: true}
	}
	if utf8.ValidString(narrow) {
		return text{narrow: narrow}
	}
	return text{wide: copyUnits(s)}
}

// sharedUnits returns the UTF-16 of a string that goja holds in that form: a
// slice of 16-bit units that begins with a byte order mark. The slice is found
// by reflection, so that the content is not copied; strings of another make
// give false.
func sharedUnits(s goja.String) ([]uint16, bool) {
	v := reflect.ValueOf(s)
	if v.Kind() != reflect.Slice || !v.CanConvert(wideType) {
		return nil, false
	}
	units := v.Convert(wideType).Interface().([]uint16)
	if len(units) != s.Length()+1 {
		return nil, false
	}
	return units[1:], true
}

// copyUnits reads a string through goja's public interface.
func copyUnits(s goja.String) []uint16 {
	units := make([]uint16, s.Length())
	for i := range units {
		units[i] = s.CharAt(i)
	}
	return units
}

// units returns the text as UTF-16, for the encodings that look at units.
func (t text) units() []uint16 {
	if t.wide != nil {
		return t.wide
	}
	return utf16.Encode([]rune(t.narrow))
}

// length is the number of UTF-16 units.
func (t text) length() int {
	switch {
	case t.wide != nil:
		return len(t.wide)
	case t.ascii:
		return len(t.narrow)
	}
	n := 0
	for _, r := range t.narrow {
		n += utf16.RuneLen(r)
	}
	return n
}

// last returns the unit i places before the end, or 0.
func (t text) last(i int) uint16 {
	if t.wide != nil && i < len(t.wide) {
		return t.wide[len(t.wide)-1-i]
	}
	if t.wide == nil && i < len(t.narrow) {
		return uint16(t.narrow[len(t.narrow)-1-i])
	}
	return 0
}

func isASCII(s string) bool {
	for len(s) >= 8 {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&0x80 != 0 {
			return false
		}
		s = s[8:]
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func isASCIIBytes(b []byte) bool {
	for len(b) >= 8 {
		if (b[0]|b[1]|b[2]|b[3]|b[4]|b[5]|b[6]|b[7])&0x80 != 0 {
			return false
		}
		b = b[8:]
	}
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
