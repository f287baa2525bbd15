package heap

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dop251/goja"
)

// trace notes on what way a Writer came to what it writes. It costs too much to be
// always there: after an error the writing is done once more.
type trace struct {
	edge    string
	current int // of reached, or -1: what is being written
	head    int
	start   string
	found   []step
}

// step is how a thing was reached: by an edge from another.
type step struct {
	from int
	edge string
}

func (t *trace) root(n int)        { t.current, t.start, t.edge = -1, fmt.Sprintf("value %d", n), "" }
func (t *trace) named(name string) { t.current, t.start, t.edge = -1, name, "" }
func (t *trace) index(i int)       { t.edge = "[" + strconv.Itoa(i) + "]" }

func (t *trace) entry(i int, key goja.Value) {
	if s, ok := key.(goja.String); ok {
		t.edge = fmt.Sprintf("[%q]", s.String())
	} else {
		t.edge = fmt.Sprintf("[entry %d]", i)
	}
}

// reached notes that a new thing is reached over the current edge.
func (t *trace) reached() {
	edge := t.edge
	if t.current < 0 {
		edge = t.start + edge
	}
	t.found = append(t.found, step{t.current, edge})
}

// enter notes that the next thing is being written.
func (t *trace) enter() {
	t.current, t.edge = t.head, ""
	t.head++
}

// path returns the way to what is being written.
func (t *trace) path() string {
	edges := []string{t.edge}
	if t.current < 0 {
		edges[0] = t.start + t.edge
	}
	for i := t.current; i >= 0; i = t.found[i].from {
		edges = append(edges, t.found[i].edge)
	}
	var b strings.Builder
	for i := len(edges) - 1; i >= 0; i-- {
		b.WriteString(edges[i])
	}
	return strings.TrimPrefix(b.String(), "globalThis.")
}

// fail keeps the first error.
func (w *Writer) fail(format string, a ...any) {
	if w.err == nil {
		w.err = fmt.Errorf(format, a...)
		if w.trace != nil {
			w.err = fmt.Errorf("%s cannot be captured: it is or has %w", w.trace.path(), w.err)
		}
	}
}

// explain returns the error with the way to what caused it: it writes everything
// once more and looks where it goes.
func (w *Writer) explain() error {
	if w.trace != nil {
		return w.err
	}
	again := w.NewWriter()
	again.trace = &trace{current: -1}
	for _, root := range w.roots {
		root(again)
	}
	if _, err := again.Finish(); err != nil {
		return err
	}
	return w.err
}
