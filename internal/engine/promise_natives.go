package engine

import "github.com/dop251/goja"

// The functions of Promise while promises are watched.

// replaceNatives lets the builtin functions tell of the promises they make.
func (w *Promises) replaceNatives() {
	w.then = ReplaceNative(w.functions["then"], w.watchThen)
	finally := w.functions["finally"]
	original := nativeOf(finally)
	ReplaceNative(finally, func(call goja.FunctionCall) goja.Value {
		if onFinally, ok := callable(call.Argument(0)); ok && w.isPlain(call.This) {
			return w.finally(call.This.(*goja.Object), onFinally)
		}
		return original(call)
	})
	for _, name := range []string{"all", "allSettled", "any", "race"} {
		w.replaceStatic(name, func(original Native, call goja.FunctionCall) goja.Value {
			w.arm(nil)
			defer w.disarm()
			return original(call)
		})
	}
	w.replaceStatic("resolve", func(_ Native, call goja.FunctionCall) goja.Value {
		return w.promiseOf(call.Argument(0), nil)
	})
	w.replaceStatic("reject", func(_ Native, call goja.FunctionCall) goja.Value {
		p, _, reject := w.make(w.constructor, nil)
		nativeOf(reject)(call)
		return p
	})
}

// replaceStatic makes a function of Promise do something else while promises
// are watched, when it is called as Promise's own.
func (w *Promises) replaceStatic(name string, own func(original Native, call goja.FunctionCall) goja.Value) {
	f := w.functions[name]
	original := nativeOf(f)
	*nativeIn(f) = func(call goja.FunctionCall) goja.Value {
		if !w.watching || call.This != goja.Value(w.constructor) {
			return original(call)
		}
		return own(original, call)
	}
}

// isPlain reports whether v is a promise, derived promises of which Promise
// makes.
func (w *Promises) isPlain(v goja.Value) bool {
	return w.watching && promiseOf(v) != nil && v.(*goja.Object).Get("constructor") == goja.Value(w.constructor) &&
		w.constructor.GetSymbol(goja.SymSpecies) == goja.Value(w.constructor)
}

// promiseOf is the specification's PromiseResolve(Promise, value).
func (w *Promises) promiseOf(value goja.Value, parent *goja.Object) *goja.Object {
	if promiseOf(value) != nil {
		if o := value.(*goja.Object); o.Get("constructor") == goja.Value(w.constructor) {
			return o
		}
	}
	p, resolve, _ := w.make(w.constructor, parent)
	nativeOf(resolve)(goja.FunctionCall{Arguments: []goja.Value{value}})
	return p
}

// watchThen is Promise.prototype.then.
func (w *Promises) watchThen(call goja.FunctionCall) goja.Value {
	if !w.watching || promiseOf(call.This) == nil {
		return w.then(call)
	}
	handlers := [2]goja.Value{call.Argument(0), call.Argument(1)}
	for i, missing := range [...]goja.Value{w.identity, w.thrower} {
		if _, ok := callable(handlers[i]); !ok {
			handlers[i] = missing // goja tells only of reactions with a handler
		}
	}
	return w.react(call.This.(*goja.Object), handlers, nil)
}

// react adds a reaction to a promise. await is the promise that an async
// function waits for instead of p, or nil.
func (w *Promises) react(p *goja.Object, handlers [2]goja.Value, await *goja.Object) goja.Value {
	if w.isPlain(p) {
		w.arm(p)
		defer w.disarm()
	}
	r, outer := &reaction{await: await}, w.reaction
	w.reaction = r
	defer func() { w.reaction = outer }()
	derived := w.then(goja.FunctionCall{This: p, Arguments: handlers[:]})
	if r.derived != derived {
		// A class of the program's, or goja, made the promise.
		w.reaction = nil
		r.derived, _ = derived.(*goja.Object)
		r.made = w.Made(r.derived, nil)
	}
	return derived
}

// finally is Promise.prototype.finally for promises of which Promise makes the
// derived ones.
func (w *Promises) finally(p *goja.Object, onFinally Native) goja.Value {
	f := &finalizer{w, onFinally}
	return w.invokeThen(p, w.handler(f.fulfilled), w.handler(f.rejected))
}

// finalizer runs what finally was given.
type finalizer struct {
	w         *Promises
	onFinally Native
}

func (f *finalizer) fulfilled(call goja.FunctionCall) goja.Value {
	return f.settle((&outcome{call.Argument(0)}).give)
}

func (f *finalizer) rejected(call goja.FunctionCall) goja.Value {
	return f.settle((&outcome{call.Argument(0)}).throw)
}

// settle goes on with end when what finally was given is done.
func (f *finalizer) settle(end Native) goja.Value {
	result := f.w.promiseOf(f.onFinally(goja.FunctionCall{This: goja.Undefined()}), nil)
	return f.w.invokeThen(result, f.w.handler(end))
}

// outcome is what a promise became before finally.
type outcome struct{ value goja.Value }

func (o *outcome) give(goja.FunctionCall) goja.Value  { return o.value }
func (o *outcome) throw(goja.FunctionCall) goja.Value { panic(o.value) }

// handler makes a function for a reaction.
func (w *Promises) handler(f Native) goja.Value { return w.rt.ToValue(f) }

func (w *Promises) invokeThen(p *goja.Object, handlers ...goja.Value) goja.Value {
	then, ok := callable(p.Get("then"))
	if !ok {
		panic(w.rt.NewTypeError("then is not a function"))
	}
	return then(goja.FunctionCall{This: p, Arguments: handlers})
}
