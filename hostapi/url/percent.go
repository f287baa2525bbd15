package url

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

func decimal(n int) string { return strconv.Itoa(n) }

// encodeSet is a set of ASCII characters that are percent-encoded; characters
// beyond ASCII and the C0 controls always are.
type encodeSet [2]uint64

func newEncodeSet(base encodeSet, chars string) encodeSet {
	for i := range len(chars) {
		base[chars[i]>>6] |= 1 << (chars[i] & 63)
	}
	return base
}

// The sets of the URL standard; each builds on another.
var (
	controlSet      = encodeSet{0xFFFFFFFF, 1 << 63}
	fragmentSet     = newEncodeSet(controlSet, " \"<>`")
	querySet        = newEncodeSet(controlSet, " \"#<>")
	specialQuerySet = newEncodeSet(querySet, "'")
	pathSet         = newEncodeSet(querySet, "?`{}")
	userinfoSet     = newEncodeSet(pathSet, "/:;=@[\\]^|")
	componentSet    = newEncodeSet(userinfoSet, "$%&+,")
	formSet         = newEncodeSet(componentSet, "!'()~")
)

func (s *encodeSet) has(c byte) bool {
	return c >= utf8.RuneSelf || s[c>>6]&(1<<(c&63)) != 0
}

const upperHex = "0123456789ABCDEF"

func appendEncoded(b []byte, c byte) []byte {
	return append(b, '%', upperHex[c>>4], upperHex[c&15])
}

// appendRune appends r, percent-encoded when it is in the set.
func (s *encodeSet) appendRune(b []byte, r rune) []byte {
	if r < utf8.RuneSelf {
		if s.has(byte(r)) {
			return appendEncoded(b, byte(r))
		}
		return append(b, byte(r))
	}
	var buf [utf8.UTFMax]byte
	for _, c := range buf[:utf8.EncodeRune(buf[:], r)] {
		b = appendEncoded(b, c)
	}
	return b
}

func (s *encodeSet) encode(text string) string {
	clean := true
	for i := range len(text) {
		if s.has(text[i]) {
			clean = false
			break
		}
	}
	if clean {
		return text
	}
	b := make([]byte, 0, len(text)+16)
	for _, r := range text {
		b = s.appendRune(b, r)
	}
	return string(b)
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// percentDecode decodes "%41"; what is no such triple stays.
func percentDecode(text string) string {
	if !strings.Contains(text, "%") {
		return text
	}
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		if text[i] == '%' && i+2 < len(text) {
			if high, low := hexValue(text[i+1]), hexValue(text[i+2]); high >= 0 && low >= 0 {
				b = append(b, byte(high<<4|low))
				i += 2
				continue
			}
		}
		b = append(b, text[i])
	}
	return string(b)
}

// decodeUTF8 decodes as the web does: each maximal ill-formed part becomes one
// U+FFFD.
func decodeUTF8(s string) string {
	if utf8.ValidString(s) {
		return s
	}
	b := make([]byte, 0, len(s)+8)
	for len(s) > 0 {
		r, n := utf8.DecodeRuneInString(s)
		if r == utf8.RuneError && n == 1 {
			n = illFormed(s)
		}
		b = utf8.AppendRune(b, r)
		s = s[n:]
	}
	return string(b)
}

// illFormed is the length of the ill-formed part at the start of s: as much as
// could still have become a character, which one or two more continuation bytes
// show.
func illFormed(s string) int {
	n := 1
	for n < len(s) && n < utf8.UTFMax-1 && beginsChar(s[:n+1]) {
		n++
	}
	return n
}

func beginsChar(prefix string) bool {
	for _, rest := range []string{"\x80", "\x80\x80"} {
		if r, _ := utf8.DecodeRuneInString(prefix + rest); r != utf8.RuneError {
			return true
		}
	}
	return false
}
