package regexp

import (
	"sync"
	"unicode"
)

// folding says which characters are the same when case is ignored. Patterns
// over code points use Unicode's simple case folding, the others compare what
// the characters become in upper case, one code unit by itself.
type folding struct{ codePoints bool }

// canonical returns the one character that stands for all that are the same as c.
func (f folding) canonical(c rune) rune {
	if f.codePoints {
		return firstOfOrbit(c)
	}
	if c < unicode.MaxASCII {
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		return c
	}
	if growsInUpperCase(c) {
		return c
	}
	if upper := unicode.ToUpper(c); upper > unicode.MaxASCII {
		return upper
	}
	return c
}

// growsInUpperCase says that c has an upper case of one character by Unicode's
// simple mapping, but of two by the full mapping, which counts: Greek letters
// with a iota below.
func growsInUpperCase(c rune) bool {
	switch {
	case c < 0x1F80 || c > 0x1FFC:
		return false
	case c < 0x1FB0:
		return true
	}
	return c == 0x1FB3 || c == 0x1FBC || c == 0x1FC3 || c == 0x1FCC || c == 0x1FF3 || c == 0x1FFC
}

// firstOfOrbit returns the least character with the same folding as c.
func firstOfOrbit(c rune) rune {
	if c < unicode.MaxASCII {
		if 'a' <= c && c <= 'z' {
			c -= 'a' - 'A'
		}
		return c
	}
	least := c
	for next := unicode.SimpleFold(c); next != c; next = unicode.SimpleFold(next) {
		least = min(least, next)
	}
	return least
}

// same returns the characters that are the same as c, without c itself.
func (f folding) same(c rune) []rune {
	var others []rune
	canonical := f.canonical(c)
	for next := unicode.SimpleFold(c); next != c; next = unicode.SimpleFold(next) {
		if f.canonical(next) == canonical {
			others = append(others, next)
		}
	}
	return others
}

// close returns s with all characters that are the same as one of s.
func (f folding) close(s *charSet) *charSet {
	closed := &charSet{}
	add := func(c rune) {
		for _, other := range f.same(c) {
			closed.ranges = append(closed.ranges, charRange{other, other})
		}
	}
	if s.size() < len(casedCharacters()) {
		for _, r := range s.ranges {
			for c := r.lo; c <= r.hi; c++ {
				add(c)
			}
		}
	} else {
		for _, c := range casedCharacters() {
			if s.find(c) {
				add(c)
			}
		}
	}
	return s.union(closed)
}

// casedCharacters are those that are the same as another one.
var casedCharacters = sync.OnceValue(func() []rune {
	var cased []rune
	for _, r := range unicode.CaseRanges {
		for c := rune(r.Lo); c <= rune(r.Hi); c++ {
			if unicode.SimpleFold(c) != c {
				cased = append(cased, c)
			}
		}
	}
	return cased
})
