package jsrr

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/internal/heapgraph"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/replay"
)

// Heap is what a recorded program held between two turns: a graph of objects,
// functions, scopes and what else its callbacks can reach.
type Heap struct {
	// At is the turn that came next.
	At uint64
	// Of is the callback that the heap is of, as "812#2: timer 20 ms, cart.js:3:1";
	// "" when it is the whole heap.
	Of   string
	view *heapgraph.View
}

// HeapItem is a line of a heap shown as a tree.
type HeapItem = heapgraph.Item

// HeapLimits bound what is shown of a heap. The zero value has defaults.
type HeapLimits = heapgraph.Limits

// HeapDiff says what is different between two heaps.
type HeapDiff = heapgraph.Diff

// HeapRetainer is one that holds a thing.
type HeapRetainer = heapgraph.Retainer

// HeapOptions say when, and what part of a heap.
type HeapOptions struct {
	// At is the turn before which to look: its callback waits to be called. Nil
	// means the turn of Of.
	At *uint64
	// Of picks what one callback can reach: by the turn in which it is called,
	// "812", or by what started it, "811#2" (the second thing that turn 811
	// started). "" is all that the program holds.
	Of string
}

// HeapError says why there is no such heap.
type HeapError struct {
	// Problem is a sentence, Next the command that helps, or "".
	Problem, Next string
}

func (e *HeapError) Error() string { return e.Problem }

// Heap replays the recording silently up to a turn, and returns what the program
// held there. The error is a *HeapError when there is no such turn or callback, and a
// *Divergence when the program did something else than in the recorded run.
func (r *Recording) Heap(ctx context.Context, o HeapOptions) (*Heap, error) {
	of, err := parseCallback(o.Of)
	if err != nil {
		return nil, err
	}
	at := of.at
	if o.At != nil {
		at = *o.At
	} else if o.Of == "" {
		return nil, &HeapError{Problem: "no turn to look at was given"}
	}
	w := &heapWatch{turns: []uint64{at}, of: of}
	if err := w.replay(ctx, r); err != nil {
		return nil, err
	}
	if o.Of == "" {
		return &Heap{At: at, view: heapgraph.NewView(w.graphs[0])}, nil
	}
	return w.part(at)
}

// HeapsAt replays the recording once and returns the whole heap before each of two
// turns. The same thing has the same id in both.
func (r *Recording) HeapsAt(ctx context.Context, a, b uint64) (before, after *Heap, err error) {
	if a > b {
		return nil, nil, &HeapError{Problem: fmt.Sprintf("turn %d is after turn %d", a, b)}
	}
	w := &heapWatch{turns: []uint64{a, b}}
	if err := w.replay(ctx, r); err != nil {
		return nil, nil, err
	}
	return &Heap{At: a, view: heapgraph.NewView(w.graphs[0])}, &Heap{At: b, view: heapgraph.NewView(w.graphs[1])}, nil
}

// HeapSum sums up a heap: how many objects, how many bytes.
type HeapSum = heapgraph.Sum

// Own sums up what is the program's own, without what jsrr's modules hold.
func (h *Heap) Own() HeapSum { return h.view.Own() }

// All sums up everything.
func (h *Heap) All() HeapSum { return h.view.All() }

// Tree shows what is at a path, as the paths of items are written; "" is all of it.
func (h *Heap) Tree(path string, l HeapLimits) (HeapItem, error) {
	top, err := h.find(path)
	if err != nil {
		return HeapItem{}, err
	}
	return h.view.Tree(top, l), nil
}

// Retainers returns who holds what is at a path, at most limit of them, and how many
// there are.
func (h *Heap) Retainers(path string, limit int) ([]HeapRetainer, int, error) {
	i, err := h.find(path)
	if err != nil {
		return nil, 0, err
	}
	list, count := h.view.RetainedBy(i, limit)
	return list, count, nil
}

// Largest returns what keeps most memory alive, each without what it holds.
func (h *Heap) Largest(limit int) (items []HeapItem) {
	for _, i := range h.view.Largest(limit) {
		items = append(items, h.view.Item(i))
	}
	return items
}

func (h *Heap) find(path string) (heapgraph.Index, error) {
	i, ok := h.view.Find(path)
	if !ok {
		return 0, &HeapError{Problem: fmt.Sprintf("nothing is at %q; paths are written as in the tree", path)}
	}
	return i, nil
}

// WriteSnapshot writes the heap as a .heapsnapshot file, which the Memory panel of
// DevTools opens.
func (h *Heap) WriteSnapshot(w io.Writer) error { return h.view.WriteDevTools(w) }

// CompareHeaps says what happened between two heaps of HeapsAt. Lists have at most
// limit items.
func CompareHeaps(before, after *Heap, limit int) *HeapDiff {
	return heapgraph.Compare(before.view, after.view, limit)
}

// callback is what HeapOptions.Of names.
type callback struct {
	given bool
	turn  uint64    // in which it is called; when op is not given
	op    loop.OpID // of which it is
	byOp  bool
	at    uint64 // the first turn before which it waits, or its own
}

func parseCallback(text string) (c callback, err error) {
	if text == "" {
		return c, nil
	}
	turn, ordinal, byOp := strings.Cut(text, "#")
	n, err := strconv.ParseUint(turn, 10, 64)
	c = callback{given: true, turn: n, at: n, byOp: byOp}
	if byOp && err == nil {
		var number uint64
		number, err = strconv.ParseUint(ordinal, 10, 32)
		c.op, c.at = loop.OpID{Turn: n, Ordinal: uint32(number)}, n+1
	}
	if err != nil {
		return c, &HeapError{Problem: fmt.Sprintf("%q is neither a turn, as 812, nor what a turn started, as 811#2", text), Next: "jsrr help heap"}
	}
	return c, nil
}

