package engine

import (
	"sync/atomic"
	"unsafe"

	"github.com/dop251/goja"
)

// MaxDepth is the deepest nesting of JavaScript calls. Node's default stack
// holds about 11,000 frames of a small function.
const MaxDepth = 10_000

// hardDepth is where goja itself stops a recursion that passes through no
// function with a guard. JavaScript cannot catch that.
const hardDepth = MaxDepth + 200

// guard is the first instruction of every function: it throws a RangeError
// that JavaScript can catch when calls nest too deeply, which goja has no
// means for (its own stack overflow cannot be caught and ends the run). It also
// decodes a function that comes from an image, when it is called for the first
// time.
type guard struct {
	first instruction
	body  atomic.Pointer[undecoded] // nil: first and what follows it are there
}

func (g *guard) exec(vm unsafe.Pointer) {
	if body := g.body.Load(); body != nil {
		body.decode(g)
	}
	// Generators that call each other are not on the call stack together, but
	// each is a call in Go with a frame for what it throws.
	if len(*at[[]struct{}](vm, offsets.vmCallStack)) > MaxDepth || len(*at[[]struct{}](vm, offsets.vmTryStack)) > MaxDepth {
		panic(newError(runtimeOf(vm), "RangeError", "Maximum call stack size exceeded"))
	}
	g.first.exec(vm)
}

// The linker drops exec methods that are only called through goja's own
// interface; one call that it can see keeps them.
var _ = func() bool {
	defer func() { _ = recover() }()
	if layoutErr != nil {
		for _, keep := range []instruction{&guard{}, &loadBinding{}, &loadBindingCallee{}, &resolveBinding{}, &loadMember{}, &evalCall{}, &leaveEval{}, &asyncMaker{}, &superLoader{}, &asyncEntry{}, &asyncResume{}, &awaiter{}, &adder{}, &joiner{},
			&propertyReader{}, &calleeReader{}, &propertyWriter{}, &propertyDropper{}, &strictPropertyWriter{}, &strictPropertyDropper{}, unloaded{}} {
			keep.exec(nil)
		}
		var keep reference = &bindingReference{}
		keep.init(keep.get())
		keep.set(keep.get())
		_ = keep.refname()
	}
	return true
}()

// limitDepth puts a guard before the first instruction of p.
func limitDepth(p *goja.Program) {
	slots := code(p)
	if len(slots) == 0 {
		return
	}
	g := &guard{first: *(*instruction)(unsafe.Pointer(&slots[0]))}
	var wrapped instruction = g
	slots[0] = *(*slot)(unsafe.Pointer(&wrapped))
}

// guardTable is the interface table of guards.
var guardTable = tableOfOwn((*guard)(nil))

// guardOf returns the guard of p; nil when it has none.
func guardOf(p *goja.Program) *guard {
	if slots := code(p); len(slots) > 0 && slots[0].table == guardTable {
		return (*guard)(slots[0].data)
	}
	return nil
}

// complete makes p what it stands for, and decodes it, if that is still to be done.
func complete(p *goja.Program) {
	if g := guardOf(loaded(p)); g != nil {
		if body := g.body.Load(); body != nil {
			body.decode(g)
		}
	}
}

// LimitStack sets the depth at which goja gives up on code without guards.
func LimitStack(rt *goja.Runtime) { rt.SetMaxCallStackSize(hardDepth) }

// newError makes an error for code in internal/engine to throw with panic.
func newError(rt *goja.Runtime, class, message string) goja.Value {
	if constructor := rt.GlobalObject().Get(class); constructor != nil {
		if e, err := rt.New(constructor, rt.ToValue(message)); err == nil {
			return e
		}
	}
	return rt.NewTypeError(message)
}

func runtimeOf(vm unsafe.Pointer) *goja.Runtime { return *at[*goja.Runtime](vm, offsets.vmRuntime) }
