package recordtest

import (
	"math/rand/v2"

	"github.com/jsrr/jsrr/loop"
)

// World is a tape whose answers are random.
type World struct {
	// Large is the length of the longest replies; default 100.
	Large  int
	random *rand.Rand
	now    int64 // nanoseconds
	offset int64 // wall minus loop clock, milliseconds
	begun  uint64
	open   []uint64 // ops not completed
	// replies are kept and given again now and then.
	replies [][]byte
	// Output is what was emitted.
	Output []byte
	Closed int
}

// NewWorld returns a world that is decided by seed.
func NewWorld(seed uint64) *World {
	return &World{random: rand.New(rand.NewPCG(seed, 2)), offset: 1_700_000_000_000}
}

// Clock implements loop.Tape.
func (w *World) Clock(c loop.Clock) int64 {
	switch w.random.Uint32N(20) {
	case 0, 1, 2:
		w.now += int64(w.random.Uint32N(3e6))
	case 3:
		w.now += int64(w.random.Uint32N(100e6))
	case 4:
		w.offset += int64(w.random.Uint32N(400_000)) - 200_000
	}
	switch c {
	case loop.ClockLoop:
		return w.now / 1e6
	case loop.ClockWall:
		return w.now/1e6 + w.offset
	}
	w.now += int64(w.random.Uint32N(1000))
	return w.now
}

// Ask implements loop.Tape.
func (w *World) Ask(loop.Request) loop.Reply {
	if w.random.Uint32N(5) == 0 {
		return loop.Reply{Errno: -int32(w.random.Uint32N(5000))}
	}
	return loop.Reply{Data: w.bytes()}
}

// bytes returns a random reply, which may be one that was given before.
func (w *World) bytes() []byte {
	if len(w.replies) > 0 && w.random.Uint32N(3) == 0 {
		return append([]byte(nil), w.replies[w.random.IntN(len(w.replies))]...)
	}
	limit := 100
	if w.Large > 0 && w.random.Uint32N(4) == 0 {
		limit = w.Large
	}
	b := make([]byte, w.random.IntN(limit))
	for i := range b {
		b[i] = byte(w.random.Uint32())
	}
	if len(w.replies) < 16 {
		w.replies = append(w.replies, b)
	} else {
		w.replies[w.random.IntN(16)] = b
	}
	return append([]byte(nil), b...)
}

// Start implements loop.Tape.
func (w *World) Start(loop.OpID, loop.Request) {
	w.begun++
	w.open = append(w.open, w.begun)
}

// Next implements loop.Tape.
func (w *World) Next(until int64, c *loop.Completion) bool {
	if len(w.open) == 0 || until != loop.Forever && w.random.Uint32N(3) == 0 {
		if now := w.now / 1e6; until > now && until != loop.Forever {
			w.now = (until + int64(w.random.Uint32N(2))) * 1e6
		}
		return false
	}
	i := w.random.IntN(len(w.open))
	*c = loop.Completion{Op: w.open[i], More: w.random.Uint32N(4) == 0}
	if !c.More {
		w.open = append(w.open[:i], w.open[i+1:]...)
	}
	c.Reply = w.Ask(loop.Request{})
	return true
}

// Emit implements loop.Tape.
func (w *World) Emit(e loop.Effect) { w.Output = append(w.Output, e.Data...) }

// Close implements loop.Tape.
func (w *World) Close(loop.End) error {
	w.Closed++
	return nil
}
