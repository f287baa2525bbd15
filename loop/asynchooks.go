package loop

import "github.com/dop251/goja"

// AsyncHooks are functions that a program wants to be told through. Each is
// called inside whatever makes, runs or ends a resource, and must not throw. A
// nil one is not called.
type AsyncHooks struct {
	// Init is called with (id, type, trigger, resource).
	Init Function
	// The others are called with (id).
	Before, After, Destroy, PromiseResolve Function
}

// SetAsyncHooks sets the functions that are told of resources; nil for none.
func (l *Loop) SetAsyncHooks(h *AsyncHooks) {
	l.async.hooks = h
	if h != nil {
		l.follow()
	}
	l.watchPromises()
}

// newResource numbers something that is being started.
func (l *Loop) newResource(kind string, resource *goja.Object) *Context {
	current := l.currentContext()
	c := &Context{Frame: current.Frame, ID: l.NewAsyncID(), Trigger: current.ID, Resource: resource}
	if h := l.async.hooks; h != nil {
		if c.Resource == nil {
			c.Resource = l.rt.NewObject()
		}
		l.tell(h.Init, l.rt.ToValue(c.ID), l.rt.ToValue(kind), l.rt.ToValue(c.Trigger), c.Resource)
	}
	return c
}

// tell calls a hook in the midst of something else.
func (l *Loop) tell(hook Function, args ...goja.Value) {
	if !hook.Known() {
		return
	}
	current := l.context
	if l.capturing != nil {
		l.capturing.Entering(current, hook, nil, args)
	}
	l.enter(hook, goja.Undefined(), args...)
	l.setContext(current)
}

func (l *Loop) tellBefore(c *Context) {
	if h := l.async.hooks; h != nil && c != nil && c.ID > mainAsyncID {
		l.tell(h.Before, l.rt.ToValue(c.ID))
	}
}

func (l *Loop) tellAfter(c *Context) {
	if h := l.async.hooks; h != nil && c != nil && c.ID > mainAsyncID {
		l.tell(h.After, l.rt.ToValue(c.ID))
	}
}

// DestroyResource has the end of a resource announced in the next check phase.
func (l *Loop) DestroyResource(id uint64) {
	if l.async.hooks != nil && id > mainAsyncID {
		l.async.dead = append(l.async.dead, id)
	}
}

// ended announces the end of what c belongs to.
func (l *Loop) ended(c *Context) {
	if c != nil {
		l.DestroyResource(c.ID)
	}
}

// tellDestroyed announces the resources that ended since the last check phase.
// They do not keep the loop running.
func (l *Loop) tellDestroyed() {
	dead := l.async.dead
	l.async.dead = nil
	for _, id := range dead {
		if h := l.async.hooks; h != nil {
			l.tell(h.Destroy, l.rt.ToValue(id))
		}
	}
}
