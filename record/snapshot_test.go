package record_test

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
)

// parts are contents of all kinds: nothing, less than a block, many blocks,
// what compresses very well and what does not.
func parts() map[string][]byte {
	random := rand.New(rand.NewPCG(1, 1))
	noise := make([]byte, 700_001)
	for i := range noise {
		noise[i] = byte(random.Uint32())
	}
	return map[string][]byte{
		"state": []byte("a few bytes"), "none": {}, "zeros": make([]byte, 3<<20), "noise": noise,
		"text": []byte(strings.Repeat("the quick brown fox ", 40_000)),
	}
}

// writeSnapshot takes a snapshot at a turn, with parts handed over piece by
// piece, mixed, and waits for it.
func writeSnapshot(t testing.TB, tape *record.Tape, turn uint64, parts map[string][]byte, sources map[string]string) error {
	t.Helper()
	position, err := tape.Mark(turn)
	if err != nil {
		t.Fatal(err)
	}
	w := tape.NewSnapshot(position)
	names := slices.Sorted(mapKeys(parts))
	for at := 0; ; at += 100_003 {
		rest := false
		for _, name := range names {
			b := parts[name]
			if from := min(at, len(b)); from < len(b) || at == 0 {
				w.Write(name, b[from:min(from+100_003, len(b))])
				rest = true
			}
		}
		if !rest {
			break
		}
	}
	for _, name := range slices.Sorted(mapKeys(sources)) {
		w.Source(name, []byte(sources[name]))
		if !w.HasSource(name) {
			t.Errorf("no source %q", name)
		}
	}
	w.Complete()
	<-w.Done()
	return w.Err()
}

func mapKeys[V any](m map[string]V) func(func(string) bool) {
	return func(yield func(string) bool) {
		for key := range m {
			if !yield(key) {
				return
			}
		}
	}
}

// recordSnapshots makes a recording with snapshots at the given turns.
func recordSnapshots(t testing.TB, dir string, turns ...uint64) {
	t.Helper()
	s := startScript(t, record.Options{Dir: dir})
	tape := s.tape.(*record.Tape)
	for _, turn := range turns {
		s.emit(1, fmt.Sprintf("before turn %d\n", turn))
		sources := map[string]string{"/app/main.js": "main()", fmt.Sprintf("/app/%d.js", turn): strings.Repeat("x", int(turn))}
		if err := writeSnapshot(t, tape, turn, parts(), sources); err != nil {
			t.Fatal(err)
		}
	}
	s.emit(1, "the end\n")
	s.end(loop.End{Turns: 99})
}

func readPart(s *record.Snapshot, name string) ([]byte, error) {
	in, err := s.Part(name)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	return io.ReadAll(in)
}

func TestSnapshotsReadAsWritten(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	recordSnapshots(t, dir, 3, 70, 12345)
	packed := filepath.Join(t.TempDir(), "run.jsrr")
	pack(t, dir, packed)
	unpacked := filepath.Join(t.TempDir(), "again")
	if err := record.Unpack(packed, unpacked); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{dir, packed, unpacked} {
		r := openRecording(t, path)
		snapshots, damaged := r.Snapshots(record.MainLoop)
		if len(snapshots) != 3 || len(damaged) != 0 {
			t.Fatalf("%s: %+v, %v", path, snapshots, damaged)
		}
		for i, turn := range []uint64{3, 70, 12345} {
			s := &snapshots[i]
			if s.Turn != turn || s.Position.Turn != turn || s.Loop != record.MainLoop || s.Bytes < 700_001 || s.TimeMs != 1_700_000_000_000 {
				t.Errorf("%+v", s)
			}
			if err := s.Verify(); err != nil {
				t.Error(err)
			}
			for name, want := range parts() {
				if got, err := readPart(s, name); err != nil || !bytes.Equal(got, want) {
					t.Errorf("%s: part %s: %d bytes, not %d (%v)", path, name, len(got), len(want), err)
				}
			}
			if _, err := readPart(s, "other"); !errors.Is(err, record.ErrDamaged) || !strings.Contains(err.Error(), `no part "other"`) {
				t.Error(err)
			}
		}
		sources := map[string]string{}
		damaged = r.KeptSources(record.MainLoop, func(name string, text []byte) {
			if _, twice := sources[name]; twice {
				t.Errorf("%s is kept twice", name)
			}
			sources[name] = string(text)
		})
		if len(damaged) > 0 || len(sources) != 4 || sources["/app/main.js"] != "main()" || len(sources["/app/12345.js"]) != 12345 {
			t.Errorf("%v, %d sources", damaged, len(sources))
		}
	}
}

