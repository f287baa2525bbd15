package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// watched is a jsrr that watches.
type watched struct {
	t     *testing.T
	dir   string
	cmd   *exec.Cmd
	shown shown
}

func startWatched(t *testing.T, files map[string]string, args ...string) *watched {
	t.Helper()
	w := &watched{t: t, dir: t.TempDir()}
	for name, text := range files {
		w.put(name, text)
	}
	w.cmd = exec.Command(ownCommand(t), args...)
	w.cmd.Dir = w.dir
	w.cmd.Env = append(os.Environ(), "JSRR_STORE="+filepath.Join(w.dir, ".store"))
	w.cmd.Stdout, w.cmd.Stderr = &w.shown, &w.shown
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = w.cmd.Process.Signal(os.Interrupt)
		_ = w.cmd.Wait()
	})
	return w
}

func (w *watched) put(name, text string) {
	w.t.Helper()
	path := filepath.Join(w.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		w.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		w.t.Fatal(err)
	}
}

func (w *watched) expect(text string) {
	w.t.Helper()
	w.shown.expect(w.t, text)
}

func TestWatch(t *testing.T) {
	w := startWatched(t, map[string]string{
		"a.js": "console.log('main', process.argv[2], process.execArgv.join()); require('./b.js'); setInterval(() => {}, 1000)", "b.js": "console.log('one')",
	}, "--no-warnings", "--watch", "a.js", "argument")
	w.expect("main argument --no-warnings\none\n")
	w.put("b.js", "console.log('two')")
	w.expect("Restarting 'a.js'\nmain argument --no-warnings\ntwo\n")
	w.put("b.js", "process.exit(0)")
	w.expect("Completed running 'a.js'\n")
	w.put("b.js", "process.exit(3)")
	w.expect("Failed running 'a.js'\n")
	w.put("a.js", "console.log('last')")
	w.expect("last\nCompleted running 'a.js'\n")
	if strings.Contains(w.shown.String(), "\x1b[2J") {
		t.Error("the screen was cleared")
	}
}

func TestWatchPath(t *testing.T) {
	w := startWatched(t, map[string]string{"a.js": "console.log('run')", "data/x": "1"}, "--watch-path=data", "a.js")
	w.expect("run\nCompleted running 'a.js'\n")
	w.put("data/deep/y", "2")
	w.expect("Restarting 'a.js'\nrun\nCompleted running 'a.js'\n")
	if err := os.Remove(filepath.Join(w.dir, "data", "x")); err != nil {
		t.Fatal(err)
	}
	w.expect("Restarting 'a.js'\nrun\n")
}

func TestWatchRecords(t *testing.T) {
	w := startWatched(t, map[string]string{"a.js": "console.log('first'); setInterval(() => {}, 1000)"}, "record", "--watch", "a.js")
	w.expect("first\n")
	w.put("a.js", "console.log('second')")
	w.expect("recorded")
	w.expect("Restarting 'a.js'\nsecond\n")
	w.expect("Completed running 'a.js'\n")
	names, err := filepath.Glob(filepath.Join(w.dir, ".store", "a-*"))
	if err != nil || len(names) != 2 {
		t.Errorf("recordings: %q, %v", names, err)
	}
}

func TestWithoutWatch(t *testing.T) {
	for text, want := range map[string]string{
		"record --watch -o x":                       "record -o x",
		"--watch-path a --watch-path=b -r ./c":      "-r ./c",
		"--watch-clear --watch-preserve-output --":  "",
		"run --watch --timeout 5s --no-warnings --": "run --timeout 5s --no-warnings",
	} {
		if got := withoutWatch(strings.Fields(text)); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%q: %q", text, got)
		}
	}
}
