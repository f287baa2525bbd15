package systemtest

import (
	"path/filepath"
	"testing"
)

// TestExamples records each example until it fails, and replays the failure.
func TestExamples(t *testing.T) {
	scripts, err := filepath.Glob("../examples/*.js")
	if err != nil || len(scripts) == 0 {
		t.Fatal("no examples: ", err)
	}
	runsMax, replays := 400, 30
	if testing.Short() {
		replays = 5
	}
	for _, script := range scripts {
		t.Run(filepath.Base(script), func(t *testing.T) {
			t.Parallel()
			path, err := filepath.Abs(script)
			if err != nil {
				t.Fatal(err)
			}
			f := Flaky{Script: path, Folder: t.TempDir()}
			failure, runs, err := f.RecordUntilFailure(runsMax)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("failed in run %d", runs)
			for n := range replays {
				if problem := expect("replay", failure, f.Replay); problem != "" {
					t.Fatalf("replay %d: %s", n+1, problem)
				}
			}
		})
	}
}
