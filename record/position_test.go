package record_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

func everySlot(recordtest.State) bool { return true }

// every returns a choice of every n-th state.
func every(n int) func(recordtest.State) bool {
	return func(at recordtest.State) bool { return at.Slots%n == 0 }
}

// encoded sends a mark's position through its bytes.
func encoded(t *testing.T, m recordtest.Marked) recordtest.Marked {
	t.Helper()
	b, err := m.Position.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	var p record.Position
	if err := p.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	if p != m.Position {
		t.Fatalf("%+v became %+v", m.Position, p)
	}
	return recordtest.Marked{State: m.State, Position: p}
}

func TestReplayFromEverySlot(t *testing.T) {
	for name, o := range map[string]record.Options{
		"small segments": record.Options{}.WithSizes(2048, 4096),
		"large segments": {},
		"no mappings":    record.Options{}.WithSizes(2048, 4096).WithoutMappings(),
	} {
		t.Run(name, func(t *testing.T) {
			p := recordtest.Program{Seed: 21, Slots: 400, OutputMax: 300}
			w := recordtest.NewWorld(21)
			w.Large = 6000
			path, recorded, marks := recordtest.RecordMarked(t, p, w, o, everySlot)
			if len(marks) != 400 {
				t.Fatalf("%d marks", len(marks))
			}
			packed := filepath.Join(t.TempDir(), "run.jsrr")
			pack(t, path, packed)
			for i, m := range marks {
				source := path
				if i%10 == 0 {
					source = packed
				}
				replayed, output, err := recordtest.ReplayFrom(source, p, encoded(t, m))
				if err != nil {
					t.Fatalf("from slot %d: %v", m.State.Slots, err)
				}
				tail := recorded.Tail(m.State)
				recordtest.Equal(t, tail, replayed)
				if string(output) != string(tail.Output) {
					t.Fatalf("from slot %d: another output", m.State.Slots)
				}
			}
		})
	}
}

// A mark must not change what is recorded.
func TestMarksLeaveNoTrace(t *testing.T) {
	p := recordtest.Program{Seed: 22, Slots: 400}
	o := record.Options{}.WithSizes(2048, 4096)
	with, _, _ := recordtest.RecordMarked(t, p, recordtest.NewWorld(22), o, everySlot)
	without, _ := recordtest.Record(t, p, recordtest.NewWorld(22), o)
	if string(allBytes(t, with)) != string(allBytes(t, without)) {
		t.Error("marks changed the recording")
	}
}

// TestReplayFromMarksOfKilledProcess looks at the files as they are at some
// moment, and enters them at all marks made until then.
func TestReplayFromMarksOfKilledProcess(t *testing.T) {
	dir := t.TempDir()
	from := filepath.Join(dir, "run")
	p := recordtest.Program{Seed: 23, Slots: 500, OutputMax: 600}
	recording := p
	var copies []string
	var at []int
	recording.After = func(slot int) {
		if slot%31 == 0 {
			at, copies = append(at, slot), append(copies, filepath.Join(dir, fmt.Sprint(slot)))
			copyRecording(t, from, copies[len(copies)-1])
		}
	}
	w := recordtest.NewWorld(23)
	w.Large = 9000
	_, recorded, marks := recordtest.RecordMarked(t, recording, w, record.Options{Dir: from}.WithSizes(2048, 4096), every(7))
	for i, path := range copies {
		for _, m := range marks {
			if m.State.Slots >= at[i] {
				break
			}
			replayed, _, err := recordtest.ReplayFrom(path, p, m)
			var ended *replay.Ended
			if !errors.As(err, &ended) || ended.Err != nil {
				t.Fatalf("killed after slot %d, from %d: %v", at[i], m.State.Slots, err)
			}
			recordtest.Prefix(t, recorded.Tail(m.State), replayed)
			if got, want := m.State.Slots+replayed.Slots+1, at[i]; got != want {
				t.Fatalf("killed after slot %d, from %d: replayed up to %d", want, m.State.Slots, got)
			}
		}
	}
}

// A mark that was made later than the last bytes that are left is refused.
func TestReplayFromBehindTheEnd(t *testing.T) {
	dir := t.TempDir()
	from, to := filepath.Join(dir, "run"), filepath.Join(dir, "copy")
	p := recordtest.Program{Seed: 24, Slots: 300}
	recording := p
	recording.After = func(slot int) {
		if slot == 100 {
			copyRecording(t, from, to)
		}
	}
	_, _, marks := recordtest.RecordMarked(t, recording, recordtest.NewWorld(24), record.Options{Dir: from}, everySlot)
	for _, m := range marks[101:] {
		_, _, err := recordtest.ReplayFrom(to, p, m)
		if !errors.Is(err, record.ErrDamaged) {
			t.Fatalf("from slot %d of 100: %v", m.State.Slots, err)
		}
	}
}

