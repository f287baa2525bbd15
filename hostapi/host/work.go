package host

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/loop"
)

// Work is the native work(callback): it calls back in a later turn, as when
// something that Node does in its thread pool was done. What it was is a
// function of the program's own values, and is computed in the turn; only when
// that is comes from outside.
func Work(e *Env, c goja.FunctionCall) goja.Value {
	e.Loop.Start(&loop.Op{Request: loop.KindWork, Callback: e.Callable(c.Argument(0), "callback"), Deliver: WorkDone}, nil)
	return goja.Undefined()
}

// WorkDone is how the ops of Work are delivered.
var WorkDone = &loop.Delivery{Name: "work", Make: func(*loop.Loop, *loop.Op, loop.Reply) []goja.Value { return nil }}
