package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// Async functions while promises are watched.
//
// goja makes the promise of an async function, and gives it away, when the
// function has run up to its first await. To see it before, the function is made
// to wait at its very beginning, for a promise that never settles; among the
// reactions of that promise is goja's runner of the function, which has the
// function's promise. Then it goes on at once.
//
// Likewise, an await waits for such a promise; the reaction to what was really
// awaited finds the runner there.

// start is an async function that has not awaited anything.
type start struct {
	wait   *goja.Object   // the promise that it waits for at its beginning
	depth  int            // of the calls where the function runs
	runner unsafe.Pointer // of the function
	outer  unsafe.Pointer // the runner that goja holds for the current one
}

// promisesOf returns what watches the promises of a runtime, nil when nothing
// does.
func promisesOf(vm unsafe.Pointer) *Promises {
	if w := followerOf(vm); w != nil && w.watching {
		return w
	}
	return nil
}

// followerOf returns what follows the promises of a runtime, nil when nothing does.
func followerOf(vm unsafe.Pointer) *Promises {
	tracker := at[slot](*at[unsafe.Pointer](vm, offsets.vmRuntime), promiseLayout.tracker)
	if tracker.table != promisesTable {
		return nil
	}
	return (*Promises)(tracker.data)
}

// promisesTable is by which Promises is known among trackers.
var promisesTable = func() unsafe.Pointer {
	var t goja.AsyncContextTracker = (*Promises)(nil)
	return (*slot)(unsafe.Pointer(&t)).table
}()

func asyncTableOf(self unsafe.Pointer) *asyncTable {
	function := *at[*goja.Object](self, stackLayout.errorVal)
	return (*asyncTable)(selfOf(function).table)
}

// originalMethod returns goja's method i of an async function.
func originalMethod[F any](self unsafe.Pointer, i int) F {
	code := unsafe.Add(asyncTableOf(self).original, unsafe.Sizeof(itab{})+uintptr(i)*unsafe.Sizeof(uintptr(0)))
	return *(*F)(unsafe.Pointer(&code))
}

// asyncVMCall is an async function's method vmCall.
func asyncVMCall(self, vm unsafe.Pointer, n int) {
	original := originalMethod[func(self, vm unsafe.Pointer, n int)](self, promiseLayout.vmCall)
	w := promisesOf(vm)
	if w == nil {
		original(self, vm, n)
		return
	}
	w.start(vm, func() *goja.Object {
		original(self, vm, n)
		*at[int](vm, offsets.vmPC)-- // the caller is where it called, as long as the function runs
		return (*at[[]goja.Value](vm, offsets.vmStack))[*at[int](vm, offsets.vmSP)-1].(*goja.Object)
	})
	*at[int](vm, offsets.vmPC)++
}

// asyncAssertCallable is an async function's method assertCallable.
func asyncAssertCallable(self unsafe.Pointer) (Native, bool) {
	original := originalMethod[func(self unsafe.Pointer) (Native, bool)](self, promiseLayout.assertCallable)
	call, ok := original(self)
	rt := *at[*goja.Runtime](unsafe.Pointer(*at[*goja.Object](self, stackLayout.errorVal)), stackLayout.objectRuntime)
	vm := machineOf(rt).vm
	w := promisesOf(vm)
	if w == nil || !ok {
		return call, ok
	}
	return (&asyncStart{w, call}).run, true
}

// asyncStart is an async function that Go calls.
type asyncStart struct {
	w    *Promises
	call Native // goja's
}

func (a *asyncStart) run(c goja.FunctionCall) goja.Value {
	return a.w.start(machineOf(a.w.rt).vm, func() *goja.Object { return a.call(c).(*goja.Object) })
}

// start starts an async function and lets it run to its first await. begin has
// goja start it, and returns its promise.
func (w *Promises) start(vm unsafe.Pointer, begin func() *goja.Object) *goja.Object {
	w.starts = append(w.starts, start{wait: w.pending()})
	own := len(w.starts) - 1
	p := begin()
	s := &w.starts[own]
	runner, resume := w.waiting(s.wait)
	if runner == nil { // it failed before it began
		w.starts = w.starts[:own]
		w.Settled(w.Made(p, nil))
		return p
	}
	capability := *at[unsafe.Pointer](runner, stackLayout.runnerCapability)
	w.follow(p, nil, *at[*goja.Object](capability, promiseLayout.resolveObject), *at[*goja.Object](capability, promiseLayout.rejectObject))
	s = &w.starts[own]
	current := at[unsafe.Pointer](vm, stackLayout.vmAsync)
	s.runner, s.outer = runner, *current
	s.depth = machine{vm}.depth() + asyncFrames
	resume(goja.FunctionCall{})
	w.starts = w.starts[:own]
	*current = s.outer
	return p
}

