package record_test

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

// statePart is the part of test snapshots that holds a recordtest.State.
const statePart = "state"

// takeSnapshot begins and completes a snapshot of a program. Its parts are as
// long as extra says, beside the state.
func takeSnapshot(tape *record.Tape, at recordtest.State, extra int) (*record.SnapshotWriter, error) {
	position, err := tape.Mark(at.Turn)
	if err != nil {
		return nil, err
	}
	state, err := at.MarshalBinary()
	if err != nil {
		return nil, err
	}
	w := tape.NewSnapshot(position)
	w.Write(statePart, state)
	noise := make([]byte, extra)
	for i := range noise {
		noise[i] = byte(i * i >> 3 * i)
	}
	w.Write("heap", noise)
	w.Source("/app/main.js", []byte("main()"))
	w.Complete()
	return w, nil
}

// marked returns where a snapshot begins.
func marked(s record.Snapshot) (m recordtest.Marked, err error) {
	in, err := s.Part(statePart)
	if err != nil {
		return m, err
	}
	defer in.Close()
	b, err := io.ReadAll(in)
	if err != nil {
		return m, err
	}
	m.Position = s.Position
	return m, m.State.UnmarshalBinary(b)
}

// flight is a recording with a flight recorder.
type flight struct {
	path     string
	program  recordtest.Program
	recorded *recordtest.Transcript
}

// fly records a program with a snapshot every so many slots. after is called
// when each of them is on disk, with the position that it has.
func fly(t *testing.T, seed uint64, slots, every int, o record.Options, after func(f *flight, p record.Position)) *flight {
	t.Helper()
	if o.Dir == "" {
		o.Dir = filepath.Join(t.TempDir(), "run")
	}
	f := &flight{path: o.Dir}
	w := recordtest.NewWorld(seed)
	w.Large = 20_000
	tape, err := record.New(w, o)
	if err != nil {
		t.Fatal(err)
	}
	f.program = recordtest.Program{Seed: seed, Slots: slots, OutputMax: 2000}
	recording := f.program
	recording.Before = func(at recordtest.State) {
		if at.Slots%every != 0 || at.Slots == 0 {
			return
		}
		snapshot, err := takeSnapshot(tape, at, 9000)
		if err != nil {
			t.Fatal(err)
		}
		<-snapshot.Done()
		if err := snapshot.Err(); err != nil {
			t.Fatal(err)
		}
		position, err := tape.Mark(at.Turn)
		if err != nil {
			t.Fatal(err)
		}
		after(f, position)
	}
	if f.recorded, err = recording.Run(tape, nil); err != nil {
		t.Fatal(err)
	}
	return f
}

func folderSize(t *testing.T, path string) (size int64) {
	t.Helper()
	entries, err := os.ReadDir(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		info, err := entry.Info()
		if errors.Is(err, fs.ErrNotExist) {
			continue // let go of right now
		}
		if err != nil {
			t.Fatal(err)
		}
		size += info.Size()
	}
	return size
}

// enter replays the tail from each snapshot of the recording and returns them.
func (f *flight) enter(t *testing.T) []record.Snapshot {
	t.Helper()
	r := openRecording(t, f.path)
	snapshots, damaged := r.Snapshots(record.MainLoop)
	if len(damaged) > 0 || len(snapshots) == 0 {
		t.Fatal(len(snapshots), damaged)
	}
	for _, s := range snapshots {
		m, err := marked(s)
		if err != nil {
			t.Fatal(err)
		}
		replayed, _, err := recordtest.ReplayFrom(f.path, f.program, m)
		if err != nil {
			t.Fatalf("from turn %d: %v", s.Turn, err)
		}
		recordtest.Equal(t, f.recorded.Tail(m.State), replayed)
	}
	return snapshots
}

func TestKeepBytes(t *testing.T) {
	const limit = 1 << 20
	largest := int64(0)
	f := fly(t, 31, 20_000, 250, record.Options{Keep: record.Keep{Bytes: limit}}, func(f *flight, p record.Position) {
		size := folderSize(t, f.path)
		largest = max(largest, size)
		if size > limit {
			t.Fatalf("before turn %d the recording takes %d bytes", p.Turn, size)
		}
	})
	snapshots := f.enter(t)
	if largest < limit/2 || len(snapshots) < 3 {
		t.Errorf("at most %d bytes, %d snapshots: less is kept than could be", largest, len(snapshots))
	}
	if _, _, err := recordtest.Replay(f.path, f.program); !errors.Is(err, record.ErrNoBeginning) {
		t.Errorf("replay from the start: %v", err)
	}
	if size := folderSize(t, f.path); size > limit {
		t.Errorf("%d bytes at the end", size)
	}
}

