package heapgraph

// dominators computes the immediate dominator of each node, as Lengauer and Tarjan
// do ("A fast algorithm for finding dominators in a flowgraph", TOPLAS 1(1), 1979;
// the version with path compression alone). Nodes that strong edges do not reach
// from the root have none. Nothing here recurses: lists in a heap are long.
type dominators struct {
	graph *Graph

	order  []Index  // nodes by their number in a depth-first search
	number []uint32 // of nodes, from 1; 0: not reached
	// What follows is indexed by such numbers.
	parent   []uint32
	semi     []uint32
	idom     []uint32
	ancestor []uint32
	best     []uint32 // with the least semi on the way to the ancestor
	bucket   []uint32 // first of those whose semi this is
	next     []uint32 // in the same bucket
	path     []uint32 // of compress
}

// Dominators returns the immediate dominator of each node: the nearest node that
// all ways from the root to it lead through. That of the root, and of nodes that
// nothing keeps alive, is Root.
func (g *Graph) Dominators() []Index {
	d := &dominators{graph: g, number: make([]uint32, g.Len())}
	d.search()
	d.compute(g.reversed())
	idoms := make([]Index, g.Len())
	for n := 2; n < len(d.order); n++ {
		idoms[d.order[n]] = d.order[d.idom[n]]
	}
	return idoms
}

// search numbers the nodes, depth first. order[0] is no node.
func (d *dominators) search() {
	type visit struct {
		node Index
		edge uint32 // to be looked at next
	}
	g := d.graph
	d.order, d.parent = []Index{none}, []uint32{0}
	enter := func(i Index, parent uint32) visit {
		d.number[i] = uint32(len(d.order))
		d.order, d.parent = append(d.order, i), append(d.parent, parent)
		return visit{i, g.first[i]}
	}
	stack := []visit{enter(Root, 0)}
	for len(stack) > 0 {
		top := &stack[len(stack)-1]
		if top.edge == g.first[top.node+1] {
			stack = stack[:len(stack)-1]
			continue
		}
		e := g.edges[top.edge]
		top.edge++
		if e.Kind != Weak && d.number[e.To] == 0 {
			stack = append(stack, enter(e.To, d.number[top.node]))
		}
	}
}

// compute fills idom.
func (d *dominators) compute(back *reverse) {
	size := len(d.order)
	numbers := make([]uint32, 6*size)
	for _, into := range []*[]uint32{&d.semi, &d.idom, &d.ancestor, &d.best, &d.bucket, &d.next} {
		*into, numbers = numbers[:size:size], numbers[size:]
	}
	for n := range d.semi {
		d.semi[n], d.best[n] = uint32(n), uint32(n)
	}
	for n := uint32(size - 1); n >= 2; n-- {
		for _, from := range back.from(d.order[n]) {
			if v := d.number[from]; v != 0 {
				d.semi[n] = min(d.semi[n], d.semi[d.eval(v)])
			}
		}
		d.next[n], d.bucket[d.semi[n]] = d.bucket[d.semi[n]], n
		parent := d.parent[n]
		d.ancestor[n] = parent
		for v := d.bucket[parent]; v != 0; v = d.next[v] {
			d.idom[v] = parent
			if u := d.eval(v); d.semi[u] < d.semi[v] {
				d.idom[v] = u
			}
		}
		d.bucket[parent] = 0
	}
	for n := 2; n < size; n++ {
		if d.idom[n] != d.semi[n] {
			d.idom[n] = d.idom[d.idom[n]]
		}
	}
}

// eval returns the node with the least semi on the way from v to the root of its
// tree in the forest of those that are done, without that root.
func (d *dominators) eval(v uint32) uint32 {
	if d.ancestor[v] == 0 {
		return v
	}
	path := d.path[:0]
	for u := v; d.ancestor[d.ancestor[u]] != 0; u = d.ancestor[u] {
		path = append(path, u)
	}
	for i := len(path) - 1; i >= 0; i-- {
		u := path[i]
		above := d.ancestor[u]
		if d.semi[d.best[above]] < d.semi[d.best[u]] {
			d.best[u] = d.best[above]
		}
		d.ancestor[u] = d.ancestor[above]
	}
	d.path = path
	return d.best[v]
}

// reverse has the strong edges of a graph by where they lead.
type reverse struct {
	first []uint32
	nodes []Index
}

// from returns the nodes that hold i, in order; one comes as often as it does so.
func (r *reverse) from(i Index) []Index { return r.nodes[r.first[i]:r.first[i+1]] }

func (g *Graph) reversed() *reverse {
	r := &reverse{first: make([]uint32, g.Len()+1), nodes: make([]Index, 0)}
	for _, e := range g.edges {
		if e.Kind != Weak {
			r.first[e.To+1]++
		}
	}
	for i := 1; i < len(r.first); i++ {
		r.first[i] += r.first[i-1]
	}
	r.nodes = make([]Index, r.first[g.Len()])
	next := append([]uint32(nil), r.first[:g.Len()]...)
	for i := range g.nodes {
		for _, e := range g.Edges(Index(i)) {
			if e.Kind != Weak {
				r.nodes[next[e.To]] = Index(i)
				next[e.To]++
			}
		}
	}
	return r
}

// RetainedSizes returns how much memory goes when each node goes, given the
// dominators of the graph.
func (g *Graph) RetainedSizes(idoms []Index) []uint64 {
	children := make([]uint32, g.Len()) // that are not added yet
	for i := range idoms[1:] {
		children[idoms[i+1]]++
	}
	sizes := make([]uint64, g.Len())
	for i := range g.nodes {
		sizes[i] = g.nodes[i].size
	}
	for i := range idoms {
		// From a leaf up as far as everything below is added.
		for n := Index(i); n != Root && children[n] == 0; n = idoms[n] {
			children[n] = ^uint32(0) // done
			sizes[idoms[n]] += sizes[n]
			children[idoms[n]]--
		}
	}
	return sizes
}
