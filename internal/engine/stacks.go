package engine

import (
	"math"
	"strings"
	"unsafe"
	"weak"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Stacks gives the errors of a runtime the stacks that V8 gives them: the text
// of "stack", Error.captureStackTrace, Error.stackTraceLimit,
// Error.prepareStackTrace and call sites.
//
// The frames of an error are taken when it is made. Its text is made when
// somebody reads it, with the name and the message that it has then.
type Stacks struct {
	rt           *goja.Runtime
	constructor  *goja.Object            // Error
	constructors map[string]*goja.Object // of errors, by name

	bottom           *goja.Object
	jsonParse        *goja.Object
	reflectConstruct *goja.Object
	reflectApply     *goja.Object
	passOn           [4]*goja.Object
	silent           map[*goja.Object]bool // native constructors that V8 does not show

	nativeTable unsafe.Pointer

	receiver goja.Value // of the outermost call

	jobs        Jobs
	promise     *goja.Object    // Promise
	combinators [3]*goja.Object // in the order of the variable combinators

	eval     *goja.Object // the engine's own
	host     DynamicHost
	compiled int // dynamic sources
	dynamics map[weak.Pointer[file.File]]*Dynamic
	sweepAt  int // how many of them are kept before those that are gone are dropped

	preparing bool
	original  Originals    // nil: stacks show the code that runs
	sites     *goja.Object // prototype of call sites, made when first needed
}

// stackLimit is Error.stackTraceLimit when a program begins.
const stackLimit = 10

// InstallStacks replaces what goja does for stacks. It panics with a
// LayoutError when goja's insides are unknown.
func InstallStacks(rt *goja.Runtime) *Stacks {
	mustKnowStacks()
	global := rt.GlobalObject()
	s := &Stacks{rt: rt, constructor: global.Get("Error").(*goja.Object), dynamics: map[weak.Pointer[file.File]]*Dynamic{}, sweepAt: minSweep}
	attachTo(rt).stacks = s
	reflection := global.Get("Reflect").(*goja.Object)
	call := global.Get("Function").(*goja.Object).Get("prototype").(*goja.Object)
	s.reflectConstruct = reflection.Get("construct").(*goja.Object)
	s.reflectApply = reflection.Get("apply").(*goja.Object)
	s.passOn = [...]*goja.Object{call.Get("call").(*goja.Object), call.Get("apply").(*goja.Object), s.reflectApply, s.reflectConstruct}
	s.jsonParse = global.Get("JSON").(*goja.Object).Get("parse").(*goja.Object)
	s.nativeTable = selfOf(s.constructor).table
	s.silent = map[*goja.Object]bool{}
	for _, name := range []string{"Array", "Object", "Function"} {
		s.silent[global.Get(name).(*goja.Object)] = true
	}
	s.jobs = JobQueue(rt)
	s.promise = global.Get("Promise").(*goja.Object)
	for i, c := range combinators {
		s.combinators[i] = s.promise.Get(c.name).(*goja.Object)
	}
	s.constructors = map[string]*goja.Object{}
	for _, name := range errorNames {
		s.constructors[name] = global.Get(name).(*goja.Object)
		s.wrap(s.constructors[name])
	}
	s.defineNatives()
	s.replaceFunctionConstructors()
	s.replaceEval()
	s.limitStrings()
	s.hideBoundNames()
	return s
}

// errorNames are the constructors of errors.
var errorNames = [...]string{
	"Error", "TypeError", "RangeError", "ReferenceError", "SyntaxError", "EvalError", "URIError", "AggregateError", "GoError",
}

// SetJobs says which queue the program's jobs are run from.
func (s *Stacks) SetJobs(jobs Jobs) { s.jobs = jobs }

// SetReceiver says what the outermost function of the stack is called on.
func (s *Stacks) SetReceiver(this goja.Value) { s.receiver = this }

// SetBottom says which native function runs the program: stacks end above it.
func (s *Stacks) SetBottom(f *goja.Object) { s.bottom = f }

// wrap makes a native constructor of errors take V8's frames.
func (s *Stacks) wrap(constructor *goja.Object) {
	s.silent[constructor] = true
	build := constructField(constructor)
	original := *build
	plain := constructor != s.constructors["AggregateError"] // which goes over an iterable
	*build = func(args []goja.Value, newTarget *goja.Object) *goja.Object {
		var above *goja.Object
		if newTarget != nil && newTarget != constructor {
			above = newTarget
		} else if newTarget == constructor {
			args = s.v8Message(constructor, args)
		}
		e := s.build(original, args, newTarget, plain && (above == nil || selfOf(above).table == methods.classTable))
		s.attach(e, above)
		return e
	}
	*nativeField(constructor) = func(call goja.FunctionCall) goja.Value {
		e := s.build(original, call.Arguments, nil, plain)
		s.attach(e, constructor)
		return e
	}
}

// build lets goja make an error. goja would take all the frames that there are,
// which nobody reads: where nothing of the program can run meanwhile, it is shown
// only the innermost. plain says that neither the constructor nor newTarget's
// prototype run any.
func (s *Stacks) build(original construct, args []goja.Value, newTarget *goja.Object, plain bool) *goja.Object {
	if len(args) != 1 || !plain {
		return original(args, newTarget)
	}
	if _, text := args[0].(goja.String); !text {
		return original(args, newTarget)
	}
	vm := machineOf(s.rt).vm
	calls, async := at[[]suspended](vm, stackLayout.vmCallStack), at[unsafe.Pointer](vm, stackLayout.vmAsync)
	allCalls, running := *calls, *async
	defer func() { *calls, *async = allCalls, running }()
	*calls, *async = allCalls[:0:0], nil
	return original(args, newTarget)
}

// attach gives an error the frames of the running stack.
func (s *Stacks) attach(o, above *goja.Object) {
	limit, limited := s.limit()
	t := &trace{stacks: s, limited: limited}
	if limited {
		s.capture(t, limit, above)
	}
	setTrace(selfOf(o).data, t)
}

// limit returns Error.stackTraceLimit; ok is false when it is not a number.
func (s *Stacks) limit() (limit int, ok bool) {
	v := ownData(s.constructor, "stackTraceLimit")
	if (*slot)(unsafe.Pointer(&v)).table == methods.intTable {
		return int(min(max(v.ToInteger(), 0), math.MaxInt32)), true
	}
	if v == nil || primitiveTypeName(v) != "Number" {
		return 0, false
	}
	f := v.ToFloat()
	if !(f > 0) {
		return 0, true
	}
	return int(min(f, math.MaxInt32)), true
}

// passesOn reports whether a native function only calls another one.
func (s *Stacks) passesOn(f *goja.Object) bool {
	if f != nil && selfOf(f).table == methods.boundTable {
		return true
	}
	for _, p := range s.passOn {
		if f == p {
			return true
		}
	}
	return false
}

// corePrefix begins the names of the runtime's own modules.
const corePrefix = "node:"

func (s *Stacks) isCore(p *goja.Program) bool { return strings.HasPrefix(sourceName(p), corePrefix) }

// isBuiltin reports whether p belongs to the builtins of the language that are
// written in JavaScript.
func isBuiltin(p *goja.Program) bool {
	return strings.HasPrefix(sourceName(p), corePrefix+"internal/language/")
}

// makesErrors reports whether p belongs to the modules that make errors for
// others: these say nothing about where an error comes from.
func (s *Stacks) makesErrors(p *goja.Program) bool {
	rest, internal := strings.CutPrefix(sourceName(p), corePrefix+"internal/")
	if !internal {
		return false
	}
	for _, module := range [...]string{"errors", "validators", "assert"} {
		if tail, ok := strings.CutPrefix(rest, module); ok && (tail == "" || tail[0] == '/') {
			return true
		}
	}
	return false
}
