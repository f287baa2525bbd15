package systemtest

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/loop"
)

var snapshotSeedsFlag = flag.Int("snapshot-seeds", 0, "number of random programs that are replayed from snapshots; default 100, or 6 without JSRR_SUITES")

// thorough says that there is time for everything.
func thorough() bool { return os.Getenv("JSRR_SUITES") != "" }

func snapshotSeeds() uint64 {
	switch {
	case *snapshotSeedsFlag != 0:
		return uint64(*snapshotSeedsFlag)
	case thorough():
		return 100
	}
	return 6
}

// snapshotEvery are how many turns lie between two snapshots.
var snapshotEvery = []uint64{1, 2, 7, 50}

// entriesMax is how many snapshots of a recording are replayed from, evenly
// distributed.
const entriesMax = 12

// TestSnapshots records programs with snapshots and replays them from these: the
// output from there on, the end and the heap at the end are those of the replay from
// the start.
func TestSnapshots(t *testing.T) {
	for seed := uint64(1); seed <= snapshotSeeds(); seed++ {
		if *seedFlag != 0 {
			seed = *seedFlag
		}
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			t.Parallel()
			p := Generate(seed, Features{})
			for _, s := range schedules(seed) {
				for _, k := range snapshotEvery {
					examine(t, p, fmt.Sprintf("%s, a snapshot every %d turns", s, k), 1, func(p *Program) string {
						return checkSnapshots(newBench(t, p.String()), s, k)
					})
				}
			}
		})
		if *seedFlag != 0 {
			break
		}
	}
}

// TestSnapshotsOfPrograms does the same with the programs whose output node made.
func TestSnapshotsOfPrograms(t *testing.T) {
	globs := []string{"../testdata/ordering/*.js", "../hostapi/*/testdata/*.js", "../hostapi/*/testdata/*.mjs"}
	if !thorough() {
		globs = []string{"../testdata/ordering/*9*.js"}
	}
	for _, glob := range globs {
		paths, err := filepath.Glob(glob)
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			if _, err := os.Stat(strings.TrimSuffix(path, filepath.Ext(path)) + ".out"); err != nil {
				continue // a module that other programs load
			}
			t.Run(path, func(t *testing.T) {
				t.Parallel()
				for _, k := range snapshotEvery {
					if problem := checkSnapshots(benchOf(t, path), nil, k); problem != "" {
						t.Errorf("a snapshot every %d turns: %s", k, problem)
						break
					}
				}
			})
		}
	}
}

// benchOf is a bench for a program that is where it belongs.
func benchOf(t *testing.T, path string) *bench {
	t.Helper()
	b := newBench(t, "")
	script, err := filepath.Abs(path)
	if err != nil {
		t.Fatal(err)
	}
	b.script = script
	return b
}

// checkSnapshots records a program with a snapshot every k turns, and returns what
// differs when it is replayed from them, or "".
func checkSnapshots(b *bench, s *schedule, k uint64) string {
	recording := b.newRecording()
	defer os.RemoveAll(recording)
	var refused error
	outcome, err := b.record(s, recording, func(o *jsrr.RecordOptions) {
		o.SnapshotEvery = jsrr.SnapshotPlan{Turns: k}
		o.VirtualClock = s == nil
		o.Timeout *= 6 // taking so many snapshots takes longer than the program
		o.WarnSnapshot = func(err error) { refused = err }
	})
	if err == nil {
		err = refused
	}
	if err != nil {
		return "recorded run: " + err.Error()
	}
	r, err := jsrr.OpenRecording(recording)
	if err != nil {
		return err.Error()
	}
	defer r.Close()
	straight, err := tailsOf(r)
	if err != nil {
		return "replay: " + err.Error()
	}
	if straight.out.String() != outcome.Stdout+outcome.Stderr && straight.out.Len() != len(outcome.Stdout)+len(outcome.Stderr) {
		return "replay: other output"
	}
	snapshots, damaged := r.Snapshots()
	if len(damaged) > 0 {
		return damaged[0].Error()
	}
	for _, snapshot := range some(snapshots) {
		if problem := straight.compare(r, snapshot.Turn); problem != "" {
			return fmt.Sprintf("replay from turn %d: %s", snapshot.Turn, problem)
		}
	}
	return ""
}

