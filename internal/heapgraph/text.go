package heapgraph

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// numberText returns a number as JavaScript writes it.
func numberText(f float64) string {
	switch {
	case f != f:
		return "NaN"
	case math.IsInf(f, 0):
		if f < 0 {
			return "-Infinity"
		}
		return "Infinity"
	case f == 0:
		if math.Signbit(f) {
			return "-0"
		}
		return "0"
	}
	if size := math.Abs(f); size >= 1e-6 && size < 1e21 {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	mantissa, exponent, _ := strings.Cut(strconv.FormatFloat(f, 'e', -1, 64), "e")
	return mantissa + "e" + exponent[:1] + strings.TrimLeft(exponent[1:], "0")
}

func elementText(n uint32) string { return strconv.FormatUint(uint64(n), 10) }

// isName says that a program can write s behind a dot.
func isName(s string) bool {
	for i, c := range s {
		letter := c == '_' || c == '$' || c == '#' && i == 0 || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80 && c != utf8.RuneError
		if !letter && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return s != "" && s != "#"
}

// quote returns s in quotes, cut after so many bytes.
func quote(s string, limit int) string {
	cut := s
	if len(s) > limit {
		for limit > 0 && !utf8.RuneStart(s[limit]) {
			limit--
		}
		cut = s[:limit]
	}
	var b strings.Builder
	b.WriteByte('"')
	appendQuoted(&b, cut)
	b.WriteByte('"')
	if len(cut) < len(s) {
		b.WriteString("…")
	}
	return b.String()
}

// byteWriter is what quoted text is written to.
type byteWriter interface {
	WriteByte(byte) error
	WriteString(string) (int, error)
}

const hexDigits = "0123456789abcdef"

// appendQuoted writes the inside of a JSON string. A lone half of a surrogate
// pair, which s has in three bytes as if it were a character, is escaped; bytes
// that mean nothing become U+FFFD. The errors of w are w's business.
func appendQuoted(w byteWriter, s string) {
	clean := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c >= 0x20 && c < utf8.RuneSelf && c != '"' && c != '\\' && c != 0x7F {
			i++
			continue
		}
		size, escaped := 1, ""
		if c >= utf8.RuneSelf {
			size, escaped = escapeWide(s[i:])
		} else {
			escaped = escapeASCII(c)
		}
		if escaped != "" {
			_, _ = w.WriteString(s[clean:i])
			_, _ = w.WriteString(escaped)
			clean = i + size
		}
		i += size
	}
	_, _ = w.WriteString(s[clean:])
}

func escapeASCII(c byte) string {
	switch c {
	case '"', '\\':
		return `\` + string(c)
	case '\n':
		return `\n`
	case '\t':
		return `\t`
	case '\r':
		return `\r`
	}
	return `\u00` + string(hexDigits[c>>4]) + string(hexDigits[c&15])
}

// escapeWide looks at a character that is not ASCII; "" is for one that can stay.
func escapeWide(s string) (size int, escaped string) {
	r, size := utf8.DecodeRuneInString(s)
	switch {
	case r == utf8.RuneError && size == 1 && len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 && s[1] < 0xC0 && s[2] >= 0x80 && s[2] < 0xC0:
		unit := 0xD000 | uint16(s[1]&0x3F)<<6 | uint16(s[2]&0x3F)
		return 3, `\u` + strconv.FormatUint(uint64(unit), 16)
	case r == utf8.RuneError && size == 1:
		return 1, "\uFFFD"
	case r == 0x2028 || r == 0x2029:
		return size, `\u` + strconv.FormatUint(uint64(r), 16)
	case r < 0xA0:
		return size, `\u00` + strconv.FormatUint(uint64(r), 16)
	}
	return size, ""
}

// UTF16 returns text of UTF-16 as this package has it: lone halves of surrogate pairs
// are three bytes each.
func UTF16(units []uint16) string {
	b := make([]byte, 0, len(units)+len(units)/2)
	for i := 0; i < len(units); i++ {
		u := rune(units[i])
		switch {
		case u >= 0xD800 && u < 0xDC00 && i+1 < len(units) && units[i+1] >= 0xDC00 && units[i+1] < 0xE000:
			i++
			b = utf8.AppendRune(b, (u-0xD800)<<10|(rune(units[i])-0xDC00)+0x10000)
		case u >= 0xD800 && u < 0xE000:
			b = append(b, 0xE0|byte(u>>12), 0x80|byte(u>>6)&0x3F, 0x80|byte(u)&0x3F)
		default:
			b = utf8.AppendRune(b, u)
		}
	}
	return string(b)
}
