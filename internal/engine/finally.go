package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// goja lets a catch block catch what its own finally block throws, when the try
// block ended normally:
//
//	try { } catch (e) { /* runs with the error of finally */ } finally { throw e }
//
// The instruction that enters the finally block forgets to close the catch
// block. finallyEntry stands in its place and does so.
type finallyEntry struct{ original instruction }

func (f *finallyEntry) exec(vm unsafe.Pointer) {
	stack := *at[[]struct{}](vm, offsets.vmTryStack) // of frames, whose type is goja's
	if n := len(stack); n > 0 {
		top := unsafe.Add(unsafe.Pointer(unsafe.SliceData(stack)), uintptr(n-1)*offsets.tryFrameSize)
		*at[int32](top, offsets.tryFrameCatchPos) = -1
	}
	f.original.exec(vm)
}

// findInstruction returns the interface table of an instruction type, by which
// it is found in programs. The code of source must have one.
func findInstruction(source, typeName string) (unsafe.Pointer, error) {
	_, table, err := findInstructionType(source, typeName)
	return table, err
}

// findInstructionType is findInstruction, and returns the type, too: what it
// points to, when it is a pointer.
func findInstructionType(source, typeName string) (found reflect.Type, table unsafe.Pointer, err error) {
	p, err := goja.Compile("", source, false)
	if err != nil {
		return nil, nil, err
	}
	walk(p, func(p *goja.Program) {
		instructions := reflect.ValueOf(p).Elem().FieldByName("code")
		for i, s := range code(p) {
			if t := instructions.Index(i).Elem().Type(); t.String() == typeName {
				found, table = t, s.table
			}
		}
	})
	if table == nil {
		return nil, nil, &LayoutError{Field: typeName, Reason: "instruction is missing"}
	}
	if found.Kind() == reflect.Pointer {
		found = found.Elem()
	}
	return found, table, nil
}

// closeCatches repairs the finally blocks of p.
func closeCatches(p *goja.Program) {
	slots := code(p)
	for i := range slots {
		if slots[i].table == offsets.enterFinally {
			var repaired instruction = &finallyEntry{*(*instruction)(unsafe.Pointer(&slots[i]))}
			slots[i] = *(*slot)(unsafe.Pointer(&repaired))
		}
	}
}
