package heapgraph

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestNumberText(t *testing.T) {
	for f, want := range map[float64]string{
		0: "0", math.Copysign(0, -1): "0", 1: "1", -1.5: "-1.5", 1e21: "1e+21", 1e20: "100000000000000000000", 1e-6: "0.000001",
		1.5e-7: "1.5e-7", 5e-324: "5e-324", math.MaxFloat64: "1.7976931348623157e+308", math.Inf(-1): "-Infinity", math.NaN(): "NaN",
	} {
		if got := numberText(f); got != want && f != 0 {
			t.Errorf("%v is written %s, want %s", f, got, want)
		}
	}
	if got := numberText(math.Copysign(0, -1)); got != "-0" {
		t.Errorf("-0 is written %s", got)
	}
}

// odd are texts that are hard to write as JSON.
var odd = []string{
	"", "\x00", "\x7F\x80", "\"\\/\b\f\n\r\t", "\u2028\u2029", "ä😀", "\xED\xA0\x80", "\xED\xBF\xBF\xED\xA0\x80", "\xFF\xFE", "\xED", "\xED\xA0",
	"\xF0\x9F\x98", "</script>", strings.Repeat("x", 5000), strings.Repeat("\x00", 100), "\u0085\u00A0",
}

func TestQuoted(t *testing.T) {
	check := func(s string) error {
		var b strings.Builder
		b.WriteByte('"')
		appendQuoted(&b, s)
		b.WriteByte('"')
		var back string
		if err := json.Unmarshal([]byte(b.String()), &back); err != nil || !utf8.ValidString(b.String()) {
			return fmt.Errorf("%q is written as %s (%v)", s, b.String(), err)
		}
		if utf8.ValidString(s) && back != s {
			return fmt.Errorf("%q became %q", s, back)
		}
		return nil
	}
	for _, s := range odd {
		if err := check(s); err != nil {
			t.Error(err)
		}
	}
	var b strings.Builder
	appendQuoted(&b, UTF16([]uint16{0xD800, 'a', 0xDC00, 0xD83D, 0xDE00, 0xDBFF}))
	if want := `\ud800a\udc00😀\udbff`; b.String() != want {
		t.Errorf("lone surrogates are written %s, want %s", b.String(), want)
	}
	rapid.Check(t, func(t *rapid.T) {
		if err := check(string(rapid.SliceOf(rapid.Byte()).Draw(t, "text"))); err != nil {
			t.Fatal(err)
		}
	})
}

// file is what DevTools reads of a snapshot.
type file struct {
	Snapshot struct {
		Meta struct {
			NodeFields []string          `json:"node_fields"`
			NodeTypes  []json.RawMessage `json:"node_types"`
			EdgeFields []string          `json:"edge_fields"`
			EdgeTypes  []json.RawMessage `json:"edge_types"`
		}
		NodeCount int `json:"node_count"`
		EdgeCount int `json:"edge_count"`
	}
	Nodes, Edges []uint64
	Strings      []string
}

func readDevTools(t interface{ Fatalf(string, ...any) }, g *Graph) file {
	var b bytes.Buffer
	if err := g.WriteDevTools(&b); err != nil {
		t.Fatalf("%v", err)
	}
	var f file
	if err := json.Unmarshal(b.Bytes(), &f); err != nil {
		t.Fatalf("%v: %.2000s", err, b.String())
	}
	return f
}

// TestDevTools checks what DevTools takes for granted.
func TestDevTools(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		b := NewBuilder()
		n := rapid.IntRange(1, 20).Draw(t, "nodes")
		for i := 1; i < n; i++ {
			kind := Kind(rapid.IntRange(1, int(Internal)).Draw(t, "kind"))
			if kind == Number {
				b.Number(rapid.Float64().Draw(t, "number"))
			} else {
				b.Add(Node{Kind: kind, Name: rapid.SampledFrom(odd).Draw(t, "name"), Size: 8, ID: uint32(i) * uint32(rapid.IntRange(0, 1).Draw(t, "id"))})
			}
		}
		count := b.Len()
		for i := range count {
			b.Open(Index(i))
			for range rapid.IntRange(0, 3).Draw(t, "edges") {
				to := Index(rapid.IntRange(0, count-1).Draw(t, "to"))
				if kind := EdgeKind(rapid.IntRange(0, int(Weak)).Draw(t, "kind")); kind == Element && i > 0 {
					b.Element(rapid.Uint32().Draw(t, "element"), to)
				} else {
					b.Edge(Property, rapid.SampledFrom(odd).Draw(t, "label"), to)
				}
			}
		}
		g := b.Finish()
		f := readDevTools(t, g)
		fields := len(f.Snapshot.Meta.NodeFields)
		if f.Snapshot.NodeCount != g.Len() || len(f.Nodes) != g.Len()*fields || len(f.Edges) != f.Snapshot.EdgeCount*3 || fields != devtoolsNodeFields {
			t.Fatalf("%d numbers of %d nodes, %d of %d edges", len(f.Nodes), g.Len(), len(f.Edges), g.EdgeCount())
		}
		edges, ids := uint64(0), map[uint64]bool{}
		for i := 0; i < len(f.Nodes); i += fields {
			id := f.Nodes[i+2]
			if id%2 == 0 || ids[id] {
				t.Fatalf("node %d has the id %d", i/fields, id)
			}
			ids[id] = true
			edges += f.Nodes[i+4]
			if int(f.Nodes[i+1]) >= len(f.Strings) {
				t.Fatalf("node %d has no name", i/fields)
			}
		}
		if int(edges) != f.Snapshot.EdgeCount {
			t.Fatalf("nodes have %d edges of %d", edges, f.Snapshot.EdgeCount)
		}
		for i := 0; i < len(f.Edges); i += 3 {
			if f.Edges[i] != 1 && int(f.Edges[i+1]) >= len(f.Strings) || f.Edges[i+2]%uint64(fields) != 0 || int(f.Edges[i+2])/fields >= g.Len() {
				t.Fatalf("edge %d is %v", i/3, f.Edges[i:i+3])
			}
		}
	})
}

