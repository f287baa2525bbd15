// Package messaging posts messages between ports of one loop: each is a turn
// of its own. What the messages hold stays in JavaScript; the natives know
// ports by number.
package messaging

import (
	"embed"
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
	return host.Area{Name: "messaging", Lib: lib, NewState: newState, Archive: archive, Natives: []host.Native{
		{Name: "openPort", Length: 2, Fn: openPort},
		{Name: "notify", Length: 1, Fn: notify},
		{Name: "consume", Length: 1, Fn: consume},
		{Name: "closePort", Length: 2, Fn: closePort},
		{Name: "acquire", Fn: acquire},
		{Name: "release", Fn: release},
	}}
}

// state is the Go side of the area in one loop.
type state struct {
	ports  map[int64]*loop.Port
	opened int64
}

func newState() any { return &state{ports: map[int64]*loop.Port{}} }

func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	heap.Map(a, &s.ports, func(port *int64) { heap.Number(a, port) }, func(p **loop.Port) { heap.Ref(a, p) })
	heap.Number(a, &s.opened)
}

func portOf(e *host.Env, c goja.FunctionCall) *loop.Port {
	return e.State.(*state).ports[c.Argument(0).ToInteger()]
}

// openPort(resource, deliver, …args) opens a port which calls deliver(…args) for
// each message, and returns its number.
func openPort(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	s.opened++
	resource, _ := c.Argument(0).(*goja.Object)
	s.ports[s.opened] = e.Loop.OpenPort(resource, e.Callable(c.Argument(1), "deliver"), slices.Clone(c.Arguments[2:])...)
	return e.RT.ToValue(s.opened)
}

// notify(port) says that one message more is ready.
func notify(e *host.Env, c goja.FunctionCall) goja.Value {
	if p := portOf(e, c); p != nil {
		e.Loop.Notify(p)
	}
	return goja.Undefined()
}

// consume(port) says that a message was taken without a turn.
func consume(e *host.Env, c goja.FunctionCall) goja.Value {
	if p := portOf(e, c); p != nil {
		e.Loop.Consume(p)
	}
	return goja.Undefined()
}

// closePort(port, callback, …args) ends a port; callback(…args), if there is
// one, is called in the closing phase.
func closePort(e *host.Env, c goja.FunctionCall) goja.Value {
	p := portOf(e, c)
	if p == nil {
		return goja.Undefined()
	}
	delete(e.State.(*state).ports, c.Argument(0).ToInteger())
	if len(c.Arguments) < 2 {
		e.Loop.ClosePort(p, loop.Function{}, nil)
	} else {
		e.Loop.ClosePort(p, e.Callable(c.Argument(1), "callback"), slices.Clone(c.Arguments[2:]))
	}
	return goja.Undefined()
}

// acquire keeps the loop running until release is called.
func acquire(e *host.Env, _ goja.FunctionCall) goja.Value {
	e.Loop.Hold()
	return goja.Undefined()
}

func release(e *host.Env, _ goja.FunctionCall) goja.Value {
	e.Loop.Release()
	return goja.Undefined()
}
