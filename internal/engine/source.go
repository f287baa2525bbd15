package engine

import (
	"errors"
	"fmt"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Source is a text with the programs that were, or will be, made of it. A program
// is known by its number: its place in Programs.
//
// A source that is not compiled yet gives out stubs: programs that are filled, all
// of the source at once, when one of them is about to run. There is one program
// for a number, before and after.
type Source struct {
	// Name is what the errors of the source call it.
	Name string
	// Text is what the texts of functions are pieces of.
	Text string
	// Key is whatever is of use to who keeps sources.
	Key int

	rt       *goja.Runtime
	compile  func() (*Module, error) // nil when that was done
	module   *Module
	programs []*goja.Program // nil until they are asked for
	numbers  map[*goja.Program]int
	err      error

	// What was given out before there was a module:
	stubs     stubs
	allStubs  []*stubProgram // in the order in which they were given out
	slab      []stubProgram  // room for more
	templates map[templateKey]unsafe.Pointer
	places    []templateKey // of templates
	slots     []slot        // of all stubs
}

// NewSource returns the source of a compiled module.
func NewSource(m *Module) *Source {
	mustKnowLayout()
	s := &Source{module: m, Name: sourceName(m.Program)}
	if m.made != nil {
		s.Text = m.made.unit.Text
	} else if f := s.File(); f != nil {
		s.Text = f.Source()
	}
	return s
}

// NewLazySource returns a source that compile is called for when its first program
// runs in rt, once. text is the text of the unit. What compile returns belongs to
// the source: no other may have programs of it. When it fails, or compiles
// something else than what the stubs stand for, the run ends: rt is interrupted
// with the error, which is a *SourceError.
func NewLazySource(rt *goja.Runtime, name, text string, compile func() (*Module, error)) *Source {
	mustKnowLayout()
	return &Source{
		Name: name, Text: text, rt: rt, compile: compile,
		templates: map[templateKey]unsafe.Pointer{},
	}
}

// SourceError says that functions of a source cannot run.
type SourceError struct {
	Name string
	Err  error
}

func (e *SourceError) Error() string {
	return fmt.Sprintf("the functions of %s cannot go on: %v", e.Name, e.Err)
}

func (e *SourceError) Unwrap() error { return e.Err }

var (
	errNoProgram  = errors.New("it has no such function; is this the text that the functions were made of?")
	errNoTemplate = errors.New("it has no such template; is this the text that the functions were made of?")
)

// Loaded says that the source is compiled.
func (s *Source) Loaded() bool { return s.module != nil }

// File returns what the programs' positions refer to; nil before there are any.
// All programs of a module have the same one, and no others have it.
func (s *Source) File() *file.File {
	if s.module == nil {
		return nil
	}
	return SourceFile(s.module.Program)
}

// CodeLength returns how many instructions p has; those inside other programs are
// not counted.
func CodeLength(p *goja.Program) int { return len(code(p)) }

// SourceOf returns the source of a program that is not made yet; nil for others.
func SourceOf(p *goja.Program) *Source {
	if stub := stubOf(p); stub != nil {
		return stub.source
	}
	return nil
}

// Number returns the number of a program; false for one of another source.
func (s *Source) Number(p *goja.Program) (int, bool) {
	if stub := stubOf(p); stub != nil {
		return stub.number, stub.source == s
	}
	if n, ok := s.numbers[p]; ok {
		return n, true
	}
	if s.module != nil && s.module.image != nil {
		if n, ok := s.module.image.numberOf(p); ok {
			return n, true
		}
	}
	s.enumerate()
	n, ok := s.numbers[p]
	return n, ok
}

// enumerate finds the programs of a compiled source.
func (s *Source) enumerate() {
	if s.module == nil || s.programs != nil {
		return
	}
	s.programs = Programs(s.module.Program)
	if s.numbers == nil {
		s.numbers = make(map[*goja.Program]int, len(s.programs))
	}
	for i, p := range s.programs {
		s.numbers[p] = i
	}
}

// Programs returns all programs; nil when the source is not compiled.
func (s *Source) Programs() []*goja.Program {
	s.enumerate()
	return s.programs
}

// Program returns the program of a number, whose code has a length: a stub while
// the source is not compiled.
func (s *Source) Program(number, length int) (*goja.Program, error) {
	if s.module == nil {
		return s.stub(number, length)
	}
	s.enumerate()
	if number < 0 || number >= len(s.programs) || len(code(s.programs[number])) != length {
		return nil, &SourceError{s.Name, errNoProgram}
	}
	return s.programs[number], nil
}

// Piece returns where a text begins that is a piece of the source's, in the same
// memory.
func (s *Source) Piece(part string) (from int, ok bool) {
	if from, ok = Within(s.Text, part); ok || s.module == nil || s.module.made == nil {
		return from, ok
	}
	made := s.module.made
	if from, ok = Within(made.unit.Text, part); ok {
		return from, ok
	}
	from, ok = Within(made.compiled, part)
	from -= len(made.head)
	return from, ok && len(made.unit.Edits) == 0 && from >= 0 && from+len(part) <= len(s.Text)
}
