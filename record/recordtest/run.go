package recordtest

import (
	"path/filepath"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/replay"
)

// Record records p in o.Dir (default: a new folder) and returns the folder.
func Record(t testing.TB, p Program, w *World, o record.Options) (string, *Transcript) {
	t.Helper()
	path, transcript, _ := RecordMarked(t, p, w, o, func(State) bool { return false })
	return path, transcript
}

// RecordMarked is Record with marks at the states that want chooses.
func RecordMarked(t testing.TB, p Program, w *World, o record.Options, want func(State) bool) (string, *Transcript, []Marked) {
	t.Helper()
	if o.Dir == "" {
		o.Dir = filepath.Join(t.TempDir(), "run.jsrr")
	}
	tape, err := record.New(w, o)
	if err != nil {
		t.Fatal(err)
	}
	var marks []Marked
	p.Before = func(at State) {
		if !want(at) {
			return
		}
		position, err := tape.Mark(at.Turn)
		if err != nil {
			t.Fatal(err)
		}
		marks = append(marks, Marked{at, position})
	}
	transcript, err := p.Run(tape, nil)
	if err != nil {
		t.Fatal(err)
	}
	return o.Dir, transcript, marks
}

// Tail returns what the transcript has from a state on.
func (t *Transcript) Tail(at State) *Transcript {
	return &Transcript{Answers: t.Answers[at.Answers:], Output: t.Output[at.Output:], End: t.End, Slots: t.Slots - at.Slots}
}

// stopped is what a replay panics with.
type stopped struct{ err error }

// Replay replays p from the recording at path. The error is what stopped it;
// the transcript goes up to there.
func Replay(path string, p Program) (transcript *Transcript, output []byte, err error) {
	return replayFrom(path, nil, func(tape loop.Tape, into *Transcript) error {
		_, err := p.Run(tape, into)
		return err
	})
}

// Marked is where a program was, and where its recording.
type Marked struct {
	State    State
	Position record.Position
}

// ReplayFrom is Replay from a mark on. The transcript begins there.
func ReplayFrom(path string, p Program, m Marked) (transcript *Transcript, output []byte, err error) {
	return replayFrom(path, &m.Position, func(tape loop.Tape, into *Transcript) error {
		_, err := p.Resume(m.State, tape, into)
		return err
	})
}

func replayFrom(path string, from *record.Position, run func(loop.Tape, *Transcript) error) (transcript *Transcript, output []byte, err error) {
	recording, err := record.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer recording.Close()
	tape, err := replay.New(recording, replay.Options{
		From:   from,
		Output: func(e loop.Effect) { output = append(output, e.Data...) },
		Fail:   func(err error) { panic(stopped{err}) },
	})
	if err != nil {
		return nil, nil, err
	}
	transcript = &Transcript{}
	defer func() {
		switch x := recover().(type) {
		case nil:
		case stopped:
			err = x.err
		default:
			panic(x)
		}
	}()
	return transcript, output, run(tape, transcript)
}

// Equal fails the test unless the replayed transcript is the recorded one.
func Equal(t testing.TB, recorded, replayed *Transcript) {
	t.Helper()
	Prefix(t, recorded, replayed)
	if len(recorded.Answers) != len(replayed.Answers) || recorded.End != replayed.End {
		t.Fatalf("recorded %d answers and %+v, replayed %d answers and %+v",
			len(recorded.Answers), recorded.End, len(replayed.Answers), replayed.End)
	}
}

// Prefix fails the test unless the replayed transcript is the beginning of the
// recorded one.
func Prefix(t testing.TB, recorded, replayed *Transcript) {
	t.Helper()
	if len(replayed.Answers) > len(recorded.Answers) || len(replayed.Output) > len(recorded.Output) {
		t.Fatalf("replayed %d answers of %d recorded", len(replayed.Answers), len(recorded.Answers))
	}
	for i, answer := range replayed.Answers {
		if recorded.Answers[i] != answer {
			t.Fatalf("answer %d: recorded %s, replayed %s", i, recorded.Answers[i], answer)
		}
	}
	if string(recorded.Output[:len(replayed.Output)]) != string(replayed.Output) {
		t.Fatal("the output differs")
	}
}
