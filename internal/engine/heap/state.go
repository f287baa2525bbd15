package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// implementation is what is known of a Go type that implements objects.
type implementation struct {
	plain    bool // it begins with a goja.baseObject
	elements uintptr
	array    bool // it has elements, in a list
	natives  []nativeField
}

// nativeField is where an object keeps a function of Go.
type nativeField struct {
	offset uintptr
	of     reflect.Type
}

// nativeFields are where the objects of natives keep what they run.
var nativeFields = [...]string{"f", "construct"}

// implementationOf returns what is known of what implements an object.
func (r *Realm) implementationOf(o *goja.Object) *implementation {
	table := r.self(o).Table
	k := r.kinds[table]
	if k == nil {
		k = &implementation{}
		r.kinds[table] = k
		if t := r.selfType(o); t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct {
			k.read(t.Elem(), r.facts)
		}
	}
	return k
}

func (k *implementation) read(t reflect.Type, f *facts) {
	k.plain = beginsWith(t, f.baseType)
	k.elements, k.array = offsetIn(t, "values", reflect.Slice)
	for _, name := range nativeFields {
		if at, ok := offsetIn(t, name, reflect.Func); ok {
			field, _ := t.FieldByName(name)
			k.natives = append(k.natives, nativeField{at, field.Type})
		}
	}
}

// offsetIn returns where a struct, or one that it embeds, has a field of a kind.
func offsetIn(t reflect.Type, name string, kind reflect.Kind) (uintptr, bool) {
	f, ok := t.FieldByName(name)
	if !ok || f.Type.Kind() != kind {
		return 0, false
	}
	offset := uintptr(0)
	for _, i := range f.Index {
		offset += t.Field(i).Offset
		t = t.Field(i).Type
	}
	return offset, true
}

// state is what an object looked like when it got its name.
type state struct {
	prototype  *goja.Object
	extensible bool
	names      []unistring.String
	values     []goja.Value // of names, and then of symbols
	symbols    []goja.Value // the keys
	properties []property   // among the values, in their order
	elements   int
}

// property is what a goja.valueProperty holds.
type property struct {
	value          goja.Value
	getter, setter *goja.Object
	flags          [4]bool
}

// stateSlabs are what states are cut from: there are many, and they are small.
type stateSlabs struct {
	names      []unistring.String
	values     []goja.Value
	properties []property
}

// cut returns an empty list with room for n things.
func cut[T any](slab *[]T, n int) []T {
	const size = 256
	if cap(*slab) < n {
		*slab = make([]T, 0, max(n, size))
	}
	list := (*slab)[:0:n]
	*slab = (*slab)[n:n:cap(*slab)]
	return list
}

func (r *Realm) stateOf(o *goja.Object) (s state) {
	k := r.implementationOf(o)
	if !k.plain {
		return s
	}
	b := r.self(o).Data
	s.prototype, s.extensible, s.elements = r.stateHead(b, k)
	names, values := r.properties(b)
	symbols, properties := 0, 0
	r.eachValue(b, func(key, value goja.Value) bool {
		if key != nil {
			symbols++
		}
		if slotOf(value).Table == r.tables.property {
			properties++
		}
		return true
	})
	s.names = append(cut(&r.slabs.names, len(names)), names...)
	s.values, s.symbols = cut(&r.slabs.values, len(values)+symbols), cut(&r.slabs.values, symbols)
	s.properties = cut(&r.slabs.properties, properties)
	r.eachValue(b, func(key, value goja.Value) bool {
		if key != nil {
			s.symbols = append(s.symbols, key)
		}
		s.values = append(s.values, value)
		if slot := slotOf(value); slot.Table == r.tables.property {
			s.properties = append(s.properties, r.propertyAt(slot.Data))
		}
		return true
	})
	return s
}

func (r *Realm) stateHead(b unsafe.Pointer, k *implementation) (prototype *goja.Object, extensible bool, elements int) {
	if k.array {
		elements = (*sliceHeader)(unsafe.Add(b, k.elements)).length
	}
	return *layout.At[*goja.Object](b, r.base.prototype), *layout.At[bool](b, r.base.extensible), elements
}

// eachValue calls visit for the values of an object's properties, with the keys of
// those that are symbols, until it returns false.
func (f *facts) eachValue(b unsafe.Pointer, visit func(key, value goja.Value) bool) {
	names, values := f.properties(b)
	for _, name := range names {
		if !visit(nil, values[name]) {
			return
		}
	}
	f.entries(*layout.At[unsafe.Pointer](b, f.base.symbols), func(_ unsafe.Pointer, key, value goja.Value) { visit(key, value) })
}

func (f *facts) propertyAt(p unsafe.Pointer) property {
	v := property{*layout.At[goja.Value](p, f.property.value), *layout.At[*goja.Object](p, f.property.getter),
		*layout.At[*goja.Object](p, f.property.setter), [4]bool{}}
	for i, at := range f.property.flags {
		v.flags[i] = *layout.At[bool](p, at)
	}
	return v
}

// entries calls visit for each entry of a goja.orderedMap, which may be nil.
func (f *facts) entries(m unsafe.Pointer, visit func(entry unsafe.Pointer, key, value goja.Value)) {
	if m == nil {
		return
	}
	for e := *layout.At[unsafe.Pointer](m, f.mapFirst); e != nil; e = *layout.At[unsafe.Pointer](e, f.entryNext) {
		visit(e, *layout.At[goja.Value](e, f.entryKey), *layout.At[goja.Value](e, f.entryValue))
	}
}

// unchanged says that nothing happened to an object since it had a state, or that it
// was undone.
func (r *Realm) unchanged(o *goja.Object, was *state) bool {
	k := r.implementationOf(o)
	if !k.plain {
		return was.prototype == nil && was.names == nil
	}
	b := r.self(o).Data
	prototype, extensible, elements := r.stateHead(b, k)
	names, _ := r.properties(b)
	if prototype != was.prototype || extensible != was.extensible || elements != was.elements || !equalNames(names, was.names) {
		return false
	}
	same, values, symbols, properties := true, was.values, was.symbols, was.properties
	r.eachValue(b, func(key, value goja.Value) bool {
		same = same && len(values) > 0 && r.identical(value, values[0])
		if same && key != nil {
			same = len(symbols) > 0 && r.identical(key, symbols[0])
			symbols = symbols[min(1, len(symbols)):]
		}
		if slot := slotOf(value); same && slot.Table == r.tables.property {
			now := r.propertyAt(slot.Data)
			same = len(properties) > 0 && r.sameProperty(&now, &properties[0])
			properties = properties[min(1, len(properties)):]
		}
		values = values[min(1, len(values)):]
		return same
	})
	return same && len(values) == 0 && len(symbols) == 0 && len(properties) == 0
}

func (f *facts) sameProperty(a, b *property) bool {
	return f.identical(a.value, b.value) && a.getter == b.getter && a.setter == b.setter && a.flags == b.flags
}

// identical says that no program can tell two values from each other; of
// properties, which a state has twice, that both are some.
func (f *facts) identical(a, b goja.Value) bool {
	x, y := slotOf(a), slotOf(b)
	switch {
	case x == y:
		return true
	case x.Table != y.Table || x.Table == nil || x.Table == f.tables.mapped:
		return false
	case x.Table == f.tables.property:
		return true
	}
	return a.SameAs(b)
}

func equalNames(a, b []unistring.String) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}
