// Package heapsnap takes snapshots of a program while it goes on.
//
// A snapshot shows the program between two turns. It is taken in a phase: what
// cannot wait is written when the phase begins, and the rest just before something
// could change it, or when there is time. The package heap says why that is right.
package heapsnap

import (
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine/heap"
)

// Snapshot is a heap as it was between two turns.
type Snapshot struct {
	// Turn is the number of turns that were taken before.
	Turn uint64
	// Heap is what heap.Realm.Read reads, in pieces.
	Heap [][]byte
	// Stats say what it cost.
	Stats Stats
}

// Stats say what a phase cost the program.
type Stats struct {
	Objects  int           // written
	Longest  time.Duration // that the program waited at once
	InTouch  time.Duration // that entries waited, in all
	InIdle   time.Duration // that was taken while the program had nothing to do
	Touches  int           // entries that had to wait
	AtBegin  time.Duration
	Unwanted int // snapshots before this one that were replaced by a newer one before they were stored
}

// Store keeps snapshots. It is used on one goroutine, which is not the program's.
type Store interface {
	// Keep compresses and writes a snapshot.
	Keep(s Snapshot)
	// Failed is told that the program cannot be captured, or could not when turn
	// turns had been taken.
	Failed(turn uint64, err error)
}

// Phases takes the snapshots of a loop, one after the other. Its methods must be
// called on the loop's goroutine. Nothing that it does depends on the clock but
// the order of a snapshot's bytes, and nothing that it does changes the program.
type Phases struct {
	clock     func() time.Duration
	writer    *heap.Writer // nil between two phases
	turn      uint64
	stats     Stats
	explained bool
	shelf     shelf
}

// New returns phases whose snapshots go to store. clock returns the time since
// some moment.
func New(store Store, clock func() time.Duration) *Phases {
	return newPhases(store, clock, roomDefault)
}

func newPhases(store Store, clock func() time.Duration, room int) *Phases {
	return &Phases{clock: clock, shelf: newShelf(store, room)}
}

// Begin begins a phase between two turns: turn were taken. w is new, and was told
// of everything that belongs to the program. A phase that is not done is abandoned.
// The program may go on then, as long as Touch is called in time.
func (p *Phases) Begin(turn uint64, w *heap.Writer) {
	p.Abandon()
	start := p.clock()
	p.writer, p.turn, p.stats = w, turn, Stats{}
	w.OnReach(p.Touch)
	if err := w.Begin(); err != nil {
		p.fail(err)
		return
	}
	p.stats.AtBegin = p.clock() - start
	p.stats.Longest = p.stats.AtBegin
}

// Active says that a phase is not done.
func (p *Phases) Active() bool { return p.writer != nil }

// Touch is called before Go uses values of JavaScript that it kept, which may be
// nil: before it calls a function, with the function, the receiver and the
// arguments, and before a native returns a value that it did not just make.
func (p *Phases) Touch(values ...goja.Value) {
	if p.writer == nil || !p.writer.Reaches(values...) {
		return
	}
	start := p.clock()
	err := p.writer.Reach(values...)
	took := p.clock() - start
	p.stats.Touches++
	p.stats.InTouch += took
	p.stats.Longest = max(p.stats.Longest, took)
	if err != nil {
		p.fail(err)
	}
}

// sliceObjects is how many objects are written between two looks at the clock.
const sliceObjects = 32

// Idle gets ahead for about as long as budget. It reports whether there is
// something left to do; when there is not, the snapshot is on its way to the store.
func (p *Phases) Idle(budget time.Duration) (more bool) {
	if p.writer == nil {
		return false
	}
	start := p.clock()
	now := start
	for now-start < budget {
		done, err := p.writer.Idle(sliceObjects)
		before := now
		now = p.clock()
		p.stats.Longest = max(p.stats.Longest, now-before)
		if err != nil {
			p.fail(err)
			return false
		}
		if done {
			p.stats.InIdle += now - start
			p.Finish()
			return false
		}
	}
	p.stats.InIdle += now - start
	return true
}

// Finish writes what is left, if a phase is not done, and hands the snapshot to
// the store.
func (p *Phases) Finish() {
	if p.writer == nil {
		return
	}
	pieces, err := p.writer.FinishChunks()
	if err != nil {
		p.fail(err)
		return
	}
	p.stats.Objects = p.writer.Objects()
	p.Abandon()
	p.shelf.put(delivery{snapshot: Snapshot{Turn: p.turn, Heap: pieces, Stats: p.stats}})
}

// fail abandons the phase and tells the store why: the first time with the way to
// what cannot be captured, which takes as long as a snapshot.
func (p *Phases) fail(err error) {
	if !p.explained {
		p.explained = true
		err = p.writer.Explain(err)
	}
	p.Abandon()
	p.shelf.put(delivery{snapshot: Snapshot{Turn: p.turn}, err: err})
}

// Abandon gives the phase up that is not done, if there is one.
func (p *Phases) Abandon() {
	if p.writer != nil {
		p.writer.End()
		p.writer = nil
	}
}

// Close abandons the phase, and returns when everything was stored.
func (p *Phases) Close() {
	p.Abandon()
	p.shelf.close()
}
