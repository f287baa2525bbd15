package jsrr

import (
	"context"
	"fmt"
	"time"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/loop"
)

// Result says how a program ended.
type Result struct {
	// ExitCode is the program's own, or ExitTimeLimit, ExitInterrupted or
	// ExitTerminated when it was cut.
	ExitCode int
	// Cut is why the program was stopped from outside; "" when it ended by
	// itself.
	Cut string
	// Turns is the number of turns that the program began.
	Turns uint64
	// Duration is how long it ran.
	Duration time.Duration
	// Pending is what the program had started and not finished, when
	// Options.Pending asks for it or the program was cut while it waited.
	Pending []Pending
	// Uncaught is the error that ended the program, or nil.
	Uncaught *Uncaught
	// Recording is the folder of the recording; "" when there is none.
	Recording string
	// Incomplete is why the recording ends before its program did, or nil.
	Incomplete error
}

// Run runs a program to its end, on the calling goroutine. The end of ctx cuts
// it: see ErrTimeLimit and its neighbours for the causes that count.
func Run(ctx context.Context, o Options) (Result, error) {
	if err := o.check(); err != nil {
		return Result{}, err
	}
	out, err := o.outside()
	if err != nil {
		return Result{}, err
	}
	defer out.close()
	return o.run(ctx, out, func(*loop.Loop) {})
}

// run runs the program on out. begin sees the loop before its first turn.
func (o *Options) run(ctx context.Context, out outside, begin func(*loop.Loop)) (Result, error) {
	l, err := loop.New(out.tape, loop.Options{
		Observer: o.Observer, Tracer: o.tracer, Snapshots: o.capturer != nil || o.restore != nil || o.ended != nil, Capturer: o.capturer,
		BuildsSnapshot: o.builder != nil,
	})
	if err != nil {
		return Result{}, err
	}
	begin(l)
	main, closeImages := o.main()
	defer closeImages()
	host := hostapi.New(l, main)
	if o.capturer != nil {
		o.capturer.begin(host)
	}
	defer o.interruptible(ctx, l, out)()
	began := time.Now()
	end, err := o.start(l, host)
	if o.ended != nil {
		o.ended(host)
	}
	result := Result{
		ExitCode: end.Code, Cut: end.Cut, Turns: end.Turns, Duration: time.Since(began), Uncaught: uncaughtOf(l),
	}
	if o.Pending || end.Cut != "" && l.Idle() {
		result.Pending = pendingOf(l)
	}
	if end.Cut != "" {
		result.ExitCode, err = cutCode(end.Cut), nil
	}
	return result, err
}

// start runs the program from its first turn, or goes on with a snapshot.
func (o *Options) start(l *loop.Loop, host *hostapi.Host) (loop.End, error) {
	if o.restore == nil {
		return l.Run(host.Start)
	}
	if err := host.Restore(o.restore); err != nil {
		return loop.End{}, fmt.Errorf("%w: %w", ErrSnapshot, err)
	}
	if o.restarted != nil {
		return o.restarted.run(l, host)
	}
	return l.Continue()
}

// interruptible lets the end of ctx, the time limit and signals cut the loop's
// run. The function that it returns ends that.
func (o *Options) interruptible(ctx context.Context, l *loop.Loop, out outside) (stop func()) {
	cancel := func() {}
	if o.Timeout > 0 {
		ctx, cancel = context.WithTimeoutCause(ctx, o.Timeout, ErrTimeLimit)
	}
	interrupt := func(cause error) {
		l.Interrupt(cutReason(cause))
		out.wake()
	}
	if ctx.Err() != nil {
		interrupt(context.Cause(ctx)) // before the first turn, not soon after it
	}
	unwatch := context.AfterFunc(ctx, func() { interrupt(context.Cause(ctx)) })
	ignore := nothing
	if o.CutOnSignals {
		ignore = cutOnSignals(out, interrupt)
	}
	return func() {
		ignore()
		unwatch()
		cancel()
	}
}
