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

//go:linkname setInWeakMap github.com/dop251/goja.(*weakMap).set
func setInWeakMap(m unsafe.Pointer, key *goja.Object, value goja.Value)

// pair is what somebody can get at who has two things: the value of an entry of a
// weak map, who has the map and the key; a private member, who has the object and
// its class. It is written when both were reached, and what it leads to with them.
//
// In a phase that is early enough. Who has only one of the two cannot change the
// pair, or what only the pair leads to; who is entered with both has reached both
// before. So the pairs of a map are taken when the map is written, those of an
// object when the object is: until then nobody who could change them had the
// first, and from then on who changes one that waits for its second has not got
// it. A pair that came up later has a second that came up later, or that was
// reached before the pair could be made; it is not met here.
type pair struct {
	weak  int          // which weak map, by number; -1 for private members
	key   *goja.Object // of the entry, or who has the members
	value goja.Value

	class, elements unsafe.Pointer
}

// second returns what the pair waits for.
func (p *pair) second() unsafe.Pointer {
	if p.weak < 0 {
		return p.class
	}
	return unsafe.Pointer(p.key)
}

// placedPair is a pair with the position of its second.
type placedPair struct {
	pair
	position uint64
}

// watched is the number of what was not reached, and a pair waits for.
const watched = 1<<32 - 1

// wait puts pairs whose second was reached into the queue, in the order of these,
// and has the others wait for theirs.
func (w *Writer) wait(pairs []pair) {
	var reached []placedPair
	for _, p := range pairs {
		second := p.second()
		if at, ok := w.position(second); ok {
			reached = append(reached, placedPair{p, at})
			continue
		}
		if e := w.seen.entry(second); e.pointer == nil {
			w.seen.fill(e, second, watched, 0)
		}
		if w.pending == nil {
			w.pending = map[unsafe.Pointer][]pair{}
		}
		w.pending[second] = append(w.pending[second], p)
	}
	slices.SortFunc(reached, func(a, b placedPair) int { return cmp.Compare(a.position, b.position) })
	for i := range reached {
		w.pairs = append(w.pairs, reached[i].pair)
	}
}

// waitInPieces is wait, a piece at a time in a phase, where the order of the pairs
// may be any.
func (w *Writer) waitInPieces(pairs []pair) {
	if w.units.begun && len(pairs) > pieceMax {
		w.rests = append(w.rests, rest{pairs: pairs[pieceMax:]})
		pairs = pairs[:pieceMax]
	}
	w.wait(pairs)
}

// position orders what was reached: objects with names first. What waits to be
// written in a unit of its own was not reached yet.
func (w *Writer) position(p unsafe.Pointer) (n uint64, reached bool) {
	if e := w.seen.find(p); e != nil {
		return 1<<32 + uint64(e.number), e.number != watched && !w.isWaiting(e.number)
	}
	if e := w.byObject.find(p); e != nil {
		return uint64(e.number), true
	}
	return 0, false
}

// arrived puts the pairs into the queue that waited for p.
func (w *Writer) arrived(p unsafe.Pointer) {
	w.pairs = append(w.pairs, w.pending[p]...)
	delete(w.pending, p)
}

// putPair writes the next pair.
func (w *Writer) putPair() {
	p := w.pairs[w.pairHead]
	w.pairs[w.pairHead] = pair{}
	if w.pairHead++; w.pairHead == len(w.pairs) {
		w.pairs, w.pairHead = w.pairs[:0], 0
	}
	w.owner = nil
	if p.weak < 0 {
		w.begin(partPrivate)
		w.ref(p.key)
		if w.trace != nil {
			w.trace.named("(private members)")
		}
		w.pointer(p.class, w.structCodec("goja.privateEnvType"))
		w.pointer(p.elements, w.structCodec("goja.privateElements"))
		return
	}
	w.begin(partWeak)
	w.uint(uint64(p.weak))
	w.ref(p.key)
	if w.trace != nil {
		w.trace.named("(entry of a weak map)")
	}
	w.value(p.value)
}

// weakMap writes only that there is one; the entries are pairs. They go when the
// garbage collector finds their keys, on a goroutine of Go's: hence the lock.
func (r *Realm) weakMap(t reflect.Type) *coder {
	f, ok := t.FieldByName("m")
	lock, ok2 := t.FieldByName("Mutex")
	if !ok || !ok2 || f.Type != reflect.TypeFor[map[weak.Pointer[goja.Object]]goja.Value]() || lock.Type != reflect.TypeFor[sync.Mutex]() {
		return r.unknown(t)
	}
	return &coder{func(w *Writer, p unsafe.Pointer) {
		w.byte(1)
		w.waitInPieces(w.entriesOf(*layout.At[map[weak.Pointer[goja.Object]]goja.Value](p, f.Offset), layout.At[sync.Mutex](p, lock.Offset)))
		w.weakMaps++
	}, func(r *Reader, p unsafe.Pointer) {
		r.byte()
		*layout.At[map[weak.Pointer[goja.Object]]goja.Value](p, f.Offset) = map[weak.Pointer[goja.Object]]goja.Value{}
		r.weak = append(r.weak, p)
	}}
}

// entriesOf returns the entries of a weak map, in no order.
func (w *Writer) entriesOf(m map[weak.Pointer[goja.Object]]goja.Value, lock *sync.Mutex) []pair {
	lock.Lock()
	defer lock.Unlock()
	entries := make([]pair, 0, len(m))
	for pointer, value := range m {
		if key := pointer.Value(); key != nil {
			entries = append(entries, pair{weak: w.weakMaps, key: key, value: value})
		}
	}
	return entries
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

// putPrivate has the private members of an object wait for the classes that can
// name them.
func (w *Writer) putPrivate(o *goja.Object, p unsafe.Pointer) {
	members := *layout.At[map[unsafe.Pointer]unsafe.Pointer](p, w.base.private)
	var few [2]pair
	pairs := few[:0]
	for class, elements := range members {
		pairs = append(pairs, pair{weak: -1, key: o, class: class, elements: elements})
	}
	w.wait(pairs)
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