// asyncFrames is how many calls goja suspends to resume an async function.
const asyncFrames = 2

// pending makes a promise that never settles, and that nobody sees.
func (w *Promises) pending() *goja.Object {
	p := w.construct([]goja.Value{w.executor}, w.constructor)
	w.resolve, w.reject = nil, nil
	return p
}

// waiting returns the runner of the async function that waits for p, and what
// resumes it. It is nil when none does.
func (w *Promises) waiting(p *goja.Object) (runner unsafe.Pointer, resume Native) {
	reactions := *at[[]unsafe.Pointer](promiseOf(p), stackLayout.promiseReactions)
	if len(reactions) == 0 {
		return nil, nil
	}
	return *at[unsafe.Pointer](reactions[0], stackLayout.reactionRunner), handlerOf(reactions[0])
}

func handlerOf(reaction unsafe.Pointer) Native {
	return *at[Native](*at[unsafe.Pointer](reaction, promiseLayout.handler), promiseLayout.callback)
}

// asyncMaker stands in the place of an instruction that makes an async function.
type asyncMaker struct{ original instruction }

func (m *asyncMaker) exec(vm unsafe.Pointer) {
	m.original.exec(vm)
	made := selfOf((*at[[]goja.Value](vm, offsets.vmStack))[*at[int](vm, offsets.vmSP)-1].(*goja.Object))
	for i := range asyncTables {
		if made.table == asyncTables[i].original {
			made.table = unsafe.Pointer(&asyncTables[i])
		}
	}
}

// superLoader stands in the place of the instruction that finds super, which
// knows async functions by goja's own tables.
type superLoader struct{ original instruction }

func (s *superLoader) exec(vm unsafe.Pointer) {
	f, ok := (*at[[]goja.Value](vm, offsets.vmStack))[*at[int](vm, stackLayout.vmSB)-1].(*goja.Object)
	if ok && (isArrow(f) || isSeenAsync(f)) {
		defer asGoja(f)()
	}
	s.original.exec(vm)
}

func isArrow(f *goja.Object) bool {
	table := selfOf(f).table
	return table == promiseLayout.arrowTable || table == asyncTables[asyncArrow].original || table == unsafe.Pointer(&asyncTables[asyncArrow])
}

// isSeenAsync reports whether f has a table of ours.
func isSeenAsync(f *goja.Object) bool {
	table := selfOf(f).table
	return table == unsafe.Pointer(&asyncTables[0]) || table == unsafe.Pointer(&asyncTables[1]) || table == unsafe.Pointer(&asyncTables[2])
}

// asGoja gives an async function, and those around it that it has its receiver
// from, goja's own tables until the result is called.
func asGoja(f *goja.Object) (restore func()) {
	restore = func() {}
	if f == nil {
		return restore
	}
	self := selfOf(f)
	if isArrow(f) {
		restore = asGoja(*at[*goja.Object](self.data, promiseLayout.arrowAround))
	}
	if isSeenAsync(f) {
		seen, around := self.table, restore
		self.table = (*asyncTable)(seen).original
		restore = func() { self.table = seen; around() }
	}
	return restore
}

// asyncEntry stands in the place of the first instruction of an async function.
type asyncEntry struct {
	first  instruction
	resume *goja.Program // goes on behind it
}

func (e *asyncEntry) exec(vm unsafe.Pointer) {
	e.first.exec(vm)
	w := promisesOf(vm)
	if w == nil || len(w.starts) == 0 {
		return
	}
	s := &w.starts[len(w.starts)-1]
	if s.runner != nil || s.depth != 0 || *at[int](vm, offsets.vmPC) != 1 {
		return
	}
	s.depth = -1 // only this function
	push(vm, s.wait)
	*at[*goja.Program](vm, stackLayout.vmPrg) = e.resume
	(*(*instruction)(unsafe.Pointer(&promiseLayout.await))).exec(vm)
}

// asyncResume is the instruction of the program that an async function
// waits in at its beginning.
type asyncResume struct{ body *goja.Program }

func (r *asyncResume) exec(vm unsafe.Pointer) {
	*at[int](vm, offsets.vmSP)-- // what was awaited
	*at[*goja.Program](vm, stackLayout.vmPrg) = r.body
	*at[int](vm, offsets.vmPC) = 1
	if w := promisesOf(vm); w != nil && len(w.starts) > 0 {
		*at[unsafe.Pointer](vm, stackLayout.vmAsync) = w.starts[len(w.starts)-1].outer
	}
}

