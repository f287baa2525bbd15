package heap

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// The array of a template's texts is made anew by each run of the template, and
// goja takes arrays for the same that have the same place: where the instruction
// keeps the texts. Places are numbered as they are met. In the end it is said which
// of them are in programs of the heap. The others are only equal to themselves:
// nothing else is left of their code.

// templatePlaces are the places that a Writer met.
type templatePlaces struct {
	numbers map[unsafe.Pointer]uint32
	all     []unsafe.Pointer
}

// template writes the array of a template's texts.
func (r *Realm) template(t reflect.Type) *coder {
	array, ok := t.FieldByName("arrayObject")
	place, ok2 := t.FieldByName("idPtr")
	if !ok || !ok2 || array.Type.Kind() != reflect.Pointer {
		return r.unknown(t)
	}
	of := array.Type.Elem()
	return &coder{func(w *Writer, p unsafe.Pointer) {
		w.uint(uint64(w.placeNumber(*layout.At[unsafe.Pointer](p, place.Offset))))
		inner := *layout.At[unsafe.Pointer](p, array.Offset)
		w.owner, w.ownerSize = inner, of.Size()
		w.coderOf(of).put(w, inner)
	}, func(r *Reader, p unsafe.Pointer) {
		r.usePlace(layout.At[unsafe.Pointer](p, place.Offset))
		inner := allocate(of)
		*layout.At[unsafe.Pointer](p, array.Offset) = inner
		r.owner, r.ownerOf = inner, r.objectCodec(of.String())
		r.coderOf(of).get(r, inner)
	}}
}

func (w *Writer) placeNumber(place unsafe.Pointer) uint32 {
	t := &w.templates
	n, known := t.numbers[place]
	if !known {
		if t.numbers == nil {
			t.numbers = map[unsafe.Pointer]uint32{}
		}
		n = uint32(len(t.all))
		t.numbers[place] = n
		t.all = append(t.all, place)
	}
	return n
}

// readPlace is a place that a Reader met, and who has it.
type readPlace struct {
	place unsafe.Pointer
	users []*unsafe.Pointer
}

func (r *Reader) usePlace(user *unsafe.Pointer) {
	n, fresh := r.defined(len(r.templates))
	if fresh {
		r.templates = append(r.templates, readPlace{place: unsafe.Pointer(new([]goja.Value))})
	}
	if r.err == nil {
		t := &r.templates[n]
		*user = t.place
		t.users = append(t.users, user)
	}
}

// templateName is a place by the program that it is in, and its number there.
type templateName struct {
	programName
	place  int
	length int // of the program's code
}

// templateNamed returns which place of a template p is.
func (r *Realm) templateNamed(p unsafe.Pointer) (name templateName, known bool) {
	if name, known = r.places[p]; known {
		return name, true
	}
	for i := range r.sources {
		if s := &r.sources[i]; !s.scanned && s.Loaded() {
			s.scanned = true
			for number, p := range s.Programs() {
				r.addPlaces(p, programName{i, number})
			}
		}
	}
	name, known = r.places[p]
	return name, known
}

// addPlaces names the places in a program.
func (r *Realm) addPlaces(p *goja.Program, name programName) {
	engine.EachTemplate(p, func(place unsafe.Pointer, number int) {
		r.places[place] = templateName{name, number, engine.CodeLength(p)}
	})
}

// writePlaces says which of the places are in programs.
func (w *Writer) writePlaces() {
	for n, place := range w.templates.all {
		name, known := w.templateNamed(place)
		if _, used := w.sourceIDs[name.source]; !known || !used {
			continue
		}
		w.begin(partPlace)
		w.uint(uint64(n))
		w.putProgram(name.programName, name.length)
		w.uint(uint64(name.place))
	}
}

// place reads where one of the places is.
func (r *Reader) place() {
	n := r.uint()
	name, p := r.getProgram()
	number := int(r.uint() & (1<<31 - 1))
	if p == nil || r.err != nil || n >= uint64(len(r.templates)) {
		r.fail("a template is of no source")
		return
	}
	var place unsafe.Pointer
	if place, r.err = r.sources[name.source].Template(name.number, number); r.err != nil {
		return
	}
	r.places[place] = templateName{name, number, engine.CodeLength(p)}
	for _, user := range r.templates[n].users {
		*user = place
	}
}
