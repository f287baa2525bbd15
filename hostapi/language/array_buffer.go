package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// addArrayBuffer adds what programs ask to find out whether a buffer can be
// resized. None can: the views of one would have to follow.
func addArrayBuffer(e *host.Env) {
	proto := prototypeOf(e, "ArrayBuffer")
	getter := func(name string, get func(b goja.ArrayBuffer) goja.Value) {
		accessor(e, proto, name, e.Function(host.Native{Name: "get " + name, Fn: func(e *host.Env, c goja.FunctionCall) goja.Value {
			if o, ok := c.This.(*goja.Object); ok {
				if b, ok := o.Export().(goja.ArrayBuffer); ok {
					return get(b)
				}
			}
			panic(incompatible(e, "get ArrayBuffer.prototype."+name, c.This))
		}}), nil)
	}
	getter("maxByteLength", func(b goja.ArrayBuffer) goja.Value { return e.RT.ToValue(len(b.Bytes())) })
	getter("resizable", func(goja.ArrayBuffer) goja.Value { return e.RT.ToValue(false) })
	builtin(e, proto, host.Native{Name: "resize", Length: 1, Fn: func(e *host.Env, c goja.FunctionCall) goja.Value {
		panic(incompatible(e, "ArrayBuffer.prototype.resize", c.This))
	}})
}
