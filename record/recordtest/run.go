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
	if o.Dir == "" {
		o.Dir = filepath.Join(t.TempDir(), "run.jsrr")
	}
	tape, err := record.New(w, o)
	if err != nil {
		t.Fatal(err)
	}
	transcript, err := p.Run(tape, nil)
	if err != nil {
		t.Fatal(err)
	}
	return o.Dir, transcript
}

// stopped is what a replay panics with.
type stopped struct{ err error }

// Replay replays p from the recording at path. The error is what stopped it;
// the transcript goes up to there.
func Replay(path string, p Program) (transcript *Transcript, output []byte, err error) {
	recording, err := record.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer recording.Close()
	tape, err := replay.New(recording, replay.Options{
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
	_, err = p.Run(tape, transcript)
	return transcript, output, err
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
