package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// SetFunctionSource sets the text that Function.prototype.toString shows for a
// function that is written in JavaScript. It panics with a LayoutError for
// anything else.
func SetFunctionSource(f *goja.Object, text string) {
	self := reflect.ValueOf(f).Elem().FieldByName("self")
	if self.IsValid() && self.Kind() == reflect.Interface && self.Elem().Kind() == reflect.Pointer {
		field := self.Elem().Elem().FieldByName("src")
		if field.IsValid() && field.Kind() == reflect.String {
			*(*string)(unsafe.Pointer(field.UnsafeAddr())) = text
			return
		}
	}
	panic(&LayoutError{"baseJsFuncObject.src", "field is missing"})
}
