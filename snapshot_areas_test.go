package jsrr

import (
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
	turns := &recapture{t: t, options: o, check: true}
	run := o
	run.capturer = turns
	if _, err := Run(context.Background(), run); err != nil {
		t.Fatal(err)
	}
	if turns.turns < 3 {
		t.Errorf("the program takes %d turns", turns.turns)
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
