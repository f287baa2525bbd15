package jsrr

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// TestReplayOfHandles replays the programs of testdata/snapshots from every turn.
// They hold what areas have a state for in Go, from one turn to the next.
func TestReplayOfHandles(t *testing.T) {
	for _, pattern := range []string{"*.js", "*.mjs", "*.ts"} {
		paths, err := filepath.Glob("testdata/snapshots/" + pattern)
		if err != nil || len(paths) == 0 {
			t.Fatal(err, paths)
		}
		for _, path := range paths {
			t.Run(filepath.Base(path), func(t *testing.T) {
				t.Parallel()
				script, err := filepath.Abs(path)
				if err != nil {
					t.Fatal(err)
				}
				text, err := os.ReadFile(script)
				if err != nil {
					t.Fatal(err)
				}
				first, _, _ := strings.Cut(string(text), "\n")
				options, given := strings.CutPrefix(first, "// options: ")
				if !given {
					options = ""
				}
				o := Options{
					Script: script, ExecArgs: strings.Fields(options), Dir: t.TempDir(), Stdin: strings.NewReader("in one\nin two\nin three"), Env: []string{"PATH=/usr/bin"},
					CacheDir: "off", VirtualClock: first != "// clock: real",
				}
				if n := metamorphosis(t, o, 1); n < 4 {
					t.Errorf("only %d snapshots", n)
				}
			})
		}
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

// TestRestoredPrograms asks the programs that have a function check what they are, and
// what is read from a snapshot of them: it is the same after every turn.
func TestRestoredPrograms(t *testing.T) {
	for _, name := range []string{"common.js", "modules.mjs"} {
		script, err := filepath.Abs("testdata/snapshots/" + name)
		if err != nil {
			t.Fatal(err)
		}
		o := Options{Script: script, VirtualClock: true, Stdout: io.Discard, Stderr: io.Discard}
		turns := &recapture{t: t, options: o, check: true}
		o.capturer = turns
		if _, err := Run(context.Background(), o); err != nil {
			t.Fatal(err)
		}
		if turns.turns < 3 {
			t.Errorf("%s takes %d turns", name, turns.turns)
		}
	}
}
