package live

import (
	"encoding/binary"
	"math"
	"sync"
	"sync/atomic"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// Tape is the tape of a plain run: it asks the world.
type Tape struct {
	world      *World
	epoch      time.Time
	wallOffset int64 // wall clock minus loop clock, milliseconds
	started    uint64
	queue      queue
	batch      []loop.Completion
	woken      atomic.Bool
	interrupt  sync.Once
	// interrupted is closed when the run was interrupted.
	interrupted chan struct{}
	pool        *pool
	idle        func() (more bool) // see SetIdle; may be nil
}

// NewTape returns a tape on world whose clocks start now.
func NewTape(world *World) *Tape { return NewTapeAt(world, 0) }

// NewTapeAt returns a tape on world whose program began before: by as much as clock.
func NewTapeAt(world *World, clock time.Duration) *Tape {
	t := &Tape{world: world, epoch: time.Now().Add(-clock), pool: newPool(poolSize(world.env)), interrupted: make(chan struct{})}
	t.wallOffset = t.epoch.UnixMilli()
	t.queue.init()
	return t
}

// Clock implements loop.Tape.
func (t *Tape) Clock(c loop.Clock) int64 {
	switch c {
	case loop.ClockLoop:
		return time.Since(t.epoch).Milliseconds()
	case loop.ClockFine:
		return time.Since(t.epoch).Nanoseconds()
	}
	return t.wallClock()
}

// wallClock returns the wall clock in step with the loop clock: both change
// their millisecond at the same instant, unless the wall clock was set.
func (t *Tape) wallClock() int64 {
	now := time.Now()
	inStep := t.wallOffset + now.Sub(t.epoch).Milliseconds()
	if drift := now.UnixMilli() - inStep; drift < -1 || drift > 1 {
		t.wallOffset += drift
		inStep += drift
	}
	return inStep
}

// Ask implements loop.Tape.
func (t *Tape) Ask(r loop.Request) loop.Reply {
	switch r.Kind {
	case loop.KindSeed:
		return loop.Reply{Data: binary.LittleEndian.AppendUint64(nil, uint64(time.Now().UnixNano()))}
	case loop.KindSleep:
		return t.sleep(r)
	}
	return t.world.Do(r)
}

// sleep blocks until the time has passed or the run was interrupted. What
// completes meanwhile waits.
func (t *Tape) sleep(r loop.Request) loop.Reply {
	args := loop.Decode(r.Args)
	timer := time.NewTimer(time.Duration(min(args.Uint(), uint64(math.MaxInt64/time.Millisecond))) * time.Millisecond)
	defer timer.Stop()
	select {
	case <-timer.C:
	case <-t.interrupted:
	}
	return loop.Reply{}
}

// Start implements loop.Tape.
func (t *Tape) Start(_ loop.OpID, r loop.Request) {
	t.started++
	number := t.started
	if stream := streams[r.Kind]; stream != nil {
		stream(t.world, r, func(reply loop.Reply, more bool) {
			t.queue.put(loop.Completion{Op: number, More: more, Reply: reply})
		})
		return
	}
	job := func() { t.queue.put(loop.Completion{Op: number, Reply: t.world.Do(r)}) }
	if t.world.mayBlock(r) {
		go job()
		return
	}
	t.pool.submit(job)
}

// Next implements loop.Tape.
func (t *Tape) Next(until int64, c *loop.Completion) bool {
	if len(t.batch) == 0 && until != loop.Drain {
		t.batch = t.queue.take(t.batch[:0])
		for len(t.batch) == 0 && t.wait(until) && !t.woken.Load() {
			t.batch = t.queue.take(t.batch[:0])
		}
	}
	if len(t.batch) == 0 {
		return false
	}
	*c = t.batch[0]
	t.batch = t.batch[1:]
	return true
}

// SetIdle has idle called while the loop has nothing to do, as long as it reports
// that there is more. It is called on the loop's goroutine, and what completes
// meanwhile waits until it returns. It must not touch the program.
func (t *Tape) SetIdle(idle func() (more bool)) { t.idle = idle }

// wait blocks until something is queued (true) or the loop clock has reached
// until (false).
func (t *Tape) wait(until int64) bool {
	for due := func() bool { return until != loop.Forever && t.Clock(loop.ClockLoop) >= until }; t.idle != nil && !due() && t.idle(); {
		select {
		case <-t.queue.ready:
			return true
		default:
		}
	}
	if until == loop.Forever {
		<-t.queue.ready
		return true
	}
	delay := time.Duration(until)*time.Millisecond - time.Since(t.epoch)
	if delay <= 0 {
		return false
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-t.queue.ready:
		return true
	case <-timer.C:
		return false
	}
}

// Wake ends all waiting for good: the run was interrupted. Any goroutine may
// call it.
func (t *Tape) Wake() {
	t.woken.Store(true)
	t.interrupt.Do(func() { close(t.interrupted) })
	t.queue.wake()
}

// Emit implements loop.Tape.
func (t *Tape) Emit(e loop.Effect) { t.world.Emit(e) }

// Close implements loop.Tape.
func (t *Tape) Close(loop.End) error {
	t.pool.close()
	t.world.Close()
	return nil
}

// stream is a request that may complete many times.
type stream func(w *World, r loop.Request, deliver func(reply loop.Reply, more bool))

// streams is the table of requests with more than one completion. A stream
// must not block; it starts its own goroutine.
var streams = map[loop.Kind]stream{loop.KindFSChanges: fsChanges, loop.KindSignal: watchSignal, loop.KindTestFile: testFile}
