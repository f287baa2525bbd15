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
	start  int64 // loop clock when the delay began
	id     int64 // primitive value, counted from 1
	delay  int32 // milliseconds, at least 1; -1 when cleared
	repeat bool
	byID   bool // the primitive value was asked for

	list       *timerList
	prev, next *Timer
}

// asked is the delay before it was made whole, for people who look.
func (t *Timer) asked() float64 {
	if t.rest != nil && t.rest.asked != 0 && t.delay >= 0 {
		return t.rest.asked
	}
	return float64(t.delay)
}

// timerList is a ring of timers of one delay; head is its sentinel.
type timerList struct {
	delay  int32
	expiry int64
	number int64 // breaks ties: older lists first
	head   Timer
	index  int // in the heap
}

func (l *timerList) empty() bool { return l.head.next == &l.head }

// timerQueue holds the armed timers.
type timerQueue struct {
	heap    timerHeap
	lists   map[int32]*timerList
	live    int // armed and not unref'd
	numbers int64
	ids     int64
	byID    map[int64]*Timer // armed timers whose primitive value was asked for
}

func (q *timerQueue) init() {
	q.lists = map[int32]*timerList{}
	q.byID = map[int64]*Timer{}
}

// timerHeap orders lists by expiry.
type timerHeap []*timerList

func (h timerHeap) Len() int { return len(h) }
func (h timerHeap) Less(i, j int) bool {
	return h[i].expiry < h[j].expiry || h[i].expiry == h[j].expiry && h[i].number < h[j].number
}
func (h timerHeap) Swap(i, j int) {
	h[i], h[j] = h[j], h[i]
	h[i].index, h[j].index = i, j
}
func (h *timerHeap) Push(x any) {
	list := x.(*timerList)
	list.index = len(*h)
	*h = append(*h, list)
}
func (h *timerHeap) Pop() any {
	last := len(*h) - 1
	list := (*h)[last]
	(*h)[last] = nil
	*h = (*h)[:last]
	return list
}

// insert arms t: its delay begins at start.
func (q *timerQueue) insert(t *Timer, start int64) {
	t.start = start
	list := q.lists[t.delay]
	if list == nil {
		q.numbers++
		list = &timerList{delay: t.delay, expiry: start + int64(t.delay), number: q.numbers}
		list.head.prev, list.head.next = &list.head, &list.head
		q.lists[t.delay] = list
		heap.Push(&q.heap, list)
	}
	t.list, t.prev, t.next = list, list.head.prev, &list.head
	t.prev.next, t.next.prev = t, t
	if !t.unref {
		q.live++
	}
	if t.byID {
		q.byID[t.id] = t
	}
}

// remove disarms t. An empty list stays until dropEmpty.
func (q *timerQueue) remove(t *Timer) {
	t.prev.next, t.next.prev = t.next, t.prev
	t.list, t.prev, t.next = nil, nil, nil
	if !t.unref {
		q.live--
	}
	if t.byID {
		delete(q.byID, t.id)
	}
}

// dropEmpty forgets list when no timer is left in it.
func (q *timerQueue) dropEmpty(list *timerList) {
	if list.empty() && q.lists[list.delay] == list {
		delete(q.lists, list.delay)
		heap.Remove(&q.heap, list.index)
	}
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
	return l.timers.byID[v.ToInteger()]
}

// ClearTimer disarms t for good.
func (l *Loop) ClearTimer(t *Timer) {
	t.delay = -1
	if !t.done {
		l.ended(t.context)
	}
	t.done = true
	l.disarm(t)
	l.drop(&t.handle)
}

func (l *Loop) disarm(t *Timer) {
	if list := t.list; list != nil {
		l.timers.remove(t)
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
	case t.list == nil:
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
		if t.list != nil {
			l.timers.byID[t.id] = t
		}
	}
	return t.id
}

// nextExpiry returns when the next timer is due; Forever when none is armed.
func (q *timerQueue) nextExpiry() int64 {
	if len(q.heap) == 0 {
		return Forever
	}
	return q.heap[0].expiry
}

// runTimers runs all lists that are due when it begins, each completely before
// the next. Time that the callbacks take makes no more of them due. Timers that
// are due within grace milliseconds run too.
func (l *Loop) runTimers(grace int64) {
	q := &l.timers
	if len(q.heap) == 0 {
		return
	}
	now := l.Now() + grace
	for len(q.heap) > 0 {
		list := q.heap[0]
		if list.expiry > now {
			return
		}
		l.runList(list, now)
	}
}

// runList runs the due timers of one list.
func (l *Loop) runList(list *timerList, now int64) {
	q := &l.timers
	for !list.empty() {
		t := list.head.next
		if now-t.start < int64(list.delay) {
			q.numbers++
			list.expiry, list.number = max(t.start+int64(list.delay), now+1), q.numbers
			heap.Fix(&q.heap, list.index)
			return
		}
		q.remove(t)
		l.fire(t)
	}
	q.dropEmpty(list)
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
		l.traceEnd(t.cause, false)
	}
	t.done, t.held = !t.repeat, t.repeat
	l.beginTurn(&Turn{Kind: turnTimer, Cause: t.cause, Delay: int64(t.delay)})
	l.firing = t
	ok := l.enterIn(t.context, t.callback, t.object(), t.args()...)
	l.firing = nil
	if t.repeat && t.delay >= 0 && t.list == nil {
		l.timers.insert(t, start)
		t.context = l.context // what a callback enters stays for the next one
	}
	if t.done && !t.repeat {
		l.ended(t.context)
	}
	l.endTurn(ok)
}
