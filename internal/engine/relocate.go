package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// relocation makes a program that was compiled from an edited text speak of
// the source: its positions, and the texts that its functions show.
type relocation struct {
	unit     *Unit
	compiled string
	mapping  *mapping
	file     *file.File
	index    textIndex
}

// movePositions makes p's positions point into the source.
func (r *relocation) movePositions(p *goja.Program) {
	*at[*file.File](unsafe.Pointer(p), offsets.programSrc) = r.file
	items := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap)
	for i := range items {
		items[i].srcPos = min(r.mapping.source(items[i].srcPos), len(r.file.Source()))
	}
}

// moveTexts gives the functions that p makes the text that they had before the
// edits, and the one that an edit called u.Default its true name.
func (r *relocation) moveTexts(p *goja.Program) {
	for i, s := range code(p) {
		place := r.index.placeOf(p, i, s)
		if place.text == 0 {
			continue
		}
		source := at[string](s.data, place.text)
		if begin, ok := Within(r.compiled, *source); ok {
			from, to := r.mapping.text(begin), r.mapping.text(begin+len(*source))
			if from <= to {
				*source = r.unit.Text[from:to]
			}
		}
		if name := at[string](s.data, place.name); r.unit.Default != "" && *name == r.unit.Default {
			*name = "default"
			for _, inner := range place.programs {
				if made := *at[*goja.Program](s.data, inner); made != nil {
					*at[string](unsafe.Pointer(made), offsets.programFuncName) = "default"
				}
			}
		}
	}
}

// Within returns where part begins in whole, when it is a slice of it.
func Within(whole, part string) (int, bool) {
	if part == "" {
		return 0, false
	}
	from := uintptr(unsafe.Pointer(unsafe.StringData(whole)))
	begin := uintptr(unsafe.Pointer(unsafe.StringData(part)))
	if begin < from || begin+uintptr(len(part)) > from+uintptr(len(whole)) {
		return 0, false
	}
	return int(begin - from), true
}

// textPlace is where an instruction that makes a function keeps the function's
// text, name and programs; text is 0 for other instructions.
type textPlace struct {
	text, name uintptr
	programs   []uintptr
}

// textIndex has the places by the instruction's interface table.
type textIndex map[unsafe.Pointer]textPlace

func (index textIndex) placeOf(p *goja.Program, i int, s slot) textPlace {
	place, known := index[s.table]
	if !known && s.table != nil {
		t := reflect.ValueOf(p).Elem().FieldByName("code").Index(i).Elem().Type()
		if t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct {
			text, hasText := promoted(t.Elem(), "source", reflect.String)
			name, hasName := promoted(t.Elem(), "name", reflect.String)
			if hasText && hasName {
				place = textPlace{text, name, programFields(t.Elem(), 0, nil)}
			}
		}
		index[s.table] = place
	}
	return place
}

// promoted returns the offset of a field of t or of what t embeds.
func promoted(t reflect.Type, name string, kind reflect.Kind) (offset uintptr, ok bool) {
	f, ok := t.FieldByName(name)
	if !ok || f.Type.Kind() != kind {
		return 0, false
	}
	for _, i := range f.Index {
		offset += t.Field(i).Offset
		t = t.Field(i).Type
	}
	return offset, true
}
