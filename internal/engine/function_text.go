package engine

import "github.com/dop251/goja"

// hideBoundNames makes Function.prototype.toString leave out the name of a bound
// function, as V8 does.
func (s *Stacks) hideBoundNames() {
	toString := s.rt.GlobalObject().Get("Function").(*goja.Object).Get("prototype").(*goja.Object).Get("toString").(*goja.Object)
	text := s.rt.ToValue("function () { [native code] }")
	var original Native
	original = ReplaceNative(toString, func(call goja.FunctionCall) goja.Value {
		if f, ok := call.This.(*goja.Object); ok && selfOf(f).table == methods.boundTable {
			return text
		}
		return original(call)
	})
}
