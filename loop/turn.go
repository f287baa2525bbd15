package loop

import (
	"errors"

	"github.com/dop251/goja"
)

// TurnKind says what a turn dispatched.
type TurnKind uint8

const (
	turnMain TurnKind = iota
	turnTimer
	turnImmediate
	turnOp
	turnTask
	turnClosing
	turnBeforeExit
	turnExit
	turnRestart
)

var turnKindNames = [...]string{"main", "timer", "immediate", "op", "message", "close", "beforeExit", "exit", "restart"}

// String returns the kind's name.
func (k TurnKind) String() string { return turnKindNames[k] }

// Turn describes one dispatched callback.
type Turn struct {
	// Number counts the loop's turns from 0.
	Number uint64
	// Cause is what was started by an earlier turn and is completed by this
	// one; meaningless for main, beforeExit and exit.
	Cause Cause
	// Delay is a timer's duration in milliseconds.
	Delay int64
	Kind  TurnKind
	// Request is the kind of the op's request; KindNone for other turns.
	Request Kind
}

// Observer sees turns begin. What it is given is valid during the call.
type Observer interface {
	// BeginTurn is called before the turn's callback.
	BeginTurn(t *Turn)
}

// EndObserver is an Observer that sees turns end, too. It is another interface
// so that a recording, which does not, is not called for nothing in every turn.
type EndObserver interface {
	Observer
	// EndTurn is called when the turn's callback and jobs are done. jobs is
	// the number of ticks and microtasks that ran in it.
	EndTurn(t *Turn, jobs uint64)
}

// task is a callback that needs no outside: a message to the same loop, the
// end of a handle.
type task struct {
	cause    Cause
	context  *Context
	callback Function
	args     []goja.Value
}

// CurrentTurn returns the turn that runs, or ran last.
func (l *Loop) CurrentTurn() Turn { return l.current }

// CurrentJob returns the number of jobs begun in the current turn: inside job
// 812.3 it is 3.
func (l *Loop) CurrentJob() uint64 { return l.jobsRun }

// Main runs the main script's function as turn 0. Its jobs run even if the
// script failed and the program handled that.
func (l *Loop) Main(script Function, args ...goja.Value) {
	l.beginTurn(turnMain, &Cause{})
	l.enterIn(nil, script, goja.Undefined(), args...)
	l.endTurn(true)
}

// turn dispatches one callback, then settles. It reports whether all of that
// went without an error.
func (l *Loop) turn(kind TurnKind, cause Cause, c *Context, callback Function, this goja.Value, args ...goja.Value) bool {
	l.beginTurn(kind, &cause)
	return l.endTurn(l.enterIn(c, callback, this, args...))
}

// beginTurn begins the turn that completes what cause names.
func (l *Loop) beginTurn(kind TurnKind, cause *Cause) { l.beginTurnOf(kind, cause, KindNone, 0) }

// beginTurnOf is beginTurn with what only ops and timers have. The turn is put
// together in its place: a copy would be read before it is written to memory,
// which takes longer than the rest.
func (l *Loop) beginTurnOf(kind TurnKind, cause *Cause, request Kind, delay int64) {
	l.leaveTurn()
	t := &l.current
	t.Number, t.Kind, t.Request, t.Delay = l.turns, kind, request, delay
	t.Cause.Turn, t.Cause.Ordinal, t.Cause.link, t.Cause.place = cause.Turn, cause.Ordinal, cause.link, cause.place
	l.ordinal, l.jobsRun, l.jobKind = 0, 0, JobNone
	l.turns++
	if l.opts.Observer != nil {
		l.opts.Observer.BeginTurn(&l.current)
	}
}

// endTurn settles after a callback that returned normally (ok).
//
// After an error that the program handled, Node runs the ticks and microtasks
// only when the next callback is done, and makes sure that there is one.
func (l *Loop) endTurn(ok bool) bool {
	settled := ok && l.settle()
	if !settled {
		l.immediates.wake = true
		l.immediates.failed = !ok && l.current.Kind == turnImmediate
	}
	if l.ends != nil {
		l.ends.EndTurn(&l.current, l.jobsRun)
	}
	return settled
}

// enterIn enters JavaScript in a context.
func (l *Loop) enterIn(c *Context, f Function, this goja.Value, args ...goja.Value) bool {
	if l.capturing != nil {
		l.capturing.Entering(c, f, this, args)
	}
	l.setContext(c)
	if l.async.hooks != nil {
		l.tellBefore(c)
	}
	l.stacks.SetReceiver(this)
	ok := l.enter(f, this, args...)
	l.stacks.SetReceiver(nil)
	if l.async.hooks != nil {
		l.tellAfter(c)
	}
	return ok
}

// enter is where Go calls JavaScript: nothing else does. It reports whether
// the function returned normally; an error was handed to the program. A capture
// was told.
func (l *Loop) enter(f Function, this goja.Value, args ...goja.Value) bool {
	err := f.Call(this, args)
	if err == nil {
		return true
	}
	l.forgetFired() // handlers of errors see it over
	l.uncaught(err, "uncaughtException")
	return false
}

// uncaught hands an error that left a callback to the program.
func (l *Loop) uncaught(err error, origin string) {
	value := l.thrownValue(err)
	if !l.hooks.Uncaught.Known() {
		l.Fail(err)
	}
	l.failure = failure{moment: l.moment(), value: value, err: err}
	if l.capturing != nil {
		l.capturing.Entering(l.context, l.hooks.Uncaught, nil, []goja.Value{value})
	}
	if err := l.hooks.Uncaught.Call(goja.Undefined(), []goja.Value{value, l.rt.ToValue(origin)}); err != nil {
		l.thrownValue(err)
		l.stop(&Stop{Code: exitHandlerFailed})
	}
}

// exitHandlerFailed is Node's exit code for an error inside the handling of an
// uncaught error.
const exitHandlerFailed = 7

// thrownValue returns the JavaScript value of an error; it does not return for
// an error that ends the run.
func (l *Loop) thrownValue(err error) goja.Value {
	var exception *goja.Exception
	var overflow *goja.StackOverflowError
	switch {
	case errors.As(err, &overflow):
		// Code made at run time has no guards against deep recursion.
		value, err := l.rt.New(l.Intrinsic("RangeError"), l.rt.ToValue("Maximum call stack size exceeded"))
		if err != nil {
			l.Fail(err)
		}
		return value
	case errors.As(err, &exception):
		return exception.Value()
	}
	s := stopOf(err)
	l.stopped.Store(s)
	panic(s)
}
