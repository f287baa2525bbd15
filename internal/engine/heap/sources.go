package heap

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
)

// Sources are the sources that a host compiles while a program runs. They get a
// name only when a heap has functions of them.
type Sources interface {
	// SourceOf returns the source that a program is of, or nil.
	SourceOf(p *goja.Program) *Source
	// SourceOfText returns the source that a text is a piece of, in the same memory,
	// or nil. It must be known for as long as the heap may have such a text.
	SourceOfText(text string) *Source
	// ReadSource reads what the Archive of a Source wrote; nil after a.Fail.
	ReadSource(id string, a *Archive) *Source
}

// Source is a source of a host's.
type Source struct {
	// ID names it. No other source of the runtime's ever has the same.
	ID string
	// Code is its text, and returns the module, compiled again when it is gone.
	Code
	// Archive writes what ReadSource reads: nothing that changes while the program
	// runs, since it may be called later than that of a state.
	Archive func(a *Archive)
}

// SetSources makes the sources of a host known.
func (r *Realm) SetSources(s Sources) { r.host = s }

// hostSource returns the number of a source of the host's.
func (w *Writer) hostSource(s *Source) (number int, ok bool) {
	if number, ok = w.byID[s.ID]; ok {
		return number, true
	}
	m, err := s.Compile()
	if err == nil {
		number, err = w.addSource(source{id: s.ID, Source: engine.NewSource(m), host: s, forgettable: true})
	}
	if err != nil {
		w.fail("a function of %s: %w", s.ID, err)
	}
	return number, err == nil
}

// hostProgram returns which program of which source of the host's p is.
func (w *Writer) hostProgram(p *goja.Program) (programName, bool) {
	if w.host == nil {
		return programName{}, false
	}
	s := w.host.SourceOf(p)
	if s == nil {
		return programName{}, false
	}
	number, ok := w.hostSource(s)
	if !ok {
		return programName{}, false
	}
	if name, known := w.nameOf(p); known {
		return name, true
	}
	for _, candidate := range w.sources[number].Programs() {
		if engine.SameCode(candidate, p) {
			w.sameSource(p, candidate)
			return w.programs[p], true
		}
	}
	return programName{}, false
}

// getHostSource reads a source of the host's.
func (r *Reader) getHostSource(id string) (number int) {
	if r.Realm.host == nil {
		r.fail("%s is of a host that is not here", id)
		return 0
	}
	s := r.Realm.host.ReadSource(id, &Archive{r: r})
	if s == nil || r.err != nil {
		r.fail("%s is missing", id)
		return 0
	}
	number, r.err = r.addCode(source{id: id, host: s}, s.Code)
	return number
}

// Binding writes or reads what a foreign name of a module reads, but not whose
// namespace it is.
func (a *Archive) Binding(b *engine.Binding) {
	s, scope := b.State(), a.realm().scopes()
	switch {
	case a.g != nil:
		a.g.scope(a.g.label, s.Scope)
	case a.w != nil:
		scope.put(a.w, unsafe.Pointer(&s.Scope))
	default:
		scope.get(a.r, unsafe.Pointer(&s.Scope))
	}
	Number(a, &s.Index)
	a.Bool(&s.Lexical)
	if a.Value(&s.Value); a.r == nil {
		return
	}
	b.SetState(s)
	a.r.later = append(a.r.later, func() {
		if !b.Valid() {
			a.r.fail("a scope without the variable that a module reads")
		}
	})
}

// scopes is for pointers to scopes.
func (r *Realm) scopes() *coder {
	if r.scope == nil {
		r.scope = r.stashPointer()
	}
	return r.scope
}
