package engine

import (
	"math"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// The methods of an error whose stack is not made yet. Whatever looks at the
// property "stack" makes it first; from then on the error is a plain one.

const propStack = "stack"

func lazyGetStr(e unsafe.Pointer, name unistring.String, receiver goja.Value) goja.Value {
	if name == propStack {
		makeStack(e)
	}
	return plainMethod[func(unsafe.Pointer, unistring.String, goja.Value) goja.Value](methods.getStr)(e, name, receiver)
}

func lazyGetOwnPropStr(e unsafe.Pointer, name unistring.String) goja.Value {
	if name == propStack {
		makeStack(e)
	}
	return plainMethod[func(unsafe.Pointer, unistring.String) goja.Value](methods.getOwnPropStr)(e, name)
}

func lazySetOwnStr(e unsafe.Pointer, name unistring.String, value goja.Value, throw bool) bool {
	if name == propStack {
		dropStack(e)
	}
	return plainMethod[func(unsafe.Pointer, unistring.String, goja.Value, bool) bool](methods.setOwnStr)(e, name, value, throw)
}

func lazySetForeignStr(e unsafe.Pointer, name unistring.String, value, receiver goja.Value, throw bool) (result, handled bool) {
	if name == propStack {
		makeStack(e)
	}
	return plainMethod[func(unsafe.Pointer, unistring.String, goja.Value, goja.Value, bool) (bool, bool)](methods.setForeignStr)(e, name, value, receiver, throw)
}

func lazyDeleteStr(e unsafe.Pointer, name unistring.String, throw bool) bool {
	if name == propStack {
		dropStack(e)
	}
	return plainMethod[func(unsafe.Pointer, unistring.String, bool) bool](methods.deleteStr)(e, name, throw)
}

func lazyDefineOwnPropertyStr(e unsafe.Pointer, name unistring.String, d goja.PropertyDescriptor, throw bool) bool {
	if name == propStack {
		makeStack(e)
	}
	return plainMethod[func(unsafe.Pointer, unistring.String, goja.PropertyDescriptor, bool) bool](methods.defineOwnPropertyStr)(e, name, d, throw)
}

func lazyIterateStringKeys(e unsafe.Pointer) unsafe.Pointer {
	makeStack(e)
	return plainMethod[func(unsafe.Pointer) unsafe.Pointer](methods.iterateStringKeys)(e)
}

// makeStack gives an error its property "stack" and its plain methods back. A
// function of the program may run: a getter of the name, prepareStackTrace.
func makeStack(e unsafe.Pointer) {
	t := dropStack(e)
	if t == nil {
		return
	}
	setStack(e, t.stacks.value(*at[*goja.Object](e, stackLayout.errorVal), t))
}

// dropStack takes the frames away: the property "stack" is there, but empty.
func dropStack(e unsafe.Pointer) *trace {
	t := traceOf(e)
	selfOf(*at[*goja.Object](e, stackLayout.errorVal)).table = methods.plainTable
	*at[[]stackFrame](e, stackLayout.errorStack) = nil
	if t != nil {
		setStack(e, goja.Undefined())
	}
	return t
}

// setStack writes the property "stack", which stands before all others.
func setStack(e unsafe.Pointer, value goja.Value) {
	o := *at[*goja.Object](e, stackLayout.errorVal)
	put, self := bound[func(unsafe.Pointer, unistring.String, goja.Value, bool, bool, bool) goja.Value](o, methods.putProp)
	put(self, propStack, value, true, false, true)
	if added := at[bool](e, stackLayout.errorAdded); !*added {
		*added = true
		names := *at[[]string](e, stackLayout.basePropNames)
		if last := len(names) - 1; last > 0 && names[last] == propStack {
			copy(names[1:], names[:last])
			names[0] = propStack
		}
	}
}

// isLazy reports whether the stack of an object is still to be made.
func isLazy(o *goja.Object) bool { return selfOf(o).table == unsafe.Pointer(&methods.lazy) }

// restoreLazy makes an error lazy again whose methods were goja's for a moment.
func restoreLazy(o *goja.Object) {
	if self := selfOf(o); self.table == methods.plainTable && traceOf(self.data) != nil {
		self.table = unsafe.Pointer(&methods.lazy)
	}
}

// traceMark is the place of no instruction: it tells a trace from goja's frames.
const traceMark = math.MinInt

// traceOf returns the frames of an error that has not made its stack yet, or
// nil. They lie behind the one frame that goja sees.
func traceOf(e unsafe.Pointer) *trace {
	frames := *at[[]stackFrame](e, stackLayout.errorStack)
	if len(frames) != 1 || cap(frames) < 2 || frames[:2][1].pc != traceMark {
		return nil
	}
	return (*trace)(unsafe.Pointer(frames[:2][1].prg))
}

// setTrace gives an error frames to make its stack from.
func setTrace(e unsafe.Pointer, t *trace) {
	frames := t.own[:]
	if len(t.frames) > 0 {
		frames[0] = stackFrame{t.frames[0].prg, "", int(t.frames[0].pc)}
	} else if gojas := *at[[]stackFrame](e, stackLayout.errorStack); len(gojas) > 0 {
		frames[0] = gojas[0]
	}
	frames[1] = stackFrame{prg: (*goja.Program)(unsafe.Pointer(t)), pc: traceMark}
	*at[[]stackFrame](e, stackLayout.errorStack) = frames[:1]
	selfOf(*at[*goja.Object](e, stackLayout.errorVal)).table = unsafe.Pointer(&methods.lazy)
}
