package language

import (
	"math"
	"math/big"
	"reflect"
	"slices"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// installNumber makes Number.prototype.toString give as many digits in other
// bases as V8 does: the least that tell a number from its neighbours. goja
// gives other last digits, and loses the sign of numbers between -1 and 0.
func installNumber(e *host.Env) {
	f := prototypeOf(e, "Number").Get("toString").(*goja.Object)
	var original engine.Native
	original = engine.ReplaceNative(f, func(c goja.FunctionCall) goja.Value {
		if isUndefined(c.Argument(0)) {
			return original(c)
		}
		n, isNumber := numberOf(c.This)
		radix := c.Argument(0).ToInteger()
		if !isNumber || radix < 2 || radix > 36 || radix == 10 || math.IsNaN(n) || math.IsInf(n, 0) {
			return original(c)
		}
		return e.RT.ToValue(inBase(n, int(radix)))
	})
}

// installNumberOf makes Number(bigint) the nearest number, of which goja has only
// the last 64 bits.
func installNumberOf(e *host.Env) {
	constructor := e.RT.GlobalObject().Get("Number").(*goja.Object)
	nearest := func(arguments []goja.Value) []goja.Value {
		if len(arguments) == 0 || arguments[0].ExportType() != reflect.TypeFor[*big.Int]() {
			return arguments
		}
		f, _ := arguments[0].Export().(*big.Int).Float64()
		return []goja.Value{e.RT.ToValue(f)}
	}
	var original engine.Native
	original = engine.ReplaceNative(constructor, func(c goja.FunctionCall) goja.Value {
		return original(goja.FunctionCall{This: c.This, Arguments: nearest(c.Arguments)})
	})
	var construct engine.Construct
	construct = engine.ReplaceConstruct(constructor, func(arguments []goja.Value, newTarget *goja.Object) *goja.Object {
		return construct(nearest(arguments), newTarget)
	})
}

// numberOf returns a number, or what a Number object holds.
func numberOf(v goja.Value) (float64, bool) {
	if o, ok := v.(*goja.Object); ok && o.ClassName() != "Number" {
		return 0, false
	}
	switch n := v.Export().(type) {
	case int64:
		return float64(n), true
	case float64:
		return n, true
	}
	return 0, false
}

const baseDigits = "0123456789abcdefghijklmnopqrstuvwxyz"

// inBase writes a finite number.
func inBase(n float64, radix int) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	whole, fraction := math.Floor(n), n-math.Floor(n)
	digits, carry := fractionInBase(fraction, spacing(n)/2, float64(radix))
	if carry {
		whole++
	}
	text := sign + wholeInBase(whole, radix)
	if len(digits) > 0 {
		text += "." + string(digits)
	}
	return text
}

// spacing is the distance to the next larger number.
func spacing(n float64) float64 {
	return max(math.Nextafter(n, math.Inf(1))-n, 2*math.SmallestNonzeroFloat64)
}

// fractionInBase returns the digits behind the point, until what is left is
// less than tolerance. carry says that they were rounded up to 1.
func fractionInBase(fraction, tolerance, radix float64) (digits []byte, carry bool) {
	for fraction >= tolerance {
		fraction *= radix
		tolerance *= radix
		digit := math.Floor(fraction)
		digits = append(digits, baseDigits[int(digit)])
		fraction -= digit
		up := fraction > 0.5 || fraction == 0.5 && int(digit)&1 == 1
		if up && fraction+tolerance > 1 {
			return roundUp(digits, int(radix))
		}
	}
	return digits, false
}

// roundUp adds one to the last digit.
func roundUp(digits []byte, radix int) (rounded []byte, carry bool) {
	for len(digits) > 0 {
		last := len(digits) - 1
		if value := indexOfDigit(digits[last]) + 1; value < radix {
			digits[last] = baseDigits[value]
			return digits, false
		}
		digits = digits[:last]
	}
	return nil, true
}

func indexOfDigit(c byte) int {
	if c <= '9' {
		return int(c - '0')
	}
	return int(c-'a') + 10
}

// exactMax is where numbers begin to skip integers. Digits that are surely
// beyond that precision are written as zeros.
const exactMax = 1 << 53

func wholeInBase(whole float64, radix int) string {
	var reversed []byte
	for whole/float64(radix) >= exactMax {
		whole /= float64(radix)
		reversed = append(reversed, '0')
	}
	for {
		rest := math.Mod(whole, float64(radix))
		reversed = append(reversed, baseDigits[int(rest)])
		if whole = (whole - rest) / float64(radix); whole < 1 {
			break
		}
	}
	slices.Reverse(reversed)
	return string(reversed)
}
