package engine

import (
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
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

// layoutReader looks fields up and keeps the first thing that is wrong.
type layoutReader struct{ err error }

// fail notes that something is wrong, unless something was before.
func (l *layoutReader) fail(field, reason string) {
	if l.err == nil {
		l.err = &LayoutError{field, reason}
	}
}

// offset returns where owner keeps the field, which must have the given type.
func (l *layoutReader) offset(owner reflect.Type, name, wantType string) uintptr {
	return l.field(owner, name, wantType).Offset
}

func (l *layoutReader) field(owner reflect.Type, name, wantType string) (f reflect.StructField) {
	if l.err != nil {
		return f
	}
	f, ok := owner.FieldByName(name)
	switch {
	case !ok:
		l.err = &LayoutError{owner.Name() + "." + name, "field is missing"}
	case f.Type.String() != wantType:
		l.err = &LayoutError{owner.Name() + "." + name, "has type " + f.Type.String() + ", not " + wantType}
	}
	return f
}

// pointee returns the type that the field points at, or an empty struct after
// an error.
func (l *layoutReader) pointee(owner reflect.Type, name, wantType string) reflect.Type {
	f := l.field(owner, name, wantType)
	if l.err != nil {
		return reflect.TypeFor[struct{}]()
	}
	return f.Type.Elem()
}

// selfType returns the Go type behind an object.
func (l *layoutReader) selfType(o goja.Value, want string) reflect.Type {
	object, ok := o.(*goja.Object)
	if l.err != nil || !ok {
		return reflect.TypeFor[struct{}]()
	}
	t := reflect.ValueOf(object).Elem().FieldByName("self").Elem().Type()
	if t.String() != want {
		l.err = &LayoutError{"Object.self", "has type " + t.String() + ", not " + want}
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
		if l.err != nil {
			panic(l.err)
		}
	})
}

// readMachine finds the fields of the interpreter.
func (l *layoutReader) readMachine() {
	o := &stackLayout
	vm := l.pointee(reflect.TypeFor[goja.Runtime](), "vm", "*goja.vm")
	o.vmPrg = l.offset(vm, "prg", "*goja.Program")
	o.vmPC = l.offset(vm, "pc", "int")
	o.vmStack = l.offset(vm, "stack", "goja.valueStack")
	o.vmSP = l.offset(vm, "sp", "int")
	o.vmSB = l.offset(vm, "sb", "int")
	o.vmArgs = l.offset(vm, "args", "int")
	o.vmNewTarget = l.offset(vm, "newTarget", "goja.Value")
	context := l.pointee(vm, "callStack", "[]goja.context")
	o.vmCallStack = l.offset(vm, "callStack", "[]goja.context")
	var suspended suspended
	if l.offset(context, "prg", "*goja.Program") != unsafe.Offsetof(suspended.prg) ||
		l.offset(context, "newTarget", "goja.Value") != unsafe.Offsetof(suspended.newTarget) ||
		l.offset(context, "pc", "int") != unsafe.Offsetof(suspended.pc) ||
		l.offset(context, "sb", "int") != unsafe.Offsetof(suspended.sb) || context.Size() != unsafe.Sizeof(suspended) {
		l.fail("context", "has other fields")
	}
	l.readAsync(vm)

	frame := reflect.TypeFor[goja.StackFrame]()
	mirror := stackFrame{}
	if l.offset(frame, "prg", "*goja.Program") != unsafe.Offsetof(mirror.prg) ||
		l.offset(frame, "funcName", "unistring.String") != unsafe.Offsetof(mirror.funcName) ||
		l.offset(frame, "pc", "int") != unsafe.Offsetof(mirror.pc) || frame.Size() != unsafe.Sizeof(mirror) {
		l.err = &LayoutError{"StackFrame", "has other fields"}
	}
}

