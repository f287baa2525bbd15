package heap

import (
	"encoding/binary"
	"math"
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// Archive writes the state of Go that belongs to a heap, or reads it. A type says
// once, in one function, what it consists of: the function calls the same methods
// in the same order both times, and each of them writes the variable that it is
// given, or sets it.
//
// While it reads, the objects that it gets are empty: they are filled when all of
// the heap was read. After an error, which Read returns, everything read is zero.
type Archive struct {
	w *Writer
	r *Reader
	g *walk // in the place of both: only looks
}

// Reading says that variables are set and not written.
func (a *Archive) Reading() bool { return a.r != nil }

// Runtime returns the runtime whose heap it is.
func (a *Archive) Runtime() *goja.Runtime {
	return a.realm().rt
}

// Failed says that there was an error.
func (a *Archive) Failed() bool {
	if a.r != nil {
		return a.r.err != nil
	}
	return a.w != nil && a.w.err != nil
}

// Fail makes Read, or Finish, return an error: what is there cannot be written,
// or makes no sense.
func (a *Archive) Fail(format string, args ...any) {
	if a.r != nil {
		a.r.fail(format, args...)
	} else if a.w != nil {
		a.w.fail(format, args...)
	}
}

// Name says what comes next, for the errors of a Writer.
func (a *Archive) Name(name string) {
	if a.w != nil && a.w.trace != nil {
		a.w.trace.edge = "." + name
	} else if a.g != nil {
		a.g.label = name
	}
}

// Bool writes or reads a truth value.
func (a *Archive) Bool(p *bool) {
	if a.r != nil {
		*p = a.r.byte() != 0
	} else if a.w != nil {
		a.w.bool(*p)
	}
}

// Integer is a type of whole numbers.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64
}

// Number writes or reads a whole number. One that does not fit is an error.
func Number[T Integer](a *Archive, p *T) {
	if a.r == nil {
		if a.w != nil {
			a.w.int(int64(*p))
		}
		return
	}
	n := a.r.int()
	if *p = T(n); int64(*p) != n {
		a.r.fail("%d is no %T", n, *p)
		*p = 0
	}
}

// Float writes or reads a number.
func (a *Archive) Float(p *float64) {
	if a.w != nil {
		a.w.body = binary.LittleEndian.AppendUint64(a.w.body, math.Float64bits(*p))
	} else if a.r == nil {
		return
	} else if b := a.r.take(8); b != nil {
		*p = math.Float64frombits(binary.LittleEndian.Uint64(b))
	}
}

// Text writes or reads a string of any bytes.
func Text[T ~string](a *Archive, p *T) {
	if a.r != nil {
		*p = T(a.r.bytes())
	} else if a.w != nil {
		a.w.text(string(*p))
	}
}

// Bytes writes or reads bytes. What is read is a copy; nil becomes empty.
func (a *Archive) Bytes(p *[]byte) {
	if a.r != nil {
		*p = append([]byte(nil), a.r.bytes()...)
	} else if a.w != nil {
		a.w.text(string(*p))
	}
}

// Value writes or reads a value, which may be nil.
func (a *Archive) Value(p *goja.Value) {
	if a.r != nil {
		*p = a.r.value()
	} else if a.g != nil {
		a.g.archived(*p)
	} else {
		a.w.value(*p)
	}
}

// Object writes or reads an object, which may be nil.
func (a *Archive) Object(p **goja.Object) {
	if a.r != nil {
		*p = a.r.ref()
	} else if a.g != nil {
		a.g.object(heapgraph.Slot, a.g.label, *p)
	} else {
		a.w.ref(*p)
	}
}

// Function writes or reads a function, which may be none.
func (a *Archive) Function(p *engine.Function) {
	o := p.Object()
	a.Object(&o)
	if a.r != nil {
		*p = engine.FunctionAt(o)
	}
}

// Symbol writes or reads a symbol, which may be nil.
func (a *Archive) Symbol(p **goja.Symbol) {
	if a.r != nil {
		*p = a.r.symbol()
	} else if a.g != nil {
		a.g.archivedSymbol(*p)
	} else {
		a.w.symbol(*p)
	}
}

// Program writes or reads a program of a source that has a name; it may be nil.
func (a *Archive) Program(p **goja.Program) {
	if a.r != nil {
		*p = a.r.program()
	} else if a.w != nil {
		a.w.program(*p)
	}
}

