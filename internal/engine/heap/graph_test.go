package heap_test

import (
	"bytes"
	"flag"
	"os"
	"runtime"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

var update = flag.Bool("update", false, "write the expected trees anew")

// graph returns the graph of what global variables reach, each as a callback.
func (w *world) graph(ids *heap.IDs, begun heap.Globals, names ...string) *heapgraph.Graph {
	w.t.Helper()
	var roots []heap.Root
	for _, name := range names {
		roots = append(roots, heap.Root{Label: name, Text: "callback " + name, Pending: true, Holds: []heap.Held{{Label: "f", Value: w.rt.Get(name)}}})
	}
	g, err := w.realm.Graph(roots, ids, begun)
	if err != nil {
		w.t.Fatal(err)
	}
	return g
}

func devtools(t *testing.T, g *heapgraph.Graph) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := g.WriteDevTools(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestGraphCases makes graphs of everything that can be captured: the same ones
// each time, and the program goes on as if nobody had looked.
func TestGraphCases(t *testing.T) {
	for name, source := range cases(t) {
		t.Run(name, func(t *testing.T) {
			plain := strings.HasPrefix(name, "goja: ")
			straight := newWorld(t, plain)
			straight.run(straight.load(source))
			w, other := newWorld(t, plain), newWorld(t, plain)
			begun := w.realm.Globals()
			w.run(w.load(source))
			other.run(other.load(source))
			ids := &heap.IDs{}
			for n := range 3 {
				first := devtools(t, w.graph(ids, begun, "next"))
				if !bytes.Equal(first, devtools(t, w.graph(ids, begun, "next"))) {
					t.Error("two graphs of one heap differ")
				}
				if elsewhere := devtools(t, other.graph(&heap.IDs{}, begun, "next")); n == 0 && !bytes.Equal(first, elsewhere) {
					t.Error("the graph of the same heap in another runtime differs")
				}
				straight.call()
				w.call()
				other.call()
			}
			if w.out.String() != straight.out.String() {
				t.Errorf("after somebody looked:\n%s\nwant:\n%s", w.out.String(), straight.out.String())
			}
		})
	}
}

// TestGraphTree compares what a program reaches with testdata/graph.txt.
func TestGraphTree(t *testing.T) {
	source, err := os.ReadFile("testdata/graph.js")
	if err != nil {
		t.Fatal(err)
	}
	w := newWorld(t, false)
	begun := w.realm.Globals()
	w.run(w.load(string(source)))
	v := heapgraph.NewView(w.graph(&heap.IDs{}, begun, "checkout", "work"))
	tree := v.Tree(heapgraph.Root, heapgraph.Limits{Depth: 12, Lines: 1000})
	var b strings.Builder
	if err := tree.Print(&b); err != nil {
		t.Fatal(err)
	}
	const file = "testdata/graph.txt"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the tree is\n%s\nwant\n%s", b.String(), want)
	}
}

// TestGraphSizes compares the sizes of graphs with what Go allocated.
func TestGraphSizes(t *testing.T) {
	for name, source := range map[string]string{
		"objects":  `var all = []; function next() { for (let i = 0; i < 20000; i++) all.push({ id: i, name: 'n' + i, flag: true, prev: all[i - 1] }) }`,
		"large":    `var all = []; function next() { for (let i = 0; i < 2000; i++) { const o = {}; for (let k = 0; k < 60; k++) o['k' + k] = null; all.push(o) } }`,
		"closures": `var all = []; function next() { for (let i = 0; i < 20000; i++) all.push(() => i++) }`,
		"maps":     `var all = new Map(); function next() { for (let i = 0; i < 20000; i++) all.set('key ' + i, { i }) }`,
		"strings":  `var all = []; function next() { for (let i = 0; i < 20000; i++) all.push('a string of some length ' + i, 'ä' + i) }`,
		"classes":  `var all = []; class A { #p = 1; q = 2; m() { return this.#p } } function next() { for (let i = 0; i < 20000; i++) all.push(new A) }`,
		"buffers":  `var all = []; function next() { for (let i = 0; i < 2000; i++) all.push(new Uint8Array(1000)) }`,
		"promises": `var all = []; function next() { for (let i = 0; i < 10000; i++) all.push(new Promise(() => {}).then(() => i)) }`,
		"async":    `var all = []; async function f(i) { const x = { i }; await new Promise(r => all.push(r)); return x } function next() { for (let i = 0; i < 10000; i++) f(i) }`,
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, false)
			begun := w.realm.Globals()
			w.run(w.load(source))
			measured := func() uint64 {
				var m runtime.MemStats
				runtime.GC()
				runtime.GC()
				runtime.ReadMemStats(&m)
				return m.HeapAlloc
			}
			graphed := func() uint64 { return w.graph(&heap.IDs{}, begun).Size() }
			graphed()
			before, small := measured(), graphed()
			w.call()
			after, large := measured(), graphed()
			got, want := float64(large-small), float64(after-before)
			t.Logf("the graph says %.0f, Go says %.0f: %.2f", got, want, got/want)
			if got < 0.85*want || got > 1.15*want {
				t.Errorf("the graph says %.0f bytes, Go allocated %.0f", got, want)
			}
			runtime.KeepAlive(w)
		})
	}
}

// BenchmarkGraph makes the graph of a million objects.
func BenchmarkGraph(b *testing.B) {
	const n = 1_000_000
	w := newWorld(b, false)
	begun := w.realm.Globals()
	w.run(w.load(`var all = []; for (let i = 0; i < 1e6; i++) all.push({ id: i & 0xFFF, name: 'n', flag: true, prev: all[i - 1] })`))
	b.ResetTimer()
	for range b.N {
		w.graph(&heap.IDs{}, begun)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/object")
}
