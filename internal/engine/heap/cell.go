package heap

import (
	"strconv"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// An arguments object of a sloppy function shares variables with the function's
// scope: it has pointers into the list of these. Who has only the arguments
// object, or only the scope, can change such a variable, and the one does not lead
// to the other. So the variable is written with the one that comes first, and the
// other says that it has this variable; it was changed by nobody before.

// scope is one that was reached, and where its variables are: goja moves them
// when eval declares another.
type scope struct {
	p         unsafe.Pointer
	variables uintptr
	count     int
}

// addScope notes a scope that was reached.
func (w *Writer) addScope(p unsafe.Pointer) {
	if s := (*sliceHeader)(unsafe.Add(p, w.stashValues)); s.length > 0 {
		w.scopes = append(w.scopes, scope{p, uintptr(s.data), s.length})
	}
}

// mappedIndex returns which of the arguments the mapped property at p is of the
// object that is being written. Its variable has the same index.
func (w *Writer) mappedIndex(p unsafe.Pointer) int {
	names, values := w.properties(w.owner)
	for i := range names {
		at := (w.lastMapped + 1 + i) % len(names)
		if slotOf(values[names[at]]).Data == p {
			w.lastMapped = at
			if n, err := strconv.Atoi(string(names[at])); err == nil && n >= 0 {
				return n
			}
		}
	}
	w.fail("a mapped argument without an index")
	return 0
}

// mapped writes where the variable is of the mapped argument at p: in a scope that
// was reached, or by itself.
func (w *Writer) mapped(p unsafe.Pointer) {
	v := *layout.At[*goja.Value](p, w.mappedValue)
	address, index := uintptr(unsafe.Pointer(v)), w.mappedIndex(p)
	if number, known := w.cells[address]; known {
		w.byte(markCell)
		w.uint(uint64(number))
		return
	}
	if s := w.scopeWith(address, index); s != nil {
		w.pointer(s, w.codecFor(w.stashType, "goja.stash"))
		w.uint(uint64(index))
		return
	}
	if w.cells == nil {
		w.cells = map[uintptr]uint32{}
	}
	w.byte(markCell)
	w.uint(uint64(len(w.cells)))
	w.cells[address] = uint32(len(w.cells))
	w.cellsTo = max(w.cellsTo, index+1)
	w.value(*v)
}

// scopeWith returns the scope that was reached whose variable of that index is at
// an address, or nil.
func (w *Writer) scopeWith(address uintptr, index int) unsafe.Pointer {
	if w.scopeOf == nil {
		w.scopeOf = map[uintptr]int{}
	}
	for ; w.scopesIn < len(w.scopes); w.scopesIn++ {
		w.scopeOf[w.scopes[w.scopesIn].variables] = w.scopesIn
	}
	i, ok := w.scopeOf[address-uintptr(index)*unsafe.Sizeof(goja.Value(nil))]
	if !ok || index >= w.scopes[i].count {
		return nil
	}
	return w.scopes[i].p
}

// variablesOf writes the variables of a scope, but for those that were written
// with an arguments object.
func (r *Realm) variablesOf() *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) {
		values := *(*[]goja.Value)(p)
		if values == nil {
			w.uint(0)
			return
		}
		w.uint(uint64(len(values)) + 1)
		for i := range values {
			if w.trace != nil {
				w.trace.index(i)
			}
			if i < w.cellsTo {
				if number, ok := w.cells[uintptr(unsafe.Pointer(&values[i]))]; ok {
					w.byte(markCell)
					w.uint(uint64(number))
					continue
				}
			}
			w.value(values[i])
		}
	}, func(r *Reader, p unsafe.Pointer) {
		n := r.count()
		if n == 0 {
			*(*[]goja.Value)(p) = nil
			return
		}
		values := make([]goja.Value, n-1)
		*(*[]goja.Value)(p) = values
		for i := range values {
			if r.peek() != markCell {
				values[i] = r.value()
			} else if c := r.knownCell(); c != nil {
				values[i] = *c.value
				c.moveTo(r, &values[i])
			}
		}
	}}
}

// readCell is a variable that was written with an arguments object.
type readCell struct {
	value  *goja.Value
	mapped []unsafe.Pointer // who has it
}

func (c *readCell) moveTo(r *Reader, v *goja.Value) {
	c.value = v
	for _, p := range c.mapped {
		*layout.At[*goja.Value](p, r.mappedValue) = v
	}
}

// knownCell reads which cell is meant of those that were met; nil for none.
func (r *Reader) knownCell() *readCell {
	r.byte()
	n, fresh := r.defined(len(r.cells))
	if fresh {
		r.fail("a variable of no arguments")
	}
	if r.err != nil {
		return nil
	}
	return &r.cells[n]
}

// mapped reads where the variable is of the mapped argument at p.
func (r *Reader) mapped(p unsafe.Pointer) {
	at := layout.At[*goja.Value](p, r.mappedValue)
	*at = new(goja.Value)
	if r.peek() != markCell {
		scope, index := r.pointer(r.codecFor(r.stashType, "goja.stash")), r.uint()
		r.later = append(r.later, func() {
			if scope == nil || index >= uint64(len(*layout.At[[]goja.Value](scope, r.stashValues))) {
				r.fail("a scope has no such variable")
				return
			}
			*at = &(*layout.At[[]goja.Value](scope, r.stashValues))[index]
		})
		return
	}
	r.byte()
	n, fresh := r.defined(len(r.cells))
	if r.err != nil {
		return
	}
	if fresh {
		r.cells = append(r.cells, readCell{value: *at})
		*r.cells[n].value = r.value()
	}
	*at = r.cells[n].value
	r.cells[n].mapped = append(r.cells[n].mapped, p)
}
