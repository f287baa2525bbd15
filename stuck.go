package jsrr

import (
	"fmt"
	"os"
	"sync/atomic"
	"time"
)

// cutGrace is how long a program may take to stop when it is cut.
const cutGrace = 3 * time.Second

// stuck ends the process of a program that was cut and does not stop: a builtin
// that works on millions of elements looks at nothing else. The recording is that
// of a killed process.
type stuck struct{ timer atomic.Pointer[time.Timer] }

// after begins to wait. Any goroutine may call it.
func (s *stuck) after(cause error) {
	timer := time.AfterFunc(cutGrace, func() {
		reason := cutReason(cause)
		fmt.Fprintf(os.Stderr, "jsrr: %s: the program does not stop, and is ended\n", reason)
		os.Exit(cutCode(reason))
	})
	if earlier := s.timer.Swap(timer); earlier != nil {
		earlier.Stop()
	}
}

// stop ends the wait: the program stopped.
func (s *stuck) stop() {
	if timer := s.timer.Load(); timer != nil {
		timer.Stop()
	}
}
