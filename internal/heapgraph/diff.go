package heapgraph

import (
	"fmt"
	"io"
	"slices"

	"github.com/jsrr/jsrr/internal/figures"
)

// Diff says what is different between two heaps of one run.
type Diff struct {
	// Before and After sum up the heaps.
	Before Sum `json:"before"`
	After  Sum `json:"after"`
	// Appeared are nodes that only the second heap has, Vanished those that
	// only the first has, each without what others among them hold.
	Appeared List `json:"appeared"`
	Vanished List `json:"vanished"`
	// Changed are places that lead elsewhere now, of nodes that both have.
	Changed      []Change `json:"changed"`
	ChangedCount int      `json:"changed_count"`
}

// List is a list of nodes that was cut to a limit.
type List struct {
	// Sum is of all of the nodes, and what they hold that is as new.
	Sum
	// Groups is how many there are without what others among them hold.
	Groups int     `json:"groups"`
	Items  []Group `json:"items"`
}

// Group is a node, with those that it holds.
type Group struct {
	Path string `json:"path"`
	Text string `json:"text"`
	Sum
}

// Change is a place whose value has changed. An empty text stands for none.
type Change struct {
	Path   string `json:"path"`
	Before string `json:"before,omitempty"`
	After  string `json:"after,omitempty"`
}

// Compare says what happened between two heaps, whose nodes have ids. Each list
// has at most limit items. What is not the program's own does not count.
func Compare(before, after *View, limit int) *Diff {
	c := &comparison{before: side{View: before}, after: side{View: after}, limit: limit}
	c.before.index()
	c.after.index()
	d := &Diff{Before: before.Own(), After: after.Own()}
	d.Appeared = c.before.missing(&c.after, limit)
	d.Vanished = c.after.missing(&c.before, limit)
	for _, i := range after.ways.order {
		if from, both := c.before.find(after.nodes[i].id); both && after.nodes[i].owner == Program {
			c.compare(from, i)
		}
	}
	d.Changed, d.ChangedCount = c.changes, c.count
	return d
}

// side is one of two graphs.
type side struct {
	*View
	byID []Index // sorted by id
}

func (s *side) index() {
	for _, i := range s.ways.order {
		if s.nodes[i].id != 0 {
			s.byID = append(s.byID, i)
		}
	}
	slices.SortFunc(s.byID, func(a, b Index) int { return int(s.nodes[a].id) - int(s.nodes[b].id) })
}

func (s *side) find(id uint32) (Index, bool) {
	if id == 0 {
		return 0, false
	}
	n, found := slices.BinarySearchFunc(s.byID, id, func(i Index, id uint32) int { return int(s.nodes[i].id) - int(id) })
	if !found {
		return 0, false
	}
	return s.byID[n], true
}

// isNew says that a node of other is not here.
func (s *side) isNew(other *side, i Index) bool {
	r := &other.nodes[i]
	if r.id == 0 || r.kind.isValue() || r.kind == Synthetic || r.owner != Program {
		return false
	}
	_, known := s.find(r.id)
	return !known
}

// missing lists the nodes of other that are not here. A group is reached through
// one of its nodes first.
func (s *side) missing(other *side, limit int) (list List) {
	group := make([]int32, other.Len()) // 0: of none
	var groups []Group
	var tops []Index
	for _, i := range other.ways.order {
		if !s.isNew(other, i) {
			continue
		}
		size := other.nodes[i].size
		list.Count++
		list.Size += size
		if group[i] = group[other.ways.from[i]]; group[i] == 0 {
			groups, tops = append(groups, Group{}), append(tops, i)
			group[i] = int32(len(groups))
		}
		groups[group[i]-1].Count++
		groups[group[i]-1].Size += size
	}
	list.Groups = len(groups)
	for n := range groups[:min(limit, len(groups))] {
		groups[n].Path, groups[n].Text = other.Path(tops[n]), other.Text(tops[n])
		list.Items = append(list.Items, groups[n])
	}
	return list
}

type comparison struct {
	before, after side
	limit         int
	changes       []Change
	count         int
}

