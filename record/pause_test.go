package record

import (
	"math"
	"path/filepath"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// ticking is a tape whose clock goes on with every third reading.
type ticking struct{ readings int64 }

func (c *ticking) Clock(loop.Clock) int64            { c.readings++; return c.readings / 3 }
func (c *ticking) Ask(loop.Request) loop.Reply       { return loop.Reply{} }
func (c *ticking) Start(loop.OpID, loop.Request)     {}
func (c *ticking) Next(int64, *loop.Completion) bool { return false }
func (c *ticking) Emit(loop.Effect)                  {}
func (c *ticking) Close(loop.End) error              { return nil }

// TestCountOfSlotsNeverOverflows begins just below the largest count.
func TestCountOfSlotsNeverOverflows(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	tape, err := New(&ticking{}, Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	tape.word = math.MaxUint32 - 2
	for range 6 {
		tape.Next(0, new(loop.Completion))
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
	r, err := Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	status, err := r.Status()
	if err != nil || status.Slots != math.MaxUint32+4 {
		t.Fatalf("%+v, %v", status, err)
	}
}
