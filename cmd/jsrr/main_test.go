package main

import (
	"bytes"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "rewrite the expected output in testdata/script")

// TestMain lets the test binary be jsrr itself, under the name jsrr.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"jsrr": main})
}

func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           filepath.Join("testdata", "script"),
		UpdateScripts: *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("JSRR_STORE", filepath.Join(e.WorkDir, ".store"))
			e.Setenv("JSRR_CACHE_DIR", filepath.Join(e.WorkDir, ".cache"))
			e.Setenv("TZ", "UTC")
			e.Setenv("TERM", "dumb")
			return nil
		},
		Condition: func(condition string) (bool, error) {
			if condition == "root" {
				return os.Geteuid() == 0, nil
			}
			return false, errors.New("no such condition")
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits":    exits,
			"waitfile": waitFile,
			"drop":     drop,
			"cut":      cut,
		},
	})
}

// exits CODE command…: runs a command, which must exit with the code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE command [args…]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, not %d", code, want)
	}
}

// waitfile PATH: waits until another process has made the file.
func waitFile(ts *testscript.TestScript, _ bool, args []string) {
	for range 1000 {
		if _, err := os.Stat(ts.MkAbs(args[0])); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	ts.Fatalf("no file %s", args[0])
}

// drop PATTERN…: removes files and folders, all of which must be there.
func drop(ts *testscript.TestScript, _ bool, args []string) {
	for _, pattern := range args {
		paths, err := filepath.Glob(ts.MkAbs(pattern))
		ts.Check(err)
		if len(paths) == 0 {
			ts.Fatalf("nothing matches %s", pattern)
		}
		for _, path := range paths {
			ts.Check(os.RemoveAll(path))
		}
	}
}

// cut FILE LENGTH: shortens a file.
func cut(ts *testscript.TestScript, _ bool, args []string) {
	length, err := strconv.ParseInt(args[1], 10, 64)
	ts.Check(err)
	ts.Check(os.Truncate(ts.MkAbs(args[0]), length))
}

// ownCommand returns the path of jsrr: the test binary, which finds out by its
// name which command it is.
func ownCommand(t *testing.T) string {
	t.Helper()
	executable, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := filepath.Join(t.TempDir(), "jsrr")
	if os.Link(executable, command) == nil {
		return command
	}
	text, err := os.ReadFile(executable)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(command, text, 0o700); err != nil {
		t.Fatal(err)
	}
	return command
}

// panicReader stands for a bug.
type panicReader struct{}

func (panicReader) Read([]byte) (int, error) { panic("the reader broke") }

func TestPanicIsReported(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run([]string{"-"}, panicReader{}, &stdout, &stderr); code != 70 {
		t.Errorf("exit code %d, not 70", code)
	}
	for _, want := range []string{"the reader broke", "bug in jsrr", "goroutine", "next: "} {
		if !strings.Contains(stderr.String(), want) {
			t.Errorf("the report does not contain %q:\n%s", want, stderr.String())
		}
	}
	if stdout.Len() > 0 {
		t.Errorf("on stdout: %s", stdout.String())
	}
}

// Every command has a manual with four examples, and says something about
// each of its flags.
func TestManuals(t *testing.T) {
	root := grammarOf(t)
	for _, command := range root.Children {
		if command.Hidden {
			continue
		}
		m := manualOf(command)
		if m.usage == "" || m.about == "" || len(m.examples) != 4 || command.Help == "" {
			t.Errorf("%s: help is not complete: %+v", command.Name, m)
		}
		for _, example := range m.examples {
			if !strings.Contains(example.line, "jsrr ") || example.does == "" {
				t.Errorf("%s: example %+v", command.Name, example)
			}
		}
		for _, flag := range command.Flags {
			if flag.Help == "" && !flag.Hidden {
				t.Errorf("%s: no help on --%s", command.Name, flag.Name)
			}
		}
	}
}

func TestTail(t *testing.T) {
	var tail tail
	for range 1000 {
		if _, err := io.WriteString(&tail, strings.Repeat("x", 999)+"\n"); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(tail.text); n < tailMax || n > 2*tailMax {
		t.Errorf("%d bytes kept", n)
	}
}
