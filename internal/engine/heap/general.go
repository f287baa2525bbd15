package heap

import (
	"cmp"
	"reflect"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// general returns the coder of a type that means nothing special.
func (r *Realm) general(t reflect.Type) *coder {
	switch t.Kind() {
	case reflect.Bool:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.bool(*(*bool)(p)) }, func(r *Reader, p unsafe.Pointer) { *(*bool)(p) = r.byte() != 0 }}
	case reflect.Uint8, reflect.Int8:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.byte(*(*byte)(p)) }, func(r *Reader, p unsafe.Pointer) { *(*byte)(p) = r.byte() }}
	case reflect.Uint16:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.uint(uint64(*(*uint16)(p))) }, func(r *Reader, p unsafe.Pointer) { *(*uint16)(p) = uint16(r.uint()) }}
	case reflect.Int, reflect.Int64:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.int(*(*int64)(p)) }, func(r *Reader, p unsafe.Pointer) { *(*int64)(p) = r.int() }}
	case reflect.Int32:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.int(int64(*(*int32)(p))) }, func(r *Reader, p unsafe.Pointer) { *(*int32)(p) = int32(r.int()) }}
	case reflect.Uint32:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.uint(uint64(*(*uint32)(p))) }, func(r *Reader, p unsafe.Pointer) { *(*uint32)(p) = uint32(r.uint()) }}
	case reflect.String:
		return r.coderOf(reflect.TypeFor[string]())
	case reflect.Struct:
		return r.structOf(t, nil, nil)
	case reflect.Slice:
		return r.slice(t)
	case reflect.Map:
		return r.mapOf(t)
	case reflect.Pointer:
		return r.pointerTo(t.Elem())
	case reflect.Interface:
		return r.interfaceOf(t)
	}
	return r.unknown(t)
}

// unknown is for what cannot be written, unless it is zero.
func (r *Realm) unknown(t reflect.Type) *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) {
		if !reflect.NewAt(t, p).Elem().IsZero() {
			w.fail("a Go value of type %s", t)
		}
	}, func(*Reader, unsafe.Pointer) {}}
}

// structOf writes the fields one after the other, some in a way of their own.
// first, if any, is done before.
func (r *Realm) structOf(t reflect.Type, own map[string]*coder, skip map[string]bool) *coder {
	type field struct {
		offset uintptr
		*coder
	}
	var fields []field
	for i := range t.NumField() {
		f := t.Field(i)
		c := own[f.Name]
		if c == nil && !skip[f.Name] {
			c = r.coderOf(f.Type)
		}
		if c != nil {
			fields = append(fields, field{f.Offset, c})
		}
	}
	object, size := beginsWith(t, r.baseType), t.Size()
	return &coder{func(w *Writer, p unsafe.Pointer) {
		if object && w.owner == nil {
			w.owner, w.ownerSize = p, size
		}
		for i := range fields {
			fields[i].put(w, unsafe.Add(p, fields[i].offset))
		}
	}, func(r *Reader, p unsafe.Pointer) {
		for i := range fields {
			fields[i].get(r, unsafe.Add(p, fields[i].offset))
		}
	}}
}

// sliceHeader is how Go keeps slices.
type sliceHeader struct {
	data          unsafe.Pointer
	length, space int
}

// slice writes the length, from 1, and the elements; 0 is for nil.
func (r *Realm) slice(t reflect.Type) *coder {
	if t.Elem().Kind() == reflect.Uint8 {
		return &coder{putBytes, getBytes}
	}
	element, size, values := r.coderOf(t.Elem()), t.Elem().Size(), t == reflect.TypeFor[[]goja.Value]()
	return &coder{func(w *Writer, p unsafe.Pointer) {
		s := *(*sliceHeader)(p)
		if s.data == nil {
			w.uint(0)
			return
		}
		w.uint(uint64(s.length) + 1)
		if values {
			w.elements(*(*[]goja.Value)(p))
			return
		}
		for i := range s.length {
			if w.trace != nil {
				w.trace.index(i)
			}
			element.put(w, unsafe.Add(s.data, uintptr(i)*size))
		}
	}, func(r *Reader, p unsafe.Pointer) {
		n := r.count()
		if n == 0 {
			reflect.NewAt(t, p).Elem().SetZero()
			return
		}
		if values {
			*(*[]goja.Value)(p) = make([]goja.Value, n-1)
			r.elements(*(*[]goja.Value)(p))
			return
		}
		reflect.NewAt(t, p).Elem().Set(reflect.MakeSlice(t, n-1, n-1))
		data := (*sliceHeader)(p).data
		for i := range n - 1 {
			element.get(r, unsafe.Add(data, uintptr(i)*size))
		}
	}}
}

func putBytes(w *Writer, p unsafe.Pointer) {
	b := *(*[]byte)(p)
	w.uint(uint64(len(b)))
	w.body = append(w.body, b...)
}

func getBytes(r *Reader, p unsafe.Pointer) { *(*[]byte)(p) = append([]byte{}, r.bytes()...) }

