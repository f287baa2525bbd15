package heap

import (
	"fmt"
	"reflect"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// A function of Go is a pointer to its code's address, behind which lies what it
// captured. closures are goja's that can be in a heap: by what they captured, and
// where their code is in this build.
type closures struct {
	byName map[string]closure
	byCode map[uintptr]string // of those that are not known by goja's names
}

type closure struct {
	code      uintptr
	captured  []reflect.Type
	signature reflect.Type
}

// captures says what the functions capture that goja makes inside its own. The
// names of the functions around depend on what the compiler inlines.
type captures struct {
	pattern  *regexp.Regexp
	name     string
	captured []reflect.Type
}

var schemas = sync.OnceValue(func() []captures {
	flag, counter, list := reflect.TypeFor[*bool](), reflect.TypeFor[*int](), reflect.TypeFor[*[]goja.Value]()
	rt, object, value := reflect.TypeFor[*goja.Runtime](), reflect.TypeFor[*goja.Object](), reflect.TypeFor[goja.Value]()
	promise, values, number := reflect.TypeFor[*goja.Promise](), reflect.TypeFor[[]goja.Value](), reflect.TypeFor[int]()
	call := reflect.TypeFor[func(goja.FunctionCall) goja.Value]()
	construct := reflect.TypeFor[func([]goja.Value, *goja.Object) *goja.Object]()
	pointer := func(name string) reflect.Type {
		if t := own(name); t != nil {
			return reflect.PointerTo(t)
		}
		return reflect.TypeFor[complex128]() // which nothing can be
	}
	capability := pointer("promiseCapability")
	var all []captures
	add := func(name, pattern string, captured ...reflect.Type) {
		all = append(all, captures{regexp.MustCompile(pattern + "$"), name, captured})
	}
	add("resolve", `createResolvingFunctions\.func1`, flag, promise, rt)
	add("reject", `createResolvingFunctions\.func2`, flag, promise)
	add("bound call", `boundCallable\.func\d+`, values, call, value)
	add("bound construct", `boundConstruct\.func\d+`, values, object, construct)
	add("finally fulfilled", `promiseProto_finally\.func1`, call, rt, object)
	add("finally rejected", `promiseProto_finally\.func2`, call, rt, object)
	add("finally value", `promiseProto_finally\.func1\.1`, value)
	add("finally thrower", `promiseProto_finally\.func2\.1`, value)
	add("all element", `promise_all\.func1\.1\.1`, flag, list, number, counter, capability, rt)
	add("any element", `promise_any\.func1\.1\.1`, flag, list, number, counter, capability, rt)
	add("allSettled element", `promise_allSettled\.func1\.1\..*`, flag, rt, value, reflect.TypeFor[unistring.String](), list, number, counter, capability)
	add("revoke", `builtin_proxy_revocable\.func1`, pointer("proxyObject"))
	add("reaction job", `newPromiseReactionJob\.func\d+`, pointer("promiseReaction"), value, rt)
	add("thenable job", `newPromiseResolveThenableJob\.func\d+|newPromiseResolveThenableJob\.\d+`, promise, rt, pointer("jobCallback"), value)
	add("proxy call", `proxyObject\)\.assertCallable\.func1`, pointer("proxyObject"))
	add("empty iterator", `goja\.emptyIter`)
	return all
})

// methodName finds the receiver in the name of a method value.
var methodName = regexp.MustCompile(`goja\.\(\*(\w+)\)\.(\w+)-fm$`)

// schemaOf returns the name of the function at code, and what it captures.
func schemaOf(code uintptr) (name string, captured []reflect.Type, ok bool) {
	f := runtime.FuncForPC(code)
	if f == nil {
		return "a function without a name", nil, false
	}
	if m := methodName.FindStringSubmatch(f.Name()); m != nil {
		receiver := own(m[1])
		if receiver == nil {
			return f.Name(), nil, false
		}
		return "method " + m[1] + "." + m[2], []reflect.Type{reflect.PointerTo(receiver)}, true
	}
	for _, s := range schemas() {
		if s.pattern.MatchString(f.Name()) {
			return s.name, s.captured, true
		}
	}
	return f.Name(), nil, false
}

// function writes a function of Go.
func (r *Realm) function(t reflect.Type) *coder {
	return &coder{func(w *Writer, p unsafe.Pointer) { w.function(*(*unsafe.Pointer)(p), t) },
		func(r *Reader, p unsafe.Pointer) { *(*unsafe.Pointer)(p) = r.function(t) }}
}

func (w *Writer) function(f unsafe.Pointer, t reflect.Type) {
	if f == nil {
		w.byte(markNil)
		return
	}
	if name, job := w.jobNames[f]; job {
		w.byte(markJob)
		w.text(name)
		return
	}
	n, native := w.natives[f]
	if !native {
		c, known := w.functionCodec(f, t)
		if known {
			w.pointer(f, c)
			return
		}
		if n, native = w.replaced(f); !native {
			name, _, _ := schemaOf(*(*uintptr)(f))
			w.fail("a Go function that has no name here (%s)", name)
			return
		}
	}
	w.byte(markNative)
	w.named(uint32(n.object))
	w.uint(uint64(n.field))
}

// function reads a function of Go.
func (r *Reader) function(t reflect.Type) unsafe.Pointer {
	switch mark := r.byte(); mark {
	case markNil:
	case markNative:
		return r.native(t)
	case markJob:
		if t == reflect.TypeFor[func()]() {
			return r.namedJob()
		}
		r.fail("a job is no %s", t)
	default:
		n := r.node(mark)
		if n == nil {
			break
		}
		if n.codec.code == 0 || n.codec.signature != t {
			r.fail("a %s is no %s", n.codec.name, t)
			break
		}
		return n.p
	}
	return nil
}

// native reads the Go function of a native.
func (r *Reader) native(t reflect.Type) unsafe.Pointer {
	number, field := r.objectName(), uintptr(r.uint())
	if r.err != nil {
		return nil
	}
	o := r.objects[number].object
	for _, n := range r.implementationOf(o).natives {
		if n.offset == field && n.of == t {
			return *layout.At[unsafe.Pointer](r.self(o).Data, n.offset)
		}
	}
	r.fail("%s has no such function", r.objects[number].name)
	return nil
}

// functionCodec returns how a function of a known kind is written.
func (w *Writer) functionCodec(f unsafe.Pointer, signature reflect.Type) (c *codec, known bool) {
	code := *(*uintptr)(f)
	if c = w.byCode[code]; c == nil {
		if c, known = w.newFunctionCodec(code, signature); !known {
			return nil, false
		}
		w.byCode[code] = c
	}
	if c.signature != signature {
		w.fail("a Go function that is a %s and a %s", c.signature, signature)
	}
	if w.known == nil {
		w.fits(f, c)
	}
	return c, w.err == nil
}

func (w *Writer) newFunctionCodec(code uintptr, signature reflect.Type) (c *codec, known bool) {
	name, captured, ok := schemaOf(code)
	if w.known != nil {
		all, err := w.known()
		if err != nil {
			w.fail("%w", err)
			return nil, false
		}
		if own := all.byCode[code]; own != "" {
			return w.functionNamed(functionKind + own), true
		}
		_, known = all.byName[name]
		ok = ok && known
	}
	if !ok {
		return nil, false
	}
	// The compiler makes several of a function that it puts into others.
	if c = w.functions[name]; c == nil {
		c = w.newFunction(name, closure{code, captured, signature})
	}
	return c, true
}

const functionKind = "func "

func (r *Realm) newFunction(name string, f closure) *codec {
	fields := []reflect.StructField{{Name: "Code", Type: reflect.TypeFor[uintptr]()}}
	for i, t := range f.captured {
		fields = append(fields, reflect.StructField{Name: fmt.Sprintf("Captured%d", i), Type: t})
	}
	t := reflect.StructOf(fields)
	c := &codec{name: functionKind + name, of: t, code: f.code, signature: f.signature}
	r.register(c)
	r.functions[name] = c
	c.coder = r.structOf(t, nil, map[string]bool{"Code": true})
	return c
}

// functionNamed returns the codec of a function by its name; nil when there is
// none.
func (r *Realm) functionNamed(name string) *codec {
	name, ok := strings.CutPrefix(name, functionKind)
	if !ok {
		return nil
	}
	if c := r.functions[name]; c != nil {
		return c
	}
	if all, err := r.known(); err == nil {
		if f, known := all.byName[name]; known {
			return r.newFunction(name, f)
		}
	}
	return nil
}
