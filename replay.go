package jsrr

import (
	"context"
	"errors"
	"io"
	"os"
	"time"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/hostapi/module"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/replay"
)

// ReplayOptions say what to replay.
type ReplayOptions struct {
	// Recording is the path of a folder or packed file.
	Recording string
	// Stdout and Stderr get the program's console output again; default the
	// process's own. io.Discard silences them.
	Stdout, Stderr io.Writer
	// To, when not nil, ends the replay after that turn.
	To *uint64
	// From, when not nil, is the turn from which on the program's output is wanted.
	// The replay begins at the newest snapshot that was taken before that turn, and
	// at the recording's start when there is none. FromLast is the newest snapshot
	// of all. The default is the start, or the oldest snapshot when a flight
	// recorder let the start go.
	From     *uint64
	FromLast bool
	// HeapDigest asks for ReplayResult.HeapDigest.
	HeapDigest bool
	// Warn, when not nil, is told of snapshots that cannot be used.
	Warn func(error)
	// Timeout limits how long the replay takes; 0 is no limit.
	Timeout time.Duration
	// CacheDir, Pending and Observer are as in Options.
	CacheDir string
	Pending  bool
	Observer loop.Observer

	// wrap, when not nil, returns what the loop gets for the replay's tape.
	wrap   func(loop.Tape) loop.Tape
	tracer loop.Tracer
	images module.Images
	// from, when not nil, is where the replay begins; ended is as in Options.
	from  *snapshot
	ended func(*hostapi.Host)
	// capturer is as in Options.
	capturer capturer
}

// ReplayResult says what a replay found. All output was identical, else Replay
// returns an error.
type ReplayResult struct {
	// Result is the recorded run's. The exit code is -1 when the recording
	// ends before its program did and does not say why.
	Result
	// Ended is why the recording ends before its program did; "" when the
	// program was replayed to its own end.
	Ended string
	// OutputLen is the number of bytes of console output that were compared.
	OutputLen uint64
	// From is the turn that the replay began with: that of a snapshot, or 0.
	From uint64
	// HeapDigest is the SHA-256 of everything that the program held in memory when
	// the replay was over, in hexadecimal digits. It is the same for all replays
	// that end at the same turn, wherever they began.
	HeapDigest string
}

// Divergence is the error of a replay in which the program did something else
// than in the recorded run. Its text is a report of several lines.
type Divergence = replay.Divergence

// Replay runs a recorded program again, with the answers that it got then. It
// does not touch the world, and it does not wait. The error is a *Divergence
// when the program did something else than in the recorded run.
func Replay(ctx context.Context, o ReplayOptions) (ReplayResult, error) {
	recording, err := OpenRecording(o.Recording)
	if err != nil {
		return ReplayResult{}, err
	}
	defer recording.Close()
	return recording.Replay(ctx, o)
}

// Replay replays r, which is open, like the function Replay. o.Recording does
// not count.
func (r *Recording) Replay(ctx context.Context, o ReplayOptions) (ReplayResult, error) {
	return r.replay(ctx, o, nil)
}

// replay is Replay. begin, when not nil, sees tape and loop
// before the first turn. A snapshot that cannot be restored is passed over.
func (r *Recording) replay(ctx context.Context, o ReplayOptions, begin func(*replay.Tape, *loop.Loop)) (ReplayResult, error) {
	chosen := o.from != nil
	if err := r.begin(&o); err != nil {
		return ReplayResult{}, err
	}
	for {
		result, err := r.replayOnce(ctx, &o, begin)
		if chosen || !errors.Is(err, ErrSnapshot) || !r.beginEarlier(&o, err) {
			return result, err
		}
	}
}

