package module

import (
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// progress is how far a module came.
type progress uint8

const (
	parsed   progress = iota // and being compiled, or waiting for it
	compiled                 // its bindings are there
	failed                   // it does not compile
)

// archiveModules writes the ES modules. Those that were compiled are compiled
// again when the heap has functions of them.
func (s *state) archiveModules(a *heap.Archive) {
	heap.Slice(a, &s.modules, func(p **module) {
		if a.Reading() {
			*p = &module{}
		}
		m := *p
		heap.Text(a, &m.name)
		s.archiveText(a, &m.source)
		s.archiveText(a, &m.text)
		s.archiveOrigin(a, &m.origin)
		heap.Number(a, &m.progress)
		a.Bool(&m.async)
		heap.Number(a, &m.unit)
		s.archiveBindings(a, m)
		s.archiveCounter(a, &m.coverage)
	})
	if !a.Reading() || a.Failed() {
		return
	}
	for i, m := range s.modules {
		m.handle = i
		if m.progress != parsed {
			continue
		}
		if err := m.scan(); err != nil {
			a.Fail("module %s, which had no error: %w", m.name, err)
			return
		}
		m.begin(s.compiling(m.name))
	}
}

// archiveBindings writes what the foreign names of a module read.
func (s *state) archiveBindings(a *heap.Archive, m *module) {
	var name string
	heap.Map(a, &m.bindings, func(n *string) {
		heap.Text(a, n)
		name = *n
	}, func(b **engine.Binding) { s.archiveBinding(a, b, name) })
}

// compileAgain compiles a module that was compiled before.
func (m *module) compileAgain(s *state) (*engine.Module, error) {
	if m.scanned == nil {
		if err := m.scan(); err != nil {
			return nil, err
		}
	}
	how := s.compiling(m.name)
	how.bindings, how.coverage = m.bindings, m.coverage
	again, err := how.module(m.name, m.text, m.origin, m.scanned, m.async)
	if err != nil {
		return nil, err
	}
	if again.AsyncGenerators != nil {
		again.AsyncGenerators.Set(s.generators)
	}
	return again, nil
}
