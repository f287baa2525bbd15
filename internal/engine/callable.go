package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// Function is a JavaScript function that Go can call. goja.Callable is two
// closures on the heap, made for each callback that a program passes, and a
// call through it three protected frames of Go; a Function is the object
// itself, and calling it one. The zero Function is none.
type Function struct{ object *goja.Object }

// FunctionOf returns v as a function, and false when it is none.
func FunctionOf(v goja.Value) (Function, bool) {
	o, ok := v.(*goja.Object)
	if !ok {
		return Function{}, false
	}
	if codeOf(selfOf(o).table) == nil {
		if _, ok := goja.AssertFunction(o); !ok {
			return Function{}, false
		}
	}
	return Function{o}, true
}

// FunctionAt returns o, which was taken from a Function, as one; none for nil. It
// does not look at o, which may not be ready yet.
func FunctionAt(o *goja.Object) Function { return Function{o} }

// Known says that f is a function, and not none.
func (f Function) Known() bool { return f.object != nil }

// Object returns the function's object.
func (f Function) Object() *goja.Object { return f.object }

// Call calls f inside a call from JavaScript into Go. The error is a
// *goja.Exception for what f threw, or what stopped the runtime. What f returns
// is dropped: nobody waits for it.
func (f Function) Call(this goja.Value, args []goja.Value) (err error) {
	self := *selfOf(f.object)
	code := codeOf(self.table)
	if code == nil {
		call, _ := goja.AssertFunction(f.object)
		_, err = call(this, args...)
		return err
	}
	runtime := *at[unsafe.Pointer](unsafe.Pointer(f.object), stackLayout.objectRuntime)
	m := machine{*at[unsafe.Pointer](runtime, offsets.runtimeVM)}
	sp := *at[int](m.vm, stackLayout.vmSP)
	defer func() {
		if x := recover(); x != nil {
			err = thrown(x)
		}
		m.clearFrom(sp)
	}()
	method := &methodValue{code, self.data}
	(*(*Native)(unsafe.Pointer(&method)))(goja.FunctionCall{This: this, Arguments: args})
	return nil
}

// thrown returns what left a function as an error. Panics that are not goja's
// go on.
func thrown(x any) error {
	switch x := x.(type) {
	case *goja.Exception:
		return x
	case *goja.InterruptedError:
		return x
	case *goja.StackOverflowError:
		return x
	}
	panic(x)
}

// clearFrom cuts the stack of values, so that it holds nothing that is over.
func (m machine) clearFrom(sp int) {
	*at[int](m.vm, stackLayout.vmSP) = sp
	stack := at[[]goja.Value](m.vm, stackLayout.vmStack)
	clear((*stack)[sp:])
	*stack = (*stack)[:sp]
}

// methodValue is how Go lays out the method Call of a function of goja's that
// is bound to its receiver.
type methodValue struct{ code, receiver unsafe.Pointer }

// calls are the kinds of functions that are called without goja.Callable, the
// most frequent ones: by their interface tables, the code of a method value.
var calls [3]struct{ table, code unsafe.Pointer }

// codeOf returns the code of a method value for the functions of a table, nil
// for those of other kinds.
func codeOf(table unsafe.Pointer) unsafe.Pointer {
	switch table {
	case nil:
	case calls[0].table:
		return calls[0].code
	case calls[1].table:
		return calls[1].code
	case calls[2].table:
		return calls[2].code
	}
	return nil
}

// readCalls finds the code by examples.
func (l *layoutReader) readCalls(rt *goja.Runtime) {
	if l.Err != nil {
		return
	}
	examples, err := rt.RunString("[() => {}, function () {}, { m() {} }.m]")
	if err != nil {
		l.Err = err
		return
	}
	kinds := &calls
	for i, key := range examples.(*goja.Object).Keys() {
		o := examples.(*goja.Object).Get(key).(*goja.Object)
		call, ok := o.Export().(Native)
		if !ok {
			l.Err = &LayoutError{Field: "baseJsFuncObject.Call", Reason: "is not what a function exports"}
			return
		}
		method, self := **(**methodValue)(unsafe.Pointer(&call)), *selfOf(o)
		if method.receiver != self.data {
			l.Err = &LayoutError{Field: "baseJsFuncObject.Call", Reason: "Go lays out method values otherwise"}
			return
		}
		kinds[i].table, kinds[i].code = self.table, method.code
	}
}
