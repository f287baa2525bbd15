package jsrr

import (
	"errors"

	"github.com/jsrr/jsrr/record"
)

// begin finds the snapshot that the replay begins with. When nobody chose one, it is
// the start, or the oldest snapshot of a recording whose start was let go.
func (r *Recording) begin(o *ReplayOptions) (err error) {
	turn := uint64(lastTurn)
	restored, isRestored := r.restoredTurns()
	switch {
	case o.from != nil:
		return nil
	case o.FromLast:
	case isRestored && (o.From == nil || *o.From < restored):
		turn = restored // its beginning, or what is left of it
		if snapshots, _ := r.Snapshots(); len(snapshots) > 0 {
			turn = max(turn, snapshots[0].Turn)
		}
	case o.From != nil:
		turn = *o.From
	default:
		if _, err := r.Reader(record.MainLoop); !errors.Is(err, ErrNoBeginning) {
			return nil // what is wrong shows when the replay begins
		}
		snapshots, _ := r.Snapshots()
		if len(snapshots) == 0 {
			return nil
		}
		turn = snapshots[0].Turn
	}
	o.from, err = r.enter(turn, o.Warn)
	if errors.Is(err, ErrNoSnapshot) && !o.FromLast {
		return nil // from the start, if it is there
	}
	return err
}

// beginEarlier makes a replay whose snapshot cannot be restored, because of err,
// begin at an older one, or at the start. It reports whether there is such a place.
func (r *Recording) beginEarlier(o *ReplayOptions, err error) bool {
	turn := o.from.position.Turn
	if turn == 0 {
		return false
	}
	older, olderErr := r.enter(turn-1, o.Warn)
	if olderErr != nil {
		_, restored := r.restoredTurns()
		if _, startErr := r.Reader(record.MainLoop); restored || startErr != nil {
			return false
		}
	}
	if o.Warn != nil {
		o.Warn(err)
	}
	o.from = older
	return true
}
