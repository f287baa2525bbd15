package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// Native is what a builtin function runs.
type Native = func(goja.FunctionCall) goja.Value

// Construct is what new runs for a builtin constructor.
type Construct = construct

// ReplaceNative makes a builtin function run something else; the function
// object, its name and its properties stay. It returns what ran before, and
// panics with a LayoutError when f is not a native function of goja's.
func ReplaceNative(f *goja.Object, native Native) Native {
	field := nativeField(f)
	original := *field
	*field = native
	return original
}

// NativeOf returns what a builtin function runs. It panics like ReplaceNative.
func NativeOf(f *goja.Object) Native { return *nativeField(f) }

// ReplaceConstruct does the same for what new runs.
func ReplaceConstruct(f *goja.Object, own Construct) Construct {
	field := constructField(f)
	original := *field
	*field = own
	return original
}

func nativeField(f *goja.Object) *Native { return builtinField[Native](f, "f") }

// constructField returns the place where a native constructor keeps the
// function that constructs.
func constructField(constructor *goja.Object) *construct {
	return builtinField[construct](constructor, "construct")
}

func builtinField[F any](f *goja.Object, name string) *F {
	self := reflect.ValueOf(f).Elem().FieldByName("self")
	if !self.IsValid() || !isNativeType(self.Elem().Type().String()) {
		panic(&LayoutError{Field: "Object.self", Reason: "is not a native function"})
	}
	field := self.Elem().Elem().FieldByName(name)
	if !field.IsValid() || field.Type() != reflect.TypeFor[F]() {
		panic(&LayoutError{Field: "native function's " + name, Reason: "has another type"})
	}
	return (*F)(unsafe.Pointer(field.UnsafeAddr()))
}

// isNativeType says whether a type is one of native functions: those whose
// properties are made when somebody reads them are another.
func isNativeType(name string) bool {
	return name == "*goja.nativeFuncObject" || name == "*goja.templatedFuncObject"
}
