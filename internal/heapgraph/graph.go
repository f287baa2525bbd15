package heapgraph

// Index is the number of a node in its graph.
type Index uint32

// Root is the node that everything is reached from.
const Root Index = 0

// none stands for no node.
const none = ^Index(0)

// Kind says what a node is.
type Kind uint8

// The kinds of nodes.
const (
	// Synthetic nodes are in no program's heap: the root, and groups of roots.
	Synthetic Kind = iota
	// Pending is something that the host will call back: a timer, an op.
	Pending
	Object
	Array
	Function
	// Scope holds the variables of a function or block that others close over.
	Scope
	// Code is what a function was compiled to.
	Code
	String
	Number
	BigInt
	Symbol
	// Primitive is undefined, null, true or false.
	Primitive
	Map
	Set
	Promise
	Generator
	RegExp
	Buffer
	Proxy
	// Native is of the host, or something of Go's that cannot be looked into.
	Native
	// Internal is a part of the engine's that no program can name.
	Internal
)

var kindNames = [...]string{"synthetic", "pending", "object", "array", "function", "scope", "code", "string", "number", "bigint", "symbol",
	"primitive", "map", "set", "promise", "generator", "regexp", "buffer", "proxy", "native", "internal"}

// String returns the kind's name.
func (k Kind) String() string { return kindNames[k] }

// isValue says that a thing of the kind has no identity that matters.
func (k Kind) isValue() bool {
	return k == String || k == Number || k == BigInt || k == Symbol || k == Primitive
}

// Owner says whose a node is.
type Owner uint8

// The owners of nodes.
const (
	// Program owns what the program made.
	Program Owner = iota
	// Host owns what jsrr's own modules made.
	Host
	// Engine owns the builtins.
	Engine
)

// Node is what is known of a node.
type Node struct {
	Kind  Kind
	Owner Owner
	// Name is the name of a constructor or function, a value as a program
	// would write it, or the text of a string, of which a long one's end is missing.
	Name string
	// Size is how much memory the thing itself takes, in bytes.
	Size uint64
	// ID is the same for the same thing in graphs of one run; 0: none.
	ID uint32
}

// EdgeKind says how one thing holds another.
type EdgeKind uint8

// The kinds of edges.
const (
	// Property edges have the name of a property.
	Property EdgeKind = iota
	// Element edges have an index.
	Element
	// Variable edges have the name of a variable of a scope.
	Variable
	// Slot edges are the engine's own: [[Prototype]], [[Scope]].
	Slot
	// Entry edges have the key of a map as text.
	Entry
	// Weak edges keep nothing alive.
	Weak
)

var edgeKindNames = [...]string{"property", "element", "variable", "slot", "entry", "weak"}

// String returns the kind's name.
func (k EdgeKind) String() string { return edgeKindNames[k] }

// Edge leads from a node to another.
type Edge struct {
	To    Index
	label uint32 // in the strings of the graph, or an index
	Kind  EdgeKind
}

// Graph is a heap that does not change any more.
type Graph struct {
	nodes   []record
	first   []uint32 // of each node's edges; one more than nodes
	edges   []Edge
	strings []string
	numbers []float64
}

// record is a Node.
type record struct {
	size  uint64
	name  uint32 // in strings, or in numbers
	id    uint32
	kind  Kind
	owner Owner
}

// Len returns the number of nodes.
func (g *Graph) Len() int { return len(g.nodes) }

// EdgeCount returns the number of edges.
func (g *Graph) EdgeCount() int { return len(g.edges) }

// Node returns what is known of node i.
func (g *Graph) Node(i Index) Node {
	r := &g.nodes[i]
	return Node{r.kind, r.owner, g.name(i), r.size, r.id}
}

func (g *Graph) name(i Index) string {
	if r := &g.nodes[i]; r.kind == Number {
		return numberText(g.numbers[r.name])
	}
	return g.strings[g.nodes[i].name]
}

// Edges returns the edges that leave node i, in order. They must not be changed.
func (g *Graph) Edges(i Index) []Edge { return g.edges[g.first[i]:g.first[i+1]] }

// Label returns the name of an edge, without its kind; of an element the index.
func (g *Graph) Label(e Edge) string {
	if e.Kind == Element {
		return elementText(e.label)
	}
	return g.strings[e.label]
}

// Size returns what all nodes take, in bytes.
func (g *Graph) Size() (total uint64) {
	for i := range g.nodes {
		total += g.nodes[i].size
	}
	return total
}

// Sum sums up a heap.
type Sum struct {
	// Count is the number of things with an identity, Size what all take.
	Count int    `json:"count"`
	Size  uint64 `json:"size"`
}

// Own sums up what is the program's own.
func (g *Graph) Own() Sum { return g.sum(func(r *record) bool { return r.owner == Program }) }

// All sums up everything.
func (g *Graph) All() Sum { return g.sum(func(*record) bool { return true }) }

func (g *Graph) sum(counts func(*record) bool) (s Sum) {
	for i := range g.nodes {
		if r := &g.nodes[i]; counts(r) {
			s.Size += r.size
			if r.kind != Synthetic && r.kind != Pending && !r.kind.isValue() {
				s.Count++
			}
		}
	}
	return s
}
