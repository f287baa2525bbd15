package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jsrr/jsrr"
)

// watchFlags are those of --watch.
type watchFlags struct {
	Watch      bool     `help:"Run the script again whenever a file that it loaded changes."`
	WatchPath  []string `advanced:"" sep:"none" placeholder:"PATH" help:"Watch this file or folder instead. Can be repeated."`
	WatchClear bool     `advanced:"" help:"Clear the terminal before each run of --watch."`

	WatchPreserveOutput bool   `hidden:""` // Node's name for what is the default here
	ReportFiles         string `hidden:""` // where a watched run lists what it loads
}

// Intervals of watching.
const (
	watchInterval = 100 * time.Millisecond
	watchQuiet    = 200 * time.Millisecond // how long files must be left alone
)

// watch runs the script in a process of its own, again whenever a file changes.
type watch struct {
	*programFlags
	terminal *terminal
	args     []string // of each run
	name     string   // of the script, for messages
	report   string   // the file in which a run lists what it loads
	files    map[string]fileState
}

// fileState tells one version of a file from another.
type fileState struct {
	modified int64
	size     int64
}

func stateOf(path string) fileState {
	info, err := os.Stat(path)
	if err != nil {
		return fileState{modified: -1}
	}
	return fileState{info.ModTime().UnixNano(), info.Size()}
}

var errWatch = errors.New("--watch needs a script that is a file")

// watches says whether the script is to be watched.
func (f *programFlags) watches() bool { return f.Watch || len(f.WatchPath) > 0 }

// runWatched runs the script again and again, until a signal ends that.
func (f *programFlags) runWatched(t *terminal, line *commandLine) error {
	if line.hasSource() || f.Interactive || len(f.Program) == 0 || f.Program[0] == stdinScript {
		return usage(line.command, errWatch)
	}
	report, err := os.CreateTemp("", "jsrr-watch-")
	if err != nil {
		return err
	}
	report.Close()
	defer os.Remove(report.Name())
	w := &watch{programFlags: f, terminal: t, report: report.Name(), name: f.Program[0]}
	w.args = withoutWatch(line.written[:len(line.written)-len(f.Program)])
	w.args = append(append(w.args, "--report-files="+w.report, "--"), f.Program...)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	for {
		again, code, err := w.once(ctx)
		if err != nil || !again {
			return errors.Join(err, exitStatus(code))
		}
	}
}

// withoutWatch returns arguments without those of --watch, and without "--".
func withoutWatch(args []string) []string {
	var kept []string
	for i := 0; i < len(args); i++ {
		name, _, hasValue := strings.Cut(args[i], "=")
		switch name {
		case "--watch", "--watch-clear", "--watch-preserve-output":
		case "--watch-path":
			if !hasValue {
				i++
			}
		case "--":
		default:
			kept = append(kept, args[i])
		}
	}
	return kept
}

// once runs the script and waits until a file changes (again is true) or ctx
// ends.
func (w *watch) once(ctx context.Context) (again bool, code int, err error) {
	if w.WatchClear && isTerminal(w.terminal.stdout) {
		fmt.Fprint(w.terminal.stdout, "\x1b[H\x1b[2J\x1b[3J")
	}
	if err := os.Truncate(w.report, 0); err != nil {
		return false, 0, err
	}
	w.begin()
	cmd, err := w.start()
	if err != nil {
		return false, 0, err
	}
	ended := make(chan struct{})
	go func() {
		_ = cmd.Wait()
		close(ended)
	}()
	running := ended
	for ticker := time.NewTicker(watchInterval); ; {
		select {
		case <-ctx.Done():
			w.kill(cmd, ended)
			return false, max(cmd.ProcessState.ExitCode(), 0), nil
		case <-running:
			running = nil
			w.say(cmd.ProcessState.ExitCode())
		case <-ticker.C:
			if !w.anyChange() {
				continue
			}
			ticker.Stop()
			w.settle(ctx)
			w.kill(cmd, ended)
			fmt.Fprintf(w.terminal.stdout, "Restarting '%s'\n", w.name)
			return true, 0, nil
		}
	}
}

func (w *watch) start() (*exec.Cmd, error) {
	executable, err := os.Executable()
	if err != nil {
		return nil, err
	}
	cmd := exec.Command(executable, w.args...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = w.terminal.stdin, w.terminal.stdout, w.terminal.stderr
	return cmd, cmd.Start()
}

func (w *watch) say(code int) {
	verb := "Completed"
	if code != 0 {
		verb = "Failed"
	}
	fmt.Fprintf(w.terminal.stdout, "%s running '%s'\n", verb, w.name)
}

// kill ends a run; one that does not want to end is killed.
func (w *watch) kill(cmd *exec.Cmd, ended <-chan struct{}) {
	_ = cmd.Process.Signal(syscall.SIGTERM)
	select {
	case <-ended:
	case <-time.After(grace):
		_ = cmd.Process.Kill()
		<-ended
	}
}

// settle waits until the files are left alone: editors write in several steps.
func (w *watch) settle(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(watchQuiet):
			if !w.anyChange() {
				return
			}
		}
	}
}

// begin takes stock of the files that are watched from the start.
func (w *watch) begin() {
	w.files = map[string]fileState{}
	if len(w.WatchPath) == 0 {
		w.files[w.Program[0]] = stateOf(w.Program[0])
		return
	}
	for _, path := range w.paths() {
		w.files[path] = stateOf(path)
	}
}

// paths returns the files below all of --watch-path.
func (w *watch) paths() []string {
	var paths []string
	for _, root := range w.WatchPath {
		paths = append(paths, root)
		_ = filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
			if err == nil && path != root {
				paths = append(paths, path)
			}
			return nil // what cannot be read is not watched
		})
	}
	return paths
}

// anyChange says whether a watched file is another than it was, and takes
// stock again.
func (w *watch) anyChange() bool {
	changed := false
	current := w.paths()
	if len(w.WatchPath) == 0 {
		w.loaded()
		for path := range w.files {
			current = append(current, path)
		}
	} else {
		for path := range w.files {
			if !slices.Contains(current, path) {
				delete(w.files, path)
				changed = true
			}
		}
	}
	for _, path := range current {
		state := stateOf(path)
		if known, ok := w.files[path]; !ok || known != state {
			w.files[path] = state
			changed = true
		}
	}
	return changed
}

// loaded adds what the run has loaded by now, as it was then.
func (w *watch) loaded() {
	text, err := os.ReadFile(w.report)
	if err != nil {
		return
	}
	for lines := bufio.NewScanner(bytes.NewReader(text)); lines.Scan(); {
		fields := strings.SplitN(lines.Text(), " ", 3)
		if len(fields) != 3 {
			continue
		}
		if _, known := w.files[fields[2]]; known {
			continue
		}
		modified, _ := strconv.ParseInt(fields[0], 10, 64)
		size, _ := strconv.ParseInt(fields[1], 10, 64)
		w.files[fields[2]] = fileState{modified, size}
	}
}

// reportLoaded makes a run list what it loads in a file.
func (f *programFlags) reportLoaded(o *jsrr.Options) {
	if f.ReportFiles == "" {
		return
	}
	o.Loaded = func(path string) {
		file, err := os.OpenFile(f.ReportFiles, os.O_APPEND|os.O_WRONLY, 0)
		if err != nil {
			return // nobody watches any more
		}
		defer file.Close()
		state := stateOf(path)
		fmt.Fprintf(file, "%d %d %s\n", state.modified, state.size, path)
	}
}