// awaiter stands in the place of the instruction await.
type awaiter struct{ original instruction }

func (a *awaiter) exec(vm unsafe.Pointer) {
	if w := promisesOf(vm); w != nil {
		top := &(*at[[]goja.Value](vm, offsets.vmStack))[*at[int](vm, offsets.vmSP)-1]
		*top = w.await(vm, *top)
	}
	a.original.exec(vm)
}

// await returns what an async function is to wait for instead of a value.
func (w *Promises) await(vm unsafe.Pointer, value goja.Value) *goja.Object {
	wait := w.pending()
	a := &awaited{wait}
	handlers := [2]goja.Value{w.handler(a.fulfilled), w.handler(a.rejected)}
	w.react(w.promiseOf(value, w.awaitingPromise(vm)), handlers, wait)
	return wait
}

// awaited goes on with an async function that waits for a promise.
type awaited struct{ wait *goja.Object }

func (a *awaited) fulfilled(call goja.FunctionCall) goja.Value {
	return a.settle(call, stackLayout.promiseReactions)
}

func (a *awaited) rejected(call goja.FunctionCall) goja.Value {
	return a.settle(call, promiseLayout.rejectReactions)
}

// settle calls the first of the promise's reactions that are at offset.
func (a *awaited) settle(call goja.FunctionCall, offset uintptr) goja.Value {
	if reactions := *at[[]unsafe.Pointer](promiseOf(a.wait), offset); len(reactions) > 0 {
		handlerOf(reactions[0])(call)
	}
	return goja.Undefined()
}

// awaitingPromise returns the promise of the async function that is about to
// await something.
func (w *Promises) awaitingPromise(vm unsafe.Pointer) *goja.Object {
	runner := *at[unsafe.Pointer](vm, stackLayout.vmAsync)
	if n := len(w.starts); n > 0 && w.starts[n-1].depth == (machine{vm}).depth() {
		runner = w.starts[n-1].runner
	}
	if runner == nil {
		return nil
	}
	return *at[*goja.Object](*at[unsafe.Pointer](runner, stackLayout.runnerCapability), stackLayout.capabilityPromise)
}

// followAsync replaces the instructions of p that have to do with async
// functions, and adds the code of those that p makes to bodies.
func followAsync(p *goja.Program, bodies []*goja.Program) []*goja.Program {
	l := &promiseLayout
	slots := code(p)
	for i := range slots {
		s := &slots[i]
		original := *(*instruction)(unsafe.Pointer(s))
		var by instruction
		switch {
		case *s == l.await:
			by = &awaiter{original}
		case s.table == l.loadSuper:
			by = &superLoader{original}
		case l.newAsync[s.table]:
			by = &asyncMaker{original}
			bodies = append(bodies, *at[*goja.Program](s.data, l.makerProgram))
		default:
			continue
		}
		*s = *(*slot)(unsafe.Pointer(&by))
	}
	return bodies
}

var (
	makerTable = tableOfOwn((*asyncMaker)(nil))
	entryTable = tableOfOwn((*asyncEntry)(nil))
)

// enterAsync lets the code of an async function be stopped where it begins, behind
// its guard.
func enterAsync(body *goja.Program) {
	if g := guardOf(body); g != nil {
		g.first = newAsyncEntry(body, g.first)
	}
}

// newAsyncEntry returns the first instruction of body, in place of first.
func newAsyncEntry(body *goja.Program, first instruction) *asyncEntry {
	var resume instruction = &asyncResume{body}
	second := *(*slot)(unsafe.Pointer(&resume))
	waiting := new(goja.Program)
	*at[[]slot](unsafe.Pointer(waiting), offsets.programCode) = []slot{second, second, second}
	*at[unsafe.Pointer](unsafe.Pointer(waiting), offsets.programSrc) = *at[unsafe.Pointer](unsafe.Pointer(body), offsets.programSrc)
	return &asyncEntry{first, waiting}
}

// watchedRunner returns the async function that goes on with a reaction while
// promises are watched; nil when none does.
func watchedRunner(of unsafe.Pointer) unsafe.Pointer {
	r, ok := (*at[any](of, promiseLayout.reactionContext)).(*reaction)
	if !ok || r.await == nil {
		return nil
	}
	if reactions := *at[[]unsafe.Pointer](promiseOf(r.await), stackLayout.promiseReactions); len(reactions) > 0 {
		return *at[unsafe.Pointer](reactions[0], stackLayout.reactionRunner)
	}
	return nil
}
