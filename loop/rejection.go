package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// rejection is a promise whose rejection nobody handles.
type rejection struct {
	promise *goja.Promise // nil when it got a handler after all
	moment
	at      engine.Place // that rejected it
	context *Context
}

// rejections are the promises whose rejection nobody handles.
type rejections struct {
	// fresh were rejected since the last report, in that order.
	fresh []rejection
	// handled is how many at the head of fresh got a handler.
	handled int
	// late were reported as unhandled and got a handler since.
	late []*goja.Promise
	// reported remembers what was reported.
	reported weakSet
}

func (r *rejections) init(rt *goja.Runtime) { r.reported = newWeakSet(rt) }

// none says that there is nothing to report.
func (r *rejections) none() bool { return len(r.fresh) == 0 && len(r.late) == 0 }

// trackRejection is goja's rejection tracker.
func (l *Loop) trackRejection(p *goja.Promise, operation goja.PromiseRejectionOperation) {
	r := &l.rejections
	if operation == goja.PromiseRejectionReject {
		r.fresh = append(r.fresh, rejection{p, l.moment(), l.caller.Place(), l.context})
		return
	}
	if r.handle(p) {
		return
	}
	if l.reported().remove(l.rt.ToValue(p)) {
		r.late = append(r.late, p)
	}
}

// handle takes p out of the fresh ones. Most often it is the oldest or the
// newest.
func (r *rejections) handle(p *goja.Promise) bool {
	for r.handled < len(r.fresh) && r.fresh[r.handled].promise == nil {
		r.handled++
	}
	if r.handled == len(r.fresh) {
		return false
	}
	i := r.handled
	if r.fresh[i].promise != p {
		for i = len(r.fresh) - 1; i > r.handled && r.fresh[i].promise != p; i-- {
		}
	}
	if r.fresh[i].promise != p {
		return false
	}
	r.fresh[i] = rejection{}
	for n := len(r.fresh); n > r.handled && r.fresh[n-1].promise == nil; n-- {
		r.fresh = r.fresh[:n-1]
	}
	return true
}

// reported returns what remembers the promises that were reported, to be changed.
func (l *Loop) reported() *weakSet {
	set := &l.rejections.reported
	if l.capturing != nil {
		l.capturing.Entering(nil, Function{}, set.object, nil)
	}
	return set
}

// unhandled returns the fresh ones that got no handler.
func (r *rejections) unhandled() (list []rejection) {
	for _, one := range r.fresh {
		if one.promise != nil {
			list = append(list, one)
		}
	}
	return list
}

// reportRejections tells the program of rejections that were left unhandled
// when all jobs were done. All are reported before any tick or microtask that
// the reports queue. It returns false when there was nothing to report.
func (l *Loop) reportRejections() bool {
	late, fresh := l.rejections.late, l.rejections.fresh
	if len(late) == 0 && len(fresh) == l.rejections.handled {
		l.rejections.fresh, l.rejections.handled = fresh[:0], 0
		return false
	}
	l.rejections.late, l.rejections.fresh, l.rejections.handled = nil, nil, 0
	if !l.hooks.Rejection.Known() {
		return false
	}
	for _, p := range late {
		l.enterIn(nil, l.hooks.Rejection, goja.Undefined(), l.rt.ToValue("rejectionHandled"), l.rt.ToValue(p), goja.Undefined())
	}
	for _, r := range fresh {
		if r.promise == nil {
			continue
		}
		l.reported().add(l.rt.ToValue(r.promise))
		l.failure = failure{moment: r.moment, value: r.promise.Result(), at: r.at}
		l.setContext(r.context)
		args := []goja.Value{l.rt.ToValue("unhandledRejection"), l.rt.ToValue(r.promise), r.promise.Result()}
		if l.capturing != nil {
			l.capturing.Entering(r.context, l.hooks.Rejection, nil, args)
		}
		l.enter(l.hooks.Rejection, goja.Undefined(), args...)
	}
	return true
}
