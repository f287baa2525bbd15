package language

import (
	"math"
	"math/big"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// installParseInt makes parseInt('-0') -0, of which goja loses the sign, and
// rounds large numbers as V8 does: goja rounds at every digit.
func installParseInt(e *host.Env) {
	var original engine.Native
	original = engine.ReplaceNative(e.RT.GlobalObject().Get("parseInt").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		text, radix := c.Argument(0).ToString(), c.Argument(1).ToNumber()
		v := original(goja.FunctionCall{This: c.This, Arguments: []goja.Value{text, radix}})
		switch f := v.ToFloat(); {
		case f == 0 && strings.HasPrefix(strings.TrimSpace(text.String()), "-"):
			return e.RT.ToValue(math.Copysign(0, -1))
		case math.Abs(f) > 1<<53:
			return e.RT.ToValue(largeInteger(text.String(), int(int32(toUint32(radix)))))
		}
		return v
	})
}

// largeInteger parses the digits that text begins with, behind space, a sign and
// what is put before hexadecimal digits. There is at least one.
func largeInteger(text string, radix int) float64 {
	text = strings.TrimLeftFunc(strings.ToLower(text), func(r rune) bool { return r != '-' && r != '+' && digitValue(r) < 0 })
	text, isNegative := strings.CutPrefix(text, "-")
	text = strings.TrimPrefix(text, "+")
	if radix == 0 || radix == 16 {
		isHex := false
		text, isHex = strings.CutPrefix(text, "0x")
		if isHex {
			radix = 16
		} else if radix == 0 {
			radix = 10
		}
	}
	end := strings.IndexFunc(text, func(r rune) bool { i := digitValue(r); return i < 0 || i >= radix })
	if end >= 0 {
		text = text[:end]
	}
	f := integerOf(text, radix)
	if isNegative {
		return -f
	}
	return f
}

// digitValue is -1 for what is no digit.
func digitValue(r rune) int { return strings.IndexRune(baseDigits, r) }

// integerOf returns the nearest number where the radix is 10 or a power of 2. With
// others V8 adds up parts of less than 32 bits, and rounds after each.
func integerOf(digits string, radix int) float64 {
	switch {
	case radix == 10:
		f, _ := strconv.ParseFloat(digits, 64) // infinite when it is too large
		return f
	case radix&(radix-1) == 0:
		n, _ := new(big.Int).SetString(digits, radix)
		f, _ := n.Float64()
		return f
	}
	const mostMultiplier = math.MaxUint32 / 36
	sum := 0.0
	for i := 0; i < len(digits); {
		part, multiplier := 0, 1
		for ; i < len(digits) && multiplier*radix <= mostMultiplier; i++ {
			part = part*radix + digitValue(rune(digits[i]))
			multiplier *= radix
		}
		sum = float64(sum*float64(multiplier)) + float64(part)
	}
	return sum
}
