package main

import (
	"regexp"
	"strconv"
	"strings"
)

var plainWord = regexp.MustCompile(`^[\w@%+=:,./-]+$`)

// shellWord returns s as a word of a shell's command line.
func shellWord(s string) string {
	if plainWord.MatchString(s) {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}

// shellWords returns words as a part of a shell's command line.
func shellWords(words []string) string {
	quoted := make([]string, len(words))
	for i, word := range words {
		quoted[i] = shellWord(word)
	}
	return strings.Join(quoted, " ")
}

// thousands returns n with commas: 4,031.
func thousands(n uint64) string {
	digits := strconv.FormatUint(n, 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// turnCount returns a number of turns in words.
func turnCount(n uint64) string { return plural(int(n), "turn") }

// plural returns a number of things in words.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return thousands(uint64(n)) + " " + thing + "s"
}

// byteCount returns n as people read it: 38 KiB.
func byteCount(n int64) string {
	const unit = 1024
	if n < unit {
		return strconv.FormatInt(n, 10) + " B"
	}
	value, prefix := float64(n)/unit, 0
	for value >= unit && prefix < len("KMGT")-1 {
		value /= unit
		prefix++
	}
	precision := 0
	if value < 10 {
		precision = 1
	}
	return strconv.FormatFloat(value, 'f', precision, 64) + " " + "KMGT"[prefix:prefix+1] + "iB"
}
