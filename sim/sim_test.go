package sim

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// world answers requests with their own arguments, and logs them.
type world struct {
	log     []string
	existed map[string]bool
}

func (w *world) do(r loop.Request) loop.Reply {
	if r.Kind == loop.KindFSMkdir {
		return w.mkdir(r)
	}
	w.log = append(w.log, string(r.Args))
	return loop.Reply{Data: r.Args}
}

func (w *world) mkdir(r loop.Request) loop.Reply {
	args := loop.Decode(r.Args)
	if name := args.String(); !w.existed[name] {
		w.existed[name] = true
		return loop.Reply{}
	}
	return loop.Reply{Errno: -17}
}

func read(name string) loop.Request { return loop.Request{Kind: loop.KindFSRead, Args: []byte(name)} }

// start starts ops 1 … n.
func start(t *Tape, n int) {
	for i := 1; i <= n; i++ {
		t.Start(loop.OpID{Ordinal: uint32(i)}, read(fmt.Sprint(i)))
	}
}

// waitAll takes completions until none is left, and returns them as
// "op@time".
func waitAll(t *Tape) (all []string) {
	var c loop.Completion
	for t.Next(loop.Forever, &c) {
		all = append(all, fmt.Sprintf("%d@%d", c.Op, t.Clock(loop.ClockLoop)))
		for t.Next(loop.Drain, &c) {
			all = append(all, fmt.Sprintf("%d@%d", c.Op, t.Clock(loop.ClockLoop)))
		}
	}
	return all
}

func TestSeedDecides(t *testing.T) {
	runs := map[string]bool{}
	for seed := range uint64(20) {
		var both [2]string
		for i := range both {
			w := &world{}
			tape := New(Options{Seed: seed, Do: w.do})
			start(tape, 8)
			both[i] = fmt.Sprint(waitAll(tape), w.log, tape.Ask(loop.Request{Kind: loop.KindSeed}).Data)
		}
		if both[0] != both[1] {
			t.Errorf("seed %d: two runs differ:\n%s\n%s", seed, both[0], both[1])
		}
		runs[both[0]] = true
	}
	if len(runs) < 15 {
		t.Errorf("20 seeds make only %d runs", len(runs))
	}
}

// TestLatency checks that every op completes once and in time, and that all
// orders of three ops come about.
func TestLatency(t *testing.T) {
	const latencyMax = 7
	orders := map[string]bool{}
	for seed := range uint64(200) {
		w := &world{}
		tape := New(Options{Seed: seed, Do: w.do, LatencyMax: latencyMax})
		start(tape, 3)
		all := waitAll(tape)
		if now := tape.Clock(loop.ClockLoop); now > latencyMax {
			t.Errorf("seed %d: an op took %d ms", seed, now)
		}
		var order []string
		for _, s := range all {
			op, _, _ := strings.Cut(s, "@")
			order = append(order, op)
		}
		orders[strings.Join(order, "")] = true
		sorted := slices.Sorted(slices.Values(order))
		if acted := slices.Sorted(slices.Values(w.log)); !slices.Equal(sorted, []string{"1", "2", "3"}) || !slices.Equal(acted, sorted) {
			t.Errorf("seed %d: ops %v completed, %v acted", seed, order, w.log)
		}
	}
	if len(orders) != 6 {
		t.Errorf("of 6 orders only %d came about", len(orders))
	}
}

func TestNoLatency(t *testing.T) {
	w := &world{}
	tape := New(Options{Do: w.do, LatencyMax: -1})
	start(tape, 3)
	tape.Ask(read("sync"))
	if got := fmt.Sprint(waitAll(tape), w.log); got != "[1@0 2@0 3@0] [1 2 3 sync]" {
		t.Error(got)
	}
}

// TestActsBeforeAsk checks that synchronous requests find what ops did whose
// moment came earlier, although they have not completed.
func TestActsBeforeAsk(t *testing.T) {
	early := false
	for seed := range uint64(50) {
		w := &world{}
		tape := New(Options{Seed: seed, Do: w.do, LatencyMax: 10})
		start(tape, 1)
		var c loop.Completion
		if tape.Next(5, &c) {
			continue
		}
		tape.Ask(read("sync"))
		early = early || slices.Equal(w.log, []string{"1", "sync"})
	}
	if !early {
		t.Error("no op ever acted before a later synchronous request")
	}
}

// TestNext checks the four ways to call it.
func TestNext(t *testing.T) {
	tape := New(Options{Do: (&world{}).do, LatencyMax: -1})
	var c loop.Completion
	if tape.Next(loop.Drain, &c) || tape.Next(0, &c) || tape.Next(loop.Forever, &c) {
		t.Error("completions although nothing was started")
	}
	if tape.Next(40, &c) || tape.Clock(loop.ClockLoop) != 40 {
		t.Errorf("waited until %d, want 40", tape.Clock(loop.ClockLoop))
	}
	start(tape, 2)
	if !tape.Next(0, &c) || c.Op != 1 || string(c.Data) != "1" {
		t.Errorf("a poll returned %+v", c)
	}
	start(tape, 1)
	if !tape.Next(loop.Drain, &c) || c.Op != 2 {
		t.Errorf("drain returned %+v", c)
	}
	if tape.Next(loop.Drain, &c) {
		t.Error("drain delivered an op that was started after the batch")
	}
	if !tape.Next(1000, &c) || c.Op != 3 || tape.Clock(loop.ClockLoop) != 40 {
		t.Errorf("%+v at %d", c, tape.Clock(loop.ClockLoop))
	}
}

