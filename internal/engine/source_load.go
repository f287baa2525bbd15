package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// stubProgram stands for a program that is not made yet. All its instructions are
// the same one: whichever is run first, that of a call or that where a generator
// goes on, makes the programs of the source, and then it is the right one. Programs
// of an image still decode themselves, each when it runs.
type stubProgram struct {
	program goja.Program // must be the first field; see stubOf
	source  *Source
	number  int
}

// unloaded is the instruction of stubs.
type unloaded struct{}

// exec makes the program that runs. It moves on to no other instruction: the
// machine runs what now stands in the place of this one.
func (unloaded) exec(vm unsafe.Pointer) { loaded(*at[*goja.Program](vm, stackLayout.vmPrg)) }

var unloadedTable = tableOfOwn(unloaded{})

// stubOf returns the stub that p still is, or nil.
func stubOf(p *goja.Program) *stubProgram {
	if slots := code(p); len(slots) > 0 && slots[0].table == unloadedTable {
		return (*stubProgram)(unsafe.Pointer(p))
	}
	return nil
}

// loaded makes p what it stands for, if it is a stub, and returns it. It is for
// those who look at programs that do not run.
func loaded(p *goja.Program) *goja.Program {
	if stub := stubOf(p); stub != nil {
		stub.source.load()
		stub.decode()
	}
	return p
}

// decode makes a stub what it stands for when its source has an image.
func (stub *stubProgram) decode() {
	m := stub.source.module
	if m == nil || m.image == nil || stubOf(&stub.program) == nil {
		return
	}
	own := &struct {
		guard guard
		body  undecoded
	}{}
	m.image.prepare(&stub.program, stub.number, &own.guard, &own.body, make([]slot, len(code(&stub.program))))
	complete(&stub.program)
	if stub.source.numbers == nil {
		stub.source.numbers = map[*goja.Program]int{}
	}
	stub.source.numbers[&stub.program] = stub.number // which can be seen on it no longer
}

// stubs are stubs by their numbers.
type stubs []*stubProgram

// at returns the stub of a number, or nil.
func (s stubs) at(n int) *stubProgram {
	if n < 0 || n >= len(s) {
		return nil
	}
	return s[n]
}

// Bounds of what a text can become: what is beyond them is no program of it.
const (
	instructionsPerByte, instructionsMin = 16, 4096
	programsMin                          = 256 // and one for each byte
)

// commonSlots are the code of most stubs.
var commonSlots = unloadedSlots(512)

func unloadedSlots(n int) []slot {
	slots := make([]slot, n)
	for i := range slots {
		slots[i] = slot{unloadedTable, unsafe.Pointer(&nothing)}
	}
	return slots
}

// stub returns the stub of a number.
func (s *Source) stub(number, length int) (*goja.Program, error) {
	before := s.stubs.at(number)
	switch {
	case before != nil && len(code(&before.program)) == length:
		return &before.program, nil
	case before != nil, number < 0, number > programsMin+len(s.Text), length <= 0, length > instructionsMin+instructionsPerByte*len(s.Text):
		return nil, &SourceError{s.Name, errNoProgram}
	}
	slots := commonSlots
	if length > len(slots) {
		if length > len(s.slots) {
			s.slots = unloadedSlots(max(length, 2*len(s.slots)))
		}
		slots = s.slots
	}
	const slab = 16
	if len(s.slab) == 0 {
		s.slab = make([]stubProgram, slab)
	}
	stub := &s.slab[0]
	s.slab = s.slab[1:]
	stub.source, stub.number = s, number
	*at[[]slot](unsafe.Pointer(&stub.program), offsets.programCode) = slots[:length:length]
	for number >= len(s.stubs) {
		s.stubs = append(s.stubs, nil)
	}
	s.stubs[number], s.allStubs = stub, append(s.allStubs, stub)
	return &stub.program, nil
}

// load compiles the source and fills its stubs. After an error they stay what they
// are, and the run ends.
func (s *Source) load() {
	if s.module != nil {
		return
	}
	err := s.Load()
	if err != nil {
		s.rt.Interrupt(err)
	}
}

// Load compiles the source, if that is still to be done.
func (s *Source) Load() error {
	if s.module != nil || s.err != nil {
		return s.err
	}
	m, err := s.compile()
	if err == nil {
		err = s.adopt(m)
	}
	if err != nil {
		s.err = &SourceError{s.Name, err}
	}
	return s.err
}

// adopt makes m the source's module.
func (s *Source) adopt(m *Module) error {
	var err error
	if m.image != nil && guardOf(m.Program) != nil && guardOf(m.Program).body.Load() != nil {
		err = s.adoptImage(m)
	} else {
		err = s.adoptPrograms(m)
	}
	s.module = nil
	if err == nil {
		s.module, s.compile, s.stubs, s.allStubs, s.slab, s.templates, s.places, s.slots = m, nil, nil, nil, nil, nil, nil, nil
	}
	return err
}

// adoptPrograms makes stubs what they stand for.
func (s *Source) adoptPrograms(m *Module) error {
	m.changing.Lock()
	defer m.changing.Unlock()
	programs := programsIn(m.Program)
	for _, stub := range s.allStubs {
		if stub.number >= len(programs) || len(code(programs[stub.number])) != len(code(&stub.program)) {
			return errNoProgram
		}
	}
	if err := s.placeTemplates(func(n int) *goja.Program { return programs[n] }); err != nil {
		return err
	}
	a := replacements{}
	for _, stub := range s.allStubs {
		p := &programs[stub.number]
		stub.program, a[*p] = **p, &stub.program
		*p = &stub.program
	}
	for _, p := range programs {
		a.link(p)
	}
	m.Program = programs[0]
	return nil
}

// adoptImage lets stubs decode themselves when they run, one by one.
func (s *Source) adoptImage(m *Module) error {
	img := m.image
	for _, stub := range s.allStubs {
		if stub.number >= len(img.claimed) || int(img.function(stub.number).length) != len(code(&stub.program)) {
			return errNoProgram
		}
	}
	img.adopted = s.stubs
	if top := s.stubs.at(0); top != nil {
		m.Program = &top.program
	}
	s.module = m
	return s.placeTemplates(func(n int) *goja.Program { return loaded(&s.stubs.at(n).program) })
}

// replacements are which stubs take the place of which programs.
type replacements map[*goja.Program]*goja.Program

func (a replacements) replace(p **goja.Program) {
	if stub := a[*p]; stub != nil {
		*p = stub
	}
}

// link changes the instructions of p, which is not a stub.
func (a replacements) link(p *goja.Program) {
	index := nestedIndexes.Get().(nestedIndex)
	defer nestedIndexes.Put(index)
	index.inside(p, a.replace)
	g := guardOf(p)
	if g == nil {
		return
	}
	if first := *(*slot)(unsafe.Pointer(&g.first)); first.table == entryTable {
		for _, resume := range code((*asyncEntry)(first.data).resume) {
			a.replace(&(*asyncResume)(resume.data).body)
		}
	}
}
