package engine

import (
	"sync"
	"unsafe"

	"github.com/dop251/goja"
)

// Who waits for a promise: V8 shows the async functions that an error will reach
// if nobody handles it, through then and Promise.all, too.
//
// goja keeps what a job or a handler belongs to in closures. Go lays a closure
// out as its code followed by its captured variables; which word is which is
// found by examples. Code that the compiler has inlined in several places has
// several kinds of closures.

// closureKind is a kind of closures of goja's.
type closureKind struct {
	code unsafe.Pointer
	// of and index are the places of what it belongs to, and of its number
	// among the promises of a combinator.
	of, index int
}

// closureKinds are kinds that belong to the same thing.
type closureKinds []closureKind

// holder returns what a closure belongs to, nil when it is of no known kind.
func (kinds closureKinds) holder(closure unsafe.Pointer) (of unsafe.Pointer, index int) {
	if closure == nil {
		return nil, 0
	}
	for _, k := range kinds {
		if *(*unsafe.Pointer)(closure) != k.code {
			continue
		}
		if k.index > 0 {
			index = *word[int](closure, k.index)
		}
		return *word[unsafe.Pointer](closure, k.of), index
	}
	return nil, 0
}

func word[T any](closure unsafe.Pointer, i int) *T {
	return at[T](closure, uintptr(i)*unsafe.Sizeof(uintptr(0)))
}

// How many words closures have.
const (
	settlerWords = 3 // at least
	jobWords     = 5
)

// chainKinds lead from one promise to the next.
type chainKinds struct {
	reactions closureKinds    // jobs, of a promiseReaction
	settlers  closureKinds    // resolving functions, of a Promise
	elements  [3]closureKinds // handlers of combinators, of a promiseCapability
}

// combinators are the functions whose handlers are elements, which of the two
// handlers of a reaction is one, and how many words it has.
var combinators = [3]struct {
	name    string
	handler int
	words   int
}{{"all", 0, 7}, {"allSettled", 0, 11}, {"any", 1, 7}}

// knownClosures returns the kinds. Those that were not found lead nowhere.
var knownClosures = sync.OnceValue(findClosures)

func findClosures() *chainKinds {
	e := chainExamples{rt: goja.New(), kinds: &chainKinds{}}
	_ = e.rt.Set("look", func(goja.FunctionCall) goja.Value { e.look(); return nil })
	_, _ = e.rt.RunString(`var resolveA, rejectB
var a = new Promise((r) => { resolveA = r }), b = new Promise((_, r) => { rejectB = r }), c = new Promise(() => {})
var all = Promise.all([a, b]), allSettled = Promise.allSettled([a, b]), any = Promise.any([a, b])
var d = new Promise((r, j) => { c.then(r, j) })
look()`)
	return e.kinds
}

// chainExamples are promises of a runtime of their own.
type chainExamples struct {
	rt    *goja.Runtime
	kinds *chainKinds
}

func (e *chainExamples) promise(name string) unsafe.Pointer { return promiseOf(e.rt.Get(name)) }

// look finds the kinds while the examples' jobs wait.
func (e *chainExamples) look() {
	k, queue := e.kinds, JobQueue(e.rt).queue
	a, b, c, d := e.promise("a"), e.promise("b"), e.promise("c"), e.promise("d")
	for i := range 2 {
		k.settlers.learn(handlerClosure(reactionAt(c, i, 0)), d, settlerWords)
	}
	for i := range k.elements {
		h, words := combinators[i].handler, combinators[i].words
		result, _ := e.rt.Get(combinators[i].name).(*goja.Object)
		k.elements[i].learnElement(handlerClosure(reactionAt(a, h, i)), handlerClosure(reactionAt(b, h, i)), result, words)
	}
	settled, failed := reactionAt(a, 0, 0), reactionAt(b, 1, 0)
	job := func(name string) unsafe.Pointer {
		before := len(*queue)
		if f, ok := callable(e.rt.Get(name)); ok {
			f(goja.FunctionCall{})
		}
		if len(*queue) == before {
			return nil
		}
		return closureOf(&(*queue)[before])
	}
	k.reactions.learn(job("resolveA"), settled, jobWords)
	k.reactions.learn(job("rejectB"), failed, jobWords)
	for _, name := range []string{"a", "b"} { // reactions of promises that are settled
		before := len(*queue)
		derived := derive(e.rt.Get(name))
		if len(*queue) > before && len(k.reactions) > 0 {
			k.reactions.learnDerived(closureOf(&(*queue)[before]), derived, k.reactions[0].of)
		}
	}
	clear(*queue)
	*queue = (*queue)[:0]
}

