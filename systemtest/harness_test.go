package systemtest

import (
	"bytes"
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/live"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/sim"
)

// bench runs one program again and again: always in the same folder, which is
// made new for every run.
type bench struct {
	folder string
	script string
	serial int
}

func newBench(t *testing.T, source string) *bench {
	t.Helper()
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{folder: folder, script: filepath.Join(folder, "program.js")}
	if err := os.WriteFile(b.script, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	return b
}

// environment is what generated programs find.
var environment = []string{"HOME=/home/user", "PATH=/usr/bin"}

// options returns options whose output goes to out and errOut.
func (b *bench) options(out, errOut *bytes.Buffer) (jsrr.Options, error) {
	work := filepath.Join(b.folder, "work")
	if err := os.RemoveAll(work); err != nil {
		return jsrr.Options{}, err
	}
	return jsrr.Options{
		Script: b.script, Dir: work, Env: environment, ExecPath: "/usr/bin/jsrr",
		Stdin: strings.NewReader(""), Stdout: out, Stderr: errOut, Timeout: runMax,
	}, os.Mkdir(work, 0o700)
}

// schedule says which world a program meets: nil is the real one.
type schedule struct {
	seed       uint64
	latencyMax int64
	faults     bool
}

func (s *schedule) String() string {
	return fmt.Sprintf("schedule %d (latency %d, faults %t)", s.seed, s.latencyMax, s.faults)
}

// fault turns one in ten replies of started operations into an error.
func fault(_ loop.Request, random uint64) int32 {
	const eio, eacces, emfile = -5, -13, -24
	if random%10 != 0 {
		return 0
	}
	return [...]int32{eio, eacces, emfile}[random/10%3]
}

// simulate puts the tape of s into o, and returns what closes its world.
func (s *schedule) simulate(o *jsrr.Options) (closeWorld func(), err error) {
	world, err := live.NewWorld(live.Options{
		Script: o.Script, ExecPath: o.ExecPath, Env: o.Env, Dir: o.Dir, Stdin: o.Stdin, Stdout: o.Stdout, Stderr: o.Stderr,
	})
	if err != nil {
		return nil, err
	}
	options := sim.Options{
		Seed: s.seed, LatencyMax: s.latencyMax, Output: world.Emit, Epoch: 1735689600000,
		Do: func(r loop.Request) loop.Reply { return steady(r, world.Do(r)) },
	}
	if s.faults {
		options.Fault = fault
	}
	o.Tape = sim.New(options)
	return world.Close, nil
}

// steady makes the reply of a stat the same in every run: times, inode and
// device are the real world's own.
func steady(r loop.Request, reply loop.Reply) loop.Reply {
	const fields, times, dev, blocks, ino = 10, 4, 0, 9, 7
	if r.Kind != loop.KindFSStat && r.Kind != loop.KindFSLstat && r.Kind != loop.KindFSFstat || reply.Errno != 0 {
		return reply
	}
	d, e := loop.Decode(reply.Data), loop.Encoder{}
	for i := range fields {
		v := d.Uint()
		if i == dev || i == blocks || i == ino {
			v = 1
		}
		e.Uint(v)
	}
	for range times {
		e.Int(1735689600)
		e.Uint(0)
	}
	return loop.Reply{Data: e.Bytes()}
}

// run runs the program under s, and records it when recording is not "".
func (b *bench) run(s *schedule, recording string) (Outcome, error) {
	return b.record(s, recording, func(*jsrr.RecordOptions) {})
}

// record is run; change may change how it is recorded.
func (b *bench) record(s *schedule, recording string, change func(*jsrr.RecordOptions)) (Outcome, error) {
	var out, errOut bytes.Buffer
	o, err := b.options(&out, &errOut)
	if err != nil {
		return Outcome{}, err
	}
	if s != nil {
		closeWorld, err := s.simulate(&o)
		if err != nil {
			return Outcome{}, err
		}
		defer closeWorld()
	}
	var result jsrr.Result
	if recording == "" {
		result, err = jsrr.Run(context.Background(), o)
	} else {
		recorded := jsrr.RecordOptions{Options: o, Folder: recording}
		change(&recorded)
		result, err = jsrr.Record(context.Background(), recorded)
	}
	switch {
	case err != nil:
	case result.Cut != "":
		err = fmt.Errorf("the program does not end: %s", result.Cut)
	case result.Incomplete != nil:
		err = fmt.Errorf("the recording is incomplete: %w", result.Incomplete)
	}
	return Outcome{out.String(), errOut.String(), result.ExitCode, result.Turns}, err
}

// newRecording returns the path of a recording that does not exist yet.
func (b *bench) newRecording() string {
	b.serial++
	return filepath.Join(b.folder, fmt.Sprintf("recording-%d.jsrr", b.serial))
}

// sums returns the hash of every file in a folder, as lines.
func sums(folder string) (string, error) {
	var b strings.Builder
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(folder, path)
		fmt.Fprintf(&b, "%s: %d bytes, %x\n", name, len(content), sha256.Sum256(content))
		return err
	})
	return b.String(), err
}
