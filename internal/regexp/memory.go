package regexp

// memory is what a slow match remembers: which instructions that offer a choice
// have been reached at which position. Reaching one again fails, since
// everything that could follow has failed already. With it a match takes time
// in proportion to the length of the input.
type memory struct {
	length  int
	visited []uint64
	runs    map[int]*runMemory
}

// runMemory is what is known of an instruction that matches a run.
type runMemory struct {
	scanned  extent // the run that was found last: all of it is of the set
	explored extent // the ends of runs from which everything was tried
}

// extent is the positions from lo to hi.
type extent struct{ lo, hi int }

func (e extent) has(at int) bool { return e.lo <= at && at <= e.hi }

// canRemember says whether the match may start again with a memory.
func (m *matcher[U]) canRemember() bool {
	return m.regular && len(m.code)*(len(m.in)+1) <= visitedMax
}

// remember gives the matcher a memory.
func (m *matcher[U]) remember() {
	m.memory = &memory{length: len(m.in), visited: make([]uint64, (len(m.code)*(len(m.in)+1)+63)/64), runs: map[int]*runMemory{}}
	m.reset()
}

// visit reports whether an instruction is reached at a position for the first
// time.
func (m *memory) visit(pc, at int) bool {
	bit := pc*(m.length+1) + at
	word, mask := &m.visited[bit>>6], uint64(1)<<(bit&63)
	if *word&mask != 0 {
		return false
	}
	*word |= mask
	return true
}

func (m *memory) run(pc int) *runMemory {
	r := m.runs[pc]
	if r == nil {
		r = &runMemory{scanned: extent{0, -1}, explored: extent{0, -1}}
		m.runs[pc] = r
	}
	return r
}

// endOfRun returns where the run of an instruction ends that begins at a
// position. scan looks for the end between two positions.
func (m *memory) endOfRun(pc, at int, scan func(from, to int) int) int {
	r := m.run(pc)
	if r.scanned.has(at) {
		return r.scanned.hi
	}
	stop := m.length
	if at < r.scanned.lo {
		stop = r.scanned.lo
	}
	after := scan(at, stop)
	if after == r.scanned.lo && r.scanned.hi > after {
		after = r.scanned.hi
	}
	r.scanned = extent{at, after}
	return after
}

// shorten returns the next shorter end of a run, not longer than at and not
// shorter than least, from which not everything was tried. When there is none
// it returns least.
func (m *memory) shorten(pc, at, least int) int {
	r := m.run(pc)
	if r.explored.has(at) {
		at = max(r.explored.lo-1, least)
	}
	if at+1 == r.explored.lo {
		r.explored.lo = at
	} else if !r.explored.has(at) {
		r.explored = extent{at, at}
	}
	return at
}
