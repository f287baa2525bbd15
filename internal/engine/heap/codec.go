package heap

import (
	"hash/fnv"
	"io"
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// coder writes and reads a field of some type.
type coder struct {
	put func(w *Writer, p unsafe.Pointer)
	get func(r *Reader, p unsafe.Pointer)
}

// codec writes and reads things that are referred to: what an object is
// implemented by, or another struct of goja's.
type codec struct {
	*coder
	index  int
	name   string
	of     reflect.Type
	object bool
	table  unsafe.Pointer // of an object's implementation

	code      uintptr      // of a function
	signature reflect.Type // of a function
	isMap     bool         // the thing is a map of names itself

	print uint64
	inner []uintptr // where an object has properties of its own
}

// objectKinds are the implementations of objects that are known to be right when
// they are written field by field.
var objectKinds = strings.Fields(`
	baseObject arrayObject sparseArrayObject argumentsObject primitiveValueObject stringObject dateObject errorObject regexpObject
	funcObject arrowFuncObject methodFuncObject classFuncObject generatorFuncObject generatorMethodFuncObject asyncFuncObject
	asyncMethodFuncObject asyncArrowFuncObject nativeFuncObject boundFuncObject templatedObject templatedFuncObject templatedArrayObject
	guardedObject mapObject setObject weakMapObject weakSetObject mapIterObject setIterObject arrayIterObject stringIterObject
	regExpStringIterObject generatorObject Promise proxyObject arrayBufferObject dataViewObject typedArrayObject taggedTemplateArray`)

// structKinds are the other structs that are referred to.
var structKinds = strings.Fields(`
	stash orderedMap orderedMapIter privateEnv privateEnvType privateId privateElements promiseReaction promiseCapability jobCallback asyncRunner
	iteratorRecord Exception jsProxyHandler stashRef stashRefLex stashRefConst thisRef objRef objStrRef objStrRefCaps privateRef
	privateRefRes unresolvedRef enumerableIter recursivePropIter objectPropIter arrayPropIter sparseArrayPropIter stringPropIter argumentsPropIter
	lenientUtf16Decoder asciiUtf16Reader utf16RuneReader unicodeRuneReader asciiRuneReader stringUtf16Reader
	typedArrayPropIter proxyPropIter valueProperty`)

// plainKinds are types that have no name of goja's.
var plainKinds = map[string]reflect.Type{
	"bool": reflect.TypeFor[bool](), "int": reflect.TypeFor[int](), "[]goja.Value": reflect.TypeFor[[]goja.Value](),
}

// fingerprint stands for the fields of the type.
func (c *codec) fingerprint() uint64 {
	if c.print == 0 {
		h := fnv.New64a()
		describe(h, c.of)
		c.print = h.Sum64() | 1
	}
	return c.print
}

func describe(h io.Writer, t reflect.Type) {
	io.WriteString(h, t.String())
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		f := t.Field(i)
		io.WriteString(h, ";"+f.Name+" ")
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			describe(h, f.Type)
		} else {
			io.WriteString(h, f.Type.String())
		}
	}
}

// isOneOf reports whether a type of goja's has one of the names.
func isOneOf(name string, kinds []string) (own string, ok bool) {
	own, ok = strings.CutPrefix(name, "goja.")
	if !ok {
		return "", false
	}
	for _, kind := range kinds {
		if kind == own {
			return own, true
		}
	}
	return "", false
}

// objectCodec returns how objects are written that the Go type implements; nil
// when they cannot be.
func (r *Realm) objectCodec(name string) *codec {
	kind, ok := isOneOf(name, objectKinds)
	if !ok {
		return r.otherMethods(name)
	}
	t := own(kind)
	if t == nil || !reflect.PointerTo(t).Implements(r.implementation) {
		return nil
	}
	c := r.codecFor(t, name)
	if !c.object {
		c.object = true
		c.inner = r.innerProperties(t, 0)
		sample := reflect.New(r.implementation)
		sample.Elem().Set(reflect.Zero(reflect.PointerTo(t)))
		c.table = (*layout.Slot)(unsafe.Pointer(sample.Elem().UnsafeAddr())).Table
	}
	return c
}

