package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// slab is room for things of one type.
type slab struct {
	free, objects unsafe.Pointer
	used, made    int
}

const slabMax = 32

// make makes an empty thing. Things of a type are made several at a time.
func (r *Reader) make(c *codec) readNode {
	if c.isMap {
		m := variableNames{}
		return readNode{p: *(*unsafe.Pointer)(unsafe.Pointer(&m)), codec: c}
	}
	if h := r.hosts[c.of]; h != nil && h.dynamic != nil {
		return r.makeHandler(h)
	}
	for c.index >= len(r.slabs) {
		r.slabs = append(r.slabs, slab{})
	}
	s := &r.slabs[c.index]
	if s.used == s.made {
		s.made, s.used = min(max(2*s.made, 1), slabMax), 0
		s.free = unsafe.Pointer(reflect.MakeSlice(reflect.SliceOf(c.of), s.made, s.made).Index(0).UnsafeAddr())
		if c.object {
			s.objects = unsafe.Pointer(unsafe.SliceData(make([]goja.Object, s.made)))
		}
	}
	n := readNode{p: unsafe.Add(s.free, uintptr(s.used)*c.of.Size()), codec: c}
	if c.object {
		n.object = (*goja.Object)(unsafe.Add(s.objects, uintptr(s.used)*unsafe.Sizeof(goja.Object{})))
		*layout.At[*goja.Runtime](unsafe.Pointer(n.object), r.objectRuntime) = r.rt
		*r.self(n.object) = layout.Slot{Table: c.table, Data: n.p}
	}
	if c.code != 0 {
		*(*uintptr)(n.p) = c.code
	}
	s.used++
	return n
}

// boxes has room for values that interfaces point to: some at a time, for a Go object
// takes longer to make than to fill.
type boxes[T any] struct{ free []T }

const boxesMade = 64

// put returns where v is.
func (b *boxes[T]) put(v T) *T {
	if len(b.free) == 0 {
		b.free = make([]T, boxesMade)
	}
	p := &b.free[0]
	*p, b.free = v, b.free[1:]
	return p
}
