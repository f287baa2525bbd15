package jsrr

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// everyTurn takes a snapshot at each k-th turn, at once.
type everyTurn struct {
	t    testing.TB
	k    uint64
	host *hostapi.Host
	tape *record.Tape
	out  *bytes.Buffer
	took []taken
}

// taken is a snapshot, and how much the program had printed.
type taken struct {
	snapshot
	turn    uint64
	printed int
}

func (e *everyTurn) begin(h *hostapi.Host) { e.host = h }

func (e *everyTurn) Between(l *loop.Loop) {
	turn := l.CurrentTurn().Number + 1
	if turn%e.k != 0 {
		return
	}
	position, err := e.tape.Mark(turn)
	if err != nil {
		e.t.Fatal(err)
	}
	heap, err := capture(e.host)
	if err != nil {
		e.t.Errorf("before turn %d: %v", turn, err)
		return
	}
	e.took = append(e.took, taken{snapshot{position, heap}, turn, e.out.Len()})
}

func capture(h *hostapi.Host) ([]byte, error) {
	w := h.NewWriter()
	h.Capture(w)
	return w.Finish()
}

// metamorphosis records a program with a snapshot at each k-th turn, and replays
// it from each of them. It returns how many there were.
func metamorphosis(t *testing.T, o Options, k uint64) int {
	t.Helper()
	var out bytes.Buffer
	o.Stdout, o.Stderr = &out, &out
	turns := &everyTurn{t: t, k: k, out: &out}
	folder := filepath.Join(t.TempDir(), fmt.Sprintf("recording-%d", k))
	recorded, err := Record(context.Background(), RecordOptions{Options: o, Folder: folder, capturer: func(tape *record.Tape) capturer {
		turns.tape = tape
		return turns
	}})
	if err != nil || recorded.Incomplete != nil {
		t.Fatal(err, recorded.Incomplete)
	}
	recording, err := OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	straight := replayedFrom(t, recording, nil)
	if !bytes.Equal(straight.out, out.Bytes()) {
		t.Errorf("the straight replay prints something else")
	}
	for i := range turns.took {
		s := &turns.took[i]
		got := replayedFrom(t, recording, &s.snapshot)
		switch tail := out.Bytes()[s.printed:]; {
		case got.err != nil:
			t.Errorf("from turn %d: %v", s.turn, got.err)
		case !bytes.Equal(got.out, tail):
			t.Errorf("from turn %d: prints %q, not %q", s.turn, got.out, tail)
		case got.result.ExitCode != recorded.ExitCode || got.result.Turns != recorded.Turns:
			t.Errorf("from turn %d: exit code %d after %d turns, not %d after %d", s.turn, got.result.ExitCode, got.result.Turns, recorded.ExitCode, recorded.Turns)
		case !bytes.Equal(got.heap, straight.heap):
			t.Errorf("from turn %d: another heap at the end (%d bytes, not %d)", s.turn, len(got.heap), len(straight.heap))
		default:
			continue
		}
		break // the later ones would say the same
	}
	return len(turns.took)
}

// outcome is what a replay did.
type outcome struct {
	result ReplayResult
	out    []byte
	heap   []byte // at the end
	err    error
}

func replayedFrom(t *testing.T, recording *Recording, from *snapshot) (o outcome) {
	t.Helper()
	var out bytes.Buffer
	var captureErr error
	options := ReplayOptions{Stdout: &out, Stderr: &out, from: from, ended: func(h *hostapi.Host) {
		if o.heap, captureErr = capture(h); captureErr != nil {
			o.heap = nil
		}
	}}
	o.result, o.err = recording.Replay(context.Background(), options)
	if o.err == nil {
		o.err = captureErr
	}
	o.out = out.Bytes()
	return o
}

// TestReplayFromSnapshots replays programs from every turn.
func TestReplayFromSnapshots(t *testing.T) {
	paths, err := filepath.Glob("testdata/ordering/*.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".js"), func(t *testing.T) {
			t.Parallel()
			for _, k := range []uint64{1, 2, 7, 50} {
				script, err := filepath.Abs(path)
				if err != nil {
					t.Fatal(err)
				}
				o := Options{Script: script, Dir: t.TempDir(), Stdin: strings.NewReader(""), Env: []string{"PATH=/usr/bin"}, CacheDir: "off", VirtualClock: true}
				metamorphosis(t, o, k)
			}
		})
	}
}

