package heapgraph

import "slices"

// Limits bound what is shown of a graph. The zero value of a field is a default.
type Limits struct {
	// Depth is how many edges from the start are followed.
	Depth int
	// Width is how many edges of each node are followed.
	Width int
	// Lines is how many edges are shown in all, the nearest first.
	Lines int
	// All shows what jsrr's own modules hold, too, and prototypes.
	All bool
}

// The default limits.
const (
	depthDefault = 16
	widthDefault = 20
	linesDefault = 400
)

func (l Limits) withDefaults() Limits {
	if l.Depth <= 0 {
		l.Depth = depthDefault
	}
	if l.Width <= 0 {
		l.Width = widthDefault
	}
	if l.Lines <= 0 {
		l.Lines = linesDefault
	}
	return l
}

// Item is a line of a tree: an edge, and the node that it leads to.
type Item struct {
	// Label is how the node is called where it is held.
	Label string `json:"label,omitempty"`
	Kind  string `json:"kind"`
	// Text describes the node.
	Text string `json:"text"`
	// ID is the node's; Path the way to it.
	ID   uint32 `json:"id,omitempty"`
	Path string `json:"path,omitempty"`
	// Self is the size of the node alone, Retained of all that goes with it.
	Self     uint64 `json:"self_size"`
	Retained uint64 `json:"retained_size"`
	// Elsewhere says that what the node holds is shown at Path.
	Elsewhere bool   `json:"elsewhere,omitempty"`
	Items     []Item `json:"items,omitempty"`
	// More is how many edges are not shown, MoreSize how much memory goes with
	// what they alone hold.
	More     int    `json:"more,omitempty"`
	MoreSize uint64 `json:"more_size,omitempty"`
}

// Tree returns what a node reaches as a tree. Each node is opened once, at its Path.
func (v *View) Tree(top Index, l Limits) Item {
	t := &tree{View: v, Limits: l.withDefaults()}
	root := t.item(top)
	t.queue = []branch{{&root, top, 0}}
	for ; len(t.queue) > 0; t.queue = t.queue[1:] {
		t.fill(t.queue[0])
	}
	root.Items = slices.DeleteFunc(root.Items, func(item Item) bool { return item.Kind == Synthetic.String() && len(item.Items)+item.More == 0 })
	return root
}

// Item returns a node as a line without what it holds.
func (v *View) Item(i Index) Item {
	t := &tree{View: v}
	item := t.item(i)
	item.Text = v.Text(i)
	return item
}

// tree is being made, level by level.
type tree struct {
	*View
	Limits
	queue []branch
	lines int
}

// branch is an item whose edges are to be followed.
type branch struct {
	item  *Item
	node  Index
	depth int
}

func (t *tree) item(i Index) Item {
	r := &t.nodes[i]
	item := Item{Kind: r.kind.String(), Text: t.title(i), Self: r.size, Retained: t.retained[i]}
	if !r.kind.isValue() {
		item.ID = r.id
		if i != Root {
			item.Path = t.Path(i)
		}
	}
	return item
}

// fill follows the edges of a branch.
func (t *tree) fill(b branch) {
	var nodes []Index
	for n, e := range t.Edges(b.node) {
		if !t.shows(b.node, n, e) {
			continue
		}
		if len(nodes) >= t.Width && t.nodes[e.To].kind != Synthetic || b.depth >= t.Depth || t.lines >= t.Lines {
			b.item.More++
			if t.opens(b.node, n, e) {
				b.item.MoreSize += t.retained[e.To]
			}
			continue
		}
		t.lines++
		item := t.item(e.To)
		item.Label = t.labelText(b.node, e)
		item.Elsewhere = !t.nodes[e.To].kind.isValue() && !t.opens(b.node, n, e)
		b.item.Items = append(b.item.Items, item)
		nodes = append(nodes, e.To)
	}
	for i, node := range nodes {
		item := &b.item.Items[i]
		if !item.Elsewhere {
			t.queue = append(t.queue, branch{item, node, b.depth + 1})
		} else if r := &t.nodes[node]; r.kind == Object {
			item.Text = t.Text(node)
		}
	}
	if len(b.item.Items) == 0 {
		b.item.Text = t.Text(b.node)
	}
}

