package loop

import (
	"fmt"

	"github.com/jsrr/jsrr/internal/engine"
)

// OpID names an op: the turn that started it and its ordinal there. It is the
// same in every run that takes the same turns, and is written "812#2".
type OpID struct {
	Turn    uint64
	Ordinal uint32
}

// String returns "turn#ordinal".
func (id OpID) String() string { return fmt.Sprintf("%d#%d", id.Turn, id.Ordinal) }

// Cause is where a turn comes from.
type Cause struct {
	// Turn is the turn that started the op, timer or immediate, Ordinal the
	// number that it had there. Ordinal is 0 where there is none: the turns
	// main, beforeExit and exit.
	Turn    uint64
	Ordinal uint32

	link  uint32       // of that turn, see lineage
	place engine.Place // that started it
}

// ID names the op, timer or immediate.
func (c *Cause) ID() OpID { return OpID{c.Turn, c.Ordinal} }

// newCause numbers something that the current turn starts. It is on the way of
// every timer, and allocates nothing. The cause has a reference to the current
// turn's link, which goes over to the turn that the thing will be, or is
// released. kind, request and delay are those of that turn.
func (l *Loop) newCause(kind TurnKind, request Kind, delay int64) Cause {
	l.ordinal++
	c := Cause{Turn: l.current.Number, Ordinal: l.ordinal, link: l.holdCurrent(), place: l.caller.Place()}
	if l.opts.Tracer != nil {
		l.traceStart(c, kind, request, delay)
	}
	return c
}

// holdCurrent returns the current turn's link with one more reference.
func (l *Loop) holdCurrent() uint32 {
	if l.link == 0 {
		l.link = l.lineage.add(&l.current)
	} else {
		l.lineage.at(l.link).refs++
	}
	return l.link
}

// leaveTurn gives up what the current turn holds.
func (l *Loop) leaveTurn() {
	if l.link == 0 {
		l.lineage.release(l.current.Cause.link)
	} else {
		l.lineage.release(l.link)
		l.link = 0
	}
}