// replayOnce replays from where o says.
func (r *Recording) replayOnce(ctx context.Context, o *ReplayOptions, begin func(*replay.Tape, *loop.Loop)) (ReplayResult, error) {
	watch := &turnWatcher{to: o.To, from: o.From}
	options := replay.Options{Output: watch.after(o.forward())}
	if o.from != nil {
		options.From = &o.from.position
	}
	tape, err := replay.New(r.Recording, options)
	if err != nil {
		return ReplayResult{}, err
	}
	program := r.program(o)
	watch.Observer = alsoTo(tape, o.Observer)
	program.Observer = watch
	var outer loop.Tape = tape
	if o.wrap != nil {
		outer = o.wrap(tape)
	}
	var digest heapDigest
	if o.HeapDigest {
		program.ended = digest.take
	}
	result, err := program.run(ctx, tapeOutside(outer), func(l *loop.Loop) {
		tape.Bind(l)
		watch.loop = l
		if begin != nil {
			begin(tape, l)
		}
	})
	result.Recording = r.Path
	full, err := replayResult(result, tape.Summary(), err)
	if full.HeapDigest = digest.text; err == nil {
		err = digest.err
	}
	if o.from != nil {
		full.From = o.from.position.Turn
	}
	return full, err
}

// program returns the options of the recorded program.
func (r *Recording) program(o *ReplayOptions) Options {
	program := Options{
		Script: r.Header.Script, Source: r.Header.Extra[extraSource], SourceName: r.Header.Extra[extraName], Print: r.Header.Extra[extraPrint] != "",
		Session: r.Header.Extra[extraREPL] != "", History: r.Header.Extra[extraLines],
		Timeout: o.Timeout, Pending: o.Pending, tracer: o.tracer, CacheDir: o.CacheDir, images: o.images, ended: o.ended, capturer: o.capturer,
	}
	program.texts = recordedTexts{}
	if o.from != nil {
		program.restore, program.texts = o.from.heap, readTexts(r.Recording)
		if turns, ok := r.restoredTurns(); ok && turns == o.from.position.Turn {
			program.restarted = &restoration{}
		}
	}
	return program
}

// replayResult tells a recording that was cut from a replay that went wrong.
func replayResult(result Result, summary replay.Summary, err error) (ReplayResult, error) {
	full := ReplayResult{Result: result, OutputLen: summary.Output}
	var ended *replay.Ended
	switch {
	case errors.Is(err, ErrReached):
		full.Cut, full.ExitCode = ErrReached.Error(), ExitOK
		return full, nil
	case !errors.As(err, &ended):
		return full, err
	case ended.Cut != nil:
		full.ExitCode = cutCode(ended.Cut.Cut)
	default:
		full.ExitCode = -1
	}
	full.Ended = ended.Error()
	return full, nil
}

// forward returns a function that writes console output to o's streams.
func (o *ReplayOptions) forward() func(loop.Effect) {
	streams := [loop.StreamReport + 1]io.Writer{1: os.Stdout, 2: os.Stderr}
	if o.Stdout != nil {
		streams[1] = o.Stdout
	}
	if o.Stderr != nil {
		streams[2] = o.Stderr
	}
	streams[loop.StreamReport] = streams[1]
	return func(e loop.Effect) {
		if int(e.FD) < len(streams) && streams[e.FD] != nil {
			// A reader that has gone away does not end the replay.
			_, _ = streams[e.FD].Write(e.Data)
		}
	}
}

// turnWatcher ends the run after a turn, and lets its output through from a turn on.
type turnWatcher struct {
	loop.Observer
	from, to *uint64 // nil: from the first one on, and to the last
	loop     *loop.Loop
}

// after returns output, which gets nothing before the first of the turns.
func (w *turnWatcher) after(output func(loop.Effect)) func(loop.Effect) {
	if w.from == nil {
		return output
	}
	return func(e loop.Effect) {
		if w.loop.CurrentTurn().Number >= *w.from {
			output(e)
		}
	}
}

// EndTurn implements loop.EndObserver.
func (w *turnWatcher) EndTurn(t *loop.Turn, jobs uint64) {
	if also, ok := w.Observer.(loop.EndObserver); ok {
		also.EndTurn(t, jobs)
	}
	if w.to != nil && t.Number >= *w.to {
		w.loop.Fail(ErrReached)
	}
}
