package hostapi

import (
	"fmt"
	"strings"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/hostapi/language"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

// makeRealm names what the runtime has before the program runs, when the loop
// keeps snapshots.
func (h *Host) makeRealm() error {
	if !h.loop.KeepsSnapshots() {
		return nil
	}
	// This area changes the builtins.
	if _, err := h.bindArea(language.Name); err != nil {
		return err
	}
	if err := h.loop.MakeRealm(); err != nil {
		return err
	}
	h.loop.Realm().Resolve(h.source)
	return nil
}

// source finds a source whose functions are in a snapshot.
func (h *Host) source(name string) (heap.Code, error) {
	id, ok := strings.CutPrefix(name, loop.CorePrefix)
	if !ok {
		return heap.Code{}, fmt.Errorf("%s is no core module", name)
	}
	text, err := h.library.text(id)
	// The library's own program is that of other loops, too.
	compile := func() (*engine.Module, error) { return compileCore(id, text, h.images) }
	return heap.Code{Text: text, Compile: compile}, err
}

// Capture writes everything that the program is to w, between two turns.
func (h *Host) Capture(w *heap.Writer) {
	w.State("host", h.archive)
	w.Roots("loop", h.loop.Archive)
	w.Jobs()
}

// Roots returns what holds values of the program besides what waits to be called
// back (see loop.Loop.PendingRoots): the loop and the areas.
func (h *Host) Roots() []heap.Root {
	return []heap.Root{
		{Label: "loop", Text: "the event loop", Holds: []heap.Held{{Label: "held", State: h.loop.Archive}}},
		{Label: "modules", Text: "Node's modules", Holds: []heap.Held{{Label: "held", State: h.archive}}},
	}
}

// Restore makes the program what it was when data was written. It is called
// instead of Start, on a loop on which nothing ran; Loop.Continue goes on.
func (h *Host) Restore(data []byte) error {
	if err := h.makeRealm(); err != nil {
		return err
	}
	h.boot()
	contents, err := h.loop.Realm().Read(data, h.archive, h.loop.Archive)
	if err == nil {
		h.loop.RestoreJobs(contents.Jobs)
	}
	return err
}

// Restart goes on with the program that Restore has read, on a tape that knows
// nothing of it; see loop.Loop.Restart. It is called instead of Start.
func (h *Host) Restart() {
	h.loop.Restart(func() {
		for i := range h.bound {
			if b := &h.bound[i]; b.Restart != nil {
				b.Restart(b.env)
			}
		}
	}, func(what string, errno int32) {
		h.lost(fmt.Sprintf("the program had %s open, which cannot be opened again: %s", what, host.ErrnoText(errno)))
	})
}

// OnLost makes Restart tell lost what the program had open and has no more.
func (h *Host) OnLost(lost func(what string)) { h.lost = lost }

// archive writes which areas the program has, with their states.
func (h *Host) archive(a *heap.Archive) {
	bound := len(h.bound)
	n := a.Len(bound)
	for i := range n {
		var name string
		if i < bound {
			name = h.bound[i].Name
		}
		heap.Text(a, &name)
		if a.Failed() {
			return
		}
		if _, err := h.bindArea(name); err != nil {
			a.Fail("%w", err)
			return
		}
	}
	for i := range h.bound {
		if b := &h.bound[i]; b.Archive != nil {
			b.Archive(b.env, a)
		}
	}
}

// NewWriter returns what Capture can write to; nil when the program keeps no
// snapshots, or has not begun.
func (h *Host) NewWriter() *heap.Writer {
	if h.loop.Realm() == nil {
		return nil
	}
	return h.loop.Realm().NewWriter()
}
