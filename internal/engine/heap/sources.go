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
	// ReadSource reads what the Archive of a Source wrote; nil after a.Fail.
	ReadSource(id string, a *Archive) *Source
}

// Source is a source of a host's.
type Source struct {
	// ID names it. No other source of the runtime's ever has the same.
	ID string
	// Program returns the whole program, compiled again when it is gone.
	Program func() (*goja.Program, error)
	// Archive writes what ReadSource reads: nothing that changes while the program
	// runs, since it may be called later than that of a state.
	Archive func(a *Archive)
}

// SetSources makes the sources of a host known.
func (r *Realm) SetSources(s Sources) { r.host = s }

// hostProgram returns which program of which source of the host's p is.
func (w *Writer) hostProgram(p *goja.Program) (programName, bool) {
	if w.host == nil {
		return programName{}, false
	}
	s := w.host.SourceOf(p)
	if s == nil {
		return programName{}, false
	}
	number, known := w.byID[s.ID]
	if !known {
		whole, err := s.Program()
		if err == nil {
			number, err = w.addHostSource(s, whole)
		}
		if err != nil {
			w.fail("a function of %s: %w", s.ID, err)
			return programName{}, false
		}
	}
	if name, found := w.programs[p]; found {
		return name, true
	}
	for i, candidate := range w.sources[number].programs {
		if engine.SameCode(candidate, p) {
			w.programs[p] = programName{number, i}
			return w.programs[p], true
		}
	}
	return programName{}, false
}

func (r *Realm) addHostSource(s *Source, whole *goja.Program) (number int, err error) {
	if number, err = r.addSource(s.ID, whole, nil); err == nil {
		r.sources[number].host = s
	}
	return number, err
}

// getHostSource reads a source of the host's and compiles it.
func (r *Reader) getHostSource(id string) (number int, ok bool) {
	if r.Realm.host == nil {
		r.fail("%s is of a host that is not here", id)
		return 0, false
	}
	s := r.Realm.host.ReadSource(id, &Archive{r: r})
	if s == nil || r.err != nil {
		r.fail("%s is missing", id)
		return 0, false
	}
	whole, err := s.Program()
	if err == nil {
		number, err = r.addHostSource(s, whole)
	}
	if err != nil {
		r.fail("%s: %v", id, err)
	}
	return number, err == nil
}

// Binding writes or reads what a foreign name of a module reads, but not whose
// namespace it is.
func (a *Archive) Binding(b *engine.Binding) {
	s, scope := b.State(), a.realm().stashPointer()
	if a.w != nil {
		scope.put(a.w, unsafe.Pointer(&s.Scope))
	} else {
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
