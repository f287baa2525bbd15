package language

import (
	"strings"
	"unicode"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// collation says how strings are compared.
type collation struct {
	sensitivity string
	numeric     bool
}

// compare(a, b, sensitivity, numeric) returns which of two strings comes first
// in English: -1, 0 or 1.
func compare(e *host.Env, c goja.FunctionCall) goja.Value {
	how := collation{c.Argument(2).String(), c.Argument(3).ToBoolean()}
	a, b := c.Argument(0).String(), c.Argument(1).String()
	if how.sensitivity == "case" {
		a, b = withoutMarks(a), withoutMarks(b)
	}
	return e.RT.ToValue(collator(e, how).CompareString(a, b))
}

// withoutMarks leaves the letters of a text without their accents.
func withoutMarks(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.Is(unicode.Mn, c) {
			return -1
		}
		return c
	}, norm.NFD.String(text))
}

// collator returns the one for how; a loop keeps them.
func collator(e *host.Env, how collation) *collate.Collator {
	s := e.State.(*state)
	if known := s.collators[how]; known != nil {
		return known
	}
	var options []collate.Option
	switch how.sensitivity {
	case "base":
		options = append(options, collate.IgnoreCase, collate.IgnoreDiacritics)
	case "accent":
		options = append(options, collate.IgnoreCase)
	}
	if how.numeric {
		options = append(options, collate.Numeric)
	}
	if s.collators == nil {
		s.collators = map[collation]*collate.Collator{}
	}
	made := collate.New(language.English, options...)
	s.collators[how] = made
	return made
}
