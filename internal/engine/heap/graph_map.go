package heap

import (
	"cmp"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"sync"
	"unsafe"
	"weak"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// mapField looks at a pointer to a goja.orderedMap. It belongs to the map, or set,
// that has it; an iterator may be all that is left of one.
func (w *walk) mapField(p unsafe.Pointer, label string) {
	m := *(*unsafe.Pointer)(p)
	if m == nil {
		return
	}
	if kind := w.graph.KindOf(w.open); kind != heapgraph.Map && kind != heapgraph.Set {
		w.pointer(heapgraph.Slot, label, m, w.entriesTracer())
		return
	}
	e := w.seen.entry(m)
	if e.pointer != nil {
		w.edge(heapgraph.Slot, "[[Entries]]", heapgraph.Index(e.number))
		return
	}
	w.seen.fill(e, m, uint32(w.open), 0)
	w.mapEntries(m, true)
}

func (w *walk) entriesTracer() *tracer {
	t := w.tracers[w.mapType]
	if t == nil {
		t = &tracer{kind: heapgraph.Internal, name: "entries of a map", visit: func(w *walk, m unsafe.Pointer) { w.mapEntries(m, true) }}
		w.tracers[w.mapType] = t
	}
	return t
}

// mapEntries adds the size of a goja.orderedMap, and edges to its entries if asked.
func (w *walk) mapEntries(m unsafe.Pointer, edges bool) {
	size := *at[int](m, w.mapSize)
	w.grow(allocated(w.mapType.Size()) + mapSize(size, 2*unsafe.Sizeof(m)) + uint64(size)*allocated(w.where.entrySize))
	if !edges {
		return
	}
	isSet := w.graph.KindOf(w.open) == heapgraph.Set
	i := 0
	w.entries(m, func(_ unsafe.Pointer, key, value goja.Value) {
		if key == nil {
			return // deleted
		}
		number := strconv.Itoa(i)
		i++
		if isSet {
			w.value(heapgraph.Entry, number, key)
			return
		}
		label := w.keyText(key)
		if label == "" {
			label = "#" + number
		}
		w.value(heapgraph.Slot, "[[Key "+number+"]]", key)
		w.value(heapgraph.Entry, label, value)
	})
}

// keyTextMax is how much of a string is shown as the key of an entry.
const keyTextMax = 100

// keyText returns a key as text, "" for an object.
func (w *walk) keyText(key goja.Value) string {
	switch k := key.(type) {
	case *goja.Object:
		return ""
	case *goja.Symbol:
		return symbolText(k)
	case goja.String:
		text := ""
		if k.Length() <= keyTextMax {
			text = nameText(nameOf(k))
		} else {
			text = fmt.Sprintf("%s… (%d)", nameText(nameOf(k.Substring(0, keyTextMax))), k.Length())
		}
		return strconv.Quote(text)
	}
	return key.String()
}

// noteWeak returns what notes a weak map; nil when goja's are not as they were.
func (w *walk) noteWeak(t reflect.Type) func(w *walk, p unsafe.Pointer) {
	f, ok := t.FieldByName("m")
	lock, ok2 := t.FieldByName("Mutex")
	if !ok || !ok2 || f.Type != reflect.TypeFor[map[weak.Pointer[goja.Object]]goja.Value]() || lock.Type != reflect.TypeFor[sync.Mutex]() {
		return nil
	}
	return func(w *walk, p unsafe.Pointer) {
		w.weak = append(w.weak, weakEntries{at[map[weak.Pointer[goja.Object]]goja.Value](p, f.Offset), at[sync.Mutex](p, lock.Offset), map[heapgraph.Index]bool{}})
	}
}

// weakEntries are those of a weak map. They go when the garbage collector finds
// their keys, on a goroutine of Go's: hence the lock.
type weakEntries struct {
	entries *map[weak.Pointer[goja.Object]]goja.Value
	lock    *sync.Mutex
	added   map[heapgraph.Index]bool // by their keys
}

// weakEntry is an entry whose key was reached.
type weakEntry struct {
	key   heapgraph.Index
	value goja.Value
}

// reached returns the entries whose keys were reached and that were not added
// yet, in the order of the keys.
func (m *weakEntries) reached(seen *table) []weakEntry {
	m.lock.Lock()
	defer m.lock.Unlock()
	var found []weakEntry
	for pointer, value := range *m.entries {
		if key := pointer.Value(); key != nil {
			if e := seen.find(unsafe.Pointer(key)); e != nil && !m.added[heapgraph.Index(e.number)] {
				found = append(found, weakEntry{heapgraph.Index(e.number), value})
			}
		}
	}
	slices.SortFunc(found, func(a, b weakEntry) int { return cmp.Compare(a.key, b.key) })
	return found
}

// weakLate adds the entries of a weak map whose keys were reached: a key keeps its
// value alive. It returns false when there are none.
func (w *walk) weakLate(m *weakEntries) bool {
	found := m.reached(&w.seen)
	for _, e := range found {
		m.added[e.key] = true
		if to, ok := w.node(e.value); ok {
			w.graph.Late(e.key, heapgraph.Slot, "[[WeakMap value]]", to)
		}
	}
	return len(found) > 0
}
