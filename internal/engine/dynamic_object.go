package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// DynamicObject is a dynamic object of goja's that is a part of its handler:
// Runtime.NewDynamicObject makes two more objects on the heap, and changing the
// prototype costs a protected call.
type DynamicObject struct {
	object  goja.Object
	dynamic dynamicObject
}

// dynamicObject mirrors goja's.
type dynamicObject struct {
	val, prototype *goja.Object
	handler        goja.DynamicObject
}

// Init makes d an object of prototype's runtime. It must be called once, before
// any other method.
func (d *DynamicObject) Init(handler goja.DynamicObject, prototype *goja.Object) {
	d.dynamic = dynamicObject{&d.object, prototype, handler}
	o := unsafe.Pointer(&d.object)
	*at[slot](o, stackLayout.objectSelf) = slot{dynamicLayout.table, unsafe.Pointer(&d.dynamic)}
	*at[*goja.Runtime](o, stackLayout.objectRuntime) = *at[*goja.Runtime](unsafe.Pointer(prototype), stackLayout.objectRuntime)
}

// Object returns the object.
func (d *DynamicObject) Object() *goja.Object { return &d.object }

// Prototype returns the object's prototype.
func (d *DynamicObject) Prototype() *goja.Object { return d.dynamic.prototype }

// SetPrototype changes the object's prototype.
func (d *DynamicObject) SetPrototype(prototype *goja.Object) { d.dynamic.prototype = prototype }

// HandlerOf returns the handler of a dynamic object, nil for any other object.
// It runs no JavaScript.
func HandlerOf(o *goja.Object) goja.DynamicObject {
	if self := selfOf(o); self.table == dynamicLayout.table {
		return (*dynamicObject)(self.data).handler
	}
	return nil
}

// dynamicLayout is the interface table of dynamic objects.
var dynamicLayout struct{ table unsafe.Pointer }

// readDynamic checks that goja's dynamic objects are like ours.
func (l *layoutReader) readDynamic(rt *goja.Runtime) {
	if l.Err != nil {
		return
	}
	var handler goja.DynamicObject
	example := rt.NewDynamicObject(handler)
	t := l.selfType(example, "*goja.dynamicObject")
	base := l.Field(t, "baseDynamicObject", "goja.baseDynamicObject")
	if l.Err != nil {
		return
	}
	var mirror dynamicObject
	if base.Offset+l.Offset(base.Type, "val", "*goja.Object") != unsafe.Offsetof(mirror.val) ||
		base.Offset+l.Offset(base.Type, "prototype", "*goja.Object") != unsafe.Offsetof(mirror.prototype) ||
		l.Offset(t, "d", "goja.DynamicObject") != unsafe.Offsetof(mirror.handler) || t.Size() != reflect.TypeOf(mirror).Size() {
		if l.Err == nil {
			l.Err = &LayoutError{Field: "dynamicObject", Reason: "has other fields"}
		}
		return
	}
	o := &dynamicLayout
	o.table = selfOf(example).table
}
