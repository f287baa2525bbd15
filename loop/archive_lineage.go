package loop

import (
	"cmp"
	"slices"

	"github.com/jsrr/jsrr/internal/engine/heap"
)

// In a snapshot a link is the number of the turn that it remembers, and not its
// own, which depends on what was forgotten before. How many references it has is
// counted again.

// noTurn is the number of the turn of a link that is free.
const noTurn = ^uint64(0)

// inUse returns the numbers of the links that are not free, in the order of their
// turns: each comes behind those that it refers to.
func (g *lineage) inUse() (links []uint32) {
	for b, block := range g.blocks {
		for i := range block {
			if block[i].turn.Number != noTurn {
				links = append(links, uint32(b)<<blockBits+uint32(i))
			}
		}
	}
	slices.SortFunc(links, func(m, n uint32) int { return cmp.Compare(g.at(m).turn.Number, g.at(n).turn.Number) })
	return links
}

func (l *Loop) archiveLineage(a *heap.Archive) {
	g := &l.lineage
	a.Bool(&g.otherRoots)
	links := g.inUse()
	if a.Reading() {
		g.read = map[uint64]uint32{}
	}
	for i := range a.Len(len(links)) {
		if a.Reading() {
			links = append(links, g.take())
		}
		if a.Failed() {
			return
		}
		n := links[i]
		k := g.at(n)
		l.archiveTurn(a, &k.turn, true)
		heap.Number(a, &k.depth)
		if k.depth%chainMax != 0 { // else nobody looks at it any more
			l.archiveLink(a, &k.mark)
		}
		if a.Reading() {
			if _, twice := g.read[k.turn.Number]; twice {
				a.Fail("turn %d is remembered twice", k.turn.Number)
			}
			g.read[k.turn.Number] = n
		}
	}
}

// archiveLink writes or reads the number of a link, 0 for none. Who has a
// reference to it counts that himself.
func (l *Loop) archiveLink(a *heap.Archive, n *uint32) {
	turn := uint64(0) // plus 1
	if !a.Reading() && *n != 0 {
		turn = l.lineage.at(*n).turn.Number + 1
	}
	heap.Number(a, &turn)
	if !a.Reading() {
		return
	}
	*n = 0
	if turn != 0 {
		known := false
		if *n, known = l.lineage.read[turn-1]; !known {
			a.Fail("turn %d is not remembered", turn-1)
		}
	}
}

// archiveTurn: held says that the turn has a reference to the link of its cause.
func (l *Loop) archiveTurn(a *heap.Archive, t *Turn, held bool) {
	heap.Number(a, &t.Number)
	choice(a, &t.Kind, turnRestart)
	heap.Number(a, &t.Request)
	heap.Number(a, &t.Delay)
	l.archiveCause(a, &t.Cause, held)
}

// archiveCause: held says that the cause has a reference to its link, which
// otherwise may stand for another turn.
func (l *Loop) archiveCause(a *heap.Archive, c *Cause, held bool) {
	heap.Number(a, &c.Turn)
	heap.Number(a, &c.Ordinal)
	l.archivePlace(a, &c.place)
	if !held {
		return
	}
	if l.archiveLink(a, &c.link); a.Reading() {
		l.lineage.hold(c.link)
	}
}

// archiveMoment: a moment has no reference to the link of its turn's cause.
func (l *Loop) archiveMoment(a *heap.Archive, m *moment) {
	l.archiveTurn(a, &m.turn, false)
	link := m.turn.Cause.link
	if !a.Reading() && link != 0 && m.over(l) && l.lineage.at(link).turn.Number != m.turn.Cause.Turn {
		link = 0
	}
	if l.archiveLink(a, &link); a.Reading() {
		m.turn.Cause.link = link
	}
	heap.Number(a, &m.job)
	choice(a, &m.kind, JobMicrotask)
	l.archivePlace(a, &m.place)
}
