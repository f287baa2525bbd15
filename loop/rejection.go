package loop

import (
	"slices"
	"weak"

	"github.com/dop251/goja"
)

// rejections are the promises whose rejection nobody handles.
type rejections struct {
	// fresh were rejected since the last report, in that order.
	fresh []rejected
	// late were reported as unhandled and got a handler since.
	late []*goja.Promise
	// reported remembers what was reported. It must not keep promises alive.
	reported map[weak.Pointer[goja.Promise]]struct{}
	// sweepAt is the size at which dead entries are looked for.
	sweepAt int
}

// rejected is a promise that was rejected in a context.
type rejected struct {
	promise *goja.Promise
	context *Context
}

func (r *rejections) init() {
	r.reported = map[weak.Pointer[goja.Promise]]struct{}{}
	r.sweepAt = 1024
}

// track is goja's rejection tracker; c is the current context.
func (r *rejections) track(p *goja.Promise, operation goja.PromiseRejectionOperation, c *Context) {
	if operation == goja.PromiseRejectionReject {
		r.fresh = append(r.fresh, rejected{p, c})
		return
	}
	if i := slices.IndexFunc(r.fresh, func(f rejected) bool { return f.promise == p }); i >= 0 {
		r.fresh = slices.Delete(r.fresh, i, i+1)
		return
	}
	key := weak.Make(p)
	if _, ok := r.reported[key]; ok {
		delete(r.reported, key)
		r.late = append(r.late, p)
	}
}

// remember notes that p was reported.
func (r *rejections) remember(p *goja.Promise) {
	if len(r.reported) >= r.sweepAt {
		for key := range r.reported {
			if key.Value() == nil {
				delete(r.reported, key)
			}
		}
		r.sweepAt = max(1024, 2*len(r.reported))
	}
	r.reported[weak.Make(p)] = struct{}{}
}

// reportRejections tells the program of rejections that were left unhandled
// when all jobs were done. All are reported before any tick or microtask that
// the reports queue. It returns false when there was nothing to report.
func (l *Loop) reportRejections() bool {
	late, fresh := l.rejections.late, l.rejections.fresh
	if len(late) == 0 && len(fresh) == 0 {
		return false
	}
	l.rejections.late, l.rejections.fresh = nil, nil
	if l.hooks.Rejection == nil {
		return false
	}
	for _, p := range late {
		l.enterIn(nil, l.hooks.Rejection, goja.Undefined(), l.rt.ToValue("rejectionHandled"), l.rt.ToValue(p), goja.Undefined())
	}
	for _, f := range fresh {
		p := f.promise
		l.rejections.remember(p)
		l.enterIn(f.context, l.hooks.Rejection, goja.Undefined(), l.rt.ToValue("unhandledRejection"), l.rt.ToValue(p), p.Result())
	}
	return true
}
