package main

import (
	"errors"
	"io"
	"os"

	"github.com/jsrr/jsrr"
)

// terminal is where the command reads and writes.
type terminal struct {
	stdin          io.Reader
	stdout, stderr io.Writer
	color          bool

	status     status
	statusFile string // "" when nobody wants one
}

func newTerminal(stdin io.Reader, stdout, stderr io.Writer) *terminal {
	t := &terminal{stdin: stdin, stdout: stdout, stderr: stderr}
	t.setColor("auto")
	return t
}

// setColor decides whether messages are coloured.
func (t *terminal) setColor(when string) {
	switch {
	case when != "auto":
		t.color = when == "always"
	case os.Getenv("NO_COLOR") != "":
		t.color = false
	case os.Getenv("FORCE_COLOR") != "":
		t.color = os.Getenv("FORCE_COLOR") != "0"
	default:
		t.color = isTerminal(t.stderr) && os.Getenv("TERM") != "dumb"
	}
}

func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0 && f.Name() != os.DevNull
}

// stdinIsTerminal says that no script waits on stdin.
func (t *terminal) stdinIsTerminal() bool {
	f, ok := t.stdin.(*os.File)
	if !ok {
		return t.stdin == nil
	}
	info, err := f.Stat()
	return err != nil || info.Mode()&os.ModeCharDevice != 0
}

func (t *terminal) paint(code, text string) string {
	if !t.color {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (t *terminal) red(text string) string  { return t.paint("31", text) }
func (t *terminal) bold(text string) string { return t.paint("1", text) }
func (t *terminal) dim(text string) string  { return t.paint("2", text) }

// next says what to type next.
func (t *terminal) next(command string) { t.printf("%s %s\n", t.dim("next:"), command) }

// report prints an error, and what to type next, and returns the exit code.
func (t *terminal) report(err error) int {
	var status exitStatus
	var f *failure
	var divergence *jsrr.Divergence
	switch {
	case err == nil:
		return jsrr.ExitOK
	case errors.As(err, &status):
		return int(status)
	case errors.As(err, &divergence):
		t.printf("%s %v\n", t.red("jsrr:"), divergence)
		return jsrr.ExitDiverged
	case !errors.As(err, &f):
		f = &failure{code: jsrr.ExitCodeOf(err), err: err}
	}
	t.printf("%s %v\n", t.red("jsrr:"), f.err)
	t.next(f.nextCommand())
	return f.code
}

// exitStatus ends the command with an exit code and no message.
type exitStatus int

func (exitStatus) Error() string { return "exit status" }

// failure is an error with its exit code, and the command to type next.
type failure struct {
	code int
	err  error
	next string
}

func (f *failure) Error() string { return f.err.Error() }
func (f *failure) Unwrap() error { return f.err }

func (f *failure) nextCommand() string {
	var letGo *jsrr.NoBeginning
	switch {
	case f.next != "":
		return f.next
	case errors.As(f.err, &letGo):
		return afterLetGo(letGo)
	case f.code == jsrr.ExitBadRecording:
		return "jsrr ls"
	}
	return "jsrr help"
}

// afterLetGo is what can be done with a recording without a beginning.
func afterLetGo(e *jsrr.NoBeginning) string {
	if e.Last == 0 {
		return "jsrr dump " + shellWord(e.Path)
	}
	return "jsrr replay " + shellWord(e.Path) + " --from last"
}

// usage is an error in the command line.
func usage(command string, err error) error {
	return &failure{code: jsrr.ExitUsage, err: err, next: "jsrr help " + command}
}
