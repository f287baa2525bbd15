package heap

import (
	"cmp"
	"reflect"
	"slices"
	"sync"
	"unsafe"
	"weak"

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

//go:linkname setInWeakMap github.com/dop251/goja.(*weakMap).set
func setInWeakMap(m unsafe.Pointer, key *goja.Object, value goja.Value)

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
		if _, symbol := key.(*goja.Symbol); key == nil || r.err != nil || hash == nil && !symbol {
			r.fail("a map has an entry without a key")
			return
		}
		setInMap(m, key, value)
	}
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

// weakMap is one that was met, by number. Its entries go when the garbage collector
// finds their keys, on a goroutine of Go's: hence the lock.
type weakMap struct {
	entries *map[weak.Pointer[goja.Object]]goja.Value
	lock    *sync.Mutex
	written map[*goja.Object]bool
}

// weakEntry is an entry of a weak map whose key was reached.
type weakEntry struct {
	position uint64
	key      *goja.Object
	value    goja.Value
}

// reachedIn returns the entries of m to be written, in order.
func (w *Writer) reachedIn(m *weakMap) []weakEntry {
	m.lock.Lock()
	defer m.lock.Unlock()
	var reached []weakEntry
	for pointer, value := range *m.entries {
		if key := pointer.Value(); key != nil && !m.written[key] {
			if at, ok := w.position(key); ok {
				reached = append(reached, weakEntry{at, key, value})
			}
		}
	}
	slices.SortFunc(reached, func(a, b weakEntry) int { return cmp.Compare(a.position, b.position) })
	return reached
}

// weakMap writes only that there is one. Its entries follow when both the map and
// the key were reached in another way.
func (r *Realm) weakMap(t reflect.Type) *coder {
	f, ok := t.FieldByName("m")
	lock, ok2 := t.FieldByName("Mutex")
	if !ok || !ok2 || f.Type != reflect.TypeFor[map[weak.Pointer[goja.Object]]goja.Value]() || lock.Type != reflect.TypeFor[sync.Mutex]() {
		return r.unknown(t)
	}
	return &coder{func(w *Writer, p unsafe.Pointer) {
		w.weak = append(w.weak, weakMap{layout.At[map[weak.Pointer[goja.Object]]goja.Value](p, f.Offset), layout.At[sync.Mutex](p, lock.Offset), map[*goja.Object]bool{}})
		w.byte(1)
	}, func(r *Reader, p unsafe.Pointer) {
		r.byte()
		*layout.At[map[weak.Pointer[goja.Object]]goja.Value](p, f.Offset) = map[weak.Pointer[goja.Object]]goja.Value{}
		r.weak = append(r.weak, p)
	}}
}

// position orders objects: those with names first.
func (w *Writer) position(o *goja.Object) (n uint64, reached bool) {
	if e := w.seen.find(unsafe.Pointer(o)); e != nil {
		return 1<<32 + uint64(e.number), true
	}
	if e := w.byObject.find(unsafe.Pointer(o)); e != nil {
		return uint64(e.number), true
	}
	return 0, false
}

// ephemerons writes the entries of weak maps whose keys were reached; false when
// there are none.
func (w *Writer) ephemerons() bool {
	found := false
	for i := range w.weak {
		m := &w.weak[i]
		reached := w.reachedIn(m)
		for _, e := range reached {
			m.written[e.key] = true
			w.begin(partWeak)
			w.uint(uint64(i))
			w.ref(e.key)
			if w.trace != nil {
				w.trace.named("(entry of a weak map)")
			}
			w.value(e.value)
		}
		found = found || len(reached) > 0
	}
	return found
}

func (r *Reader) ephemeron() {
	n := r.uint()
	key, value := r.ref(), r.value()
	if n >= uint64(len(r.weak)) || key == nil {
		r.fail("an entry belongs to no weak map")
		return
	}
	setInWeakMap(r.weak[n], key, value)
}

// privateMembers are those of an object that wait for somebody who can name them.
type privateMembers struct {
	object  *goja.Object
	members map[unsafe.Pointer]unsafe.Pointer
	written map[unsafe.Pointer]bool
}

