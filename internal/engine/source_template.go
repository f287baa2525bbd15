package engine

import (
	"reflect"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
)

// The arrays that goja makes for a tagged template are the same one for a program
// when they came from one instruction: they know the place of its texts. Such a
// place has a number within its program, two for each template.

// templateKey is a place by its program's number and its own, without the half.
type templateKey struct{ program, template int }

// templateOpcode is that of goja's instruction for tagged templates, or nil.
var templateOpcode = sync.OnceValue(func() *opcode {
	o := opcodeNamed("*goja.getTaggedTmplObject")
	if o == nil || len(o.parts) != 2 || o.parts[0].kind != partValues || o.parts[1].kind != partValues {
		return nil
	}
	return o
})

// eachTemplate calls visit for the instructions of p that make arrays for tagged
// templates.
func eachTemplate(p *goja.Program, visit func(s *slot)) {
	o, slots := templateOpcode(), code(p)
	for i := range slots {
		if o != nil && slots[i].table == o.table { // no program begins with one
			visit(&slots[i])
		}
	}
}

// EachTemplate calls visit for the places of templates in p.
func EachTemplate(p *goja.Program, visit func(place unsafe.Pointer, number int)) {
	n := 0
	eachTemplate(p, func(s *slot) {
		for _, part := range templateOpcode().parts {
			visit(unsafe.Add(s.data, part.offset), n)
			n++
		}
	})
}

// Template returns a place of a template, by its number in a program. The place
// is the same before and after the source is compiled.
func (s *Source) Template(program, number int) (place unsafe.Pointer, err error) {
	o := templateOpcode()
	if o == nil || program < 0 || number < 0 {
		return nil, &SourceError{s.Name, errNoTemplate}
	}
	key := templateKey{program, number / len(o.parts)}
	data := s.templates[key]
	if s.module != nil {
		data = nil
		if programs := s.Programs(); program < len(programs) {
			if in := templateIn(programs[program], key.template); in != nil {
				data = in.data
			}
		}
	} else if data == nil && s.stubs.at(program) != nil {
		data = allocate(o.of)
		s.templates[key], s.places = data, append(s.places, key)
	}
	if data == nil {
		return nil, &SourceError{s.Name, errNoTemplate}
	}
	return unsafe.Add(data, o.parts[number%len(o.parts)].offset), nil
}

// templateIn returns the n-th instruction of p that makes arrays of templates, or
// nil.
func templateIn(p *goja.Program, n int) (found *slot) {
	eachTemplate(p, func(s *slot) {
		if n == 0 {
			found = s
		}
		n--
	})
	return found
}

// placeTemplates moves the operands of instructions to the places that arrays
// know already. It changes nothing when it fails.
func (s *Source) placeTemplates(program func(number int) *goja.Program) error {
	found := make([]*slot, len(s.places))
	for i, key := range s.places {
		if found[i] = templateIn(program(key.program), key.template); found[i] == nil {
			return errNoTemplate
		}
	}
	for i, key := range s.places {
		of, to := templateOpcode().of, s.templates[key]
		reflect.NewAt(of, to).Elem().Set(reflect.NewAt(of, found[i].data).Elem())
		found[i].data = to
	}
	return nil
}
