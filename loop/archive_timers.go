package loop

import (
	"cmp"
	"container/heap"
	"slices"

	archive "github.com/jsrr/jsrr/internal/engine/heap"
)

// archiveHandle: what timers and immediates have in common.
func (l *Loop) archiveHandle(a *archive.Archive, h *handle) {
	a.Name("callback")
	a.Function(&h.callback)
	a.Bool(&h.done)
	a.Bool(&h.held)
	a.Bool(&h.unref)
	l.archiveCause(a, &h.cause, h.held)
	a.Name("context")
	archive.Ref(a, &h.context)
	more := h.rest != nil
	if a.Bool(&more); !more {
		return
	}
	rest := h.more()
	a.Name("arguments")
	a.Values(&rest.args)
	archive.Slice(a, &rest.extra, func(p *property) {
		archive.Text(a, &p.name)
		a.Name(p.name)
		a.Value(&p.value)
	})
	a.Float(&rest.asked)
}

func (l *Loop) archiveImmediate(a *archive.Archive, i *Immediate) { l.archiveHandle(a, &i.handle) }

func (l *Loop) archiveTimer(a *archive.Archive, t *Timer) {
	l.archiveHandle(a, &t.handle)
	archive.Number(a, &t.start)
	archive.Number(a, &t.id)
	archive.Number(a, &t.delay)
	a.Bool(&t.repeat)
	a.Bool(&t.byID)
	if a.Reading() && t.armed && !a.Failed() {
		if list := l.timers.lists[t.delay]; list == nil || !list.has(t) {
			a.Fail("a timer of %d ms is in another list", t.delay)
		}
		if t.byID {
			l.timers.byID[t.id] = t
		}
	}
}

// has says whether t, which is in some list, is in this one.
func (l *timerList) has(t *Timer) bool {
	i := int(t.place - l.base)
	return i < len(l.timers) && l.timers[i] == t
}

// archiveTimers: the armed timers by their lists. Where they stand in these, and
// whether they are armed, follows from that.
func (l *Loop) archiveTimers(a *archive.Archive) {
	q := &l.timers
	archive.Number(a, &q.due)
	archive.Number(a, &q.live)
	archive.Number(a, &q.numbers)
	archive.Number(a, &q.ids)
	lists := slices.SortedFunc(slices.Values(q.heap), func(x, y *timerList) int {
		return cmp.Or(cmp.Compare(x.expiry, y.expiry), cmp.Compare(x.number, y.number))
	})
	archive.Slice(a, &lists, func(list **timerList) {
		if a.Reading() {
			*list = &timerList{}
		}
		l.archiveList(a, *list)
	})
	if a.Reading() {
		q.heap = lists
		for i, list := range lists {
			list.index = i
		}
		heap.Init(&q.heap)
	}
}

func (l *Loop) archiveList(a *archive.Archive, list *timerList) {
	q := &l.timers
	archive.Number(a, &list.delay)
	archive.Number(a, &list.expiry)
	archive.Number(a, &list.number)
	running := q.running == list
	a.Bool(&running)
	var armed []*Timer
	if !a.Reading() {
		armed = slices.DeleteFunc(slices.Clone(list.timers[list.head:]), func(t *Timer) bool { return t == nil })
	}
	references(a, &armed)
	if !a.Reading() || a.Failed() {
		return
	}
	if q.lists[list.delay] != nil || running && q.running != nil {
		a.Fail("there are two lists for timers of %d ms", list.delay)
	}
	q.lists[list.delay] = list
	if running {
		q.running = list
	}
	for _, t := range armed {
		if t.armed {
			a.Fail("a timer is armed twice")
		}
		t.armed = true
		list.push(t)
	}
}

// archiveImmediates: those that wait, and what is left of the batch that runs.
func (l *Loop) archiveImmediates(a *archive.Archive) {
	q := &l.immediates
	references(a, &q.waiting)
	left := q.running
	if !a.Reading() {
		left = slices.DeleteFunc(slices.Clone(left), func(i *Immediate) bool { return i == nil })
	}
	references(a, &left)
	if a.Reading() {
		q.running = left
	}
	archive.Number(a, &q.live)
	a.Bool(&q.wake)
	a.Bool(&q.failed)
}