func TestFaults(t *testing.T) {
	const eio = -5
	w := &world{}
	tape := New(Options{Do: w.do, LatencyMax: -1, Fault: func(r loop.Request, random uint64) int32 {
		if string(r.Args) == "2" {
			return eio
		}
		return 0
	}})
	start(tape, 3)
	var errnos []int32
	var c loop.Completion
	for tape.Next(loop.Forever, &c) {
		errnos = append(errnos, c.Errno)
	}
	if !slices.Equal(errnos, []int32{0, eio, 0}) || !slices.Equal(w.log, []string{"1", "3"}) {
		t.Errorf("errors %v, acted %v", errnos, w.log)
	}
	if r := tape.Ask(read("2")); r.Errno != 0 {
		t.Error("a synchronous request failed")
	}
}

func TestClocks(t *testing.T) {
	const epoch = 1_000_000
	tape := New(Options{Epoch: epoch})
	if ms := tape.Clock(loop.ClockWall); ms != epoch {
		t.Errorf("the wall clock begins at %d", ms)
	}
	last := tape.Clock(loop.ClockFine)
	for range 1000 {
		fine := tape.Clock(loop.ClockFine)
		if fine <= last {
			t.Fatalf("the fine clock went from %d to %d", last, fine)
		}
		last = fine
	}
	now, wall := tape.Clock(loop.ClockLoop), tape.Clock(loop.ClockWall)
	if now == 0 || wall-epoch != now || last/1e6 != now {
		t.Errorf("clocks out of step: loop %d, wall %d, fine %d", now, wall, last)
	}
}

// TestClockMovesForThoseWhoWait checks that a program which reads the wall
// clock until it changes comes to an end, and that the loop's own reads move
// nothing.
func TestClockMovesForThoseWhoWait(t *testing.T) {
	tape := New(Options{})
	for range 10 * readsPerMilli {
		if tape.Clock(loop.ClockLoop) != 0 {
			t.Fatal("the loop's reads moved its clock")
		}
	}
	reads := 0
	for tape.Clock(loop.ClockWall) < 20 {
		if reads++; reads > 25*readsPerMilli {
			t.Fatal("the clock stands still")
		}
	}
}

func TestRandomBytes(t *testing.T) {
	ask := func(tape *Tape, n uint64) []byte {
		var args loop.Encoder
		args.Uint(n)
		return tape.Ask(loop.Request{Kind: loop.KindRandom, Args: args.Bytes()}).Data
	}
	for _, n := range []uint64{0, 1, 8, 13, 1000} {
		one, two := ask(New(Options{Seed: 5}), n), ask(New(Options{Seed: 5}), n)
		if uint64(len(one)) != n || !bytes.Equal(one, two) {
			t.Errorf("%d bytes: got %x and %x", n, one, two)
		}
	}
	if bytes.Equal(ask(New(Options{Seed: 5}), 8), ask(New(Options{Seed: 6}), 8)) {
		t.Error("two seeds make the same bytes")
	}
	w := &world{}
	if r := New(Options{Do: w.do}).Ask(loop.Request{Kind: loop.KindRandom, Args: []byte("\xff")}); string(r.Data) != "\xff" {
		t.Error("a malformed request is not the world's to answer")
	}
}

func TestTemporaryNames(t *testing.T) {
	var args loop.Encoder
	args.String("/tmp/x-")
	request := loop.Request{Kind: loop.KindFSMkdtemp, Args: args.Bytes()}
	w := &world{existed: map[string]bool{}}
	first := New(Options{Seed: 1, Do: w.do}).Ask(request)
	second := New(Options{Seed: 1, Do: w.do}).Ask(request)
	if len(first.Data) != len("/tmp/x-")+6 || bytes.Equal(first.Data, second.Data) || len(w.existed) != 2 {
		t.Errorf("%q and %q, made %v", first.Data, second.Data, w.existed)
	}
	again := New(Options{Seed: 1, Do: (&world{existed: map[string]bool{}}).do}).Ask(request)
	if !bytes.Equal(first.Data, again.Data) {
		t.Errorf("%q, then %q", first.Data, again.Data)
	}
}

func TestOutput(t *testing.T) {
	var got []string
	tape := New(Options{Output: func(e loop.Effect) { got = append(got, fmt.Sprintf("%d %s", e.FD, e.Data)) }})
	tape.Emit(loop.Effect{FD: 2, Data: []byte("text")})
	New(Options{}).Emit(loop.Effect{FD: 1})
	if !slices.Equal(got, []string{"2 text"}) {
		t.Error(got)
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Error(err)
	}
}
