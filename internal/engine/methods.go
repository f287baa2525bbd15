package engine

import (
	"reflect"
	"strconv"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// goja keeps what an object does behind an unexported interface, objectImpl.
// An error whose stack nobody has read yet has the methods of goja's errors,
// except for the few that see the property "stack" (see lazystack.go).
// The table of an interface value names its methods in order; lazyTable is a
// copy of the table of goja's errors with those entries replaced.

// itab is the table of methods as Go lays it out, up to the methods.
type itab struct {
	inter, typ unsafe.Pointer
	hash       uint32
	_          uint32
}

// maxMethods is more than objectImpl has.
const maxMethods = 128

// methodTable is an interface table. It lies outside the heap, as all tables
// do: the garbage collector does not follow the first word of an interface.
type methodTable struct {
	itab
	methods [maxMethods]uintptr
}

// methods are the tables of an error without and with a stack to be made, and
// the places of the methods in use.
var methods struct {
	plain, lazy methodTable
	plainTable  unsafe.Pointer // goja's own
	baseTable   unsafe.Pointer // that of plain objects
	proxyTable  unsafe.Pointer
	classTable  unsafe.Pointer
	boundTable  unsafe.Pointer
	intTable    unsafe.Pointer // of numbers that are integers

	functionTables [12]unsafe.Pointer // of the kinds of functions in JavaScript; see promise_layout.go for the last three

	propertyTable unsafe.Pointer // of goja.Value, for properties that are not plain values

	getOwnPropSym, getOwnPropStr, getStr, setOwnStr, setForeignStr int
	deleteStr, defineOwnPropertyStr, iterateStringKeys, putProp    int
}

// readMethods builds the tables.
func (l *layoutReader) readMethods(rt *goja.Runtime) {
	if l.Err != nil {
		return
	}
	field, _ := reflect.TypeFor[goja.Object]().FieldByName("self")
	impl := field.Type
	if impl.NumMethod() > maxMethods {
		l.Err = &LayoutError{Field: "objectImpl", Reason: "has too many methods"}
		return
	}
	m := &methods
	m.baseTable = selfOf(rt.NewObject()).table
	m.plainTable = selfOf(rt.NewTypeError("")).table
	if l.checkTable(m.plainTable); l.Err != nil {
		return
	}
	l.readTables(rt)
	copyTable(&m.plain, m.plainTable, impl.NumMethod())
	copyTable(&m.lazy, m.plainTable, impl.NumMethod())
	m.getOwnPropSym = l.method(impl, "getOwnPropSym", reflect.TypeFor[func(*goja.Symbol) goja.Value]())
	m.putProp = l.method(impl, "_putProp", reflect.TypeFor[func(unistring.String, goja.Value, bool, bool, bool) goja.Value]())
	l.replaceMethods(impl)
	l.readProperty(rt)
}

// readTables finds the tables of methods by examples of each kind of object.
func (l *layoutReader) readTables(rt *goja.Runtime) {
	m := &methods
	for _, example := range []struct {
		table  *unsafe.Pointer
		source string
	}{
		{&m.classTable, "(class {})"}, {&m.boundTable, "(() => {}).bind()"}, {&m.proxyTable, "new Proxy({}, {})"},
	} {
		if o, err := rt.RunString(example.source); err == nil {
			*example.table = selfOf(o.(*goja.Object)).table
		}
	}
	kinds, err := rt.RunString(`[function () {}, () => {}, { m() {} }.m, class {}, async function () {}, async () => {}, function* () {},
		{ async m() {} }.m, { *m() {} }.m]`)
	if err == nil {
		for i := range firstAsyncTable {
			m.functionTables[i] = selfOf(kinds.(*goja.Object).Get(strconv.Itoa(i)).(*goja.Object)).table
		}
		l.readFunction(reflect.ValueOf(kinds.(*goja.Object).Get("0")))
		l.readClass(kinds.(*goja.Object).Get("3"))
		l.readArrow(kinds.(*goja.Object).Get(strconv.Itoa(arrowKind)))
	}
	number := rt.ToValue(1)
	m.intTable = (*slot)(unsafe.Pointer(&number)).table
}

// replaceMethods puts the methods that can see an unread stack into the table
// of errors that have one.
func (l *layoutReader) replaceMethods(impl reflect.Type) {
	m := &methods
	for _, replaced := range []struct {
		name  string
		index *int
		by    any
	}{
		{"getStr", &m.getStr, lazyGetStr},
		{"getOwnPropStr", &m.getOwnPropStr, lazyGetOwnPropStr},
		{"setOwnStr", &m.setOwnStr, lazySetOwnStr},
		{"setForeignStr", &m.setForeignStr, lazySetForeignStr},
		{"deleteStr", &m.deleteStr, lazyDeleteStr},
		{"defineOwnPropertyStr", &m.defineOwnPropertyStr, lazyDefineOwnPropertyStr},
		{"iterateStringKeys", &m.iterateStringKeys, lazyIterateStringKeys},
	} {
		*replaced.index = l.method(impl, replaced.name, withoutReceiver(reflect.TypeOf(replaced.by)))
		function := (*slot)(unsafe.Pointer(&replaced.by)).data
		m.lazy.methods[*replaced.index] = *(*uintptr)(function)
	}
}

// readProperty finds the table of properties that are not plain values.
func (l *layoutReader) readProperty(rt *goja.Runtime) {
	m := &methods
	get, self := bound[func(unsafe.Pointer, unistring.String) goja.Value](rt.GlobalObject(), m.getOwnPropStr)
	property := get(self, "NaN")
	m.propertyTable = (*slot)(unsafe.Pointer(&property)).table
	if reflect.TypeOf(property).String() != "*goja.valueProperty" {
		l.Err = &LayoutError{Field: "valueProperty", Reason: "is not what a global property is"}
	}
}

// checkTable makes sure that a table is laid out as itab says.
func (l *layoutReader) checkTable(table unsafe.Pointer) {
	t := reflect.PointerTo(stackLayout.errorType)
	var value any = reflect.Zero(t).Interface()
	if (*itab)(table).typ != (*slot)(unsafe.Pointer(&value)).table {
		l.Err = &LayoutError{Field: "itab", Reason: "Go lays out interface tables otherwise"}
	}
}

// method returns the place of a method, whose type must be the given one.
func (l *layoutReader) method(impl reflect.Type, name string, want reflect.Type) int {
	for i := range impl.NumMethod() {
		if m := impl.Method(i); m.Name == name {
			if l.Err == nil && !sameShape(m.Type, want) {
				l.Err = &LayoutError{Field: "objectImpl." + name, Reason: "has type " + m.Type.String()}
			}
			return i
		}
	}
	if l.Err == nil {
		l.Err = &LayoutError{Field: "objectImpl." + name, Reason: "method is missing"}
	}
	return 0
}

// sameShape reports whether two function types have the same parameters and
// results; a function type of goja's own is as good as any other pointer.
func sameShape(got, want reflect.Type) bool {
	if got.NumIn() != want.NumIn() || got.NumOut() != want.NumOut() {
		return false
	}
	for i := range got.NumIn() {
		if got.In(i) != want.In(i) {
			return false
		}
	}
	for i := range got.NumOut() {
		g, w := got.Out(i), want.Out(i)
		if g != w && (g.Kind() != reflect.Func || w.Kind() != reflect.UnsafePointer) {
			return false
		}
	}
	return true
}

func withoutReceiver(f reflect.Type) reflect.Type {
	var in, out []reflect.Type
	for i := 1; i < f.NumIn(); i++ {
		in = append(in, f.In(i))
	}
	for i := range f.NumOut() {
		out = append(out, f.Out(i))
	}
	return reflect.FuncOf(in, out, false)
}

func copyTable(to *methodTable, from unsafe.Pointer, n int) {
	to.itab = *(*itab)(from)
	copy(to.methods[:], unsafe.Slice((*uintptr)(unsafe.Add(from, unsafe.Sizeof(itab{}))), n))
}

// selfOf returns the place where an object keeps its methods and its data.
func selfOf(o *goja.Object) *slot { return at[slot](unsafe.Pointer(o), stackLayout.objectSelf) }

// bound returns method i of the object as a function of type F, whose first
// argument is the receiver, and the receiver.
func bound[F any](o *goja.Object, i int) (F, unsafe.Pointer) {
	self := selfOf(o)
	code := unsafe.Add(self.table, unsafe.Sizeof(itab{})+uintptr(i)*unsafe.Sizeof(uintptr(0)))
	return *(*F)(unsafe.Pointer(&code)), self.data
}

// plainMethod returns goja's own method of errors.
func plainMethod[F any](i int) F {
	code := unsafe.Pointer(&methods.plain.methods[i])
	return *(*F)(unsafe.Pointer(&code))
}
