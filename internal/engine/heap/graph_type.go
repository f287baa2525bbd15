package heap

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// tracer adds the edges of things of one Go type. It is made once for each type.
type tracer struct {
	kind   heapgraph.Kind
	name   string
	size   uint64  // of a thing, allocated
	inside uintptr // of a thing, in which an object has properties of its own
	object bool
	visit  func(w *walk, p unsafe.Pointer)
}

// lookAt adds the edges of a field, whose name is the label.
type lookAt func(w *walk, p unsafe.Pointer, label string)

// tracerOf returns the tracer of a struct of goja's.
func (w *walk) tracerOf(t reflect.Type) *tracer {
	known := w.tracers[t]
	if known == nil {
		known = &tracer{kind: heapgraph.Internal, name: kindName(t), size: allocated(t.Size()), inside: t.Size()}
		w.tracers[t] = known
		look := w.fields(t)
		known.visit = func(w *walk, p unsafe.Pointer) {
			if look != nil {
				look(w, p, "")
			}
		}
	}
	return known
}

// kindName is what a struct of goja's is called: "promise reaction".
func kindName(t reflect.Type) string {
	var b strings.Builder
	for i, c := range t.Name() {
		if c >= 'A' && c <= 'Z' {
			if i > 0 {
				b.WriteByte(' ')
			}
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String()
}

// slotLabel is how a field of Go's is called, "[[Target]]".
func slotLabel(field string) string {
	switch field {
	case "stash":
		field = "scope"
	case "f":
		field = "call"
	}
	return "[[" + strings.ToUpper(field[:1]) + field[1:] + "]]"
}

// hiddenFields lead to what is no part of the program's heap, or is looked at in
// another way.
var hiddenFields = map[string]bool{
	"goja.typedArrayObject.typedArray":  true, // the data of its buffer
	"goja.typedArrayObject.defaultCtor": true,
	"goja.thisRef.v":                    true, // may be the machine's stack
	"goja.taggedTemplateArray.idPtr":    true,
	"goja.baseJsFuncObject.stash":       true, "goja.baseJsFuncObject.privEnv": true, "goja.baseJsFuncObject.prg": true,
	"goja.context.prg": true, "goja.context.result": true, "goja.errorObject.stack": true, "goja.orderedMapIter.cur": true, "goja.execCtx.stack": true,
}

// scopeFields point to the variables that a scope begins with.
var scopeFields = map[string]bool{"goja.stashRef.v": true}

// fields returns how the fields of a struct are looked at; nil when none of them
// leads anywhere.
func (w *walk) fields(t reflect.Type) lookAt {
	type field struct {
		offset uintptr
		label  string
		look   lookAt
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		if hiddenFields[t.String()+"."+f.Name] || f.Type == w.baseType {
			continue
		}
		label := ""
		if !f.Anonymous && f.Type.Kind() != reflect.Struct {
			label = slotLabel(f.Name)
		}
		look := w.field(f.Type)
		if scopeFields[t.String()+"."+f.Name] {
			look, label = (*walk).scopeField, slotLabel("stash")
		}
		if look != nil {
			fields = append(fields, field{f.Offset, label, look})
		}
	}
	if t.String() == "goja.execCtx" {
		fields = append(fields, field{0, "", (*walk).frame})
	}
	if len(fields) == 0 {
		return nil
	}
	return func(w *walk, p unsafe.Pointer, _ string) {
		for i := range fields {
			fields[i].look(w, unsafe.Add(p, fields[i].offset), fields[i].label)
		}
	}
}

// field returns how a field of a type is looked at; nil when it leads nowhere.
func (w *walk) field(t reflect.Type) lookAt {
	switch t {
	case reflect.TypeFor[goja.Value]():
		return func(w *walk, p unsafe.Pointer, label string) { w.value(heapgraph.Slot, label, *(*goja.Value)(p)) }
	case reflect.TypeFor[goja.String]():
		return func(w *walk, p unsafe.Pointer, label string) {
			w.value(heapgraph.Slot, label, valueOfString(*(*goja.String)(p)))
		}
	case reflect.TypeFor[*goja.Object]():
		return func(w *walk, p unsafe.Pointer, label string) { w.object(heapgraph.Slot, label, *(**goja.Object)(p)) }
	case reflect.TypeFor[*goja.Symbol]():
		return func(w *walk, p unsafe.Pointer, label string) {
			if s := *(**goja.Symbol)(p); s != nil {
				w.edge(heapgraph.Slot, label, w.symbol(s))
			}
		}
	case reflect.TypeFor[*goja.Runtime](), reflect.TypeFor[*goja.Program](), reflect.TypeFor[[]goja.StackFrame]():
		return nil
	case w.mapType:
		return func(w *walk, p unsafe.Pointer, _ string) { w.mapEntries(p, true) }
	}
	return w.unnamedField(t)
}

// unnamedField looks at types that goja does not export.
func (w *walk) unnamedField(t reflect.Type) lookAt {
	switch t.String() {
	case "*goja.vm", "*goja.objectTemplate", "*goja.regexpPattern", "goja.valueProperty", "*goja.Value":
		return nil
	case "*goja.stash":
		return (*walk).scopeField
	case "*[]goja.Value":
		return func(w *walk, p unsafe.Pointer, label string) {
			if list := *(*unsafe.Pointer)(p); list != nil {
				w.pointer(heapgraph.Slot, label, list, w.listTracer())
			}
		}
	case "*goja.privateEnv":
		return func(w *walk, p unsafe.Pointer, _ string) { w.privateScope(*(*unsafe.Pointer)(p), nil) }
	case "*goja.privateEnvType":
		return nil
	case "*goja.orderedMap":
		return (*walk).mapField
	case "goja.weakMap":
		return w.weakField(t)
	}
	return w.composed(t)
}

// composed looks at types that are made of others.
func (w *walk) composed(t reflect.Type) lookAt {
	switch t.Kind() {
	case reflect.Struct:
		return w.fields(t)
	case reflect.Slice:
		return w.sliceField(t)
	case reflect.Func:
		return func(w *walk, p unsafe.Pointer, label string) { w.closure(heapgraph.Slot, label, *(*unsafe.Pointer)(p)) }
	case reflect.Interface:
		return func(w *walk, p unsafe.Pointer, label string) { w.dynamic(t, p, label) }
	case reflect.Pointer:
		if !w.follows(t.Elem()) {
			return nil
		}
		return func(w *walk, p unsafe.Pointer, label string) { w.pointee(t.Elem(), *(*unsafe.Pointer)(p), label) }
	}
	return nil
}

// follows says that pointers to a type lead to parts of a heap: to structs of
// goja's, or to those of the engine's that heaps can have.
func (w *walk) follows(t reflect.Type) bool {
	if t.Kind() != reflect.Struct {
		return false
	}
	return t.PkgPath() == reflect.TypeFor[goja.Runtime]().PkgPath() ||
		t.PkgPath() == reflect.TypeFor[engine.Function]().PkgPath() && w.structCodec(t.String()) != nil
}

// pointee adds an edge to a struct of goja's, or to the object that it implements.
func (w *walk) pointee(t reflect.Type, p unsafe.Pointer, label string) {
	switch {
	case p == nil:
	case beginsWith(t, w.baseType):
		w.object(heapgraph.Slot, label, *at[*goja.Object](p, w.base.value))
	default:
		w.pointer(heapgraph.Slot, label, p, w.tracerOf(t))
	}
}

// dynamic adds an edge to what an interface of goja's holds.
func (w *walk) dynamic(t reflect.Type, p unsafe.Pointer, label string) {
	held := reflect.NewAt(t, p).Elem()
	if held.IsNil() {
		return
	}
	of, data := held.Elem().Type(), slotAt(p).Data
	if of.Kind() != reflect.Pointer {
		return
	}
	if h := w.hosts[of.Elem()]; h != nil {
		w.hosted(label, data, h)
		return
	}
	if v, ok := held.Interface().(goja.Value); ok {
		w.value(heapgraph.Slot, label, v)
		return
	}
	if w.follows(of.Elem()) {
		w.pointee(of.Elem(), data, label)
	}
}

// sliceField looks at the elements of a slice, which belongs to its owner.
func (w *walk) sliceField(t reflect.Type) lookAt {
	element, size := w.field(t.Elem()), t.Elem().Size()
	return func(w *walk, p unsafe.Pointer, label string) {
		s := *(*sliceHeader)(p)
		w.grow(allocated(uintptr(s.space) * size))
		if element == nil {
			return
		}
		for i := range s.length {
			element(w, unsafe.Add(s.data, uintptr(i)*size), elementLabel(label, i))
		}
	}
}

// listTracer is for lists of values that several functions of Go share.
func (w *walk) listTracer() *tracer {
	of := reflect.TypeFor[[]goja.Value]()
	t := w.tracers[of]
	if t == nil {
		look := w.sliceField(of)
		t = &tracer{kind: heapgraph.Internal, name: "values", size: allocated(of.Size()), visit: func(w *walk, p unsafe.Pointer) { look(w, p, "") }}
		w.tracers[of] = t
	}
	return t
}

// weakField notes a weak map, whose entries are added when their keys were reached.
func (w *walk) weakField(t reflect.Type) lookAt {
	noted := w.noteWeak(t)
	return func(w *walk, p unsafe.Pointer, _ string) {
		if noted != nil {
			noted(w, p)
		}
	}
}
