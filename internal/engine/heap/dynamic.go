package heap

import (
	"bytes"
	"fmt"
	"maps"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine"
)

// A program that makes code while it runs has functions of sources that nobody
// gave a name. These are written with their text, and compiled again where they
// are read. Here it is known from the first time which function of the text one is.

// dynamicProgram returns which program of which source p is, when the program
// made it while it ran.
func (w *Writer) dynamicProgram(p *goja.Program) (name programName, known bool) {
	stacks := engine.StacksOf(w.rt)
	if stacks == nil {
		return name, false
	}
	d := stacks.DynamicOf(p)
	if d == nil {
		return name, false
	}
	number, known := w.byID[dynamicID(d)]
	if !known {
		number = w.addDynamic(stacks, d, p)
	}
	for _, inner := range engine.Programs(p) {
		if n, ok := d.NumberOf(inner); ok {
			w.programs[inner] = programName{number, n}
			w.addPlaces(inner, w.programs[inner])
		}
	}
	name, known = w.programs[p]
	return name, known
}

func (w *Writer) addDynamic(stacks *engine.Stacks, d *engine.Dynamic, p *goja.Program) (number int) {
	text := d.Text
	if d.Lowered != nil {
		text = d.Lowered.Text
	}
	s := source{id: dynamicID(d), made: d, forgettable: true, Source: engine.NewLazySource(w.rt, dynamicID(d), text, func() (*engine.Module, error) { return stacks.Recompile(d) })}
	if own := engine.SourceFile(p).Source(); own == text {
		s.copies = append(s.copies, own)
	}
	number, err := w.addSource(s)
	if err != nil {
		w.fail("%w", err)
	}
	return number
}

// forgetAfter is how many writers must have had nothing of a source before it is
// forgotten.
const forgetAfter = 4

// forget drops the sources that the program or the host compiled while the program
// ran, and of which no writer had anything for some time: what is known of them
// keeps them from being collected. If one is met after all, it is found anew.
func (r *Realm) forget() {
	r.writers++
	gone := map[int]bool{}
	for i := range r.sources {
		s := &r.sources[i]
		if s.forgettable && r.writers-s.used > forgetAfter {
			gone[i] = true
			delete(r.byID, s.id)
			if s.Loaded() {
				delete(r.byFile, s.File())
			}
			*s = source{id: s.id, made: s.made, host: s.host, used: s.used, Source: engine.NewLazySource(r.rt, s.id, "", nil)}
		}
	}
	if len(gone) > 0 {
		maps.DeleteFunc(r.programs, func(_ *goja.Program, n programName) bool { return gone[n.source] })
		maps.DeleteFunc(r.places, func(_ unsafe.Pointer, n templateName) bool { return gone[n.source] })
	}
}

// sameSource gives p, and the programs inside, the names of those of another
// program of the same code.
func (w *Writer) sameSource(p, as *goja.Program) {
	ours, theirs := engine.Programs(p), engine.Programs(as)
	for i := range min(len(ours), len(theirs)) {
		if name, known := w.nameOf(theirs[i]); known {
			w.programs[ours[i]] = name
			w.addPlaces(ours[i], name)
		}
	}
}

// dynamicID names a source that a program made. No other source may have such a
// name.
func dynamicID(d *engine.Dynamic) string { return fmt.Sprintf("made by the program, %d", d.Number) }

// putDynamic writes what compiling a source again takes.
func (w *Writer) putDynamic(s *source) {
	d := s.made
	w.byte(byte(d.Kind))
	w.name(d.Text)
	w.name(d.Name)
	w.uint(uint64(d.Number))
	w.bool(d.Strict)
	w.bool(d.Global)
	w.text(string(d.Functions))
	w.uint(uint64(len(d.Private)))
	for _, p := range d.Private {
		w.name(string(p.Name))
		w.pointer(p.ID, w.structCodec("goja.privateId"))
	}
	w.bool(d.Lowered != nil)
	if d.Lowered != nil {
		w.name(d.Lowered.Text)
		w.uint(uint64(len(d.Lowered.Marks)))
		for _, m := range d.Lowered.Marks {
			w.uint(uint64(m.Made))
			w.uint(uint64(m.Source))
		}
	}
}

// getDynamic reads a source.
func (r *Reader) getDynamic(id string) (number int) {
	d := &engine.Dynamic{Kind: engine.DynamicKind(r.byte())}
	d.Text, d.Name, d.Number = r.name(), r.name(), int(r.uint()&(1<<31-1))
	d.Strict, d.Global, d.Functions = r.byte() != 0, r.byte() != 0, bytes.Clone(r.bytes())
	for range r.count() {
		d.Private = append(d.Private, engine.PrivateName{Name: unistring.String(r.name()), ID: r.pointer(r.structCodec("goja.privateId"))})
	}
	text := d.Text
	if d.Lowered = r.lowered(len(d.Text)); d.Lowered != nil {
		text = d.Lowered.Text
	}
	stacks := engine.StacksOf(r.rt)
	if r.err != nil {
		return 0
	}
	if stacks == nil {
		r.fail("code that a program made, in a runtime that cannot compile it")
		return 0
	}
	number, r.err = r.addCode(source{id: id, made: d}, Code{text, stacks.Adopt(d)})
	return number
}

// lowered reads what a text of so many bytes was lowered to; nil when it was not.
func (r *Reader) lowered(length int) *engine.Lowered {
	if r.byte() == 0 {
		return nil
	}
	l := &engine.Lowered{Text: r.name()}
	l.Marks = make([]engine.Mark, r.count())
	last := 0
	for i := range l.Marks {
		m := engine.Mark{Made: int(r.uint()), Source: int(r.uint())}
		if m.Made < last || m.Made > len(l.Text) || m.Source < 0 || m.Source > length {
			r.fail("a place of lowered code is outside of its text")
			return nil
		}
		l.Marks[i], last = m, m.Made
	}
	return l
}
