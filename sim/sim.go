package sim

import (
	"math/bits"
	"slices"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// Options configure a simulation.
type Options struct {
	// Seed decides every choice.
	Seed uint64
	// Do performs a request; it may have effects on a real world.
	Do func(loop.Request) loop.Reply
	// Output receives console output; nil discards it.
	Output func(loop.Effect)
	// LatencyMax is the longest time an op takes, in virtual milliseconds.
	// 0 means 5; negative means that every op is ready at once, in the order
	// of the starts.
	LatencyMax int64
	// Epoch is the wall clock when the program began, in milliseconds since 1970.
	Epoch int64
	// Clock is how long the program has run before.
	Clock time.Duration
	// Fault, when not nil, may turn the reply of a started op into an error:
	// it gets a random number and returns a negative error number, or 0.
	Fault func(r loop.Request, random uint64) int32
}

// Tape is the tape of a simulation.
type Tape struct {
	opts    Options
	random  uint64 // state of splitmix64
	now     int64  // virtual milliseconds since the start
	fine    int64  // nanoseconds added by reads within now
	reads   int    // clock reads since the clock moved
	started uint64
	pending []*op // in the order of start
	batch   int   // completions that may still be delivered before the next poll
}

// op is one that was started and not delivered.
type op struct {
	number  uint64
	request loop.Request
	actsAt  int64 // when it acts on the world
	readyAt int64 // when it completes
	acted   bool
	reply   loop.Reply
}

// readsPerMilli is how often a program may read an unchanged clock before it
// moves: a loop that waits for time to pass must not wait for ever.
const readsPerMilli = 100

// New returns a simulated tape.
func New(o Options) *Tape {
	if o.LatencyMax == 0 {
		o.LatencyMax = 5
	}
	t := &Tape{opts: o, random: o.Seed}
	if o.Clock > 0 {
		t.now = o.Clock.Milliseconds() + 1
	}
	return t
}

// next returns a random number: splitmix64 (Steele, Lea, Flood, 2014).
func (t *Tape) next() uint64 {
	t.random += 0x9e3779b97f4a7c15
	z := t.random
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// below returns a random number in [0, n).
func (t *Tape) below(n int64) int64 {
	high, _ := bits.Mul64(t.next(), uint64(n))
	return int64(high)
}

// Clock implements loop.Tape.
func (t *Tape) Clock(c loop.Clock) int64 {
	if c == loop.ClockLoop {
		return t.now
	}
	if t.reads++; t.reads >= readsPerMilli {
		t.advance(t.now + 1)
	}
	if c == loop.ClockWall {
		return t.opts.Epoch + t.now
	}
	t.fine += 1000
	return t.now*1e6 + t.fine
}

func (t *Tape) advance(now int64) {
	t.now, t.fine, t.reads = now, 0, 0
}

// Ask implements loop.Tape.
func (t *Tape) Ask(r loop.Request) loop.Reply {
	if r.Kind == loop.KindSleep {
		return t.sleep(r)
	}
	t.act()
	return t.do(r)
}

// sleep moves the clock past the time that the program sleeps.
func (t *Tape) sleep(r loop.Request) loop.Reply {
	args := loop.Decode(r.Args)
	t.advance(t.now + int64(min(args.Uint(), sleepMax)))
	t.act()
	return loop.Reply{}
}

// sleepMax is the longest sleep, in milliseconds: the clock must not overflow.
const sleepMax = 1 << 52

// Start implements loop.Tape.
func (t *Tape) Start(_ loop.OpID, r loop.Request) {
	t.started++
	o := &op{number: t.started, request: r, actsAt: t.now, readyAt: t.now}
	if latency := t.opts.LatencyMax; latency > 0 {
		o.readyAt += t.below(latency + 1)
		o.actsAt += t.below(o.readyAt - t.now + 1)
	}
	t.pending = append(t.pending, o)
}

// Next implements loop.Tape.
func (t *Tape) Next(until int64, c *loop.Completion) bool {
	if until == loop.Drain {
		if t.batch == 0 {
			return false
		}
		t.batch--
		return t.deliver(c)
	}
	if len(t.ready()) == 0 && until > t.now {
		t.jump(until)
	}
	ready := len(t.ready())
	if ready == 0 {
		return false
	}
	t.batch = int(t.below(int64(ready)))
	if t.opts.LatencyMax < 0 {
		t.batch = ready - 1
	}
	return t.deliver(c)
}

// jump moves the clock to the next completion, at most to until.
func (t *Tape) jump(until int64) {
	for _, o := range t.pending {
		until = min(until, o.readyAt)
	}
	if until != loop.Forever && until > t.now {
		t.advance(until)
	}
}

// ready returns the indexes of the ops that are complete.
func (t *Tape) ready() []int {
	var ready []int
	for i, o := range t.pending {
		if o.readyAt <= t.now {
			ready = append(ready, i)
		}
	}
	return ready
}

// deliver completes one of the ready ops.
func (t *Tape) deliver(c *loop.Completion) bool {
	ready := t.ready()
	if len(ready) == 0 {
		return false
	}
	chosen := ready[0]
	if t.opts.LatencyMax > 0 {
		chosen = ready[t.below(int64(len(ready)))]
	}
	t.act()
	o := t.pending[chosen]
	t.pending = slices.Delete(t.pending, chosen, chosen+1)
	*c = loop.Completion{Op: o.number, Reply: o.reply}
	return true
}

// act lets every op whose moment has come act on the world, in the order of
// these moments.
func (t *Tape) act() {
	var due []*op
	for _, o := range t.pending {
		if !o.acted && o.actsAt <= t.now {
			due = append(due, o)
		}
	}
	slices.SortStableFunc(due, func(a, b *op) int { return int(a.actsAt - b.actsAt) })
	for _, o := range due {
		o.acted = true
		if t.opts.Fault != nil {
			if errno := t.opts.Fault(o.request, t.next()); errno != 0 {
				o.reply = loop.Reply{Errno: errno}
				continue
			}
		}
		o.reply = t.do(o.request)
	}
}

// Emit implements loop.Tape.
func (t *Tape) Emit(e loop.Effect) {
	if t.opts.Output != nil {
		t.opts.Output(e)
	}
}

// Close implements loop.Tape.
func (t *Tape) Close(loop.End) error { return nil }
