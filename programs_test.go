package jsrr_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/internal/engine"
)

// programsGlobs name the programs whose output node 20 made: x.js or x.mjs (for
// x.ts, of the JavaScript that it means, in fixtures/twins), and
// x.out.
var programsGlobs = []string{"testdata/ordering/*.js", "hostapi/*/testdata/*.js", "hostapi/*/testdata/*.mjs", "hostapi/*/testdata/*.ts", "hostapi/*/testdata/*.mts"}

// retries is how often a program that failed may run again. Programs on the
// real clock see timers come late when the machine is busy, as under node.
const retries = 2

// virtualClock in the first lines of a program asks for the virtual clock,
// under which its order does not depend on the machine at all.
const virtualClock = "// clock: virtual\n"

// execOptions in the first line of a program gives options of node's to run it
// with.
const execOptions = "// options: "

// TestPrograms runs every program plainly, recorded and replayed; each time
// its standard output must be node's. A program named in
// testdata/expectations.txt must fail, so that the list stays true.
func TestPrograms(t *testing.T) {
	expected := readExpectations(t, "testdata/expectations.txt")
	for _, glob := range programsGlobs {
		paths, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			golden, err := os.ReadFile(strings.TrimSuffix(path, filepath.Ext(path)) + ".out")
			if err != nil {
				continue // a module that other programs load
			}
			reason, mustFail := expected[path]
			delete(expected, path)
			t.Run(path, func(t *testing.T) {
				t.Parallel()
				problem := runThreeWays(t, path, golden)
				for try := 0; try < retries && problem != "" && !mustFail; try++ {
					t.Logf("again, since a busy machine delays timers: %s", problem)
					problem = runThreeWays(t, path, golden)
				}
				switch {
				case mustFail && problem == "":
					t.Errorf("passes, but is expected to fail: %s", reason)
				case !mustFail && problem != "":
					t.Error(problem)
				}
			})
		}
	}
	for path := range expected {
		t.Errorf("testdata/expectations.txt names %s, which is not there", path)
	}
}

// imagesInMemory keeps the programs that a run compiles for the runs after it.
type imagesInMemory map[engine.ImageKey][]byte

var imagesMu sync.Mutex // of all

func (i imagesInMemory) Image(key engine.ImageKey) []byte {
	imagesMu.Lock()
	defer imagesMu.Unlock()
	return i[key]
}

func (i imagesInMemory) Keep(key engine.ImageKey, _ int, encode func() []byte) {
	data := encode()
	imagesMu.Lock()
	defer imagesMu.Unlock()
	if data == nil || i[key] != nil {
		panic("a program that has no image, or was compiled although it has")
	}
	i[key] = data
}

// runThreeWays returns what was wrong, or "". The program is compiled in the first
// run, and comes from its image in those after it.
func runThreeWays(t *testing.T, path string, golden []byte) string {
	t.Helper()
	script, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var execArgs []string
	if line, _, _ := strings.Cut(string(source), "\n"); strings.HasPrefix(line, execOptions) {
		execArgs = strings.Fields(line[len(execOptions):])
	}
	images := imagesInMemory{}
	options := func(out io.Writer, errOut *bytes.Buffer) jsrr.Options {
		o := jsrr.Options{
			Script: script, ExecArgs: execArgs, Dir: t.TempDir(), Stdin: strings.NewReader(""), Stdout: out, Stderr: errOut,
			Env: []string{"PATH=/usr/bin", "HOME=/home/user"}, CacheDir: "off", Timeout: 60 * time.Second, VirtualClock: bytes.Contains(source, []byte(virtualClock)),
		}
		o.SetImages(images)
		return o
	}
	var out, errOut bytes.Buffer
	if _, err := jsrr.Run(context.Background(), options(&out, &errOut)); err != nil {
		return "run: " + err.Error()
	}
	if problem := compare("run", out.Bytes(), golden, errOut.Bytes()); problem != "" {
		return problem
	}
	folder := filepath.Join(t.TempDir(), "recording.jsrr")
	out.Reset()
	errOut.Reset()
	recorded, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Options: options(&out, &errOut), Folder: folder})
	if err != nil {
		return "record: " + err.Error()
	}
	if problem := compare("record", out.Bytes(), golden, errOut.Bytes()); problem != "" {
		return problem
	}
	if recorded.Incomplete != nil {
		return "record: " + recorded.Incomplete.Error()
	}
	var again, errAgain bytes.Buffer
	replay := jsrr.ReplayOptions{Recording: folder, Stdout: &again, Stderr: &errAgain}
	replay.SetImages(images)
	replayed, err := jsrr.Replay(context.Background(), replay)
	switch {
	case err != nil:
		return "replay: " + err.Error()
	case replayed.ExitCode != recorded.ExitCode || replayed.Turns != recorded.Turns:
		return "replay: another exit code or number of turns"
	case !bytes.Equal(errAgain.Bytes(), errOut.Bytes()):
		return "replay: other standard error: " + errAgain.String()
	}
	return compare("replay", again.Bytes(), golden, errAgain.Bytes())
}

// compare returns how got differs from node's output, or "".
func compare(mode string, got, golden, errOut []byte) string {
	if bytes.Equal(got, golden) {
		return ""
	}
	have, want := strings.Split(string(got), "\n"), strings.Split(string(golden), "\n")
	for i, line := range want {
		if i >= len(have) || have[i] != line {
			actual := "(nothing)"
			if i < len(have) {
				actual = have[i]
			}
			const errMax = 1500
			return fmt.Sprintf("%s: line %d", mode, i+1) + "\n     got: " + actual + "\n    node: " + line + "\n" + string(errOut[:min(len(errOut), errMax)])
		}
	}
	return mode + ": more lines than node: " + have[len(want)]
}

// readExpectations reads lines "path: reason".
func readExpectations(t *testing.T, name string) map[string]string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for line := range strings.Lines(string(text)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		path, reason, ok := strings.Cut(line, ": ")
		if !ok {
			t.Fatalf("%s: not \"path: reason\": %s", name, line)
		}
		reasons[path] = reason
	}
	return reasons
}