// heapWatch makes graphs of a replay's heap, between turns. It implements
// loop.Capturer and loop.Observer.
type heapWatch struct {
	turns  []uint64 // before which to look, ascending
	of     callback
	graphs []*heapgraph.Graph
	roots  []loop.PendingRoot // of the last graph

	host    *hostapi.Host
	loop    *loop.Loop
	ids     heap.IDs
	globals heap.Globals
	err     error
	cause   *loop.Turn // the turn that of names
	seen    uint64     // turns that began
}

// replay replays r as far as is needed.
func (w *heapWatch) replay(ctx context.Context, r *Recording) error {
	if w.turns[0] == 0 {
		return &HeapError{Problem: "before turn 0, the main script, the program holds nothing", Next: "jsrr heap " + r.name() + " --at 1"}
	}
	from := w.turns[0] - 1 // whose end is seen
	o := ReplayOptions{Stdout: io.Discard, Stderr: io.Discard, From: &from, Observer: w, capturer: w, CacheDir: "off"}
	result, err := r.replay(ctx, o, func(_ *replay.Tape, l *loop.Loop) { w.loop = l })
	w.release()
	if w.err != nil {
		return w.err
	}
	if w.done() {
		return nil
	}
	if err != nil {
		return err
	}
	return w.tooFar(r, result)
}

// release lets the program go: the graphs have no part of it.
func (w *heapWatch) release() {
	w.host, w.loop, w.ids = nil, nil, heap.IDs{}
	for i := range w.roots {
		w.roots[i].Holds = nil
	}
}

// name returns the name by which a person knows the recording.
func (r *Recording) name() string {
	if r.Path == "" {
		return "REC"
	}
	return r.Path
}

func (w *heapWatch) done() bool {
	return len(w.graphs) == len(w.turns) && (!w.of.given || w.of.byOp || w.cause != nil)
}

// tooFar says that the run ended before a turn.
func (w *heapWatch) tooFar(r *Recording, result ReplayResult) error {
	turn := w.of.turn
	if len(w.graphs) < len(w.turns) {
		turn = w.turns[len(w.graphs)]
	}
	ended := ""
	if result.Ended != "" {
		ended = "; " + result.Ended
	}
	last := uint64(0)
	if w.seen > 0 {
		last = w.seen - 1
	}
	return &HeapError{
		Problem: fmt.Sprintf("there is no turn %d: the last one is %d%s", turn, last, ended),
		Next:    "jsrr show " + r.name(),
	}
}

// begin implements capturer.
func (w *heapWatch) begin(h *hostapi.Host) { w.host = h }

// BeginTurn implements loop.Observer.
func (w *heapWatch) BeginTurn(t *loop.Turn) {
	if t.Number == 0 {
		w.globals = w.loop.Realm().Globals()
	}
	w.seen = t.Number + 1
	if w.of.given && !w.of.byOp && t.Number == w.of.turn {
		turn := *t
		w.cause = &turn
		w.finish()
	}
}

// Between implements loop.Capturer.
func (w *heapWatch) Between(l *loop.Loop) {
	next := l.CurrentTurn().Number + 1
	for len(w.graphs) < len(w.turns) && w.turns[len(w.graphs)] == next && w.err == nil {
		w.look(l)
	}
	w.finish()
}

// finish ends the replay when nothing is left to see.
func (w *heapWatch) finish() {
	if w.err != nil || w.done() {
		w.loop.Fail(errEnough)
	}
}

func (w *heapWatch) look(l *loop.Loop) {
	w.roots = l.PendingRoots()
	roots := make([]heap.Root, 0, len(w.roots)+2)
	for i := range w.roots {
		roots = append(roots, w.roots[i].Root)
	}
	graph, err := l.Realm().Graph(append(roots, w.host.Roots()...), &w.ids, w.globals)
	w.err = err
	w.graphs = append(w.graphs, graph)
}

// part returns what the callback reaches that was asked for.
func (w *heapWatch) part(at uint64) (*Heap, error) {
	op := w.of.op
	if w.cause != nil {
		op = w.cause.Cause.ID()
	}
	for i := range w.roots {
		for _, id := range w.roots[i].IDs {
			if id == op {
				graph := w.graphs[0].Sub(heapgraph.Index(i + 1))
				root := &w.roots[i]
				return &Heap{At: at, Of: root.Label + ": " + root.Text, view: heapgraph.NewView(graph)}, nil
			}
		}
	}
	return nil, w.notPending(at, op)
}

// notPending says why a callback does not wait before a turn.
func (w *heapWatch) notPending(at uint64, op loop.OpID) error {
	what := cmp.Or(map[bool]string{true: op.String()}[w.of.byOp], fmt.Sprintf("the callback of turn %d", w.of.turn))
	switch {
	case op.Ordinal == 0:
		return &HeapError{Problem: fmt.Sprintf("turn %d (%s) is no callback that something started", w.of.turn, w.cause.What())}
	case w.cause != nil && w.of.turn < at:
		return &HeapError{Problem: fmt.Sprintf("turn %d is over before turn %d", w.of.turn, at), Next: fmt.Sprintf("jsrr heap REC --of %d", w.of.turn)}
	case op.Turn >= at:
		return &HeapError{Problem: fmt.Sprintf("%s is started in turn %d, not before turn %d", what, op.Turn, at), Next: fmt.Sprintf("jsrr heap REC --at %d --of %s", op.Turn+1, op)}
	}
	return &HeapError{Problem: fmt.Sprintf("%s does not wait before turn %d: it is done, or there was none", what, at), Next: fmt.Sprintf("jsrr replay REC --to %d --pending", at-1)}
}
