package jsrr

import (
	"os"
	"os/signal"
	"syscall"
)

// cutOnSignals lets SIGINT and SIGTERM cut a program that does not listen for
// them. A second one has its default action. The function that it returns ends
// that.
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
				return
			}
		}
	}()
	return func() {
		signal.Stop(arrived)
		close(done)
	}
}