// mapOf writes maps with names as keys, in their order.
func (r *Realm) mapOf(t reflect.Type) *coder {
	if t.Key() != reflect.TypeFor[unistring.String]() {
		return r.unknown(t)
	}
	if t.Elem().Size() == 0 {
		return &coder{putNameSet, getNameSet}
	}
	if t.Elem().Kind() != reflect.Pointer {
		return r.unknown(t)
	}
	element := r.coderOf(t.Elem())
	return &coder{func(w *Writer, p unsafe.Pointer) {
		m := *(*map[unistring.String]unsafe.Pointer)(p)
		w.bool(m != nil)
		if m == nil {
			return
		}
		names := sortedNames(m)
		w.uint(uint64(len(names)))
		for _, name := range names {
			w.name(string(name))
			value := m[name]
			element.put(w, unsafe.Pointer(&value))
		}
	}, func(r *Reader, p unsafe.Pointer) {
		if r.byte() == 0 {
			reflect.NewAt(t, p).Elem().SetZero()
			return
		}
		reflect.NewAt(t, p).Elem().Set(reflect.MakeMap(t))
		m := *(*map[unistring.String]unsafe.Pointer)(p)
		for range r.count() {
			name := unistring.String(r.name())
			var value unsafe.Pointer
			element.get(r, unsafe.Pointer(&value))
			m[name] = value
		}
	}}
}

func putNameSet(w *Writer, p unsafe.Pointer) {
	m := *(*map[unistring.String]struct{})(p)
	w.bool(m != nil)
	if m == nil {
		return
	}
	names := sortedNames(m)
	w.uint(uint64(len(names)))
	for _, name := range names {
		w.name(string(name))
	}
}

func getNameSet(r *Reader, p unsafe.Pointer) {
	into := (*map[unistring.String]struct{})(p)
	*into = nil
	if r.byte() == 0 {
		return
	}
	*into = map[unistring.String]struct{}{}
	for range r.count() {
		(*into)[unistring.String(r.name())] = struct{}{}
	}
}

// sortedNames returns the keys of a map in order.
func sortedNames[V any](m map[unistring.String]V) []unistring.String {
	names := make([]unistring.String, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	slices.SortFunc(names, cmp.Compare[unistring.String])
	return names
}

// pointerTo writes a reference to an object by what implements it, or to another
// struct.
func (r *Realm) pointerTo(t reflect.Type) *coder {
	if beginsWith(t, r.baseType) {
		return &coder{func(w *Writer, p unsafe.Pointer) {
			b := *(*unsafe.Pointer)(p)
			if b == nil {
				w.byte(markNil)
				return
			}
			w.ref(*layout.At[*goja.Object](b, w.base.value))
		}, func(r *Reader, p unsafe.Pointer) {
			*(*unsafe.Pointer)(p) = nil
			if o := r.ref(); o != nil {
				if impl := r.selfType(o); impl.Kind() != reflect.Pointer || !beginsWith(impl.Elem(), t) {
					r.fail("an object is a %s, not a %s", impl, t)
					return
				}
				*(*unsafe.Pointer)(p) = r.self(o).Data
			}
		}}
	}
	var c *codec
	find := func(r *Realm) *codec {
		if c == nil {
			c = r.structCodec(t.String())
		}
		return c
	}
	return &coder{func(w *Writer, p unsafe.Pointer) {
		if *(*unsafe.Pointer)(p) == nil {
			w.byte(markNil)
		} else if c := find(w.Realm); c != nil {
			w.pointer(*(*unsafe.Pointer)(p), c)
		} else {
			w.fail("a Go value of type %s", t)
		}
	}, func(r *Reader, p unsafe.Pointer) {
		*(*unsafe.Pointer)(p) = nil
		if r.peek() == markNil {
			r.byte()
		} else if c := find(r.Realm); c != nil {
			*(*unsafe.Pointer)(p) = r.pointer(c)
		} else {
			r.fail("a Go value of type %s", t)
		}
	}}
}

// interfaceOf writes what an interface holds: an object's implementation, or a
// pointer to a struct.
func (r *Realm) interfaceOf(t reflect.Type) *coder {
	if t == r.implementation {
		return &coder{func(w *Writer, p unsafe.Pointer) {
			s := *(*layout.Slot)(p)
			if s.Table == nil {
				w.byte(markNil)
			} else if impl := reflect.NewAt(t, p).Elem().Elem().Type(); impl.Kind() != reflect.Pointer || !beginsWith(impl.Elem(), w.baseType) {
				w.fail("an object of Go type %s", impl)
			} else {
				w.ref(*layout.At[*goja.Object](s.Data, w.base.value))
			}
		}, func(r *Reader, p unsafe.Pointer) {
			if o := r.ref(); o != nil {
				*(*layout.Slot)(p) = *r.self(o)
			}
		}}
	}
	return &coder{func(w *Writer, p unsafe.Pointer) { w.dynamic(t, p) }, func(r *Reader, p unsafe.Pointer) { r.dynamic(t, p) }}
}

// dynamic writes a pointer to a struct, with its type.
func (w *Writer) dynamic(t reflect.Type, p unsafe.Pointer) {
	holder := reflect.NewAt(t, p).Elem()
	if holder.IsNil() {
		w.bool(false)
		return
	}
	held := holder.Elem().Type()
	var c *codec
	if held.Kind() == reflect.Pointer {
		c = w.structCodec(held.Elem().String())
	}
	if c == nil {
		w.fail("a Go value of type %s", held)
		return
	}
	w.bool(true)
	w.typeNumber(c)
	w.pointer((*layout.Slot)(p).Data, c)
}

func (r *Reader) dynamic(t reflect.Type, p unsafe.Pointer) {
	if r.byte() == 0 {
		return
	}
	c := r.typeNumber()
	if c == nil {
		return
	}
	data := r.pointer(c)
	if data == nil || !reflect.PointerTo(c.of).Implements(t) {
		r.fail("a %s is no %s", c.name, t)
		return
	}
	reflect.NewAt(t, p).Elem().Set(reflect.NewAt(c.of, data))
}
