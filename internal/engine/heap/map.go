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
	put := w.value
	if w.units.lazy.maps[m] {
		put = w.entry
	}
	w.order.begin(w, m)
	w.mapPiece(*layout.At[unsafe.Pointer](m, w.mapFirst), put)
}

func getMap(r *Reader, m unsafe.Pointer) {
	var hash unsafe.Pointer
	if r.byte() != 0 {
		hash = hashOf(r.rt)
	}
	reflect.NewAt(r.mapType, m).Elem().Set(reflect.NewAt(r.mapType, newMap(hash)).Elem())
	r.mapPiece(readRest{m: m, entries: r.count(), keyed: hash != nil})
}

// isProperty says that a value is none of JavaScript's.
func (f *facts) isProperty(v goja.Value) bool {
	table := slotOf(v).Table
	return table == f.tables.property || table == f.tables.mapped
}

// entryOrder notes in a phase which entries maps had, and in which order, when they
// were written: an iterator that is written later stands behind one of these, and
// the map may have changed.
type entryOrder struct {
	entries []unsafe.Pointer
	maps    []orderedEntries
	byMap   map[unsafe.Pointer]int // of the first indexed of maps
	indexed int
}

// orderedEntries are those of a map, from one place to another.
type orderedEntries struct {
	m        unsafe.Pointer
	from, to int
	places   map[unsafe.Pointer]int // of entries, when somebody asked
}

func (o *entryOrder) begin(w *Writer, m unsafe.Pointer) {
	if w.units.begun {
		o.maps = append(o.maps, orderedEntries{m: m, from: len(o.entries), to: len(o.entries)})
	}
}

func (o *entryOrder) add(w *Writer, entry unsafe.Pointer) {
	if w.units.begun {
		o.entries = append(o.entries, entry)
		o.maps[len(o.maps)-1].to++
	}
}

// placesIn returns which entries a map had that was written; nil for another.
func (o *entryOrder) placesIn(m unsafe.Pointer) map[unsafe.Pointer]int {
	if o.byMap == nil {
		o.byMap = map[unsafe.Pointer]int{}
	}
	for ; o.indexed < len(o.maps); o.indexed++ {
		o.byMap[o.maps[o.indexed].m] = o.indexed
	}
	i, ok := o.byMap[m]
	if !ok {
		return nil
	}
	had := &o.maps[i]
	if had.places == nil {
		had.places = make(map[unsafe.Pointer]int, had.to-had.from)
		for i, e := range o.entries[had.from:had.to] {
			had.places[e] = i
		}
	}
	return had.places
}

// behind returns how many entries lie behind an iterator of m that stands at one:
// of those that are there, or that were when m was written. An entry that was
// deleted keeps its way to the one before it.
func (w *Writer) behind(m, at unsafe.Pointer) (n int) {
	places := w.order.placesIn(m)
	for e := at; e != nil; e = *layout.At[unsafe.Pointer](e, w.entryPrev) {
		if place, had := places[e]; had {
			return place + 1
		}
		if places == nil && *layout.At[goja.Value](e, w.entryKey) != nil {
			n++
		}
	}
	return n
}

// iterator writes where the iterator of a map is: how many entries of those that
// are still there lie behind it.
func (r *Realm) iterator() *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) {
		m, at := *(*unsafe.Pointer)(p), *layout.At[unsafe.Pointer](p, unsafe.Sizeof(p))
		w.pointer(m, w.codecFor(w.mapType, "goja.orderedMap"))
		if w.units.lazy.maps[m] {
			w.pullAll(m)
		}
		w.uint(uint64(w.behind(m, at)))
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
