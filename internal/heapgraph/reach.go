package heapgraph

// ways say how each node is reached from the root: over which edge, from which
// node.
type ways struct {
	from  []Index  // the node before; of the root, and of what is not reached, Root
	over  []uint32 // the number of the edge among those of that node
	order []Index  // the nodes that are reached
}

// prototypeLabel is the label of an edge to a prototype.
const prototypeLabel = "[[Prototype]]"

// findWays returns the shortest ways to all nodes among those that a person would
// go: past what is not the program's own, and past prototypes, if there is one.
func (g *Graph) findWays() *ways {
	w := &ways{from: make([]Index, g.Len()), over: make([]uint32, g.Len())}
	type step struct {
		from Index
		over uint32
	}
	seen := make([]bool, g.Len())
	var detours []step
	reach := func(to Index, s step) {
		seen[to] = true
		w.from[to], w.over[to] = s.from, s.over
		w.order = append(w.order, to)
	}
	reach(Root, step{})
	for next := 0; ; {
		for ; next < len(w.order); next++ {
			from := w.order[next]
			for n, e := range g.Edges(from) {
				switch s := (step{from, uint32(n)}); {
				case e.Kind == Weak || seen[e.To]:
				case g.isDetour(from, e):
					detours = append(detours, s)
				default:
					reach(e.To, s)
				}
			}
		}
		for ; len(detours) > 0 && next == len(w.order); detours = detours[1:] {
			if to := g.Edges(detours[0].from)[detours[0].over].To; !seen[to] {
				reach(to, detours[0])
			}
		}
		if next == len(w.order) {
			return w
		}
	}
}

func (g *Graph) isDetour(from Index, e Edge) bool {
	return g.nodes[from].owner == Host || e.Kind == Slot && g.strings[e.label] == prototypeLabel
}

// Sub returns the graph of what node top reaches, under a new root.
func (g *Graph) Sub(top Index) *Graph {
	s := &sub{from: g, to: &Graph{strings: g.strings, numbers: g.numbers}, place: make([]Index, g.Len())}
	for i := range s.place {
		s.place[i] = none
	}
	s.add(Root)
	s.to.edges = []Edge{{To: s.add(top), Kind: Slot, label: g.nameOfRoot(top)}}
	s.to.first = []uint32{0, 1}
	for next := 1; next < len(s.order); next++ {
		i := s.order[next]
		for _, e := range g.Edges(i) {
			if e.Kind != Weak || s.place[e.To] != none {
				s.to.edges = append(s.to.edges, Edge{s.add(e.To), e.label, e.Kind})
			}
		}
		s.to.first = append(s.to.first, uint32(len(s.to.edges)))
	}
	return s.to
}

type sub struct {
	from, to *Graph
	place    []Index // of nodes in the new graph
	order    []Index // the nodes of the new graph in the old
}

func (s *sub) add(i Index) Index {
	if s.place[i] == none {
		s.place[i] = Index(len(s.order))
		s.order = append(s.order, i)
		s.to.nodes = append(s.to.nodes, s.from.nodes[i])
	}
	return s.place[i]
}

// nameOfRoot returns the label of the edge from the root to a node, or its name.
func (g *Graph) nameOfRoot(to Index) uint32 {
	for _, e := range g.Edges(Root) {
		if e.To == to && e.Kind != Element {
			return e.label
		}
	}
	return g.nodes[to].name
}
