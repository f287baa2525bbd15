package replay

import (
	"fmt"

	"github.com/jsrr/jsrr/loop"
)

// Ended says that a replay came to the end of a recording whose program had
// not ended by itself there. It is how such a replay ends when all is well.
type Ended struct {
	// Reason says why the recording ends here.
	Reason string
	// Turn is the turn in which it ends.
	Turn uint64
	// Cut is the recorded end of a run that was interrupted, or nil.
	Cut *loop.End
	// Err is the damage that ends the recording, or nil.
	Err error
}

func (e *Ended) Error() string {
	if e.Err != nil {
		return fmt.Sprintf("the recording ends in turn %d: %s: %v", e.Turn, e.Reason, e.Err)
	}
	return fmt.Sprintf("the recording ends in turn %d: %s", e.Turn, e.Reason)
}

// Unwrap returns the damage.
func (e *Ended) Unwrap() error { return e.Err }

// ended says why the recording is over.
func (t *Tape) ended() *Ended {
	e := &Ended{Turn: t.turn().Number}
	switch t.over {
	case overEnd:
		end := t.entry.End
		e.Reason, e.Cut = end.Cut, &end
	case overStopped:
		e.Reason = "the recorder gave up: " + t.reader.Stopped()
	case overDamaged:
		e.Reason, e.Err = "what follows cannot be read", t.damage
	default:
		e.Reason = "the process was killed, or still runs"
	}
	return e
}

// turn returns the turn that runs.
func (t *Tape) turn() loop.Turn {
	if t.bound != nil {
		return t.bound.CurrentTurn()
	}
	return t.history.current()
}

// placed returns a turn with the place that started it.
func (t *Tape) placed(turn loop.Turn) loop.PlacedTurn {
	if t.bound == nil {
		return loop.PlacedTurn{Turn: turn}
	}
	return t.bound.Placed(turn)
}

// fail ends the run; it does not return.
func (t *Tape) fail(err error) {
	t.failed = err
	switch {
	case t.opts.Fail != nil:
		t.opts.Fail(err)
	case t.bound != nil:
		t.bound.Fail(err)
	}
	panic(err)
}
