package heap

import (
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// A heap can be written while its program goes on: in a phase. It shows the heap
// as it was when the phase began, although most of it is written later. That is
// right if
//
//	what was not written yet did not change since the phase began,
//
// and this is what the order of writing is for. Before anything runs, it is told to
// Reach, which writes all that it can come to and change. So what runs changes only
// what was written, or what did not exist when the phase began. It cannot come to
// anything else: a thing that was not written is reached over other things that
// were not, which are as they were, from a root that nothing ran on.
//
// What is written is in units. A unit is a root with everything that it reaches
// and that was not written; it is written to its end before the next is begun, so
// between two units what was written leads to nothing that was not, but over what
// weak maps and private members keep; see pair. A root is an object that Go has and
// that nobody gets from it but by being entered; see Roots. Whatever else Go hands
// to the program came into being in the phase, or was reached by somebody before,
// and needs no writing.
//
// The first unit is what everybody can reach: the builtins, the global variables,
// what natives, and instructions of jsrr's, take from the state of the host (see
// State), and the promise jobs that wait, which the engine runs by itself.
//
// Go can change the state of the host at any time, and the structs of registered
// types to which it leads, over others of them if need be: Begin writes these at
// once. A struct to which only the heap leads is written with its unit: Go must
// change it only for somebody who has it.

// units is how far a Writer in a phase is.
type units struct {
	begun   bool
	first   uint32 // the number of the first in waiting
	waiting []node // roots, by number; those that are written have no codec
	next    int    // those before it are
	pulled  []pulled

	lazy    lazy
	sharing bool     // what is met before the phase begins belongs to the first unit
	shared  []uint32 // what does
	isOne   map[uint32]bool
}

// pulled is a root that is part of the unit in progress.
type pulled struct {
	node
	number uint32
}

// Begin begins a phase: what was written, and what Begin writes, refers to the
// roots. It must be called before anything changes; then the program may go on,
// if Reach is called in time.
func (w *Writer) Begin() error {
	w.units.begun = true
	w.phase = w
	w.drainHosts()
	w.begin(partPhase)
	u := &w.units
	u.first = w.nodes - uint32(w.queue.length)
	for w.queue.length > 0 {
		u.waiting = append(u.waiting, w.queue.take())
	}
	for _, number := range u.shared {
		if w.isWaiting(number) {
			w.pull(number)
		}
	}
	u.shared, u.isOne = nil, nil
	w.patches()
	w.globals()
	return w.err
}

// share has what is met while do runs belong to the first unit, or not.
func (w *Writer) share(shared bool, do func()) {
	before, around := w.nodes, w.units.sharing
	w.units.sharing = shared
	do()
	w.units.sharing = around
	for number := before; shared && number < w.nodes; number++ {
		w.units.share(number)
	}
}

func (u *units) share(number uint32) {
	if !u.isOne[number] {
		if u.isOne == nil {
			u.isOne = map[uint32]bool{}
		}
		u.isOne[number] = true
		u.shared = append(u.shared, number)
	}
}

// drainHosts writes the structs of the host that were reached, and takes them out
// of the queue: also the handlers of dynamic objects, which Go may change before it
// enters a program that has them. Those that natives can get at go first, since
// what they lead to is known by that.
func (w *Writer) drainHosts() {
	first := w.nodes - uint32(w.queue.length)
	for i := 0; i < len(w.units.shared); i++ {
		if number := w.units.shared[i]; number >= first {
			w.putHost(number, first, true)
		}
	}
	for i := 0; i < w.queue.length && w.err == nil; i++ {
		w.putHost(first+uint32(i), first, false)
	}
}

func (w *Writer) putHost(number, first uint32, shared bool) {
	at := w.queue.at(int(number - first))
	if n := *at; w.err == nil && n.codec != nil && w.hosts[n.codec.of] != nil {
		*at = node{}
		w.share(shared, func() { w.putUnit(pulled{n, number}) })
	}
}

// Reaches says that Reach has something to do.
func (w *Writer) Reaches(values ...goja.Value) bool {
	return w.units.begun && (w.inUnit() || slices.ContainsFunc(values, w.waits))
}

// waits says that a value is a root that is not written.
func (w *Writer) waits(v goja.Value) bool {
	slot := slotOf(v)
	if slot.Table != w.tables.object {
		return false
	}
	e := w.seen.find(slot.Data)
	return e != nil && w.isWaiting(e.number)
}

// Reach writes what values reach, before these are used. It does nothing outside
// a phase. An error has no way to what cannot be captured; Explain finds it.
func (w *Writer) Reach(values ...goja.Value) error {
	if !w.units.begun {
		return nil
	}
	for _, v := range values {
		w.pullIfWaiting(v)
	}
	w.drain(1 << 62)
	return w.err
}

// Idle goes on with the unit in progress, or begins the next: it writes at most
// limit objects. It reports whether nothing is left. An error is as with Reach.
func (w *Writer) Idle(limit int) (done bool, err error) {
	for limit > 0 && w.err == nil && (w.inUnit() || w.nextUnit()) {
		limit = w.drain(limit)
	}
	if w.err != nil {
		return false, w.err
	}
	return !w.inUnit() && w.units.next == len(w.units.waiting) && w.units.lazy.next == len(w.units.lazy.waiting), nil
}

// inUnit says that a unit is not finished.
func (w *Writer) inUnit() bool {
	return w.queue.length > 0 || len(w.rests) > 0 || len(w.pairs) > 0 || len(w.units.pulled) > 0
}

// End says that the phase is over, or given up.
func (w *Writer) End() {
	if w.phase == w {
		w.phase = nil
	}
}

// nextUnit begins a unit with the next root; false when there is none.
func (w *Writer) nextUnit() bool {
	u := &w.units
	for ; u.next < len(u.waiting); u.next++ {
		if u.waiting[u.next].codec != nil {
			w.pull(u.first + uint32(u.next))
			u.next++
			return true
		}
	}
	for l := &u.lazy; l.next < len(l.waiting); {
		l.next++
		if p := l.waiting[l.next-1]; l.has(p.number) {
			w.pull(p.number)
			return true
		}
	}
	return false
}

// isWaiting says that a node is a root that is not written, or waits in a
// collection.
func (w *Writer) isWaiting(number uint32) bool {
	i := number - w.units.first
	return i < uint32(len(w.units.waiting)) && w.units.waiting[i].codec != nil || w.units.lazy.isOne != nil && w.units.lazy.has(number)
}

// pull makes a root that waits a part of the unit in progress.
func (w *Writer) pull(number uint32) {
	var n node
	if i := number - w.units.first; i < uint32(len(w.units.waiting)) {
		n, w.units.waiting[i] = w.units.waiting[i], node{}
	} else {
		n = w.units.lazy.take(number)
	}
	w.units.pulled = append(w.units.pulled, pulled{n, number})
	if len(w.pending) > 0 {
		w.arrived(w.keyOf(n))
	}
}

// keyOf returns by what pointer a node is known.
func (w *Writer) keyOf(n node) unsafe.Pointer {
	if h := w.hosts[n.codec.of]; h != nil && h.dynamic != nil {
		return unsafe.Pointer(h.dynamic(n.p).Object())
	}
	if n.codec.object {
		return *layout.At[unsafe.Pointer](n.p, w.base.value)
	}
	return n.p
}

// putPulled writes the root that became a part of the unit last.
func (w *Writer) putPulled() {
	last := len(w.units.pulled) - 1
	p := w.units.pulled[last]
	w.units.pulled[last] = pulled{}
	w.units.pulled = w.units.pulled[:last]
	w.putUnit(p)
}

func (w *Writer) putUnit(p pulled) {
	w.begin(partUnit)
	w.uint(uint64(p.number))
	w.write(p.node)
}

// readUnits is how far a Reader is with what was written in a phase.
type readUnits struct {
	seen   bool // partPhase
	first  int  // of the nodes that have units of their own; they end before last
	last   int
	filled map[int]bool
	lazy   map[int]bool // other nodes that have units of their own
}

// phase reads the end of what was written at once: the nodes that are there now,
// and were not filled, come in units.
func (r *Reader) phase() {
	u := &r.units
	if u.seen {
		r.fail("a phase begins twice")
	}
	u.seen, u.first, u.last = true, r.next, len(r.nodes)
	r.next = u.last
}

// unit fills a node out of order.
func (r *Reader) unit() {
	u, n := &r.units, r.uint()
	due := !u.seen && int(n) >= r.next || u.seen && int(n) >= u.first && int(n) < u.last || u.lazy[int(n)]
	if n >= uint64(len(r.nodes)) || !due || u.filled[int(n)] {
		r.fail("the content of nothing")
		return
	}
	if u.filled == nil {
		u.filled = map[int]bool{}
	}
	u.filled[int(n)] = true
	r.fill(r.nodes[n])
}

// missing says that not all units were read.
func (u *readUnits) missing() bool { return len(u.filled) != u.last-u.first+len(u.lazy) }