// shop is a small graph with everything that is shown in a way of its own.
func shop(total float64, extra bool) *Graph {
	b := NewBuilder()
	timer := b.Add(Node{Kind: Pending, Name: "timer 20 ms"})
	function := b.Add(Node{Kind: Function, Name: "checkout", Size: 100, ID: 1})
	code := b.Add(Node{Kind: Code, Name: "cart.js:14:3", Size: 500, ID: 2})
	scope := b.Add(Node{Kind: Scope, Name: "scope", Size: 50, ID: 3})
	cart := b.Add(Node{Kind: Object, Name: "Cart", Size: 200, ID: 4})
	items := b.Add(Node{Kind: Array, Name: "Array", Size: 1000, ID: 5})
	var things []Index
	for i := range uint32(30) {
		things = append(things, b.Add(Node{Kind: Object, Name: "Item", Size: 10, ID: 10 + i}))
	}
	sku := b.Add(Node{Kind: String, Name: strings.Repeat("long ", 30) + "\xED\xA0\x80", Size: 200, ID: 6})
	host := b.Add(Node{Kind: Function, Name: "require", Owner: Host, Size: 300, ID: 7})
	cache := b.Add(Node{Kind: Object, Name: "Object", Owner: Host, Size: 70, ID: 8})
	builtin := b.Add(Node{Kind: Object, Name: "Object.prototype", Owner: Engine, ID: 9})
	b.Open(Root)
	b.Edge(Slot, "811#2", timer)
	b.Open(timer)
	b.Edge(Slot, "callback", function)
	b.Open(function)
	b.Edge(Slot, "[[Code]]", code)
	b.Edge(Slot, "[[Scope]]", scope)
	b.Open(scope)
	b.Edge(Variable, "require", host)
	b.Edge(Variable, "cart", cart)
	b.Open(cart)
	b.Edge(Property, "items", items)
	b.Edge(Property, "total", b.Number(total))
	b.Edge(Property, "two words", b.Number(2))
	if extra {
		b.Edge(Property, "paid", b.Number(1))
		more := b.Add(Node{Kind: Object, Name: "Receipt", Size: 33, ID: 99})
		b.Edge(Property, "receipt", more)
		b.Late(more, Property, "note", b.Add(Node{Kind: Object, Name: "Object", Size: 7, ID: 100}))
	}
	b.Edge(Slot, "[[Prototype]]", builtin)
	b.Open(items)
	for i, thing := range things {
		if !extra || i < 28 {
			b.Element(uint32(i), thing)
		}
	}
	b.Open(things[0])
	b.Edge(Property, "sku", sku)
	b.Open(things[1])
	b.Edge(Property, "cart", cart)
	b.Open(host)
	b.Edge(Property, "cache", cache)
	return b.Finish()
}