// labelText returns what stands before the colon of a line.
func (t *tree) labelText(from Index, e Edge) string {
	label := t.Label(e)
	switch e.Kind {
	case Element:
		return "[" + label + "]"
	case Property:
		return quoteName(label)
	case Entry:
		if t.nodes[from].kind == Set {
			return ""
		}
		return label + " =>"
	}
	return label
}

// opens says that an edge is the place where what it leads to is opened.
func (t *tree) opens(from Index, n int, e Edge) bool {
	return t.ways.from[e.To] == from && int(t.ways.over[e.To]) == n && e.To != Root
}

// shows says that an edge is worth a line.
func (t *tree) shows(from Index, n int, e Edge) bool {
	to := &t.nodes[e.To]
	switch {
	case e.Kind == Weak || to.kind == Code:
		return false
	case t.All:
		return true
	case t.nodes[from].owner == Host || t.nodes[from].kind == Synthetic:
		// Of jsrr's own things only what leads to the program's.
		return to.kind == Pending || t.leads[e.To] && (t.opens(from, n, e) || t.nodes[from].kind == Synthetic && e.Kind != Slot)
	case e.Kind == Slot && (to.owner == Engine || to.kind.isValue()):
		return t.nodes[from].kind == Pending
	case e.Kind == Slot && t.strings[e.label] == prototypeLabel:
		return to.owner == Program && t.opens(from, n, e)
	case e.Kind == Slot && (t.nodes[from].kind == Function || t.nodes[from].kind == Internal || to.kind == Internal):
		return t.strings[e.label] == scopeLabel || t.opens(from, n, e)
	case e.Kind == Property && t.nodes[from].kind == Array && t.Label(e) == "length":
		return false
	case e.Kind == Property && t.nodes[from].kind == Function:
		// What every function has says nothing.
		label := t.Label(e)
		return label != "length" && label != "name" && (label != "prototype" || t.opens(from, n, e) && t.interesting(e.To))
	case e.Kind == Property && t.Label(e) == "constructor":
		return t.opens(from, n, e)
	}
	return true
}

// interesting says that a prototype has more than its constructor.
func (t *tree) interesting(prototype Index) bool {
	for _, e := range t.Edges(prototype) {
		if e.Kind == Property && t.Label(e) != "constructor" {
			return true
		}
	}
	return false
}

// Retainer is one that holds a node, with those that hold it.
type Retainer struct {
	// Path is the way to it, Text describes it.
	Path string `json:"path"`
	Text string `json:"text"`
	// Label is how it calls what it holds.
	Label    string `json:"label"`
	Retained uint64 `json:"retained_size"`
}

// RetainedBy returns who holds node i, at most limit of them, and how many hold
// it.
func (v *View) RetainedBy(i Index, limit int) (list []Retainer, count int) {
	holders := v.Retainers(i)
	for _, h := range holders[:min(limit, len(holders))] {
		for _, e := range v.Edges(h) {
			if e.To == i && e.Kind != Weak {
				list = append(list, Retainer{v.Path(h), v.title(h), strippedStep(v.step(h, e)), v.retained[h]})
				break
			}
		}
	}
	return list, len(holders)
}

func strippedStep(s string) string {
	if len(s) > 0 && s[0] == '.' {
		return s[1:]
	}
	return s
}

// Largest returns the program's own nodes that keep most memory alive, at most
// limit, without those that only hold another of them.
func (v *View) Largest(limit int) []Index {
	var list []Index
	for i := range v.nodes {
		n := Index(i)
		if r := &v.nodes[i]; r.owner != Program || r.kind == Synthetic || r.kind == Pending || r.kind == Code || r.kind.isValue() || v.passesOn(n) {
			continue
		}
		list = v.insert(list, n, limit)
	}
	return list
}

// passesOn says that nearly all that goes with a node goes with one that it holds.
func (v *View) passesOn(i Index) bool {
	for _, e := range v.Edges(i) {
		if v.idoms[e.To] == i && v.nodes[e.To].kind != Code && v.retained[e.To]*10 > v.retained[i]*9 {
			return true
		}
	}
	return false
}

// insert keeps a short list in order, largest first.
func (v *View) insert(list []Index, n Index, limit int) []Index {
	at := len(list)
	for at > 0 && v.retained[list[at-1]] < v.retained[n] {
		at--
	}
	if at >= limit {
		return list
	}
	if len(list) < limit {
		list = append(list, n)
	}
	copy(list[at+1:], list[at:])
	list[at] = n
	return list
}
