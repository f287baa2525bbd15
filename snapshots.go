package jsrr

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/heapsnap"
	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// capturer takes snapshots of a program.
type capturer interface {
	loop.Capturer
	// begin is called before the first turn.
	begin(h *hostapi.Host)
}

// snapshot is a program between two turns.
type snapshot struct {
	// position is where its recording stands.
	position record.Position
	heap     []byte
}

// idleSlice is how long a program that has nothing to do may be kept from what
// comes meanwhile.
const idleSlice = 200 * time.Microsecond

// taker takes snapshots of a program that is being recorded, as a plan says. It
// implements loop.Capturer and loop.Capture; its methods are called on the loop's
// goroutine.
type taker struct {
	plan   SnapshotPlan
	asked  *Snapshotter
	tape   *record.Tape
	host   *hostapi.Host
	loop   *loop.Loop
	phases *heapsnap.Phases
	store  *snapshotFiles

	nextTurn  uint64
	nextBytes uint64
	elapsed   atomic.Bool // the plan's interval
	waited    bool        // since goOn was asked last
	stop      func()
}

func newTaker(o *RecordOptions, tape *record.Tape) *taker {
	t := &taker{plan: o.snapshotPlan(), asked: o.Snapshotter, tape: tape, stop: func() {}}
	tape.BeforeClose(t.end)
	t.store = &snapshotFiles{tape: tape, warn: o.WarnSnapshot}
	began := time.Now()
	t.phases = heapsnap.New(snapshotStore{t.store}, func() time.Duration { return time.Since(began) })
	t.nextTurn, t.nextBytes = t.plan.Turns, uint64(t.plan.Bytes)
	if t.plan.Interval > 0 {
		ticker := time.NewTicker(t.plan.Interval)
		done := make(chan struct{})
		go func() {
			for {
				select {
				case <-ticker.C:
					t.elapsed.Store(true)
				case <-done:
					return
				}
			}
		}()
		t.stop = sync.OnceFunc(func() { ticker.Stop(); close(done) })
	}
	return t
}

func (t *taker) begin(h *hostapi.Host) { t.host = h }

// end is called when the program is over.
func (t *taker) end() {
	t.stop()
	t.phases.Close()
}

// Between implements loop.Capturer.
func (t *taker) Between(l *loop.Loop) {
	turn := l.CurrentTurn().Number + 1
	if !t.due(turn) {
		return
	}
	if t.phases.Active() && t.goOn() {
		return // that one first; this is asked again after the next turn
	}
	t.began(turn)
	position, err := t.tape.Mark(turn)
	if err != nil {
		return // recording has stopped, which was told
	}
	t.store.mark(position)
	w := t.host.NewWriter()
	t.host.Capture(w)
	t.phases.Begin(turn, w)
	if l.JobsWait() {
		t.phases.Finish()
	}
	if t.phases.Active() {
		t.loop = l
		l.SetCapture(t)
	}
}

// goOn gets ahead with the phase that is under way, and reports whether there is more
// to do. A program that waits now and then gives it time enough, and is not kept from
// its turns.
func (t *taker) goOn() (more bool) {
	if t.waited {
		t.waited = false
		return true
	}
	return t.phases.Idle(idleSlice)
}

// due says whether a snapshot is to be taken before a turn.
func (t *taker) due(turn uint64) bool {
	switch {
	case t.plan.Turns > 0 && turn >= t.nextTurn:
	case t.plan.Bytes > 0 && t.tape.Written() >= t.nextBytes:
	case t.elapsed.Load():
	default:
		return t.asked.wanted()
	}
	return true
}

// began makes the limits count from now.
func (t *taker) began(turn uint64) {
	t.nextTurn = turn + t.plan.Turns
	t.nextBytes = t.tape.Written() + uint64(t.plan.Bytes)
	t.elapsed.Store(false)
	t.asked.begun()
}

// Entering implements loop.Capture.
func (t *taker) Entering(c *loop.Context, f loop.Function, this goja.Value, args []goja.Value) {
	if c != nil {
		t.touch(c.Frame)
		t.touch(c.Resource)
	}
	t.touch(f.Object())
	t.phases.Touch(this)
	t.phases.Touch(args...)
	t.over()
}

func (t *taker) touch(o *goja.Object) {
	if o != nil {
		t.phases.Touch(o)
	}
}

// Waiting implements loop.Capture.
func (t *taker) Waiting(int64) { t.idle() }

// idle gets ahead for a slice of time. It reports whether there is more to do.
func (t *taker) idle() (more bool) {
	if !t.phases.Active() {
		return false
	}
	t.waited = true
	more = t.phases.Idle(idleSlice)
	t.over()
	return more
}

// over ends the capture when the phase is done.
func (t *taker) over() {
	if !t.phases.Active() {
		t.loop.SetCapture(nil)
	}
}
