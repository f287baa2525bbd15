package webtests

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
)

// packageRunMax is how long a driver may take, in one mode.
const packageRunMax = 3 * time.Minute

// packageAttempts is how often a driver may differ: a busy machine delays
// timers, in jsrr as in node.
const packageAttempts = 3

// installed skips the test when npm has not installed the packages, and fails
// it where it must have.
func installed(t *testing.T) {
	t.Helper()
	if _, err := os.Stat("packages/node_modules"); err == nil {
		return
	}
	if os.Getenv("JSRR_SUITES") == "1" {
		t.Fatal("packages/node_modules is missing: run npm ci in webtests/packages")
	}
	t.Skip("packages/node_modules is missing (npm ci in webtests/packages makes it)")
}

// A job is a program in webtests/packages.
type job struct {
	script string
	args   []string
	node   string // node's executable
}

// TestPackages runs every driver in node, in jsrr, recorded and replayed: all
// four print the same. A driver named in packages/expectations.txt must fail.
func TestPackages(t *testing.T) {
	installed(t)
	node := needNode(t)
	drivers, err := filepath.Glob("packages/*.js")
	if err != nil || len(drivers) == 0 {
		t.Fatal("no drivers: ", err)
	}
	expected := packageExpectations(t)
	for _, driver := range drivers {
		name := filepath.Base(driver)
		reason, mustFail := expected[name]
		delete(expected, name)
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			problem := compareRuns(t, job{script: name, node: node})
			for try := 1; try < packageAttempts && problem != "" && !mustFail; try++ {
				t.Log("again: ", problem)
				problem = compareRuns(t, job{script: name, node: node})
			}
			switch {
			case mustFail && problem == "":
				t.Errorf("passes, but is expected to fail: %s", reason)
			case !mustFail && problem != "":
				t.Error(problem)
			}
		})
	}
	for name := range expected {
		if !strings.HasPrefix(name, "load ") {
			t.Errorf("packages/expectations.txt names %s, which is not there", name)
		}
	}
}

func needNode(t *testing.T) string {
	t.Helper()
	node, err := exec.LookPath("node")
	if err != nil {
		t.Fatal("the packages run in node too, which is not on the PATH: ", err)
	}
	return node
}

// packageExpectations reads lines "driver: reason".
func packageExpectations(t *testing.T) map[string]string {
	t.Helper()
	text, err := os.ReadFile("packages/expectations.txt")
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimSpace(line); line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, reason, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("packages/expectations.txt: not \"driver: reason\": %s", line)
		}
		reasons[name] = reason
	}
	return reasons
}

// compareRuns returns how the runs of a job differ from node's, or "".
func compareRuns(t *testing.T, j job) string {
	t.Helper()
	want, err := j.runNode(t)
	if err != nil {
		return err.Error()
	}
	var out, errOut bytes.Buffer
	result, err := jsrr.Run(context.Background(), j.options(t, &out, &errOut))
	if problem := outputProblem("run", result, err, &out, &errOut, want); problem != "" {
		return problem
	}
	recording := filepath.Join(t.TempDir(), "recording.jsrr")
	out.Reset()
	errOut.Reset()
	recorded, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Options: j.options(t, &out, &errOut), Folder: recording})
	if err == nil {
		err = recorded.Incomplete
	}
	if problem := outputProblem("record", recorded, err, &out, &errOut, want); problem != "" {
		return problem
	}
	out.Reset()
	errOut.Reset()
	replayed, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{Recording: recording, Stdout: &out, Stderr: &errOut, Timeout: packageRunMax})
	if err == nil && replayed.Turns != recorded.Turns {
		err = fmt.Errorf("%d turns, %d recorded", replayed.Turns, recorded.Turns)
	}
	return outputProblem("replay", replayed.Result, err, &out, &errOut, want)
}

// environment is what a job finds around it, in node and in jsrr.
func (j job) environment(t *testing.T) []string {
	return []string{"PATH=" + os.Getenv("PATH"), "HOME=/nonexistent", "TMPDIR=" + t.TempDir()}
}

func (j job) options(t *testing.T, out, errOut io.Writer) jsrr.Options {
	return jsrr.Options{
		Script: j.script, Args: j.args, Dir: packagesFolder(t), Env: j.environment(t),
		Stdin: strings.NewReader(""), Stdout: out, Stderr: errOut, Timeout: packageRunMax,
	}
}

func packagesFolder(t *testing.T) string {
	t.Helper()
	folder, err := filepath.Abs("packages")
	if err != nil {
		t.Fatal(err)
	}
	return folder
}

// runNode returns what node prints; node must end well.
func (j job) runNode(t *testing.T) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), packageRunMax)
	defer cancel()
	var out, errOut bytes.Buffer
	cmd := exec.CommandContext(ctx, j.node, append([]string{j.script}, j.args...)...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = packagesFolder(t), j.environment(t), &out, &errOut
	if err := cmd.Run(); err != nil {
		return nil, fmt.Errorf("node: %w\n%s", err, errOut.Bytes())
	}
	return out.Bytes(), nil
}

// outputProblem says what was wrong with a run that should end well and print
// want, or "".
func outputProblem(mode string, result jsrr.Result, err error, out, errOut *bytes.Buffer, want []byte) string {
	if err == nil && result.Cut != "" {
		err = errors.New(result.Cut)
	}
	if err != nil {
		return mode + ": " + err.Error() + "\n" + errOut.String()
	}
	if bytes.Equal(out.Bytes(), want) && result.ExitCode == 0 {
		return ""
	}
	ours, theirs := strings.Split(out.String(), "\n"), strings.Split(string(want), "\n")
	for i, line := range theirs {
		if i >= len(ours) || ours[i] != line {
			return fmt.Sprintf("%s: line %d\n     got: %s\n    node: %s\n%s", mode, i+1, lineAt(ours, i), line, errOut)
		}
	}
	return fmt.Sprintf("%s: exit code %d, %d lines more than node\n%s", mode, result.ExitCode, len(ours)-len(theirs), errOut)
}

func lineAt(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}
