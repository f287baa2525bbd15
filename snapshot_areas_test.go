package jsrr

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// TestAreasInSnapshots captures the programs of testdata/snapshots after each turn.
// Each has a global function check, which shows what there is: it says the same in
// the program that was restored.
func TestAreasInSnapshots(t *testing.T) {
	paths, err := filepath.Glob("testdata/snapshots/*.*js")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, paths)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			absolute, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			checkTurns(t, Options{Script: absolute, VirtualClock: true, Stdout: io.Discard, Stderr: io.Discard})
		})
	}
}

func checkTurns(t *testing.T, o Options) {
	checked := 0
	turns := &atTurns{do: func(a *atTurns, turn *loop.Turn) {
		data, err := capture(a.host, a.loop)
		if err != nil {
			t.Errorf("after turn %d: %v", turn.Number, err)
			return
		}
		h, l := restored(t, o, data)
		again, err := capture(h, l)
		if err != nil || !bytes.Equal(data, again) {
			t.Errorf("after turn %d: restored and captured again, %d bytes became %d (%v)", turn.Number, len(data), len(again), err)
		}
		if want, got := check(a.loop), check(l); got != want {
			t.Errorf("after turn %d, the restored program is\n%s\nand not\n%s", turn.Number, got, want)
		}
		checked++
	}}
	run := o
	run.Observer, run.snapshots = turns, turns.begin
	if _, err := Run(context.Background(), run); err != nil {
		t.Fatal(err)
	}
	if checked < 3 {
		t.Errorf("the program takes %d turns", checked)
	}
}

// check calls the program's own function check.
func check(l *loop.Loop) string {
	v, err := l.Runtime().RunString("typeof check === 'function' ? check() : 'none'")
	if err != nil {
		return "error: " + err.Error()
	}
	return v.String()
}
