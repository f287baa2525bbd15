package record_test

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

var mutations = flag.Int("mutations", 300, "damaged recordings that TestDamage reads, of each kind")

// Limits for reading one damaged recording.
const (
	allocationMax = 256 << 20
	durationMax   = 5 * time.Second
)

// victim is a recording that is damaged again and again.
type victim struct {
	path     string            // what is opened
	files    map[string][]byte // as they were
	names    []string
	program  recordtest.Program
	recorded *recordtest.Transcript
	// sealed says that all bytes are checksummed.
	sealed bool
}

func newVictim(t *testing.T, seed uint64) *victim {
	v := &victim{program: recordtest.Program{Seed: seed, Slots: 600, OutputMax: 300}, sealed: true}
	w := recordtest.NewWorld(seed)
	w.Large = 6000
	v.path, v.recorded = recordtest.Record(t, v.program, w, sized(seed))
	v.read(t, filepath.Join(v.path, "*"))
	return v
}

// sized gives each recording a header of its own, as different moments do.
func sized(seed uint64) record.Options {
	return record.Options{Header: record.Header{StartMs: int64(seed)}}.WithSizes(4096, 16<<10)
}

func (v *victim) read(t *testing.T, pattern string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	v.names, v.files = names, map[string][]byte{}
	for _, name := range names {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		v.files[name] = b
	}
}

