package record_test

import (
	"bytes"
	"path/filepath"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// script is a tape whose answers are set by the test, call by call.
type script struct {
	clock      int64
	reply      loop.Reply
	completion loop.Completion
	ok         bool
	output     []byte
}

func (s *script) Clock(loop.Clock) int64        { return s.clock }
func (s *script) Ask(loop.Request) loop.Reply   { return s.reply }
func (s *script) Start(loop.OpID, loop.Request) {}
func (s *script) Next(_ int64, c *loop.Completion) bool {
	*c = s.completion
	return s.ok
}
func (s *script) Emit(e loop.Effect)   { s.output = append(s.output, e.Data...) }
func (s *script) Close(loop.End) error { return nil }

// scripted drives a tape by hand. While it records it sets the answers; while
// it replays it compares them.
type scripted struct {
	t     testing.TB
	inner *script // nil in a replay
	tape  loop.Tape
}

// startScript begins a recording with fixed versions.
func startScript(t testing.TB, o record.Options) *scripted {
	t.Helper()
	inner := &script{}
	o.Header.StartMs = 1_700_000_000_000
	o.Header.Jsrr, o.Header.Goja, o.Header.OS, o.Header.Arch = "v1", "v0", "linux", "amd64"
	if o.Dir == "" {
		o.Dir = filepath.Join(t.TempDir(), "run")
	}
	tape, err := record.New(inner, o)
	if err != nil {
		t.Fatal(err)
	}
	return &scripted{t: t, inner: inner, tape: tape}
}

func (s *scripted) clock(c loop.Clock, value int64) {
	s.t.Helper()
	if s.inner != nil {
		s.inner.clock = value
	}
	if got := s.tape.Clock(c); got != value {
		s.t.Fatalf("clock %d reads %d, not %d", c, got, value)
	}
}

func (s *scripted) ask(kind loop.Kind, args []byte, errno int32, data string) {
	s.t.Helper()
	if s.inner != nil {
		s.inner.reply = loop.Reply{Errno: errno, Data: []byte(data)}
	}
	reply := s.tape.Ask(loop.Request{Kind: kind, Args: args})
	if reply.Errno != errno || string(reply.Data) != data {
		s.t.Fatalf("%v answers %+v, not %d %q", kind, reply, errno, data)
	}
}

func (s *scripted) start(turn uint64, ordinal uint32, kind loop.Kind, args string) {
	s.tape.Start(loop.OpID{Turn: turn, Ordinal: ordinal}, loop.Request{Kind: kind, Args: []byte(args)})
}

func (s *scripted) none(until int64) {
	s.t.Helper()
	if s.inner != nil {
		s.inner.ok = false
	}
	var c loop.Completion
	if s.tape.Next(until, &c) {
		s.t.Fatalf("a completion: %+v", c)
	}
}

func (s *scripted) completion(until int64, want loop.Completion) {
	s.t.Helper()
	if s.inner != nil {
		s.inner.completion, s.inner.ok = want, true
	}
	var got loop.Completion
	ok := s.tape.Next(until, &got)
	if !ok || got.Op != want.Op || got.More != want.More || got.Errno != want.Errno || !bytes.Equal(got.Data, want.Data) {
		s.t.Fatalf("%+v, not %+v", got, want)
	}
}

func (s *scripted) emit(fd uint8, text string) {
	s.tape.Emit(loop.Effect{FD: fd, Data: []byte(text)})
}

func (s *scripted) end(end loop.End) {
	s.t.Helper()
	if err := s.tape.Close(end); err != nil {
		s.t.Fatal(err)
	}
}

func text(s string) []byte {
	var e loop.Encoder
	e.String(s)
	return e.Bytes()
}
