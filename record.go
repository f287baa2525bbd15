package jsrr

import (
	"context"
	"errors"
	"fmt"
	"regexp"
	"strconv"

	"github.com/jsrr/jsrr/live"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// RecordOptions say what to record, and where to.
type RecordOptions struct {
	Options
	// Folder is where the recording goes; it is made when it does not exist,
	// and must hold no recording.
	Folder string
	// Command is the command line that the recording shows.
	Command []string
	// AllowEnv are names of environment variables whose values are recorded,
	// beside harmless ones; a trailing * stands for any ending.
	AllowEnv []string
	// Redact are regular expressions. What they match in answers and output
	// is overwritten with asterisks in the recording. A program that depends
	// on such an answer diverges in the replay.
	Redact []string
	// Warn, when not nil, is told once when recording has to stop before the
	// program: a full disk, a folder that cannot be written. The program goes
	// on as if nothing had happened.
	Warn func(error)
	// SnapshotEvery says when snapshots are taken, from which the run can be
	// replayed; with Snapshotter also whenever its Take was called.
	SnapshotEvery SnapshotPlan
	Snapshotter   *Snapshotter
	// KeepLast, when not zero, lets the recording forget what is older. Without
	// a SnapshotEvery, snapshots are taken as often as that needs.
	KeepLast KeepLast
	// WarnSnapshot, when not nil, is told when the program cannot be captured, or a
	// snapshot not be written. Recording goes on. It is called on a goroutine of
	// its own, once.
	WarnSnapshot func(error)

	// capturer, when not nil, makes what takes snapshots.
	capturer func(*record.Tape) capturer
}

// Names in record.Header.Extra.
const (
	extraSource = "source"
	extraPrint  = "print"
	extraName   = "name"
	extraREPL   = "session"
	extraLines  = "history"
	extraTurns  = "restored" // turns that the program had taken when it was restored
)

// Record runs a program like Run, and records it. Trouble with the recording
// never changes what the program does; see Result.Incomplete.
func Record(ctx context.Context, o RecordOptions) (Result, error) {
	if err := o.check(); err != nil {
		return Result{}, err
	}
	out, err := o.outside()
	if err != nil {
		return Result{}, err
	}
	defer out.close()
	var trouble error
	warn := func(err error) {
		trouble = err
		if o.Warn != nil {
			o.Warn(err)
		}
	}
	header := o.header()
	header.StartMs = o.startMs(out.tape)
	tape, err := record.New(out.tape, record.Options{
		Dir: o.Folder, Header: header, AllowEnv: o.AllowEnv, Redact: o.Redact, Warn: warn,
		Keep: o.KeepLast.keep(),
	})
	switch {
	case errors.Is(err, record.ErrExists):
		return Result{}, err
	case err != nil:
		warn(err)
	default:
		out.tape = tape
		if err := o.recordRestored(tape); err != nil {
			warn(err)
		}
		o.Observer = alsoTo(tape, o.Observer)
		o.Options.capturer = o.newCapturer(tape)
		if t, ok := o.Options.capturer.(*taker); ok {
			out.idle(t.idle)
		}
	}
	result, err := o.run(ctx, out, func(*loop.Loop) {})
	result.Incomplete = trouble
	if tape != nil {
		result.Recording = o.Folder
	}
	return result, err
}

// newCapturer returns what takes the snapshots that o asks for, or nil.
func (o *RecordOptions) newCapturer(tape *record.Tape) capturer {
	switch {
	case o.capturer != nil:
		return o.capturer(tape)
	case o.snapshotPlan().Some() || o.Snapshotter != nil:
		taker := newTaker(o, tape)
		if o.restarted != nil {
			taker.store.restored = o.restarted.texts
		}
		o.texts = taker.store
		return taker
	}
	return nil
}

// snapshotPlan returns when snapshots are taken.
func (o *RecordOptions) snapshotPlan() SnapshotPlan {
	if o.SnapshotEvery.Some() || !o.KeepLast.Some() {
		return o.SnapshotEvery
	}
	return o.KeepLast.plan()
}

// check completes o.
func (o *RecordOptions) check() error {
	if o.Folder == "" {
		return fmt.Errorf("%w: no folder for the recording", ErrOptions)
	}
	for _, expression := range o.Redact {
		if _, err := regexp.Compile(expression); err != nil {
			return fmt.Errorf("%w: redaction pattern: %w", ErrOptions, err)
		}
	}
	if err := o.KeepLast.keep().Check(); err != nil {
		return fmt.Errorf("%w: %w", ErrOptions, err)
	}
	if len(o.Redact) > 0 && (o.snapshotPlan().Some() || o.Snapshotter != nil) {
		return fmt.Errorf("%w: %w", ErrOptions, record.ErrSecrets)
	}
	return o.Options.check()
}

func (o *RecordOptions) header() record.Header {
	h := record.Header{
		Command: o.Command, Script: o.Script, Args: o.Args, ExecArgs: o.ExecArgs, Dir: o.Dir,
		TimeZone: live.LocalZone(),
	}
	h.Extra = map[string]string{}
	if o.restarted != nil {
		h.Extra[extraTurns] = strconv.FormatUint(o.restarted.turns, 10)
	}
	if o.Script == "" {
		h.Extra[extraSource], h.Extra[extraName] = o.Source, o.SourceName
		if o.Session {
			h.Extra[extraREPL], h.Extra[extraLines] = "yes", o.History
		}
		if o.Print {
			h.Extra[extraPrint] = "yes"
		}
	}
	return h
}

// startMs returns the wall clock at the start. Reading a virtual clock would
// move it.
func (o *RecordOptions) startMs(tape loop.Tape) int64 {
	if o.VirtualClock {
		return virtualEpoch
	}
	return tape.Clock(loop.ClockWall)
}
