package heapsnap_test

import (
	"strings"
	"testing"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/heapsnap"
)

const counting = `{
	const many = [];
	for (let i = 0; i < 5000; i++) many.push({ i });
	post(function all(x) { log(many.length, many[x].i++) }, 7);
	const few = { n: 1 };
	post(function one(x) { log(few.n += x) }, 1);
}`

// ticking returns a clock on which a step passes between two looks.
func ticking(step time.Duration) func() time.Duration {
	now := time.Duration(0)
	return func() time.Duration { now += step; return now }
}

func begun(t *testing.T, s heapsnap.Store, step time.Duration) (*host, *heapsnap.Phases) {
	program := compiled("program.js", counting)
	h := newHost(t, program)
	h.run(program)
	p := heapsnap.NewIn(s, ticking(step), 1)
	p.Begin(3, h.writer())
	h.touch = p.Touch
	return h, p
}

// TestIdle gets ahead in slices that end when the time is over.
func TestIdle(t *testing.T) {
	s := &store{}
	_, p := begun(t, s, 10*time.Microsecond)
	slices := 1
	for p.Idle(200 * time.Microsecond) {
		slices++
	}
	if p.Active() || p.Idle(time.Second) {
		t.Error("the phase goes on")
	}
	p.Close()
	if len(s.kept) != 1 || s.kept[0].Turn != 3 || len(s.errs) > 0 {
		t.Fatalf("the store got %+v, %v", s.kept, s.errs)
	}
	stats := s.kept[0].Stats
	if want := stats.Objects / 32 / 20; slices < want || slices > want+2 || stats.Objects < 5000 {
		t.Errorf("%d objects are written in %d slices, not %d", stats.Objects, slices, want)
	}
	if stats.Longest != 10*time.Microsecond || stats.Touches != 0 || stats.InIdle == 0 {
		t.Errorf("stats are %+v", stats)
	}
}

// TestTouch counts the entries that wait: those that reach what is not written.
func TestTouch(t *testing.T) {
	s := &store{}
	h, p := begun(t, s, time.Microsecond)
	h.turns(2, nil)
	p.Touch(h.rt.NewObject(), goja.Undefined(), nil)
	p.Finish()
	p.Close()
	if stats := s.kept[0].Stats; stats.Touches != 2 || stats.InTouch != 2*time.Microsecond {
		t.Errorf("stats are %+v", stats)
	}
	other := newHost(t, compiled("program.js", counting))
	if _, err := other.realm.Read(joined(s.kept[0]), other.archive); err != nil {
		t.Fatal(err)
	}
	other.turns(2, nil)
	if got, want := other.out.String(), h.out.String(); got != want || !strings.HasPrefix(want, "5000 7") {
		t.Errorf("the snapshot goes on with %q, not with %q", got, want)
	}
}

// TestAbandon gives phases up: another begins, or the program ends.
func TestAbandon(t *testing.T) {
	s := &store{}
	h, p := begun(t, s, time.Microsecond)
	p.Idle(20 * time.Microsecond)
	p.Begin(4, h.writer())
	h.turns(1, nil)
	p.Abandon()
	if p.Active() || p.Idle(time.Second) {
		t.Error("the phase goes on")
	}
	p.Finish()
	p.Begin(5, h.writer())
	p.Close()
	if len(s.kept)+len(s.errs) > 0 {
		t.Errorf("the store got %d snapshots, %v", len(s.kept), s.errs)
	}
}

// TestFailure captures what cannot be: the program goes on, and the store hears of
// it, the first time with the way to it.
func TestFailure(t *testing.T) {
	s := &store{}
	h, p := begun(t, s, time.Microsecond)
	h.rt.Set("cart", map[string]any{})
	h.turns(1, nil)
	if len(s.errs) > 0 {
		t.Error("what is there since the phase began is captured")
	}
	p.Begin(4, h.writer())
	h.turns(1, nil)
	for p.Active() {
		p.Idle(time.Millisecond)
	}
	p.Close()
	if len(s.kept) != 0 || len(s.errs) != 1 || !strings.Contains(s.errs[0].Error(), "turn 4: cart cannot be captured") {
		t.Errorf("the store got %d snapshots, %v", len(s.kept), s.errs)
	}
	if h.out.Len() == 0 {
		t.Error("the program did not go on")
	}
}

// slow is a store that waits until it is told to go on.
type slow struct {
	store
	begun, proceed chan bool
}

func (s *slow) Keep(snapshot heapsnap.Snapshot) {
	s.begun <- true
	<-s.proceed
	s.store.Keep(snapshot)
}

// TestSlowStore takes snapshots faster than they are stored: the newest is kept.
func TestSlowStore(t *testing.T) {
	s := &slow{begun: make(chan bool, 9), proceed: make(chan bool, 9)}
	h, p := begun(t, s, time.Microsecond)
	p.Finish()
	<-s.begun
	for turn := range uint64(4) {
		p.Begin(turn+10, h.writer())
		p.Finish()
	}
	s.proceed <- true
	s.proceed <- true
	p.Close()
	if len(s.kept) != 2 || s.kept[0].Turn != 3 || s.kept[1].Turn != 13 || s.kept[1].Stats.Unwanted != 3 {
		t.Errorf("the store got %d snapshots", len(s.kept))
	}
}
