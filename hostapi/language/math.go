package language

import (
	"math"
	"math/bits"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/ieee754"
)

// unary are the functions of one number whose last digits depend on the algorithm.
var unary = [...]struct {
	name string
	f    func(float64) float64
}{
	{"acos", ieee754.Acos}, {"acosh", ieee754.Acosh}, {"asin", ieee754.Asin}, {"asinh", ieee754.Asinh},
	{"atan", ieee754.Atan}, {"atanh", ieee754.Atanh}, {"cbrt", ieee754.Cbrt}, {"cos", ieee754.Cos},
	{"cosh", ieee754.Cosh}, {"exp", ieee754.Exp}, {"expm1", ieee754.Expm1}, {"log", ieee754.Log},
	{"log10", ieee754.Log10}, {"log1p", ieee754.Log1p}, {"log2", ieee754.Log2}, {"sin", ieee754.Sin},
	{"sinh", ieee754.Sinh}, {"tan", ieee754.Tan}, {"tanh", ieee754.Tanh},
}

// installMath gives Math's functions V8's last digits. It also repairs what
// goja's do with numbers beyond 64 bits, which they take for 0, and with no
// argument.
func installMath(e *host.Env) {
	o := e.RT.GlobalObject().Get("Math").(*goja.Object)
	replace := func(name string, f func(c goja.FunctionCall, original engine.Native) goja.Value) {
		var original engine.Native
		original = engine.ReplaceNative(o.Get(name).(*goja.Object), func(c goja.FunctionCall) goja.Value {
			return f(c, original)
		})
	}
	number := func(f float64) goja.Value { return e.RT.ToValue(f) }
	for _, u := range unary {
		replace(u.name, func(c goja.FunctionCall, _ engine.Native) goja.Value {
			return number(u.f(c.Argument(0).ToFloat()))
		})
	}
	replace("atan2", func(c goja.FunctionCall, _ engine.Native) goja.Value {
		y := c.Argument(0).ToFloat()
		return number(ieee754.Atan2(y, c.Argument(1).ToFloat()))
	})
	replace("pow", func(c goja.FunctionCall, _ engine.Native) goja.Value {
		x := c.Argument(0).ToFloat()
		return number(ieee754.Pow(x, c.Argument(1).ToFloat()))
	})
	replace("hypot", func(c goja.FunctionCall, _ engine.Native) goja.Value {
		numbers := make([]float64, len(c.Arguments))
		for i := range numbers {
			numbers[i] = c.Argument(i).ToFloat()
		}
		return number(ieee754.Hypot(numbers))
	})
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
