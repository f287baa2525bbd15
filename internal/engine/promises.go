package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// PromiseObserver learns what becomes of the promises of a runtime.
type PromiseObserver interface {
	// AsyncContextTracker is goja's own way to follow reactions. What Grab
	// returns is asked for a reaction whose promise is not watched.
	goja.AsyncContextTracker
	// Made is told of a promise that was just made; parent is the promise that
	// it was derived from, or nil. What it returns belongs to the promise: the
	// other methods get it, and Resumed for a reaction that settles it.
	Made(promise, parent *goja.Object) any
	// Settled is told that the promise is about to be fulfilled or rejected.
	Settled(made any)
	// Enter is called around the settling of a promise: what is queued or
	// reported then belongs to it. Leave gets what Enter returned.
	Enter(made any) (outer any)
	Leave(outer any)
}

// Promises follows the promises of a runtime for an observer. goja itself tells
// only when a reaction is added and when it runs.
//
// By itself it sees the promises that new Promise makes. While it watches, it
// sees all: those of then, Promise.all and its like, async functions and await,
// in the order and with the parents of V8's promise hooks. Not seen are async
// functions in code that goja compiled itself (eval).
type Promises struct {
	PromiseObserver
	rt       *goja.Runtime
	jobs     Jobs
	watching bool

	constructor, prototype *goja.Object
	construct              construct
	functions              map[string]*goja.Object // of Promise
	then                   Native                  // goja's, once it is replaced
	executor               *goja.Object            // takes the resolving functions of a promise
	resolve, reject        *goja.Object            // that executor took last
	elsewhere              *goja.Object            // stands for Promise while armed
	armed                  bool
	parent                 *goja.Object // of the next promise
	reaction               *reaction    // that is being added
	starts                 []start      // async functions that have not awaited anything, outermost first
	identity, thrower      goja.Value   // handlers for reactions without one
}

// NewPromises returns what can follow the promises of rt, before any program has
// replaced the functions of Promise. It panics with a LayoutError when goja's
// insides are unknown.
func NewPromises(rt *goja.Runtime) *Promises {
	mustKnowStacks()
	w := &Promises{rt: rt, jobs: JobQueue(rt), functions: map[string]*goja.Object{}}
	w.constructor = rt.GlobalObject().Get("Promise").(*goja.Object)
	w.prototype = w.constructor.Get("prototype").(*goja.Object)
	for _, name := range promiseFunctions {
		holder := w.constructor
		if name == "then" || name == "finally" {
			holder = w.prototype
		}
		w.functions[name] = holder.Get(name).(*goja.Object)
	}
	return w
}

// promiseFunctions are the functions that make promises.
var promiseFunctions = [...]string{"then", "finally", "all", "allSettled", "any", "race", "resolve", "reject"}

// Follow begins to follow promises, once.
func (w *Promises) Follow(observer PromiseObserver) {
	if w.PromiseObserver != nil {
		return
	}
	rt := w.rt
	w.PromiseObserver = observer
	w.elsewhere = rt.NewObject()
	w.executor = rt.ToValue(w.takeFunctions).(*goja.Object)
	w.identity, w.thrower = rt.ToValue(w.passOn), rt.ToValue(w.passOnThrown)
	w.construct = ReplaceConstruct(w.constructor, w.constructPromise)
	rt.SetAsyncContextTracker(w)
}

// takeFunctions is an executor.
func (w *Promises) takeFunctions(call goja.FunctionCall) goja.Value {
	w.resolve, _ = call.Argument(0).(*goja.Object)
	w.reject, _ = call.Argument(1).(*goja.Object)
	return goja.Undefined()
}

func (w *Promises) passOn(call goja.FunctionCall) goja.Value       { return call.Argument(0) }
func (w *Promises) passOnThrown(call goja.FunctionCall) goja.Value { panic(call.Argument(0)) }

// Watch switches the watching of all promises on or off.
func (w *Promises) Watch(on bool) {
	w.watching = on
	if on && w.then == nil {
		w.replaceNatives()
	}
}

// Watching says whether all promises are watched.
func (w *Promises) Watching() bool { return w.watching }

// global is where goja keeps Promise.
func (w *Promises) global() **goja.Object {
	return at[*goja.Object](unsafe.Pointer(w.rt), promiseLayout.globalPromise)
}