// mutate damages one or a few files, and returns them.
func (v *victim) mutate(t *testing.T, random *rand.Rand, other *victim) []string {
	var touched []string
	for range 1 + random.IntN(2) {
		name := v.names[random.IntN(len(v.names))]
		b := append([]byte(nil), v.files[name]...)
		touched = append(touched, name)
		if random.IntN(40) == 0 {
			if err := os.Remove(name); err != nil && !os.IsNotExist(err) {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(name, mutateBytes(random, b, other), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return touched
}

func mutateBytes(random *rand.Rand, b []byte, other *victim) []byte {
	at := random.IntN(len(b))
	switch random.IntN(8) {
	case 0, 1: // a bit
		b[at] ^= 1 << random.IntN(8)
	case 2: // several bytes
		for range 1 + random.IntN(20) {
			b[random.IntN(len(b))] = byte(random.Uint32())
		}
	case 3: // a cut
		b = b[:at]
	case 4: // a hole
		clear(b[at:min(len(b), at+random.IntN(5000))])
	case 5: // a part of the same file elsewhere
		from := random.IntN(len(b))
		copy(b[at:], append([]byte(nil), b[from:min(len(b), from+random.IntN(5000))]...))
	case 6: // a part of another recording
		source := other.files[other.names[random.IntN(len(other.names))]]
		from := random.IntN(len(source))
		copy(b[at:], source[from:min(len(source), from+random.IntN(9000))])
	default: // the whole file of another recording, or the header's bits
		if random.IntN(2) == 0 {
			return append([]byte(nil), other.files[other.names[random.IntN(len(other.names))]]...)
		}
		b[random.IntN(min(len(b), 300))] ^= 1 << random.IntN(8)
	}
	return b
}

func (v *victim) restore(t *testing.T, names []string) {
	for _, name := range names {
		if err := os.WriteFile(name, v.files[name], 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// read reads all that a recording holds.
func readAll(path string) error {
	r, err := record.Open(path)
	if err != nil {
		return err
	}
	defer r.Close()
	if err := r.Dump(io.Discard); err != nil && !errors.Is(err, record.ErrDamaged) {
		return err
	}
	manifest, err := r.Manifest()
	if err != nil {
		return err
	}
	for _, source := range manifest.Sources {
		if _, err := r.ReadSource(source); err != nil && !errors.Is(err, record.ErrDamaged) {
			return err
		}
	}
	return nil
}

// check reads and replays the damaged recording.
func (v *victim) check(t *testing.T, what string) {
	t.Helper()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	began := time.Now()
	if err := readAll(v.path); err != nil && !known(err) {
		t.Fatalf("%s: reading: %v", what, err)
	}
	replayed, _, err := recordtest.Replay(v.path, v.program)
	runtime.ReadMemStats(&after)
	if allocated := after.TotalAlloc - before.TotalAlloc; allocated > allocationMax {
		t.Fatalf("%s: %d bytes allocated", what, allocated)
	}
	if took := time.Since(began); took > durationMax {
		t.Fatalf("%s: took %v", what, took)
	}
	var divergence *replay.Divergence
	if errors.As(err, &divergence) {
		if v.sealed {
			t.Fatalf("%s: damage was not noticed: %v", what, err)
		}
		return // the open block of a killed recording has no checksum yet
	}
	if err != nil && !known(err) {
		t.Fatalf("%s: replaying: %v", what, err)
	}
	if replayed != nil && v.sealed {
		recordtest.Prefix(t, v.recorded, replayed)
		if err == nil {
			recordtest.Equal(t, v.recorded, replayed)
		}
	}
}

// known says whether err is one that a damaged recording may give.
func known(err error) bool {
	var ended *replay.Ended
	for _, sentinel := range []error{record.ErrDamaged, record.ErrNotRecording, record.ErrNewerFormat, record.ErrNoLoop, record.ErrNoBeginning} {
		if errors.Is(err, sentinel) {
			return true
		}
	}
	return errors.As(err, &ended)
}

func (v *victim) damageMany(t *testing.T, random *rand.Rand, other *victim) {
	for i := range *mutations {
		seed := random.Uint64()
		names := v.mutate(t, rand.New(rand.NewPCG(seed, 0)), other)
		v.check(t, fmt.Sprintf("mutation %d (seed %d) of %s", i, seed, filepath.Base(names[0])))
		v.restore(t, names)
	}
}

func TestDamage(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 5))
	other := newVictim(t, 77)
	t.Run("closed", func(t *testing.T) {
		newVictim(t, 6).damageMany(t, random, other)
	})
	t.Run("killed", func(t *testing.T) {
		v := newKilledVictim(t, 8)
		v.damageMany(t, random, other)
	})
	t.Run("flight", func(t *testing.T) {
		newFlightVictim(t, 12).damageMany(t, random, other)
	})
	t.Run("packed", func(t *testing.T) {
		v := newVictim(t, 10)
		packed := filepath.Join(t.TempDir(), "run.jsrr")
		pack(t, v.path, packed)
		v.path = packed
		v.read(t, packed)
		v.damageMany(t, random, other)
	})
}

// newKilledVictim is a recording whose process was killed in the middle.
func newKilledVictim(t *testing.T, seed uint64) *victim {
	v := &victim{program: recordtest.Program{Seed: seed, Slots: 700, OutputMax: 300}}
	w := recordtest.NewWorld(seed)
	w.Large = 6000
	dir := t.TempDir()
	v.path = filepath.Join(dir, "copy")
	p := v.program
	p.After = func(slot int) {
		if slot == 500 {
			copyRecording(t, filepath.Join(dir, "run"), v.path)
		}
	}
	o := sized(seed)
	o.Dir = filepath.Join(dir, "run")
	_, v.recorded = recordtest.Record(t, p, w, o)
	v.read(t, filepath.Join(v.path, "*"))
	return v
}

// flightVictim is a recording of a flight recorder, entered at its snapshots.
type flightVictim struct {
	victim
	flight *flight
}

func newFlightVictim(t *testing.T, seed uint64) *flightVictim {
	f := fly(t, seed, 4000, 170, record.Options{Keep: record.Keep{Bytes: 1 << 20}}, func(*flight, record.Position) {})
	v := &flightVictim{victim{path: f.path, sealed: true}, f}
	v.read(t, filepath.Join(f.path, "*"))
	return v
}

func (v *flightVictim) damageMany(t *testing.T, random *rand.Rand, other *victim) {
	entered, passedOver := 0, 0
	for i := range *mutations {
		seed := random.Uint64()
		names := v.mutate(t, rand.New(rand.NewPCG(seed, 0)), other)
		what := fmt.Sprintf("mutation %d (seed %d) of %s", i, seed, filepath.Base(names[0]))
		if err := readAll(v.path); err != nil && !known(err) {
			t.Fatalf("%s: reading: %v", what, err)
		}
		r, err := record.Open(v.path)
		if err == nil {
			var s record.Snapshot
			var damaged []error
			s, damaged, err = r.SnapshotBefore(record.MainLoop, 1<<60)
			passedOver += len(damaged)
			if err == nil {
				v.enter(t, what, s)
				entered++
			}
		}
		if err != nil && !known(err) && !errors.Is(err, record.ErrNoSnapshot) {
			t.Fatalf("%s: %v", what, err)
		}
		v.restore(t, names)
	}
	if entered < *mutations/2 || passedOver < *mutations/20 {
		t.Errorf("entered %d times, %d snapshots passed over: the test covers too little", entered, passedOver)
	}
}

// enter replays the damaged recording from a snapshot.
func (v *flightVictim) enter(t *testing.T, what string, s record.Snapshot) {
	m, err := marked(s)
	if err != nil {
		t.Fatalf("%s: %v", what, err)
	}
	replayed, _, err := recordtest.ReplayFrom(v.path, v.flight.program, m)
	if err != nil && !known(err) {
		t.Fatalf("%s: from turn %d: %v", what, s.Turn, err)
	}
	if replayed != nil {
		recordtest.Prefix(t, v.flight.recorded.Tail(m.State), replayed)
	}
}

func pack(t testing.TB, from, to string) *record.Manifest {
	t.Helper()
	r, err := record.Open(from)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	manifest, err := record.Pack(r, f)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return manifest
}
