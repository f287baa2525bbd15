// Package nesting refuses source text that nests so deeply that a parser in Go
// would use up its stack, which ends the process and cannot be caught.
//
// The model: whatever follows in one statement without an end counts, since
// parsers and compilers call themselves for each bracket, operator or member.
// Real programs nest some dozens deep; node's own parser gives up somewhat below
// the limit, save for operators of the same kind in a row.
//
//	if nesting.TooDeep(source) {
//		return nesting.ErrTooDeep
//	}
package nesting

import (
	"errors"

	"github.com/jsrr/jsrr/internal/esm"
)

// Max is how deep the syntax of a program may nest, as esm.Deeper counts.
const Max = 100_000

// MaxJSON is how deep a JSON text may nest: goja's parser, which calls itself
// for each level, uses up Go's stack at some millions.
const MaxJSON = 1_000_000

// ErrTooDeep has the message of the RangeError that node throws.
var ErrTooDeep = errors.New("Maximum call stack size exceeded") //lint:ignore ST1005 programs see this text

// TooDeep says whether the syntax of source may nest deeper than Max.
func TooDeep(source string) bool {
	return len(source) > Max && esm.Deeper(source, Max)
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