// readAsync finds the way from an async function to the one that awaits it.
func (l *layoutReader) readAsync(vm reflect.Type) {
	o := &stackLayout
	runner := l.pointee(vm, "curAsyncRunner", "*goja.asyncRunner")
	o.vmAsync = l.offset(vm, "curAsyncRunner", "*goja.asyncRunner")
	generator := l.field(runner, "gen", "goja.generator")
	if l.err != nil {
		return
	}
	exec := l.field(generator.Type, "ctx", "goja.execCtx")
	if l.err != nil {
		return
	}
	o.runnerContext = generator.Offset + exec.Offset + l.offset(exec.Type, "context", "goja.context")
	o.runnerStack = generator.Offset + exec.Offset + l.offset(exec.Type, "stack", "[]goja.Value")
	capability := l.pointee(runner, "promiseCap", "*goja.promiseCapability")
	o.runnerCapability = l.offset(runner, "promiseCap", "*goja.promiseCapability")
	o.capabilityPromise = l.offset(capability, "promise", "*goja.Object")
	promise := reflect.TypeFor[goja.Promise]()
	o.promiseReactions = l.offset(promise, "fulfillReactions", "[]*goja.promiseReaction")
	if l.err == nil {
		reaction := l.pointee(promise, "fulfillReactions", "[]*goja.promiseReaction").Elem()
		o.reactionRunner = l.offset(reaction, "asyncRunner", "*goja.asyncRunner")
	}
}

// readFunction finds the fields of functions that are written in JavaScript,
// which every kind of them begins with.
func (l *layoutReader) readFunction(f reflect.Value) {
	t := f.Elem().FieldByName("self").Elem().Elem().Type()
	base, ok := t.FieldByName("baseJsFuncObject")
	if !ok || base.Offset != 0 || base.Type.Kind() != reflect.Struct {
		l.err = &LayoutError{t.Name() + ".baseJsFuncObject", "is not the first field"}
		return
	}
	o := &stackLayout
	o.functionPrg = l.offset(base.Type, "prg", "*goja.Program")
	o.functionSrc = l.offset(base.Type, "src", "string")
	o.functionStrict = l.offset(base.Type, "strict", "bool")
}

// readObjects finds the fields of errors, plain objects and properties.
func (l *layoutReader) readObjects(rt *goja.Runtime) {
	o := &stackLayout
	o.objectSelf = l.offset(reflect.TypeFor[goja.Object](), "self", "goja.objectImpl")
	o.objectRuntime = l.offset(reflect.TypeFor[goja.Object](), "runtime", "*goja.Runtime")
	errorType := l.selfType(rt.NewTypeError(""), "*goja.errorObject")
	baseType := l.selfType(rt.NewObject(), "*goja.baseObject")
	if l.err != nil {
		return
	}
	o.errorType, o.baseType = errorType, baseType
	if l.offset(errorType, "baseObject", "goja.baseObject") != 0 {
		l.err = &LayoutError{"errorObject.baseObject", "is not the first field"}
	}
	o.errorStack = l.offset(errorType, "stack", "[]goja.StackFrame")
	o.errorAdded = l.offset(errorType, "stackPropAdded", "bool")
	o.errorVal = l.offset(baseType, "val", "*goja.Object")
	o.basePropNames = l.offset(baseType, "propNames", "[]unistring.String")

	base := reflect.ValueOf(rt.GlobalObject().Get("TypeError").(*goja.Object)).Elem().FieldByName("self").Elem().Elem()
	length := base.FieldByName("lenProp")
	if !length.IsValid() || length.Type().String() != "goja.valueProperty" {
		l.err = &LayoutError{"baseFuncObject.lenProp", "is not a valueProperty"}
		return
	}
	property := length.Type()
	o.propValue = l.offset(property, "value", "goja.Value")
	o.propAccessor = l.offset(property, "accessor", "bool")
	o.propGetter = l.offset(property, "getterFunc", "*goja.Object")
	o.propSetter = l.offset(property, "setterFunc", "*goja.Object")
}

// constructing are the instructions that construct, by their interface tables.
var constructing struct {
	new   unsafe.Pointer
	all   map[unsafe.Pointer]bool
	super map[unsafe.Pointer]bool // those that call a parent class
}

func (l *layoutReader) readInstructions() {
	if l.err != nil {
		return
	}
	c := &constructing
	c.all, c.super = map[unsafe.Pointer]bool{}, map[unsafe.Pointer]bool{}
	found := instructionsOf("class A extends X { constructor() { super(); super(...a); new X(); new X(...a) } }")
	for _, name := range []string{"goja._new", "goja._newVariadic", "goja.superCall", "goja._superCallVariadic"} {
		table := found[name]
		if table == nil {
			l.err = &LayoutError{name, "instruction is missing"}
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
