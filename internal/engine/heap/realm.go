package heap

import (
	"fmt"
	"reflect"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// Realm knows what a runtime has before a program runs, by name. Two runtimes
// that were set up in the same way have realms with the same names.
type Realm struct {
	*facts
	rt *goja.Runtime

	objects  []named
	byObject table
	byName   map[string]int
	natives  map[unsafe.Pointer]nativeName
	symbols  map[*goja.Symbol]string // well-known

	sources  []source
	byID     map[string]int
	byFile   map[*file.File]int
	programs map[*goja.Program]programName
	places   map[unsafe.Pointer]templateName // of arrays that templates are made of

	coders    map[reflect.Type]*coder
	codecs    []*codec
	byType    map[reflect.Type]*codec
	byTable   map[unsafe.Pointer]*codec
	byCode    map[uintptr]*codec
	functions map[string]*codec
	known     *closures // nil while they are being found out
	resolve   func(id string) (Code, error)
	host      Sources
	hosts     map[reflect.Type]*host
	hostNames map[string]*host
	jobs      map[string]func()
	jobNames  map[unsafe.Pointer]string
}

// named is an object with a name.
type named struct {
	name   string
	object *goja.Object
	was    state
}

// nativeName is where the Go function of a native is found.
type nativeName struct {
	object int
	field  uintptr
}

// wellKnownSymbols are the same in all runtimes.
var wellKnownSymbols = []*goja.Symbol{
	goja.SymHasInstance, goja.SymIsConcatSpreadable, goja.SymIterator, goja.SymMatch, goja.SymMatchAll, goja.SymReplace,
	goja.SymSearch, goja.SymSpecies, goja.SymSplit, goja.SymToPrimitive, goja.SymToStringTag, goja.SymUnscopables,
}

// NewRealm names what rt has. It must be called before anything runs in rt, and
// before the host adds anything. An error is a *layout.Error.
func NewRealm(rt *goja.Runtime) (*Realm, error) {
	r, err := newRealm(rt)
	if err == nil {
		r.known, err = knownClosures()
	}
	if err != nil {
		return nil, err
	}
	return r, nil
}

func newRealm(rt *goja.Runtime) (*Realm, error) {
	f, err := known()
	if err != nil {
		return nil, err
	}
	r := &Realm{
		facts: f, rt: rt, byName: map[string]int{}, natives: map[unsafe.Pointer]nativeName{}, symbols: map[*goja.Symbol]string{},
		byID: map[string]int{}, byFile: map[*file.File]int{}, programs: map[*goja.Program]programName{}, places: map[unsafe.Pointer]templateName{},
		coders: map[reflect.Type]*coder{}, byType: map[reflect.Type]*codec{}, byTable: map[unsafe.Pointer]*codec{}, byCode: map[uintptr]*codec{}, functions: map[string]*codec{},
		hosts: map[reflect.Type]*host{}, hostNames: map[string]*host{},
	}
	for _, s := range wellKnownSymbols {
		r.symbols[s] = s.String()
	}
	return r, r.nameIntrinsics()
}

// Name gives an object of the host's a name: it is in the other runtime too,
// under the same name. What the object refers to gets none.
func (r *Realm) Name(o *goja.Object, name string) error {
	if _, taken := r.byName[name]; taken {
		return fmt.Errorf("two objects of a heap are called %q", name)
	}
	if e := r.byObject.find(unsafe.Pointer(o)); e != nil {
		return nil // an intrinsic
	}
	r.add(o, name)
	return nil
}

func (r *Realm) add(o *goja.Object, name string) {
	number := len(r.objects)
	r.byObject.fill(r.byObject.entry(unsafe.Pointer(o)), unsafe.Pointer(o), uint32(number), 0)
	r.byName[name] = number
	r.objects = append(r.objects, named{name: name, object: o, was: r.stateOf(o)})
	r.addNatives(number)
}

// nativeFields are where the objects of natives keep what they run.
var nativeFields = [...]string{"f", "construct"}

// addNatives makes the Go functions of an object known.
func (r *Realm) addNatives(number int) {
	o := r.objects[number].object
	t := r.selfType(o).Elem()
	for _, field := range nativeFields {
		if at, ok := offsetIn(t, field); ok {
			if f := *layout.At[unsafe.Pointer](r.self(o).Data, at); f != nil {
				if _, shared := r.natives[f]; !shared {
					r.natives[f] = nativeName{number, at}
				}
			}
		}
	}
}

// replaced looks for a Go function among those that objects have now: hosts
// replace what builtins run.
func (r *Realm) replaced(f unsafe.Pointer) (n nativeName, ok bool) {
	for number := range r.objects {
		r.addNatives(number)
	}
	n, ok = r.natives[f]
	return n, ok
}

// offsetIn returns where a struct, or one that it embeds, has a field with a
// function.
func offsetIn(t reflect.Type, name string) (uintptr, bool) {
	f, ok := t.FieldByName(name)
	if !ok || f.Type.Kind() != reflect.Func {
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
	values     []goja.Value
	properties []property
	symbols    []goja.Value // keys and values
	elements   int
}

// property is what a goja.valueProperty holds.
type property struct {
	value          goja.Value
	getter, setter *goja.Object
	flags          [4]bool
}

func (f *facts) stateOf(o *goja.Object) (s state) {
	self := f.self(o)
	t := f.selfType(o)
	if t.Kind() != reflect.Pointer || !beginsWith(t.Elem(), f.baseType) {
		return s
	}
	b := self.Data
	s.prototype, s.extensible = *layout.At[*goja.Object](b, f.base.prototype), *layout.At[bool](b, f.base.extensible)
	names, values := f.properties(b)
	s.names = append([]unistring.String(nil), names...)
	add := func(v goja.Value) {
		s.values = append(s.values, v)
		if slot := slotOf(v); slot.Table == f.tables.property {
			s.properties = append(s.properties, f.propertyAt(slot.Data))
		}
	}
	for _, name := range names {
		add(values[name])
	}
	f.entries(*layout.At[unsafe.Pointer](b, f.base.symbols), func(_ unsafe.Pointer, key, value goja.Value) {
		s.symbols = append(s.symbols, key)
		add(value)
	})
	if elements := reflect.NewAt(t.Elem(), b).Elem().FieldByName("values"); elements.Kind() == reflect.Slice {
		s.elements = elements.Len()
	}
	return s
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

// same says that nothing happened to an object between two states, or that it was
// undone.
func (f *facts) same(s, t *state) bool {
	if s.prototype != t.prototype || s.extensible != t.extensible || s.elements != t.elements || len(s.properties) != len(t.properties) {
		return false
	}
	for i := range s.properties {
		a, b := &s.properties[i], &t.properties[i]
		if !f.identical(a.value, b.value) || a.getter != b.getter || a.setter != b.setter || a.flags != b.flags {
			return false
		}
	}
	return equalNames(s.names, t.names) && slices.EqualFunc(s.values, t.values, f.identical) && slices.EqualFunc(s.symbols, t.symbols, f.identical)
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

// wellKnown returns the symbol that every runtime has under a name.
func (r *Realm) wellKnown(name string) *goja.Symbol {
	for _, s := range wellKnownSymbols {
		if s.String() == name {
			return s
		}
	}
	return nil
}
