package systemtest

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

var (
	seedFlag  = flag.Uint64("seed", 0, "run only the random program of this seed")
	seedsFlag = flag.Int("seeds", 40, "number of random programs")
)

// seeds returns the seeds that the flags ask for.
func seeds() []uint64 {
	if *seedFlag != 0 {
		return []uint64{*seedFlag}
	}
	n := *seedsFlag
	if testing.Short() {
		n = min(n, 8)
	}
	all := make([]uint64, n)
	for i := range all {
		all[i] = uint64(i + 1)
	}
	return all
}

// TestRandomPrograms runs random programs under random schedules: all runs of
// one schedule, recorded or not, replayed or not, must be equal.
func TestRandomPrograms(t *testing.T) {
	for _, seed := range seeds() {
		t.Run(fmt.Sprintf("seed=%d", seed), func(t *testing.T) {
			t.Parallel()
			p := Generate(seed, Features{})
			if *seedFlag != 0 {
				t.Log("\n" + p.String())
			}
			for _, s := range schedules(seed) {
				examine(t, p, s.String(), 1, func(p *Program) string { return checkSimulated(newBench(t, p.String()), s) })
			}
			examine(t, p, "the real world", 5, func(p *Program) string { return checkReal(newBench(t, p.String())) })
		})
	}
}

// schedules returns the simulated schedules for the program of a seed.
func schedules(seed uint64) []*schedule {
	latencies := []int64{5, 1, -1, 60}
	return []*schedule{
		{seed: seed, latencyMax: latencies[seed%4]},
		{seed: seed + 1<<32, latencyMax: latencies[(seed+1)%4], faults: true},
	}
}

// reduceMax is how long a failing program is reduced.
const reduceMax = time.Minute

// examine checks p. When something is wrong it looks for a smaller program
// with something wrong, asking up to attempts times, and shows that.
func examine(t *testing.T, p *Program, world string, attempts int, check func(*Program) string) {
	t.Helper()
	problem := check(p)
	if problem == "" {
		return
	}
	deadline := time.Now().Add(reduceMax)
	small := Reduce(p, func(p *Program) bool {
		for range attempts {
			if found := check(p); found != "" {
				problem = found
				return true
			}
		}
		return false
	}, func() bool { return time.Now().Before(deadline) })
	t.Errorf("%s, in %s\nagain: go test ./systemtest -run %s -seed=%d\nprogram (with its prelude in %s):\n%s",
		problem, world, rootName(t), p.Seed, keep(small), small.Short())
}

// keep writes a program to a file that outlives the test, and returns its path.
func keep(p *Program) string {
	path := filepath.Join(os.TempDir(), fmt.Sprintf("jsrr-program-%d.js", p.Seed))
	if err := os.WriteFile(path, []byte(p.String()), 0o600); err != nil {
		return err.Error()
	}
	return path
}

// rootName returns the name of the test function.
func rootName(t *testing.T) string {
	name := t.Name()
	for i := range name {
		if name[i] == '/' {
			return name[:i]
		}
	}
	return name
}

// checkSimulated runs a program six times under one schedule, and returns what
// differs, or "".
func checkSimulated(b *bench, s *schedule) string {
	first, err := b.run(s, "")
	if err != nil {
		return "run: " + err.Error()
	}
	recordings := [2]string{b.newRecording(), b.newRecording()}
	for _, step := range []struct {
		name string
		run  func() (Outcome, error)
	}{
		{"second run", func() (Outcome, error) { return b.run(s, "") }},
		{"recorded run", func() (Outcome, error) { return b.run(s, recordings[0]) }},
		{"second recorded run", func() (Outcome, error) { return b.run(s, recordings[1]) }},
		{"replay", func() (Outcome, error) { return replay(recordings[0]) }},
		{"second replay", func() (Outcome, error) { return replay(recordings[0]) }},
	} {
		if problem := expect(step.name, first, step.run); problem != "" {
			return problem
		}
	}
	return sameFiles(recordings[0], recordings[1])
}

// checkReal records a program in the real world and replays it.
func checkReal(b *bench) string {
	recording := b.newRecording()
	first, err := b.run(nil, recording)
	if err != nil {
		return "recorded run: " + err.Error()
	}
	return expect("replay", first, func() (Outcome, error) { return replay(recording) })
}

func expect(name string, want Outcome, run func() (Outcome, error)) string {
	got, err := run()
	if err != nil {
		return name + ": " + err.Error()
	}
	if difference := want.Differs(got); difference != "" {
		return name + ": " + difference
	}
	return ""
}

// sameFiles compares two recordings byte by byte.
func sameFiles(a, b string) string {
	one, err := sums(a)
	if err != nil {
		return err.Error()
	}
	two, err := sums(b)
	if err != nil {
		return err.Error()
	}
	if one != two {
		return "two recordings of one simulated run differ:\n" + one + two
	}
	return ""
}
