package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
)

// construct is what a native constructor runs.
type construct = func(args []goja.Value, newTarget *goja.Object) *goja.Object

// CleanMessages keeps Go pointers out of error messages. goja prints an object
// that cannot be converted to a primitive with all its Go fields: a program
// could read addresses, which differ from run to run. The message becomes V8's.
// It panics when goja's TypeError is not the native function that it was.
func CleanMessages(rt *goja.Runtime) {
	constructor, _ := rt.GlobalObject().Get("TypeError").(*goja.Object)
	field := constructField(constructor)
	original := *field
	*field = func(args []goja.Value, newTarget *goja.Object) *goja.Object {
		if len(args) > 0 && args[0] != nil {
			if text, ok := args[0].(goja.String); ok && strings.HasPrefix(text.String(), "Could not convert &{") {
				args = []goja.Value{rt.ToValue("Cannot convert object to primitive value")}
			}
		}
		return original(args, newTarget)
	}
}

// constructField returns the place where a native constructor keeps its
// function.
func constructField(constructor *goja.Object) *construct {
	self := reflect.ValueOf(constructor).Elem().FieldByName("self")
	if !self.IsValid() || self.Elem().Type().String() != "*goja.nativeFuncObject" {
		panic(&LayoutError{"Object.self", "TypeError is not a native function"})
	}
	field := self.Elem().Elem().FieldByName("construct")
	if !field.IsValid() || field.Type() != reflect.TypeFor[construct]() {
		panic(&LayoutError{"nativeFuncObject.construct", "has another type"})
	}
	return (*construct)(unsafe.Pointer(field.UnsafeAddr()))
}
