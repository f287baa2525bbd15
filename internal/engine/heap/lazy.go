package heap

import (
	"cmp"
	"reflect"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// Large Maps and Sets are where programs keep what is not for everybody: caches,
// sessions, connections. Who has such a collection gets what is in it only from the
// natives that read it. So a phase does not follow its entries: they wait, as roots
// do, and the natives call Reach. Reading one entry reaches that; going over a
// collection, or having an iterator of it, reaches all. Keys and values that a
// program puts in, or asks for, it has.

// lazyMin is how many entries a collection has at least whose entries wait.
const lazyMin = 16

// lazy are things that wait in collections.
type lazy struct {
	maps    map[unsafe.Pointer]bool // whose entries wait: goja.orderedMap
	waiting []pulled                // by number, upwards
	isOne   []uint64                // bits, by number: it was not pulled
	next    int                     // those of waiting before it were
}

// Watch makes the natives that read Maps and Sets say so to the writer of a phase.
// Without it a phase follows all entries. It must be called before any program can
// change the builtins.
func (r *Realm) Watch() {
	r.watched = true
	of := func(constructor, method string) *goja.Object {
		return r.rt.Get(constructor).(*goja.Object).Get("prototype").(*goja.Object).Get(method).(*goja.Object)
	}
	get := of("Map", "get")
	original := engine.NativeOf(get)
	engine.ReplaceNative(get, func(call goja.FunctionCall) goja.Value {
		v := original(call)
		if r.phase != nil {
			r.phase.given(v)
		}
		return v
	})
	for _, all := range []struct {
		constructor string
		methods     []string
	}{
		{"Map", []string{"entries", "forEach", "keys", "values"}},
		{"Set", []string{"entries", "forEach", "values", "difference", "intersection", "isDisjointFrom", "isSubsetOf", "isSupersetOf", "symmetricDifference", "union"}},
	} {
		for _, method := range all.methods {
			f := of(all.constructor, method)
			original := engine.NativeOf(f)
			engine.ReplaceNative(f, func(call goja.FunctionCall) goja.Value {
				if r.phase != nil {
					r.phase.goneOver(call.This)
					r.phase.goneOver(call.Argument(0))
				}
				return original(call)
			})
		}
	}
}

// given is called when a native takes a value out of a collection.
func (w *Writer) given(v goja.Value) {
	if w.waits(v) {
		w.onReach(v)
	}
}

// goneOver is called when a native may take everything out of a collection.
func (w *Writer) goneOver(v goja.Value) {
	slot := slotOf(v)
	if slot.Table != w.tables.object || len(w.units.lazy.maps) == 0 {
		return
	}
	if m := w.collectionOf((*goja.Object)(slot.Data)); m != nil && w.units.lazy.maps[m] {
		w.pullAll(m)
		w.onReach()
	}
}

// OnReach has something else called than Reach when a native gives values of a
// collection to the program.
func (w *Writer) OnReach(reach func(values ...goja.Value)) { w.onReach = reach }

// collectionOf returns the goja.orderedMap of a Map or a Set; nil for other objects.
func (f *facts) collectionOf(o *goja.Object) unsafe.Pointer {
	t := f.selfType(o)
	if t.Kind() != reflect.Pointer || !f.collectionTypes[t.Elem()] {
		return nil
	}
	return *layout.At[unsafe.Pointer](f.self(o).Data, f.collectionMap)
}

// collection writes a reference to the entries of a Map or a Set.
func (r *Realm) collection(t reflect.Type) *coder {
	field, ok := t.FieldByName("m")
	if !ok || field.Offset != r.collectionMap {
		return r.unknown(t)
	}
	pointer := r.coderOf(field.Type)
	return r.structOf(t, map[string]*coder{"m": {func(w *Writer, p unsafe.Pointer) {
		if m := *(*unsafe.Pointer)(p); w.phase == w && w.watched && *layout.At[int](m, w.mapSize) >= lazyMin && w.seen.find(m) == nil {
			if w.units.lazy.maps == nil {
				w.units.lazy.maps = map[unsafe.Pointer]bool{}
			}
			w.units.lazy.maps[m] = true
		}
		pointer.put(w, p)
	}, pointer.get}}, nil)
}

// entry writes a key or a value of a collection whose entries wait.
func (w *Writer) entry(v goja.Value) {
	slot := slotOf(v)
	if slot.Table != w.tables.object || w.byObject.find(slot.Data) != nil {
		w.value(v)
		return
	}
	seen := w.seen.entry(slot.Data)
	if seen.pointer != nil && seen.number != watched {
		w.byte(markOld)
		w.uint(uint64(w.nodes - 1 - seen.number))
		return
	}
	c, p := w.codecOf((*goja.Object)(slot.Data))
	if c == nil {
		return
	}
	l, number := &w.units.lazy, w.nodes
	w.byte(markLazy)
	w.announce(seen, slot.Data, c)
	l.waiting = append(l.waiting, pulled{node{p, c}, number})
	for int(number/64) >= len(l.isOne) {
		l.isOne = append(l.isOne, 0)
	}
	l.isOne[number/64] |= 1 << (number % 64)
}

// has says that a thing waits in a collection.
func (l *lazy) has(number uint32) bool {
	return int(number/64) < len(l.isOne) && l.isOne[number/64]&(1<<(number%64)) != 0
}

// take returns what waits under a number, which it does no longer.
func (l *lazy) take(number uint32) node {
	l.isOne[number/64] &^= 1 << (number % 64)
	i, _ := slices.BinarySearchFunc(l.waiting, number, func(p pulled, number uint32) int { return cmp.Compare(p.number, number) })
	n := l.waiting[i].node
	l.waiting[i].node = node{}
	return n
}

// pullAll makes the entries of a collection part of the unit in progress.
func (w *Writer) pullAll(m unsafe.Pointer) {
	delete(w.units.lazy.maps, m)
	w.entries(m, func(_ unsafe.Pointer, key, value goja.Value) {
		w.pullIfWaiting(key)
		w.pullIfWaiting(value)
	})
}

func (w *Writer) pullIfWaiting(v goja.Value) {
	if w.waits(v) {
		w.pull(w.seen.find(slotOf(v).Data).number)
	}
}

// skipLazy goes to the next node that is filled in its order.
func (r *Reader) skipLazy() {
	for r.units.lazy[r.next] {
		r.next++
	}
}

// lazy reads a reference to something whose content comes in a unit of its own.
func (r *Reader) lazy() goja.Value {
	mark := r.byte()
	if mark < markNew {
		r.fail("what waits was met before")
		return nil
	}
	n := r.node(mark)
	if n == nil {
		return nil
	}
	if n.object == nil {
		r.fail("a %s is no object", n.codec.name)
		return nil
	}
	if r.units.lazy == nil {
		r.units.lazy = map[int]bool{}
	}
	r.units.lazy[len(r.nodes)-1] = true
	return n.object
}
