package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"syscall"

	"github.com/jsrr/jsrr"
)

// attempts is "jsrr record --until-failure". Each run is a process of its own,
// so that nothing of one can reach the next: no open handle, no work that was
// still under way.
type attempts struct {
	*recordCommand
	terminal *terminal
	line     *commandLine
	match    *regexp.Regexp
	place    place
	options  jsrr.Options
}

// outcome is how one run ended.
type outcome struct {
	code   int // -1: the process was killed
	failed bool
}

var errMax = errors.New("-n must be at least 1")

func (a *attempts) run() error {
	if a.Max < 1 {
		return usage("record", errMax)
	}
	ctx, stop := endOnSignals(context.Background())
	defer stop()
	for n := 1; n <= a.Max; n++ {
		folder, release, err := a.place.newFolder(a.name())
		if err != nil {
			return err
		}
		a.progress("run %d of at most %d", n, a.Max)
		result, err := a.attempt(ctx, n, folder)
		release()
		a.progress("")
		if cause := context.Cause(ctx); cause != nil {
			return errors.Join(a.place.remove(folder), interruptedStatus(cause))
		}
		if err != nil {
			return err
		}
		if result.failed {
			return a.found(n, folder, result)
		}
		if err := a.place.remove(folder); err != nil {
			return err
		}
	}
	a.terminal.printf("%s no run of %d failed; nothing was kept\n", a.terminal.bold("jsrr:"), a.Max)
	a.terminal.next(fmt.Sprintf("jsrr record --until-failure -n %d %s", 10*a.Max, shellWords(a.Program)))
	return nil
}

func interruptedStatus(cause error) exitStatus {
	if errors.Is(cause, jsrr.ErrTerminated) {
		return jsrr.ExitTerminated
	}
	return jsrr.ExitInterrupted
}

// progress shows where the search is, on a terminal only.
func (a *attempts) progress(format string, args ...any) {
	if !a.Quiet && isTerminal(a.terminal.stderr) {
		a.terminal.printf("\r\x1b[K"+format, args...)
	}
}

// attempt records run n.
func (a *attempts) attempt(ctx context.Context, n int, folder string) (outcome, error) {
	executable, err := os.Executable()
	if err != nil {
		return outcome{}, err
	}
	args := append([]string{"record", "--quiet", "-o", folder}, a.arguments(a.line, a.options.Seed+uint64(n-1))...)
	cmd := exec.CommandContext(ctx, executable, args...)
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = grace
	var complaints tail
	cmd.Stderr = &complaints
	if cmd.Stdin, err = a.input(); err != nil {
		return outcome{}, err
	}
	err = cmd.Run()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) && !errors.Is(err, exec.ErrWaitDelay) {
		return outcome{}, err
	}
	return a.judge(cmd.ProcessState.ExitCode(), folder, &complaints)
}

// judge says whether a run failed. A run that jsrr itself could not record is
// an error.
func (a *attempts) judge(code int, folder string, complaints *tail) (outcome, error) {
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		a.terminal.printf("%s", complaints.text)
		return outcome{}, &failure{code: jsrr.ExitFailed, err: fmt.Errorf("this run could not be recorded: %w", err)}
	}
	defer recording.Close()
	if status, err := recording.Status(); code == jsrr.ExitBug && (err != nil || status.State == jsrr.Killed) {
		a.terminal.printf("%s", complaints.text)
		return outcome{}, exitStatus(code)
	}
	failed, err := a.failed(code, folder, a.match)
	return outcome{code: code, failed: failed}, err
}

// input returns what a run reads from stdin: the script, what jsrr itself
// would read when that is a file, or nothing.
func (a *attempts) input() (io.Reader, error) {
	if len(a.Program) > 0 && a.Program[0] == stdinScript && !a.line.hasSource() {
		return bytes.NewReader([]byte(a.options.Source)), nil
	}
	f, ok := a.terminal.stdin.(*os.File)
	if !ok {
		return nil, nil
	}
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil, nil
	}
	_, err := f.Seek(0, io.SeekStart)
	return f, err
}

// found shows the run that failed.
func (a *attempts) found(n int, folder string, result outcome) error {
	t := a.terminal
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		return err
	}
	defer recording.Close()
	if err := recording.WriteOutput(t.stdout, t.stderr); err != nil {
		return err
	}
	if err := a.place.keep(folder); err != nil {
		return err
	}
	a.place.prune(t, a.Quiet)
	ending := fmt.Sprintf("exit code %d", result.code)
	if result.code < 0 {
		ending, result.code = "the process was killed", jsrr.ExitFailed
	}
	name := a.place.display(folder)
	t.printf("%s failed in run %d of at most %d (%s); kept as %s\n", t.bold("jsrr:"), n, a.Max, ending, name)
	t.next("jsrr replay " + shellWord(name))
	return exitStatus(result.code)
}

// tail keeps the last bytes that are written to it.
type tail struct{ text []byte }

// tailMax is how many bytes a tail keeps, at least.
const tailMax = 16 << 10

// Write implements io.Writer.
func (t *tail) Write(b []byte) (int, error) {
	t.text = append(t.text, b...)
	if len(t.text) > 2*tailMax {
		t.text = append(t.text[:0], t.text[len(t.text)-tailMax:]...)
	}
	return len(b), nil
}
