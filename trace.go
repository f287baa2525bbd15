package jsrr

import (
	"cmp"
	"context"
	"io"
	"path/filepath"
	"slices"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/replay"
)

// WriteTrace replays the recording silently and writes what happened as a
// Chrome trace, which Perfetto, chrome://tracing and the Performance panel of
// DevTools open. What is written so far is a complete trace even if it returns
// an error.
//
// Times are those of the loop's clock. It stands still within a millisecond,
// and while the program computes without reading it; there, every callback and
// every job takes a microsecond.
func (r *Recording) WriteTrace(ctx context.Context, w io.Writer) (ReplayResult, error) {
	t := &tracer{out: newTraceWriter(w), waiting: map[loop.OpID]*traced{}}
	t.out.begin(filepath.Base(r.Program()))
	o := ReplayOptions{Stdout: io.Discard, Stderr: io.Discard, Observer: t, tracer: t, wrap: t.wrap}
	result, err := r.replay(ctx, o, func(tape *replay.Tape, l *loop.Loop) { t.now, t.loop = tape.Now, l })
	t.finish(result.Uncaught)
	return result, cmp.Or(err, t.out.close())
}

// tracer writes a trace of a replay. It implements loop.Observer and
// loop.Tracer, and sees the console output as a loop.Tape around another.
type tracer struct {
	loop.Tape
	out  *traceWriter
	now  func() int64
	loop *loop.Loop

	turn  Turn
	open  bool  // turn has begun and is not written
	began int64 // when, in microseconds
	at    int64 // in microseconds: never less than the loop's clock
	flows int64
	// follows says that the turn follows from one that began at from.
	follows bool
	from    int64
	// waiting are the things that were started and are not done.
	waiting map[loop.OpID]*traced
}

// traced is something that a turn started.
type traced struct {
	what Turn
	// started is when; flow when the turn began that the next one follows from:
	// the one that started it, or its last one.
	started, flow int64
	last          bool // the next turn is the last
}

func (t *tracer) wrap(tape loop.Tape) loop.Tape {
	t.Tape = tape
	return t
}

// Emit implements loop.Tape.
func (t *tracer) Emit(e loop.Effect) {
	t.Tape.Emit(e)
	t.advance(0)
	t.out.output(t.at, e.FD, e.Data)
}

// advance goes on by at least so many microseconds, and to the loop's clock.
func (t *tracer) advance(least int64) { t.at = max(t.at+least, t.now()*1000) }

// BeginTurn implements loop.Observer.
func (t *tracer) BeginTurn(turn *loop.Turn) {
	t.advance(1)
	t.began, t.open = t.at, true
	t.turn = turnOf(t.loop.Placed(*turn))
	t.turn.TimeMs = t.now()
	id := turn.Cause.ID()
	cause := t.waiting[id]
	if cause == nil {
		return
	}
	t.from, t.follows = cause.flow, true
	cause.flow = t.began
	if cause.last {
		t.end(id, cause, "")
	}
}

// EndTurn implements loop.EndObserver.
func (t *tracer) EndTurn(_ *loop.Turn, jobs uint64) {
	t.advance(1)
	t.turn.Jobs = jobs
	t.out.turn(&t.turn, t.began, t.at-t.began)
	t.open = false
	if t.follows {
		t.follows = false
		t.flows++
		t.out.flow(t.flows, t.from, t.began)
	}
}

// BeginJob implements loop.Tracer.
func (t *tracer) BeginJob(kind loop.JobKind) {
	t.advance(1)
	t.out.job(kind.String(), t.turn.Number, t.loop.CurrentJob(), t.at)
}

// Started implements loop.Tracer.
func (t *tracer) Started(turn *loop.Turn) {
	t.advance(0)
	t.waiting[turn.Cause.ID()] = &traced{what: turnOf(t.loop.Placed(*turn)), started: t.at, flow: t.began}
}

// Ended implements loop.Tracer.
func (t *tracer) Ended(c *loop.Cause, cleared bool) {
	cause := t.waiting[c.ID()]
	switch {
	case cause == nil:
	case cleared:
		t.end(c.ID(), cause, "cleared")
	default:
		cause.last = true
	}
}

// end writes how long something waited: only what waits for the outside or for
// time is worth a slice.
func (t *tracer) end(id loop.OpID, cause *traced, how string) {
	delete(t.waiting, id)
	if kind := cause.what.Kind; kind == "op" || kind == "timer" {
		t.out.wait(&cause.what, cause.started, max(t.at, cause.started+1), how)
	}
}

// finish writes what was open when the run ended.
func (t *tracer) finish(uncaught *Uncaught) {
	if t.open {
		t.EndTurn(nil, t.loop.CurrentJob())
	}
	if uncaught != nil {
		t.out.uncaught(uncaught, t.at)
	}
	ids := make([]loop.OpID, 0, len(t.waiting))
	for id := range t.waiting {
		ids = append(ids, id)
	}
	slices.SortFunc(ids, func(a, b loop.OpID) int {
		return cmp.Or(cmp.Compare(a.Turn, b.Turn), cmp.Compare(a.Ordinal, b.Ordinal))
	})
	for _, id := range ids {
		t.end(id, t.waiting[id], "unfinished")
	}
}
