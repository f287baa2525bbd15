package main

import (
	"regexp"
	"strings"

	"github.com/jsrr/jsrr/internal/figures"
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

// turnCount returns a number of turns in words.
func turnCount(n uint64) string { return plural(int(n), "turn") }

// plural returns a number of things in words.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return figures.Count(uint64(n)) + " " + thing + "s"
}