// Shared has what do writes or reads belong to everybody; see Writer.State. It is
// for the objects in a state of Roots that Go changes without being entered, or that
// natives give to a program.
func (a *Archive) Shared(do func()) {
	if a.w != nil {
		a.w.share(true, do)
	} else {
		do()
	}
}

// Values writes or reads a list of values; an empty one is read as nil.
func (a *Archive) Values(p *[]goja.Value) { Slice(a, p, a.Value) }

// Len writes or reads how many things follow, each of which takes a byte at
// least.
func (a *Archive) Len(n int) int {
	if a.r != nil {
		return a.r.count()
	}
	if a.w != nil {
		a.w.uint(uint64(n))
	}
	return n
}

// Slice writes or reads a list; an empty one is read as nil.
func Slice[T any](a *Archive, p *[]T, each func(*T)) {
	n := a.Len(len(*p))
	if a.r != nil {
		*p = nil
	}
	for i := range n {
		if a.r != nil {
			if a.r.err != nil {
				return
			}
			var zero T
			*p = append(*p, zero)
		}
		each(&(*p)[i])
	}
}

// Ref writes or reads a pointer to a struct of a registered type, which may be
// nil. Who has the same pointer gets the same pointer.
func Ref[T any](a *Archive, p **T) {
	realm := a.realm()
	h := realm.hosts[reflect.TypeFor[T]()]
	if h == nil {
		panic("heap: " + reflect.TypeFor[T]().String() + " is not registered")
	}
	if a.g != nil {
		a.g.hosted(a.g.label, unsafe.Pointer(*p), h)
	} else if a.r == nil {
		a.w.hosted(unsafe.Pointer(*p), h)
	} else {
		*p = (*T)(a.r.hosted(h))
	}
}

func (a *Archive) realm() *Realm {
	switch {
	case a.r != nil:
		return a.r.Realm
	case a.g != nil:
		return a.g.Realm
	}
	return a.w.Realm
}

// Any writes or reads nil, a value, a number or a pointer to a struct of a
// registered type.
func (a *Archive) Any(p *any) {
	if a.r != nil {
		getAny(a.r, unsafe.Pointer(p))
	} else if a.g != nil {
		a.g.dynamic(reflect.TypeFor[any](), unsafe.Pointer(p), a.g.label)
	} else {
		putAny(a.w, unsafe.Pointer(p))
	}
}

// State writes a state of Go: archive is called now. What the state refers to is
// written later; in a phase, before anything runs, since whoever runs may ask a
// native for it. Read gets a function for each State, in the same order.
func (w *Writer) State(name string, archive func(*Archive)) {
	w.roots = append(w.roots, func(again *Writer) { again.State(name, archive) })
	w.state(name, archive, true)
}

// Roots is State for a state whose values no native gives to a program: in a phase
// they are written when there is time, or when Reach is told that Go uses one.
func (w *Writer) Roots(name string, archive func(*Archive)) {
	w.roots = append(w.roots, func(again *Writer) { again.Roots(name, archive) })
	w.state(name, archive, false)
}

func (w *Writer) state(name string, archive func(*Archive), shared bool) {
	if w.trace != nil {
		w.trace.named(name)
	}
	w.begin(partState)
	w.owner = nil
	w.share(shared, func() { archive(&Archive{w: w}) })
}

// host is a registered type.
type host struct {
	*codec
	dynamic func(p unsafe.Pointer) *engine.DynamicObject // nil for what is no object
	handler func(p unsafe.Pointer) goja.DynamicObject
	pointer func(p unsafe.Pointer) any
	unwrap  func(v any) unsafe.Pointer
	look    func(w *walk, p unsafe.Pointer)
}

// hostKind begins the names of registered types.
const hostKind = "host "

// Register makes pointers to T a kind of things in the realm's heaps; name must be
// the same in all of them. archive is called for each T once.
func Register[T any](r *Realm, name string, archive func(*Archive, *T)) {
	t := reflect.TypeFor[T]()
	c := &codec{name: hostKind + name, of: t, coder: &coder{
		func(w *Writer, p unsafe.Pointer) { archive(&Archive{w: w}, (*T)(p)) },
		func(r *Reader, p unsafe.Pointer) { archive(&Archive{r: r}, (*T)(p)) },
	}}
	r.register(c)
	r.addHost(t, &host{
		codec:   c,
		pointer: func(p unsafe.Pointer) any { return (*T)(p) },
		look:    func(w *walk, p unsafe.Pointer) { archive(&Archive{g: w}, (*T)(p)) },
		unwrap:  func(v any) unsafe.Pointer { return unsafe.Pointer(v.(*T)) },
	})
}

