package live

import (
	"testing"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// TestIdle does something while the loop waits: until it is done, something is
// completed, or the time has come.
func TestIdle(t *testing.T) {
	world, err := NewWorld(Options{})
	if err != nil {
		t.Fatal(err)
	}
	tape := NewTape(world)
	var c loop.Completion
	calls := 0
	tape.SetIdle(func() bool { calls++; return calls < 10 })
	tape.Next(tape.Clock(loop.ClockLoop)+20, &c)
	if calls != 10 {
		t.Errorf("what was to be done in 10 pieces was called %d times", calls)
	}

	tape.SetIdle(func() bool { time.Sleep(time.Millisecond); return true })
	began := time.Now()
	if tape.Next(tape.Clock(loop.ClockLoop)+30, &c) || time.Since(began) < 20*time.Millisecond {
		t.Error("the time is over too early")
	}

	calls = 0
	tape.SetIdle(func() bool {
		if calls++; calls == 5 {
			tape.queue.put(loop.Completion{Op: 7})
		}
		return true
	})
	if !tape.Next(loop.Forever, &c) || c.Op != 7 || calls != 5 {
		t.Errorf("op %d was completed after %d calls", c.Op, calls)
	}
	if tape.Next(0, &c); calls != 5 {
		t.Error("something is done although nothing waits")
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
}
