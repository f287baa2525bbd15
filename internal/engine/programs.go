package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// Programs returns p and the programs inside it, in an order that is the same
// for each compilation of a text.
func Programs(p *goja.Program) []*goja.Program {
	mustKnowLayout()
	var found []*goja.Program
	walk(p, func(inner *goja.Program) { found = append(found, inner) })
	return found
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
