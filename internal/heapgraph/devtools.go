package heapgraph

import (
	"bufio"
	"io"
	"strconv"
)

// The types of nodes and edges in V8's files, by their place in its lists.
var (
	devtoolsNodes = map[Kind]int{
		Synthetic: 9, Pending: 8, Object: 3, Array: 3, Function: 5, Scope: 3, Code: 4, String: 2, Number: 7, BigInt: 13,
		Symbol: 12, Primitive: 0, Map: 3, Set: 3, Promise: 3, Generator: 3, RegExp: 6, Buffer: 3, Proxy: 3, Native: 8, Internal: 0,
	}
	devtoolsEdges = map[EdgeKind]int{Property: 2, Element: 1, Variable: 0, Slot: 3, Entry: 3, Weak: 6}
)

// devtoolsShortcut is the type of edges from the root to what a person would
// begin with.
const devtoolsShortcut = 5

// devtoolsMeta describes the arrays that follow. It is that of V8 11, which Node
// 20 has.
const devtoolsMeta = `"meta":{"node_fields":["type","name","id","self_size","edge_count","trace_node_id","detachedness"],` +
	`"node_types":[["hidden","array","string","object","code","closure","regexp","number","native","synthetic","concatenated string",` +
	`"sliced string","symbol","bigint","object shape"],"string","number","number","number","number","number"],` +
	`"edge_fields":["type","name_or_index","to_node"],` +
	`"edge_types":[["context","element","property","internal","hidden","shortcut","weak"],"string_or_number","node"],` +
	`"trace_function_info_fields":["function_id","name","script_name","script_id","line","column"],` +
	`"trace_node_fields":["id","function_info_index","count","size","children"],"sample_fields":["timestamp_us","last_assigned_id"],` +
	`"location_fields":["object_index","script_id","line","column"]}`

// devtoolsNodeFields is how many numbers a node has.
const devtoolsNodeFields = 7

// WriteDevTools writes the graph as a file of type .heapsnapshot, which the Memory panel of
// DevTools opens. Nodes keep their ids, so that files of one run can be
// compared there.
func (g *Graph) WriteDevTools(w io.Writer) error {
	d := &devtools{graph: g, out: bufio.NewWriterSize(w, 1<<16), numbers: len(g.strings)}
	d.text(`{"snapshot":{` + devtoolsMeta + `,"node_count":`)
	d.number(uint64(g.Len()))
	d.text(`,"edge_count":`)
	d.number(uint64(len(g.edges)))
	d.text(`,"trace_function_count":0},` + "\n" + `"nodes":[`)
	d.nodes()
	d.text("],\n\"edges\":[")
	d.edges()
	d.text("],\n\"trace_function_infos\":[],\n\"trace_tree\":[],\n\"samples\":[],\n\"locations\":[],\n\"strings\":[")
	d.strings()
	d.text("]}\n")
	return d.out.Flush()
}

// devtools writes a file. bufio keeps the first error.
type devtools struct {
	graph  *Graph
	out    *bufio.Writer
	digits []byte
	// numbers is where the texts of numbers stand among the strings, behind
	// those of the graph.
	numbers int
}

func (d *devtools) text(s string) { _, _ = d.out.WriteString(s) }

func (d *devtools) number(n uint64) {
	d.digits = strconv.AppendUint(d.digits[:0], n, 10)
	_, _ = d.out.Write(d.digits)
}

// row writes numbers, on a line of their own.
func (d *devtools) row(first bool, numbers ...uint64) {
	if !first {
		d.text(",")
	}
	for i, n := range numbers {
		if i > 0 {
			d.text(",")
		}
		d.number(n)
	}
	d.text("\n")
}

func (d *devtools) nodes() {
	// Nodes without an id get one behind all others: ids are odd.
	last := uint32(0)
	for i := range d.graph.nodes {
		last = max(last, d.graph.nodes[i].id)
	}
	for i := range d.graph.nodes {
		r := &d.graph.nodes[i]
		id, name := uint64(r.id), uint64(r.name)
		if id == 0 && i > 0 {
			last++
			id = uint64(last)
		}
		if r.kind == Number {
			name += uint64(d.numbers)
		}
		edges, kind := d.graph.first[i+1]-d.graph.first[i], devtoolsNodes[r.kind]
		if r.kind == Synthetic && r.owner == Program && i > 0 {
			kind = devtoolsNodes[Pending] // or what it holds counts as the system's
		}
		d.row(i == 0, uint64(kind), name, 2*id+1, r.size, uint64(edges), 0, 0)
	}
}

func (d *devtools) edges() {
	begun := false
	for i := range d.graph.nodes {
		for _, e := range d.graph.Edges(Index(i)) {
			kind := devtoolsEdges[e.Kind]
			if Index(i) == Root {
				kind = devtoolsShortcut
			}
			d.row(!begun, uint64(kind), uint64(e.label), devtoolsNodeFields*uint64(e.To))
			begun = true
		}
	}
}

func (d *devtools) strings() {
	for i, s := range d.graph.strings {
		d.string(i == 0, s)
	}
	for _, f := range d.graph.numbers {
		d.string(false, numberText(f))
	}
}

func (d *devtools) string(first bool, s string) {
	if !first {
		d.text(",\n")
	}
	d.text(`"`)
	appendQuoted(d.out, s)
	d.text(`"`)
}
