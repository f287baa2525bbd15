package systemtest

import (
	"context"
	"hash/crc64"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/loop"
)

// heapSlack is how much the heap may grow: for caches that fill, not for
// turns.
const heapSlack = 4 << 20

// heapWatcher is an observer that measures the heap at two turns.
type heapWatcher struct {
	first, last uint64
	heap        [2]uint64
}

// BeginTurn implements loop.Observer.
func (w *heapWatcher) BeginTurn(t *loop.Turn) {
	switch t.Number {
	case w.first:
		w.heap[0] = liveHeap()
	case w.last:
		w.heap[1] = liveHeap()
	}
}

func liveHeap() uint64 {
	runtime.GC()
	runtime.GC() // what the first one finalized
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

// check says whether the heap grew between the two turns.
func (w *heapWatcher) check(t *testing.T, what string) {
	t.Helper()
	if w.heap[0] == 0 || w.heap[1] == 0 {
		t.Fatalf("%s: turns %d and %d did not both come", what, w.first, w.last)
	}
	t.Logf("%s: heap %d kB at turn %d, %d kB at turn %d", what, w.heap[0]>>10, w.first, w.heap[1]>>10, w.last)
	if w.heap[1] > w.heap[0]+heapSlack {
		t.Errorf("%s: the heap grew from %d to %d bytes", what, w.heap[0], w.heap[1])
	}
}

// TestMemory records and replays programs of many turns and many bytes.
func TestMemory(t *testing.T) {
	for _, c := range []struct {
		name, script string
		count, short int
		turnsFor     int // turns for each count
	}{
		{"turns", "testdata/turns.js", 2_000_000, 200_000, 1},
		{"bytes", "testdata/bytes.js", 200, 40, 2},
	} {
		t.Run(c.name, func(t *testing.T) {
			count := c.count
			if testing.Short() {
				count = c.short
			}
			turns := uint64(c.turnsFor * count)
			checkMemory(t, c.script, count, turns/5, turns/100*97)
		})
	}
}

// checkMemory records and replays a script, and measures the heap at two
// turns of each.
func checkMemory(t *testing.T, script string, count int, first, last uint64) {
	t.Helper()
	path, err := filepath.Abs(script)
	if err != nil {
		t.Fatal(err)
	}
	folder := filepath.Join(t.TempDir(), "recording.jsrr")
	table := crc64.MakeTable(crc64.ECMA)
	printed, again := crc64.New(table), crc64.New(table)
	watcher := &heapWatcher{first: first, last: last}
	recorded, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Folder: folder, Options: jsrr.Options{
		Script: path, Args: []string{strconv.Itoa(count)}, Dir: t.TempDir(), Env: environment, Stdout: printed, Observer: watcher,
	}})
	if err != nil || recorded.ExitCode != 0 || recorded.Incomplete != nil {
		t.Fatal(err, recorded)
	}
	watcher.check(t, "record")
	watcher = &heapWatcher{first: first, last: last}
	mapped := 0
	replayed, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
		Recording: folder, Stdout: io.MultiWriter(again, mappingCounter{folder, &mapped}), Observer: watcher,
	})
	if err != nil || replayed.Turns != recorded.Turns {
		t.Fatal(err, replayed)
	}
	watcher.check(t, "replay")
	if printed.Sum64() != again.Sum64() {
		t.Error("the replay printed something else")
	}
	const mappedMax = 16
	if mapped > mappedMax {
		t.Errorf("%d parts of the recording are mapped at a time", mapped)
	}
}

// mappingCounter is a writer that looks now and then how many mappings of a
// folder the process has.
type mappingCounter struct {
	folder string
	most   *int
}

func (c mappingCounter) Write(p []byte) (int, error) {
	maps, err := os.ReadFile("/proc/self/maps")
	if err == nil {
		*c.most = max(*c.most, strings.Count(string(maps), c.folder))
	}
	return len(p), nil
}
