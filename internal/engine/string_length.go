package engine

import (
	"math"
	"slices"

	"github.com/dop251/goja"
)

// maxStringLength is V8's: the longest string that a program can have.
const maxStringLength = 1<<29 - 24

// limitStrings makes the builtins that can make any string throw V8's
// RangeError where goja would ask for all memory there is.
func (s *Stacks) limitStrings() {
	proto := s.rt.GlobalObject().Get("String").(*goja.Object).Get("prototype").(*goja.Object)
	s.limitString(proto, "repeat", func(length int, count float64) float64 {
		if math.IsInf(count, 0) || math.Trunc(count) < 0 {
			panic(s.newError("RangeError", "Invalid count value: "+s.rt.ToValue(count).String()))
		}
		return float64(length) * count
	})
	pad := func(_ int, target float64) float64 { return target }
	s.limitString(proto, "padStart", pad)
	s.limitString(proto, "padEnd", pad)
}

// limitString lets a builtin run when the result, whose length is that of a
// string and a number, can be.
func (s *Stacks) limitString(proto *goja.Object, name string, result func(length int, n float64) float64) {
	f := proto.Get(name).(*goja.Object)
	var original Native
	original = ReplaceNative(f, func(call goja.FunctionCall) goja.Value {
		n := call.Argument(0)
		if goja.IsUndefined(call.This) || !convertible(call.This) || !convertible(n) {
			return original(call) // which throws, or takes n for 0
		}
		text, ok := call.This.ToString().(goja.String)
		if !ok { // goja leaves numbers as they are
			text = s.rt.ToValue(call.This.String()).(goja.String)
		}
		count := n.ToNumber()
		length := result(text.Length(), count.ToFloat())
		rest := slices.Clone(call.Arguments[min(1, len(call.Arguments)):])
		isFilled := true // nothing is put behind by no filler
		if filler := call.Argument(1); !goja.IsUndefined(filler) && length > float64(text.Length()) && name != "repeat" {
			rest[0] = filler.ToString()
			filled, isText := rest[0].(goja.String)
			isFilled = !isText || filled.Length() > 0
		}
		if isFilled && length > maxStringLength {
			panic(s.newError("RangeError", "Invalid string length"))
		}
		if length == 0 {
			count = s.rt.ToValue(0) // goja would put nothing together many times
		}
		return original(goja.FunctionCall{This: text, Arguments: append([]goja.Value{count}, rest...)})
	})
}

// convertible says that a value can be made a string, and a number.
func convertible(v goja.Value) bool {
	if v == nil || goja.IsNull(v) {
		return false
	}
	if _, ok := v.(*goja.Object); ok {
		return true
	}
	name := primitiveTypeName(v)
	return name != "Symbol" && name != "BigInt"
}
