package sourcemap

import (
	"cmp"
	"slices"
	"sort"
)

// Map finds places of sources. The zero value is an empty map.
type Map struct {
	Mappings string
	Sources  []string
	Names    []string
	list     []Segment // of Mappings
	decoded  bool      // most maps are never asked
}

// Place is a place in a source. Line and Column count from 0; Name is what is
// called otherwise in the output, or "".
type Place struct {
	Source       string
	Line, Column int
	Name         string
}

// Find returns where a place of the output comes from: what the last segment
// says that begins before it, or there.
func (m *Map) Find(line, column int) (Place, bool) {
	m.decode()
	after := sort.Search(len(m.list), func(i int) bool {
		at := &m.list[i]
		return int(at.Line) > line || int(at.Line) == line && int(at.Column) > column
	})
	if after == 0 {
		return Place{}, false
	}
	at := &m.list[after-1]
	source, ok := text(m.Sources, at.Source)
	if !ok {
		return Place{}, false
	}
	name, _ := text(m.Names, at.Name)
	return Place{Source: source, Line: int(at.SourceLine), Column: int(at.SourceColumn), Name: name}, true
}

func text(list []string, i int32) (string, bool) {
	if i < 0 || int(i) >= len(list) {
		return "", false
	}
	return list[i], true
}

func (m *Map) decode() {
	if m.decoded {
		return
	}
	m.list, _ = Decode(m.Mappings) // damage does no harm
	m.decoded = true
	slices.SortStableFunc(m.list, func(a, b Segment) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
