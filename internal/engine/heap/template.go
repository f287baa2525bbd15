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
// those of code that the program made and of which nothing else is left.

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

// writePlaces says which of the places are in programs.
func (w *Writer) writePlaces() {
	for n, place := range w.templates.all {
		name, known := w.places[place]
		if !known {
			continue
		}
		if _, used := w.sourceIDs[name.source]; !used && w.sources[name.source].made != nil {
			continue
		}
		w.begin(partPlace)
		w.uint(uint64(n))
		w.source(name.source)
		w.uint(uint64(name.number))
	}
}

func (r *Reader) place() {
	n, s, number := r.uint(), r.source(), r.uint()
	if s == nil || n >= uint64(len(r.templates)) || number >= uint64(len(s.arrays)) {
		r.fail("a template is of no source")
		return
	}
	for _, user := range r.templates[n].users {
		*user = s.arrays[number]
	}
}

// addPlaces keeps where an instruction has a template's texts.
func (r *Realm) addPlaces(s *source, number int, v reflect.Value) {
	for i := range v.NumField() {
		place := unsafe.Pointer(v.Field(i).UnsafeAddr())
		r.places[place] = templateName{number, len(s.arrays)}
		s.arrays = append(s.arrays, place)
	}
}

// isTemplate says that an instruction is a template.
func isTemplate(t reflect.Type) bool { return t.String() == "*goja.getTaggedTmplObject" }

// samePlaces makes places of a program those of another one of the same code.
func (r *Realm) samePlaces(p, as *goja.Program) {
	var places []unsafe.Pointer
	visit := func(do func(place unsafe.Pointer)) func(reflect.Type, unsafe.Pointer) {
		return func(t reflect.Type, data unsafe.Pointer) {
			if isTemplate(t) {
				v := reflect.NewAt(t.Elem(), data).Elem()
				for i := range v.NumField() {
					do(unsafe.Pointer(v.Field(i).UnsafeAddr()))
				}
			}
		}
	}
	engine.Instructions(as, visit(func(place unsafe.Pointer) { places = append(places, place) }))
	engine.Instructions(p, visit(func(place unsafe.Pointer) {
		if len(places) > 0 {
			r.places[place] = r.places[places[0]]
			places = places[1:]
		}
	}))
}
