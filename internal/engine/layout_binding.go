package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// resolveBindings looks up what bindings need to know of goja's layout.
func resolveBindings(field func(owner reflect.Type, name, wantType string) (uintptr, reflect.Type)) error {
	o := &offsets
	o.programFuncName, _ = field(reflect.TypeFor[goja.Program](), "funcName", "unistring.String")
	o.objectSelf, _ = field(reflect.TypeFor[goja.Object](), "self", "goja.objectImpl")
	_, pointer := field(reflect.TypeFor[goja.Runtime](), "vm", "*goja.vm")
	if pointer == nil {
		return nil // field has the error
	}
	vm := pointer.Elem()
	o.vmPC, _ = field(vm, "pc", "int")
	o.vmSP, _ = field(vm, "sp", "int")
	o.vmStack, _ = field(vm, "stack", "goja.valueStack")
	_, stash := field(vm, "stash", "*goja.stash")
	var refs reflect.Type
	o.vmRefStack, refs = field(vm, "refStack", "[]goja.ref")
	if stash == nil || refs == nil {
		return nil
	}
	o.stashValues, _ = field(stash.Elem(), "values", "[]goja.Value")
	o.stashOuter, _ = field(stash.Elem(), "outer", "*goja.stash")
	if !sameMethods(refs.Elem(), reflect.TypeFor[reference]()) {
		return &LayoutError{Field: "ref", Reason: "has other methods"}
	}
	return findLoads()
}

// sameMethods says that two interfaces have the same methods.
func sameMethods(a, b reflect.Type) bool {
	if a.NumMethod() != b.NumMethod() {
		return false
	}
	for i := range a.NumMethod() {
		if x, y := a.Method(i), b.Method(i); x.Name != y.Name || x.Type != y.Type {
			return false
		}
	}
	return true
}

// findLoads finds the instructions that bindings replace, and those that read
// the variables they stand for.
func findLoads() (err error) {
	o := &offsets
	const closures = "(() => { var v; let l; return () => v + l })"
	for _, i := range []struct {
		table        *unsafe.Pointer
		source, name string
	}{
		{&o.loadDynamic, "x", "goja.loadDynamic"},
		{&o.loadDynamicRef, "typeof x", "goja.loadDynamicRef"},
		{&o.loadDynamicCallee, "x()", "goja.loadDynamicCallee"},
		{&o.resolveStrict, "'use strict'; x = 1", "goja.resolveVar1Strict"},
		{&o.getProp, "x.y", "goja.getProp"},
		{&o.getPropCallee, "x.y()", "goja.getPropCallee"},
		{&o.loadStash, closures, "goja.loadStash"},
		{&o.loadStashLex, closures, "goja.loadStashLex"},
	} {
		if *i.table, err = findInstruction(i.source, i.name); err != nil {
			return err
		}
	}
	return nil
}
