package live

import (
	"os"
	"os/signal"
	"sync"

	"github.com/jsrr/jsrr/loop"
)

// interrupts are those from the terminal that code waits for which is running: it
// cannot be told in a turn.
type interrupts struct {
	mu      sync.Mutex
	arrived chan os.Signal // nil: nobody waits
	// Whoever else is told of the same signal asks Listens, before or after the code:
	// excused are those that asked before, taken those that the code got first.
	excused, taken int
}

// interrupted answers loop.KindInterrupted.
func interrupted(w *World, args *loop.Decoder) loop.Reply {
	i := &w.interrupts
	i.mu.Lock()
	defer i.mu.Unlock()
	switch args.Uint() {
	case loop.InterruptedBegin:
		i.excused, i.taken = 0, 0
		if i.arrived == nil {
			i.arrived = make(chan os.Signal, 1)
			signal.Notify(i.arrived, os.Interrupt)
		}
	case loop.InterruptedEnd:
		if i.arrived != nil {
			signal.Stop(i.arrived)
			i.arrived = nil
		}
	default:
		select {
		case <-i.arrived:
			if i.excused > 0 {
				i.excused--
			} else {
				i.taken++
			}
			return loop.Reply{Data: []byte{1}}
		default:
		}
	}
	return loop.Reply{}
}

// takes says that an interrupt is for running code.
func (i *interrupts) takes() bool {
	i.mu.Lock()
	defer i.mu.Unlock()
	switch {
	case i.taken > 0:
		i.taken--
	case i.arrived != nil:
		i.excused++
	default:
		return false
	}
	return true
}
