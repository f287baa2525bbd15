package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// What of this package is in a heap, for package heap, which writes structs by
// their fields. Functions of Go are there only as methods of structs: a method and
// its receiver have a name, unlike a closure and what it captured.

// HeapStruct returns the struct of that name that values in a heap point to; nil
// when there is none.
func HeapStruct(name string) reflect.Type {
	for _, t := range heapStructs {
		if t.Name() == name {
			return t
		}
	}
	return nil
}

var heapStructs = [...]reflect.Type{
	reflect.TypeFor[fate](), reflect.TypeFor[settling](), reflect.TypeFor[adoption](), reflect.TypeFor[finalizer](),
	reflect.TypeFor[outcome](), reflect.TypeFor[awaited](), reflect.TypeFor[asyncStart](), reflect.TypeFor[reaction](),
}

// HeapMethod is a method that is the Go function of a native in a heap, or a job.
type HeapMethod struct {
	Receiver  reflect.Type // a pointer to a HeapStruct, or of what a runtime has once
	Name      string
	Code      uintptr
	Signature reflect.Type
}

// HeapMethods returns all there are.
func HeapMethods() (all []HeapMethod) {
	add := func(receiver any, name string, f any) {
		all = append(all, HeapMethod{reflect.TypeOf(receiver), name, codeAt((*slot)(unsafe.Pointer(&f)).data), reflect.TypeOf(f)})
	}
	w, s, a, f, o, v, c := &Promises{}, &settling{}, &adoption{}, &finalizer{}, &outcome{}, &awaited{}, &asyncStart{}
	add(w, "takeFunctions", Native(w.takeFunctions))
	add(w, "passOn", Native(w.passOn))
	add(w, "passOnThrown", Native(w.passOnThrown))
	add(s, "fulfil", Native(s.fulfil))
	add(s, "fail", Native(s.fail))
	add(a, "run", a.run)
	add(f, "fulfilled", Native(f.fulfilled))
	add(f, "rejected", Native(f.rejected))
	add(o, "give", Native(o.give))
	add(o, "throw", Native(o.throw))
	add(v, "fulfilled", Native(v.fulfilled))
	add(v, "rejected", Native(v.rejected))
	add(c, "run", Native(c.run))
	return all
}

// codeAt returns the code of a function value.
func codeAt(function unsafe.Pointer) uintptr { return *(*uintptr)(function) }

// HeapSingle returns what the runtime has once of a type of this package; nil for
// other types, and when rt has none.
func HeapSingle(rt *goja.Runtime, t reflect.Type) unsafe.Pointer {
	switch t {
	case reflect.TypeFor[*Promises]():
		return unsafe.Pointer(followerOf(machineOf(rt).vm))
	case reflect.TypeFor[*Stacks]():
		return unsafe.Pointer(StacksOf(rt))
	}
	return nil
}

// MethodTable is a table of methods that objects of goja's have in the place of
// goja's own.
type MethodTable struct {
	Name, Of        string // Of is goja's type
	Table, Original unsafe.Pointer
}

// MethodTables returns all there are that an object may have between two turns,
// but that of errors (see FramesOf).
func MethodTables() (all [len(asyncTables)]MethodTable) {
	mustKnowStacks()
	for i, of := range [...]string{"goja.asyncFuncObject", "goja.asyncArrowFuncObject", "goja.asyncMethodFuncObject"} {
		all[i] = MethodTable{"followed " + of, of, unsafe.Pointer(&asyncTables[i]), asyncTables[i].original}
	}
	return all
}
