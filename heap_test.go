package jsrr

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/loop"
)

// heapProgram has a callback of each kind that waits at the same time, before
// turn 1.
const heapProgram = `
'use strict';
const { AsyncLocalStorage } = require('async_hooks');
const storage = new AsyncLocalStorage();
const state = { count: 0, list: [1, 2, 3] };
setTimeout(function late(a, b) { state.count += a.n }, 10, { n: 5 }, 'two');
setImmediate(() => { state.list.push('immediate') });
storage.run({ request: 7 }, () => setTimeout(() => { state.seen = storage.getStore() }, 20));
const { port1, port2 } = new MessageChannel();
port2.on('message', function got(m) { state.message = m; port2.close() });
port1.postMessage({ hello: 'port' });
(async () => { const local = { kept: true }; await require('fs').promises.stat('.'); state.local = local })();
Promise.resolve(1).then(() => { state.jobs = true });
const weak = new WeakMap([[state, 'of state']]);
globalThis.shared = state;
`

func recordedHeap(t *testing.T, source string) *Recording {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "heap.jsrr")
	o := Options{Source: source, VirtualClock: true, Stdout: io.Discard, Stderr: io.Discard, Stdin: strings.NewReader("")}
	if _, err := Record(context.Background(), RecordOptions{Options: o, Folder: folder}); err != nil {
		t.Fatal(err)
	}
	r, err := OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

