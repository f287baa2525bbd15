package jsrr

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/replay"
)

// seenTurn is a turn of a replay with what the program got and gave in it.
type seenTurn struct {
	Turn
	// answers is a digest of what came from outside: the completion that began
	// the turn, and answers to questions. What differs between any two runs
	// does not count: clocks, random numbers, process ids, times of files.
	answers digest
	// first are the first of these answers.
	first []answer
	// output is a digest of the console output, text the head of it.
	output digest
	text   []byte
	// loop is where the turn has just ended.
	loop *loop.Loop
}

// answer is what came from outside at once.
type answer struct {
	kind   loop.Kind
	errno  int32
	length int
	digest digest
}

// A seenTurn keeps so many answers, and bytes of output.
const (
	seenAnswersMax = 256
	seenTextMax    = 400
)

// answer returns the i-th answer, the zero one when there is none.
func (s *seenTurn) answer(i int) answer {
	if i < len(s.first) {
		return s.first[i]
	}
	return answer{}
}

// String describes the answer: "fs.readFile, 120 bytes".
func (a answer) String() string {
	switch {
	case a == answer{}:
		return "none"
	case a.errno != 0:
		return fmt.Sprintf("%s, error %d", a.kind, a.errno)
	}
	return fmt.Sprintf("%s, %d bytes", a.kind, a.length)
}

// digest is FNV-1a.
type digest uint64

const (
	digestSeed  digest = 14695981039346656037
	digestPrime digest = 1099511628211
)

func (d *digest) bytes(b []byte) {
	h := *d
	for _, c := range b {
		h = (h ^ digest(c)) * digestPrime
	}
	*d = (h ^ 0x100) * digestPrime // between pieces
}

func (d *digest) number(n uint64) {
	h := *d
	for ; n > 0; n >>= 8 {
		h = (h ^ digest(n&0xff)) * digestPrime
	}
	*d = (h ^ 0x101) * digestPrime
}

// errEnough ends a replay of which nobody wants to see more.
var errEnough = errors.New("enough was seen")

// replayed is a replay that is taken turn by turn.
type replayed struct {
	next   func() (seenTurn, bool)
	stop   func()
	result ReplayResult
	err    error
}

// seenTurns replays r silently, turn by turn.
func (r *Recording) seenTurns(ctx context.Context) *replayed {
	p := &replayed{}
	p.next, p.stop = iter.Pull(func(yield func(seenTurn) bool) { p.result, p.err = r.witness(ctx, yield) })
	return p
}

// witness replays r silently and hands each turn to yield when it has ended,
// until that returns false.
func (r *Recording) witness(ctx context.Context, yield func(seenTurn) bool) (ReplayResult, error) {
	w := &witness{yield: yield}
	o := ReplayOptions{Stdout: io.Discard, Stderr: io.Discard, Observer: w, wrap: w.wrap}
	result, err := r.replay(ctx, o, func(tape *replay.Tape, l *loop.Loop) { w.loop, w.now = l, tape.Now })
	w.finish()
	if errors.Is(err, errEnough) {
		err = nil
	}
	return result, err
}

// witness sees the turns of a replay, and what its tape answers. It implements
// loop.Observer, and loop.Tape around another.
type witness struct {
	loop.Tape
	yield   func(seenTurn) bool
	loop    *loop.Loop
	now     func() int64
	current seenTurn
	open    bool // current was not yielded
	ended   bool // nobody wants to see more
	arrived answer
}

func (w *witness) wrap(tape loop.Tape) loop.Tape {
	w.Tape = tape
	return w
}

// Next implements loop.Tape. What it returns belongs to the turn that follows.
func (w *witness) Next(until int64, c *loop.Completion) bool {
	ok := w.Tape.Next(until, c)
	if ok {
		w.arrived = answerOf(loop.KindNone, c.Reply)
	}
	return ok
}

// Ask implements loop.Tape.
func (w *witness) Ask(r loop.Request) loop.Reply {
	reply := w.Tape.Ask(r)
	w.answer(answerOf(r.Kind, reply))
	return reply
}

func answerOf(kind loop.Kind, r loop.Reply) answer {
	a := answer{kind: kind, errno: r.Errno, length: len(r.Data), digest: digestSeed}
	a.digest.number(uint64(kind))
	a.digest.number(uint64(uint32(r.Errno)))
	a.digest.bytes(r.Data)
	return a
}

// answer notes something that the program learnt in the current turn.
func (w *witness) answer(a answer) {
	if volatile(a.kind) {
		return
	}
	w.current.answers.number(uint64(a.digest))
	if len(w.current.first) < seenAnswersMax {
		w.current.first = append(w.current.first, a)
	}
}

// Emit implements loop.Tape.
func (w *witness) Emit(e loop.Effect) {
	w.Tape.Emit(e)
	w.current.output.number(uint64(e.FD))
	w.current.output.bytes(e.Data)
	if room := seenTextMax - len(w.current.text); room > 0 {
		w.current.text = append(w.current.text, e.Data[:min(room, len(e.Data))]...)
	}
}

// volatile says that the answers to a kind of request differ in any two runs.
func volatile(k loop.Kind) bool {
	switch k {
	case loop.KindProcessInfo, loop.KindSeed, loop.KindRandom, loop.KindProcessUsage, loop.KindOSInfo,
		loop.KindFSMkdtemp, loop.KindFSStat, loop.KindFSLstat, loop.KindFSFstat, loop.KindFSStatfs:
		return true
	}
	return false
}

// BeginTurn implements loop.Observer.
func (w *witness) BeginTurn(t *loop.Turn) {
	w.open = true
	w.current = seenTurn{
		Turn: turnOf(w.loop.Placed(*t)), answers: digestSeed, first: w.current.first[:0],
		output: digestSeed, text: w.current.text[:0], loop: w.loop,
	}
	w.current.TimeMs = w.now()
	if t.Request != loop.KindNone {
		w.arrived.kind = t.Request
		w.answer(w.arrived)
	}
}

// EndTurn implements loop.EndObserver.
func (w *witness) EndTurn(_ *loop.Turn, jobs uint64) {
	w.hand(jobs)
	if w.ended {
		w.loop.Fail(errEnough)
	}
}

func (w *witness) hand(jobs uint64) {
	w.open = false
	w.current.Jobs = jobs
	w.ended = w.ended || !w.yield(w.current)
}

// finish hands over the turn in which the program exited.
func (w *witness) finish() {
	if w.open && !w.ended {
		w.hand(w.loop.CurrentJob())
	}
}
