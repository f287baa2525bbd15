// Package recordtest has what tests of recordings need: a program that makes
// random calls on a tape and does what the answers say, and a world whose
// answers are random.
//
//	world := recordtest.NewWorld(seed)
//	transcript := recordtest.Program{Seed: seed, Slots: 1000}.Run(tape)
package recordtest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math/rand/v2"

	"github.com/jsrr/jsrr/loop"
)

// Program is a pure function of its tape: a random program whose every choice
// depends on all the answers before it.
type Program struct {
	Seed  uint64
	Slots int // calls on the tape before its end
	// OutputMax bounds the length of one output; default 100.
	OutputMax int
	// After, when not nil, is called after every slot with its number.
	After func(slot int)
	// Before, when not nil, is called before every slot, with where the
	// program is.
	Before func(at State)
}

// State is where a program is between two slots: it can go on from there.
type State struct {
	// Turn is the number of the turn that comes next.
	Turn uint64
	// Slots, Answers and Output are how much the transcript has by then.
	Slots, Answers, Output int

	choices rand.PCG
	started uint64
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (s *State) MarshalBinary() ([]byte, error) {
	choices, err := s.choices.MarshalBinary()
	b := binary.LittleEndian.AppendUint64(nil, s.Turn)
	for _, n := range []int{s.Slots, s.Answers, s.Output, int(s.started)} {
		b = binary.LittleEndian.AppendUint64(b, uint64(n))
	}
	return append(b, choices...), err
}

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (s *State) UnmarshalBinary(b []byte) error {
	if len(b) < 40 {
		return errors.New("no state of a program")
	}
	s.Turn, s.started = binary.LittleEndian.Uint64(b), binary.LittleEndian.Uint64(b[32:])
	for i, n := range []*int{&s.Slots, &s.Answers, &s.Output} {
		*n = int(binary.LittleEndian.Uint64(b[8+8*i:]))
	}
	return s.choices.UnmarshalBinary(b[40:])
}

// Transcript is what a program saw and said, for comparison.
type Transcript struct {
	Answers []string
	Output  []byte
	End     loop.End
	Slots   int
}

// run is one execution.
type run struct {
	Program
	tape       loop.Tape
	observer   loop.Observer // the tape, when it is one
	choices    *rand.PCG
	random     *rand.Rand
	transcript Transcript
	started    uint64
	turn       uint64 // that comes next
	slots      int    // before the transcript
}

// Run executes the program on tape and closes it. A tape may panic to stop the
// program; the transcript so far is in into, which may be nil.
func (p Program) Run(tape loop.Tape, into *Transcript) (*Transcript, error) {
	return p.Resume(State{choices: *rand.NewPCG(p.Seed, 1)}, tape, into)
}

// Resume goes on with the program where it was, like Run.
func (p Program) Resume(at State, tape loop.Tape, into *Transcript) (*Transcript, error) {
	if p.OutputMax == 0 {
		p.OutputMax = 100
	}
	if into == nil {
		into = &Transcript{}
	}
	r := &run{Program: p, tape: tape, started: at.started, turn: at.Turn, slots: at.Slots}
	r.observer, _ = tape.(loop.Observer)
	r.seed(&at.choices)
	defer func() { *into = r.transcript }()
	for range p.Slots - at.Slots {
		if p.Before != nil {
			p.Before(r.state())
		}
		r.step()
		r.transcript.Slots++
		if p.After != nil {
			p.After(r.slots + r.transcript.Slots)
		}
	}
	r.transcript.End = loop.End{Code: int(r.random.Uint32N(4)), Turns: r.turn}
	err := tape.Close(r.transcript.End)
	*into = r.transcript
	return into, err
}

// saw notes an answer, and lets all later choices depend on it.
func (r *run) saw(format string, args ...any) {
	answer := fmt.Sprintf(format, args...)
	h := fnv.New64a()
	h.Write([]byte(answer))
	r.transcript.Answers = append(r.transcript.Answers, answer)
	r.seed(rand.NewPCG(h.Sum64(), r.random.Uint64()))
}

func (r *run) seed(choices *rand.PCG) {
	r.choices, r.random = choices, rand.New(choices)
}

func (r *run) step() {
	switch r.random.Uint32N(13) {
	case 0, 1, 2:
		r.clock(loop.ClockLoop)
	case 3:
		r.clock(loop.ClockWall)
	case 4:
		r.clock(loop.ClockFine)
	case 5, 6:
		r.start()
	case 7, 8:
		r.next()
	case 9, 10:
		r.ask()
	case 11:
		r.beginTurn()
	default:
		r.emit()
	}
}

func (r *run) clock(c loop.Clock) { r.saw("clock %d %d", c, r.tape.Clock(c)) }

func (r *run) start() {
	r.started++
	op := loop.OpID{Turn: r.turn, Ordinal: r.random.Uint32N(5)}
	r.tape.Start(op, loop.Request{Kind: loop.Kind(128 + r.random.Uint32N(10)), Args: r.bytes(40)})
}

func (r *run) next() {
	until := []int64{loop.Drain, 0, loop.Forever, int64(r.random.Uint32N(1 << 16))}[r.random.Uint32N(4)]
	var c loop.Completion
	ok := r.tape.Next(until, &c)
	r.saw("next %v %d %v %d %q", ok, c.Op, c.More, c.Errno, c.Data)
}

func (r *run) state() State {
	return State{
		Turn: r.turn, Slots: r.slots + r.transcript.Slots, Answers: len(r.transcript.Answers), Output: len(r.transcript.Output),
		choices: *r.choices, started: r.started,
	}
}

func (r *run) beginTurn() {
	if r.observer != nil {
		r.observer.BeginTurn(&loop.Turn{Number: r.turn})
	}
	r.turn++
}

// kinds are the requests that a program asks.
var kinds = []loop.Kind{
	loop.KindSeed, loop.KindRandom, loop.KindEnvGet, loop.KindModuleSource, loop.KindModuleStat, 130, 191, 254, 255, 4000,
}

func (r *run) ask() {
	var args loop.Encoder
	kind := kinds[r.random.Uint32N(uint32(len(kinds)))]
	if kind == loop.KindEnvGet {
		args.String([]string{"HOME", "PATH", "LANG"}[r.random.Uint32N(3)])
	} else {
		args.Blob(r.bytes(30))
	}
	reply := r.tape.Ask(loop.Request{Kind: kind, Args: args.Bytes()})
	r.saw("ask %v %d %q", kind, reply.Errno, reply.Data)
}

func (r *run) emit() {
	e := loop.Effect{FD: uint8(1 + r.random.Uint32N(2)), Data: r.bytes(r.OutputMax)}
	r.tape.Emit(e)
	r.transcript.Output = append(r.transcript.Output, e.Data...)
}

// bytes returns up to limit random letters.
func (r *run) bytes(limit int) []byte {
	b := make([]byte, r.random.IntN(limit+1))
	for i := range b {
		b[i] = "abcdefgh\n "[r.random.Uint32N(10)]
	}
	return b
}