func TestKeepLast(t *testing.T) {
	const last = 3000 // ms
	begin := int64(0)
	f := fly(t, 32, 12_000, 100, record.Options{Keep: record.Keep{LastMs: last}}.WithSizes(4096, 16<<10), func(f *flight, p record.Position) {
		r, err := record.Open(f.path)
		if err != nil {
			t.Fatal(err)
		}
		defer r.Close()
		snapshots, damaged := r.Snapshots(record.MainLoop)
		if len(damaged) > 0 {
			t.Fatal(damaged)
		}
		oldest := snapshots[0].Position.LoopMs
		if _, err := r.Reader(record.MainLoop); errors.Is(err, record.ErrNoBeginning) {
			begin = oldest
		} else if err != nil {
			t.Fatal(err)
		}
		if begin > max(p.LoopMs-last, 0) {
			t.Fatalf("at %d ms all before %d ms has gone", p.LoopMs, begin)
		}
		if len(snapshots) > 40 {
			t.Fatalf("%d snapshots", len(snapshots))
		}
	})
	snapshots := f.enter(t)
	end := snapshots[len(snapshots)-1].Position.LoopMs
	if begin == 0 || end-begin > last*3/2 {
		t.Errorf("kept from %d to %d ms", begin, end)
	}
	first, err := filepath.Glob(filepath.Join(f.path, "*-000001.*"))
	if err != nil || len(first) > 0 {
		t.Errorf("%v are still there (%v)", first, err)
	}
}

// The newest snapshot and all that follows stay, however long that is.
func TestKeepBytesStaysWhole(t *testing.T) {
	const limit = 1 << 20
	taken := 0
	f := fly(t, 33, 14_000, 8000, record.Options{Keep: record.Keep{Bytes: limit}}, func(*flight, record.Position) { taken++ })
	if snapshots := f.enter(t); len(snapshots) != 1 || taken != 1 {
		t.Errorf("%d of %d snapshots", len(snapshots), taken)
	}
	if size := folderSize(t, f.path); size < limit*3/2 {
		t.Errorf("%d bytes: the test covers too little", size)
	}
}

// TestKilledWhileLettingGo looks at the files after each of them was deleted, as
// they would be found if the process had been killed there.
func TestKilledWhileLettingGo(t *testing.T) {
	var copies []string
	dir := t.TempDir()
	from := ""
	o := record.Options{Keep: record.Keep{Bytes: 1 << 20}}.WithSizes(4096, 32<<10).WithRemoved(func(name string) {
		copies = append(copies, filepath.Join(dir, fmt.Sprint(len(copies)), name))
		copyRecording(t, from, copies[len(copies)-1])
	})
	o.Dir = filepath.Join(dir, "run")
	from = o.Dir
	f := fly(t, 37, 4000, 170, o, func(*flight, record.Position) {})
	kinds := map[string]int{}
	for i, path := range copies {
		kinds[filepath.Ext(path)]++
		r := openRecording(t, path)
		snapshots, damaged := r.Snapshots(record.MainLoop)
		if len(snapshots) == 0 || len(damaged) > 0 {
			t.Fatal(path, len(snapshots), damaged)
		}
		for j, s := range snapshots {
			if i%5 > 0 && j > 0 {
				break // the oldest needs most
			}
			m, err := marked(s)
			if err != nil {
				t.Fatal(err)
			}
			replayed, _, err := recordtest.ReplayFrom(path, f.program, m)
			var ended *replay.Ended
			if err != nil && (!errors.As(err, &ended) || ended.Err != nil) {
				t.Fatalf("%s, from turn %d: %v", path, s.Turn, err)
			}
			recordtest.Prefix(t, f.recorded.Tail(m.State), replayed)
		}
		if manifest, err := r.Manifest(); err != nil || manifest.Loops[0].State == record.StateDamaged {
			t.Fatalf("%s: %+v, %v", path, manifest, err)
		}
	}
	if kinds[".heap"] < 3 || kinds[".events"] < 1 || kinds[".payload"] < 10 {
		t.Errorf("%v were deleted: the test covers too little", kinds)
	}
}

