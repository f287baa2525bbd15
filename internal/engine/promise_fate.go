package engine

import "github.com/dop251/goja"

// What becomes of a promise that is followed. The functions below are methods of
// structs, since a snapshot has them (see heap_kinds.go).

// fate is a promise, and the functions that settle it.
type fate struct {
	w               *Promises
	promise         *goja.Object
	made            any
	resolve, reject Native // goja's
}

// settling is a pair of functions that settle a promise: the first call counts.
type settling struct {
	*fate
	done bool
}

// takeOver makes a pair of functions settle the promise.
func (f *fate) takeOver(resolve, reject *goja.Object) {
	s := &settling{fate: f}
	*nativeIn(resolve), *nativeIn(reject) = s.fulfil, s.fail
}

func (s *settling) fulfil(call goja.FunctionCall) goja.Value {
	if !s.done {
		s.done = true
		s.resolveWith(call)
	}
	return goja.Undefined()
}

func (s *settling) fail(call goja.FunctionCall) goja.Value {
	if !s.done {
		s.done = true
		s.rejectWith(call)
	}
	return goja.Undefined()
}

func (f *fate) rejectWith(call goja.FunctionCall) {
	f.w.Settled(f.made)
	outer := f.w.Enter(f.made)
	f.reject(call)
	f.w.Leave(outer)
}

// resolveWith resolves the promise, as the specification says, except that the
// job of a thenable belongs to the promise.
func (f *fate) resolveWith(call goja.FunctionCall) {
	value, isObject := call.Argument(0).(*goja.Object)
	if isObject && value != f.promise {
		var then goja.Value
		if e := f.w.rt.Try(func() { then = value.Get("then") }); e != nil {
			f.rejectWith(goja.FunctionCall{Arguments: []goja.Value{e.Value()}})
			return
		}
		if then, ok := callable(then); ok {
			f.w.jobs.Add((&adoption{f, value, then}).run)
			return
		}
	}
	f.w.Settled(f.made)
	f.resolve(call)
}

// adoption makes a promise follow a thenable.
type adoption struct {
	*fate
	thenable *goja.Object
	then     Native
}

// run is the job.
func (a *adoption) run() {
	w := a.w
	w.Resumed(a.made)
	resolve, reject := w.native(), w.native()
	a.takeOver(resolve, reject)
	if e := w.rt.Try(func() { a.then(goja.FunctionCall{This: a.thenable, Arguments: []goja.Value{resolve, reject}}) }); e != nil {
		nativeOf(reject)(goja.FunctionCall{Arguments: []goja.Value{e.Value()}})
	}
	w.Exited()
}
