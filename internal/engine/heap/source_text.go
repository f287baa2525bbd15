package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// How the source text of a function is written.
const (
	textSame   = iota // that of the function that was written before with this program
	textPiece         // a piece of the program's source
	textOf            // a piece of another source
	textItself        // all of it
)

// functionText writes the source text of a function. Most are pieces of the
// source: then they are not copied, neither here nor there.
func (r *Realm) functionText(t reflect.Type) *coder {
	program, ok := t.FieldByName("prg")
	text, ok2 := t.FieldByName("src")
	if !ok || !ok2 || program.Offset > text.Offset {
		return r.unknown(t)
	}
	toProgram := int(program.Offset) - int(text.Offset)
	return &coder{func(w *Writer, p unsafe.Pointer) {
		w.functionText(*(*string)(p), *layout.At[*goja.Program](unsafe.Add(p, toProgram), 0))
	}, func(r *Reader, p unsafe.Pointer) {
		*(*string)(p) = r.functionText(*layout.At[*goja.Program](unsafe.Add(p, toProgram), 0))
	}}
}

func (w *Writer) functionText(text string, p *goja.Program) {
	var before *written
	if id := w.programIDs[p]; id != 0 {
		before = &w.written[id-1]
		if before.text == text {
			w.byte(textSame)
			return
		}
		before.text = text
		if from, ok := w.sources[before.source].piece(text); ok {
			w.byte(textPiece)
			w.uint(uint64(from))
			w.uint(uint64(len(text)))
			return
		}
	}
	if of, from, ok := w.pieceOfAny(text); ok {
		w.byte(textOf)
		w.source(of)
		w.uint(uint64(from))
		w.uint(uint64(len(text)))
		return
	}
	w.byte(textItself)
	w.text(text)
}

// piece returns where a text begins that is a piece of the source's.
func (s *source) piece(text string) (from int, ok bool) {
	if from, ok = s.Piece(text); ok {
		return from, true
	}
	for _, c := range s.copies {
		if from, ok = engine.Within(c, text); ok {
			return from, true
		}
	}
	return 0, false
}

// pieceOfAny looks for the source that a text is a piece of: one that has a name
// before it is met in a heap, or of the host's. It is most often the one that was
// found last.
func (w *Writer) pieceOfAny(text string) (of, from int, ok bool) {
	for i := range w.sources {
		of = (w.lastPiece + i) % len(w.sources)
		if s := &w.sources[of]; s.host != nil || s.made != nil {
			continue
		}
		if from, ok = w.sources[of].piece(text); ok {
			w.lastPiece = of
			return of, from, true
		}
	}
	if w.host == nil {
		return 0, 0, false
	}
	s := w.host.SourceOfText(text)
	if s == nil {
		return 0, 0, false
	}
	if of, ok = w.hostSource(s); ok {
		from, ok = w.sources[of].piece(text)
	}
	return of, from, ok
}

func (r *Reader) functionText(p *goja.Program) (text string) {
	mark := r.byte()
	var before *written
	if n := len(r.written); n > 0 && r.written[r.lastProgram].program == p {
		before = &r.written[r.lastProgram]
	}
	switch {
	case mark == textSame && before != nil:
		return before.text
	case mark == textPiece && before != nil:
		text = r.piece(before.source)
	case mark == textOf:
		text = r.piece(r.source())
	case mark == textItself:
		text = string(r.bytes())
	default:
		r.fail("a function has a text of no kind")
	}
	if before != nil {
		before.text = text
	}
	return text
}

// piece reads a piece of a source's text.
func (r *Reader) piece(of int) string {
	from, length := r.uint(), r.uint()
	if of < 0 || r.err != nil {
		r.fail("a function has a text of no source")
		return ""
	}
	whole := r.sources[of].Text
	if from > uint64(len(whole)) || length > uint64(len(whole))-from {
		r.fail("%s has no text at %d", r.sources[of].id, from)
		return ""
	}
	return whole[from : from+length]
}
