package language

import (
	"math"
	"math/bits"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// installMath repairs what goja's Math does with numbers beyond 64 bits, which
// it takes for 0, and with no argument.
func installMath(e *host.Env) {
	o := e.RT.GlobalObject().Get("Math").(*goja.Object)
	replace := func(name string, f func(c goja.FunctionCall, original engine.Native) goja.Value) {
		var original engine.Native
		original = engine.ReplaceNative(o.Get(name).(*goja.Object), func(c goja.FunctionCall) goja.Value {
			return f(c, original)
		})
	}
	replace("clz32", func(c goja.FunctionCall, _ engine.Native) goja.Value {
		return e.RT.ToValue(bits.LeadingZeros32(toUint32(c.Argument(0))))
	})
	replace("imul", func(c goja.FunctionCall, _ engine.Native) goja.Value {
		a := toUint32(c.Argument(0))
		return e.RT.ToValue(int32(a * toUint32(c.Argument(1))))
	})
	replace("sign", func(c goja.FunctionCall, original engine.Native) goja.Value {
		n := c.Argument(0).ToNumber()
		if math.IsNaN(n.ToFloat()) {
			return goja.NaN()
		}
		return original(goja.FunctionCall{This: c.This, Arguments: []goja.Value{n}})
	})
}

// toUint32 converts any value to an integer modulo 2^32, as JavaScript does.
func toUint32(v goja.Value) uint32 {
	n := v.ToNumber()
	if i, ok := n.Export().(int64); ok {
		return uint32(i)
	}
	f := math.Trunc(n.ToFloat())
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return 0
	}
	rest := math.Mod(f, 1<<32)
	if rest < 0 {
		rest += 1 << 32
	}
	return uint32(rest)
}
