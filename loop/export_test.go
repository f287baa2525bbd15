package loop

// LinksMade returns how many links were allocated.
func (l *Loop) LinksMade() int { return len(l.lineage.blocks) * blockLen }

// LinksInUse returns how many of them are not free.
func (l *Loop) LinksInUse() int {
	free := 0
	for n := l.lineage.free; n != 0; n = l.lineage.at(n).refs {
		free++
	}
	return max(0, l.LinksMade()-1-free) // number 0 is never used
}
