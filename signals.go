package jsrr

import (
	"os"
	"os/signal"
	"syscall"
	"time"
)

// signalGrace is how long a program that was told to stop may take: a builtin
// that works on millions of elements looks at nothing else.
const signalGrace = 2 * time.Second

// cutOnSignals lets SIGINT and SIGTERM cut a program that does not listen for
// them. When it has not stopped soon after, or at a second signal, the default
// action ends the process. The function that it returns ends that.
func cutOnSignals(out outside, interrupt func(cause error)) (stop func()) {
	arrived := make(chan os.Signal, 1)
	done := make(chan struct{})
	signal.Notify(arrived, os.Interrupt, syscall.SIGTERM)
	go func() {
		for {
			select {
			case <-done:
				return
			case s := <-arrived:
				if out.listens(s) {
					continue
				}
				signal.Stop(arrived)
				if s == os.Interrupt {
					interrupt(ErrInterrupted)
				} else {
					interrupt(ErrTerminated)
				}
				select {
				case <-done:
				case <-time.After(signalGrace):
					raise(s)
				}
				return
			}
		}
	}()
	return func() {
		signal.Stop(arrived)
		close(done)
	}
}

// raise sends the process a signal that nobody listens for.
func raise(s os.Signal) {
	if p, err := os.FindProcess(os.Getpid()); err == nil {
		_ = p.Signal(s) // Windows has no signals to send: a second Ctrl+C ends it there
	}
}
