package engine

import (
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
// means for (its own stack overflow cannot be caught and ends the run).
type guard struct{ first instruction }

func (g *guard) exec(vm unsafe.Pointer) {
	if len(*at[[]struct{}](vm, offsets.vmCallStack)) > MaxDepth {
		panic(newError(runtimeOf(vm), "RangeError", "Maximum call stack size exceeded"))
	}
	g.first.exec(vm)
}

// The linker drops exec methods that are only called through goja's own
// interface; one call that it can see keeps them.
var _ = func() bool {
	defer func() { _ = recover() }()
	if layoutErr != nil {
		for _, keep := range []instruction{&guard{}, &loadBinding{}, &loadBindingCallee{}, &resolveBinding{}, &loadMember{}, &evalCall{}, &leaveEval{}, &asyncMaker{}, &superLoader{}, &asyncEntry{}, &asyncResume{}, &awaiter{}} {
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
