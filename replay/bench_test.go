package replay_test

import (
	"path/filepath"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/replay"
)

// ticking is a tape whose clock goes on with every third reading, and whose
// requests have a short answer.
type ticking struct{ readings int64 }

func (c *ticking) Clock(loop.Clock) int64            { c.readings++; return c.readings / 3 }
func (c *ticking) Ask(loop.Request) loop.Reply       { return loop.Reply{Data: []byte("answer")} }
func (c *ticking) Start(loop.OpID, loop.Request)     {}
func (c *ticking) Next(int64, *loop.Completion) bool { return false }
func (c *ticking) Emit(loop.Effect)                  {}
func (c *ticking) Close(loop.End) error              { return nil }

// benchmark records slots and measures their replay.
func benchmark(b *testing.B, slots func(tape loop.Tape, n int)) {
	dir := filepath.Join(b.TempDir(), "run")
	const batch = 1_000_000
	recorder, err := record.New(&ticking{}, record.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	slots(recorder, batch)
	if err := recorder.Close(loop.End{}); err != nil {
		b.Fatal(err)
	}
	r, err := record.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for n := b.N; n > 0; n -= batch {
		tape, err := replay.New(r, replay.Options{})
		if err != nil {
			b.Fatal(err)
		}
		slots(tape, min(n, batch))
	}
}

func BenchmarkReplayClock(b *testing.B) {
	benchmark(b, func(tape loop.Tape, n int) {
		for range n {
			tape.Clock(loop.ClockLoop)
		}
	})
}

func BenchmarkReplayNext(b *testing.B) {
	benchmark(b, func(tape loop.Tape, n int) {
		for range n {
			tape.Next(0, new(loop.Completion))
		}
	})
}

func BenchmarkReplayAsk(b *testing.B) {
	args := []byte("arguments")
	benchmark(b, func(tape loop.Tape, n int) {
		for range n {
			tape.Ask(loop.Request{Kind: 130, Args: args})
		}
	})
}

func BenchmarkReplayEmit(b *testing.B) {
	line := []byte("hello, world\n")
	benchmark(b, func(tape loop.Tape, n int) {
		for range n {
			tape.Emit(loop.Effect{FD: 1, Data: line})
		}
	})
}
