package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// LayoutError says that goja's insides are not what this package was written
// for.
type LayoutError = layout.Error

// offsets are the byte offsets of the fields in use, and what else is looked up
// once.
var offsets struct {
	runtimeVM, runtimeJobQueue uintptr
	vmRuntime, vmCallStack     uintptr
	vmTryStack                 uintptr
	tryFrameSize               uintptr
	tryFrameCatchPos           uintptr

	enterFinally            unsafe.Pointer // interface table of the instruction
	programCode, programSrc uintptr
	programSrcMap           uintptr

	// For bindings; see layout_binding.go.
	programFuncName, objectSelf                                    uintptr
	vmPC, vmSP, vmStack, vmRefStack                                uintptr
	stashValues, stashOuter                                        uintptr
	loadDynamic, loadDynamicRef, loadDynamicCallee                 unsafe.Pointer
	getProp, getPropCallee, resolveStrict, loadStash, loadStashLex unsafe.Pointer
}

// layoutErr is what is wrong with goja's layout, or nil.
var layoutErr = resolveAll()

// Check reports whether goja's insides are the ones this package knows.
func Check() error { return layoutErr }

// resolveAll looks up what each part of the package uses.
func resolveAll() error {
	for _, resolve := range []func() error{resolveLayout, resolveTextLayout, resolveRegExpLayout, resolveThrows, resolveSubstitutes, resolveAsyncGenerators, resolveEval, resolveValues} {
		if err := resolve(); err != nil {
			return err
		}
	}
	return nil
}

// resolveLayout looks every field up by name and checks its type.
func resolveLayout() error {
	runtimeType := reflect.TypeFor[goja.Runtime]()
	programType := reflect.TypeFor[goja.Program]()
	var err error
	field := func(owner reflect.Type, name, wantType string) (offset uintptr, fieldType reflect.Type) {
		f, ok := owner.FieldByName(name)
		switch {
		case err != nil:
		case !ok:
			err = &LayoutError{Field: owner.Name() + "." + name, Reason: "field is missing"}
		case f.Type.String() != wantType:
			err = &LayoutError{Field: owner.Name() + "." + name, Reason: "has type " + f.Type.String() + ", not " + wantType}
		}
		return f.Offset, f.Type
	}
	o := &offsets
	var vmPointer, srcMap reflect.Type
	o.runtimeVM, vmPointer = field(runtimeType, "vm", "*goja.vm")
	o.runtimeJobQueue, _ = field(runtimeType, "jobQueue", "[]func()")
	o.programCode, _ = field(programType, "code", "[]goja.instruction")
	o.programSrc, _ = field(programType, "src", "*file.File")
	o.programSrcMap, srcMap = field(programType, "srcMap", "[]goja.srcMapItem")
	if err != nil {
		return err
	}
	o.vmRuntime, _ = field(vmPointer.Elem(), "r", "*goja.Runtime")
	o.vmCallStack, _ = field(vmPointer.Elem(), "callStack", "[]goja.context")
	var tryStack reflect.Type
	o.vmTryStack, tryStack = field(vmPointer.Elem(), "tryStack", "[]goja.tryFrame")
	if err != nil {
		return err
	}
	o.tryFrameSize = tryStack.Elem().Size()
	o.tryFrameCatchPos, _ = field(tryStack.Elem(), "catchPos", "int32")
	pcOffset, _ := field(srcMap.Elem(), "pc", "int")
	posOffset, _ := field(srcMap.Elem(), "srcPos", "int")
	if err == nil && (pcOffset != unsafe.Offsetof(srcMapItem{}.pc) || posOffset != unsafe.Offsetof(srcMapItem{}.srcPos) ||
		srcMap.Elem().Size() != unsafe.Sizeof(srcMapItem{})) {
		err = &LayoutError{Field: "srcMapItem", Reason: "has other fields"}
	}
	if err == nil {
		o.enterFinally, err = findInstruction("try { } finally { }", "goja.enterFinally")
	}
	if err != nil {
		return err
	}
	if bindingErr := resolveBindings(field); err == nil {
		err = bindingErr
	}
	return err
}

// srcMapItem mirrors goja's: from instruction pc on, the source position is
// srcPos.
type srcMapItem struct{ pc, srcPos int }

// at returns a pointer to the field at offset in the struct at base.
func at[T any](base unsafe.Pointer, offset uintptr) *T { return layout.At[T](base, offset) }
