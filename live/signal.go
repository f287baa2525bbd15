package live

import (
	"os"
	"os/signal"
	"sync"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// signals are those that a program listens to.
type signals struct {
	mu       sync.Mutex
	watching map[syscall.Signal]func() // ends it
}

// Listens says whether the program has a listener for a signal, or waits for it, so that the
// signal's default action must not be taken.
func (w *World) Listens(s os.Signal) bool {
	number, ok := s.(syscall.Signal)
	if number == syscall.SIGINT && w.interrupts.takes() {
		return true
	}
	w.signals.mu.Lock()
	defer w.signals.mu.Unlock()
	return ok && w.signals.watching[number] != nil
}

// watchSignal delivers a signal to the program each time it arrives. The
// argument is the signal's number.
func watchSignal(w *World, r loop.Request, deliver func(loop.Reply, bool)) {
	args := loop.Decode(r.Args)
	number := syscall.Signal(args.Uint())
	arrived := make(chan os.Signal, 8)
	ended := make(chan struct{})
	w.signals.mu.Lock()
	defer w.signals.mu.Unlock()
	if w.signals.watching == nil {
		w.signals.watching = map[syscall.Signal]func(){}
	}
	w.signals.watching[number] = func() {
		signal.Stop(arrived)
		close(ended)
	}
	signal.Notify(arrived, number)
	go func() {
		for {
			select {
			case <-arrived:
				deliver(loop.Reply{}, true)
			case <-ended:
				return
			}
		}
	}()
}

// unwatchSignal ends watchSignal.
func unwatchSignal(w *World, args *loop.Decoder) loop.Reply {
	number := syscall.Signal(args.Uint())
	w.signals.mu.Lock()
	defer w.signals.mu.Unlock()
	if end := w.signals.watching[number]; end != nil {
		end()
		delete(w.signals.watching, number)
	}
	return loop.Reply{}
}

// closeAll ends all watching.
func (s *signals) closeAll() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, end := range s.watching {
		end()
	}
	s.watching = nil
}
