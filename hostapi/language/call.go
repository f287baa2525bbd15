package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// call calls a function that a builtin was given: the callback of replace, the
// exec of a changed regular expression. It belongs to the call of the builtin,
// as with the engine's own natives: no turn begins, and what f throws passes
// through.
func call(e *host.Env, f goja.Value, this goja.Value, args ...goja.Value) goja.Value {
	if o, ok := f.(*goja.Object); ok {
		if native, ok := o.Export().(func(goja.FunctionCall) goja.Value); ok {
			return native(goja.FunctionCall{This: this, Arguments: args})
		}
	}
	callable, ok := goja.AssertFunction(f)
	if !ok {
		panic(e.TypeError("", f.String()+" is not a function"))
	}
	v, err := callable(this, args...)
	if err != nil {
		panic(err)
	}
	return v
}

func isCallable(v goja.Value) bool {
	_, ok := goja.AssertFunction(v)
	return ok
}
