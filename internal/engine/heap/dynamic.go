package heap

import (
	"bytes"
	"fmt"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine"
)

// A program that makes code while it runs has functions of sources that nobody
// gave a name. These are written with their text, and compiled again: here, to
// find out which function of the text one is, and where they are read.

// dynamicProgram returns which program of which source p is, when the program
// made it while it ran.
func (w *Writer) dynamicProgram(p *goja.Program) (programName, bool) {
	stacks := engine.StacksOf(w.rt)
	if stacks == nil {
		return programName{}, false
	}
	d := stacks.DynamicOf(p)
	if d == nil {
		return programName{}, false
	}
	number, known := w.byID[dynamicID(d)]
	if !known {
		again, err := stacks.Recompile(d)
		if err != nil {
			w.fail("a function of code that the program made: %w", err)
			return programName{}, false
		}
		s := source{id: dynamicID(d), Source: engine.NewSource(again), made: d}
		if own := engine.SourceFile(p).Source(); own == s.Text {
			s.copies = append(s.copies, own)
		}
		if number, err = w.addSource(s); err != nil {
			w.fail("%w", err)
			return programName{}, false
		}
	}
	n, known := d.NumberOf(p)
	all := w.sources[number].Programs()
	if !known || n >= len(all) || !engine.SameCode(all[n], p) {
		w.fail("a function of code that the program made, which is compiled otherwise than before")
		return programName{}, false
	}
	w.sameSource(p, all[n])
	return w.programs[p], true
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
