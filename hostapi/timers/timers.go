// Package timers gives programs timeouts, intervals and immediates. The
// functions are natives of the loop itself: nothing runs in JavaScript between
// a due timer and its callback.
package timers

import (
	"embed"
	"math"
	"slices"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "timers", Lib: lib, NewState: func() any { return &state{} }, Archive: archive, Natives: []host.Native{
		{Name: "setup", Length: 3, Fn: setup},
		{Name: "setTimeout", Length: 5, Fn: setTimeout},
		{Name: "setInterval", Length: 5, Fn: setInterval},
		{Name: "setImmediate", Length: 4, Fn: setImmediate},
		{Name: "clearTimeout", Length: 1, Fn: clearTimer},
		{Name: "clearInterval", Length: 1, Fn: clearTimer},
		{Name: "clearImmediate", Length: 1, Fn: clearImmediate},
		{Name: "ref", Fn: func(e *host.Env, c goja.FunctionCall) goja.Value { return setRef(e, c, true) }},
		{Name: "unref", Fn: func(e *host.Env, c goja.FunctionCall) goja.Value { return setRef(e, c, false) }},
		{Name: "hasRef", Fn: hasRef},
		{Name: "refresh", Fn: refresh},
		{Name: "close", Fn: closeTimer},
		{Name: "toPrimitive", Fn: toPrimitive},
	}}
}

// state holds what setup was given.
type state struct {
	timeout, immediate *goja.Object  // prototypes
	warn               loop.Function // reports a delay that is too long
}

func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	a.Object(&s.timeout)
	a.Object(&s.immediate)
	a.Function(&s.warn)
}

func setup(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	s.timeout, s.immediate = c.Argument(0).(*goja.Object), c.Argument(1).(*goja.Object)
	s.warn = e.Callable(c.Argument(2), "warn")
	return goja.Undefined()
}

func setTimeout(e *host.Env, c goja.FunctionCall) goja.Value  { return setTimer(e, c, false) }
func setInterval(e *host.Env, c goja.FunctionCall) goja.Value { return setTimer(e, c, true) }

func setTimer(e *host.Env, c goja.FunctionCall, repeat bool) goja.Value {
	s := e.State.(*state)
	call := e.Callable(argument(c.Arguments, 0), "callback")
	delay := argument(c.Arguments, 1).ToFloat()
	if delay > loop.TimeoutMax {
		e.Loop.NextTick(s.warn, []goja.Value{argument(c.Arguments, 1)})
	}
	return e.Loop.SetTimer(call, rest(c.Arguments, 2), delay, repeat, s.timeout)
}

// argument is FunctionCall.Argument without the copy of the call, which would
// be read before it is written to memory: a wait of several nanoseconds.
func argument(arguments []goja.Value, n int) goja.Value {
	if n < len(arguments) {
		return arguments[n]
	}
	return goja.Undefined()
}

// rest copies the arguments from n on: goja's slice is its stack.
func rest(arguments []goja.Value, n int) []goja.Value {
	if len(arguments) <= n {
		return nil
	}
	return slices.Clone(arguments[n:])
}

func setImmediate(e *host.Env, c goja.FunctionCall) goja.Value {
	call := e.Callable(argument(c.Arguments, 0), "callback")
	return e.Loop.SetImmediate(call, rest(c.Arguments, 1), e.State.(*state).immediate)
}

func clearTimer(e *host.Env, c goja.FunctionCall) goja.Value {
	if t := e.Loop.TimerOf(c.Argument(0)); t != nil {
		e.Loop.ClearTimer(t)
	}
	return goja.Undefined()
}

func clearImmediate(e *host.Env, c goja.FunctionCall) goja.Value {
	if i := e.Loop.ImmediateOf(c.Argument(0)); i != nil {
		e.Loop.ClearImmediate(i)
	}
	return goja.Undefined()
}

func setRef(e *host.Env, c goja.FunctionCall, ref bool) goja.Value {
	if t := e.Loop.TimerOf(c.This); t != nil {
		e.Loop.SetRef(t, ref)
	} else if i := e.Loop.ImmediateOf(c.This); i != nil {
		e.Loop.SetImmediateRef(i, ref)
	}
	return c.This
}

func hasRef(e *host.Env, c goja.FunctionCall) goja.Value {
	if t := e.Loop.TimerOf(c.This); t != nil {
		return e.RT.ToValue(t.HasRef())
	}
	i := e.Loop.ImmediateOf(c.This)
	return e.RT.ToValue(i != nil && i.HasRef())
}

func refresh(e *host.Env, c goja.FunctionCall) goja.Value {
	if t := e.Loop.TimerOf(c.This); t != nil {
		e.Loop.Refresh(t)
	}
	return c.This
}

func closeTimer(e *host.Env, c goja.FunctionCall) goja.Value {
	if t := e.Loop.TimerOf(c.This); t != nil {
		e.Loop.ClearTimer(t)
	}
	return c.This
}

func toPrimitive(e *host.Env, c goja.FunctionCall) goja.Value {
	if t := e.Loop.TimerOf(c.This); t != nil {
		return e.RT.ToValue(e.Loop.TimerID(t))
	}
	return e.RT.ToValue(math.NaN())
}
