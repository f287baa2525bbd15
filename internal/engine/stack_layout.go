package engine

import (
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// stackLayout is what the stacks of errors need to know of goja: where a call
// keeps its function, its receiver and its place, and how an error keeps its
// stack.
var stackLayout struct {
	vmPrg, vmPC, vmStack, vmSP, vmSB, vmArgs uintptr
	vmNewTarget, vmCallStack, vmAsync        uintptr

	runnerContext, runnerStack, runnerCapability uintptr
	capabilityPromise                            uintptr
	promiseReactions, reactionRunner             uintptr

	programName               uintptr
	objectSelf, objectRuntime uintptr

	errorType, baseType              reflect.Type
	errorVal, errorStack, errorAdded uintptr
	basePropNames                    uintptr

	functionPrg, functionSrc, functionStrict uintptr

	propValue, propAccessor, propGetter, propSetter uintptr
}

// stackFrame mirrors goja.StackFrame, whose fields are not exported.
type stackFrame struct {
	prg      *goja.Program
	funcName string
	pc       int
}

// suspended mirrors goja's context of a call that waits for another: it is read
// too often to look up where its fields are.
type suspended struct {
	prg       *goja.Program
	_, _      unsafe.Pointer // stash, privEnv
	newTarget goja.Value
	_         goja.Value // result
	pc, sb    int
	_         int // args
}

// layoutReader looks up what the package uses.
type layoutReader struct{ layout.Fields }

// selfType returns the Go type behind an object.
func (l *layoutReader) selfType(o goja.Value, want string) reflect.Type {
	object, ok := o.(*goja.Object)
	if l.Err != nil || !ok {
		return reflect.TypeFor[struct{}]()
	}
	t := reflect.ValueOf(object).Elem().FieldByName("self").Elem().Type()
	if t.String() != want {
		l.Err = &LayoutError{Field: "Object.self", Reason: "has type " + t.String() + ", not " + want}
		return reflect.TypeFor[struct{}]()
	}
	return t.Elem()
}

var stackLayoutOnce sync.Once

// mustKnowStacks reads the layout, once. It panics when goja has changed.
func mustKnowStacks() {
	mustKnowLayout()
	stackLayoutOnce.Do(func() {
		rt := goja.New() // for examples
		l := &layoutReader{}
		l.readMachine()
		l.readObjects(rt)
		l.readMethods(rt)
		l.readParts(rt)
		l.readCalls(rt)
		l.readDynamic(rt)
		l.readInstructions()
		l.readStrings(rt)
		l.readTyped(rt)
		l.readPromises(rt)
		if l.Err != nil {
			panic(l.Err)
		}
	})
}

// readMachine finds the fields of the interpreter.
func (l *layoutReader) readMachine() {
	o := &stackLayout
	vm := l.Pointee(reflect.TypeFor[goja.Runtime](), "vm", "*goja.vm")
	o.vmPrg = l.Offset(vm, "prg", "*goja.Program")
	o.vmPC = l.Offset(vm, "pc", "int")
	o.vmStack = l.Offset(vm, "stack", "goja.valueStack")
	o.vmSP = l.Offset(vm, "sp", "int")
	o.vmSB = l.Offset(vm, "sb", "int")
	o.vmArgs = l.Offset(vm, "args", "int")
	o.vmNewTarget = l.Offset(vm, "newTarget", "goja.Value")
	context := l.Pointee(vm, "callStack", "[]goja.context")
	o.vmCallStack = l.Offset(vm, "callStack", "[]goja.context")
	var suspended suspended
	if l.Offset(context, "prg", "*goja.Program") != unsafe.Offsetof(suspended.prg) ||
		l.Offset(context, "newTarget", "goja.Value") != unsafe.Offsetof(suspended.newTarget) ||
		l.Offset(context, "pc", "int") != unsafe.Offsetof(suspended.pc) ||
		l.Offset(context, "sb", "int") != unsafe.Offsetof(suspended.sb) || context.Size() != unsafe.Sizeof(suspended) {
		l.Fail("context", "has other fields")
	}
	l.readAsync(vm)

	frame := reflect.TypeFor[goja.StackFrame]()
	mirror := stackFrame{}
	if l.Offset(frame, "prg", "*goja.Program") != unsafe.Offsetof(mirror.prg) ||
		l.Offset(frame, "funcName", "unistring.String") != unsafe.Offsetof(mirror.funcName) ||
		l.Offset(frame, "pc", "int") != unsafe.Offsetof(mirror.pc) || frame.Size() != unsafe.Sizeof(mirror) {
		l.Err = &LayoutError{Field: "StackFrame", Reason: "has other fields"}
	}
}

// readAsync finds the way from an async function to the one that awaits it.
func (l *layoutReader) readAsync(vm reflect.Type) {
	o := &stackLayout
	runner := l.Pointee(vm, "curAsyncRunner", "*goja.asyncRunner")
	o.vmAsync = l.Offset(vm, "curAsyncRunner", "*goja.asyncRunner")
	generator := l.Field(runner, "gen", "goja.generator")
	if l.Err != nil {
		return
	}
	exec := l.Field(generator.Type, "ctx", "goja.execCtx")
	if l.Err != nil {
		return
	}
	o.runnerContext = generator.Offset + exec.Offset + l.Offset(exec.Type, "context", "goja.context")
	o.runnerStack = generator.Offset + exec.Offset + l.Offset(exec.Type, "stack", "[]goja.Value")
	capability := l.Pointee(runner, "promiseCap", "*goja.promiseCapability")
	o.runnerCapability = l.Offset(runner, "promiseCap", "*goja.promiseCapability")
	o.capabilityPromise = l.Offset(capability, "promise", "*goja.Object")
	promise := reflect.TypeFor[goja.Promise]()
	o.promiseReactions = l.Offset(promise, "fulfillReactions", "[]*goja.promiseReaction")
	if l.Err == nil {
		reaction := l.Pointee(promise, "fulfillReactions", "[]*goja.promiseReaction").Elem()
		o.reactionRunner = l.Offset(reaction, "asyncRunner", "*goja.asyncRunner")
	}
}

// readFunction finds the fields of functions that are written in JavaScript,
// which every kind of them begins with.
func (l *layoutReader) readFunction(f reflect.Value) {
	t := f.Elem().FieldByName("self").Elem().Elem().Type()
	base, ok := t.FieldByName("baseJsFuncObject")
	if !ok || base.Offset != 0 || base.Type.Kind() != reflect.Struct {
		l.Err = &LayoutError{Field: t.Name() + ".baseJsFuncObject", Reason: "is not the first field"}
		return
	}
	o := &stackLayout
	o.functionPrg = l.Offset(base.Type, "prg", "*goja.Program")
	o.functionSrc = l.Offset(base.Type, "src", "string")
	o.functionStrict = l.Offset(base.Type, "strict", "bool")
}

// readObjects finds the fields of errors, plain objects and properties.
func (l *layoutReader) readObjects(rt *goja.Runtime) {
	o := &stackLayout
	o.objectSelf = l.Offset(reflect.TypeFor[goja.Object](), "self", "goja.objectImpl")
	o.objectRuntime = l.Offset(reflect.TypeFor[goja.Object](), "runtime", "*goja.Runtime")
	errorType := l.selfType(rt.NewTypeError(""), "*goja.errorObject")
	baseType := l.selfType(rt.NewObject(), "*goja.baseObject")
	if l.Err != nil {
		return
	}
	o.errorType, o.baseType = errorType, baseType
	if l.Offset(errorType, "baseObject", "goja.baseObject") != 0 {
		l.Err = &LayoutError{Field: "errorObject.baseObject", Reason: "is not the first field"}
	}
	o.errorStack = l.Offset(errorType, "stack", "[]goja.StackFrame")
	o.errorAdded = l.Offset(errorType, "stackPropAdded", "bool")
	o.errorVal = l.Offset(baseType, "val", "*goja.Object")
	o.basePropNames = l.Offset(baseType, "propNames", "[]unistring.String")

	base := reflect.ValueOf(rt.GlobalObject().Get("TypeError").(*goja.Object)).Elem().FieldByName("self").Elem().Elem()
	length := base.FieldByName("lenProp")
	if !length.IsValid() || length.Type().String() != "goja.valueProperty" {
		l.Err = &LayoutError{Field: "baseFuncObject.lenProp", Reason: "is not a valueProperty"}
		return
	}
	property := length.Type()
	o.propValue = l.Offset(property, "value", "goja.Value")
	o.propAccessor = l.Offset(property, "accessor", "bool")
	o.propGetter = l.Offset(property, "getterFunc", "*goja.Object")
	o.propSetter = l.Offset(property, "setterFunc", "*goja.Object")
}

// constructing are the instructions that construct, by their interface tables.
var constructing struct {
	new   unsafe.Pointer
	all   map[unsafe.Pointer]bool
	super map[unsafe.Pointer]bool // those that call a parent class
}

func (l *layoutReader) readInstructions() {
	if l.Err != nil {
		return
	}
	c := &constructing
	c.all, c.super = map[unsafe.Pointer]bool{}, map[unsafe.Pointer]bool{}
	found := instructionsOf("class A extends X { constructor() { super(); super(...a); new X(); new X(...a) } }")
	for _, name := range []string{"goja._new", "goja._newVariadic", "goja.superCall", "goja._superCallVariadic"} {
		table := found[name]
		if table == nil {
			l.Err = &LayoutError{Field: name, Reason: "instruction is missing"}
			return
		}
		c.all[table] = true
		c.super[table] = strings.Contains(name, "uper")
	}
	c.new = found["goja._new"]
}

// instructionsOf returns the types of the instructions that source compiles to,
// with their interface tables.
func instructionsOf(source string) map[string]unsafe.Pointer {
	found := map[string]unsafe.Pointer{}
	p, err := goja.Compile("", source, false)
	if err != nil {
		return found
	}
	walk(p, func(p *goja.Program) {
		instructions := reflect.ValueOf(p).Elem().FieldByName("code")
		for i, s := range code(p) {
			found[instructions.Index(i).Elem().Type().String()] = s.table
		}
	})
	return found
}
