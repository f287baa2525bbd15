package regexp

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

func find(t *testing.T, pattern, flags, input string, start int) string {
	t.Helper()
	text := []rune(pattern)
	f := flagsOf(flags)
	if !f.codePoints() {
		text = nil
		for _, u := range utf16.Encode([]rune(pattern)) {
			text = append(text, rune(u))
		}
	}
	p, err := Compile(text, f)
	if err != nil {
		return err.Error()
	}
	units := utf16.Encode([]rune(input))
	captures, ok, err := Match(p, units, start, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !ok {
		return "no"
	}
	var out []string
	for i := 0; i < len(captures); i += 2 {
		if captures[i+1] < 0 {
			out = append(out, "-")
		} else {
			out = append(out, string(utf16.Decode(units[captures[i]:captures[i+1]])))
		}
	}
	return fmt.Sprint(captures[0], " ", strings.Join(out, "|"))
}

func flagsOf(text string) Flags {
	has := func(c string) bool { return strings.Contains(text, c) }
	return Flags{has("i"), has("m"), has("s"), has("u"), has("v"), has("y")}
}

func TestMatch(t *testing.T) {
	for _, test := range []struct{ pattern, flags, input, want string }{
		{"a", "", "xab", "1 a"},
		{"(a)|b", "", "xb", "1 b|-"},
		{"(a*)*", "", "b", "0 |-"},
		{"(z)((a+)?(b+)?(c))*", "", "zaacbbbcac", "0 zaacbbbcac|z|ac|a|-|c"},
		{"(?=(a+))a*b\\1", "", "baaabac", "3 aba|a"},
		{"(?<=\\$)\\d+(\\.\\d*)?", "", "$10.53", "1 10.53|.53"},
		{"(?<=(\\d+)(\\d+))$", "", "1053", "4 |1|053"},
		{"(?<!a)b", "", "abcb", "3 b"},
		{"^\\p{Lu}\\P{Lu}+$", "u", "Éclair", "0 Éclair"},
		{"[\\p{L}--[a-z]]+", "v", "abÀB", "2 ÀB"},
		{"\\u{1F600}", "u", "x😀", "1 😀"},
		{"^.$", "u", "😀", "0 😀"},
		{"^.$", "", "😀", "no"},
		{"ſ", "iu", "S", "0 S"},
		{"ſ", "i", "S", "no"},
		{"[^x]", "iu", "X", "no"},
		{"a{2,3}?", "", "aaaa", "0 aa"},
		{"(?:ab){2,3}", "", "abababab", "0 ababab"},
		{"\\bfoo\\b", "", "a foo b", "2 foo"},
		{"x*?y", "", "xxy", "0 xxy"},
		{"^b", "m", "a\nb", "2 b"},
		{"(?<a>.)\\k<a>", "", "abb", "1 bb|b"},
		{"\\1(a)", "", "aa", "0 a|a"},
		{"[\\q{abc|d}x]+", "v", "zabcdx", "1 abcdx"},
		{"(", "", "", "Unterminated group"},
		{"\\c", "", "\\c", "0 \\c"},
		{"[\\c]", "", "\\", "0 \\"},
		{"\\0", "", "\x00", "0 \x00"},
		{"a[]b|c", "", "abc", "2 c"},
		{"[^]", "", "\n", "0 \n"},
		{"(?:(a)|(b)|(c))+", "", "abc", "0 abc|-|-|c"},
		{"(?:a?)*?$", "", "aa", "0 aa"},
		{"(a?){3}", "", "a", "0 a|"},
	} {
		if got := find(t, test.pattern, test.flags, test.input, 0); got != test.want {
			t.Errorf("/%s/%s on %q: %q, want %q", test.pattern, test.flags, test.input, got, test.want)
		}
	}
}

// Patterns that take exponential time when tried naively.
func TestSlowPatterns(t *testing.T) {
	long := strings.Repeat("a", 100_000)
	for _, test := range []struct{ pattern, input, want string }{
		{"(?:a+)+b", long, "no"},
		{"(?:a|a)*b", long, "no"},
		{"(x+x+)+y", strings.Repeat("x", 50_000), "no"},
		{"(?:a+)+b", long + "b", "0 " + long + "b"},
		{"^(?:[a-z]+\\.?)+@", long, "no"},
		{"(?:.*?a){5}c", "x", "no"},
	} {
		begin := time.Now()
		if got := find(t, test.pattern, "", test.input, 0); got != test.want {
			t.Errorf("%s: %.40q, want %.40q", test.pattern, got, test.want)
		}
		t.Log(test.pattern, time.Since(begin))
	}
}

func TestStop(t *testing.T) {
	p, err := Compile([]rune(`(a*)*\1b`), Flags{})
	if err != nil {
		t.Fatal(err)
	}
	stop := uint32(1)
	if _, _, err := Match(p, []byte(strings.Repeat("a", 40)), 0, &stop); err != ErrStopped {
		t.Errorf("%v", err)
	}
}
