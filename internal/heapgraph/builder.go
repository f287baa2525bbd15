package heapgraph

import "math"

// Builder makes a graph. The root is there from the beginning, and is open.
type Builder struct {
	graph  Graph
	open   Index
	labels map[string]uint32
	values map[uint64]Index // numbers, by their bits
	late   []lateEdge
	seeds  []Index
}

// lateEdge leaves a node that is no longer open.
type lateEdge struct {
	from Index
	edge Edge
}

// NewBuilder returns a builder of a graph that has only its root.
func NewBuilder() *Builder {
	b := &Builder{labels: map[string]uint32{}, values: map[uint64]Index{}}
	b.graph.first = []uint32{0}
	b.Add(Node{Kind: Synthetic, Name: ""})
	return b
}

// Len returns how many nodes there are.
func (b *Builder) Len() int { return len(b.graph.nodes) }

// Add adds a node.
func (b *Builder) Add(n Node) Index {
	i := Index(len(b.graph.nodes))
	name := uint32(len(b.graph.strings))
	if n.Kind == String {
		b.graph.strings = append(b.graph.strings, n.Name)
	} else {
		name = b.label(n.Name)
	}
	b.graph.nodes = append(b.graph.nodes, record{n.Size, name, n.ID, n.Kind, n.Owner})
	return i
}

// Number returns the node of a number: there is one for each.
func (b *Builder) Number(f float64) Index {
	bits := math.Float64bits(f)
	if f != f {
		bits = math.Float64bits(math.NaN())
	}
	i, known := b.values[bits]
	if !known {
		i = Index(len(b.graph.nodes))
		b.values[bits] = i
		b.graph.nodes = append(b.graph.nodes, record{name: uint32(len(b.graph.numbers)), kind: Number})
		b.graph.numbers = append(b.graph.numbers, f)
	}
	return i
}

// Grow makes a node larger.
func (b *Builder) Grow(i Index, size uint64) { b.graph.nodes[i].size += size }

// Rename gives a node another name.
func (b *Builder) Rename(i Index, name string) { b.graph.nodes[i].name = b.label(name) }

// Own says whose a node is.
func (b *Builder) Own(i Index, o Owner) { b.graph.nodes[i].owner = o }

// OwnerOf returns whose a node is.
func (b *Builder) OwnerOf(i Index) Owner { return b.graph.nodes[i].owner }

// KindOf returns what a node is.
func (b *Builder) KindOf(i Index) Kind { return b.graph.nodes[i].kind }

// Seed says that a node is the program's own, and so is what it reaches past
// what the host and the engine own. Without any seed everything is.
func (b *Builder) Seed(i Index) { b.seeds = append(b.seeds, i) }

// Open says that the edges that follow leave node i. It must be called with
// ever higher numbers.
func (b *Builder) Open(i Index) {
	if i < b.open {
		panic("heapgraph: a node is opened behind another")
	}
	for b.open < i {
		b.open++
		b.graph.first = append(b.graph.first, uint32(len(b.graph.edges)))
	}
}

// Edge adds an edge of the open node.
func (b *Builder) Edge(kind EdgeKind, label string, to Index) {
	b.graph.edges = append(b.graph.edges, Edge{to, b.label(label), kind})
}

// Element adds an edge of the open node to its n-th element.
func (b *Builder) Element(n uint32, to Index) {
	b.graph.edges = append(b.graph.edges, Edge{to, n, Element})
}

// EdgeCount returns how many edges were added, without late ones.
func (b *Builder) EdgeCount() int { return len(b.graph.edges) }

// Relabel gives the n-th edge that was added another label.
func (b *Builder) Relabel(n int, label string) { b.graph.edges[n].label = b.label(label) }

// Late adds an edge of any node. It comes after the others of the node.
func (b *Builder) Late(from Index, kind EdgeKind, label string, to Index) {
	b.late = append(b.late, lateEdge{from, Edge{to, b.label(label), kind}})
}

func (b *Builder) label(s string) uint32 {
	n, known := b.labels[s]
	if !known {
		n = uint32(len(b.graph.strings))
		b.graph.strings = append(b.graph.strings, s)
		b.labels[s] = n
	}
	return n
}

// Finish returns the graph. The builder is of no use any more.
func (b *Builder) Finish() *Graph {
	for len(b.graph.first) <= len(b.graph.nodes) {
		b.graph.first = append(b.graph.first, uint32(len(b.graph.edges)))
	}
	if len(b.late) > 0 {
		b.merge()
	}
	if len(b.seeds) > 0 {
		b.graph.claim(b.seeds)
	}
	return &b.graph
}

// merge puts the late edges where they belong.
func (b *Builder) merge() {
	g := &b.graph
	first := make([]uint32, len(g.first))
	for _, l := range b.late {
		first[l.from+1]++
	}
	for i := 1; i < len(first); i++ {
		first[i] += first[i-1] + g.first[i] - g.first[i-1]
	}
	edges := make([]Edge, len(g.edges)+len(b.late))
	next := make([]uint32, len(g.nodes))
	for i := range g.nodes {
		next[i] = first[i] + uint32(copy(edges[first[i]:], g.edges[g.first[i]:g.first[i+1]]))
	}
	for _, l := range b.late {
		edges[next[l.from]] = l.edge
		next[l.from]++
	}
	g.first, g.edges = first, edges
}

// claim makes what the seeds do not reach the host's. Prototypes are no part of
// what has them: they are reached through their constructors.
func (g *Graph) claim(seeds []Index) {
	own := make([]bool, g.Len())
	for i := range g.nodes {
		if g.isLibrary(Index(i)) {
			g.nodes[i].owner = Host
		}
	}
	for todo := seeds; len(todo) > 0; {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if own[i] || g.nodes[i].owner != Program {
			continue
		}
		own[i] = true
		for _, e := range g.Edges(i) {
			if e.Kind != Slot || g.strings[e.label] != prototypeLabel {
				todo = append(todo, e.To)
			}
		}
	}
	for i := range g.nodes {
		if r := &g.nodes[i]; !own[i] && r.owner == Program && r.kind != Synthetic && r.kind != Pending {
			r.owner = Host
		}
	}
}

// libraryMin is how many functions of the host's a library has.
const libraryMin = 3

// isLibrary says that an object is one that the host made to be used: most of its
// properties are functions of the host's.
func (g *Graph) isLibrary(i Index) bool {
	if k := g.nodes[i].kind; k != Object && k != Function {
		return false
	}
	functions, others := 0, 0
	for _, e := range g.Edges(i) {
		switch to := &g.nodes[e.To]; {
		case e.Kind != Property:
		case to.kind == Function && to.owner != Program:
			functions++
		default:
			others++
		}
	}
	return functions >= libraryMin && functions > others
}
