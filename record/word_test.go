//go:build !race

package record

import (
	"encoding/binary"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// TestWordIsNeverSplit reads the word of a segment, as another process could,
// while it changes. As a number it only grows; a store in pieces would show
// the count of slots reset before the length has grown.
func TestWordIsNeverSplit(t *testing.T) {
	tape, err := New(&ticking{}, Options{
		Dir:   filepath.Join(t.TempDir(), "run"),
		sizes: [2]sizes{{16 << 20, 16 << 20}, {1 << 20, 1 << 20}},
	})
	if err != nil {
		t.Fatal(err)
	}
	committed := tape.committed
	var done atomic.Bool
	result := make(chan uint64, 2)
	go func() {
		var last, reads uint64
		for !done.Load() {
			word := binary.LittleEndian.Uint64(committed[:])
			if word < last {
				break
			}
			last = word
			reads++
		}
		if done.Load() {
			reads |= 1 << 63
		}
		result <- reads
	}()
	for range 6_000_000 {
		tape.Clock(loop.ClockLoop)
	}
	done.Store(true)
	if reads := <-result; reads>>63 == 0 {
		t.Errorf("the word went back after %d reads", reads)
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
}
