package engine

import (
	"reflect"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/unistring"
)

// goja has no asynchronous generators. Lowered code makes them of functions that
// do nothing but call a helper:
//
//	function g(a) { return helper(this, arguments, function* () { … return v; }) }
//
// Such a function becomes what an asynchronous generator function is: no
// constructor, but with a prototype, and an instance of AsyncGeneratorFunction.
// The helper gets the function, too, and a value that the body returns is awaited
// where it is returned, before any finally block:
//
//	function g(a) { return helper(this, arguments, function* () { … return yield new Await(v); }, g) }

// AsyncGenerators names what lowered code makes asynchronous generators with.
type AsyncGenerators struct {
	// Helper is the name of the helper's variable.
	Helper string
	// Helpers is one of the foreign names: that of an object with a class Await.
	Helpers string
	// Delegate is the name of the function that "yield*" iterates over the result of;
	// "" when there is none. All generators do so, but only asynchronous ones may.
	Delegate string
}

// calleeName stands for the function that runs. No program can write it.
const calleeName = "\x00callee"

// asyncGenerators are the asynchronous generator functions of a tree, by the
// beginning of their text.
type asyncGenerators struct {
	names AsyncGenerators
	found map[*byte]bool
}

// take looks at a function: is it an asynchronous generator function? If so it
// completes the helper's call, and returns the generator function that is the body.
func (a *asyncGenerators) take(n ast.Node) *ast.FunctionLiteral {
	f, ok := n.(*ast.FunctionLiteral)
	if !ok || a.names.Helper == "" || f.Async || f.Generator || len(f.Body.List) == 0 || f.Source == "" {
		return nil
	}
	last, ok := f.Body.List[len(f.Body.List)-1].(*ast.ReturnStatement)
	if !ok || slices.ContainsFunc(f.Body.List[:len(f.Body.List)-1], isNoDirective) {
		return nil
	}
	call, ok := last.Argument.(*ast.CallExpression)
	if !ok || len(call.ArgumentList) != 3 {
		return nil
	}
	helper, ok := call.Callee.(*ast.Identifier)
	body, isFunction := call.ArgumentList[2].(*ast.FunctionLiteral)
	if !ok || !isFunction || helper.Name.String() != a.names.Helper || !body.Generator {
		return nil
	}
	call.ArgumentList = append(call.ArgumentList, &ast.Identifier{Name: calleeName, Idx: helper.Idx})
	if a.found == nil {
		a.found = map[*byte]bool{}
	}
	a.found[unsafe.StringData(f.Source)] = true
	return body
}

func isNoDirective(s ast.Statement) bool { return !isDirective(s) }

// awaitReturn makes the statement await what it returns.
func (a *asyncGenerators) awaitReturn(s *ast.ReturnStatement) {
	if s.Argument == nil {
		return
	}
	at := s.Argument.Idx0()
	s.Argument = &ast.YieldExpression{Yield: at, Argument: &ast.NewExpression{
		New: at, LeftParenthesis: at, RightParenthesis: at, ArgumentList: []ast.Expression{s.Argument},
		Callee: &ast.DotExpression{
			Left:       &ast.Identifier{Name: unistring.NewFromString(a.names.Helpers), Idx: at},
			Identifier: ast.Identifier{Name: "Await", Idx: at},
		},
	}}
}

// delegate looks at a "yield*", of the body of an asynchronous generator function or
// of a generator: that iterates over what it is given.
func (a *asyncGenerators) delegate(y *ast.YieldExpression, asynchronous bool) {
	call, ok := y.Argument.(*ast.CallExpression)
	if !ok || asynchronous || a.names.Delegate == "" || len(call.ArgumentList) != 1 {
		return
	}
	if f, ok := call.Callee.(*ast.Identifier); ok && f.Name.String() == a.names.Delegate {
		y.Argument = call.ArgumentList[0]
	}
}