// What is damaged before a mark does not matter. Damage behind it shows in its
// place.
func TestReplayFromAmongDamage(t *testing.T) {
	p := recordtest.Program{Seed: 25, Slots: 800, OutputMax: 300}
	w := recordtest.NewWorld(25)
	w.Large = 4000
	path, recorded, marks := recordtest.RecordMarked(t, p, w, record.Options{}.WithSizes(2048, 4096), every(40))
	v := &victim{path: path}
	v.read(t, filepath.Join(path, "*-*"))
	random := rand.New(rand.NewPCG(25, 0))
	late, early := 0, 0
	for range 80 {
		name := v.names[random.IntN(len(v.names))]
		b := slices.Clone(v.files[name])
		b[random.IntN(len(b))] ^= 1 << random.IntN(8)
		if random.IntN(10) == 0 {
			if err := os.Remove(name); err != nil {
				t.Fatal(err)
			}
		} else if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		sound := false
		for _, m := range marks {
			replayed, _, err := recordtest.ReplayFrom(path, p, m)
			var d *replay.Divergence
			switch {
			case err == nil:
				recordtest.Equal(t, recorded.Tail(m.State), replayed)
				sound = true
				early++
				continue
			case errors.As(err, &d) || !known(err):
				t.Fatalf("%s damaged, from slot %d: %v", name, m.State.Slots, err)
			case sound:
				t.Fatalf("%s damaged: a mark can be entered, and the later one at slot %d cannot: %v", name, m.State.Slots, err)
			}
			if replayed != nil {
				recordtest.Prefix(t, recorded.Tail(m.State), replayed)
			}
			late++
		}
		v.restore(t, []string{name})
	}
	if early < 250 || late < 250 {
		t.Errorf("%d replays beyond the damage, %d into it: the test covers too little", early, late)
	}
}

func TestPositionOfAnotherRecording(t *testing.T) {
	p := recordtest.Program{Seed: 26, Slots: 50}
	_, _, marks := recordtest.RecordMarked(t, p, recordtest.NewWorld(26), sized(1), everySlot)
	other, _ := recordtest.Record(t, p, recordtest.NewWorld(26), sized(2))
	if _, _, err := recordtest.ReplayFrom(other, p, marks[10]); !errors.Is(err, record.ErrPosition) {
		t.Errorf("%v", err)
	}
	r := openRecording(t, other)
	if _, err := r.ReaderAt("w7", marks[10].Position); !errors.Is(err, record.ErrNoLoop) {
		t.Errorf("%v", err)
	}
}

// A recorder that has given up makes no marks.
func TestMarkOfStoppedRecording(t *testing.T) {
	s := startScript(t, record.Options{}.WithSizes(2048, 2048).WithFiles(3, errors.New("no space")))
	tape := s.tape.(*record.Tape)
	for turn := uint64(0); ; turn++ {
		if _, err := tape.Mark(turn); errors.Is(err, record.ErrStopped) {
			break
		} else if err != nil || turn > 1000 {
			t.Fatal(turn, err)
		}
		s.emit(1, "some output that fills the segment\n")
	}
	s.end(loop.End{})
}

// A replay from the middle knows the turns, lines and ops from before.
func TestDivergenceFromTheMiddle(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := startScript(t, record.Options{Dir: dir})
	tape := s.tape.(*record.Tape)
	for turn := range uint64(40) {
		tape.BeginTurn(&loop.Turn{Number: turn})
		s.start(turn, 1, 130, "op")
		s.emit(1, "a line\n")
	}
	position, err := tape.Mark(40)
	if err != nil {
		t.Fatal(err)
	}
	tape.BeginTurn(&loop.Turn{Number: 40})
	s.completion(0, loop.Completion{Op: 12, Reply: loop.Reply{Data: []byte("answer")}})
	s.emit(1, "the end\n")
	s.end(loop.End{Turns: 41})

	r := openRecording(t, dir)
	again, err := replay.New(r, replay.Options{From: &position, Fail: func(err error) { panic(err) }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		var d *replay.Divergence
		if err, _ := recover().(error); !errors.As(err, &d) {
			t.Fatal(err)
		}
		if d.Turn.Number != 40 || d.Output == nil || d.Output.Line != 41 || d.Output.Offset != 40*7+4 {
			t.Errorf("%+v, output %+v", d, d.Output)
		}
	}()
	again.BeginTurn(&loop.Turn{Number: 40})
	var c loop.Completion
	if !again.Next(0, &c) || c.Op != 12 || string(c.Data) != "answer" {
		t.Errorf("%+v", c)
	}
	if turns := again.Summary().Turns; turns != 41 {
		t.Errorf("%d turns", turns)
	}
	again.Emit(loop.Effect{FD: 1, Data: []byte("the END\n")})
}

func FuzzPosition(f *testing.F) {
	s := startScript(f, record.Options{})
	s.clock(loop.ClockFine, 99)
	s.emit(1, "a line\n")
	p, err := s.tape.(*record.Tape).Mark(1000)
	if err != nil {
		f.Fatal(err)
	}
	s.end(loop.End{})
	b, err := p.AppendBinary(nil)
	if err != nil || p.UnmarshalBinary(b) != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add(b[:20])
	f.Fuzz(func(t *testing.T, b []byte) {
		var p record.Position
		if err := p.UnmarshalBinary(b); err != nil {
			if !errors.Is(err, record.ErrPosition) {
				t.Error(err)
			}
			return
		}
		again, err := p.AppendBinary(nil)
		if err != nil || len(again) > len(b) {
			t.Errorf("%x became %x, %v", b, again, err)
		}
	})
}
