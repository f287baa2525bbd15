// Package messaging posts messages between ports of one loop: each is a turn
// of its own, in the order of posting.
package messaging

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// Area returns the area. Its modules stand with EventTarget in hostapi/events.
func Area() host.Area {
	return host.Area{Name: "messaging", Natives: []host.Native{
		{Name: "post", Length: 2, Fn: post},
		{Name: "postClosing", Length: 1, Fn: postClosing},
		{Name: "acquire", Fn: acquire},
		{Name: "release", Fn: release},
	}}
}

// post(callback, …args) runs callback(…args) in a turn of its own.
func post(e *host.Env, c goja.FunctionCall) goja.Value {
	call := e.Callable(c.Argument(0), "callback")
	e.Loop.Post(call, slices.Clone(c.Arguments[1:]))
	return goja.Undefined()
}

// postClosing(callback, …args) runs callback(…args) in the closing phase.
func postClosing(e *host.Env, c goja.FunctionCall) goja.Value {
	call := e.Callable(c.Argument(0), "callback")
	e.Loop.PostClosing(call, slices.Clone(c.Arguments[1:]))
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
