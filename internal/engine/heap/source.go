package heap

import (
	"fmt"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
)

// Code is a source whose functions are in a heap that is read.
type Code struct {
	// Text is the text of the unit: the functions' texts are pieces of it.
	Text string
	// Compile is called when the first of the functions runs, and not before.
	// What it returns must belong to this heap alone.
	Compile func() (*engine.Module, error)
}

// source is a text, with the programs that were made of it.
type source struct {
	*engine.Source
	id      string
	made    *engine.Dynamic // nil unless the program made it while it ran
	host    *Source         // nil unless the host compiled it while the program ran
	copies  []string        // the text, in other memory
	scanned bool            // for templates

	// forgettable says that it can be found again (see forget); used is the last
	// writer that had something of it.
	forgettable bool
	used        int
}

type programName struct{ source, number int }

// Source makes the functions of a compiled text known: the id stands for the text.
// The other runtime's realm must be given a module of the same text under it, or
// find one (see Resolve).
func (r *Realm) Source(id string, m *engine.Module) error {
	_, err := r.addSource(source{id: id, Source: engine.NewSource(m)})
	return err
}

// Resolve makes find say what the sources are whose functions a heap that is read
// has, and that were given no name yet. They are compiled when they run.
func (r *Realm) Resolve(find func(id string) (Code, error)) { r.resolve = find }

func (r *Realm) addSource(s source) (number int, err error) {
	if _, taken := r.byID[s.id]; taken {
		return 0, fmt.Errorf("two sources of a heap are called %q", s.id)
	}
	number = len(r.sources)
	r.byID[s.id], s.Key = number, number
	r.sources = append(r.sources, s)
	if s.Loaded() {
		r.byFile[s.File()] = number
	}
	return number, nil
}

// addCode adds a source that is not compiled yet.
func (r *Realm) addCode(s source, c Code) (number int, err error) {
	number = len(r.sources)
	s.Source = engine.NewLazySource(r.rt, s.id, c.Text, func() (*engine.Module, error) {
		m, err := c.Compile()
		if err == nil {
			r.byFile[engine.SourceFile(m.Program)] = number
		}
		return m, err
	})
	return r.addSource(s)
}

// nameOf returns which program of which source p is.
func (r *Realm) nameOf(p *goja.Program) (name programName, known bool) {
	if name, known = r.programs[p]; known {
		return name, true
	}
	from := engine.SourceOf(p)
	if from != nil {
		name.source, known = from.Key, true
	} else if name.source, known = r.byFile[engine.SourceFile(p)]; !known {
		return name, false
	}
	name.number, known = r.sources[name.source].Number(p)
	if known && from == nil {
		r.programs[p] = name
	}
	return name, known
}

// written is a program that a heap has: its number there is its place in a list,
// from 1.
type written struct {
	program *goja.Program
	source  int
	text    string // of the function that was written last
}

// program writes which of the sources' programs p is, and the first time how long
// its code is: one that was not compiled yet must know that.
func (w *Writer) program(p *goja.Program) {
	if p == nil {
		w.uint(0)
		return
	}
	if id := w.programIDs[p]; id != 0 {
		w.uint(uint64(id))
		return
	}
	name, known := w.nameOf(p)
	if !known {
		name, known = w.dynamicProgram(p)
	}
	if !known {
		name, known = w.hostProgram(p)
	}
	if !known {
		w.fail("a function of a source that has no name here")
		return
	}
	w.written = append(w.written, written{program: p, source: name.source})
	w.programIDs[p] = uint32(len(w.written))
	w.uint(uint64(len(w.written)))
	w.putProgram(name, engine.CodeLength(p))
}

func (w *Writer) putProgram(name programName, length int) {
	w.source(name.source)
	w.uint(uint64(name.number))
	w.uint(uint64(length))
}

// program reads which program of a source is meant.
func (r *Reader) program() *goja.Program {
	id := r.uint()
	if id == 0 || r.err != nil {
		return nil
	}
	if id <= uint64(len(r.written)) {
		r.lastProgram = int(id - 1)
		return r.written[id-1].program
	}
	if id != uint64(len(r.written))+1 {
		r.fail("program %d of %d", id, len(r.written))
		return nil
	}
	name, p := r.getProgram()
	if p == nil {
		return nil
	}
	r.lastProgram = len(r.written)
	r.written = append(r.written, written{program: p, source: name.source})
	return p
}

func (r *Reader) getProgram() (name programName, p *goja.Program) {
	name = programName{r.source(), int(r.uint() & (1<<31 - 1))}
	length := int(r.uint() & (1<<31 - 1))
	if r.err != nil || name.source < 0 {
		r.fail("a program of no source")
		return name, nil
	}
	if p, r.err = r.sources[name.source].Program(name.number, length); r.err != nil {
		return name, nil
	}
	return name, p
}

// The kinds of sources.
const (
	sourceNamed   = iota
	sourceDynamic // that the program made
	sourceHost    // that the host compiled while the program ran
)

// source writes the number of a source, from 1, and the first time what it is.
func (w *Writer) source(number int) {
	id, known := w.sourceIDs[number]
	if !known {
		id = uint32(len(w.sourceIDs)) + 1
		w.sourceIDs[number] = id
	}
	w.uint(uint64(id))
	if known {
		return
	}
	s := &w.sources[number]
	s.used = w.writers
	w.text(s.id)
	switch {
	case s.made != nil:
		w.byte(sourceDynamic)
		w.putDynamic(s)
	case s.host != nil:
		w.byte(sourceHost)
		s.host.Archive(&Archive{w: w})
	default:
		w.byte(sourceNamed)
	}
}

// source reads which source is meant; -1 for none, and after an error.
func (r *Reader) source() int {
	number := r.uint()
	if number == 0 || number > uint64(len(r.sourceIDs))+1 || r.err != nil {
		if number != 0 {
			r.fail("source %d of %d", number, len(r.sourceIDs))
		}
		return -1
	}
	if number == uint64(len(r.sourceIDs))+1 {
		n := r.newSource(string(r.bytes()))
		if r.err != nil {
			return -1
		}
		r.sourceIDs = append(r.sourceIDs, n)
	}
	return r.sourceIDs[number-1]
}

// newSource reads a source that is met for the first time.
func (r *Reader) newSource(id string) (number int) {
	switch kind := r.byte(); {
	case r.err != nil:
	case kind == sourceNamed:
		return r.namedSource(id)
	case kind == sourceDynamic:
		return r.getDynamic(id)
	case kind == sourceHost:
		return r.getHostSource(id)
	default:
		r.fail("%s is of no kind", id)
	}
	return 0
}

func (r *Reader) namedSource(id string) (number int) {
	number, known := r.byID[id]
	if known {
		return number
	}
	if r.resolve == nil {
		r.err = fmt.Errorf("the heap holds functions of %s, which is not loaded here", id)
		return 0
	}
	c, err := r.resolve(id)
	if err == nil {
		number, err = r.addCode(source{id: id}, c)
	}
	r.err = err
	return number
}
