package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// archive writes what the builtins know: what setup makes anew is not part of it.
func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	archiveString(a, &s.regexp.last.input)
	heap.Slice(a, &s.regexp.last.captures, func(at *int32) { heap.Number(a, at) })
	if last := &s.regexp.last; a.Reading() && !last.valid() {
		a.Fail("the last match of a regular expression is outside of its text")
		*last = match{}
	}
	archiveString(a, &s.regexp.input)
	heap.Map(a, (*map[string]*zone)(&s.zones), func(name *string) { heap.Text(a, name) }, func(z **zone) { archiveZone(a, z) })
	archiveZone(a, &s.own)
}

// valid says that the places of the groups are in the text.
func (m *match) valid() bool {
	length := 0
	if m.input != nil {
		length = m.input.Length()
	} else if len(m.captures) > 0 {
		return false
	}
	for i := 0; i+1 < len(m.captures); i += 2 {
		begin, end := m.captures[i], m.captures[i+1]
		if end >= 0 && (begin < 0 || begin > end || int(end) > length) || i == 0 && end < 0 {
			return false
		}
	}
	return len(m.captures)%2 == 0 && (m.input == nil || len(m.captures) > 0)
}

// archiveString writes or reads a string, which may be nil.
func archiveString(a *heap.Archive, p *goja.String) {
	var v goja.Value
	if *p != nil {
		v = *p
	}
	if a.Value(&v); !a.Reading() {
		return
	}
	s, ok := v.(goja.String)
	if !ok && v != nil {
		a.Fail("a string is none")
	}
	*p = s
}

// archiveZone writes or reads a time zone, which may be nil.
func archiveZone(a *heap.Archive, p **zone) {
	known := *p != nil
	if a.Bool(&known); !known {
		*p = nil
		return
	}
	if a.Reading() {
		*p = &zone{}
	}
	z := *p
	heap.Text(a, &z.name)
	heap.Slice(a, &z.periods, func(p *period) {
		heap.Number(a, &p.begin)
		heap.Number(a, &p.seconds)
		a.Bool(&p.daylight)
	})
	if a.Reading() && len(z.periods) == 0 {
		a.Fail("a time zone without periods")
	}
}