// structCodec returns how a struct of Go is written that others refer to; nil
// when it cannot be.
func (r *Realm) structCodec(name string) *codec {
	if t := plainKinds[name]; t != nil {
		return r.codecFor(t, name)
	}
	if name == namesKind {
		return r.namesCodec()
	}
	var t reflect.Type
	if kind, ok := isOneOf(name, structKinds); ok {
		t = own(kind)
	} else if kind, ok := strings.CutPrefix(name, "engine."); ok {
		t = engine.HeapStruct(kind)
	}
	if t == nil {
		return nil
	}
	return r.codecFor(t, name)
}

func (r *Realm) codecFor(t reflect.Type, name string) *codec {
	c := r.byType[t]
	if c == nil {
		c = &codec{name: name, of: t}
		r.byType[t] = c
		r.register(c)
		c.coder = r.coderOf(t)
	}
	return c
}

func (r *Realm) register(c *codec) {
	c.index = len(r.codecs)
	r.codecs = append(r.codecs, c)
}

// namesKind is the type of maps from the names of variables to their places.
const namesKind = "map[unistring.String]uint32"

type variableNames = map[unistring.String]uint32

func (r *Realm) namesCodec() *codec {
	t := reflect.TypeFor[variableNames]()
	c := r.byType[t]
	if c == nil {
		c = &codec{name: namesKind, of: t, isMap: true}
		r.byType[t] = c
		r.register(c)
		c.coder = &coder{
			func(w *Writer, p unsafe.Pointer) { w.variables(*(*variableNames)(unsafe.Pointer(&p))) },
			func(r *Reader, p unsafe.Pointer) { r.variables(*(*variableNames)(unsafe.Pointer(&p))) },
		}
	}
	return c
}

// coderOf returns the coder of a type.
func (r *Realm) coderOf(t reflect.Type) *coder {
	if c := r.coders[t]; c != nil {
		return c
	}
	c := &coder{}
	r.coders[t] = c // a type may refer to itself
	if special := r.special(t); special != nil {
		*c = *special
	} else {
		*c = *r.general(t)
	}
	return c
}

// special returns coders of the types that mean something; nil for others.
func (r *Realm) special(t reflect.Type) *coder {
	switch t {
	case reflect.TypeFor[goja.Value]():
		return &coder{func(w *Writer, p unsafe.Pointer) { w.value(*(*goja.Value)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*goja.Value)(p) = r.value() }}
	case reflect.TypeFor[goja.String]():
		return &coder{putString, getString}
	case reflect.TypeFor[*goja.Object]():
		return &coder{func(w *Writer, p unsafe.Pointer) { w.ref(*(**goja.Object)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(**goja.Object)(p) = r.ref() }}
	case reflect.TypeFor[*goja.Program]():
		return &coder{func(w *Writer, p unsafe.Pointer) { w.program(*(**goja.Program)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(**goja.Program)(p) = r.program() }}
	case reflect.TypeFor[*goja.Symbol]():
		return &coder{func(w *Writer, p unsafe.Pointer) { w.symbol(*(**goja.Symbol)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(**goja.Symbol)(p) = r.symbol() }}
	case reflect.TypeFor[*engine.Promises](), reflect.TypeFor[*engine.Stacks]():
		return presence(func(r *Reader) unsafe.Pointer { return r.single(t) })
	case reflect.TypeFor[*goja.Runtime]():
		return presence(func(r *Reader) unsafe.Pointer { return unsafe.Pointer(r.rt) })
	case reflect.TypeFor[unistring.String](), reflect.TypeFor[string]():
		return &coder{func(w *Writer, p unsafe.Pointer) { w.name(*(*string)(p)) },
			func(r *Reader, p unsafe.Pointer) { *(*string)(p) = r.name() }}
	case reflect.TypeFor[variableNames]():
		return &coder{putNames, getNames}
	case reflect.TypeFor[any]():
		return &coder{putAny, getAny}
	case r.baseType:
		return &coder{putBase, getBase}
	case r.mapType:
		return &coder{putMap, getMap}
	case r.propertyType:
		return &coder{func(w *Writer, p unsafe.Pointer) { w.property(p) }, func(r *Reader, p unsafe.Pointer) { r.property(p) }}
	}
	return r.unnamed(t)
}

// presence writes whether a pointer to something that a runtime has once is set.
func presence(get func(r *Reader) unsafe.Pointer) *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) { w.bool(*(*unsafe.Pointer)(p) != nil) },
		func(r *Reader, p unsafe.Pointer) {
			if r.byte() != 0 {
				*(*unsafe.Pointer)(p) = get(r)
			}
		}}
}

