package fs

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

// state is the Go side of the area in one loop.
type state struct {
	// watches holds the ops that deliver changes, by the number of the watch.
	watches map[int64]*loop.Op
}

func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	heap.Map(a, &s.watches, func(watch *int64) { heap.Number(a, watch) }, func(op **loop.Op) { heap.Ref(a, op) })
}

func newState() any { return &state{watches: map[int64]*loop.Op{}} }

// changes(watch, callback) calls back for each change that a watch sees.
func changes(e *host.Env, c goja.FunctionCall) goja.Value {
	o := byKind[loop.KindFSChanges]
	op := o.start(e, c, o.encode(e, c), e.Callable(c.Argument(1), "cb"))
	e.State.(*state).watches[c.Argument(0).ToInteger()] = op
	return goja.Undefined()
}

// unwatch(watch) ends a watch: no change is reported any more.
func unwatch(e *host.Env, c goja.FunctionCall) goja.Value {
	watches := e.State.(*state).watches
	watch := c.Argument(0).ToInteger()
	if op := watches[watch]; op != nil {
		e.Loop.Forget(op)
		delete(watches, watch)
	}
	return byKind[loop.KindFSUnwatch].call(e, c)
}

// setWatchRef(watch, ref) says whether a watch keeps the loop running.
func setWatchRef(e *host.Env, c goja.FunctionCall) goja.Value {
	if op := e.State.(*state).watches[c.Argument(0).ToInteger()]; op != nil {
		e.Loop.SetOpRef(op, c.Argument(1).ToBoolean())
	}
	return goja.Undefined()
}
