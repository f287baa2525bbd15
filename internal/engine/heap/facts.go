package heap

import (
	"math/big"
	"reflect"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// facts are where goja and Go keep things.
type facts struct {
	implementation reflect.Type // goja.objectImpl
	baseType       reflect.Type
	plannedType    reflect.Type // goja.templatedObject
	stashType      reflect.Type
	mapType        reflect.Type // goja.orderedMap
	propertyType   reflect.Type

	objectSelf, objectRuntime               uintptr
	runtimeVM, runtimeSymbols, runtimeStash uintptr
	runtimeJobs                             uintptr
	runtimeGlobal                           reflect.StructField
	base                                    baseFields
	property                                propertyFields
	mapFirst, mapSize, mapHash              uintptr
	entryKey, entryValue, entryPrev         uintptr
	entryNext                               uintptr
	mappedValue                             uintptr
	collectionTypes                         map[reflect.Type]bool // goja.mapObject and goja.setObject
	collectionMap                           uintptr
	stashValues, stashNames                 uintptr
	tables                                  valueTables
	booleans                                [2]goja.Value
}

// baseFields are those of goja.baseObject.
type baseFields struct {
	class, value, prototype, extensible, values, names uintptr
	sorted, indexes, symbols, private                  uintptr
	privateType                                        reflect.Type
}

// propertyFields are those of goja.valueProperty.
type propertyFields struct {
	value, getter, setter uintptr
	flags                 [4]uintptr // writable, configurable, enumerable, accessor
}

// valueTables are the interface tables of values.
type valueTables struct {
	object, integer, float, boolean, null, undefined, ascii, unicode, imported unsafe.Pointer
	symbol, bigInt, property, mapped                                           unsafe.Pointer
}

// known looks everything up, once, when it is needed first.
var known = sync.OnceValues(func() (*facts, error) {
	f, l := &facts{}, &layout.Fields{}
	f.readObjects(l)
	f.readMaps(l)
	f.readTables(l)
	return f, l.Err
})

// own returns a type of goja's by its name.
func own(name string) reflect.Type {
	if t := layout.PointerType("*goja."+name, reflect.TypeFor[goja.Runtime]()); t != nil {
		return t.Elem()
	}
	return nil
}

// mustOwn is own for a type that must be there.
func mustOwn(l *layout.Fields, name string) reflect.Type {
	t := own(name)
	if t == nil {
		l.Fail(name, "type is missing")
		return reflect.TypeFor[struct{}]()
	}
	return t
}

func (f *facts) readObjects(l *layout.Fields) {
	object, runtime := reflect.TypeFor[goja.Object](), reflect.TypeFor[goja.Runtime]()
	self := l.Field(object, "self", "goja.objectImpl")
	f.implementation, f.objectSelf = self.Type, self.Offset
	f.objectRuntime = l.Offset(object, "runtime", "*goja.Runtime")
	f.runtimeVM = l.Offset(runtime, "vm", "*goja.vm")
	f.runtimeSymbols = l.Offset(runtime, "symbolRegistry", "map[unistring.String]*goja.Symbol")
	f.runtimeJobs = l.Offset(runtime, "jobQueue", "[]func()")
	f.runtimeGlobal = l.Field(runtime, "global", "goja.global")
	f.stashType = mustOwn(l, "stash")
	f.stashValues = l.Offset(f.stashType, "values", "[]goja.Value")
	f.stashNames = l.Offset(f.stashType, "names", "map[unistring.String]uint32")
	if l.Err == nil {
		f.runtimeStash = f.runtimeGlobal.Offset + l.Offset(f.runtimeGlobal.Type, "stash", "goja.stash")
	}
	f.baseType, f.plannedType = mustOwn(l, "baseObject"), mustOwn(l, "templatedObject")
	at, b := func(name, is string) uintptr { return l.Offset(f.baseType, name, is) }, &f.base
	b.class, b.value = at("class", "string"), at("val", "*goja.Object")
	b.prototype, b.extensible = at("prototype", "*goja.Object"), at("extensible", "bool")
	b.values, b.names = at("values", "map[unistring.String]goja.Value"), at("propNames", "[]unistring.String")
	b.sorted, b.indexes = at("lastSortedPropLen", "int"), at("idxPropCount", "int")
	b.symbols = at("symValues", "*goja.orderedMap")
	private := l.Field(f.baseType, "privateElements", "map[*goja.privateEnvType]*goja.privateElements")
	b.private, b.privateType = private.Offset, private.Type
	f.propertyType = mustOwn(l, "valueProperty")
	p := &f.property
	p.value = l.Offset(f.propertyType, "value", "goja.Value")
	p.getter = l.Offset(f.propertyType, "getterFunc", "*goja.Object")
	p.setter = l.Offset(f.propertyType, "setterFunc", "*goja.Object")
	for i, name := range [...]string{"writable", "configurable", "enumerable", "accessor"} {
		p.flags[i] = l.Offset(f.propertyType, name, "bool")
	}
	f.mappedValue = l.Offset(mustOwn(l, "mappedProperty"), "v", "*goja.Value")
}

func (f *facts) readMaps(l *layout.Fields) {
	f.collectionTypes = map[reflect.Type]bool{}
	for _, name := range [...]string{"mapObject", "setObject"} {
		t := mustOwn(l, name)
		f.collectionTypes[t], f.collectionMap = true, l.Offset(t, "m", "*goja.orderedMap")
	}
	f.mapType = mustOwn(l, "orderedMap")
	f.mapFirst = l.Offset(f.mapType, "iterFirst", "*goja.mapEntry")
	f.mapSize = l.Offset(f.mapType, "size", "int")
	f.mapHash = l.Offset(f.mapType, "hash", "*maphash.Hash")
	entry := mustOwn(l, "mapEntry")
	f.entryKey, f.entryValue = l.Offset(entry, "key", "goja.Value"), l.Offset(entry, "value", "goja.Value")
	f.entryPrev, f.entryNext = l.Offset(entry, "iterPrev", "*goja.mapEntry"), l.Offset(entry, "iterNext", "*goja.mapEntry")
}

// readTables takes the interface tables of values from examples.
func (f *facts) readTables(l *layout.Fields) {
	rt, t := goja.New(), &f.tables
	f.booleans = [2]goja.Value{rt.ToValue(false), rt.ToValue(true)}
	for _, sample := range []struct {
		table *unsafe.Pointer
		value goja.Value
		name  string
	}{
		{&t.object, rt.NewObject(), "*goja.Object"},
		{&t.integer, rt.ToValue(1), "goja.valueInt"},
		{&t.float, rt.ToValue(0.5), "goja.valueFloat"},
		{&t.boolean, f.booleans[0], "goja.valueBool"},
		{&t.null, goja.Null(), "goja.valueNull"},
		{&t.undefined, goja.Undefined(), "goja.valueUndefined"},
		{&t.ascii, rt.ToValue("a"), "goja.asciiString"},
		{&t.unicode, goja.StringFromUTF16([]uint16{0xE9}), "goja.unicodeString"},
		{&t.imported, rt.ToValue("é is a letter of a long text"), "*goja.importedString"},
		{&t.symbol, goja.SymIterator, "*goja.Symbol"},
		{&t.bigInt, rt.ToValue(big.NewInt(1)), "*goja.valueBigInt"},
	} {
		if got := reflect.TypeOf(sample.value).String(); got != sample.name {
			l.Fail(sample.name, "is now "+got)
		}
		*sample.table = slotOf(sample.value).Table
	}
	if theirs := mustOwn(l, "importedString"); l.Err == nil && (theirs.NumField() != 3 || theirs.Size() != unsafe.Sizeof(importedString{}) ||
		theirs.Field(0).Name != "s" || theirs.Field(1).Name != "u") {
		l.Fail("importedString", "has other fields")
	}
	t.property = valueTable(l, "valueProperty")
	t.mapped = valueTable(l, "mappedProperty")
}

// valueTable returns the interface table of pointers to a type as values.
func valueTable(l *layout.Fields, name string) unsafe.Pointer {
	pointer := reflect.PointerTo(mustOwn(l, name))
	if !pointer.Implements(reflect.TypeFor[goja.Value]()) {
		l.Fail(name, "is no value")
		return nil
	}
	var v goja.Value
	reflect.ValueOf(&v).Elem().Set(reflect.Zero(pointer))
	return slotOf(v).Table
}

func slotOf(v goja.Value) layout.Slot { return *(*layout.Slot)(unsafe.Pointer(&v)) }

func valueOf(table, data unsafe.Pointer) (v goja.Value) {
	*(*layout.Slot)(unsafe.Pointer(&v)) = layout.Slot{Table: table, Data: data}
	return v
}

// self returns the implementation of an object.
func (f *facts) self(o *goja.Object) *layout.Slot {
	return layout.At[layout.Slot](unsafe.Pointer(o), f.objectSelf)
}

// selfType returns the Go type of the implementation of an object.
func (f *facts) selfType(o *goja.Object) reflect.Type {
	return reflect.NewAt(f.implementation, unsafe.Pointer(f.self(o))).Elem().Elem().Type()
}

// properties returns the string properties of the base object at p, which are
// in the order of names.
func (f *facts) properties(p unsafe.Pointer) (names []unistring.String, values map[unistring.String]goja.Value) {
	return *layout.At[[]unistring.String](p, f.base.names), *layout.At[map[unistring.String]goja.Value](p, f.base.values)
}

// beginsWith says that values of t begin with one of type first.
func beginsWith(t, first reflect.Type) bool {
	for t != first {
		if t.Kind() != reflect.Struct || t.NumField() == 0 || !t.Field(0).Anonymous {
			return false
		}
		t = t.Field(0).Type
	}
	return true
}

// allocate makes an empty value of a type.
func allocate(t reflect.Type) unsafe.Pointer {
	return unsafe.Pointer(reflect.New(t).Elem().UnsafeAddr())
}
