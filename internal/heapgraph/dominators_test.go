package heapgraph

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

// randomGraph draws a graph. Some of its nodes are not reached.
func randomGraph(t *rapid.T) *Graph {
	n := rapid.IntRange(1, 30).Draw(t, "nodes")
	b := NewBuilder()
	for i := 1; i < n; i++ {
		b.Add(Node{Kind: Object, Name: "O", Size: uint64(rapid.IntRange(1, 9).Draw(t, "size")), ID: uint32(i)})
	}
	for i := range n {
		b.Open(Index(i))
		for range rapid.IntRange(0, 3).Draw(t, "edges") {
			to := Index(rapid.IntRange(0, n-1).Draw(t, "to"))
			switch rapid.IntRange(0, 9).Draw(t, "kind") {
			case 0:
				b.Edge(Weak, "weak", to)
			case 1:
				b.Late(Index(rapid.IntRange(0, n-1).Draw(t, "from")), Property, fmt.Sprintf("late%d", to), to)
			default:
				b.Edge(Property, fmt.Sprintf("p%d", to), to)
			}
		}
	}
	return b.Finish()
}

// reachedWithout returns what strong edges reach from the root when they do not
// lead through a node.
func reachedWithout(g *Graph, without Index) map[Index]bool {
	seen := map[Index]bool{}
	todo := []Index{Root}
	for len(todo) > 0 {
		i := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[i] || i == without {
			continue
		}
		seen[i] = true
		for _, e := range g.Edges(i) {
			if e.Kind != Weak {
				todo = append(todo, e.To)
			}
		}
	}
	return seen
}

// TestDominators compares dominators and retained sizes with their definition.
func TestDominators(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := randomGraph(t)
		idoms := g.Dominators()
		retained := g.RetainedSizes(idoms)
		reached := reachedWithout(g, none)
		dominated := map[Index]map[Index]bool{} // by a node
		for d := range reached {
			dominated[d] = map[Index]bool{}
			left := reachedWithout(g, d)
			size := uint64(0)
			for i := range reached {
				if !left[i] {
					dominated[d][i] = true
					size += g.nodes[i].size
				}
			}
			if d != Root && retained[d] != size {
				t.Fatalf("node %d keeps %d alive, want %d", d, retained[d], size)
			}
		}
		for i := range reached {
			if i == Root {
				continue
			}
			idom := idoms[i]
			if !dominated[idom][i] || idom == i {
				t.Fatalf("%d is no dominator of %d", idom, i)
			}
			for d := range reached {
				if d != i && dominated[d][i] && !dominated[d][idom] {
					t.Fatalf("%d dominates %d, but not its immediate dominator %d", d, i, idom)
				}
			}
		}
		if retained[Root] != g.Size() {
			t.Fatalf("the root keeps %d alive of %d", retained[Root], g.Size())
		}
	})
}

// TestLong looks at a chain that is too long for recursion, with an edge back
// from each node.
func TestLong(t *testing.T) {
	const n = 1_000_000
	b := NewBuilder()
	for i := 1; i < n; i++ {
		b.Add(Node{Kind: Object, Name: "O", Size: 1, ID: uint32(i)})
	}
	for i := range Index(n - 1) {
		b.Open(i)
		b.Edge(Property, "next", i+1)
		b.Edge(Property, "back", i/2)
	}
	v := NewView(b.Finish())
	if v.idoms[n-1] != n-2 || v.Retained(1) != n-1 {
		t.Errorf("the last is dominated by %d, the first keeps %d alive", v.idoms[n-1], v.Retained(1))
	}
}

func BenchmarkView(b *testing.B) {
	const n = 1_000_000
	build := NewBuilder()
	for i := 1; i < n; i++ {
		build.Add(Node{Kind: Object, Name: "O", Size: 1, ID: uint32(i)})
	}
	for i := range Index(n / 4) {
		build.Open(i)
		for k := range Index(4) {
			if to := 4*i + k + 1; to < n {
				build.Edge(Property, "p", to)
			}
			build.Edge(Property, "q", Index((uint64(i)*2654435761+uint64(k)*40503)%n))
		}
	}
	g := build.Finish()
	b.ResetTimer()
	for range b.N {
		NewView(g)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/node")
}
