package heap

import (
	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// shapes are lists of names of properties, with the class and prototype that go
// with them.
type shapes struct {
	all    []shape
	byHash map[uint64][]int
	last   int
}

type shape struct {
	class     string
	prototype *goja.Object
	names     []unistring.String
}

func (s *shape) is(class string, prototype *goja.Object, names []unistring.String) bool {
	return s.prototype == prototype && s.class == class && equalNames(s.names, names)
}

// shape writes the number of a shape.
func (w *Writer) shape(class string, prototype *goja.Object, names []unistring.String) {
	s := &w.shapes
	if len(s.all) > 0 && s.all[s.last].is(class, prototype, names) {
		w.uint(uint64(s.last))
		return
	}
	hash := uint64(len(names))
	for _, name := range names {
		hash = hash*31 + uint64(len(name))
		if len(name) > 0 {
			hash = hash*31 + uint64(name[0])<<8 + uint64(name[len(name)-1])
		}
	}
	for _, i := range s.byHash[hash] {
		if s.all[i].is(class, prototype, names) {
			s.last = i
			w.uint(uint64(i))
			return
		}
	}
	s.last = len(s.all)
	s.byHash[hash] = append(s.byHash[hash], s.last)
	s.all = append(s.all, shape{class, prototype, append([]unistring.String(nil), names...)})
	w.uint(uint64(s.last))
	w.name(class)
	if w.trace != nil {
		w.trace.edge = "[[Prototype]]"
	}
	w.ref(prototype)
	if w.trace != nil {
		w.trace.edge = ""
	}
	w.uint(uint64(len(names)))
	for _, name := range names {
		w.name(string(name))
	}
}
