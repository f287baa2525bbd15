package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// trace is the stack of an error as it was when the error was made. The text
// is made from it when somebody reads it.
type trace struct {
	stacks *Stacks
	frames []frame
	// limited is false when Error.stackTraceLimit was no number: the error has
	// no stack then.
	limited bool
	own     [2]stackFrame // see setTrace
}

// frame is one call on a stack.
type frame struct {
	prg      *goja.Program // nil for a native function
	function *goja.Object  // nil when unknown
	this     goja.Value    // nil for arrow functions and before super()
	pc       int32
	kind     frameKind
}

type frameKind uint8

const (
	plainCall frameKind = iota
	constructCall
	asyncCall   // continues when the call above it has settled
	nativeBuild // a native constructor, which has no call of its own
	classCall   // a class whose call goja does not have; see class_frames.go
	staticCall  // a block in a class
	// combinatorCall is Promise.all, or one like it, that waits for the promise
	// with the number pc among those it was given.
	combinatorCall
)

// machine reads goja's interpreter.
type machine struct{ vm unsafe.Pointer }

func machineOf(rt *goja.Runtime) machine {
	return machine{*at[unsafe.Pointer](unsafe.Pointer(rt), offsets.runtimeVM)}
}

func (m machine) stack() []goja.Value { return *at[[]goja.Value](m.vm, stackLayout.vmStack) }

func (m machine) program() *goja.Program {
	return *at[*goja.Program](m.vm, stackLayout.vmPrg)
}
func (m machine) pc() int { return *at[int](m.vm, stackLayout.vmPC) }

// call is one of goja's contexts: the running one or a suspended one.
type call struct {
	prg       *goja.Program
	pc, sb    int
	newTarget goja.Value
}

// real reports whether the context belongs to a function, and not to the
// machinery between Go and JavaScript.
func (c *call) real() bool { return c.prg != nil || c.sb > 0 }

// running returns the context of the innermost call.
func (m machine) running() call {
	o := &stackLayout
	c := call{*at[*goja.Program](m.vm, o.vmPrg), *at[int](m.vm, o.vmPC), *at[int](m.vm, o.vmSB), *at[goja.Value](m.vm, o.vmNewTarget)}
	if c.prg != nil && c.pc == 0 && m.depth() > 0 {
		// The function is called, but its first instruction, which finds the
		// base of its variables, has not run.
		c.sb = *at[int](m.vm, o.vmSP) - *at[int](m.vm, o.vmArgs) - 1
	}
	return c
}

// depth returns how many contexts are suspended.
func (m machine) depth() int { return len(m.suspended()) }

// suspended returns the contexts that wait, the outermost first.
func (m machine) suspended() []suspended {
	return *at[[]suspended](m.vm, stackLayout.vmCallStack)
}

func (c *suspended) call() call { return call{c.prg, c.pc, c.sb, c.newTarget} }

// capture takes the frames of the running stack into t: at most limit, and only
// those below the innermost call of above, if that is not nil.
func (s *Stacks) capture(t *trace, limit int, above *goja.Object) {
	m := machineOf(s.rt)
	w := descent{m: m, s: s, limit: limit, above: above, calls: m.suspended(), stack: m.stack()}
	w.frames = make([]frame, 0, min(limit, len(w.calls)+2, stackLimit))
	w.run()
	if w.above != nil && lacksConstructor(w.above) {
		// A class without a constructor of its own has no call.
		w.parents = true
		w.run()
	}
	t.frames = w.frames
}

// descent goes down a stack from the innermost call.
type descent struct {
	m       machine
	s       *Stacks
	limit   int
	above   *goja.Object // nothing counts before its call
	parents bool         // nothing counts that above inherits from
	calls   []suspended
	next    int // the calls below this one are still to come
	stack   []goja.Value
	frames  []frame

	// What was asked last: the calls of a stack mostly come from few files.
	file    *file.File
	builtin bool
}

func (w *descent) run() {
	w.next = len(w.calls)
	callee := w.m.running()
	if !callee.real() {
		callee, _ = w.caller()
	}
	w.addBuilder(callee, *at[int](w.m.vm, stackLayout.vmSP))
	for callee.real() && len(w.frames) < w.limit {
		caller, _ := w.caller()
		if !w.add(callee, caller) {
			break
		}
		if callee.prg != nil {
			w.addBuilder(caller, callee.sb-1)
		}
		callee = caller
	}
	if w.above == nil {
		w.addAwaiting()
	}
}

