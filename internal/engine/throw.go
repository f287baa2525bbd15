package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// Throws remembers the last throw statement that a runtime ran, since goja
// keeps only where an error was made.
type Throws struct {
	caller *Caller
	value  goja.Value
	place  Place
}

// WatchThrows makes rt remember throw statements. Programs are those of Compile
// and CompileScript; places are found as by NewCaller.
func WatchThrows(rt *goja.Runtime, caller *Caller) *Throws {
	t := &Throws{caller: caller}
	attachTo(rt).throws = t
	return t
}

// Of returns where value was thrown last; the zero Place when that is not
// known.
func (t *Throws) Of(value goja.Value) Place {
	if t.value == nil || value == nil || !t.value.SameAs(value) {
		return Place{}
	}
	return t.place
}

// Last returns what was thrown last, nil for nothing, and where.
func (t *Throws) Last() (value goja.Value, at Place) { return t.value, t.place }

// SetLast makes the runtime remember a throw of another one.
func (t *Throws) SetLast(value goja.Value, at Place) { t.value, t.place = value, at }

// thrower stands in the place of the throw instruction.
type thrower struct{ original instruction }

func (t *thrower) exec(vm unsafe.Pointer) {
	value := (*at[[]goja.Value](vm, stackLayout.vmStack))[*at[int](vm, stackLayout.vmSP)-1]
	if throws := attachedTo(vm).throws; throws != nil {
		throws.value, throws.place = value, throws.caller.Place()
	}
	if o, ok := value.(*goja.Object); ok && isLazy(o) {
		// goja takes the frames of what it throws from the error, when it
		// knows the error for one of its own.
		selfOf(o).table = methods.plainTable
		defer restoreLazy(o)
	}
	t.original.exec(vm)
}

// noteThrows replaces the throw instructions of p.
func noteThrows(p *goja.Program) {
	slots := code(p)
	for i := range slots {
		if slots[i].table == throwLayout.throw {
			var noted instruction = &thrower{*(*instruction)(unsafe.Pointer(&slots[i]))}
			slots[i] = *(*slot)(unsafe.Pointer(&noted))
		}
	}
}

// throwLayout is where goja keeps a runtime's mapper, and the interface table of
// the throw instruction.
var throwLayout struct {
	mapper uintptr
	throw  unsafe.Pointer
}

func resolveThrows() error {
	l, o := &layoutReader{}, &throwLayout
	o.mapper = l.Offset(reflect.TypeFor[goja.Runtime](), "fieldNameMapper", "goja.FieldNameMapper")
	if l.Err == nil {
		o.throw, l.Err = findInstruction("throw 1", "goja._throw")
	}
	return l.Err
}
