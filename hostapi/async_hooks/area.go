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
		{Name: "number", Length: 2, Fn: number},
		{Name: "getFrame", Fn: getFrame},
		{Name: "setFrame", Length: 1, Fn: setFrame},
		{Name: "enterScope", Length: 4, Fn: enterScope},
		{Name: "exitScope", Length: 1, Fn: exitScope},
		{Name: "newAsyncId", Fn: newAsyncID},
		{Name: "executionAsyncId", Fn: executionAsyncID},
		{Name: "triggerAsyncId", Fn: triggerAsyncID},
		{Name: "resource", Fn: resource},
		{Name: "setHooks", Length: 5, Fn: setHooks},
		{Name: "destroy", Length: 1, Fn: destroy},
		{Name: "queueMicrotask", Length: 1, Fn: queueMicrotask},
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

// number(idKey, triggerKey) gives everything that is started from now on an
// async id; promises have theirs under the keys, which are symbols.
func number(e *host.Env, c goja.FunctionCall) goja.Value {
	idKey, _ := c.Argument(0).(*goja.Symbol)
	triggerKey, _ := c.Argument(1).(*goja.Symbol)
	e.Loop.NumberResources(idKey, triggerKey)
	return goja.Undefined()
}

// queueMicrotask(callback) queues a promise job.
func queueMicrotask(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.QueueMicrotask(e.Callable(c.Argument(0), "callback"))
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

// setHooks(init, before, after, destroy, promiseResolve) sets the functions that
// are told of resources; without arguments there are none. Resources must have
// been numbered.
func setHooks(e *host.Env, c goja.FunctionCall) goja.Value {
	if len(c.Arguments) == 0 {
		e.Loop.SetAsyncHooks(nil)
		return goja.Undefined()
	}
	hook := func(i int, name string) loop.Function {
		if goja.IsUndefined(c.Argument(i)) {
			return loop.Function{}
		}
		return e.Callable(c.Argument(i), name)
	}
	e.Loop.SetAsyncHooks(&loop.AsyncHooks{
		Init: hook(0, "init"), Before: hook(1, "before"), After: hook(2, "after"),
		Destroy: hook(3, "destroy"), PromiseResolve: hook(4, "promiseResolve"),
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
