package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/nesting"
)

// goja's builtins go down nested values by calling themselves. Values that nest
// deeper than a program's calls can are refused with V8's RangeError, before Go's
// stack ends the process.

// maxValueDepth is how deep values may nest for builtins that go down in them.
const maxValueDepth = 5000

func tooDeep(e *host.Env) goja.Value { return e.RangeError("", nesting.ErrTooDeep.Error()) }

func installDepthLimits(e *host.Env) {
	limitStringify(e)
	limitFlat(e)
	limitJoin(e)
	limitProxies(e)
	limitBind(e)
}

func globalObject(e *host.Env, name string) *goja.Object {
	return e.RT.GlobalObject().Get(name).(*goja.Object)
}

func limitStringify(e *host.Env) {
	var original engine.Native
	original = engine.ReplaceNative(globalObject(e, "JSON").Get("stringify").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		if engine.Deep(c.Argument(0), maxValueDepth, false) {
			panic(tooDeep(e))
		}
		return original(c)
	})
}

func limitFlat(e *host.Env) {
	var original engine.Native
	original = engine.ReplaceNative(prototypeOf(e, "Array").Get("flat").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		if depth := c.Argument(0); !goja.IsUndefined(depth) && engine.Deep(c.This, maxValueDepth, true) {
			// A number is all that can be asked twice for its value.
			if _, isObject := depth.(*goja.Object); isObject || depth.ToFloat() > maxValueDepth {
				panic(tooDeep(e))
			}
		}
		return original(c)
	})
}

// limitJoin counts the calls of join inside of join: an array in an array comes
// back to it through toString.
func limitJoin(e *host.Env) {
	depth := 0
	for _, name := range []string{"join", "toLocaleString"} {
		var original engine.Native
		original = engine.ReplaceNative(prototypeOf(e, "Array").Get(name).(*goja.Object), func(c goja.FunctionCall) goja.Value {
			if depth >= maxValueDepth {
				panic(tooDeep(e))
			}
			depth++
			defer func() { depth-- }()
			return original(c)
		})
	}
}

// limitProxies refuses a proxy of a proxy of a proxy …
func limitProxies(e *host.Env) {
	proxy := globalObject(e, "Proxy")
	check := func(args []goja.Value) {
		for _, v := range args[:min(len(args), 2)] {
			if engine.ProxyChain(v, maxValueDepth) > maxValueDepth {
				panic(tooDeep(e))
			}
		}
	}
	var construct engine.Construct
	construct = engine.ReplaceConstruct(proxy, func(args []goja.Value, newTarget *goja.Object) *goja.Object {
		check(args)
		return construct(args, newTarget)
	})
	var revocable engine.Native
	revocable = engine.ReplaceNative(proxy.Get("revocable").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		check(c.Arguments)
		return revocable(c)
	})
}

// longestName is that of a function that was bound some thousand times. Each
// binding copies the name.
const longestName = len("bound ") * maxValueDepth

func limitBind(e *host.Env) {
	var original engine.Native
	original = engine.ReplaceNative(prototypeOf(e, "Function").Get("bind").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		bound := original(c)
		if name, ok := bound.(*goja.Object).Get("name").(goja.String); ok && name.Length() > longestName {
			panic(tooDeep(e))
		}
		return bound
	})
}