// TestRecapture captures programs between turns, reads that into other runtimes,
// and captures them again: the bytes are the same.
func TestRecapture(t *testing.T) {
	for name, source := range map[string]string{
		"handles": `let n = 0; setTimeout(() => console.log('t', ++n), 1); setImmediate(() => console.log('i', ++n))`,
		"every module": `globalThis.all = {}; for (const id of require('module').builtinModules) if (id !== 'sys') all[id] = require(id)
			setTimeout(() => console.log(Object.keys(all).length), 1)`,
		"changed builtins": `Object.extra = 1; Promise.prototype.then.mark = true`,
	} {
		t.Run(name, func(t *testing.T) {
			o := Options{Source: source, VirtualClock: true, Stdout: io.Discard, Stderr: io.Discard}
			run := o
			run.capturer = &recapture{t: t, options: o}
			if _, err := Run(context.Background(), run); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// recapture captures the program after each turn and compares that with what it
// becomes when it is restored.
type recapture struct {
	t       *testing.T
	options Options
	check   bool // the program has a function check
	host    *hostapi.Host
	turns   int
}

func (r *recapture) begin(h *hostapi.Host) { r.host = h }

func (r *recapture) Between(l *loop.Loop) {
	r.turns++
	turn := l.CurrentTurn().Number
	data, err := capture(r.host)
	if err != nil {
		r.t.Errorf("after turn %d: %v", turn, err)
		return
	}
	h, other := restored(r.t, r.options, data)
	again, err := capture(h)
	if err != nil || !bytes.Equal(data, again) {
		r.t.Errorf("after turn %d: restored and captured again, %d bytes became %d (%v)", turn, len(data), len(again), err)
	}
	if !r.check {
		return
	}
	if want, got := check(l), check(other); got != want {
		r.t.Errorf("after turn %d, the restored program is\n%s\nand not\n%s", turn, got, want)
	}
}

// restored returns a program that was read from a snapshot.
func restored(t *testing.T, o Options, data []byte) (*hostapi.Host, *loop.Loop) {
	t.Helper()
	out, err := o.outside()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(out.close)
	l, err := loop.New(out.tape, loop.Options{Snapshots: true})
	if err != nil {
		t.Fatal(err)
	}
	main, closeImages := o.main()
	t.Cleanup(closeImages)
	h := hostapi.New(l, main)
	if err := h.Restore(data); err != nil {
		t.Fatal(err)
	}
	return h, l
}

// garbage writes snapshots that are whole files, but no heaps.
type garbage struct{ tape *record.Tape }

func (g *garbage) begin(*hostapi.Host) {}

func (g *garbage) Between(l *loop.Loop) {
	if turn := l.CurrentTurn().Number + 1; turn == 2 {
		position, _ := g.tape.Mark(turn)
		w := g.tape.NewSnapshot(position)
		w.Write(heapPart, []byte("this is no heap"))
		w.Complete()
		<-w.Done()
	}
}

// TestUnreadableHeap replays from a snapshot whose content makes no sense: it is told
// of, and the replay begins earlier.
func TestUnreadableHeap(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "recording")
	o := Options{Source: "setTimeout(() => { console.log(1); setTimeout(() => console.log(2), 1) }, 1)", VirtualClock: true, Stdout: io.Discard}
	if _, err := Record(context.Background(), RecordOptions{Options: o, Folder: folder, capturer: func(tape *record.Tape) capturer {
		return &garbage{tape}
	}}); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	var warned []error
	result, err := Replay(context.Background(), ReplayOptions{Recording: folder, FromLast: true, Stdout: &out, Warn: func(err error) { warned = append(warned, err) }})
	if err != nil || result.From != 0 || out.String() != "1\n2\n" {
		t.Errorf("from turn %d: %q (%v)", result.From, out.String(), err)
	}
	if len(warned) != 1 || !errors.Is(warned[0], ErrSnapshot) {
		t.Errorf("warned of %v", warned)
	}
}
