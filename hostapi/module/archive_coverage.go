package module

import (
	"errors"
	"slices"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

var errOtherCounts = errors.New("its code counts other things than it did")

// archiveCounted writes which units count what runs, and returns their counts.
func (s *state) archiveCounted(a *heap.Archive) [][]uint64 {
	a.Bool(&s.counting)
	counts := make([][]uint64, 0, len(s.counted))
	heap.Slice(a, &s.counted, func(c *coveredUnit) {
		heap.Text(a, &c.name)
		s.archiveText(a, &c.source)
		if a.Reading() {
			c.coverage = &engine.Coverage{}
		}
		list := c.coverage.Counts()
		heap.Slice(a, &list, func(n *uint64) { heap.Number(a, n) })
		counts = append(counts, list)
	})
	return counts
}

// archiveCounting writes the units themselves. They are compiled again at once: what
// they have are functions to count, whether these are in the heap or not.
func (s *state) archiveCounting(a *heap.Archive, counts [][]uint64) {
	for i := range s.counted {
		c := &s.counted[i]
		if a.Reading() {
			c.unit = &unit{}
		}
		if s.programs.archive(a, c.unit); !a.Reading() {
			continue
		}
		if a.Failed() {
			return
		}
		_, err := s.programs.compile(c.unit)
		if err == nil && !c.coverage.SetCounts(counts[i]) {
			err = errOtherCounts
		}
		if err != nil {
			a.Fail("%s: %w", c.name, err)
			return
		}
		s.programs.load(c.unit)
		s.programs.again[c.unit.number] = c.unit
	}
}

// coverage counts what runs of a unit; nil when nobody asked.
func (u *unit) coverage() *engine.Coverage {
	if u.module != nil {
		return u.module.coverage
	}
	return u.script.unit.Coverage
}

// countsIn notes which unit one of those is that count.
func (s *state) countsIn(u *unit) {
	if n := s.counterOf(u.coverage()); n > 0 {
		s.counted[n-1].unit = u
	}
}

// counterOf returns the number of a unit that counts, from 1.
func (s *state) counterOf(c *engine.Coverage) int {
	if c == nil {
		return 0
	}
	return 1 + slices.IndexFunc(s.counted, func(u coveredUnit) bool { return u.coverage == c })
}

// archiveCounter writes which of the units that count this one is.
func (s *state) archiveCounter(a *heap.Archive, p **engine.Coverage) {
	number := s.counterOf(*p)
	if heap.Number(a, &number); !a.Reading() {
		return
	}
	if number < 0 || number > len(s.counted) {
		a.Fail("unit %d of %d counts", number, len(s.counted))
	} else if number > 0 {
		*p = s.counted[number-1].coverage
	}
}
