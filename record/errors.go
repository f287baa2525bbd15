package record

import (
	"errors"
	"fmt"
)

// Errors about a recording as a whole.
var (
	// ErrNotRecording: the folder or file is something else.
	ErrNotRecording = errors.New("not a jsrr recording")
	// ErrNewerFormat: a later jsrr wrote it.
	ErrNewerFormat = errors.New("recording of a newer format")
	// ErrNoLoop: the recording has no loop of that name.
	ErrNoLoop = errors.New("no such loop in the recording")
	// ErrNoBeginning: a flight recorder let go of the first entries.
	ErrNoBeginning = errors.New("the flight recorder let go of the recording's beginning")
	// ErrNoSnapshot: it has no whole snapshot there.
	ErrNoSnapshot = errors.New("the recording has no whole snapshot")
	// ErrForeignSnapshot: another version of jsrr or goja wrote it.
	ErrForeignSnapshot = errors.New("a snapshot of another version")
	// ErrSecrets: snapshots hold what redaction patterns would overwrite.
	ErrSecrets = errors.New("a snapshot holds the program's memory as it is, which redaction patterns cannot overwrite")
	// ErrExists: a recording is never written over another.
	ErrExists = errors.New("recording exists already")
)

// Errors about the recording's content.
var (
	// ErrDamaged: bytes are not what was written. See Damage for the place.
	ErrDamaged = errors.New("recording is damaged")
	// ErrStopped: the recorder gave up during the run (a full disk).
	ErrStopped = errors.New("recording stopped before its program did")
)

// Damage says where a recording is damaged. errors.Is(err, ErrDamaged) holds.
type Damage struct {
	// File is the name inside the recording, Offset the place there.
	File   string
	Offset int64
	// Cause says what is wrong.
	Cause string

	advice string // what can be done; "" for damage in a stream
}

func (d *Damage) Error() string {
	advice := d.advice
	if advice == "" {
		advice = "everything before it can be replayed"
	}
	return fmt.Sprintf("%v: %s, byte %d: %s; %s", ErrDamaged, d.File, d.Offset, d.Cause, advice)
}

// Unwrap makes errors.Is(err, ErrDamaged) true.
func (d *Damage) Unwrap() error { return ErrDamaged }

// NoBeginning is the error of what needs a recording from its beginning on, when
// a flight recorder let go of that. errors.Is(err, ErrNoBeginning) holds.
type NoBeginning struct {
	// Path is the recording's.
	Path string
	// First and Last are the turns of the oldest and the newest snapshot at
	// which it can be entered; Last is 0 when there is none.
	First, Last uint64
}

func (e *NoBeginning) Error() string {
	if e.Last == 0 {
		return fmt.Sprintf("%s: %v, and there is no snapshot to begin at", e.Path, ErrNoBeginning)
	}
	return fmt.Sprintf("%s: %v, up to turn %d; a replay can begin at snapshots only, the last of which is at turn %d", e.Path, ErrNoBeginning, e.First, e.Last)
}

// Unwrap makes errors.Is(err, ErrNoBeginning) true.
func (e *NoBeginning) Unwrap() error { return ErrNoBeginning }