// arm makes goja build the promise that the next builtin function returns with
// new Promise, and not by itself.
func (w *Promises) arm(parent *goja.Object) {
	w.armed, w.parent = true, parent
	*w.global() = w.elsewhere
}

func (w *Promises) disarm() (parent *goja.Object) {
	if w.armed {
		w.armed = false
		*w.global() = w.constructor
	}
	parent, w.parent = w.parent, nil
	return parent
}

// Grab implements goja.AsyncContextTracker.
func (w *Promises) Grab() any {
	if r := w.reaction; r != nil {
		return r
	}
	return w.PromiseObserver.Grab()
}

// Resumed implements goja.AsyncContextTracker.
func (w *Promises) Resumed(grabbed any) {
	if r, ok := grabbed.(*reaction); ok {
		grabbed = r.made
	}
	w.PromiseObserver.Resumed(grabbed)
}

// constructPromise is what new Promise runs.
func (w *Promises) constructPromise(args []goja.Value, newTarget *goja.Object) *goja.Object {
	parent := w.disarm()
	if newTarget == nil {
		newTarget = w.constructor
	}
	if len(args) == 0 {
		return w.construct(args, newTarget)
	}
	executor, ok := callable(args[0])
	if !ok {
		return w.construct(args, newTarget)
	}
	p, resolve, reject := w.make(newTarget, parent)
	if e := w.rt.Try(func() { executor(goja.FunctionCall{Arguments: []goja.Value{resolve, reject}}) }); e != nil {
		nativeOf(reject)(goja.FunctionCall{Arguments: []goja.Value{e.Value()}})
	}
	return p
}

// make makes a promise whose fate is known.
func (w *Promises) make(newTarget, parent *goja.Object) (p, resolve, reject *goja.Object) {
	p = w.construct([]goja.Value{w.executor}, newTarget)
	resolve, reject = w.resolve, w.reject
	w.resolve, w.reject = nil, nil
	w.follow(p, parent, resolve, reject)
	return p, resolve, reject
}

// reaction is what goja keeps for a reaction of a watched promise.
type reaction struct {
	derived *goja.Object // the promise that the reaction settles
	made    any
	// await is, for an async function that waits, the promise that goja has it
	// wait for.
	await *goja.Object
}

// follow takes over the resolving functions of a promise, and tells of it.
func (w *Promises) follow(p, parent, resolve, reject *goja.Object) {
	f := &fate{w: w, promise: p, resolve: nativeOf(resolve), reject: nativeOf(reject)}
	f.takeOver(resolve, reject)
	f.made = w.Made(p, parent)
	if w.reaction != nil {
		w.reaction.derived, w.reaction.made = p, f.made
	}
}

// native makes a resolving function.
func (w *Promises) native() *goja.Object {
	f := w.rt.ToValue(func(goja.FunctionCall) goja.Value { return goja.Undefined() }).(*goja.Object)
	w.define(f, "length", w.rt.ToValue(1))
	w.define(f, "name", w.rt.ToValue(""))
	return f
}

func (w *Promises) define(f *goja.Object, name string, value goja.Value) {
	if err := f.DefineDataProperty(name, value, goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}

// callable returns what a call of v runs.
func callable(v goja.Value) (Native, bool) {
	o, ok := v.(*goja.Object)
	if !ok {
		return nil, false
	}
	assert, self := bound[func(unsafe.Pointer) (Native, bool)](o, promiseLayout.assertCallable)
	return assert(self)
}

// nativeIn is where a native function keeps what it runs.
func nativeIn(f *goja.Object) *Native {
	return at[Native](selfOf(f).data, promiseLayout.nativeFunction)
}

func nativeOf(f *goja.Object) Native { return *nativeIn(f) }

// promiseOf returns goja's part of a promise, nil for any other object.
func promiseOf(v goja.Value) unsafe.Pointer {
	if o, ok := v.(*goja.Object); ok && selfOf(o).table == promiseLayout.promiseTable {
		return selfOf(o).data
	}
	return nil
}

// PromiseOf returns goja's part of a promise; nil for any other object, and for nil.
// It does not look into it.
func PromiseOf(o *goja.Object) *goja.Promise {
	if o == nil {
		return nil
	}
	return (*goja.Promise)(promiseOf(o))
}
