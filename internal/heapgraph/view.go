package heapgraph

import (
	"strings"

	"github.com/jsrr/jsrr/internal/figures"
)

// View is a graph with what was found out about it: how much each node keeps
// alive, and where it is.
type View struct {
	*Graph
	idoms    []Index
	retained []uint64
	ways     *ways
	leads    []bool   // to what is the program's own
	back     *reverse // made when it is needed
}

// NewView looks at a graph. It takes time and memory in proportion to it.
func NewView(g *Graph) *View {
	idoms := g.Dominators()
	v := &View{Graph: g, idoms: idoms, retained: g.RetainedSizes(idoms), ways: g.findWays()}
	v.findLeads()
	return v
}

// findLeads finds the nodes that have something of the program's own behind them,
// or are it.
func (v *View) findLeads() {
	v.leads = make([]bool, v.Len())
	for n := len(v.ways.order) - 1; n > 0; n-- {
		i := v.ways.order[n]
		r := &v.nodes[i]
		if v.leads[i] = v.leads[i] || r.owner == Program && !r.kind.isValue() && r.kind != Code; v.leads[i] {
			v.leads[v.ways.from[i]] = true
		}
	}
}

// Retained returns how much memory goes when node i goes, in bytes.
func (v *View) Retained(i Index) uint64 { return v.retained[i] }

// pathMax is how many edges of a path are shown.
const pathMax = 24

// Path returns the way to a node as text: "811#2.callback(cart).items[3]". A name
// in parentheses is that of a variable that a function closes over. The midst of
// a long path is left out.
func (v *View) Path(i Index) string {
	var edges []string
	for i != Root {
		from := v.ways.from[i]
		e := v.Edges(from)[v.ways.over[i]]
		step := v.step(from, e)
		if step == "" && len(edges) == 0 {
			step = "." + v.Label(e)
		}
		edges = append(edges, step)
		i = from
	}
	var b strings.Builder
	skipped := false
	for n := len(edges) - 1; n >= 0; n-- {
		if len(edges) > pathMax && n < len(edges)-pathMax/2 && n >= pathMax/2 {
			if !skipped {
				b.WriteString(" … ")
			}
			skipped = true
			continue
		}
		b.WriteString(edges[n])
	}
	return strings.TrimPrefix(b.String(), ".")
}

// step returns an edge as a part of a path.
func (v *View) step(from Index, e Edge) string {
	label := v.Label(e)
	switch {
	case from == Root:
		return label
	case e.Kind == Element:
		return "[" + label + "]"
	case e.Kind == Variable:
		return "(" + label + ")"
	case e.Kind == Slot && (label == scopeLabel || label == outerLabel):
		return "" // the variable says it
	case e.Kind == Entry:
		return ".get(" + label + ")"
	case e.Kind == Property && !isName(label) && !strings.HasPrefix(label, "["):
		return "[" + quoteName(label) + "]"
	case e.Kind == Property && strings.HasPrefix(label, "["):
		return label // a symbol
	}
	return "." + label
}

// The labels of edges from functions to scopes, and from scopes to those around.
const (
	scopeLabel = "[[Scope]]"
	outerLabel = "[[Outer]]"
)

// What is shown of long texts, in bytes.
const (
	nameTextMax   = 40
	stringTextMax = 72
)

// Find returns the node that a path leads to, as Path writes it, also when
// there is a shorter one. ok is false when it leads nowhere.
func (v *View) Find(path string) (found Index, ok bool) {
	type place struct {
		node Index
		rest string
	}
	seen := map[place]bool{}
	for todo := []place{{Root, path}}; len(todo) > 0; {
		p := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if p.rest == "" {
			return p.node, true
		}
		if seen[p] {
			continue
		}
		seen[p] = true
		edges := v.Edges(p.node)
		for n := len(edges) - 1; n >= 0; n-- {
			e := edges[n]
			step := v.step(p.node, e)
			if step == "" {
				todo = append(todo, place{e.To, p.rest})
				step = "." + v.Label(e)
			}
			if rest, begins := strings.CutPrefix(p.rest, step); begins && (rest == "" || strings.ContainsRune(".[(", rune(rest[0]))) {
				todo = append(todo, place{e.To, rest})
			}
		}
	}
	return Root, false
}

// Text describes a node in a few words: a value as a program would write it, the
// class of an object with the names of some properties.
func (v *View) Text(i Index) string {
	text := v.title(i)
	if k := v.nodes[i].kind; k == Object || k == Scope {
		text += " " + v.keys(i)
	}
	return text
}

// title is Text without properties.
func (v *View) title(i Index) string {
	name := v.name(i)
	switch v.nodes[i].kind {
	case String:
		return quote(name, stringTextMax)
	case Array, Map, Set:
		if strings.HasPrefix(name, "Weak") {
			return name
		}
		return name + "(" + figures.Count(v.length(i)) + ")"
	case Function:
		return v.functionTitle(i)
	case Scope:
		return "scope"
	}
	return name
}

// functionTitle describes a function: its name, and where it is.
func (v *View) functionTitle(i Index) string {
	title := v.name(i)
	if !strings.HasPrefix(title, "class ") {
		title = "function " + title
	}
	for _, e := range v.Edges(i) {
		if place := v.nodes[e.To]; place.kind == Code && v.strings[place.name] != "" {
			return title + " (" + v.strings[place.name] + ")"
		}
	}
	return title
}

// keysMax is how many names of properties a text has.
const keysMax = 5

// keys returns the names of properties, in braces.
func (v *View) keys(i Index) string {
	var names []string
	for _, e := range v.Edges(i) {
		if e.Kind != Property && e.Kind != Variable {
			continue
		}
		if len(names) == keysMax {
			names = append(names, "…")
			break
		}
		names = append(names, quoteName(v.Label(e)))
	}
	return "{" + strings.Join(names, ", ") + "}"
}

// quoteName returns the name of a property as it stands before a colon.
func quoteName(s string) string {
	name := s
	if accessor, rest, is := strings.Cut(s, " "); is && (accessor == "get" || accessor == "set") {
		name = rest
	}
	if isName(name) || strings.HasPrefix(name, "[") {
		return s
	}
	return quote(s, nameTextMax)
}

// length returns the number of elements of an array, or of entries.
func (v *View) length(i Index) (count int) {
	for _, e := range v.Edges(i) {
		switch e.Kind {
		case Element, Entry:
			count++
		case Property:
			if n := v.nodes[e.To]; n.kind == Number && v.Label(e) == "length" && v.nodes[i].kind == Array {
				return int(v.numbers[n.name])
			}
		}
	}
	return count
}

// Retainers returns the nodes that hold i, in order, each once.
func (v *View) Retainers(i Index) []Index {
	if v.back == nil {
		v.back = v.reversed()
	}
	var holders []Index
	for _, from := range v.back.from(i) {
		if n := len(holders); n == 0 || holders[n-1] != from {
			holders = append(holders, from)
		}
	}
	return holders
}
