package module

import (
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// coveredUnit is a module whose code counts what runs.
type coveredUnit struct {
	name, source string
	coverage     *engine.Coverage
	unit         *unit // nil unless there may be snapshots
}

// countCoverage() makes the modules that are compiled from now on count what runs.
func countCoverage(e *host.Env, _ goja.FunctionCall) goja.Value {
	e.State.(*state).counting = true
	return goja.Undefined()
}

// covers says whether what runs of a module is counted: of the program's own files,
// not of packages.
func (s *state) covers(name string) bool {
	return s.counting && !strings.Contains(name, "/node_modules/")
}

func newCoverage(wanted bool) *engine.Coverage {
	if !wanted {
		return nil
	}
	return &engine.Coverage{}
}

// covered notes a module that counts.
func (s *state) covered(name, source string, c *engine.Coverage) {
	if c != nil {
		s.counted = append(s.counted, coveredUnit{name: name, source: source, coverage: c})
	}
}

// coverage() returns what has run: [[name, source, [[function, start, end, count,
// [start, end, count, …]], …]], …]. Places are in UTF-16 units; the end of a region is
// -1 when it goes on until the next one.
func coverage(e *host.Env, _ goja.FunctionCall) goja.Value {
	var units []any
	for _, u := range e.State.(*state).counted {
		units = append(units, e.RT.NewArray(u.name, u.source, e.RT.NewArray(u.functions(e)...)))
	}
	return e.RT.NewArray(units...)
}

func (u *coveredUnit) functions(e *host.Env) []any {
	unit := unitsOf(u.source)
	var list []any
	for i := range u.coverage.Functions {
		f := &u.coverage.Functions[i]
		var regions []any
		for j := range f.Regions {
			r := &f.Regions[j]
			end := r.End
			if end != engine.Open {
				end = unit(end)
			}
			regions = append(regions, unit(r.Start), end, u.coverage.CountOf(r))
		}
		list = append(list, e.RT.NewArray(f.Name, unit(f.Start), unit(f.End), u.coverage.Count(f), e.RT.NewArray(regions...)))
	}
	return list
}

// unitsOf returns what turns an offset in bytes into one in UTF-16 units.
func unitsOf(source string) func(int) int {
	type wide struct{ at, less int }
	var list []wide // where characters end that take more bytes than units, and how many more so far
	less := 0
	for at, r := range source {
		size, units := len(string(r)), 1
		if r > 0xFFFF {
			units = 2
		}
		if size != units {
			less += size - units
			list = append(list, wide{at + size, less})
		}
	}
	return func(offset int) int {
		i, found := slices.BinarySearchFunc(list, offset, func(w wide, want int) int { return w.at - want })
		if found {
			i++
		}
		if i == 0 {
			return offset
		}
		return offset - list[i-1].less
	}
}
