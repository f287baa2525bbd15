package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
)

// goja compiles the text of an eval by itself, and so without all that prepare
// and mend do. The instructions that may call eval are replaced: when the
// function is the runtime's own eval, its text is compiled here, in the scope of
// the caller as goja does it, and runs in the caller's frame of Go.

// evalCall stands in the place of an instruction that calls something named
// eval.
type evalCall struct {
	original instruction
	count    int // of the arguments; variadic when negative
	strict   bool
}

// variadic is the count of a call with spread arguments: goja knows it when the
// call is made.
const variadic = -1

func (c *evalCall) exec(vm unsafe.Pointer) {
	s := attachedTo(vm).stacks
	stack := *at[[]goja.Value](vm, offsets.vmStack)
	sp := *at[int](vm, offsets.vmSP)
	count := c.count
	if count == variadic {
		count = spreadCount(stack[:sp])
	}
	if s == nil || count <= 0 || stack[sp-count-1] != goja.Value(s.eval) {
		c.original.exec(vm)
		return
	}
	text, ok := stack[sp-count].(goja.String)
	if !ok {
		c.original.exec(vm)
		return
	}
	p := s.compileDirect(vm, text, c.strict)
	endEval(p, count)
	enterEval(vm, p)
}

// spreadCount returns how many arguments lie on the stack, above the marker that
// goja puts below a callee and its spread arguments.
func spreadCount(stack []goja.Value) int {
	for i := len(stack) - 1; i >= 0; i-- {
		if stack[i] == evalLayout.marker {
			return len(stack) - 1 - i - 2
		}
	}
	return 0
}

// enterEval makes vm continue with p, as a call does, in the scope that it is
// in.
func enterEval(vm unsafe.Pointer, p *goja.Program) {
	o, l := &stackLayout, &evalLayout
	callee := goja.Undefined()
	if sb := *at[int](vm, o.vmSB); sb > 0 {
		callee = (*at[[]goja.Value](vm, offsets.vmStack))[sb-1]
	}
	pushContext(vm)
	*at[*goja.Program](vm, o.vmPrg), *at[int](vm, o.vmPC) = p, 0
	*at[int](vm, o.vmArgs), *at[goja.Value](vm, l.vmResult) = 0, goja.Undefined()
	push(vm, callee)
	*at[int](vm, o.vmSB) = *at[int](vm, offsets.vmSP)
	push(vm, nil) // this is looked up in the scope
}

// leaveEval is the last instruction of a program that a direct eval runs: it
// puts the result in the place of the call.
type leaveEval struct{ count int }

var leaveTable = tableOfOwn((*leaveEval)(nil))

// endEval lets p, when it has run, leave a direct eval with so many arguments.
func endEval(p *goja.Program, count int) {
	leave := instruction(&leaveEval{count})
	slots := at[[]slot](unsafe.Pointer(p), offsets.programCode)
	*slots = append(*slots, *(*slot)(unsafe.Pointer(&leave)))
}

func (l *leaveEval) exec(vm unsafe.Pointer) {
	result := *at[goja.Value](vm, evalLayout.vmResult)
	sp := *at[int](vm, stackLayout.vmSB) - 1 // below the callee that enterEval pushed
	popContext(vm)
	stack := *at[[]goja.Value](vm, offsets.vmStack)
	stack[sp-l.count-2] = result
	*at[int](vm, offsets.vmSP) = sp - l.count - 1
	*at[int](vm, offsets.vmPC)++
}

// compileDirect compiles the text of a direct eval in the scope that vm is in.
func (s *Stacks) compileDirect(vm unsafe.Pointer, text goja.String, strict bool) *goja.Program {
	m := machine{vm}
	d := &Dynamic{
		Kind: DirectEval, Text: sourceOf(text), Caller: m.program(), PC: m.pc(),
		Strict: strict, Functions: functionsAround(vm),
	}
	d.Global = len(d.Functions) == 0
	if strings.Contains(d.Text, "#") {
		d.Private = privateNames(vm)
	}
	return s.compileDynamic(d, func(tree *ast.Program) (*goja.Program, error) {
		return compileTree(tree, strict, d.Global, vm)
	})
}