// compare looks for edges that are not the same in two states of a node.
func (c *comparison) compare(from, to Index) {
	type place struct {
		kind  EdgeKind
		label string
		nth   int // of this label
	}
	was, is := c.before.Edges(from), c.after.Edges(to)
	if len(was) == len(is) && c.sameEdges(was, is) {
		return
	}
	places := make(map[place]Edge, len(was))
	nth := map[place]int{}
	numbered := func(s *side, e Edge) place {
		p := place{e.Kind, s.Label(e), 0}
		p.nth = nth[p]
		nth[place{p.kind, p.label, 0}]++
		return p
	}
	for _, e := range was {
		places[numbered(&c.before, e)] = e
	}
	clear(nth)
	for _, e := range is {
		p := numbered(&c.after, e)
		old, known := places[p]
		delete(places, p)
		if !known {
			c.note(to, e, "", c.after.Text(e.To))
		} else if !c.same(old, e) {
			c.note(to, e, c.before.Text(old.To), c.after.Text(e.To))
		}
	}
	clear(nth)
	for _, e := range was {
		if _, left := places[numbered(&c.before, e)]; left {
			c.noteGone(from, to, e)
		}
	}
}

func (c *comparison) sameEdges(was, is []Edge) bool {
	for n, e := range was {
		if e.Kind != is[n].Kind || !c.same(e, is[n]) || c.before.Label(e) != c.after.Label(is[n]) {
			return false
		}
	}
	return true
}

// same says that two edges lead to the same node, or to equal values.
func (c *comparison) same(a, b Edge) bool {
	x, y := &c.before.nodes[a.To], &c.after.nodes[b.To]
	if x.kind != y.kind {
		return false
	}
	if x.kind == Number || x.kind == String || x.kind == Primitive || x.kind == BigInt {
		return c.before.name(a.To) == c.after.name(b.To) && (x.kind != String || x.size == y.size)
	}
	return x.id == y.id
}

// ignored says that nobody wants to hear of a changed edge.
func ignored(s *side, e Edge) bool {
	return e.Kind == Weak || e.Kind == Slot && s.nodes[e.To].kind.isValue() || s.nodes[e.To].kind == Code || s.nodes[e.To].owner != Program
}

// note notes a change of a node that both have.
func (c *comparison) note(to Index, e Edge, was, is string) {
	if ignored(&c.after, e) {
		return
	}
	c.add(c.after.Path(to), c.after.step(to, e), was, is)
}

func (c *comparison) noteGone(from, to Index, e Edge) {
	if ignored(&c.before, e) {
		return
	}
	c.add(c.after.Path(to), c.before.step(from, e), c.before.Text(e.To), "")
}

func (c *comparison) add(path, step, was, is string) {
	c.count++
	if len(c.changes) < c.limit {
		if path == "" {
			step = strippedStep(step)
		}
		c.changes = append(c.changes, Change{path + step, was, is})
	}
}

// Print writes the difference as text.
func (d *Diff) Print(w io.Writer) error {
	p := &printer{w: w}
	p.list("appeared", "+", &d.Appeared)
	p.list("vanished", "-", &d.Vanished)
	p.printf("changed: %s\n", plural(d.ChangedCount, "place"))
	for _, change := range d.Changed {
		switch {
		case change.Before == "":
			p.printf("%*s  ~ %s: %s (was not there)\n", sizeColumn, "", change.Path, change.After)
		case change.After == "":
			p.printf("%*s  ~ %s: gone (was %s)\n", sizeColumn, "", change.Path, change.Before)
		default:
			p.printf("%*s  ~ %s: %s (was %s)\n", sizeColumn, "", change.Path, change.After, change.Before)
		}
	}
	p.more(d.ChangedCount - len(d.Changed))
	return p.err
}

// printer keeps the first error.
type printer struct {
	w   io.Writer
	err error
}

func (p *printer) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = fmt.Fprintf(p.w, format, args...)
	}
}

func (p *printer) more(n int) {
	if n > 0 {
		p.printf("%*s  … %s more\n", sizeColumn, "", figures.Count(n))
	}
}

func (p *printer) list(title, sign string, l *List) {
	p.printf("%s: %s, %s\n", title, plural(l.Count, "object"), figures.Bytes(l.Size))
	for _, g := range l.Items {
		with := ""
		if g.Count > 1 {
			with = " with " + figures.Count(g.Count-1) + " more"
		}
		p.printf("%*s  %s %s: %s%s\n", sizeColumn, figures.Bytes(g.Size), sign, g.Path, g.Text, with)
	}
	p.more(l.Groups - len(l.Items))
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return figures.Count(n) + " " + what + "s"
}
