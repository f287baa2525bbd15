package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// attached is what the package keeps of a runtime. An instruction knows nothing
// but goja's machine; attached is found from there because it is also the
// runtime's FieldNameMapper, which a runtime without Go structs in its heap has
// no other use for.
type attached struct {
	throws *Throws
	stacks *Stacks
	tails  *tails
}

// unattached is what a runtime has that nothing was attached to.
var unattached attached

// attachTo returns what is attached to rt, which from then on can be changed.
func attachTo(rt *goja.Runtime) *attached {
	if mapper := *at[slot](unsafe.Pointer(rt), throwLayout.mapper); mapper.table == attachedTable {
		return (*attached)(mapper.data)
	}
	a := &attached{tails: &tails{}}
	rt.SetFieldNameMapper(a)
	return a
}

// attachedTo returns what is attached to the runtime of vm; it must not be
// changed.
func attachedTo(vm unsafe.Pointer) *attached {
	rt := *at[unsafe.Pointer](vm, offsets.vmRuntime)
	if mapper := *at[slot](rt, throwLayout.mapper); mapper.table == attachedTable {
		return (*attached)(mapper.data)
	}
	return &unattached
}

// FieldName implements goja.FieldNameMapper.
func (*attached) FieldName(_ reflect.Type, f reflect.StructField) string { return f.Name }

// MethodName implements goja.FieldNameMapper.
func (*attached) MethodName(_ reflect.Type, m reflect.Method) string { return m.Name }

// attachedTable is by which an attached is known among mappers.
var attachedTable = func() unsafe.Pointer {
	var m goja.FieldNameMapper = (*attached)(nil)
	return (*slot)(unsafe.Pointer(&m)).table
}()