// Handler is a pointer to T that is the handler of a dynamic object.
type Handler[T any] interface {
	*T
	goja.DynamicObject
}

// RegisterHandler is Register for the handlers of dynamic objects, which are a
// part of them: dynamic says where. The prototypes of the objects are written
// beside what archive writes.
func RegisterHandler[T any, P Handler[T]](r *Realm, name string, dynamic func(P) *engine.DynamicObject, archive func(*Archive, P)) {
	Register(r, name, func(a *Archive, t *T) {
		d := dynamic(t)
		prototype := d.Prototype()
		a.Name("[[Prototype]]")
		if a.Object(&prototype); a.Reading() {
			d.SetPrototype(prototype)
		}
		archive(a, t)
	})
	h := r.hosts[reflect.TypeFor[T]()]
	h.object = true
	h.dynamic = func(p unsafe.Pointer) *engine.DynamicObject { return dynamic((*T)(p)) }
	h.handler = func(p unsafe.Pointer) goja.DynamicObject { return P((*T)(p)) }
	h.unwrap = func(v any) unsafe.Pointer { return unsafe.Pointer((*T)(v.(P))) }
}

func (r *Realm) addHost(t reflect.Type, h *host) {
	if r.hosts[t] != nil || r.hostNames[h.name] != nil {
		panic("heap: " + h.name + " is registered already")
	}
	r.hosts[t], r.hostNames[h.name] = h, h
}

// hosted writes a reference to a struct of the host's.
func (w *Writer) hosted(p unsafe.Pointer, h *host) {
	switch {
	case p == nil:
		w.byte(markNil)
	case h.dynamic != nil:
		w.ref(h.dynamic(p).Object())
	default:
		w.pointer(p, h.codec)
	}
}

// hosted reads such a reference.
func (r *Reader) hosted(h *host) unsafe.Pointer {
	if h.dynamic == nil {
		return r.pointer(h.codec)
	}
	mark := r.byte()
	if mark == markNil {
		return nil
	}
	n := r.node(mark)
	if n == nil {
		return nil
	}
	if n.codec != h.codec {
		r.fail("a %s is no %s", n.codec.name, h.name)
		return nil
	}
	return n.p
}

// handlerOf returns how a dynamic object is written, and its handler; nil when
// its handler is of no registered type, or o is another object.
func (r *Realm) handlerOf(o *goja.Object) (*codec, unsafe.Pointer) {
	handler := engine.HandlerOf(o)
	if handler == nil {
		return nil, nil
	}
	h := r.hosts[reflect.TypeOf(handler).Elem()]
	if h == nil || h.dynamic == nil {
		return nil, nil
	}
	return h.codec, h.unwrap(handler)
}

// makeHandler makes an empty dynamic object.
func (r *Reader) makeHandler(h *host) readNode {
	p := allocate(h.of)
	d := h.dynamic(p)
	d.Init(h.handler(p), r.rt.GlobalObject())
	return readNode{p: p, object: d.Object(), codec: h.codec}
}

// putAny writes what a host attached to something of goja's.
func putAny(w *Writer, p unsafe.Pointer) {
	switch v := (*(*any)(p)).(type) {
	case nil:
		w.byte(0)
	case goja.Value:
		w.byte(1)
		w.value(v)
	case uint64:
		w.byte(2)
		w.uint(v)
	case int:
		w.byte(3)
		w.int(int64(v))
	default:
		if t := reflect.TypeOf(v); t.Kind() == reflect.Pointer && w.hosts[t.Elem()] != nil {
			h := w.hosts[t.Elem()]
			w.byte(4)
			w.text(h.name)
			w.hosted(h.unwrap(v), h)
			return
		}
		w.anyStruct(p)
	}
}

func getAny(r *Reader, p unsafe.Pointer) {
	switch into := (*any)(p); r.byte() {
	case 0:
		*into = nil
	case 1:
		*into = r.value()
	case 2:
		*into = r.uint()
	case 3:
		*into = int(r.int())
	case 4:
		h := r.hostNames[string(r.bytes())]
		if h == nil {
			r.fail("a context is of no known kind")
			return
		}
		*into = h.pointer(r.hosted(h))
	case 5:
		r.anyStruct(into)
	default:
		r.fail("a context is none")
	}
}
