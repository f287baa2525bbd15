package regexp

import "slices"

const lastCodePoint = 0x10FFFF

// charRange is the characters from lo to hi.
type charRange struct{ lo, hi rune }

// charSet is a set of characters: ranges in order, which do not touch.
type charSet struct {
	ranges []charRange
	// low has a bit for each of the first 256 characters, once the set is
	// sealed.
	low    [4]uint64
	sealed bool
}

const lowCount = 256

func newSet(ranges ...charRange) *charSet {
	s := &charSet{ranges: slices.Clone(ranges)}
	s.normalise()
	return s
}

func singleton(c rune) *charSet { return &charSet{ranges: []charRange{{c, c}}} }

// normalise orders the ranges and joins those that touch.
func (s *charSet) normalise() {
	slices.SortFunc(s.ranges, func(a, b charRange) int { return int(a.lo - b.lo) })
	joined := s.ranges[:0]
	for _, r := range s.ranges {
		if n := len(joined); n > 0 && r.lo <= joined[n-1].hi+1 {
			joined[n-1].hi = max(joined[n-1].hi, r.hi)
		} else {
			joined = append(joined, r)
		}
	}
	s.ranges = joined
}

// seal makes the set ready for contains. The set must not change afterwards.
func (s *charSet) seal() *charSet {
	if s.sealed {
		return s
	}
	s.sealed = true
	for _, r := range s.ranges {
		for c := r.lo; c <= min(r.hi, lowCount-1); c++ {
			s.low[c>>6] |= 1 << (c & 63)
		}
	}
	return s
}

// contains says whether c is in a sealed set.
func (s *charSet) contains(c rune) bool {
	if c < lowCount {
		return s.low[c>>6]&(1<<(c&63)) != 0
	}
	return s.find(c)
}

func (s *charSet) find(c rune) bool {
	lo, hi := 0, len(s.ranges)
	for lo < hi {
		middle := int(uint(lo+hi) >> 1)
		switch r := s.ranges[middle]; {
		case c < r.lo:
			hi = middle
		case c > r.hi:
			lo = middle + 1
		default:
			return true
		}
	}
	return false
}

// isOne says that s is one ASCII character.
func (s *charSet) isOne() bool {
	return len(s.ranges) == 1 && s.ranges[0].lo == s.ranges[0].hi && s.ranges[0].lo < 0x80
}

// size is the number of characters in s.
func (s *charSet) size() int {
	n := 0
	for _, r := range s.ranges {
		n += int(r.hi-r.lo) + 1
	}
	return n
}

func (s *charSet) union(others ...*charSet) *charSet {
	u := &charSet{ranges: slices.Clone(s.ranges)}
	for _, other := range others {
		u.ranges = append(u.ranges, other.ranges...)
	}
	u.normalise()
	return u
}

// invert returns the characters that s has not.
func (s *charSet) invert() *charSet {
	var inverse []charRange
	next := rune(0)
	for _, r := range s.ranges {
		if r.lo > next {
			inverse = append(inverse, charRange{next, r.lo - 1})
		}
		next = r.hi + 1
	}
	if next <= lastCodePoint {
		inverse = append(inverse, charRange{next, lastCodePoint})
	}
	return &charSet{ranges: inverse}
}

func (s *charSet) intersect(other *charSet) *charSet {
	return s.invert().union(other.invert()).invert()
}

func (s *charSet) subtract(other *charSet) *charSet { return s.intersect(other.invert()) }

// The classes of escapes, and what the assertions look at. They are sealed:
// several goroutines may compile.
var (
	digits         = newSet(charRange{'0', '9'}).seal()
	wordCharacters = newSet(charRange{'0', '9'}, charRange{'A', 'Z'}, charRange{'a', 'z'}, charRange{'_', '_'}).seal()
	lineEnds       = newSet(charRange{'\n', '\n'}, charRange{'\r', '\r'}, charRange{0x2028, 0x2029}).seal()
	spaces         = newSet(charRange{'\t', '\r'}, charRange{' ', ' '}, charRange{0xA0, 0xA0}, charRange{0x1680, 0x1680},
		charRange{0x2000, 0x200A}, charRange{0x2028, 0x2029}, charRange{0x202F, 0x202F}, charRange{0x205F, 0x205F},
		charRange{0x3000, 0x3000}, charRange{0xFEFF, 0xFEFF}).seal()
	allCharacters = newSet(charRange{0, lastCodePoint}).seal()
)
