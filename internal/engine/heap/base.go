package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// What stands before a base object's properties.
const (
	baseExtensible = 1 << iota
	baseSymbols
	basePrivate
	baseSorted
)

// putBase writes a goja.baseObject: the part that all objects have.
func putBase(w *Writer, p unsafe.Pointer) {
	b := &w.base
	if w.owner == nil {
		w.owner, w.ownerSize = p, w.baseType.Size()
	}
	names, values := w.properties(p)
	symbols := *layout.At[unsafe.Pointer](p, b.symbols)
	private := *layout.At[unsafe.Pointer](p, b.private)
	sorted, indexes := *layout.At[int](p, b.sorted), *layout.At[int](p, b.indexes)
	flags := byte(0)
	if *layout.At[bool](p, b.extensible) {
		flags |= baseExtensible
	}
	if symbols != nil {
		flags |= baseSymbols
	}
	if private != nil {
		flags |= basePrivate
	}
	if sorted != 0 || indexes != 0 {
		flags |= baseSorted
	}
	w.byte(flags)
	w.shape(*layout.At[string](p, b.class), *layout.At[*goja.Object](p, b.prototype), names)
	for _, name := range names {
		if w.trace != nil {
			w.trace.edge = "." + name.String()
		}
		w.value(values[name])
	}
	if w.trace != nil {
		w.trace.edge = ""
	}
	if flags&baseSorted != 0 {
		w.int(int64(sorted))
		w.int(int64(indexes))
	}
	if symbols != nil {
		w.pointer(symbols, w.codecFor(w.mapType, "goja.orderedMap"))
	}
	if private != nil {
		w.putPrivate(*layout.At[*goja.Object](p, b.value), p)
	}
}

// getBase reads a goja.baseObject, also in the place of one that is there.
func getBase(r *Reader, p unsafe.Pointer) {
	b, flags := &r.base, r.byte()
	*layout.At[*goja.Object](p, b.value) = r.current
	*layout.At[bool](p, b.extensible) = flags&baseExtensible != 0
	s := r.shape()
	if s == nil {
		return
	}
	*layout.At[string](p, b.class), *layout.At[*goja.Object](p, b.prototype) = s.class, s.prototype
	before, _ := r.properties(p)
	values := make(map[unistring.String]goja.Value, len(s.names))
	*layout.At[map[unistring.String]goja.Value](p, b.values) = values
	*layout.At[[]unistring.String](p, b.names) = append([]unistring.String(nil), s.names...)
	for _, name := range s.names {
		values[name] = r.value()
	}
	if len(before) > 0 && r.isPlanned() {
		for _, name := range before {
			if _, there := values[name]; !there {
				values[name] = nil // or goja makes it again
			}
		}
	}
	*layout.At[int](p, b.sorted), *layout.At[int](p, b.indexes) = 0, 0
	if flags&baseSorted != 0 {
		sorted, indexes := r.int(), r.int()
		if n := int64(len(s.names)); sorted < 0 || sorted > n || indexes < 0 || indexes > n {
			r.fail("an object has more sorted properties than properties")
			return
		}
		*layout.At[int](p, b.sorted), *layout.At[int](p, b.indexes) = int(sorted), int(indexes)
	}
	*layout.At[unsafe.Pointer](p, b.symbols) = nil
	if flags&baseSymbols != 0 {
		*layout.At[unsafe.Pointer](p, b.symbols) = r.pointer(r.codecFor(r.mapType, "goja.orderedMap"))
	}
	if private := unsafe.Add(p, b.private); *(*unsafe.Pointer)(private) != nil {
		reflect.NewAt(b.privateType, private).Elem().SetZero()
	}
}

// isPlanned says that what is read is a builtin with properties that goja makes
// when they are looked for.
func (r *Reader) isPlanned() bool {
	return r.ownerOf != nil && beginsWith(r.ownerOf.of, r.plannedType)
}

// innerProperties returns where a struct has properties of its own, to which its
// map of properties refers.
func (f *facts) innerProperties(t reflect.Type, base uintptr) (found []uintptr) {
	for i := range t.NumField() {
		switch field := t.Field(i); {
		case field.Type == f.propertyType:
			found = append(found, base+field.Offset)
		case field.Anonymous && field.Type.Kind() == reflect.Struct:
			found = append(found, f.innerProperties(field.Type, base+field.Offset)...)
		}
	}
	return found
}
