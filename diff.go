package jsrr

import (
	"context"

	"github.com/jsrr/jsrr/record"
)

// Difference says how two recorded runs of a program differ. The zero value
// says that they do not.
type Difference struct {
	// Kind says what differs: see its values. "" when nothing does.
	Kind DifferenceKind `json:"kind"`
	// Turn is the first turn that differs, A and B the two runs there.
	Turn uint64 `json:"turn"`
	A    Side   `json:"a"`
	B    Side   `json:"b"`
	// Order is the first turn in which another callback ran, when it came
	// after Turn; nil when there is none, or it is Turn itself.
	Order *Difference `json:"order,omitempty"`
}

// DifferenceKind says what of two runs differs.
type DifferenceKind string

// Kinds of differences. Of a turn that differs in several ways, the first of
// these counts.
const (
	// DiffersInTurn: another callback ran, or it had another cause.
	DiffersInTurn DifferenceKind = "turn"
	// DiffersInAnswer: the program got something else from outside.
	DiffersInAnswer DifferenceKind = "answer"
	// DiffersInOutput: it printed something else.
	DiffersInOutput DifferenceKind = "output"
	// DiffersInEnd: it ended otherwise after the same turns.
	DiffersInEnd DifferenceKind = "end"
)

// Side is one of two runs at the turn in which they differ.
type Side struct {
	// At is the turn; nil when the run had ended before it. Chain says how it
	// came about, Output is the head of what it printed.
	At     *Turn  `json:"at,omitempty"`
	Chain  *Chain `json:"chain,omitempty"`
	Output string `json:"output,omitempty"`
	// Answer is the first answer from outside that differs, for
	// DiffersInAnswer: "fs.readFile, 120 bytes".
	Answer string `json:"answer,omitempty"`
	// Before and After are the turns around it.
	Before []Turn `json:"before"`
	After  []Turn `json:"after"`
	// Ended is how the run ended, as far as it was replayed. It is known of
	// runs that were replayed to their end.
	Ended string `json:"ended,omitempty"`
	// ExitCode is the recorded run's: -1 when it is not known.
	ExitCode int `json:"exit_code"`
}

const (
	diffBefore = 4
	diffAfter  = 3
)

// Diff replays two recordings turn by turn and says where they part. Clocks,
// random numbers, process ids and times of files differ in any two runs and do
// not count. The error is a *NoBeginning when a flight recorder let go of the
// beginning of one: turns of two runs are the same turns only counted from there.
func Diff(ctx context.Context, a, b *Recording) (*Difference, error) {
	for _, r := range []*Recording{a, b} {
		if !r.HasBeginning(record.MainLoop) {
			_, err := r.Reader(record.MainLoop)
			return nil, err
		}
	}
	d := &comparison{sides: [2]*comparedSide{newComparedSide(ctx, a), newComparedSide(ctx, b)}}
	defer d.sides[0].stop()
	defer d.sides[1].stop()
	return d.run()
}

// comparison goes through two runs in step.
type comparison struct {
	sides [2]*comparedSide
	first *Difference
}

// comparedSide is one of them.
type comparedSide struct {
	*replayed
	recording *Recording
	turn      seenTurn
	ok        bool // the run has such a turn
	before    []Turn
}

func newComparedSide(ctx context.Context, r *Recording) *comparedSide {
	return &comparedSide{replayed: r.seenTurns(ctx), recording: r}
}

func (d *comparison) run() (*Difference, error) {
	a, b := d.sides[0], d.sides[1]
	for turn := uint64(0); ; turn++ {
		for _, side := range d.sides {
			side.advance()
			if side.err != nil {
				return nil, side.err
			}
		}
		if !a.ok && !b.ok {
			return d.atEnd(turn)
		}
		kind := compareTurns(a, b)
		switch {
		case kind == "":
			continue
		case d.first == nil:
			d.first = d.difference(kind, turn)
		case kind == DiffersInTurn:
			d.first.Order = d.difference(kind, turn)
		}
		if kind == DiffersInTurn {
			return d.conclude(), nil
		}
	}
}

// compareTurns says how the two runs differ in a turn, "" when they do not.
func compareTurns(a, b *comparedSide) DifferenceKind {
	s, t := &a.turn, &b.turn
	switch {
	case a.ok != b.ok, s.Kind != t.Kind, s.Request != t.Request, s.Cause != t.Cause, s.DelayMs != t.DelayMs:
		return DiffersInTurn
	case s.answers != t.answers:
		return DiffersInAnswer
	case s.output != t.output:
		return DiffersInOutput
	}
	return ""
}

// atEnd compares how the two runs ended.
func (d *comparison) atEnd(turn uint64) (*Difference, error) {
	a, b := d.sides[0].result, d.sides[1].result
	if d.first == nil && (a.ExitCode != b.ExitCode || a.Ended != b.Ended) {
		d.first = d.difference(DiffersInEnd, turn)
	}
	if d.first == nil {
		return &Difference{}, nil
	}
	return d.conclude(), nil
}

// conclude adds how the runs ended.
func (d *comparison) conclude() *Difference {
	for i, side := range []*Side{&d.first.A, &d.first.B} {
		side.ExitCode, side.Ended = d.sides[i].recording.ending()
	}
	return d.first
}

// difference describes the turn in which both runs are.
func (d *comparison) difference(kind DifferenceKind, turn uint64) *Difference {
	difference := &Difference{Kind: kind, Turn: turn}
	for i, side := range []*Side{&difference.A, &difference.B} {
		*side = d.sides[i].describe(kind == DiffersInTurn)
	}
	if kind == DiffersInAnswer {
		difference.A.Answer, difference.B.Answer = otherAnswers(&d.sides[0].turn, &d.sides[1].turn)
	}
	return difference
}

// otherAnswers describes the first answers that differ; "" when they are not
// among those that were kept.
func otherAnswers(a, b *seenTurn) (ofA, ofB string) {
	for i := range max(len(a.first), len(b.first)) {
		x, y := a.answer(i), b.answer(i)
		if x != y {
			return x.String(), y.String()
		}
	}
	return "", ""
}

// advance goes to the next turn.
func (s *comparedSide) advance() {
	if s.ok {
		s.before = append(s.before, s.turn.Turn)
		if len(s.before) > 2*diffBefore {
			s.before = append(s.before[:0], s.before[len(s.before)-diffBefore:]...)
		}
	}
	s.turn, s.ok = s.next()
}

// describe says where the run is. With after, nobody wants to compare the turns
// that follow, and they are taken.
func (s *comparedSide) describe(after bool) Side {
	side := Side{Before: append([]Turn{}, s.before[max(0, len(s.before)-diffBefore):]...), After: []Turn{}}
	if s.ok {
		at, chain := s.turn.Turn, chainOf(s.turn.loop.TurnChain())
		side.At, side.Chain, side.Output = &at, &chain, string(s.turn.text)
	}
	for after && len(side.After) < diffAfter {
		next, ok := s.next()
		if !ok {
			break
		}
		side.After = append(side.After, next.Turn)
	}
	return side
}

// ending returns how the recorded run ended.
func (r *Recording) ending() (exitCode int, text string) {
	status, err := r.Status()
	switch {
	case err != nil:
		return -1, err.Error()
	case status.State == Complete:
		return status.ExitCode, ""
	}
	return -1, status.Reason
}