func TestKeepRefusesNonsense(t *testing.T) {
	for _, keep := range []record.Keep{{LastMs: -1}, {Bytes: -1}, {Bytes: 1000}} {
		dir := filepath.Join(t.TempDir(), "run")
		if _, err := record.New(recordtest.NewWorld(1), record.Options{Dir: dir, Keep: keep}); !errors.Is(err, record.ErrKeep) {
			t.Errorf("%+v: %v", keep, err)
		}
	}
}

// keepVariable makes the test binary a program that flies until it is killed.
const keepVariable = "RECORD_TEST_KEEP"

func keepProgram() recordtest.Program {
	return recordtest.Program{Seed: 35, Slots: 1 << 40, OutputMax: 2000}
}

const keepBytes = 1 << 20

// flyUntilKilled prints "slot N" after slots and "turn N" when the snapshot
// before turn N is known to be on disk.
func flyUntilKilled(dir string) {
	w := recordtest.NewWorld(35)
	w.Large = 20_000
	tape, err := record.New(w, record.Options{Dir: dir, Keep: record.Keep{Bytes: keepBytes}})
	if err != nil {
		panic(err)
	}
	out := bufio.NewWriter(os.Stdout)
	p := keepProgram()
	var current *record.SnapshotWriter
	var turn uint64
	p.Before = func(at recordtest.State) {
		if current != nil && at.Slots%300 == 200 {
			<-current.Done() // else the disk could be too slow for the bound
		}
		if current != nil {
			select {
			case <-current.Done():
				fmt.Fprintln(out, "turn", turn)
				current = nil
			default:
			}
		}
		if current == nil && at.Slots%300 == 299 {
			if current, err = takeSnapshot(tape, at, 9000); err != nil {
				panic(err)
			}
			turn = at.Turn
		}
		if at.Slots%10 == 0 {
			fmt.Fprintln(out, "slot", at.Slots)
			_ = out.Flush()
		}
	}
	_, _ = p.Run(tape, nil)
}

func TestKilledFlightRecorder(t *testing.T) {
	if testing.Short() {
		t.Skip("starts processes")
	}
	random := rand.New(rand.NewPCG(36, 1))
	letGo := 0
	for i := range 10 {
		dir := filepath.Join(t.TempDir(), fmt.Sprint(i))
		slot, turn := killFlight(t, dir, time.Duration(300+random.IntN(900))*time.Millisecond)
		if turn == 0 {
			continue
		}
		// A machine that is busy prepares files later than they are filled.
		if size := folderSize(t, dir); size > keepBytes*3/2 {
			t.Errorf("run %d: %d bytes", i, size)
		}
		r := openRecording(t, dir)
		s, damaged, err := r.SnapshotBefore(record.MainLoop, math.MaxUint64)
		if err != nil || len(damaged) > 0 || s.Turn < turn {
			t.Fatalf("run %d: snapshot before turn %d, that before %d is on disk (%v, %v)", i, s.Turn, turn, damaged, err)
		}
		m, err := marked(s)
		if err != nil {
			t.Fatal(err)
		}
		replayed, _, err := recordtest.ReplayFrom(dir, keepProgram(), m)
		var ended *replay.Ended
		if !errors.As(err, &ended) || ended.Err != nil {
			t.Fatalf("run %d from turn %d: %v", i, s.Turn, err)
		}
		if got := m.State.Slots + replayed.Slots + 1; got < slot {
			t.Fatalf("run %d: %d slots seen, replayed up to %d", i, slot, got)
		}
		if _, err := r.Reader(record.MainLoop); errors.Is(err, record.ErrNoBeginning) {
			letGo++
		}
		if _, err := r.Manifest(); err != nil {
			t.Fatal(err)
		}
	}
	if letGo < 3 {
		t.Errorf("%d runs let go of something: the test covers too little", letGo)
	}
}

// killFlight runs the child, kills it after some time, and returns the last slot
// and the turn of the last snapshot that it printed.
func killFlight(t *testing.T, dir string, after time.Duration) (slot int, turn uint64) {
	t.Helper()
	child, lines := startChild(t, keepVariable+"="+dir, after)
	for ok := true; ok; ok = lines.Scan() {
		if n, isTurn := strings.CutPrefix(lines.Text(), "turn "); isTurn {
			_, _ = fmt.Sscan(n, &turn)
		} else if n, isSlot := strings.CutPrefix(lines.Text(), "slot "); isSlot {
			_, _ = fmt.Sscan(n, &slot)
		}
	}
	_ = child.Wait()
	return slot, turn
}
