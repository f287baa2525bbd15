package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// hidden makes goja make the intrinsics that no property leads to.
const hidden = `[function* () {}, async function () {}, [].values(), new Map().entries(), new Set().values(), ''[Symbol.iterator](),
''.matchAll(/a/g), (function () { 'use strict'; return arguments })()]`

// nameIntrinsics names everything that can be reached in a runtime in which
// nothing ran yet. goja makes most of it when it is first used; here it must all
// be there.
func (r *Realm) nameIntrinsics() error {
	examples, err := r.rt.RunString(hidden)
	if err != nil {
		return err
	}
	n := naming{Realm: r}
	n.visit(r.rt.GlobalObject(), "globalThis", "", "")
	global := reflect.NewAt(r.runtimeGlobal.Type, unsafe.Add(unsafe.Pointer(r.rt), r.runtimeGlobal.Offset)).Elem()
	for i := range global.NumField() {
		if f := global.Type().Field(i); f.Type == reflect.TypeFor[*goja.Object]() {
			n.visit(*(**goja.Object)(unsafe.Pointer(global.Field(i).UnsafeAddr())), "%", f.Name, "%")
		}
	}
	list := examples.(*goja.Object)
	for _, i := range list.Keys() {
		o := list.Get(i).(*goja.Object)
		n.visit(o.Prototype(), "%example ", i, ".[[Prototype]]%")
		n.lookAt(o, "%example "+i+"%")
	}
	if stacks := engine.StacksOf(r.rt); stacks != nil {
		n.visit(stacks.CallSites(), "%CallSite.prototype%", "", "")
	}
	n.drain()
	return nil
}

// naming walks over intrinsics, first come first served.
type naming struct {
	*Realm
	next int
}

// visit names an object that has no name yet: by what it is a property of, its key
// there, and an end. Most have one.
func (n *naming) visit(o *goja.Object, of, key, end string) {
	if o == nil || n.byObject.find(unsafe.Pointer(o)) != nil {
		return
	}
	// These make what goja has only planned.
	o.Prototype()
	o.GetOwnPropertyNames()
	o.Symbols()
	name := of + key + end
	if _, taken := n.byName[name]; taken {
		name += "'"
	}
	n.add(o, name)
}

func (n *naming) drain() {
	for ; n.next < len(n.objects); n.next++ {
		n.lookAt(n.objects[n.next].object, n.objects[n.next].name)
	}
}

// lookAt visits what o refers to.
func (n *naming) lookAt(o *goja.Object, name string) {
	if !n.implementationOf(o).plain {
		return
	}
	if name == "globalThis" {
		name = "%"
	} else {
		name = name[:len(name)-1] + "."
	}
	b := n.self(o).Data
	n.visit(*layout.At[*goja.Object](b, n.base.prototype), name, "[[Prototype]]", "%")
	names, values := n.properties(b)
	for _, key := range names {
		n.property(values[key], name, string(key), "%")
	}
	n.entries(*layout.At[unsafe.Pointer](b, n.base.symbols), func(_ unsafe.Pointer, key, value goja.Value) {
		n.property(value, name+"[", key.String(), "]%")
	})
}

func (n *naming) property(v goja.Value, of, key, end string) {
	switch slot := slotOf(v); slot.Table {
	case n.tables.object:
		n.visit((*goja.Object)(slot.Data), of, key, end)
	case n.tables.property:
		p := n.propertyAt(slot.Data)
		if p.getter != nil || p.setter != nil {
			n.visit(p.getter, "%get "+of[1:], key, end)
			n.visit(p.setter, "%set "+of[1:], key, end)
		}
		if p.value != nil {
			n.property(p.value, of, key, end)
		}
	}
}
