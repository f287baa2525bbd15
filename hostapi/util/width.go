package util

import (
	"unicode"

	"github.com/dop251/goja"
	"golang.org/x/text/unicode/norm"
	"golang.org/x/text/width"

	"github.com/jsrr/jsrr/hostapi/host"
)

// laterWide holds characters that are two columns wide by a later version of
// Unicode than the one the width package knows, and two that it takes for marks.
var laterWide = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x2630, 0x2637, 1}, {0x268a, 0x268f, 1}, {0x2ffc, 0x2fff, 1}, {0x302a, 0x302d, 1},
		{0x3099, 0x309a, 1}, {0x31e4, 0x31e5, 1}, {0x31ef, 0x31ef, 1}, {0x4dc0, 0x4dff, 1},
	},
	R32: []unicode.Range32{
		{0x16fe4, 0x16fe4, 1}, {0x16ff2, 0x16ff6, 1}, {0x187f8, 0x187ff, 1},
		{0x18cff, 0x18cff, 1}, {0x18d09, 0x18d1e, 1}, {0x18d80, 0x18df2, 1},
		{0x1d300, 0x1d356, 1}, {0x1d360, 0x1d376, 1}, {0x1f1e6, 0x1f1ff, 1},
	},
}

// stringWidth returns how many columns a text takes on a terminal.
func stringWidth(e *host.Env, call goja.FunctionCall) goja.Value {
	columns := 0
	for _, r := range norm.NFC.String(call.Argument(0).String()) {
		columns += runeWidth(r)
	}
	return e.RT.ToValue(columns)
}

func runeWidth(r rune) int {
	switch {
	case r >= 0x20 && r < 0x7f:
		return 1
	case unicode.Is(laterWide, r):
		return 2
	case r != 0xad && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Me, unicode.Mn):
		return 0
	}
	switch width.LookupRune(r).Kind() {
	case width.EastAsianWide, width.EastAsianFullwidth:
		return 2
	}
	return 1
}
