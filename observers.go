package jsrr

import "github.com/jsrr/jsrr/loop"

// twoObservers hands turns to both; the tape asks for no ends. A turn at which a replay ends is seen by
// the program's observer before the tape ends it.
type twoObservers struct{ tape, other loop.Observer }

// alsoTo returns an observer that hands turns to tape, and to other unless it
// is nil.
func alsoTo(tape, other loop.Observer) loop.Observer {
	if other == nil {
		return tape
	}
	return &twoObservers{tape, other}
}

// BeginTurn implements loop.Observer.
func (o *twoObservers) BeginTurn(t *loop.Turn) {
	o.other.BeginTurn(t)
	o.tape.BeginTurn(t)
}

// EndTurn implements loop.EndObserver.
func (o *twoObservers) EndTurn(t *loop.Turn, jobs uint64) {
	if other, ok := o.other.(loop.EndObserver); ok {
		other.EndTurn(t, jobs)
	}
}