func text(t *testing.T, print func(w *strings.Builder) error) string {
	t.Helper()
	var b strings.Builder
	if err := print(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestTree(t *testing.T) {
	v := NewView(shop(12, false))
	tree := v.Tree(Root, Limits{Width: 4})
	got := text(t, func(w *strings.Builder) error { return tree.Print(w) })
	const want = `           811#2: timer 20 ms
  2.7 KiB    callback: function checkout (cart.js:14:3)
  2.1 KiB      [[Scope]]: scope
    370 B        require: function require
  1.7 KiB        cart: Cart
  1.5 KiB          items: Array(30)
    210 B            [0]: Item
                       sku: "long long long long long long long long long long long long long long lo"…
     10 B            [1]: Item
                       cart: Cart {items, total, "two words"}  = 811#2.callback(cart)
     10 B            [2]: Item {}
     10 B            [3]: Item {}
    260 B            … 26 more
                   total: 12
                   "two words": 2
`
	if got != want {
		t.Errorf("the tree is\n%s\nwant\n%s", got, want)
	}
	if _, err := json.Marshal(tree); err != nil {
		t.Error(err)
	}
	few := v.Tree(Root, Limits{Lines: 5})
	if n := strings.Count(text(t, func(w *strings.Builder) error { return few.Print(w) }), "\n"); n > 12 {
		t.Errorf("%d lines where 5 edges were asked for", n)
	}
}

func TestPaths(t *testing.T) {
	v := NewView(shop(12, false))
	for i := range v.nodes {
		path := v.Path(Index(i))
		if found, ok := v.Find(path); !ok || found != Index(i) {
			t.Errorf("%q leads to %d, %v; want %d", path, found, ok, i)
		}
	}
	for _, path := range []string{"no", "811#2.callback(cart).no", "811#2.callback(cart", "811#2..callback", "[", "811#2.callback(cart).items[30]", "811"} {
		if found, ok := v.Find(path); ok {
			t.Errorf("%q leads to %d", path, found)
		}
	}
}

func TestRetainers(t *testing.T) {
	v := NewView(shop(12, false))
	cart, _ := v.Find("811#2.callback(cart)")
	got := text(t, func(w *strings.Builder) error { return v.WriteRetainers(w, cart, 1) })
	want := "  2.1 KiB  (cart) of scope  = 811#2.callback.[[Scope]]\n           … 1 more\n"
	if got != want {
		t.Errorf("the cart is held by\n%s\nwant\n%s", got, want)
	}
	if largest := v.Largest(2); len(largest) != 2 || v.name(largest[0]) != "checkout" || v.name(largest[1]) != "scope" {
		t.Errorf("the largest are %v", largest)
	}
}

func TestSub(t *testing.T) {
	g := shop(12, false)
	v := NewView(g)
	cart, _ := v.Find("811#2.callback(cart)")
	sub := NewView(g.Sub(cart))
	if sub.Size() != 200+1000+30*10+200 || sub.Path(2) != "Cart.items" || sub.name(1) != "Cart" {
		t.Errorf("the part is %d bytes, has %q and %q", sub.Size(), sub.Path(2), sub.name(1))
	}
	pending := g.Sub(1)
	if len(pending.Edges(Root)) != 1 || pending.Label(pending.Edges(Root)[0]) != "811#2" {
		t.Error("a root has lost its label")
	}
}

func TestCompare(t *testing.T) {
	before, after := NewView(shop(12, false)), NewView(shop(15.5, true))
	d := Compare(before, after, 10)
	got := text(t, func(w *strings.Builder) error { return d.Print(w) })
	const want = `appeared: 2 objects, 40 B
     40 B  + 811#2.callback(cart).receipt: Receipt {note} with 1 more
vanished: 2 objects, 20 B
     10 B  - 811#2.callback(cart).items[28]: Item {}
     10 B  - 811#2.callback(cart).items[29]: Item {}
changed: 5 places
           ~ 811#2.callback(cart).total: 15.5 (was 12)
           ~ 811#2.callback(cart).paid: 1 (was not there)
           ~ 811#2.callback(cart).receipt: Receipt {note} (was not there)
           ~ 811#2.callback(cart).items[28]: gone (was Item {})
           ~ 811#2.callback(cart).items[29]: gone (was Item {})
`
	if got != want {
		t.Errorf("the difference is\n%s\nwant\n%s", got, want)
	}
	same := Compare(before, NewView(shop(12, false)), 10)
	if same.Appeared.Count+same.Vanished.Count+same.ChangedCount != 0 {
		t.Errorf("a heap differs from itself: %+v", same)
	}
	if cut := Compare(before, after, 1); len(cut.Vanished.Items) != 1 || cut.Vanished.Groups != 2 || cut.ChangedCount != 5 || len(cut.Changed) != 1 {
		t.Errorf("the limit is not kept: %+v", cut)
	}
}

// TestCompareRandom compares random heaps with the sets of their ids.
func TestCompareRandom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := randomGraph(t), randomGraph(t)
		v, w := NewView(a), NewView(b)
		d := Compare(v, w, 1000)
		ids := func(g *Graph) map[uint32]uint64 {
			all := map[uint32]uint64{}
			for i := range reachedWithout(g, none) {
				if i != Root {
					all[g.nodes[i].id] = g.nodes[i].size
				}
			}
			return all
		}
		missing := func(from, in map[uint32]uint64) (s Sum) {
			for id, size := range from {
				if _, there := in[id]; !there {
					s.Count++
					s.Size += size
				}
			}
			return s
		}
		x, y := ids(a), ids(b)
		if got, want := d.Appeared.Sum, missing(y, x); got != want {
			t.Fatalf("appeared %+v, want %+v", got, want)
		}
		if got, want := d.Vanished.Sum, missing(x, y); got != want {
			t.Fatalf("vanished %+v, want %+v", got, want)
		}
		total := 0
		for _, g := range d.Appeared.Items {
			total += g.Count
			if found, ok := w.Find(g.Path); !ok || x[w.nodes[found].id] != 0 && found != Root {
				t.Fatalf("%s is not new", g.Path)
			}
		}
		if total != d.Appeared.Count {
			t.Fatalf("groups have %d of %d", total, d.Appeared.Count)
		}
	})
}
