package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// Context is what follows a program from the place where it starts something
// to the callback that completes it. Timers, immediates, ticks, ops, tasks and
// promise reactions each keep the one that was current when they were made; it
// is current again while their callback runs. A Context never changes: giving
// the program another value makes another Context. nil is the context of a
// program that never asked for one.
type Context struct {
	// Frame holds the values of the program's AsyncLocalStorages: a Map of
	// which the JavaScript side makes a new one for each change. nil: none.
	Frame *goja.Object
	// ID and Trigger are the async ids of the callback; 0 unless the loop
	// numbers resources (see Loop.NumberResources).
	ID, Trigger uint64
	// Resource is the object that stands for what the callback completes, or
	// nil when nobody has looked at it.
	Resource *goja.Object
}

// mainAsyncID is the async id of the main script.
const mainAsyncID = 1

// asyncState is what the loop keeps for async_hooks.
type asyncState struct {
	storing   bool // the program keeps values in contexts
	following bool // promise reactions keep their context
	numbering bool // resources get async ids
	ids       uint64
	hooks     *AsyncHooks
	dead      []uint64   // ids whose end was not yet announced
	scopes    []*Context // left by EnterScope, outermost first
	jobs      jobContexts
	promises  *engine.Promises
	job       *Context // of the reaction that runs, when hooks were told of it
	// idKey and triggerKey are the properties of promises with their ids.
	idKey, triggerKey *goja.Symbol
}

// FollowContexts makes promise reactions keep their context. Before the first
// call contexts are nil everywhere, and nothing is lost by that.
func (l *Loop) FollowContexts() {
	l.async.storing = true
	l.follow()
}

// follow follows promises, for contexts or for hooks.
func (l *Loop) follow() {
	if !l.async.following {
		l.async.following = true
		l.async.promises.Follow(promiseContexts{l})
	}
	l.watchPromises()
}

// FollowsContexts says whether promise reactions keep their context.
func (l *Loop) FollowsContexts() bool { return l.async.following }

// NumberResources makes everything that is started from now on have an async
// id. It costs an allocation each. The ids of promises, which have some when
// contexts are followed, are properties with the given keys.
func (l *Loop) NumberResources(idKey, triggerKey *goja.Symbol) {
	if !l.async.numbering {
		l.async.numbering = true
		l.async.ids = max(l.async.ids, mainAsyncID)
		l.async.idKey, l.async.triggerKey = idKey, triggerKey
		l.watchPromises()
	}
}

// setContext makes c current.
func (l *Loop) setContext(c *Context) {
	if c != l.context {
		l.async.jobs.note(l, l.context)
		l.context = c
	}
}

// leaveContext is called when a callback and its ticks are done. While contexts
// are followed, each job brings its own.
func (l *Loop) leaveContext() {
	if !l.async.following {
		l.context = nil
	}
}

// capture returns the context of something that is being started. kind is the
// resource's type in async_hooks; resource may be nil.
func (l *Loop) capture(kind string, resource *goja.Object) *Context {
	if !l.async.numbering {
		return l.context
	}
	return l.newResource(kind, resource)
}

// Frame returns the current frame, or nil.
func (l *Loop) Frame() *goja.Object {
	if l.context == nil {
		return nil
	}
	return l.context.Frame
}

// SetFrame changes the current frame; nil is the empty one.
func (l *Loop) SetFrame(frame *goja.Object) {
	c := l.currentContext()
	if c.Frame != frame {
		c.Frame = frame
		l.setContext(&c)
	}
}

// currentContext returns a copy of the current context with its ids.
func (l *Loop) currentContext() Context {
	if l.context != nil {
		return *l.context
	}
	if l.current.Kind == turnMain && l.jobsRun == 0 {
		return Context{ID: mainAsyncID}
	}
	return Context{}
}

// AsyncIDs returns the ids of the callback that runs.
func (l *Loop) AsyncIDs() (id, trigger uint64) {
	c := l.currentContext()
	return c.ID, c.Trigger
}

// AsyncResource returns the object that stands for the callback that runs; nil
// at the top level.
func (l *Loop) AsyncResource() *goja.Object {
	if l.context == nil {
		return nil
	}
	if l.context.Resource == nil && l.context.ID > mainAsyncID {
		l.context.Resource = l.rt.NewObject()
	}
	return l.context.Resource
}

// NewAsyncID returns the next async id.
func (l *Loop) NewAsyncID() uint64 {
	l.async.ids = max(l.async.ids, mainAsyncID) + 1
	return l.async.ids
}

// EnterScope makes c current until ExitScope is called with the depth that it
// returns.
func (l *Loop) EnterScope(c *Context) (depth int) {
	depth = len(l.async.scopes)
	l.async.scopes = append(l.async.scopes, l.context)
	l.setContext(c)
	return depth
}

// ExitScope ends the scope that EnterScope began, and all within it that were
// left without their end.
func (l *Loop) ExitScope(depth int) {
	if depth < 0 || depth >= len(l.async.scopes) {
		return
	}
	outer := l.async.scopes[depth]
	if l.capturing != nil {
		l.capturing.Entering(outer, Function{}, nil, nil) // an older turn may have left the scope
	}
	l.setContext(outer)
	clear(l.async.scopes[depth:])
	l.async.scopes = l.async.scopes[:depth]
}

// jobContexts remembers in which context the jobs in goja's queue were put
// there. goja keeps it for reactions, but not for the jobs that call a
// thenable's then method.
type jobContexts struct {
	begun uint64 // jobs that left the queue
	spans []jobSpan
}

// jobSpan says that the jobs up to number end, from the span before on, were
// queued in context.
type jobSpan struct {
	end     uint64
	context *Context
}

// note is called when the context is about to change from c.
func (j *jobContexts) note(l *Loop, c *Context) {
	if !l.async.following {
		return
	}
	end := j.begun + uint64(l.jobs.Len())
	last := j.begun
	if n := len(j.spans); n > 0 {
		last = j.spans[n-1].end
	}
	if end > last {
		j.spans = append(j.spans, jobSpan{end, c})
	}
}

// begin makes the context current in which the first job in the queue was put
// there.
func (j *jobContexts) begin(l *Loop) {
	if len(j.spans) > 0 {
		l.setContext(j.spans[0].context)
	}
	j.begun++
	if len(j.spans) > 0 && j.spans[0].end <= j.begun {
		j.spans[0].context = nil
		if j.spans = j.spans[1:]; len(j.spans) == 0 {
			j.spans = nil
		}
	}
}