// putPrivate keeps the private members of an object until the class that can name
// them was reached: the map that holds them has no order.
func (w *Writer) putPrivate(o *goja.Object, p unsafe.Pointer) {
	members := *layout.At[map[unsafe.Pointer]unsafe.Pointer](p, w.base.private)
	w.private = append(w.private, privateMembers{o, members, map[unsafe.Pointer]bool{}})
}

// members writes private members whose class was reached; false when there are
// none.
func (w *Writer) members() bool {
	found := false
	for i := range w.private {
		m := &w.private[i]
		var reached []*tableEntry
		for class := range m.members {
			if e := w.seen.find(class); e != nil && !m.written[class] {
				reached = append(reached, e)
			}
		}
		slices.SortFunc(reached, func(a, b *tableEntry) int { return cmp.Compare(a.number, b.number) })
		classes := make([]unsafe.Pointer, len(reached))
		for i, e := range reached {
			classes[i] = e.pointer
		}
		for _, class := range classes {
			m.written[class] = true
			w.begin(partPrivate)
			w.ref(m.object)
			if w.trace != nil {
				w.trace.named("(private members)")
			}
			w.pointer(class, w.structCodec("goja.privateEnvType"))
			w.pointer(m.members[class], w.structCodec("goja.privateElements"))
			found = true
		}
	}
	return found
}

func (r *Reader) member() {
	o := r.ref()
	class, elements := r.pointer(r.structCodec("goja.privateEnvType")), r.pointer(r.structCodec("goja.privateElements"))
	if o == nil || class == nil || elements == nil || !r.isOrdinary(o) {
		r.fail("private members of nothing")
		return
	}
	b := r.self(o).Data
	holder := reflect.NewAt(r.base.privateType, unsafe.Add(b, r.base.private)).Elem()
	if holder.IsNil() {
		holder.Set(reflect.MakeMap(r.base.privateType))
	}
	(*layout.At[map[unsafe.Pointer]unsafe.Pointer](b, r.base.private))[class] = elements
}

// isOrdinary says that an object's implementation begins with a base object.
func (f *facts) isOrdinary(o *goja.Object) bool {
	t := f.selfType(o)
	return t.Kind() == reflect.Pointer && beginsWith(t.Elem(), f.baseType)
}

// writeCells says where the variables of cells are: in a scope that was reached,
// or nowhere else.
func (w *Writer) writeCells() bool {
	if len(w.cells) == 0 {
		return false
	}
	type span struct{ from, to, scope unsafe.Pointer }
	var spans []span
	for _, s := range w.stashes {
		if values := *layout.At[[]goja.Value](s, w.stashValues); len(values) > 0 {
			spans = append(spans, span{unsafe.Pointer(&values[0]), unsafe.Pointer(&values[len(values)-1]), s})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return cmp.Compare(uintptr(a.from), uintptr(b.from)) })
	cells := w.cells
	w.cells = nil
	for _, v := range cells {
		p := uintptr(unsafe.Pointer(v))
		i, exact := slices.BinarySearchFunc(spans, p, func(s span, p uintptr) int { return cmp.Compare(uintptr(s.from), p) })
		if !exact {
			i--
		}
		w.begin(partCell)
		if i >= 0 && p <= uintptr(spans[i].to) {
			w.pointer(spans[i].scope, w.codecFor(w.stashType, "goja.stash"))
			w.uint(uint64((p - uintptr(spans[i].from)) / unsafe.Sizeof(*v)))
		} else {
			w.byte(markNil)
			w.value(*v)
		}
	}
	return true
}

func (r *Reader) cell() {
	if len(r.cells) == 0 {
		r.fail("a variable that nothing is tied to")
		return
	}
	mapped := r.cells[0]
	r.cells = r.cells[1:]
	scope := r.pointer(r.codecFor(r.stashType, "goja.stash"))
	if scope == nil {
		v := r.value()
		*layout.At[*goja.Value](mapped, r.mappedValue) = &v
		return
	}
	values := *layout.At[[]goja.Value](scope, r.stashValues)
	if n := r.uint(); n < uint64(len(values)) {
		*layout.At[*goja.Value](mapped, r.mappedValue) = &values[n]
	} else {
		r.fail("a scope has no such variable")
	}
}
