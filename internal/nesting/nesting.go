// Package nesting refuses source text that nests so deeply that a parser in Go
// would use up its stack, which ends the process and cannot be caught.
//
// The model: brackets are counted as they stand in the text, also in strings and
// comments. Real programs nest some dozens deep, and the limit is far above what
// unbalanced brackets in their strings add up to; node's own parser gives up at
// about a tenth of it.
//
//	if nesting.TooDeep(source) {
//		return nesting.ErrTooDeep
//	}
package nesting

import "errors"

// Max is how deep brackets may nest.
const Max = 100_000

// MaxJSON is how deep a JSON text may nest: goja's parser, which calls itself
// for each level, uses up Go's stack at some millions.
const MaxJSON = 1_000_000

// ErrTooDeep has the message of the RangeError that node throws.
var ErrTooDeep = errors.New("Maximum call stack size exceeded") //lint:ignore ST1005 programs see this text

// TooDeep says whether brackets nest deeper than Max in source.
func TooDeep(source string) bool {
	if len(source) <= Max {
		return false
	}
	depth := 0
	for i := range len(source) {
		switch source[i] {
		case '(', '[', '{':
			if depth++; depth > Max {
				return true
			}
		case ')', ']', '}':
			depth = max(depth-1, 0)
		}
	}
	return false
}

// TooDeepJSON says whether arrays and objects nest deeper than limit in a JSON
// text, given as Latin-1 bytes or as UTF-16 code units; what stands in strings
// does not count.
func TooDeepJSON[unit byte | uint16](text []unit, limit int) bool {
	if len(text) <= limit {
		return false
	}
	depth, inString := 0, false
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '"':
			inString = !inString
		case '\\':
			i++
		case '[', '{':
			if !inString {
				if depth++; depth > limit {
					return true
				}
			}
		case ']', '}':
			if !inString {
				depth--
			}
		}
	}
	return false
}
