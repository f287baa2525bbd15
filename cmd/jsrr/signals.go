package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/jsrr/jsrr"
)

// endOnSignals returns a context that SIGINT and SIGTERM end. A second signal
// has its default action.
func endOnSignals(parent context.Context) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		select {
		case s := <-signals:
			cause := jsrr.ErrTerminated
			if s == os.Interrupt {
				cause = jsrr.ErrInterrupted
			}
			signal.Stop(signals)
			cancel(cause)
		case <-ctx.Done():
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		cancel(nil)
	}
}

// surviveBrokenPipes lets writing to a pipe whose reader has gone fail with an
// error that the script sees, instead of ending the process.
func surviveBrokenPipes() { signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE) }
