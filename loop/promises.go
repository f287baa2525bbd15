package loop

import "github.com/dop251/goja"

// promiseContexts gives promises their contexts: the one of the moment when the
// promise was made is current when it is settled by a reaction, when a thenable
// that it adopts is asked, and when its rejection is reported.
type promiseContexts struct{ l *Loop }

// watchPromises has the engine tell of all promises when they get ids, as in
// Node: while there are hooks, and AsyncLocalStorage is one. Otherwise a reaction
// has the context of the moment when it was added, which is the same.
func (l *Loop) watchPromises() {
	if l.async.following {
		l.async.promises.Watch(l.async.hooks != nil || l.async.storing && l.async.numbering)
	}
}

// Grab implements goja.AsyncContextTracker: a reaction is being added whose
// promise is not known.
func (p promiseContexts) Grab() any { return p.l.context }

// Resumed implements goja.AsyncContextTracker: a reaction begins to run.
func (p promiseContexts) Resumed(grabbed any) {
	c, _ := grabbed.(*Context)
	l := p.l
	if (c == nil || c.ID == 0) && l.async.promises.Watching() {
		c = l.numberPromise(c)
	}
	l.setContext(c)
	if l.async.hooks != nil {
		l.tellBefore(c)
		l.async.job = c
	}
}

// Exited implements goja.AsyncContextTracker. The context stays: what the
// reaction's result queues still belongs to it.
func (promiseContexts) Exited() {}

// jobDone ends a job that hooks were told of.
func (l *Loop) jobDone() {
	if c := l.async.job; c != nil {
		l.async.job = nil
		l.tellAfter(c)
	}
}

// Made implements engine.PromiseObserver.
func (p promiseContexts) Made(promise, parent *goja.Object) any {
	l := p.l
	if !l.async.promises.Watching() {
		return l.context
	}
	current := l.currentContext()
	c := &Context{Frame: current.Frame, Trigger: current.ID, Resource: promise}
	if parent != nil {
		c.Trigger = l.idOfPromise(parent)
	}
	if h := l.async.hooks; h != nil && !h.Init.Known() {
		return c // it gets an id when somebody is told of it
	}
	l.giveID(c)
	if h := l.async.hooks; h != nil {
		l.tell(h.Init, l.rt.ToValue(c.ID), l.rt.ToValue("PROMISE"), l.rt.ToValue(c.Trigger), promise)
	}
	return c
}

// Settled implements engine.PromiseObserver.
func (p promiseContexts) Settled(made any) {
	l := p.l
	c, _ := made.(*Context)
	if h := l.async.hooks; h != nil && h.PromiseResolve.Known() && c != nil {
		if c.ID == 0 {
			l.giveID(c)
		}
		l.tell(h.PromiseResolve, l.rt.ToValue(c.ID))
	}
}

// Enter implements engine.PromiseObserver.
func (p promiseContexts) Enter(made any) (outer any) {
	outer = p.l.context
	c, _ := made.(*Context)
	p.l.setContext(c)
	return outer
}

// Leave implements engine.PromiseObserver.
func (p promiseContexts) Leave(outer any) { p.l.setContext(outer.(*Context)) }

// numberPromise returns the context of a promise without an id, c, with one. c
// is nil when the promise was made before contexts were followed.
func (l *Loop) numberPromise(c *Context) *Context {
	if c == nil {
		c = &Context{}
	}
	l.giveID(c)
	return c
}

// giveID numbers the promise that c belongs to.
func (l *Loop) giveID(c *Context) {
	c.ID = l.NewAsyncID()
	if c.Resource != nil {
		l.setKey(c.Resource, l.async.idKey, c.ID)
		l.setKey(c.Resource, l.async.triggerKey, c.Trigger)
	}
}

// idOfPromise returns the id of a promise, which may be none of those that were
// seen being made.
func (l *Loop) idOfPromise(promise *goja.Object) uint64 {
	if id := promise.GetSymbol(l.async.idKey); id != nil && !goja.IsUndefined(id) {
		return uint64(id.ToInteger())
	}
	id := l.NewAsyncID()
	l.setKey(promise, l.async.idKey, id)
	return id
}

func (l *Loop) setKey(o *goja.Object, key *goja.Symbol, id uint64) {
	// A promise that the program has frozen stays without.
	_ = o.DefineDataPropertySymbol(key, l.rt.ToValue(id), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_TRUE)
}
