package record_test

import (
	"path/filepath"
	"runtime"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/replay"
)

// aTurn makes one slot of each kind.
func aTurn(tape loop.Tape, s *script, n int64) {
	if s != nil {
		s.clock, s.ok = n/2, n%3 == 0
		s.completion = loop.Completion{Op: uint64(n + 1), Reply: loop.Reply{Data: contents[:n%200]}}
		s.reply = loop.Reply{Data: contents[:n%7]}
		if n%50 == 0 {
			s.reply.Data = contents
		}
	}
	tape.Start(loop.OpID{Turn: uint64(n)}, loop.Request{Kind: 130, Args: arguments})
	tape.Clock(loop.ClockLoop)
	tape.Clock(loop.ClockFine)
	tape.Ask(loop.Request{Kind: 131, Args: arguments})
	tape.Next(loop.Forever, &got)
	tape.Emit(loop.Effect{FD: 1, Data: arguments})
}

var (
	contents  = make([]byte, 6000)
	arguments = []byte("some arguments of a request\n")
)

func TestRecordingATurnAllocatesNothing(t *testing.T) {
	s := &script{}
	tape, err := record.New(s, record.Options{Dir: filepath.Join(t.TempDir(), "run")})
	if err != nil {
		t.Fatal(err)
	}
	s.output = make([]byte, 0, 1<<20)
	n := int64(0)
	if allocations := testing.AllocsPerRun(5000, func() {
		aTurn(tape, s, n)
		s.output = s.output[:0]
		n++
	}); allocations != 0 {
		t.Errorf("%v allocations per turn", allocations)
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
}

// heapInUse returns what is left after a collection.
func heapInUse() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

// turnsOf runs turns from to to-1 and forgets the output.
func turnsOf(tape loop.Tape, s *script, from, to int64) {
	for n := from; n < to; n++ {
		aTurn(tape, s, n)
		if s != nil {
			s.output = s.output[:0]
		}
	}
}

func TestMemoryDoesNotGrowWithTheNumberOfTurns(t *testing.T) {
	const warm, turns, growthMax = 20_000, 200_000, 1 << 20
	dir := filepath.Join(t.TempDir(), "run")
	s := &script{}
	tape, err := record.New(s, record.Options{Dir: dir}.WithSizes(64<<10, 256<<10))
	if err != nil {
		t.Fatal(err)
	}
	turnsOf(tape, s, 0, warm)
	before := heapInUse()
	turnsOf(tape, s, warm, turns)
	if growth := heapInUse() - before; growth > growthMax {
		t.Errorf("recording: the heap grew by %d bytes", growth)
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}

	again, err := replay.New(openRecording(t, dir), replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	turnsOf(again, nil, 0, warm)
	before = heapInUse()
	turnsOf(again, nil, warm, turns)
	if growth := heapInUse() - before; growth > growthMax {
		t.Errorf("replay: the heap grew by %d bytes", growth)
	}
	if err := again.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
}
