package engine

import (
	"reflect"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
)

// variable is a slot in a chain of scopes, as an instruction names it.
type variable struct {
	level   int
	index   uint32
	lexical bool
}

// variableOf returns the scope and the slot of the variable that getter, an
// arrow function "() => name", reads.
func variableOf(getter *goja.Object) (scope unsafe.Pointer, v variable, ok bool) {
	layout, self := arrowLayout(), at[slot](unsafe.Pointer(getter), offsets.objectSelf)
	if layout.table == nil || self.table != layout.table {
		return nil, v, false
	}
	program := *at[*goja.Program](self.data, layout.program)
	scope = *at[unsafe.Pointer](self.data, layout.stash)
	complete(program)
	slots := code(program)
	const body = 1 // the first instruction enters the function
	if len(slots) < body+2 {
		return nil, v, false
	}
	switch load := slots[body]; load.table {
	case offsets.loadStash:
		v = decodeVariable(load, false)
	case offsets.loadStashLex:
		v = decodeVariable(load, true)
	default:
		return nil, v, false
	}
	for ; v.level > 0 && scope != nil; v.level-- {
		scope = *at[unsafe.Pointer](scope, offsets.stashOuter)
	}
	return scope, v, scope != nil && int(v.index) < len(*at[[]goja.Value](scope, offsets.stashValues))
}

func decodeVariable(load slot, lexical bool) variable {
	operand := *(*uint32)(load.data)
	return variable{level: int(operand >> 24), index: operand & 0xFFFFFF, lexical: lexical}
}

// functionLayout is where an arrow function keeps what variableOf reads.
type functionLayout struct {
	table          unsafe.Pointer // interface table of arrow functions
	program, stash uintptr
}

// arrowLayout is looked up when the first getter is seen.
var arrowLayout = sync.OnceValue(findArrowLayout)

func findArrowLayout() (l functionLayout) {
	v, err := goja.New().RunString("() => 0")
	if err != nil {
		return l
	}
	o := v.(*goja.Object)
	t := reflect.ValueOf(o).Elem().FieldByName("self").Elem().Type()
	if t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		return l
	}
	var hasProgram, hasStash bool
	l.program, hasProgram = promoted(t.Elem(), "prg", reflect.Pointer)
	l.stash, hasStash = promoted(t.Elem(), "stash", reflect.Pointer)
	if hasProgram && hasStash {
		l.table = at[slot](unsafe.Pointer(o), offsets.objectSelf).table
	}
	return l
}
