package heap

import (
	"reflect"
	"unsafe"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// What the engine puts into goja's heaps: structs, methods of them as Go functions,
// and objects with other methods than goja's.

// otherMethods returns how objects are written that have a table of methods of the
// engine's; nil when there is none of the name.
func (r *Realm) otherMethods(name string) *codec {
	for _, t := range engine.MethodTables() {
		if t.Name == name {
			return r.withMethods(t)
		}
	}
	return nil
}

func (r *Realm) withMethods(t engine.MethodTable) *codec {
	if c := r.byTable[t.Table]; c != nil {
		return c
	}
	c := *r.objectCodec(t.Of)
	c.name, c.table = t.Name, t.Table
	r.register(&c)
	r.byTable[t.Table] = &c
	return &c
}

// tableCodec returns how objects are written that have a table of methods; name is
// that of the Go type. It is nil when they cannot be.
func (r *Realm) tableCodec(name string, table unsafe.Pointer) *codec {
	for _, t := range engine.MethodTables() {
		if t.Table == table {
			return r.withMethods(t)
		}
	}
	return r.objectCodec(name)
}

// single returns what the runtime has once.
func (r *Reader) single(t reflect.Type) unsafe.Pointer {
	p := engine.HeapSingle(r.rt, t)
	if p == nil {
		r.fail("the runtime has no %s", t)
	}
	return p
}

// addMethods makes the engine's methods known.
func (c *closures) addMethods() {
	for _, m := range engine.HeapMethods() {
		name := "method " + m.Receiver.Elem().Name() + "." + m.Name
		c.byName[name] = closure{m.Code, []reflect.Type{m.Receiver}, m.Signature}
		c.byCode[m.Code] = name
	}
}

// anyStruct writes a pointer to a struct of the engine's.
func (w *Writer) anyStruct(p unsafe.Pointer) {
	v := reflect.ValueOf(*(*any)(p))
	var c *codec
	if v.Kind() == reflect.Pointer {
		c = w.structCodec(v.Type().Elem().String())
	}
	if c == nil {
		w.fail("a Go value of type %s", v.Type())
		return
	}
	w.byte(5)
	w.typeNumber(c)
	w.pointer((*layout.Slot)(p).Data, c)
}

func (r *Reader) anyStruct(into *any) {
	if c := r.typeNumber(); c != nil {
		if p := r.pointer(c); p != nil {
			*into = reflect.NewAt(c.of, p).Interface()
		}
	}
}
