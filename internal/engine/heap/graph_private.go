package heap

import (
	"cmp"
	"slices"
	"strconv"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// privateClass is a class with private members, which is known when a function was
// reached that can name them.
type privateClass struct {
	order           int
	fields, methods map[uint32]string
}

// privateHolder is an object with private members, of which those were added whose
// class was reached.
type privateHolder struct {
	node    heapgraph.Index
	members map[unsafe.Pointer]unsafe.Pointer
	added   []unsafe.Pointer
}

// privateFields are where goja keeps private members.
type privateFields struct {
	envNames, envOuter                uintptr
	envInstance, envStatic            uintptr
	idType, idName, idIndex, idMethod uintptr
	elementsMethods, elementsFields   uintptr
	elementsSize                      uintptr
}

func readPrivate(l *layout.Fields) (f privateFields) {
	env, id, elements := mustOwn(l, "privateEnv"), mustOwn(l, "privateId"), mustOwn(l, "privateElements")
	f.envNames, f.envOuter = l.Offset(env, "names", "goja.privateNames"), l.Offset(env, "outer", "*goja.privateEnv")
	f.envInstance, f.envStatic = l.Offset(env, "instanceType", "*goja.privateEnvType"), l.Offset(env, "staticType", "*goja.privateEnvType")
	f.idType, f.idName = l.Offset(id, "typ", "*goja.privateEnvType"), l.Offset(id, "name", "unistring.String")
	f.idIndex, f.idMethod = l.Offset(id, "idx", "uint32"), l.Offset(id, "isMethod", "bool")
	f.elementsMethods = l.Offset(elements, "methods", "[]goja.Value")
	f.elementsFields = l.Offset(elements, "fields", "[]goja.Value")
	f.elementsSize = elements.Size()
	return f
}

// privateScope learns of the classes around a function, and the names of their
// private members that it has. Those of eval's are in a table.
func (w *walk) privateScope(env unsafe.Pointer, names []engine.PrivateMember) {
	f := &w.where.private
	for level := 0; env != nil; env, level = *at[unsafe.Pointer](env, f.envOuter), level+1 {
		instance, static := *at[unsafe.Pointer](env, f.envInstance), *at[unsafe.Pointer](env, f.envStatic)
		for _, class := range [...]unsafe.Pointer{instance, static} {
			if class != nil && w.classes[class] == nil {
				w.classes[class] = &privateClass{len(w.classes), map[uint32]string{}, map[uint32]string{}}
			}
		}
		for _, n := range names {
			class := w.classes[instance]
			if n.Static {
				class = w.classes[static]
			}
			if int(n.Level) == level && class != nil {
				class.name(n.Method, n.Index, n.Name)
			}
		}
		dynamic := *at[map[unistring.String]unsafe.Pointer](env, f.envNames)
		for _, name := range sortedNames(dynamic) {
			id := dynamic[name]
			if class := w.classes[*at[unsafe.Pointer](id, f.idType)]; class != nil {
				class.name(*at[bool](id, f.idMethod), *at[uint32](id, f.idIndex), nameText(name))
			}
		}
	}
}

func (c *privateClass) name(method bool, index uint32, name string) {
	if method {
		c.methods[index] = "#" + name
	} else {
		c.fields[index] = "#" + name
	}
}

// privateLate adds the private members whose class was reached; false when there
// are none.
func (w *walk) privateLate() (found bool) {
	left := w.private[:0]
	for _, h := range w.private {
		var classes []unsafe.Pointer
		for class := range h.members {
			if w.classes[class] != nil && !slices.Contains(h.added, class) {
				classes = append(classes, class)
			}
		}
		slices.SortFunc(classes, func(a, b unsafe.Pointer) int { return cmp.Compare(w.classes[a].order, w.classes[b].order) })
		for _, class := range classes {
			w.addPrivate(h.node, w.classes[class], h.members[class])
		}
		h.added = append(h.added, classes...)
		found = found || len(classes) > 0
		if len(h.added) < len(h.members) {
			left = append(left, h)
		}
	}
	w.private = left
	return found
}

func (w *walk) addPrivate(holder heapgraph.Index, c *privateClass, elements unsafe.Pointer) {
	f := &w.where.private
	w.graph.Grow(holder, allocated(f.elementsSize))
	for _, part := range [...]struct {
		offset uintptr
		names  map[uint32]string
	}{{f.elementsFields, c.fields}, {f.elementsMethods, c.methods}} {
		list := *at[[]goja.Value](elements, part.offset)
		w.graph.Grow(holder, allocated(uintptr(cap(list))*valueSize))
		for i, v := range list {
			name, known := part.names[uint32(i)]
			if !known {
				name = "#" + strconv.Itoa(i)
			}
			if to, ok := w.node(v); ok {
				w.graph.Late(holder, heapgraph.Property, name, to)
			}
		}
	}
}