func TestEqualSnapshotsHaveEqualBytes(t *testing.T) {
	a, b := filepath.Join(t.TempDir(), "a"), filepath.Join(t.TempDir(), "b")
	recordSnapshots(t, a, 3, 70)
	recordSnapshots(t, b, 3, 70)
	if !bytes.Equal(allBytes(t, a), allBytes(t, b)) {
		t.Error("two recordings of the same run differ")
	}
}

func TestSnapshotBefore(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	recordSnapshots(t, dir, 10, 20, 30)
	r := openRecording(t, dir)
	for turn, want := range map[uint64]uint64{10: 10, 19: 10, 20: 20, 35: 30, math.MaxUint64: 30} {
		if s, damaged, err := r.SnapshotBefore(record.MainLoop, turn); s.Turn != want || damaged != nil || err != nil {
			t.Errorf("before %d: %d, %v, %v", turn, s.Turn, damaged, err)
		}
	}
	if _, _, err := r.SnapshotBefore(record.MainLoop, 9); !errors.Is(err, record.ErrNoSnapshot) {
		t.Error(err)
	}
	// The newest is damaged: the one before is taken.
	name := filepath.Join(dir, "main-snapshot-000000000030.heap")
	b, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/2] ^= 1
	if err := os.WriteFile(name, b, 0o600); err != nil {
		t.Fatal(err)
	}
	s, damaged, err := r.SnapshotBefore(record.MainLoop, 35)
	if s.Turn != 20 || len(damaged) != 1 || err != nil {
		t.Fatalf("%d, %v, %v", s.Turn, damaged, err)
	}
	text := damaged[0].Error()
	for _, part := range []string{"main-snapshot-000000000030.heap, byte ", "does not match its checksum", "jsrr replay " + dir + " --from start"} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is not in %q", part, text)
		}
	}
}

