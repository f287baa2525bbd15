package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// Functions of goja's that make its maps. They are linked by name; see
// engine/link.go.

//go:linkname setInMap github.com/dop251/goja.(*orderedMap).set
func setInMap(m unsafe.Pointer, key, value goja.Value)

//go:linkname newMap github.com/dop251/goja.newOrderedMap
func newMap(hash unsafe.Pointer) unsafe.Pointer

//go:linkname hashOf github.com/dop251/goja.(*Runtime).getHash
func hashOf(rt *goja.Runtime) unsafe.Pointer

// putMap writes a goja.orderedMap. Its hashes are made of addresses, so it is
// filled anew.
func putMap(w *Writer, m unsafe.Pointer) {
	w.bool(*layout.At[unsafe.Pointer](m, w.mapHash) != nil)
	w.uint(uint64(*layout.At[int](m, w.mapSize)))
	i := 0
	w.entries(m, func(_ unsafe.Pointer, key, value goja.Value) {
		if w.trace != nil {
			w.trace.entry(i, key)
			i++
		}
		w.value(key)
		w.value(value)
	})
}

func getMap(r *Reader, m unsafe.Pointer) {
	var hash unsafe.Pointer
	if r.byte() != 0 {
		hash = hashOf(r.rt)
	}
	reflect.NewAt(r.mapType, m).Elem().Set(reflect.NewAt(r.mapType, newMap(hash)).Elem())
	for range r.count() {
		key, value := r.value(), r.value()
		if _, symbol := key.(*goja.Symbol); key == nil || r.err != nil || hash == nil && !symbol || r.isProperty(key) {
			r.fail("a map has an entry without a key")
			return
		}
		setInMap(m, key, value)
	}
}

// isProperty says that a value is none of JavaScript's.
func (f *facts) isProperty(v goja.Value) bool {
	table := slotOf(v).Table
	return table == f.tables.property || table == f.tables.mapped
}

// iterator writes where the iterator of a map is: how many entries of those that
// are still there lie behind it.
func (r *Realm) iterator() *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) {
		w.pointer(*(*unsafe.Pointer)(p), w.codecFor(w.mapType, "goja.orderedMap"))
		behind := 0
		for e := *layout.At[unsafe.Pointer](p, unsafe.Sizeof(p)); e != nil; e = *layout.At[unsafe.Pointer](e, w.entryPrev) {
			if *layout.At[goja.Value](e, w.entryKey) != nil {
				behind++
			}
		}
		w.uint(uint64(behind))
	}, func(r *Reader, p unsafe.Pointer) {
		m := r.pointer(r.codecFor(r.mapType, "goja.orderedMap"))
		*(*unsafe.Pointer)(p) = m
		behind := r.uint()
		r.later = append(r.later, func() {
			var current unsafe.Pointer
			if m != nil && behind > 0 && behind <= uint64(*layout.At[int](m, r.mapSize)) {
				current = *layout.At[unsafe.Pointer](m, r.mapFirst)
				for ; behind > 1; behind-- {
					current = *layout.At[unsafe.Pointer](current, r.entryNext)
				}
			}
			*layout.At[unsafe.Pointer](p, unsafe.Sizeof(p)) = current
		})
	}}
}
