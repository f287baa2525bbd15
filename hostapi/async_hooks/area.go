// Package asynchooks lets programs carry values along their callbacks
// (AsyncLocalStorage) and see what starts what (createHook). The loop keeps
// the current context and saves it with everything that is started; the
// meaning of a context's frame is JavaScript's own.
package asynchooks

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "async_hooks", Lib: lib, Natives: []host.Native{
		{Name: "follow", Fn: follow},
		{Name: "isFollowing", Fn: isFollowing},
		{Name: "number", Fn: number},
		{Name: "getFrame", Fn: getFrame},
		{Name: "setFrame", Length: 1, Fn: setFrame},
		{Name: "enterScope", Length: 4, Fn: enterScope},
		{Name: "exitScope", Length: 1, Fn: exitScope},
		{Name: "newAsyncId", Fn: newAsyncID},
		{Name: "executionAsyncId", Fn: executionAsyncID},
		{Name: "triggerAsyncId", Fn: triggerAsyncID},
		{Name: "resource", Fn: resource},
		{Name: "setHooks", Length: 4, Fn: setHooks},
		{Name: "destroy", Length: 1, Fn: destroy},
	}}
}

// follow makes promise reactions keep their context.
func follow(e *host.Env, _ goja.FunctionCall) goja.Value {
	e.Loop.FollowContexts()
	return goja.Undefined()
}

// isFollowing says whether follow was called.
func isFollowing(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(e.Loop.FollowsContexts())
}

// number gives everything that is started from now on an async id.
func number(e *host.Env, _ goja.FunctionCall) goja.Value {
	e.Loop.NumberResources()
	return goja.Undefined()
}

func getFrame(e *host.Env, _ goja.FunctionCall) goja.Value { return orUndefined(e.Loop.Frame()) }

func setFrame(e *host.Env, c goja.FunctionCall) goja.Value {
	frame, _ := c.Argument(0).(*goja.Object)
	e.Loop.SetFrame(frame)
	return goja.Undefined()
}

// enterScope(frame, id, trigger, resource) returns what exitScope takes.
func enterScope(e *host.Env, c goja.FunctionCall) goja.Value {
	frame, _ := c.Argument(0).(*goja.Object)
	resource, _ := c.Argument(3).(*goja.Object)
	return e.RT.ToValue(e.Loop.EnterScope(&loop.Context{
		Frame: frame, Resource: resource,
		ID: uint64(c.Argument(1).ToInteger()), Trigger: uint64(c.Argument(2).ToInteger()),
	}))
}

func exitScope(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.ExitScope(int(c.Argument(0).ToInteger()))
	return goja.Undefined()
}

func newAsyncID(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(e.Loop.NewAsyncID())
}

func executionAsyncID(e *host.Env, _ goja.FunctionCall) goja.Value {
	id, _ := e.Loop.AsyncIDs()
	return e.RT.ToValue(id)
}

func triggerAsyncID(e *host.Env, _ goja.FunctionCall) goja.Value {
	_, trigger := e.Loop.AsyncIDs()
	return e.RT.ToValue(trigger)
}

// resource returns the object of the callback that runs, undefined at the top
// level.
func resource(e *host.Env, _ goja.FunctionCall) goja.Value {
	return orUndefined(e.Loop.AsyncResource())
}

// setHooks(init, before, after, destroy) sets the functions that are told of
// resources; without arguments there are none.
func setHooks(e *host.Env, c goja.FunctionCall) goja.Value {
	if len(c.Arguments) == 0 {
		e.Loop.SetAsyncHooks(nil)
		return goja.Undefined()
	}
	e.Loop.NumberResources()
	e.Loop.FollowContexts()
	e.Loop.SetAsyncHooks(&loop.AsyncHooks{
		Init: e.Callable(c.Argument(0), "init"), Before: e.Callable(c.Argument(1), "before"),
		After: e.Callable(c.Argument(2), "after"), Destroy: e.Callable(c.Argument(3), "destroy"),
	})
	return goja.Undefined()
}

// destroy(id) has the end of a resource announced.
func destroy(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.DestroyResource(uint64(c.Argument(0).ToInteger()))
	return goja.Undefined()
}

func orUndefined(o *goja.Object) goja.Value {
	if o == nil {
		return goja.Undefined()
	}
	return o
}
