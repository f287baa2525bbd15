package jsrr

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/live"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/startup"
)

// SnapshotOptions say of what program a startup snapshot is made, and where to.
type SnapshotOptions struct {
	Options
	// File is where the snapshot goes; it is replaced when it exists.
	File string
	// Settle is how long timers are waited for that the program has set; default
	// DefaultSettle. Files that are read, and other work, are waited for anyway.
	Settle time.Duration
}

// DefaultSettle is the default of SnapshotOptions.Settle.
const DefaultSettle = 100 * time.Millisecond

// ErrNotSettled is the error of a program that ended before a snapshot of it could
// be taken.
var ErrNotSettled = errors.New("the program ended before it had got anywhere that a snapshot could be taken of")

// Parts of a startup snapshot's file, beside heapPart.
const (
	partImages     = "program code"
	partCoreImages = "core code"
)

// Snapshot runs a program until it has done its start-up work, and writes a
// snapshot of it, which Options.Restore goes on with. That is when the program
// would wait for nothing but timers, signals, input, or changes of files; or when
// it has nothing more to do.
func Snapshot(ctx context.Context, o SnapshotOptions) (Result, error) {
	if o.File == "" {
		return Result{}, fmt.Errorf("%w: no file for the snapshot", ErrOptions)
	}
	if o.Session || o.Tape != nil || o.Restore != "" {
		return Result{}, fmt.Errorf("%w: only a program that is started as usual can be made a snapshot of", ErrOptions)
	}
	if err := o.check(); err != nil {
		return Result{}, err
	}
	if o.Settle == 0 {
		o.Settle = DefaultSettle
	}
	out, err := o.outside()
	if err != nil {
		return Result{}, err
	}
	defer out.close()
	b := &snapshotBuilder{settle: o.Settle}
	o.builder, o.capturer = b, b
	result, err := o.run(ctx, out, func(*loop.Loop) {})
	switch {
	case errors.Is(err, errTaken):
		result.ExitCode = ExitOK
		return result, b.write(&o)
	case err == nil && result.Cut == "" && result.ExitCode == ExitOK:
		err = ErrNotSettled
	}
	return result, err
}

// errTaken ends the run of a program whose snapshot was taken.
var errTaken = errors.New("the snapshot is taken")

// snapshotBuilder takes the startup snapshot of a program. It implements
// loop.Capturer and loop.Capture; its methods are called on the loop's goroutine.
type snapshotBuilder struct {
	settle time.Duration

	host     *hostapi.Host
	loop     *loop.Loop // set when it tells of its waiting
	deadline int64      // on its clock: until then timers are waited for
	prepared bool
	heap     []byte
	turns    uint64
	clock    int64

	images, core startup.Images
}

func (b *snapshotBuilder) begin(h *hostapi.Host) { b.host = h }

// Between implements loop.Capturer.
func (b *snapshotBuilder) Between(l *loop.Loop) {
	if b.loop == nil {
		b.loop = l
		b.wait()
		l.SetCapture(b)
	}
	if !l.Alive() {
		b.reached()
	}
}

// Entering implements loop.Capture: nothing is being written.
func (*snapshotBuilder) Entering(*loop.Context, loop.Function, goja.Value, []goja.Value) {}

// Waiting implements loop.Capture.
func (b *snapshotBuilder) Waiting(until int64) {
	if until > max(b.loop.Now(), b.deadline) {
		b.reached()
	}
}

// wait lets the program wait for timers, for a while.
func (b *snapshotBuilder) wait() { b.deadline = b.loop.Now() + b.settle.Milliseconds() }

// reached takes the snapshot when the program has got as far as it can; but first
// the program may prepare for it, which can take some turns.
func (b *snapshotBuilder) reached() {
	l := b.loop
	if l.Working() {
		return
	}
	if !b.prepared {
		b.prepared = true
		b.wait()
		if l.PostSnapshot() {
			return
		}
	}
	b.turns, b.clock = l.CurrentTurn().Number+1, l.Tape().Clock(loop.ClockFine)
	w := l.Realm().NewWriter()
	b.host.Capture(w)
	heap, err := w.Finish()
	if b.heap = heap; err == nil {
		err = errTaken
	}
	l.Fail(err)
}

// write writes the file.
func (b *snapshotBuilder) write(o *SnapshotOptions) error {
	jsrr, goja := record.Versions()
	h := startup.Header{
		Jsrr: jsrr, Goja: goja, Build: live.BuildID(), MadeMs: time.Now().UnixMilli(),
		Program: startup.Program{Script: o.Script, Source: o.Source, Name: o.SourceName},
		Turns:   b.turns, Clock: b.clock,
	}
	images, err := b.images.AppendBinary(nil)
	if err != nil {
		return err
	}
	core, err := b.core.AppendBinary(nil)
	if err != nil {
		return err
	}
	return startup.Write(o.File, h, []startup.Part{{Name: heapPart, Data: b.heap}, {Name: partImages, Data: images, Raw: true}, {Name: partCoreImages, Data: core, Raw: true}})
}
