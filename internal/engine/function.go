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
	panic(&LayoutError{Field: "baseJsFuncObject.src", Reason: "field is missing"})
}

// AdvanceByCodePoints makes an iterator of matchAll go on behind a whole code
// point after an empty match, which goja does for the flag u but not for v. It
// panics with a LayoutError for any other object.
func AdvanceByCodePoints(iterator *goja.Object) {
	self := reflect.ValueOf(iterator).Elem().FieldByName("self")
	if self.IsValid() && self.Elem().Type().String() == "*goja.regExpStringIterObject" {
		if field := self.Elem().Elem().FieldByName("fullUnicode"); field.IsValid() && field.Kind() == reflect.Bool {
			*(*bool)(unsafe.Pointer(field.UnsafeAddr())) = true
			return
		}
	}
	panic(&LayoutError{Field: "regExpStringIterObject.fullUnicode", Reason: "field is missing"})
}
