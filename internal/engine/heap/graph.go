package heap

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// Held is something that a Root holds: a value, or a state of Go.
type Held struct {
	Label string
	Value goja.Value
	State func(*Archive)
}

// Root is something outside of the heap that holds values.
type Root struct {
	// Label is how the root is called, Text describes it.
	Label, Text string
	// Pending says that it is a callback that the host will run.
	Pending bool
	Holds   []Held
}

// IDs numbers things, so that they have the same number in each graph that is
// made with it. It keeps all of them alive.
type IDs struct {
	table
	next uint32
}

// id returns the number of a thing, from 1.
func (n *IDs) id(p unsafe.Pointer) uint32 {
	e := n.entry(p)
	if e.pointer == nil {
		n.next++
		n.fill(e, p, n.next, 0)
	}
	return e.number
}

// Globals are what the global object has when a program begins.
type Globals map[string]bool

// Globals returns the names of the global object's properties. What a graph is to
// call the program's own begins with the other ones.
func (r *Realm) Globals() Globals {
	g := Globals{}
	names, _ := r.properties(r.self(r.rt.GlobalObject()).Data)
	for _, name := range names {
		g[string(name)] = true
	}
	return g
}

// walk makes a graph of what roots reach. Nothing may run in the runtime
// meanwhile. It changes nothing, and it does not fail: what it does not know has
// no edges.
type walk struct {
	*Realm
	ids   *IDs
	graph *heapgraph.Builder

	seen    table // the nodes of pointers
	things  []thing
	tracers map[reflect.Type]*tracer
	names   map[*goja.Object]string // of constructors, by prototype
	texts   map[textKey]heapgraph.Index
	words   [4]heapgraph.Index // undefined, null, false, true
	scopes  *scopeNames
	where   *graphFacts

	closures map[uintptr]*tracer
	open     heapgraph.Index
	owner    unsafe.Pointer // of the object that is looked at
	size     uintptr        // of the owner
	label    string

	weak    []weakEntries
	private []privateHolder
	classes map[unsafe.Pointer]*privateClass
	begun   Globals
}

// thing is what a node stands for.
type thing struct {
	p unsafe.Pointer
	*tracer
}

// Graph returns the graph of what roots reach, besides the global variables and
// what was done to builtins. ids gives things their numbers; begun is what the
// global object had when the program began.
// An error is a *layout.Error.
func (r *Realm) Graph(roots []Root, ids *IDs, begun Globals) (*heapgraph.Graph, error) {
	where, err := graphKnown()
	if err != nil {
		return nil, err
	}
	w := &walk{
		where: where, closures: map[uintptr]*tracer{},
		Realm: r, ids: ids, graph: heapgraph.NewBuilder(), things: make([]thing, 1), tracers: map[reflect.Type]*tracer{},
		names: map[*goja.Object]string{}, texts: map[textKey]heapgraph.Index{}, scopes: newScopeNames(), classes: map[unsafe.Pointer]*privateClass{}, begun: begun,
	}
	for i := range roots {
		w.root(&roots[i])
	}
	w.globalRoot()
	for next := heapgraph.Index(1); int(next) < len(w.things) || w.late(); {
		for ; int(next) < len(w.things); next++ {
			w.visit(next)
		}
	}
	w.scopes.nameLate(w.graph)
	return w.graph.Finish(), nil
}

// root adds a root's node, which is filled in its turn.
func (w *walk) root(r *Root) {
	n := heapgraph.Node{Kind: heapgraph.Synthetic, Owner: heapgraph.Host, Name: r.Text}
	if r.Pending {
		n.Kind, n.Owner = heapgraph.Pending, heapgraph.Program
	}
	i := w.add(n, nil, &tracer{visit: func(w *walk, _ unsafe.Pointer) {
		for i := range r.Holds {
			w.hold(&r.Holds[i])
		}
	}})
	w.graph.Edge(heapgraph.Slot, r.Label, i)
	if r.Pending {
		w.graph.Seed(i)
	}
}

func (w *walk) hold(h *Held) {
	switch {
	case h.State != nil:
		w.label = h.Label
		h.State(&Archive{g: w})
	default:
		w.value(heapgraph.Slot, h.Label, h.Value)
	}
}

// add adds a node; p may be nil.
func (w *walk) add(n heapgraph.Node, p unsafe.Pointer, t *tracer) heapgraph.Index {
	if p != nil {
		n.ID = w.ids.id(p)
	}
	i := w.graph.Add(n)
	for len(w.things) < int(i) {
		w.things = append(w.things, thing{}) // numbers, which need none
	}
	w.things = append(w.things, thing{p, t})
	return i
}

