package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// A typed array, and so a Buffer, has no properties whose names are numbers but its
// elements, and goja asks of each name whether it is the text of a number by making
// it one: buffer.length took four times as long as array.length. The substitutes below
// are for properties of a name that cannot be a number, and spare typed arrays the
// question.
type (
	propertyReader        struct{ name unistring.String }
	calleeReader          struct{ name unistring.String }
	propertyWriter        struct{ name unistring.String }
	propertyDropper       struct{ name unistring.String } // writes, and leaves no value
	strictPropertyWriter  struct{ name unistring.String }
	strictPropertyDropper struct{ name unistring.String }
)

// typedLayout are the tables by which goja's values are known.
var typedLayout struct {
	object unsafe.Pointer // of a value that is an object
	array  unsafe.Pointer // of what a typed array does
}

// readTyped finds typed arrays.
func (l *layoutReader) readTyped(rt *goja.Runtime) {
	array, err := rt.New(rt.GlobalObject().Get("Uint8Array"))
	if l.Err != nil || err != nil {
		return
	}
	var value goja.Value = array
	o := &typedLayout
	o.object = (*slot)(unsafe.Pointer(&value)).table
	o.array = selfOf(array).table
	if l.Offset(l.selfType(array, "*goja.typedArrayObject"), "baseObject", "goja.baseObject") != 0 {
		l.Fail("typedArrayObject.baseObject", "is not the first field")
	}
}

// maybeNumber says that a name can be the text of a number, which begins with a digit or
// is that of a negative number, of Infinity or of NaN.
func maybeNumber(name unistring.String) bool {
	return name == "" || name[0] >= '0' && name[0] <= '9' || name[0] == '-' || name[0] == 'I' || name[0] == 'N'
}

// read returns the property of an object; nil when it has none.
func read(o slot, name unistring.String) goja.Value {
	receiver := *(*goja.Value)(unsafe.Pointer(&o))
	object := (*goja.Object)(o.data)
	if self := selfOf(object); self.table == typedLayout.array {
		return getProperty(self.data, name, receiver)
	}
	get, self := bound[func(unsafe.Pointer, unistring.String, goja.Value) goja.Value](object, methods.getStr)
	return get(self, name, receiver)
}

func (r *propertyReader) exec(vm unsafe.Pointer) {
	top := (*at[[]slot](vm, stackLayout.vmStack))[*at[int](vm, stackLayout.vmSP)-1]
	if top.table != typedLayout.object {
		run(vm, substituted.getProp, unsafe.Pointer(r))
		return
	}
	value := read(top, r.name)
	if value == nil {
		value = goja.Undefined()
	}
	// The stack may have moved.
	(*at[[]goja.Value](vm, stackLayout.vmStack))[*at[int](vm, stackLayout.vmSP)-1] = value
	*at[int](vm, stackLayout.vmPC)++
}

func (r *calleeReader) exec(vm unsafe.Pointer) {
	sp := *at[int](vm, stackLayout.vmSP)
	stack := *at[[]slot](vm, stackLayout.vmStack)
	top := stack[sp-1]
	if top.table != typedLayout.object || selfOf((*goja.Object)(top.data)).table != typedLayout.array {
		run(vm, substituted.getPropCallee, unsafe.Pointer(r))
		return
	}
	value := read(top, r.name)
	stack = *at[[]slot](vm, stackLayout.vmStack) // it may have moved
	if value == nil || sp >= len(stack) {
		// goja has a value for a method that is missing, and makes room.
		run(vm, substituted.getPropCallee, unsafe.Pointer(r))
		return
	}
	stack[sp] = *(*slot)(unsafe.Pointer(&value))
	*at[int](vm, stackLayout.vmSP)++
	*at[int](vm, stackLayout.vmPC)++
}

// write does what an assignment does that leaves its value, or nothing, in the place of
// both operands.
func write(vm, table, data unsafe.Pointer, name unistring.String, strict bool, left int) {
	sp := *at[int](vm, stackLayout.vmSP)
	operands := (*at[[]slot](vm, stackLayout.vmStack))[sp-2 : sp]
	target := operands[0]
	if target.table != typedLayout.object || selfOf((*goja.Object)(target.data)).table != typedLayout.array {
		run(vm, table, data)
		return
	}
	value := *(*goja.Value)(unsafe.Pointer(&operands[1]))
	setProperty(selfOf((*goja.Object)(target.data)).data, name, value, strict)
	(*at[[]goja.Value](vm, stackLayout.vmStack))[sp-2] = value
	*at[int](vm, stackLayout.vmSP) = sp - 2 + left
	*at[int](vm, stackLayout.vmPC)++
}

func (w *propertyWriter) exec(vm unsafe.Pointer) {
	write(vm, substituted.setProp, unsafe.Pointer(w), w.name, false, 1)
}

func (w *propertyDropper) exec(vm unsafe.Pointer) {
	write(vm, substituted.setPropP, unsafe.Pointer(w), w.name, false, 0)
}

func (w *strictPropertyWriter) exec(vm unsafe.Pointer) {
	write(vm, substituted.setPropStrict, unsafe.Pointer(w), w.name, true, 1)
}

func (w *strictPropertyDropper) exec(vm unsafe.Pointer) {
	write(vm, substituted.setPropStrictP, unsafe.Pointer(w), w.name, true, 0)
}
