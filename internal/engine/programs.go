package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Programs returns p and the programs inside it, from the outside in: those
// directly inside a program stand together, in the order of its code. The order is
// the same for each compilation of a text, and that of the programs of an image.
func Programs(p *goja.Program) []*goja.Program {
	mustKnowLayout()
	return programsIn(p)
}

func programsIn(p *goja.Program) []*goja.Program {
	index := nestedIndexes.Get().(nestedIndex)
	defer nestedIndexes.Put(index)
	found, seen := []*goja.Program{p}, map[*goja.Program]bool{p: true}
	for i := 0; i < len(found); i++ {
		index.inside(found[i], func(inner **goja.Program) {
			if !seen[*inner] {
				seen[*inner] = true
				found = append(found, *inner)
			}
		})
	}
	return found
}

// SourceFile returns the file that the positions of a program are in. All programs
// of a compilation have the same, and no others. It is nil for a stub (see Source).
func SourceFile(p *goja.Program) *file.File {
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