// replaceEval makes the function eval, when it is not called as a direct eval,
// compile as all other code is compiled.
func (s *Stacks) replaceEval() {
	s.eval = s.rt.GlobalObject().Get("eval").(*goja.Object)
	outside := newMachine()
	*nativeField(s.eval) = func(call goja.FunctionCall) goja.Value {
		text, ok := call.Argument(0).(goja.String)
		if !ok {
			return call.Argument(0)
		}
		d := &Dynamic{Kind: IndirectEval, Text: sourceOf(text), Global: true}
		p := s.compileDynamic(d, func(tree *ast.Program) (*goja.Program, error) {
			return compileTree(tree, false, true, outside)
		})
		value, err := s.rt.RunProgram(p)
		if err != nil {
			panic(err)
		}
		return value
	}
}

// newMachine returns an interpreter that is in no scope and runs nothing.
func newMachine() unsafe.Pointer {
	return unsafe.Pointer(reflect.New(evalLayout.vmType).Elem().UnsafeAddr())
}

// replaceEvalCalls replaces the instructions of p that may call eval.
func replaceEvalCalls(p *goja.Program) {
	slots := code(p)
	for i := range slots {
		kind, ok := evalLayout.calls[slots[i].table]
		if !ok {
			continue
		}
		c := &evalCall{original: *(*instruction)(unsafe.Pointer(&slots[i])), count: variadic, strict: kind.strict}
		if !kind.variadic {
			c.count = int(*(*uint32)(slots[i].data))
		}
		var own instruction = c
		slots[i] = *(*slot)(unsafe.Pointer(&own))
	}
}

// evalLayout is what is needed to compile and run a text in a scope of goja's.
var evalLayout struct {
	vmType        reflect.Type
	vmResult      uintptr
	vmStash       uintptr
	stashFunction uintptr // what kind of function a stash has the variables of
	stashType     reflect.Type
	vmPrivate     uintptr // the private names in sight
	privateType   reflect.Type
	privateNames  uintptr
	privateOuter  uintptr
	marker        goja.Value
	calls         map[unsafe.Pointer]evalKind // by interface table
}

type evalKind struct{ variadic, strict bool }

func resolveEval() error {
	l, o := &layoutReader{}, &evalLayout
	o.vmType = l.Pointee(reflect.TypeFor[goja.Runtime](), "vm", "*goja.vm")
	o.vmResult = l.Offset(o.vmType, "result", "goja.Value")
	stash := l.Pointee(o.vmType, "stash", "*goja.stash")
	o.vmStash = l.Offset(o.vmType, "stash", "*goja.stash")
	o.stashType = stash
	o.privateType = l.Pointee(o.vmType, "privEnv", "*goja.privateEnv")
	o.vmPrivate = l.Offset(o.vmType, "privEnv", "*goja.privateEnv")
	o.privateNames = l.Offset(o.privateType, "names", "goja.privateNames")
	o.privateOuter = l.Offset(o.privateType, "outer", "*goja.privateEnv")
	kind := l.Field(stash, "funcType", "goja.funcType")
	o.stashFunction = kind.Offset
	if l.Err == nil && kind.Type.Kind() != reflect.Uint8 {
		l.Err = &LayoutError{Field: "stash.funcType", Reason: "is no uint8"}
	}
	o.calls = map[unsafe.Pointer]evalKind{}
	for _, call := range []struct {
		source, instruction string
		kind                evalKind
	}{
		{"eval('')", "goja.callEval", evalKind{}},
		{"'use strict'; eval('')", "goja.callEvalStrict", evalKind{strict: true}},
		{"eval(...[])", "goja._callEvalVariadic", evalKind{variadic: true}},
		{"'use strict'; eval(...[])", "goja._callEvalVariadicStrict", evalKind{variadic: true, strict: true}},
	} {
		if l.Err != nil {
			break
		}
		var found reflect.Type
		var table unsafe.Pointer
		found, table, l.Err = findInstructionType(call.source, call.instruction)
		if l.Err == nil && !call.kind.variadic && found.Kind() != reflect.Uint32 {
			l.Err = &LayoutError{Field: call.instruction, Reason: "is no uint32"}
		}
		o.calls[table] = call.kind
	}
	l.readMarker()
	return l.Err
}

// readMarker takes what goja puts on its stack below spread arguments.
func (l *layoutReader) readMarker() {
	if l.Err != nil {
		return
	}
	found, table, err := findInstructionType("eval(...[])", "goja._startVariadic")
	if err == nil && found.Size() != 0 {
		err = &LayoutError{Field: "_startVariadic", Reason: "has fields"}
	}
	if l.Err = err; err != nil {
		return
	}
	start := slot{table, unsafe.Pointer(&struct{}{})}
	vm, o := newMachine(), &evalLayout
	(*(*instruction)(unsafe.Pointer(&start))).exec(vm)
	o.marker = (*at[[]goja.Value](vm, offsets.vmStack))[0]
}