func mustHeap(t *testing.T, r *Recording, o HeapOptions) *Heap {
	t.Helper()
	h, err := r.Heap(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func heapText(t *testing.T, h *Heap, path string) string {
	t.Helper()
	tree, err := h.Tree(path, HeapLimits{})
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := tree.Print(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func turnNumber(n uint64) *uint64 { return &n }

// TestHeapRoots finds what each kind of callback holds.
func TestHeapRoots(t *testing.T) {
	r := recordedHeap(t, heapProgram)
	h := mustHeap(t, r, HeapOptions{At: turnNumber(1)})
	text := heapText(t, h, "")
	for _, want := range []string{
		"timer 10 ms", "callback: function late", "arguments[0]: Object", "n: 5", `arguments[1]: "two"`, "immediate", "message port",
		"asyncContext: Map(1)", "request: 7", "fs.stat", "local: Object", "kept: true", "list: Array(3)", "function got", "jobs: true",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the heap does not show %q:\n%s", want, text)
		}
	}
	if own, all := h.Own(), h.All(); own.Count == 0 || own.Size >= all.Size || len(h.Largest(3)) != 3 {
		t.Errorf("the program's own is %+v of %+v", own, all)
	}
	list, count, err := h.Retainers("globals.shared", 1)
	if err != nil || len(list) != 1 || count < 1 || list[0].Path != "globals" {
		t.Errorf("the state is held by %d: %+v (%v)", count, list, err)
	}
}

// TestHeapOf picks callbacks by their turns and by what started them.
func TestHeapOf(t *testing.T) {
	r := recordedHeap(t, `const fs = require('fs'); const big = { text: 'x'.repeat(100) };
		setTimeout(function one() { setTimeout(function three() { big.done = 1 }, 1) }, 1); setTimeout(function two() {}, 5)`)
	for _, c := range []struct {
		o        HeapOptions
		has, not string
	}{
		{HeapOptions{Of: "1"}, "function one", "function two"},
		{HeapOptions{Of: "0#2", At: turnNumber(1)}, "function two", "function one"},
		{HeapOptions{Of: "0#1"}, "function one", "function two"},
		{HeapOptions{Of: "3", At: turnNumber(1)}, "function two", "function one"},
		{HeapOptions{Of: "2"}, "function three", "function two"},
		{HeapOptions{Of: "1#1"}, "done: ", "done: "},
	} {
		text := heapText(t, mustHeap(t, r, c.o), "")
		if c.has != c.not && !strings.Contains(text, c.has) || strings.Contains(text, c.not) {
			t.Errorf("%+v:\n%s", c.o, text)
		}
	}
	for _, c := range []struct {
		o    HeapOptions
		want string
	}{
		{HeapOptions{}, "no turn to look at"},
		{HeapOptions{At: turnNumber(0)}, "before turn 0"},
		{HeapOptions{At: turnNumber(100)}, "there is no turn 100: the last one is "},
		{HeapOptions{Of: "100"}, "there is no turn 100"},
		{HeapOptions{Of: "100", At: turnNumber(1)}, "there is no turn 100"},
		{HeapOptions{Of: "no"}, `"no" is neither a turn`},
		{HeapOptions{Of: "1#x"}, "is neither a turn"},
		{HeapOptions{Of: "1#99999999999"}, "is neither a turn"},
		{HeapOptions{Of: "-1"}, "is neither a turn"},
		{HeapOptions{Of: "0#1", At: turnNumber(2)}, "0#1 does not wait before turn 2"},
		{HeapOptions{Of: "0#9"}, "0#9 does not wait before turn 1"},
		{HeapOptions{Of: "2", At: turnNumber(1)}, "is started in turn 1, not before turn 1"},
		{HeapOptions{Of: "1", At: turnNumber(2)}, "turn 1 is over before turn 2"},
		{HeapOptions{Of: "4"}, "turn 4 (beforeExit) is no callback"},
	} {
		_, err := r.Heap(context.Background(), c.o)
		var problem *HeapError
		if !errors.As(err, &problem) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v; want %s", c.o, err, c.want)
		}
	}
}

// TestHeapDiff compares heaps of two turns.
func TestHeapDiff(t *testing.T) {
	r := recordedHeap(t, `globalThis.cart = { items: [], total: 0, gone: { big: [1, 2] } };
		setTimeout(() => { cart.items.push({ sku: 1 }); cart.total = 12; delete cart.gone }, 1); setTimeout(() => {}, 2)`)
	before, after, err := r.HeapsAt(context.Background(), 1, 2)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	if err := CompareHeaps(before, after, 10).Print(&b); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"+ globals.cart.items[0]: Object {sku}", "- globals.cart.gone: Object {big}", "~ globals.cart.total: 12 (was 0)", "~ globals.cart.gone: gone",
	} {
		if !strings.Contains(b.String(), want) {
			t.Errorf("the difference does not say %q:\n%s", want, b.String())
		}
	}
	same := CompareHeaps(before, before, 10)
	if same.ChangedCount+same.Appeared.Count+same.Vanished.Count > 0 {
		t.Errorf("a heap differs from itself: %+v", same)
	}
	if _, _, err := r.HeapsAt(context.Background(), 2, 1); err == nil {
		t.Error("turn 2 came before turn 1")
	}
	if _, _, err := r.HeapsAt(context.Background(), 1, 50); err == nil || !strings.Contains(err.Error(), "no turn 50") {
		t.Errorf("turn 50: %v", err)
	}
}

// TestHeapSame makes the same heap twice: the same bytes.
func TestHeapSame(t *testing.T) {
	r := recordedHeap(t, heapProgram)
	var files [2]bytes.Buffer
	for i := range files {
		if err := mustHeap(t, r, HeapOptions{At: turnNumber(2)}).WriteSnapshot(&files[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		t.Error("two snapshots of one turn differ")
	}
	if !json.Valid(files[0].Bytes()) {
		t.Error("the snapshot is no JSON")
	}
}

// heapLooker makes graphs after the first turns, and some of the others. It implements capturer.
type heapLooker struct {
	t     *testing.T
	host  *hostapi.Host
	turns int
}

func (h *heapLooker) begin(host *hostapi.Host) { h.host = host }

func (h *heapLooker) Between(l *loop.Loop) {
	if h.turns++; h.turns > 4 && h.turns%16 != 0 {
		return
	}
	var files [2]bytes.Buffer
	for i := range files {
		w := &heapWatch{host: h.host, loop: l}
		w.look(l)
		if w.err != nil {
			h.t.Error(w.err)
			return
		}
		if err := w.graphs[0].WriteDevTools(&files[i]); err != nil {
			h.t.Error(err)
		}
	}
	if !bytes.Equal(files[0].Bytes(), files[1].Bytes()) {
		h.t.Errorf("after turn %d: two graphs of one heap differ", l.CurrentTurn().Number)
	}
}

// TestHeapOfHandles looks at programs that hold what areas have a state for in Go: it
// works after their first turns, and they print what they print when nobody looks.
func TestHeapOfHandles(t *testing.T) {
	paths, err := filepath.Glob("testdata/snapshots/*.*s")
	if err != nil || len(paths) == 0 {
		t.Fatal(err, paths)
	}
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if strings.HasPrefix(string(text), "// clock: real\n") {
			continue
		}
		t.Run(filepath.Base(path), func(t *testing.T) {
			script, err := filepath.Abs(path)
			if err != nil {
				t.Fatal(err)
			}
			run := func(c capturer) string {
				var out strings.Builder
				o := Options{
					Script: script, Dir: t.TempDir(), Stdin: strings.NewReader("in one\nin two\nin three"), Env: []string{"PATH=/usr/bin"},
					CacheDir: "off", VirtualClock: true, Stdout: &out, Stderr: &out, capturer: c,
				}
				if _, err := Run(context.Background(), o); err != nil {
					t.Fatal(err)
				}
				return out.String()
			}
			looker := &heapLooker{t: t}
			if got, want := run(looker), run(nil); got != want || looker.turns == 0 {
				t.Errorf("in %d turns it prints\n%s\nwant\n%s", looker.turns, got, want)
			}
		})
	}
}
