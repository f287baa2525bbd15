package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine/heap"
)

func (c *Context) archive(a *heap.Archive) {
	a.Name("frame")
	a.Object(&c.Frame)
	heap.Number(a, &c.ID)
	heap.Number(a, &c.Trigger)
	a.Name("resource")
	a.Object(&c.Resource)
}

// archiveAsync: contexts and hooks.
func (l *Loop) archiveAsync(a *heap.Archive) {
	s := &l.async
	heap.Ref(a, &l.context)
	a.Bool(&s.storing)
	following := s.following
	a.Bool(&following)
	a.Bool(&s.numbering)
	heap.Number(a, &s.ids)
	a.Symbol(&s.idKey)
	a.Symbol(&s.triggerKey)
	hooked := s.hooks != nil
	if a.Bool(&hooked); hooked {
		l.archiveHooks(a)
	}
	heap.Slice(a, &s.dead, func(id *uint64) { heap.Number(a, id) })
	heap.Slice(a, &s.scopes, func(c **Context) { heap.Ref(a, c) })
	heap.Number(a, &s.jobs.begun)
	heap.Slice(a, &s.jobs.spans, func(span *jobSpan) {
		heap.Number(a, &span.end)
		heap.Ref(a, &span.context)
	})
	if a.Reading() && following {
		l.follow()
	}
}

func (l *Loop) archiveHooks(a *heap.Archive) {
	if a.Reading() {
		l.async.hooks = &AsyncHooks{}
	}
	h := l.async.hooks
	for _, f := range []*Function{&h.Init, &h.Before, &h.After, &h.Destroy, &h.PromiseResolve} {
		a.Function(f)
	}
}

// archiveErrors: what the program was told of, and is to be told of.
func (l *Loop) archiveErrors(a *heap.Archive) {
	l.archiveFailure(a)
	value, at := l.throws.Last()
	a.Value(&value)
	if l.archivePlace(a, &at); a.Reading() {
		l.throws.SetLast(value, at)
	}
	r := &l.rejections
	fresh := r.unhandled()
	heap.Slice(a, &fresh, func(one *rejection) {
		l.archivePromise(a, &one.promise)
		l.archiveMoment(a, &one.moment)
		l.archivePlace(a, &one.at)
		heap.Ref(a, &one.context)
	})
	if a.Reading() {
		r.fresh = fresh
	}
	heap.Slice(a, &r.late, func(p **goja.Promise) { l.archivePromise(a, p) })
	a.Shared(func() { a.Object(&r.reported.object) }) // it changes when somebody handles a promise
	if r.reported.object == nil {
		a.Fail("the promises are missing that were reported")
	}
}

// archiveFailure: of an error only the place is kept where its stack begins.
func (l *Loop) archiveFailure(a *heap.Archive) {
	f := &l.failure
	l.archiveMoment(a, &f.moment)
	a.Value(&f.value)
	l.archivePlace(a, &f.at)
	site := l.stackSite(f)
	heap.Text(a, &site.File)
	heap.Number(a, &site.Line)
	heap.Number(a, &site.Column)
	if a.Reading() {
		f.site = site
	}
}
