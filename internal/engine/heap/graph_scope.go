package heap

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// scope adds an edge to a scope. That of scripts is with the global variables.
func (w *walk) scope(label string, s unsafe.Pointer) {
	if s != nil && s != unsafe.Add(unsafe.Pointer(w.rt), w.runtimeStash) {
		w.pointer(heapgraph.Slot, label, s, w.scopeTracer())
	}
}

func (w *walk) scopeField(p unsafe.Pointer, label string) { w.scope(label, *(*unsafe.Pointer)(p)) }

func (w *walk) scopeTracer() *tracer {
	t := w.tracers[w.stashType]
	if t == nil {
		t = &tracer{kind: heapgraph.Scope, name: "scope", size: allocated(w.where.stashSize), visit: func(w *walk, s unsafe.Pointer) {
			w.scopeVariables(s)
			w.object(heapgraph.Slot, "[[Object]]", *at[*goja.Object](s, w.where.stashObject))
			w.scope("[[Outer]]", *at[unsafe.Pointer](s, w.where.stashOuter))
		}}
		w.tracers[w.stashType] = t
	}
	return t
}

// scopeVariables adds the variables of a scope.
func (w *walk) scopeVariables(s unsafe.Pointer) {
	values := *at[[]goja.Value](s, w.stashValues)
	extra := *at[[]goja.Value](s, w.where.stashExtra)
	w.grow(allocated(uintptr(cap(values))*valueSize) + allocated(uintptr(cap(extra))*valueSize))
	names := append([]string(nil), w.scopes.take(s)...)
	for name, i := range orderedNames(*at[map[unistring.String]uint32](s, w.stashNames)) {
		for int(i) >= len(names) {
			names = append(names, "")
		}
		names[i] = nameText(name)
	}
	for i, v := range values {
		label := "variable " + strconv.Itoa(i)
		if i < len(names) && names[i] != "" {
			label = names[i]
		} else if v != nil {
			w.scopes.wait(s, i, w.graph.EdgeCount())
		}
		w.value(heapgraph.Variable, label, v)
		if s == unsafe.Add(unsafe.Pointer(w.rt), w.runtimeStash) {
			w.seed(v)
		}
	}
	for i, v := range extra {
		w.value(heapgraph.Slot, elementLabel("[[Arguments]]", i), v)
	}
}

// orderedNames yields the names of a scope's variables with their places.
func orderedNames(m map[unistring.String]uint32) func(yield func(unistring.String, uint32) bool) {
	return func(yield func(unistring.String, uint32) bool) {
		for _, name := range sortedNames(m) {
			if !yield(name, m[name]&^maskFlags) {
				return
			}
		}
	}
}

// maskFlags are the bits beside the place of a variable in goja's tables of names.
const maskFlags = 0xF8000000

func elementLabel(label string, i int) string { return fmt.Sprintf("%s[%d]", label, i) }

// closure adds an edge to a function of Go's that captured something, or to what
// it is a method of.
func (w *walk) closure(kind heapgraph.EdgeKind, label string, f unsafe.Pointer) {
	if f == nil {
		return
	}
	if _, native := w.natives[f]; native {
		return
	}
	t := w.closureTracer(*(*uintptr)(f))
	switch {
	case t == nil:
	case t.kind == heapgraph.Native: // a method
		w.grow(t.size)
		w.label = label
		t.visit(w, f)
	default:
		w.pointer(kind, label, f, t)
	}
}

// closureTracer returns how functions are looked at whose code is at an address;
// nil for one that is not known.
func (w *walk) closureTracer(code uintptr) *tracer {
	if t, known := w.closures[code]; known {
		return t
	}
	name, captured, ok := schemaOf(code)
	if all, err := w.known(); err != nil {
		ok = false
	} else if own := all.byCode[code]; own != "" {
		name, captured, ok = own, all.byName[own].captured, true
	} else if ok {
		_, ok = all.byName[name]
	}
	if !ok {
		w.closures[code] = nil
		return nil
	}
	fields := []reflect.StructField{{Name: "Code", Type: reflect.TypeFor[uintptr]()}}
	for i, t := range captured {
		fields = append(fields, reflect.StructField{Name: capturedName(t, i), Type: t})
	}
	of := reflect.StructOf(fields)
	t := &tracer{kind: heapgraph.Internal, name: name, size: allocated(of.Size())}
	w.closures[code] = t
	if isMethod(name) {
		t.kind = heapgraph.Native
		look := w.field(captured[0])
		t.visit = func(w *walk, f unsafe.Pointer) {
			if look != nil {
				look(w, unsafe.Add(f, of.Field(1).Offset), w.label)
			}
		}
		return t
	}
	look := w.fields(of)
	t.visit = func(w *walk, f unsafe.Pointer) {
		if look != nil {
			look(w, f, "")
		}
	}
	return t
}

// capturedName calls what a function of Go captured by its type: "Promise1".
func capturedName(t reflect.Type, i int) string {
	name := t.String()
	for n := range len(name) {
		if c := name[len(name)-1-n]; c == '.' || c == '*' || c == ']' {
			name = name[len(name)-n:]
			break
		}
	}
	if t.Kind() == reflect.Func {
		name = "function"
	}
	return strings.ToUpper(name[:1]) + name[1:] + strconv.Itoa(i)
}

// isMethod says that a closure is the method of something.
func isMethod(name string) bool { return strings.HasPrefix(name, "method ") }
