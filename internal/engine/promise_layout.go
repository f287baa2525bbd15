package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
)

// promiseLayout is what Promises needs to know of goja.
var promiseLayout struct {
	tracker                     uintptr // Runtime.asyncContextTracker
	globalPromise               uintptr // Runtime.global.Promise
	nativeFunction              uintptr // nativeFuncObject.f
	resolveObject, rejectObject uintptr // of a promiseCapability
	handler, callback           uintptr // promiseReaction.handler, jobCallback.callback
	reactionContext             uintptr // promiseReaction.asyncCtx
	reactionCapability          uintptr

	promiseTable           unsafe.Pointer // of objects
	await                  slot           // the instruction
	loadSuper              unsafe.Pointer // tables of instructions
	newAsync               map[unsafe.Pointer]bool
	makerProgram           uintptr        // of those that make functions
	arrowTable             unsafe.Pointer // of arrow functions
	arrowAround            uintptr        // arrowFuncObject.funcObj
	rejectReactions        uintptr        // of a Promise
	vmCall, assertCallable int
}

// asyncTable is the table of a kind of async functions whose calls can be seen.
type asyncTable struct {
	methodTable                // must be first
	original    unsafe.Pointer // goja's own
}

// asyncTables are those of async functions, async arrow functions and async
// methods.
var asyncTables [3]asyncTable

// Places among methods.functionTables: of arrow functions, and of those that
// are added here.
const (
	arrowKind       = 1
	firstAsyncTable = 9
)

// asyncKinds are the places of async functions, async arrow functions and async
// methods; asyncArrow is that of the second.
var asyncKinds = [...]int{4, 5, 7}

const asyncArrow = 1

// readPromises looks up what Promises uses.
func (l *layoutReader) readPromises(rt *goja.Runtime) {
	o := &promiseLayout
	runtimeType := reflect.TypeFor[goja.Runtime]()
	o.tracker = l.Offset(runtimeType, "asyncContextTracker", "goja.AsyncContextTracker")
	global := l.Field(runtimeType, "global", "goja.global")
	if l.Err != nil {
		return
	}
	o.globalPromise = global.Offset + l.Offset(global.Type, "Promise", "*goja.Object")
	constructor := rt.GlobalObject().Get("Promise")
	native := l.selfType(constructor, "*goja.nativeFuncObject")
	o.nativeFunction = l.Offset(native, "f", "func(goja.FunctionCall) goja.Value")
	promise, _, _ := rt.NewPromise()
	o.promiseTable = selfOf(rt.ToValue(promise).(*goja.Object)).table
	l.readReaction()
	l.readAsyncFunctions()
	l.readAsyncInstructions()
}

// readReaction finds the fields of capabilities and reactions.
func (l *layoutReader) readReaction() {
	o := &promiseLayout
	reaction := l.Pointee(reflect.TypeFor[goja.Promise](), "fulfillReactions", "[]*goja.promiseReaction")
	if l.Err != nil {
		return
	}
	o.rejectReactions = l.Offset(reflect.TypeFor[goja.Promise](), "rejectReactions", "[]*goja.promiseReaction")
	reaction = reaction.Elem()
	capability := l.Pointee(reaction, "capability", "*goja.promiseCapability")
	o.reactionCapability = l.Offset(reaction, "capability", "*goja.promiseCapability")
	o.resolveObject = l.Offset(capability, "resolveObj", "*goja.Object")
	o.rejectObject = l.Offset(capability, "rejectObj", "*goja.Object")
	job := l.Pointee(reaction, "handler", "*goja.jobCallback")
	o.handler = l.Offset(reaction, "handler", "*goja.jobCallback")
	o.callback = l.Offset(job, "callback", "func(goja.FunctionCall) goja.Value")
	o.reactionContext = l.Offset(reaction, "asyncCtx", "interface {}")
}

// readArrow finds the fields of arrow functions.
func (l *layoutReader) readArrow(f goja.Value) {
	o := &promiseLayout
	o.arrowAround = l.Offset(l.selfType(f, "*goja.arrowFuncObject"), "funcObj", "*goja.Object")
}

// readAsyncFunctions makes the tables of async functions.
func (l *layoutReader) readAsyncFunctions() {
	field, _ := reflect.TypeFor[goja.Object]().FieldByName("self")
	impl, o, m := field.Type, &promiseLayout, &methods
	o.vmCall = l.methodOf(impl, "vmCall", "func(*goja.vm, int)")
	o.assertCallable = l.methodOf(impl, "assertCallable", "func() (func(goja.FunctionCall) goja.Value, bool)")
	var call any = asyncVMCall
	var assert any = asyncAssertCallable
	for i := range asyncTables {
		t := &asyncTables[i]
		t.original = m.functionTables[asyncKinds[i]]
		copyTable(&t.methodTable, t.original, impl.NumMethod())
		t.methods[o.vmCall] = *(*uintptr)((*slot)(unsafe.Pointer(&call)).data)
		t.methods[o.assertCallable] = *(*uintptr)((*slot)(unsafe.Pointer(&assert)).data)
		m.functionTables[firstAsyncTable+i] = unsafe.Pointer(t)
	}
	o.arrowTable = m.functionTables[arrowKind]
}

// methodOf returns the place of a method with the given type.
func (l *layoutReader) methodOf(impl reflect.Type, name, want string) int {
	for i := range impl.NumMethod() {
		if m := impl.Method(i); m.Name == name {
			if l.Err == nil && m.Type.String() != want {
				l.Err = &LayoutError{Field: "objectImpl." + name, Reason: "has type " + m.Type.String()}
			}
			return i
		}
	}
	if l.Err == nil {
		l.Err = &LayoutError{Field: "objectImpl." + name, Reason: "method is missing"}
	}
	return 0
}

// readAsyncInstructions finds the instructions that Promises stands in for.
func (l *layoutReader) readAsyncInstructions() {
	if l.Err != nil {
		return
	}
	o := &promiseLayout
	o.makerProgram = l.Offset(asyncGeneratorLayout.functionType, "prg", "*goja.Program")
	o.newAsync = map[unsafe.Pointer]bool{}
	p, err := goja.Compile("", "(async function () {}); (async () => {}); ({ async m() { super.m; await 1 } })", false)
	if err != nil {
		l.Err = err
		return
	}
	found := map[string]slot{}
	walk(p, func(p *goja.Program) {
		instructions := reflect.ValueOf(p).Elem().FieldByName("code")
		for i, s := range code(p) {
			found[instructions.Index(i).Elem().Type().String()] = s
		}
	})
	for _, name := range []string{"*goja.newAsyncFunc", "*goja.newAsyncArrowFunc", "*goja.newAsyncMethod", "goja._loadSuper", "*goja.yieldMarker"} {
		if found[name].table == nil {
			l.Err = &LayoutError{Field: name, Reason: "instruction is missing"}
			return
		}
		if strings.HasPrefix(name, "*goja.newAsync") {
			o.newAsync[found[name].table] = true
		}
	}
	o.loadSuper, o.await = found["goja._loadSuper"].table, found["*goja.yieldMarker"]
}
