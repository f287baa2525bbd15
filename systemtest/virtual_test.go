package systemtest

import (
	"path/filepath"
	"testing"
	"time"
)

// TestVirtualClockInTwoProcesses records one program in two processes on a
// virtual clock with one seed: the recordings are the same, byte by byte.
func TestVirtualClockInTwoProcesses(t *testing.T) {
	script, err := filepath.Abs("testdata/virtual.js")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	record := func(seed string) (folder, output string) {
		folder = filepath.Join(t.TempDir(), "virtual.jsrr")
		cmd := recorder(t, folder, script, dir)
		cmd.Env = append(cmd.Env, virtualEnv+"="+seed)
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		return folder, string(out)
	}
	began := time.Now()
	one, first := record("7")
	two, second := record("7")
	if first != second {
		t.Errorf("two runs of one seed differ%s", firstDifference(first, second))
	}
	if problem := sameFiles(one, two); problem != "" {
		t.Error(problem)
	}
	if _, other := record("8"); other == first {
		t.Error("two seeds make the same run")
	}
	t.Logf("three runs took %v", time.Since(began))
}