// some returns at most entriesMax of all.
func some[T any](all []T) []T {
	if len(all) <= entriesMax {
		return all
	}
	var chosen []T
	for i := range entriesMax {
		chosen = append(chosen, all[i*(len(all)-1)/(entriesMax-1)])
	}
	return chosen
}

// tails is what a replay from the start did.
type tails struct {
	out    bytes.Buffer
	began  []int // how much was printed before each turn
	result jsrr.ReplayResult
}

// BeginTurn implements loop.Observer.
func (t *tails) BeginTurn(*loop.Turn) { t.began = append(t.began, t.out.Len()) }

func tailsOf(r *jsrr.Recording) (*tails, error) {
	t := &tails{}
	var err error
	t.result, err = r.Replay(context.Background(), jsrr.ReplayOptions{Stdout: &t.out, Stderr: &t.out, HeapDigest: true, Observer: t})
	return t, err
}

// compare returns what differs in a replay from a turn on.
func (t *tails) compare(r *jsrr.Recording, turn uint64) string {
	var out bytes.Buffer
	result, err := r.Replay(context.Background(), jsrr.ReplayOptions{Stdout: &out, Stderr: &out, HeapDigest: true, From: &turn})
	switch {
	case err != nil:
		return err.Error()
	case result.From != turn:
		return fmt.Sprintf("it began at turn %d", result.From)
	case !bytes.Equal(out.Bytes(), t.out.Bytes()[t.began[turn]:]):
		return fmt.Sprintf("prints %q, not %q", out.Bytes(), t.out.Bytes()[t.began[turn]:])
	case result.ExitCode != t.result.ExitCode || result.Turns != t.result.Turns:
		return fmt.Sprintf("exit code %d after %d turns, not %d after %d", result.ExitCode, result.Turns, t.result.ExitCode, t.result.Turns)
	case result.HeapDigest != t.result.HeapDigest:
		return "another heap at the end"
	}
	return ""
}

// damagedSnapshots: one that was cut short, or changed, is passed over.
func TestDamagedSnapshots(t *testing.T) {
	b := newBench(t, "let n = 0; const t = setInterval(() => { console.log(++n); if (n === 30) clearInterval(t); }, 1);")
	recording := b.newRecording()
	if _, err := b.record(nil, recording, func(o *jsrr.RecordOptions) {
		o.VirtualClock, o.SnapshotEvery = true, jsrr.SnapshotPlan{Turns: 5}
	}); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(recording, "*-snapshot-*"))
	if err != nil || len(files) < 5 {
		t.Fatal(err, files)
	}
	slices.Sort(files)
	last := files[len(files)-1]
	whole, err := os.ReadFile(last)
	if err != nil {
		t.Fatal(err)
	}
	for at := 0; at < len(whole); at += 1 + len(whole)/97 {
		for _, damaged := range [][]byte{whole[:at], flipped(whole, at)} {
			if err := os.WriteFile(last, damaged, 0o600); err != nil {
				t.Fatal(err)
			}
			warned := 0
			result, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
				Recording: recording, FromLast: true, Stdout: &bytes.Buffer{}, Warn: func(error) { warned++ },
			})
			if err != nil || warned == 0 || result.From == 0 {
				t.Fatalf("%d bytes, damaged at %d: begins at %d, %d warnings (%v)", len(damaged), at, result.From, warned, err)
			}
		}
	}
}

func flipped(b []byte, at int) []byte {
	b = slices.Clone(b)
	b[at] ^= 0x10
	return b
}