// caller returns the next real context, or one that is not real at the end.
func (w *descent) caller() (call, bool) {
	for w.next > 0 {
		w.next--
		if c := &w.calls[w.next]; c.prg != nil || c.sb > 0 {
			return c.call(), true
		}
	}
	return call{}, false
}

// function returns the function that runs in c.
func (w *descent) function(c call) *goja.Object {
	if c.sb > 0 && c.sb <= len(w.stack) {
		f, _ := w.stack[c.sb-1].(*goja.Object)
		return f
	}
	return nil
}

// add takes the frame of a call. It returns false at the bottom of the
// program's own stack.
func (w *descent) add(c, caller call) bool {
	f := frame{prg: c.prg, pc: int32(c.pc), function: w.function(c)}
	if f.function != nil && f.function == w.s.bottom && f.prg == nil {
		return false
	}
	if w.above != nil {
		switch {
		case !w.parents && f.function == w.above:
			w.above = nil
			return true
		case !w.parents || inherits(w.above, f.function):
			return true
		}
		w.above = nil
	}
	if w.hides(&f, caller) {
		return true
	}
	if thisAt := c.sb; f.prg == nil {
		f.this = w.stack[c.sb-2]
	} else if thisAt < len(w.stack) && thisAt > 0 {
		f.this = w.stack[thisAt]
		if f.this == nil && f.function != nil && isArrow(f.function) {
			f.this = w.passedReceiver(c, caller)
		}
	}
	if c.newTarget != nil && w.constructs(caller) {
		f.kind = constructCall
	}
	if f.prg != nil && w.isBuiltin(f.prg) {
		f.prg = nil // people see no difference
	}
	if w.joinsBlock(&f) {
		return true
	}
	w.frames = append(w.frames, f)
	w.addClasses(c, caller, &f)
	return true
}

// passedReceiver returns the receiver that an arrow function was called with,
// which goja drops, and V8 shows: where it can still be found.
func (w *descent) passedReceiver(c, caller call) goja.Value {
	if !caller.real() || w.function(caller) == w.s.bottom {
		return w.s.receiver
	}
	f := w.function(caller)
	if caller.prg != nil || f == nil {
		return nil
	}
	place := caller.sb
	switch f {
	case w.s.reflectApply:
		place++
	case w.s.passOn[0], w.s.passOn[1]: // call and apply
	default:
		return nil
	}
	if place < c.sb-1 { // the arguments end where the call begins
		return w.stack[place]
	}
	return nil
}

// inherits reports whether parent is among the prototypes of o.
func inherits(o, parent *goja.Object) bool {
	for o != nil && o != parent && !isProxy(o) {
		o = o.Prototype()
	}
	return o == parent
}

// hides reports whether people never see a frame: functions that only pass a
// call on, natives of core modules, and the code that makes core errors.
func (w *descent) hides(f *frame, caller call) bool {
	if f.prg == nil || w.isBuiltin(f.prg) {
		return w.s.passesOn(f.function) || caller.prg != nil && w.s.isCore(caller.prg)
	}
	return len(w.frames) == 0 && w.s.makesErrors(f.prg)
}

// isBuiltin is the function of that name, for many calls.
func (w *descent) isBuiltin(p *goja.Program) bool {
	if source := *at[*file.File](unsafe.Pointer(p), offsets.programSrc); source != w.file {
		w.file, w.builtin = source, isBuiltin(p)
	}
	return w.builtin
}

// constructs reports whether the call that c is waiting for is a construction.
func (w *descent) constructs(c call) bool {
	if c.prg == nil {
		return w.function(c) == w.s.reflectConstruct
	}
	slots := code(c.prg)
	if c.pc < 0 || c.pc >= len(slots) {
		return false
	}
	return constructing.all[slots[c.pc].table]
}

// addBuilder adds the native constructor that c is waiting for, if it is. goja
// has no context for it. Its function lies below top, under its arguments.
func (w *descent) addBuilder(c call, top int) {
	if c.prg == nil || w.above != nil || len(w.frames) >= w.limit {
		return
	}
	slots := code(c.prg)
	if c.pc < 0 || c.pc >= len(slots) || slots[c.pc].table != constructing.new {
		return
	}
	place := top - int(*(*uint32)(slots[c.pc].data)) - 1
	if place > 0 && place < len(w.stack) {
		if f, ok := w.stack[place].(*goja.Object); ok && selfOf(f).table == w.s.nativeTable && !w.s.silent[f] {
			w.frames = append(w.frames, frame{function: f, kind: nativeBuild})
		}
	}
}