// heapFilesIn returns the names of files that belong to snapshots.
func heapFilesIn(t *testing.T, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*.heap*"))
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func TestUnfinishedSnapshotsLeaveNothing(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := startScript(t, record.Options{Dir: dir})
	tape := s.tape.(*record.Tape)
	begin := func(turn uint64) *record.SnapshotWriter {
		position, err := tape.Mark(turn)
		if err != nil {
			t.Fatal(err)
		}
		w := tape.NewSnapshot(position)
		w.Write("state", []byte("state"))
		w.Source("a.js", []byte("a"))
		return w
	}
	given := begin(1)
	given.Abandon()
	given.Complete()
	<-given.Done()
	if err := given.Err(); !errors.Is(err, record.ErrAbandoned) {
		t.Error(err)
	}
	left, complete := begin(2), begin(3)
	complete.Complete()
	s.end(loop.End{})
	<-left.Done()
	<-complete.Done()
	if err := left.Err(); !errors.Is(err, record.ErrAbandoned) {
		t.Error(err)
	}
	if err := complete.Err(); err != nil {
		t.Error(err)
	}
	late := tape.NewSnapshot(record.Position{})
	late.Write("state", nil)
	late.Complete()
	<-late.Done()
	if err := late.Err(); !errors.Is(err, record.ErrAbandoned) {
		t.Error(err)
	}
	if names := heapFilesIn(t, dir); len(names) != 2 || !strings.HasSuffix(names[1], "main-sources-000000000003.heap") {
		t.Error(names)
	}
}

// What must not reach the disk does not reach it in a snapshot either.
func TestSnapshotsAndSecrets(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := startScript(t, record.Options{Dir: dir, Redact: []string{"sk-[0-9]+"}})
	if err := writeSnapshot(t, s.tape.(*record.Tape), 1, parts(), map[string]string{"a.js": "sk-1"}); !errors.Is(err, record.ErrSecrets) {
		t.Error(err)
	}
	s.end(loop.End{})
	if names := heapFilesIn(t, dir); len(names) > 0 {
		t.Error(names)
	}
	o := record.Options{Dir: t.TempDir(), Redact: []string{"sk-[0-9]+"}, Keep: record.Keep{LastMs: 1000}}
	if _, err := record.New(recordtest.NewWorld(1), o); !errors.Is(err, record.ErrSecrets) {
		t.Error(err)
	}
}

// A disk without room costs the snapshot, and not the recording.
func TestSnapshotTrouble(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := startScript(t, record.Options{Dir: dir})
	tape := s.tape.(*record.Tape)
	name := filepath.Join(dir, "main-snapshot-000000000001.heap")
	if err := os.Mkdir(name+".new", 0o700); err != nil {
		t.Fatal(err)
	}
	if err := writeSnapshot(t, tape, 1, parts(), map[string]string{"a.js": "a"}); err == nil {
		t.Error("written where a folder is")
	}
	if err := writeSnapshot(t, tape, 2, parts(), map[string]string{"a.js": "a"}); err != nil {
		t.Error(err)
	}
	if err := os.Remove(name + ".new"); err != nil {
		t.Error(err)
	}
	if names := heapFilesIn(t, dir); len(names) != 2 {
		t.Error(names)
	}
	s.end(loop.End{})
}

// Damaged snapshots are errors, in bounded memory and time.
func TestDamagedSnapshots(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	recordSnapshots(t, dir, 10, 20)
	v := &victim{path: dir}
	v.read(t, filepath.Join(dir, "*-snapshot-*"))
	other := &victim{path: dir}
	other.read(t, filepath.Join(dir, "*"))
	random := rand.New(rand.NewPCG(33, 0))
	refused := 0
	for i := range *mutations / 3 {
		name := v.names[1]
		b := mutateBytes(random, slices.Clone(v.files[name]), other)
		if bytes.Equal(b, v.files[name]) {
			continue
		}
		if err := os.WriteFile(name, b, 0o600); err != nil {
			t.Fatal(err)
		}
		r := openRecording(t, dir)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		s, damaged, err := r.SnapshotBefore(record.MainLoop, 20)
		if err != nil || s.Turn != 10 || len(damaged) != 1 || !errors.Is(damaged[0], record.ErrDamaged) {
			t.Fatalf("mutation %d: %d, %v, %v", i, s.Turn, damaged, err)
		}
		snapshots, _ := r.Snapshots(record.MainLoop)
		for i := range snapshots[1:] {
			for part, want := range parts() {
				got, err := readPart(&snapshots[1+i], part)
				if err == nil || !errors.Is(err, record.ErrDamaged) {
					t.Fatalf("mutation %d: part %s: %v", i, part, err)
				}
				if !bytes.HasPrefix(want, got) {
					t.Fatalf("mutation %d: part %s has other bytes", i, part)
				}
			}
			refused++
		}
		runtime.ReadMemStats(&after)
		if allocated := after.TotalAlloc - before.TotalAlloc; allocated > allocationMax {
			t.Fatalf("mutation %d: %d bytes allocated", i, allocated)
		}
		v.restore(t, []string{name})
	}
	if refused == 0 {
		t.Error("the test covers too little")
	}
}

// FuzzSnapshotFile reads files whose checksums are right and whose blocks may
// say anything.
func FuzzSnapshotFile(f *testing.F) {
	f.Add([]byte{1, 0, 0, 0}, []byte("state"), []byte{2, 0, 0, 0}, []byte("bytes"), []byte{3, 0, 0, 0}, []byte{1, 5})
	f.Add([]byte{1, 0, 0, 0}, []byte("state"), []byte{2, 1, 0, 0}, []byte("\x28\xb5\x2f\xfd\x24\x05"), []byte{3, 0, 0, 0}, []byte{1, 5})
	f.Fuzz(func(t *testing.T, a, aBytes, b, bBytes, c, cBytes []byte) {
		file := record.BlockFile([]byte("description"), a, aBytes, b, bBytes, c, cBytes)
		total := 0
		err := record.ReadBlocks(file, func(raw []byte) { total += len(raw) })
		if total > 256*len(file) {
			t.Errorf("%d bytes of %d", total, len(file))
		}
		if err == nil && len(file) == 0 {
			t.Error("nothing is a whole file")
		}
		// Bytes as they come, whose checksums are wrong.
		_ = record.ReadBlocks(aBytes, func([]byte) {})
	})
}