// visit adds the edges of a node.
func (w *walk) visit(i heapgraph.Index) {
	t := w.things[i]
	if t.tracer == nil || t.tracer.visit == nil {
		return
	}
	w.graph.Open(i)
	w.open, w.owner, w.size = i, t.p, t.tracer.inside
	t.tracer.visit(w, t.p)
}

// grow adds to the size of the node that is looked at.
func (w *walk) grow(size uint64) { w.graph.Grow(w.open, size) }

// pointer adds an edge to a struct of Go.
func (w *walk) pointer(kind heapgraph.EdgeKind, label string, p unsafe.Pointer, t *tracer) heapgraph.Index {
	e := w.seen.entry(p)
	if e.pointer == nil {
		w.seen.fill(e, p, uint32(w.graph.Len()), 0)
		i := w.add(heapgraph.Node{Kind: t.kind, Name: t.name, Size: t.size}, p, t)
		w.edge(kind, label, i)
		return i
	}
	w.edge(kind, label, heapgraph.Index(e.number))
	return heapgraph.Index(e.number)
}

func (w *walk) edge(kind heapgraph.EdgeKind, label string, to heapgraph.Index) {
	w.graph.Edge(kind, label, to)
}

// globalRoot holds the global variables, and the builtins that were changed.
func (w *walk) globalRoot() {
	i := w.add(heapgraph.Node{Kind: heapgraph.Synthetic, Name: "global variables"}, nil, &tracer{visit: (*walk).globals})
	w.graph.Edge(heapgraph.Slot, "globals", i)
}

func (w *walk) globals(unsafe.Pointer) {
	global := w.rt.GlobalObject()
	number := w.byObject.find(unsafe.Pointer(global)).number
	w.changes(global, &w.objects[number].was, func(name string, v goja.Value) {
		if !w.begun[name] {
			w.seed(v)
		}
	})
	stash := unsafe.Add(unsafe.Pointer(w.rt), w.runtimeStash)
	w.scopeVariables(stash)
	for i, job := range *at[[]func()](unsafe.Pointer(w.rt), w.runtimeJobs) {
		w.closure(heapgraph.Slot, elementLabel("[[Jobs]]", i), *(*unsafe.Pointer)(unsafe.Pointer(&job)))
	}
	for i := range w.objects {
		n := &w.objects[i]
		if n.object == global {
			continue
		}
		if !w.unchanged(n.object, &n.was) {
			w.object(heapgraph.Property, strings.Trim(n.name, "%"), n.object)
		}
	}
}

// late adds the edges that depend on what else was reached: entries of weak maps
// whose keys were, private members whose classes were.
func (w *walk) late() bool {
	found := w.privateLate()
	for i := range w.weak {
		found = w.weakLate(&w.weak[i]) || found
	}
	return found
}

// isCore says that a source is jsrr's own.
func isCore(file string) bool { return strings.HasPrefix(file, "node:") }

// code adds an edge to the program of a function.
func (w *walk) code(p *goja.Program, text string) {
	if p == nil {
		return
	}
	e := w.seen.entry(unsafe.Pointer(p))
	i := heapgraph.Index(e.number)
	if e.pointer == nil {
		i = heapgraph.Index(w.graph.Len())
		w.seen.fill(e, unsafe.Pointer(p), uint32(i), 0)
		place := w.placeOf(p, text)
		owner := heapgraph.Program
		if isCore(place) {
			owner = heapgraph.Host
		}
		w.add(heapgraph.Node{Kind: heapgraph.Code, Owner: owner, Name: place, Size: engine.CodeSize(p)}, unsafe.Pointer(p), nil)
	}
	if w.graph.OwnerOf(i) == heapgraph.Host {
		w.graph.Own(w.open, heapgraph.Host)
	} else {
		w.graph.Seed(w.open)
	}
	w.edge(heapgraph.Slot, "[[Code]]", i)
}

// placeOf returns where a function is: "cart.js:14:2".
func (w *walk) placeOf(p *goja.Program, text string) string {
	at := engine.PlaceOf(p, text)
	if stacks := engine.StacksOf(w.rt); stacks != nil && at.Filename != "" {
		at = stacks.Original(at)
	}
	if at.Filename == "" {
		return ""
	}
	return at.String()
}

// seed says that a value is the program's own, and what it reaches.
func (w *walk) seed(v goja.Value) {
	if s := slotOf(v); s.Table == w.tables.property {
		v = w.propertyAt(s.Data).value
	}
	if i, ok := w.node(v); ok {
		w.graph.Seed(i)
	}
}

// at returns a field.
func at[T any](p unsafe.Pointer, offset uintptr) *T { return layout.At[T](p, offset) }
