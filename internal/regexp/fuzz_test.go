package regexp

import (
	"slices"
	"sync/atomic"
	"testing"
	"time"
	"unicode/utf16"
)

// FuzzMatch compiles arbitrary patterns and runs them on arbitrary input: no
// panic, positions that lie in the input, and the same answer for ASCII text
// kept in bytes and in code units.
func FuzzMatch(f *testing.F) {
	for _, seed := range [][3]string{
		{"(a*)*b", "", "aaaa"}, {"(?<=(\\d+)(\\d+))$", "g", "1053"}, {"[\\p{L}--[a-z]]+", "v", "abC"}, {"(?<n>.)\\k<n>", "iu", "aA"},
		{"a{2,}?|\\b[^x]$", "my", "aa\nb"}, {"\\u{1F600}|\\cA|[\\d-x]", "u", "😀"}, {"(?=(a+))a*b\\1", "s", "baaabac"},
	} {
		f.Add(seed[0], seed[1], seed[2])
	}
	f.Fuzz(func(t *testing.T, pattern, flagText, input string) {
		flags := flagsOf(flagText)
		if flags.Unicode && flags.UnicodeSets {
			return // JavaScript does not get here with both
		}
		text := []rune(pattern)
		if !flags.codePoints() {
			text = text[:0]
			for _, u := range utf16.Encode([]rune(pattern)) {
				text = append(text, rune(u))
			}
		}
		p, err := Compile(text, flags)
		if err != nil {
			return
		}
		units := utf16.Encode([]rune(input))
		captures, ok, err := matchBriefly(p, units)
		if err != nil {
			return
		}
		if ok {
			checkCaptures(t, captures, 2*len(p.Names), len(units))
		}
		if isASCII := !slices.ContainsFunc(units, func(u uint16) bool { return u > 127 }); isASCII {
			again, okAgain, err := matchBriefly(p, []byte(input))
			if err == nil && (ok != okAgain || !slices.Equal(captures, again)) {
				t.Errorf("code units: %v %v, bytes: %v %v", ok, captures, okAgain, again)
			}
		}
	})
}

// matchBriefly gives up after a while, as a program's time limit does.
func matchBriefly[U unit](p *Program, input []U) ([]int32, bool, error) {
	var stop uint32
	timer := time.AfterFunc(500*time.Millisecond, func() { atomic.StoreUint32(&stop, 1) })
	defer timer.Stop()
	return Match(p, input, 0, &stop)
}

func checkCaptures(t *testing.T, captures []int32, want, length int) {
	t.Helper()
	if len(captures) != want || captures[0] < 0 {
		t.Fatalf("captures %v of %d", captures, want)
	}
	for i := 0; i < len(captures); i += 2 {
		begin, end := captures[i], captures[i+1]
		if begin == -1 && end == -1 {
			continue
		}
		if begin < 0 || end < begin || int(end) > length {
			t.Errorf("group %d is %d to %d of %d", i/2, begin, end, length)
		}
	}
}
