package module

import (
	"fmt"
	"weak"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// programs are those that the area compiled for a loop that keeps snapshots. A
// snapshot that has functions of one says what compiling it again takes.
type programs struct {
	env *host.Env
	// units are found by the file of their programs, for as long as one of these is
	// in use: a program may compile any number of scripts.
	units   map[weak.Pointer[file.File]]*unit
	count   uint64
	sweepAt int
	// loaded are the units of modules. They stay for ever.
	loaded    []*unit
	lastFound int // of loaded
	// again has units of a snapshot that were compiled before the heap was read.
	again map[uint64]*unit
}

// unitsMin is how many units are kept before the registry looks which are gone.
const unitsMin = 256

// unit is a program, with what compiling it again takes.
type unit struct {
	number   uint64
	script   script // unless it is that of a module
	importer goja.Value
	module   *module
	compiled weak.Pointer[engine.Module]
	kept     *engine.Module // that of a module, once it is compiled
}

// isLoaded says that the unit is of a module.
func (u *unit) isLoaded() bool { return u.script.once || u.module != nil }

// source returns the name and the text.
func (u *unit) source() (name, text string) {
	if u.module != nil {
		return u.module.name, u.module.text
	}
	return u.script.unit.Name, u.script.unit.Text
}

// hasText says that a text is a piece of the unit's, in the same memory.
func (u *unit) hasText(part string) bool {
	_, text := u.source()
	_, ok := engine.Within(text, part)
	return ok || u.kept != nil && u.kept.HasText(part)
}

// keepPrograms makes the programs of a loop that keeps snapshots known to its realm.
func keepPrograms(e *host.Env, _ *goja.Object) {
	if realm := e.Loop.Realm(); realm != nil {
		s := e.State.(*state)
		s.programs = &programs{env: e, units: map[weak.Pointer[file.File]]*unit{}, sweepAt: unitsMin, again: map[uint64]*unit{}}
		realm.SetSources(s.programs)
	}
}

// addScript notes a script that was compiled.
func (ps *programs) addScript(s script, importer goja.Value, m *engine.Module) {
	ps.count++
	s.scanned = nil
	if s.unit.Limit != nil {
		s.unit.Limit = &engine.Limit{} // which holds nothing
	}
	u := &unit{number: ps.count, script: s, importer: importer}
	ps.load(u)
	ps.add(u, m)
}

// addModule notes an ES module that was compiled.
func (ps *programs) addModule(m *module, made *engine.Module) {
	ps.count++
	m.unit = ps.count
	u := &unit{number: m.unit, module: m}
	ps.load(u)
	ps.add(u, made)
}

func (ps *programs) load(u *unit) {
	if u.isLoaded() {
		ps.loaded = append(ps.loaded, u)
	}
}

func (ps *programs) add(u *unit, m *engine.Module) {
	u.compiled = weak.Make(m)
	m.Keep()
	if u.isLoaded() {
		u.kept = m
	}
	ps.env.State.(*state).countsIn(u)
	ps.units[weak.Make(engine.SourceFile(m.Program))] = u
	if len(ps.units) < ps.sweepAt {
		return
	}
	for f := range ps.units {
		if f.Value() == nil {
			delete(ps.units, f)
		}
	}
	ps.sweepAt = max(unitsMin, 2*len(ps.units))
}

// SourceOf implements heap.Sources.
func (ps *programs) SourceOf(p *goja.Program) *heap.Source {
	if u := ps.units[weak.Make(engine.SourceFile(p))]; u != nil {
		return ps.source(u)
	}
	return nil
}

// SourceOfText implements heap.Sources: of what is in a module. What is in a script
// goes away with it.
func (ps *programs) SourceOfText(text string) *heap.Source {
	var found *unit
	for i := range ps.loaded {
		at := (ps.lastFound + i) % len(ps.loaded)
		u := ps.loaded[at]
		if found != nil && found.number < u.number {
			continue
		}
		if u.hasText(text) {
			found, ps.lastFound = u, at
		}
	}
	if found == nil {
		return nil
	}
	return ps.source(found)
}

func (ps *programs) source(u *unit) *heap.Source {
	name, text := u.source()
	return &heap.Source{
		ID:      fmt.Sprintf("unit %d, %s", u.number, name),
		Code:    heap.Code{Text: text, Compile: func() (*engine.Module, error) { return ps.compile(u) }},
		Archive: func(a *heap.Archive) { ps.archive(a, u) },
	}
}

// ReadSource implements heap.Sources.
func (ps *programs) ReadSource(_ string, a *heap.Archive) *heap.Source {
	u := &unit{}
	if ps.archive(a, u); a.Failed() {
		return nil
	}
	if again := ps.again[u.number]; again != nil {
		u = again
	} else {
		ps.load(u)
	}
	return ps.source(u)
}

// compile returns the module of a unit, compiled again when it is gone.
func (ps *programs) compile(u *unit) (*engine.Module, error) {
	if m := u.compiled.Value(); m != nil {
		return m, nil
	}
	s := ps.env.State.(*state)
	var m *engine.Module
	var err error
	if u.module != nil {
		m, err = u.module.compileAgain(s)
	} else {
		m, err = u.script.compileAgain(s, u.importer)
	}
	if err == nil {
		ps.add(u, m)
	}
	return m, err
}

// compileAgain compiles a script that was compiled before.
func (s script) compileAgain(st *state, importer goja.Value) (*engine.Module, error) {
	m, err := s.compile(st.main.Images)
	if err == nil {
		s.link(st, m, importer)
	}
	return m, err
}

// archive writes what compiling a unit takes. None of it changes.
func (ps *programs) archive(a *heap.Archive, u *unit) {
	s := ps.env.State.(*state)
	heap.Number(a, &u.number)
	handle := -1
	if u.module != nil {
		handle = u.module.handle
	}
	heap.Number(a, &handle)
	if handle >= 0 {
		if a.Reading() && handle < len(s.modules) {
			u.module = s.modules[handle]
		} else if a.Reading() {
			a.Fail("a function of ES module %d of %d", handle, len(s.modules))
		}
		return
	}
	s.archiveScript(a, &u.script)
	a.Value(&u.importer)
}
