package process

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

// state is the Go side of the area in one loop.
type state struct {
	signals map[int64]*loop.Op // being watched, by number
	options []string           // Node's, as info found them
}

func newState() any { return &state{signals: map[int64]*loop.Op{}} }

func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	heap.Map(a, &s.signals, func(signal *int64) { heap.Number(a, signal) }, func(op **loop.Op) { heap.Ref(a, op) })
	heap.Texts(a, &s.options)
}

// watchSignal(number, callback) calls back whenever a signal arrives. Watching
// does not keep the loop running.
func watchSignal(e *host.Env, c goja.FunctionCall) goja.Value {
	number := c.Argument(0).ToInteger()
	op := &loop.Op{Request: loop.KindSignal, Callback: e.Callable(c.Argument(1), "callback"), Deliver: signalArrival, Resource: "SIGNALWRAP"}
	e.Loop.Start(op, signalArgs(number))
	e.Loop.SetOpRef(op, false)
	e.State.(*state).signals[number] = op
	return goja.Undefined()
}

var signalArrival = &loop.Delivery{Name: "process.signal", Make: func(*loop.Loop, *loop.Op, loop.Reply) []goja.Value { return nil }}

// unwatchSignal(number) ends watchSignal.
func unwatchSignal(e *host.Env, c goja.FunctionCall) goja.Value {
	number := c.Argument(0).ToInteger()
	signals := e.State.(*state).signals
	if op := signals[number]; op != nil {
		e.Loop.Forget(op)
		delete(signals, number)
		e.Loop.Tape().Ask(loop.Request{Kind: loop.KindSignalStop, Args: signalArgs(number)})
	}
	return goja.Undefined()
}

func signalArgs(number int64) []byte {
	var args loop.Encoder
	args.Uint(uint64(number))
	return args.Bytes()
}
