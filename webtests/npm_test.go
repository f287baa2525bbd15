package webtests

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/systemtest"
)

// racy are the drivers, each with what its failing runs show.
var racy = []struct{ driver, shows string }{
	{"mkdirp.js", "failed: EEXIST mkdir"},
	{"mkpath.js", "failed: EEXIST mkdir"},
	{"tapable.js", ""}, // a plugin is skipped, or called where there is none
	{"ncp_directory.js", "failed: EEXIST mkdir"},
	{"ncp_file.js", "failed: neither source"},
}

// repaired are the drivers that run with a package whose race was repaired.
var repaired = []struct{ driver, fixed string }{
	{"mkdirp.js", "mkdirp-fixed"},
	{"mkpath.js", "mkpath-fixed"},
	{"tapable.js", "tapable-fixed"},
}

// program returns a driver as a program that fails sometimes.
func program(t *testing.T, driver string, args ...string) systemtest.Flaky {
	t.Helper()
	if _, err := os.Stat("npm/node_modules"); err != nil {
		if os.Getenv("JSRR_SUITES") == "1" {
			t.Fatal("npm/node_modules is missing: run npm ci in webtests/npm")
		}
		t.Skip("npm/node_modules is missing (npm ci in webtests/npm makes it)")
	}
	script, err := filepath.Abs(filepath.Join("npm", driver))
	if err != nil {
		t.Fatal(err)
	}
	return systemtest.Flaky{Script: script, Args: args, Folder: t.TempDir()}
}

// TestKnownRaces records each package's race, and replays it many times.
func TestKnownRaces(t *testing.T) {
	runsMax, replays := 400, 100
	if testing.Short() {
		replays = 10
	}
	for _, r := range racy {
		t.Run(r.driver, func(t *testing.T) {
			t.Parallel()
			f := program(t, r.driver)
			failure, runs, err := f.RecordUntilFailure(runsMax)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("failed in run %d", runs)
			if !strings.Contains(failure.Stdout, r.shows) {
				t.Errorf("it failed otherwise than expected:\n%s%s", failure.Stdout, failure.Stderr)
			}
			for n := range replays {
				again, err := f.Replay()
				if err != nil {
					t.Fatalf("replay %d: %v", n+1, err)
				}
				if difference := failure.Differs(again); difference != "" {
					t.Fatalf("replay %d: %s", n+1, difference)
				}
			}
		})
	}
}

// TestRepairedRaces runs the repaired versions: they do not fail.
func TestRepairedRaces(t *testing.T) {
	runs := 50
	if testing.Short() {
		runs = 5
	}
	for _, r := range repaired {
		t.Run(r.fixed, func(t *testing.T) {
			t.Parallel()
			f := program(t, r.driver, r.fixed)
			for n := range runs {
				outcome, err := f.Record()
				if err != nil || outcome.Code != 0 {
					t.Fatalf("run %d: %v\n%s%s", n+1, err, outcome.Stdout, outcome.Stderr)
				}
			}
		})
	}
}