// derive adds a reaction to a promise.
func derive(p goja.Value) *goja.Object {
	o, _ := p.(*goja.Object)
	then, ok := callable(o.Get("then"))
	if !ok {
		return nil
	}
	derived, _ := then(goja.FunctionCall{This: o}).(*goja.Object)
	return derived
}

// closureOf returns the closure that a function value is.
func closureOf[F any](f *F) unsafe.Pointer { return *(*unsafe.Pointer)(unsafe.Pointer(f)) }

// handlerClosure returns what a reaction calls, nil for nothing.
func handlerClosure(reaction unsafe.Pointer) unsafe.Pointer {
	if reaction == nil {
		return nil
	}
	handler := *at[unsafe.Pointer](reaction, promiseLayout.handler)
	if handler == nil {
		return nil
	}
	return closureOf(at[Native](handler, promiseLayout.callback))
}

// reactionAt returns reaction i of a pending promise: kind 0 to fulfilment, 1 to
// rejection.
func reactionAt(promise unsafe.Pointer, kind, i int) unsafe.Pointer {
	if promise == nil {
		return nil
	}
	offset := stackLayout.promiseReactions
	if kind == 1 {
		offset = promiseLayout.rejectReactions
	}
	reactions := *at[[]unsafe.Pointer](promise, offset)
	if i >= len(reactions) {
		return nil
	}
	return reactions[i]
}

// learn adds the kind of a closure in which a pointer is among the first words.
func (kinds *closureKinds) learn(closure, pointer unsafe.Pointer, words int) {
	if closure == nil || pointer == nil {
		return
	}
	for i := 1; i < words; i++ {
		if *word[unsafe.Pointer](closure, i) == pointer {
			*kinds = append(*kinds, closureKind{code: *(*unsafe.Pointer)(closure), of: i})
			return
		}
	}
}

// learnDerived adds the kind of a job whose reaction lies where it does in
// others: it settles derived.
func (kinds *closureKinds) learnDerived(job unsafe.Pointer, derived *goja.Object, of int) {
	reaction := *word[unsafe.Pointer](job, of)
	if capability := *at[unsafe.Pointer](reaction, promiseLayout.reactionCapability); capability != nil && derived != nil &&
		*at[*goja.Object](capability, stackLayout.capabilityPromise) == derived {
		*kinds = append(*kinds, closureKind{code: *(*unsafe.Pointer)(job), of: of})
	}
}

// learnElement adds the kind of the first two elements of a combinator with the
// given result.
func (kinds *closureKinds) learnElement(first, second unsafe.Pointer, result *goja.Object, words int) {
	if first == nil || second == nil || *(*unsafe.Pointer)(first) != *(*unsafe.Pointer)(second) {
		return
	}
	k := closureKind{code: *(*unsafe.Pointer)(first)}
	for i := 1; i < words; i++ {
		one, two := *word[uintptr](first, i), *word[uintptr](second, i)
		switch {
		case one == 0 && two == 1:
			k.index = i
		case one == two && one > 1<<16 && **word[*unsafe.Pointer](first, i) == unsafe.Pointer(result):
			k.of = i
		}
	}
	if k.of > 0 && k.index > 0 {
		*kinds = append(*kinds, k)
	}
}
