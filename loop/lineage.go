package loop

// lineage remembers the turns that started something, so that an error can
// say how the program came to it. A turn is remembered as long as something
// that it started, or that descends from it, runs or waits; but a chain of
// causes without end is cut, so that it does not grow.
//
// Links are numbered from 1; a Cause has the number of its turn's. They are
// counted references without pointers, and not objects: an allocation for each
// turn would cost more than all the rest.
type lineage struct {
	blocks []*[blockLen]link
	free   uint32 // the first of the free ones
	// otherRoots says that a turn without a cause beside main started
	// something.
	otherRoots bool
	read       map[uint64]uint32 // by turn, while a snapshot is read
}

// link is a remembered turn.
type link struct {
	turn  Turn
	refs  uint32 // descendants that run or wait; in a free link, the next one
	depth uint32 // the number of turns above
	mark  uint32 // the nearest link above whose depth is a multiple of chainMax
}

const (
	blockBits = 8
	blockLen  = 1 << blockBits
	// chainMax is how many turns of a chain of causes are kept at least, where
	// nothing else descends from them.
	chainMax = 64
)

func (g *lineage) at(n uint32) *link { return &g.blocks[n>>blockBits][n%blockLen] }

// hold adds a reference to link n.
func (g *lineage) hold(n uint32) {
	if n != 0 {
		g.at(n).refs++
	}
}

// release gives up a reference to link n.
func (g *lineage) release(n uint32) {
	for n != 0 {
		k := g.at(n)
		if k.refs--; k.refs > 0 {
			return
		}
		above := k.turn.Cause.link
		k.refs, k.turn.Number, g.free = g.free, noTurn, n
		n = above
	}
}

// add remembers t and returns the number of its link, with two references: of
// the turn itself and of what it starts. The reference that t has to its
// starter becomes the link's.
func (g *lineage) add(t *Turn) uint32 {
	n := g.take()
	k := g.at(n)
	k.turn, k.refs, k.depth, k.mark = *t, 2, 0, 0
	if above := t.Cause.link; above != 0 {
		a := g.at(above)
		k.depth, k.mark = a.depth+1, a.mark
		if a.depth%chainMax == 0 {
			k.mark = above
		}
		if k.depth%chainMax == 0 {
			g.cut(k.mark)
		}
	} else if t.Kind == turnBeforeExit || t.Kind == turnRestart {
		g.otherRoots = true
	}
	return n
}

// take takes a link from the free ones. It has no references.
func (g *lineage) take() uint32 {
	if g.free == 0 {
		g.grow()
	}
	n := g.free
	k := g.at(n)
	g.free, k.refs = k.refs, 0
	return n
}

// grow makes a block of free links.
func (g *lineage) grow() {
	first := uint32(len(g.blocks)) << blockBits
	block := new([blockLen]link)
	for i := range block {
		block[i].refs, block[i].turn.Number = first+uint32(i)+1, noTurn
	}
	block[blockLen-1].refs = 0
	g.blocks = append(g.blocks, block)
	g.free = max(first, 1) // number 0 means none
}

// cut lets the turn of link n, chainMax above a new one, forget where it came
// from, unless something else descends from it. Chains are cut nowhere else: a
// link's mark is there as long as the link is.
func (g *lineage) cut(n uint32) {
	if k := g.at(n); k.refs == 1 {
		above := k.turn.Cause.link
		k.turn.Cause.link = 0
		g.release(above)
	}
}