// unnamed returns coders of types that goja does not export.
func (r *Realm) unnamed(t reflect.Type) *coder {
	switch t.String() {
	case "*goja.vm":
		return presence(func(r *Reader) unsafe.Pointer {
			return *layout.At[unsafe.Pointer](unsafe.Pointer(r.rt), r.runtimeVM)
		})
	case "*goja.stash":
		return r.stashPointer()
	case "goja.stash":
		return r.structOf(t, map[string]*coder{"values": r.variablesOf()}, nil)
	case "*goja.objectTemplate":
		return &coder{func(*Writer, unsafe.Pointer) {}, func(*Reader, unsafe.Pointer) {}}
	case "goja.orderedMapIter":
		return r.iterator()
	case "goja.weakMap":
		return r.weakMap(t)
	case "*goja.regexpPattern":
		return r.pattern(t.Elem())
	case "goja.typedArrayObject":
		return r.typedArray(t)
	case "goja.mapObject", "goja.setObject":
		return r.collection(t)
	case "goja.taggedTemplateArray":
		return r.template(t)
	case "goja.stashRef", "goja.thisRef":
		pointer := r.stashPointer()
		return r.structOf(t, map[string]*coder{"v": pointer}, nil)
	case "goja.baseJsFuncObject":
		return r.structOf(t, map[string]*coder{"src": r.functionText(t)}, nil)
	case "goja.errorObject":
		return r.errors(t)
	case "goja.context":
		return r.structOf(t, map[string]*coder{"result": r.result()}, nil)
	}
	if t.Kind() == reflect.Func {
		return r.function(t)
	}
	return nil
}

// result is for what a function is about to return when its finally blocks are done.
// A function that waits elsewhere has what happened to be there when it was called,
// and never looks at it.
func (r *Realm) result() *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) {
		if !w.comparing {
			w.value(*(*goja.Value)(p))
		}
	}, func(r *Reader, p unsafe.Pointer) { *(*goja.Value)(p) = r.value() }}
}

// stashPointer is for pointers to scopes, and to the variables they begin with.
func (r *Realm) stashPointer() *coder {
	c := r.codecFor(r.stashType, "goja.stash")
	return &coder{func(w *Writer, p unsafe.Pointer) {
		s := *(*unsafe.Pointer)(p)
		if s == unsafe.Add(unsafe.Pointer(w.rt), w.runtimeStash) {
			w.byte(markGlobal)
			return
		}
		w.pointer(s, c)
	}, func(r *Reader, p unsafe.Pointer) {
		if r.peek() == markGlobal {
			r.byte()
			*(*unsafe.Pointer)(p) = unsafe.Add(unsafe.Pointer(r.rt), r.runtimeStash)
			return
		}
		*(*unsafe.Pointer)(p) = r.pointer(c)
	}}
}

func putString(w *Writer, p unsafe.Pointer) {
	w.value(valueOfString(*(*goja.String)(p)))
}

func valueOfString(s goja.String) goja.Value {
	if s == nil {
		return nil
	}
	return s
}

func getString(r *Reader, p unsafe.Pointer) {
	switch v := r.value().(type) {
	case nil:
	case goja.String:
		*(*goja.String)(p) = v
	default:
		r.fail("a string is none")
	}
}

// putNames writes a reference to a map of names: scopes of one function share it with
// the instruction that makes them.
func putNames(w *Writer, p unsafe.Pointer) {
	if w.comparing {
		w.variables(*(*variableNames)(p))
		return
	}
	w.pointer(*(*unsafe.Pointer)(p), w.namesCodec())
}

func getNames(r *Reader, p unsafe.Pointer) {
	*(*unsafe.Pointer)(p) = r.pointer(r.namesCodec())
}

func (w *Writer) variables(m variableNames) {
	names := sortedNames(m)
	w.uint(uint64(len(names)))
	for _, name := range names {
		w.name(string(name))
		w.uint(uint64(m[name]))
	}
}

func (r *Reader) variables(m variableNames) {
	for range r.count() {
		name := unistring.String(r.name())
		m[name] = uint32(r.uint())
	}
}
