package buffer

import (
	"unicode/utf16"
	"unicode/utf8"
)

// replacement is U+FFFD in UTF-8, which stands for what cannot be encoded.
const replacement = "\uFFFD"

// utf8Len is the number of bytes that encodeUTF8 makes of t.
func utf8Len(t text) int {
	if t.wide == nil {
		return len(t.narrow)
	}
	n := len(t.wide)
	for i := 0; i < len(t.wide); i++ {
		switch c := t.wide[i]; {
		case c < 0x80:
		case c < 0x800:
			n++
		case pairAt(t.wide, i):
			n += 2
			i++
		default:
			n += 2
		}
	}
	return n
}

// pairAt says that a surrogate pair begins at unit i.
func pairAt(units []uint16, i int) bool {
	return units[i]&0xFC00 == 0xD800 && i+1 < len(units) && units[i+1]&0xFC00 == 0xDC00
}

// encodeUTF8 returns t in UTF-8; a lone surrogate becomes U+FFFD.
func encodeUTF8(t text) []byte {
	if t.wide == nil {
		return []byte(t.narrow)
	}
	out := make([]byte, utf8Len(t))
	writeUTF8(out, t)
	return out
}

// writeUTF8 writes as many whole characters of t as fit into dst and returns
// the number of bytes written and of UTF-16 units read.
func writeUTF8(dst []byte, t text) (written, read int) {
	if t.wide == nil {
		return writeNarrow(dst, t)
	}
	n, i := 0, 0
	for i < len(t.wide) {
		c := t.wide[i]
		if c < 0x80 {
			if n == len(dst) {
				break
			}
			dst[n] = byte(c)
			n, i = n+1, i+1
			continue
		}
		r, width := rune(c), 1
		if pairAt(t.wide, i) {
			r, width = utf16.DecodeRune(r, rune(t.wide[i+1])), 2
		} else if c&0xF800 == 0xD800 {
			r = utf8.RuneError
		}
		if n+utf8.RuneLen(r) > len(dst) {
			break
		}
		n += utf8.EncodeRune(dst[n:], r)
		i += width
	}
	return n, i
}

func writeNarrow(dst []byte, t text) (written, read int) {
	if t.ascii {
		n := copy(dst, t.narrow)
		return n, n
	}
	n := min(len(dst), len(t.narrow))
	for n < len(t.narrow) && n > 0 && !utf8.RuneStart(t.narrow[n]) {
		n--
	}
	copy(dst, t.narrow[:n])
	return n, text{narrow: t.narrow[:n]}.length()
}

// repairUTF8 returns b with each maximal ill-formed part replaced by U+FFFD, as
// the WHATWG encoding standard prescribes; b itself when it is well-formed.
func repairUTF8(b []byte) []byte {
	if utf8.Valid(b) {
		return b
	}
	out := make([]byte, 0, len(b)+len(b)/2)
	for len(b) > 0 {
		r, n := utf8.DecodeRune(b)
		if r == utf8.RuneError && n == 1 {
			out = append(out, replacement...)
			n = illFormed(b)
		} else {
			out = append(out, b[:n]...)
		}
		b = b[n:]
	}
	return out
}

// illFormed is the length of the ill-formed part at the start of b: the longest
// prefix of a character that b begins with, else one byte.
func illFormed(b []byte) int {
	n := 1
	for n < len(b) && n < 4 && prefixOfChar(b[:n+1]) {
		n++
	}
	return n
}

// prefixOfChar says that b is the beginning of a well-formed character but not
// all of it.
func prefixOfChar(b []byte) bool {
	need := leadLen(b[0])
	if len(b) >= need {
		return false
	}
	for i, c := range b[1:] {
		low, high := byte(0x80), byte(0xBF)
		if i == 0 {
			low, high = secondRange(b[0])
		}
		if c < low || c > high {
			return false
		}
	}
	return true
}

// leadLen is the length of the character that begins with byte c, 0 when none
// does.
func leadLen(c byte) int {
	switch {
	case c < 0x80:
		return 1
	case c >= 0xC2 && c <= 0xDF:
		return 2
	case c >= 0xE0 && c <= 0xEF:
		return 3
	case c >= 0xF0 && c <= 0xF4:
		return 4
	}
	return 0
}

// secondRange is the range of the byte after lead byte c.
func secondRange(c byte) (low, high byte) {
	switch c {
	case 0xE0:
		return 0xA0, 0xBF
	case 0xED:
		return 0x80, 0x9F
	case 0xF0:
		return 0x90, 0xBF
	case 0xF4:
		return 0x80, 0x8F
	}
	return 0x80, 0xBF
}

// unfinishedUTF8 is the number of bytes at the end of b that begin a character
// which more bytes could complete.
func unfinishedUTF8(b []byte) int {
	for n := 1; n <= 3 && n <= len(b); n++ {
		tail := b[len(b)-n:]
		if utf8.RuneStart(tail[0]) {
			if prefixOfChar(tail) {
				return n
			}
			return 0
		}
	}
	return 0
}
