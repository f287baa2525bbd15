package loop

import (
	"container/heap"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// TimeoutMax is the longest delay of a timer, in milliseconds.
const TimeoutMax = 1<<31 - 1

// kindTimeout is a timer's type in async_hooks.
const kindTimeout = "Timeout"

// Timer is a timeout or interval. It is the handler of the JavaScript object
// that setTimeout returns (see handle.go).
//
// Timers of equal delay stand in one list, first in, first out; the lists in a
// heap by the expiry of their first timer, as in Node.
type Timer struct {
	handle
	start  int64  // loop clock when the delay began
	id     int64  // primitive value, counted from 1
	delay  int32  // milliseconds, at least 1; -1 when cleared
	place  uint32 // in its list, when armed
	armed  bool
	repeat bool
	byID   bool // the primitive value was asked for
}

// asked is the delay before it was made whole, for people who look.
func (t *Timer) asked() float64 {
	if t.rest != nil && t.rest.asked != 0 && t.delay >= 0 {
		return t.rest.asked
	}
	return float64(t.delay)
}

// SetTimer arms a new timer and returns the object that stands for it. A
// delay (in milliseconds) outside 1 … TimeoutMax becomes 1, as in Node, and
// fractions are cut off.
func (l *Loop) SetTimer(callback Function, args []goja.Value, delay float64, repeat bool, prototype *goja.Object) *goja.Object {
	if !(delay >= 1 && delay <= TimeoutMax) {
		delay = 1
	}
	now := l.Now()
	l.timers.ids++
	t := &Timer{delay: int32(delay), repeat: repeat, id: l.timers.ids}
	t.init(l, kindTimeout, l.newCause(turnTimer, KindNone, int64(t.delay)), t, callback, args, prototype)
	if float64(t.delay) != delay {
		t.more().asked = delay
	}
	l.timers.insert(t, now)
	return t.object()
}

// TimerOf returns the timer that v stands for: its object, or its primitive
// value. It returns nil for anything else.
func (l *Loop) TimerOf(v goja.Value) *Timer {
	if object, ok := v.(*goja.Object); ok {
		t, _ := engine.HandlerOf(object).(*Timer)
		return t
	}
	if v == nil || goja.IsUndefined(v) || goja.IsNull(v) {
		return nil
	}
	id := v.ToInteger()
	if t := l.firing; t != nil && t.byID && t.id == id {
		return t // not armed while its callback runs
	}
	return l.timers.byID[id]
}

// ClearTimer disarms t for good.
func (l *Loop) ClearTimer(t *Timer) {
	l.disarm(t)
	t.delay = -1
	if !t.done {
		l.ended(t.context)
	}
	t.done = true
	l.drop(&t.handle)
}

func (l *Loop) disarm(t *Timer) {
	if t.armed {
		list := l.timers.lists[t.delay]
		l.timers.remove(list, t)
		l.timers.dropEmpty(list)
	}
}

// Refresh begins t's delay again, also after it fired.
func (l *Loop) Refresh(t *Timer) {
	if t.delay < 0 {
		return
	}
	l.disarm(t)
	if t.done { // it begins a new life
		t.context = l.capture(kindTimeout, t.object())
	}
	if !t.held {
		t.cause.link, t.cause.place, t.held = l.holdCurrent(), l.caller.Place(), true
		if l.opts.Tracer != nil {
			l.traceStart(t.cause, turnTimer, KindNone, int64(t.delay))
		}
	}
	t.done = false
	l.timers.insert(t, l.Now())
}

// SetRef says whether t keeps the loop running.
func (l *Loop) SetRef(t *Timer, ref bool) {
	if t.unref != ref {
		return
	}
	t.unref = !ref
	switch {
	case !t.armed:
	case ref:
		l.timers.live++
	default:
		l.timers.live--
	}
}

// HasRef says whether t keeps the loop running while it is armed.
func (t *Timer) HasRef() bool { return !t.unref }

// TimerID returns t's primitive value: setTimeout's numbers in a browser.
func (l *Loop) TimerID(t *Timer) int64 {
	if !t.byID {
		t.byID = true
		if t.armed {
			l.timers.byID[t.id] = t
		}
	}
	return t.id
}

// beginTimers fixes which lists are due: those that are now. Time that the
// callbacks take makes no more of them due. Timers that are due within grace
// milliseconds run too.
func (l *Loop) beginTimers(grace int64) {
	if len(l.timers.heap) > 0 {
		l.timers.due, l.phase = l.Now()+grace, phaseTimers
	}
}

// runTimers runs all lists that are due, each completely before the next. One of
// them may have begun.
func (l *Loop) runTimers() {
	q := &l.timers
	for len(q.heap) > 0 || q.running != nil {
		if q.running == nil {
			if q.heap[0].expiry > q.due {
				return
			}
			q.running = q.heap[0]
		}
		list := q.running
		l.runList(list)
		q.running = nil
		q.dropEmpty(list)
	}
}

// runList runs the due timers of one list.
func (l *Loop) runList(list *timerList) {
	q := &l.timers
	for t := list.first(); t != nil; t = list.first() {
		if q.due-t.start < int64(list.delay) {
			q.numbers++
			list.expiry, list.number = max(t.start+int64(list.delay), q.due+1), q.numbers
			heap.Fix(&q.heap, list.index)
			return
		}
		q.remove(list, t)
		l.fire(t)
		l.between()
	}
}

// fire runs t's callback as a turn. An interval begins anew when the callback
// is done, counted from before it.
func (l *Loop) fire(t *Timer) {
	start := t.start
	if t.repeat {
		start = l.Now()
	}
	if t.repeat {
		l.lineage.hold(t.cause.link)
	} else {
		l.traceEnd(&t.cause, false)
	}
	t.done, t.held = !t.repeat, t.repeat
	l.beginTurnOf(turnTimer, &t.cause, KindNone, int64(t.delay))
	l.firing = t
	ok := l.enterIn(t.context, t.callback, t.object(), t.args()...)
	l.firing = nil
	if t.repeat && t.delay >= 0 && !t.armed {
		l.timers.insert(t, start)
		t.context = l.context // what a callback enters stays for the next one
	}
	if t.done && !t.repeat {
		l.ended(t.context)
	}
	l.endTurn(ok)
}
