package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// kindImmediate is an immediate's type in async_hooks.
const kindImmediate = "Immediate"

// Immediate is the handler of the JavaScript object that setImmediate returns.
type Immediate struct {
	handle
}

// immediateQueue holds the immediates of the next check phase.
type immediateQueue struct {
	waiting []*Immediate
	running []*Immediate // the batch that runs; nil where done
	fired   *Immediate   // whose callback runs
	spare   []*Immediate // the batch that ran last, to be used again
	live    int          // waiting and not unref'd
	// wake asks for a check phase although no immediate may be waiting: ticks
	// and microtasks were left behind by an error.
	wake bool
	// failed says that the error was an immediate's own: then they wait for
	// the next immediate, also one of the next batch.
	failed bool
}

// SetImmediate queues a callback for the check phase and returns the object
// that stands for it.
func (l *Loop) SetImmediate(callback Function, args []goja.Value, prototype *goja.Object) *goja.Object {
	i := &Immediate{}
	i.init(l, kindImmediate, l.newCause(turnImmediate, KindNone, 0), i, callback, args, prototype)
	l.immediates.waiting = append(l.immediates.waiting, i)
	l.immediates.live++
	return i.object()
}

// ImmediateOf returns the immediate that v stands for, or nil.
func (l *Loop) ImmediateOf(v goja.Value) *Immediate {
	if object, ok := v.(*goja.Object); ok {
		i, _ := engine.HandlerOf(object).(*Immediate)
		return i
	}
	return nil
}

// ClearImmediate keeps i from running.
func (l *Loop) ClearImmediate(i *Immediate) {
	if i.done {
		return
	}
	i.done, i.callback = true, Function{}
	l.drop(&i.handle)
	l.ended(i.context)
	if !i.unref {
		l.immediates.live--
	}
}

// SetImmediateRef says whether i keeps the loop running.
func (l *Loop) SetImmediateRef(i *Immediate, ref bool) {
	if i.done || i.unref != ref {
		return
	}
	i.unref = !ref
	if ref {
		l.immediates.live++
	} else {
		l.immediates.live--
	}
}

// HasRef says whether i keeps the loop running.
func (i *Immediate) HasRef() bool { return !i.unref && !i.done }

// forgetFired takes the callback from the immediate whose callback ran.
func (l *Loop) forgetFired() {
	if i := l.immediates.fired; i != nil {
		i.callback, l.immediates.fired = Function{}, nil
	}
}

// beginImmediates begins the check phase: what an error left behind runs, and
// the immediates that wait now become the batch.
func (l *Loop) beginImmediates() {
	if len(l.async.dead) > 0 {
		l.tellDestroyed()
	}
	q := &l.immediates
	if q.wake && !(q.failed && len(q.waiting) > 0) {
		q.wake = !l.settle()
	}
	q.failed = false
	if len(q.waiting) > 0 {
		q.waiting, q.running, l.phase = q.spare[:0], q.waiting, phaseCheck
	}
}

// runImmediates runs the batch, which is not empty.
func (l *Loop) runImmediates() {
	q := &l.immediates
	batch := q.running
	for n, i := range batch {
		batch[n] = nil
		if i.done {
			continue
		}
		i.done, i.held = true, false
		l.traceEnd(&i.cause, false)
		if !i.unref {
			q.live--
		}
		l.beginTurn(turnImmediate, &i.cause)
		q.fired = i
		ok := l.enterIn(i.context, i.callback, i.object(), i.args()...)
		l.forgetFired()
		l.ended(i.context)
		l.endTurn(ok)
		l.between()
	}
	q.spare, q.running = batch[:0], nil
}
