package systemtest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jsrr/jsrr"
)

// Outcome is what a run shows.
type Outcome struct {
	Stdout, Stderr string
	Code           int
	Turns          uint64
}

// Differs describes how b differs from a, or returns "".
func (a Outcome) Differs(b Outcome) string {
	switch {
	case a.Stdout != b.Stdout:
		return "standard output differs" + firstDifference(a.Stdout, b.Stdout)
	case a.Stderr != b.Stderr:
		return "standard error differs" + firstDifference(a.Stderr, b.Stderr)
	case a.Code != b.Code:
		return fmt.Sprintf("exit codes differ: %d and %d", a.Code, b.Code)
	case a.Turns != b.Turns:
		return fmt.Sprintf("numbers of turns differ: %d and %d", a.Turns, b.Turns)
	}
	return ""
}

// firstDifference shows the first line that differs.
func firstDifference(a, b string) string {
	one, two := strings.Split(a, "\n"), strings.Split(b, "\n")
	lineOf := func(lines []string, i int) string {
		if i < len(lines) {
			return lines[i]
		}
		return "(nothing)"
	}
	for i := range max(len(one), len(two)) {
		if x, y := lineOf(one, i), lineOf(two, i); x != y {
			return fmt.Sprintf(" at line %d:\n  %s\n  %s", i+1, x, y)
		}
	}
	return ""
}

// Flaky is a program that fails sometimes: by an exit code that is not 0.
type Flaky struct {
	Script string
	Args   []string
	// Folder is where its recording and its temporary files go.
	Folder string
}

// recording is the folder of the program's last recording.
func (f Flaky) recording() string { return filepath.Join(f.Folder, "recording.jsrr") }

// runMax is how long one run of any program may take.
const runMax = 30 * time.Second

// Record runs the program once, in the real world, and records that.
func (f Flaky) Record() (Outcome, error) {
	if err := os.RemoveAll(f.recording()); err != nil {
		return Outcome{}, err
	}
	var out, errOut bytes.Buffer
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Folder: f.recording(), Options: jsrr.Options{
		Script: f.Script, Args: f.Args, Dir: f.Folder, Env: []string{"TMPDIR=" + f.Folder, "PATH=/usr/bin"},
		Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errOut, Timeout: runMax,
	}})
	if err == nil {
		err = result.Incomplete
	}
	if err == nil && result.Cut != "" {
		err = errors.New(result.Cut)
	}
	return Outcome{out.String(), errOut.String(), result.ExitCode, result.Turns}, err
}

// RecordUntilFailure records until the program fails, and returns what that
// run showed, and how many it took. Its recording is the one that is left.
func (f Flaky) RecordUntilFailure(runsMax int) (failure Outcome, runs int, err error) {
	for runs = 1; runs <= runsMax; runs++ {
		failure, err = f.Record()
		if err != nil || failure.Code != 0 {
			return failure, runs, err
		}
	}
	return failure, runsMax, fmt.Errorf("no failure in %d runs", runsMax)
}

// Replay replays the last recording.
func (f Flaky) Replay() (Outcome, error) { return replay(f.recording()) }

// replay replays a recording to its program's own end.
func replay(recording string) (Outcome, error) {
	var out, errOut bytes.Buffer
	result, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
		Recording: recording, Stdout: &out, Stderr: &errOut, Timeout: runMax,
	})
	if err == nil && (result.Cut != "" || result.Ended != "") {
		err = fmt.Errorf("the replay ended early: %s%s", result.Cut, result.Ended)
	}
	return Outcome{out.String(), errOut.String(), result.ExitCode, result.Turns}, err
}
