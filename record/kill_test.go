package record_test

import (
	"bufio"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

// copyRecording copies the files of a recording that is being written, payloads
// last: a payload is on disk before the entry that needs it. Any goroutine may
// call it.
func copyRecording(t testing.TB, from, to string) {
	t.Helper()
	if err := os.MkdirAll(to, 0o700); err != nil {
		t.Error(err)
	}
	for _, pattern := range []string{"*.cbor", "*.heap", "*.events", "*.payload"} {
		names, err := filepath.Glob(filepath.Join(from, pattern))
		if err != nil {
			t.Error(err)
		}
		for _, name := range names {
			b, err := os.ReadFile(name)
			if err == nil {
				err = os.WriteFile(filepath.Join(to, filepath.Base(name)), b, 0o600)
			}
			if err != nil {
				t.Error(err)
			}
		}
	}
}

// Without mappings a killed process loses what came after its last wait, and
// nothing else.
func TestKilledWithoutMappings(t *testing.T) {
	dir := t.TempDir()
	from := filepath.Join(dir, "run")
	p := recordtest.Program{Seed: 14, Slots: 900, OutputMax: 500}
	var copies []string
	recording := p
	recording.After = func(slot int) {
		if slot%7 == 0 {
			copies = append(copies, filepath.Join(dir, fmt.Sprint(slot)))
			copyRecording(t, from, copies[len(copies)-1])
		}
	}
	o := record.Options{Dir: from}.WithSizes(2048, 4096).WithoutMappings()
	_, recorded := recordtest.Record(t, recording, recordtest.NewWorld(14), o)
	longest := 0
	for i, path := range copies {
		replayed, _, err := recordtest.Replay(path, p)
		if errors.Is(err, record.ErrDamaged) && replayed == nil && longest == 0 {
			continue // nothing was flushed yet
		}
		var ended *replay.Ended
		if !errors.As(err, &ended) || ended.Err != nil {
			t.Fatalf("copy %d: %v", i, err)
		}
		recordtest.Prefix(t, recorded, replayed)
		if replayed.Slots < longest {
			t.Fatalf("copy %d: %d slots, after %d", i, replayed.Slots, longest)
		}
		longest = replayed.Slots
	}
	if longest < 800 {
		t.Fatalf("only %d slots were ever flushed", longest)
	}
}

// TestKilledAfterAnySlot looks at the files after each slot, as they would be
// found if the process had been killed there.
func TestKilledAfterAnySlot(t *testing.T) {
	const slots = 400
	dir := t.TempDir()
	from, to := filepath.Join(dir, "run"), filepath.Join(dir, "copy")
	p := recordtest.Program{Seed: 4, Slots: slots, OutputMax: 700}
	var copies []string
	recording := p
	recording.After = func(slot int) {
		if slot%3 == 0 {
			copies = append(copies, fmt.Sprint(to, slot))
			copyRecording(t, from, copies[len(copies)-1])
		}
	}
	w := recordtest.NewWorld(4)
	w.Large = 9000
	o := record.Options{Dir: from}.WithSizes(2048, 4096)
	_, recorded := recordtest.Record(t, recording, w, o)
	for i, path := range copies {
		replayed, _, err := recordtest.Replay(path, p)
		var ended *replay.Ended
		if !errors.As(err, &ended) || ended.Err != nil {
			t.Fatalf("copy %d: %v", i, err)
		}
		recordtest.Prefix(t, recorded, replayed)
		// The slot at which a replay stops is answered but not counted.
		if got, want := replayed.Slots+1, 3*(i+1); got != want {
			t.Fatalf("replayed %d slots of %d", got, want)
		}
	}
}

// childVariable makes the test binary a program that records until it is
// killed. It prints the number of each slot after the slot.
const childVariable = "RECORD_TEST_CHILD"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childVariable); dir != "" {
		recordUntilKilled(dir)
	}
	if dir := os.Getenv(keepVariable); dir != "" {
		flyUntilKilled(dir)
	}
	os.Exit(m.Run())
}

func childProgram() recordtest.Program {
	return recordtest.Program{Seed: 9, Slots: 1 << 40}
}

func childWorld() *recordtest.World {
	w := recordtest.NewWorld(9)
	w.Large = 5000
	return w
}

func recordUntilKilled(dir string) {
	tape, err := record.New(childWorld(), record.Options{Dir: dir}.WithSizes(64<<10, 1<<20))
	if err != nil {
		panic(err)
	}
	p := childProgram()
	p.After = func(slot int) { fmt.Println(slot) }
	_, _ = p.Run(tape, nil)
}

func TestKilledProcessReplaysEverySlotThatWasSeen(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	random := rand.New(rand.NewPCG(1, 1))
	for i := range 40 {
		dir := filepath.Join(t.TempDir(), fmt.Sprint(i))
		seen := killChild(t, dir, time.Duration(random.IntN(40_000))*time.Microsecond)
		replayed, _, err := recordtest.Replay(dir, childProgram())
		if seen == 0 && errors.Is(err, record.ErrNotRecording) {
			continue // killed before the recording began
		}
		var ended *replay.Ended
		if !errors.As(err, &ended) || ended.Err != nil {
			if seen == 0 && errors.Is(err, record.ErrDamaged) {
				continue
			}
			t.Fatalf("run %d, %d slots seen: %v", i, seen, err)
		}
		if replayed.Slots+1 < seen {
			t.Fatalf("run %d: %d slots seen, %d replayed", i, seen, replayed.Slots+1)
		}
	}
}

// startChild runs the child, which a variable tells what to do, and kills it after
// some time. lines are what it prints; the first one was read.
func startChild(t *testing.T, variable string, after time.Duration) (child *exec.Cmd, lines *bufio.Scanner) {
	t.Helper()
	child = exec.Command(os.Args[0])
	child.Env = append(os.Environ(), variable)
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	lines = bufio.NewScanner(out)
	lines.Scan() // it runs
	time.AfterFunc(after, func() { _ = child.Process.Kill() })
	return child, lines
}

// killChild runs the child, kills it after some time, and returns the last
// slot that it printed.
func killChild(t *testing.T, dir string, after time.Duration) (seen int) {
	t.Helper()
	child, lines := startChild(t, childVariable+"="+dir, after)
	for ok := true; ok; ok = lines.Scan() {
		var slot int
		if n, _ := fmt.Sscan(lines.Text(), &slot); n == 1 && slot > seen {
			seen = slot
		}
	}
	_ = child.Wait()
	return seen
}
