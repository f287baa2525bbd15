package heap

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// scopeNames are what the variables of scopes are called, as far as the code of
// functions says that was met.
type scopeNames struct {
	programs map[*goja.Program]*engine.VariableNames
	scopes   map[unsafe.Pointer][]string // that wait to be looked at
	merged   map[[2]*string][]string

	// Variables that had no name when their scope was looked at get it from
	// code that is met later.
	unnamed []unnamedVariable
	waiting map[unsafe.Pointer]bool // their scopes
}

type unnamedVariable struct {
	scope unsafe.Pointer
	place int
	edge  int // in the graph
}

// wait notes a variable without a name.
func (n *scopeNames) wait(s unsafe.Pointer, place, edge int) {
	n.waiting[s] = true
	n.unnamed = append(n.unnamed, unnamedVariable{s, place, edge})
}

// nameLate names the variables whose names came late.
func (n *scopeNames) nameLate(b *heapgraph.Builder) {
	for _, u := range n.unnamed {
		if names := n.scopes[u.scope]; u.place < len(names) && names[u.place] != "" {
			b.Relabel(u.edge, names[u.place])
		}
	}
}

func newScopeNames() *scopeNames {
	return &scopeNames{map[*goja.Program]*engine.VariableNames{}, map[unsafe.Pointer][]string{}, map[[2]*string][]string{}, nil, map[unsafe.Pointer]bool{}}
}

func (n *scopeNames) program(p *goja.Program) *engine.VariableNames {
	names := n.programs[p]
	if names == nil {
		names = engine.VariableNamesOf(p)
		n.programs[p] = names
	}
	return names
}

// take returns the names of a scope's variables, by their places.
func (n *scopeNames) take(s unsafe.Pointer) []string {
	names := n.scopes[s]
	delete(n.scopes, s)
	return names
}

// learn notes the names in a chain of scopes. Many scopes share a list of names.
func (w *walk) learn(levels [][]string, s unsafe.Pointer) {
	for _, names := range levels {
		if s == nil {
			return
		}
		if e := w.seen.find(s); len(names) > 0 && (e == nil || heapgraph.Index(e.number) > w.open || w.scopes.waiting[s]) {
			w.scopes.scopes[s] = w.scopes.merge(w.scopes.scopes[s], names)
		}
		s = *at[unsafe.Pointer](s, w.where.stashOuter)
	}
}

// merge returns the names that either list has.
func (n *scopeNames) merge(a, b []string) []string {
	if len(a) == 0 || &a[0] == &b[0] {
		return b
	}
	key := [2]*string{&a[0], &b[0]}
	both := n.merged[key]
	if both == nil {
		both = append([]string(nil), a...)
		for i, name := range b {
			if i >= len(both) {
				both = append(both, name)
			} else if both[i] == "" {
				both[i] = name
			}
		}
		n.merged[key] = both
	}
	return both
}

// frame adds the variables of a call that waits: of a generator, or an async
// function. Those on the stack follow its function and its receiver.
func (w *walk) frame(p unsafe.Pointer, _ string) {
	f := &w.where.frame
	program := *at[*goja.Program](p, f.program)
	stack := *at[[]goja.Value](p, f.stack)
	w.grow(allocated(uintptr(cap(stack)) * valueSize))
	var names *engine.VariableNames
	if program != nil {
		if !isCore(w.placeOf(program, "")) {
			w.graph.Seed(w.open)
		}
		names = w.scopes.program(program)
		w.learn(names.At(*at[int](p, f.pc)), *at[unsafe.Pointer](p, f.stash))
	}
	args := *at[int](p, f.args)
	for i, v := range stack {
		w.local(names, i, args, v)
	}
}

// local adds an edge to what is on the stack of a call.
func (w *walk) local(names *engine.VariableNames, i, args int, v goja.Value) {
	const first = 2
	switch {
	case i == 0:
		w.value(heapgraph.Slot, "[[Function]]", v)
		return
	case i == 1:
		w.value(heapgraph.Slot, "[[This]]", v)
		return
	}
	name := ""
	if n := i - first + 1; names == nil {
	} else if n <= args {
		name = names.Local(-n)
	} else {
		name = names.Local(n - args)
	}
	if name != "" && name != "this" {
		w.value(heapgraph.Variable, name, v)
	} else {
		w.value(heapgraph.Slot, elementLabel("[[Stack]]", i-first), v)
	}
}