// made returns where p makes asynchronous generator functions.
func (a *asyncGenerators) made(p *goja.Program) (where []int) {
	if len(a.found) == 0 {
		return nil
	}
	for i, s := range code(p) {
		l := &asyncGeneratorLayout
		if (s.table == l.function || s.table == l.method) && a.found[unsafe.StringData(*at[string](s.data, l.source))] {
			where = append(where, i)
		}
	}
	return where
}

// makeAsyncGenerators changes the instructions of p that make asynchronous
// generator functions.
func (m *Module) makeAsyncGenerators(p *goja.Program, where []int) {
	slots, l := code(p), &asyncGeneratorLayout
	for _, i := range where {
		s := slots[i]
		if s.table == l.function { // a method is no constructor
			made := reflect.New(l.methodType).Interface()
			method := (*slot)(unsafe.Pointer(&made)).data
			reflect.NewAt(l.functionType, method).Elem().Set(reflect.NewAt(l.functionType, s.data).Elem())
			s = slot{l.method, method}
		}
		var maker instruction = &asyncGeneratorMaker{*(*instruction)(unsafe.Pointer(&s)), m.AsyncGenerators}
		slots[i] = *(*slot)(unsafe.Pointer(&maker))
	}
}

// asyncGeneratorMaker makes an asynchronous generator function.
type asyncGeneratorMaker struct {
	original instruction
	binding  *Binding // of AsyncGeneratorFunction.prototype
}

func (m *asyncGeneratorMaker) exec(vm unsafe.Pointer) {
	m.original.exec(vm)
	class, ok := m.binding.read(vm).(*goja.Object)
	if !ok {
		return
	}
	made := (*at[[]goja.Value](vm, offsets.vmStack))[*at[int](vm, offsets.vmSP)-1].(*goja.Object)
	parent, _ := class.Get("prototype").(*goja.Object)
	prototype := runtimeOf(vm).CreateObject(parent)
	err := made.SetPrototype(class)
	if err == nil {
		err = made.DefineDataProperty("prototype", prototype, goja.FLAG_TRUE, goja.FLAG_FALSE, goja.FLAG_FALSE)
	}
	if err != nil {
		panic(err)
	}
}

// asyncGeneratorsName is the name of Module.AsyncGenerators.
const asyncGeneratorsName = "AsyncGeneratorFunction.prototype"

// newAsyncGenerators returns what Module.AsyncGenerators is.
func newAsyncGenerators() *Binding { return &Binding{name: asyncGeneratorsName} }

var asyncGeneratorTable = tableOfOwn((*asyncGeneratorMaker)(nil))

// loadCallee pushes the function that runs.
type loadCallee struct{}

func (loadCallee) exec(vm unsafe.Pointer) {
	push(vm, (*at[[]goja.Value](vm, offsets.vmStack))[*at[int](vm, stackLayout.vmSB)-1])
	*at[int](vm, offsets.vmPC)++
}

// asyncGeneratorLayout is what goja's instructions that make functions look like.
var asyncGeneratorLayout struct {
	function, method         unsafe.Pointer // interface tables
	functionType, methodType reflect.Type
	source                   uintptr
}

func resolveAsyncGenerators() (err error) {
	l := &asyncGeneratorLayout
	if l.functionType, l.function, err = findInstructionType("(function() {})", "*goja.newFunc"); err != nil {
		return err
	}
	if l.methodType, l.method, err = findInstructionType("({ m() {} })", "*goja.newMethod"); err != nil {
		return err
	}
	if l.methodType.NumField() == 0 || l.methodType.Field(0).Type != l.functionType {
		return &LayoutError{Field: "newMethod", Reason: "does not begin with a newFunc"}
	}
	f, ok := l.functionType.FieldByName("source")
	if !ok || f.Type.Kind() != reflect.String {
		return &LayoutError{Field: "newFunc.source", Reason: "is no string"}
	}
	l.source = f.Offset
	return nil
}
