package engine

import (
	"math"

	"github.com/dop251/goja"
)

// maxStringLength is V8's: the longest string that a program can have.
const maxStringLength = 1<<29 - 24

// limitStrings makes the builtins that can make any string throw V8's
// RangeError where goja would ask for all memory there is.
func (s *Stacks) limitStrings() {
	proto := s.rt.GlobalObject().Get("String").(*goja.Object).Get("prototype").(*goja.Object)
	s.limitString(proto, "repeat", func(length int, count float64) float64 {
		if math.IsInf(count, 0) {
			return 0 // goja has an error of its own for that
		}
		return float64(length) * count
	})
	pad := func(_ int, target float64) float64 { return target }
	s.limitString(proto, "padStart", pad)
	s.limitString(proto, "padEnd", pad)
}

// limitString lets a builtin run when the result, whose length is that of a
// string and a number, can be. Anything else than these goja converts itself.
func (s *Stacks) limitString(proto *goja.Object, name string, result func(length int, n float64) float64) {
	f := proto.Get(name).(*goja.Object)
	var original Native
	original = ReplaceNative(f, func(call goja.FunctionCall) goja.Value {
		text, isString := call.This.(goja.String)
		if n := call.Argument(0); isString && text.Length() > 0 && primitiveTypeName(n) == "Number" {
			if result(text.Length(), n.ToFloat()) > maxStringLength {
				panic(s.newError("RangeError", "Invalid string length"))
			}
		}
		return original(call)
	})
}
