package loop

import "container/heap"

// timerQueue holds the armed timers.
type timerQueue struct {
	heap    timerHeap
	lists   map[int32]*timerList
	due     int64      // until when timers are due in this round
	running *timerList // whose timers run, or nil
	spare   *timerList // an empty one, to be used again
	live    int        // armed and not unref'd
	numbers int64
	ids     int64
	byID    map[int64]*Timer // armed timers whose primitive value was asked for
}

func (q *timerQueue) init() {
	q.lists = map[int32]*timerList{}
	q.byID = map[int64]*Timer{}
}

// timerList holds the timers of one delay, first in, first out. A timer that is
// taken out of the midst leaves a hole. Timers know their places, which count
// on and may go round: the first in the slice has place base.
type timerList struct {
	timers []*Timer // nil: a hole, or before head
	head   int      // the first that is not done with
	holes  int      // behind head
	base   uint32
	delay  int32
	expiry int64
	number int64 // breaks ties: older lists first
	index  int   // in the heap
}

// first returns the timer that is due next, or nil.
func (l *timerList) first() *Timer {
	for ; l.head < len(l.timers); l.head++ {
		if t := l.timers[l.head]; t != nil {
			return t
		}
		l.holes--
	}
	l.base += uint32(l.head)
	l.timers, l.head = l.timers[:0], 0
	return nil
}

func (l *timerList) push(t *Timer) {
	if len(l.timers) == cap(l.timers) && l.head+l.holes >= len(l.timers)/2 {
		l.compact()
	}
	t.place = l.base + uint32(len(l.timers))
	l.timers = append(l.timers, t)
}

// remove takes t out.
func (l *timerList) remove(t *Timer) {
	i := int(t.place - l.base)
	l.timers[i] = nil
	if i == l.head {
		l.head++
	} else {
		l.holes++
	}
}

// compact makes room for as many timers as were taken out.
func (l *timerList) compact() {
	l.base += uint32(l.head)
	kept := l.timers[:0]
	for _, t := range l.timers[l.head:] {
		if t != nil {
			t.place = l.base + uint32(len(kept))
			kept = append(kept, t)
		}
	}
	clear(l.timers[len(kept):])
	l.timers, l.head, l.holes = kept, 0, 0
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
	t.start, t.armed = start, true
	list := q.lists[t.delay]
	if list == nil {
		list = q.newList(t.delay, start+int64(t.delay))
	}
	list.push(t)
	if !t.unref {
		q.live++
	}
	if t.byID {
		q.byID[t.id] = t
	}
}

func (q *timerQueue) newList(delay int32, expiry int64) *timerList {
	list := q.spare
	if q.spare = nil; list == nil {
		list = &timerList{}
	}
	q.numbers++
	list.delay, list.expiry, list.number = delay, expiry, q.numbers
	q.lists[delay] = list
	heap.Push(&q.heap, list)
	return list
}

// remove disarms t, a timer of list. An empty list stays until dropEmpty.
func (q *timerQueue) remove(list *timerList, t *Timer) {
	list.remove(t)
	t.armed = false
	if !t.unref {
		q.live--
	}
	if t.byID {
		delete(q.byID, t.id)
	}
}

// dropEmpty forgets list when no timer is left in it.
func (q *timerQueue) dropEmpty(list *timerList) {
	if q.lists[list.delay] == list && list.first() == nil {
		delete(q.lists, list.delay)
		heap.Remove(&q.heap, list.index)
		if list != q.running && cap(list.timers) <= spareTimers {
			q.spare = list
		}
	}
}

// spareTimers is the room in a list beyond which it is not kept for use by
// another delay.
const spareTimers = 1 << 10

// nextExpiry returns when the next timer is due; Forever when none is armed.
func (q *timerQueue) nextExpiry() int64 {
	if len(q.heap) == 0 {
		return Forever
	}
	return q.heap[0].expiry
}
