package record_test

import (
	"path/filepath"
	"strconv"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// still is a tape that costs next to nothing, so that a benchmark shows the
// recorder alone. BenchmarkInner* are the share of the tape itself.
type still struct {
	now        int64
	reply      loop.Reply
	completion loop.Completion
	ok         bool
}

func (s *still) Clock(loop.Clock) int64        { return s.now }
func (s *still) Ask(loop.Request) loop.Reply   { return s.reply }
func (s *still) Start(loop.OpID, loop.Request) {}
func (s *still) Next(_ int64, c *loop.Completion) bool {
	if s.ok {
		*c = s.completion
	}
	return s.ok
}

// got is where benchmarks let completions be stored.
var got loop.Completion

func (s *still) Emit(loop.Effect)     {}
func (s *still) Close(loop.End) error { return nil }

// begin returns a recording tape on s.
func begin(b *testing.B, s *still) loop.Tape {
	b.Helper()
	tape, err := record.New(s, record.Options{
		Dir:  filepath.Join(b.TempDir(), "run.jsrr"),
		Warn: func(err error) { b.Error(err) },
	})
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = tape.Close(loop.End{}) })
	b.ReportAllocs()
	b.ResetTimer()
	return tape
}

func BenchmarkInnerClock(b *testing.B) {
	var tape loop.Tape = &still{}
	for b.Loop() {
		tape.Clock(loop.ClockLoop)
	}
}

func BenchmarkInnerNext(b *testing.B) {
	var tape loop.Tape = &still{}
	for b.Loop() {
		tape.Next(0, &got)
	}
}

func BenchmarkInnerCompletion(b *testing.B) {
	var tape loop.Tape = &still{completion: loop.Completion{Op: 1, Reply: loop.Reply{Data: make([]byte, 32)}}, ok: true}
	for b.Loop() {
		tape.Next(0, &got)
	}
}

func BenchmarkRecordPredictedClock(b *testing.B) {
	tape := begin(b, &still{})
	for b.Loop() {
		tape.Clock(loop.ClockLoop)
	}
}

func BenchmarkRecordPredictedNext(b *testing.B) {
	tape := begin(b, &still{})
	for b.Loop() {
		tape.Next(0, &got)
	}
}

func BenchmarkRecordPredictedStart(b *testing.B) {
	tape := begin(b, &still{})
	args := []byte("\x05/some/path/to/a/file.txt\x00\x01")
	for b.Loop() {
		tape.Start(loop.OpID{Turn: 812, Ordinal: 2}, loop.Request{Kind: 130, Args: args})
	}
}

func BenchmarkRecordTick(b *testing.B) {
	s := &still{}
	tape := begin(b, s)
	for b.Loop() {
		s.now++
		tape.Clock(loop.ClockLoop)
	}
}

func BenchmarkRecordFineClock(b *testing.B) {
	s := &still{}
	tape := begin(b, s)
	for b.Loop() {
		s.now += 1234
		tape.Clock(loop.ClockFine)
	}
}

func BenchmarkRecordCompletionEmpty(b *testing.B) {
	tape := begin(b, &still{completion: loop.Completion{Op: 1}, ok: true})
	tape.Start(loop.OpID{}, loop.Request{})
	for b.Loop() {
		tape.Next(0, &got)
	}
}

func BenchmarkRecordCompletion(b *testing.B) {
	tape := begin(b, &still{completion: loop.Completion{Op: 1, Reply: loop.Reply{Data: make([]byte, 32)}}, ok: true})
	tape.Start(loop.OpID{}, loop.Request{})
	for b.Loop() {
		tape.Next(0, &got)
	}
}

func BenchmarkRecordAsk(b *testing.B) {
	tape := begin(b, &still{reply: loop.Reply{Data: []byte{1}}})
	args := []byte("\x05/some/path/to/a/file.txt\x00\x01")
	for b.Loop() {
		tape.Ask(loop.Request{Kind: 130, Args: args})
	}
}

func BenchmarkRecordEmit(b *testing.B) {
	tape := begin(b, &still{})
	line := []byte("hello, world\n")
	for b.Loop() {
		tape.Emit(loop.Effect{FD: 1, Data: line})
	}
}

// payloads alternate between two contents of the same length.
func benchmarkPayload(b *testing.B, length int, equal bool) {
	s := &still{ok: true}
	s.completion = loop.Completion{Op: 1, Reply: loop.Reply{Data: make([]byte, length)}}
	tape := begin(b, s)
	tape.Start(loop.OpID{}, loop.Request{})
	b.SetBytes(int64(length))
	for i := 0; b.Loop(); i++ {
		if !equal {
			s.completion.Data[0], s.completion.Data[1], s.completion.Data[2] = byte(i), byte(i>>8), byte(i>>16)
		}
		tape.Next(0, &got)
	}
}

func BenchmarkRecordPayload4KB(b *testing.B)       { benchmarkPayload(b, 4<<10, false) }
func BenchmarkRecordPayload64KB(b *testing.B)      { benchmarkPayload(b, 64<<10, false) }
func BenchmarkRecordPayloadEqual64KB(b *testing.B) { benchmarkPayload(b, 64<<10, true) }

// BenchmarkShortRecording is what a recording costs a program that does
// nothing.
func BenchmarkShortRecording(b *testing.B) {
	dir := b.TempDir()
	for i := 0; b.Loop(); i++ {
		tape, err := record.New(&still{}, record.Options{Dir: filepath.Join(dir, strconv.Itoa(i))})
		if err != nil {
			b.Fatal(err)
		}
		if err := tape.Close(loop.End{}); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkRecordTurn is what every turn costs, whatever else it does.
func BenchmarkRecordTurn(b *testing.B) {
	tape := begin(b, &still{}).(loop.Observer)
	turn := &loop.Turn{Number: 812}
	for b.Loop() {
		tape.BeginTurn(turn)
	}
}

func BenchmarkMark(b *testing.B) {
	tape := begin(b, &still{}).(*record.Tape)
	for b.Loop() {
		tape.Clock(loop.ClockLoop)
		if _, err := tape.Mark(7); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSnapshot is what a megabyte costs from the loop to the disk.
func BenchmarkSnapshot(b *testing.B) {
	tape := begin(b, &still{}).(*record.Tape)
	piece := make([]byte, 1<<20)
	for i := range piece {
		piece[i] = byte(i * i >> 7)
	}
	position, err := tape.Mark(7)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(piece)))
	w := tape.NewSnapshot(position)
	for range b.N {
		w.Write("heap", piece)
	}
	w.Complete()
	<-w.Done()
	if err := w.Err(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkSnapshotPart is what a megabyte costs from the disk to a reader, with
// all that is verified.
func BenchmarkSnapshotPart(b *testing.B) {
	dir := filepath.Join(b.TempDir(), "run.jsrr")
	tape, err := record.New(&still{}, record.Options{Dir: dir})
	if err != nil {
		b.Fatal(err)
	}
	const length = 32 << 20
	heap := make([]byte, length)
	for i := range heap {
		heap[i] = byte(i * i >> 7)
	}
	if err := writeSnapshot(b, tape, 7, map[string][]byte{"heap": heap}, nil); err != nil {
		b.Fatal(err)
	}
	if err := tape.Close(loop.End{}); err != nil {
		b.Fatal(err)
	}
	r, err := record.Open(dir)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(length)
	for b.Loop() {
		s, damaged, err := r.SnapshotBefore(record.MainLoop, 7)
		if err != nil {
			b.Fatal(damaged, err)
		}
		if got, err := readPart(&s, "heap"); err != nil || len(got) != length {
			b.Fatal(len(got), err)
		}
	}
}
