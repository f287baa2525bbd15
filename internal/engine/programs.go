package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Programs returns p and the programs inside it, in an order that is the same
// for each compilation of a text.
func Programs(p *goja.Program) []*goja.Program {
	mustKnowLayout()
	var found []*goja.Program
	walk(p, func(inner *goja.Program) { found = append(found, inner) })
	return found
}

// SourceFile returns the file that the positions of a program are in. All programs
// of a compilation have the same, and no others.
func SourceFile(p *goja.Program) *file.File {
	mustKnowLayout()
	return *at[*file.File](unsafe.Pointer(p), offsets.programSrc)
}

// Instructions calls visit for each instruction of p, without those of ours that
// stand around others, with its type and where it is kept.
func Instructions(p *goja.Program, visit func(t reflect.Type, data unsafe.Pointer)) {
	for _, s := range code(p) {
		if s = innermost(s); s.table != nil {
			visit(dynamicType(s), s.data)
		}
	}
}
