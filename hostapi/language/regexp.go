package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/regexp"
)

// regexpState is what the builtins of regular expressions know.
type regexpState struct {
	constructor, prototype *goja.Object
	template               *goja.Object // which new ones are copied from
	construct              engine.Construct
	last                   match
	input                  goja.String                  // RegExp.input, when a program set it
	stop                   *uint32                      // not 0 when the run is to end
	compiled               map[[2]string]*engine.RegExp // by source and flags
}

// match is what matched last: the statics of RegExp show it.
type match struct {
	input    goja.String
	captures []int32
}

// compiledMax is how many patterns are kept compiled for new RegExp.
const compiledMax = 256

func regexps(e *host.Env) *regexpState { return &e.State.(*state).regexp }

// installRegExp puts jsrr's regular expressions under goja's objects.
func installRegExp(e *host.Env) {
	s := regexps(e)
	s.constructor = e.RT.GlobalObject().Get("RegExp").(*goja.Object)
	s.prototype = prototypeOf(e, "RegExp")
	s.compiled = map[[2]string]*engine.RegExp{}
	s.stop = engine.InterruptFlag(e.RT)
	replace := func(f goja.Value, native func(*host.Env, goja.FunctionCall) goja.Value) engine.Native {
		return engine.ReplaceNative(f.(*goja.Object), func(c goja.FunctionCall) goja.Value { return native(e, c) })
	}
	s.construct = engine.ReplaceConstruct(s.constructor, func(args []goja.Value, newTarget *goja.Object) *goja.Object {
		return constructRegExp(e, args, newTarget)
	})
	template := s.construct(nil, s.constructor)
	s.template = template
	replace(s.constructor, regexpFunction)
	replace(s.prototype.Get("exec"), regexpExec)
	replace(s.prototype.Get("test"), regexpTest)
	replace(s.prototype.Get("compile"), regexpCompile)
	replace(s.prototype.Get("toString"), regexpToString)
	replace(s.prototype.GetSymbol(goja.SymMatch), regexpMatch)
	replace(s.prototype.GetSymbol(goja.SymSearch), regexpSearch)
	replace(s.prototype.GetSymbol(goja.SymReplace), regexpReplace)
	replace(s.prototype.GetSymbol(goja.SymSplit), regexpSplit)
	installMatchAll(e)
	addGetters(e)
	addStatics(e)
}

// find matches re and remembers what matched. It returns nil for no match.
func find(e *host.Env, re *engine.RegExp, input goja.String, start int) []int32 {
	var captures []int32
	var ok bool
	var err error
	stop := regexps(e).stop
	if ascii, wide := engine.Units(input); wide == nil {
		captures, ok, err = regexp.Match(re.Program, ascii, start, stop)
	} else {
		captures, ok, err = regexp.Match(re.Program, wide, start, stop)
	}
	if err == regexp.ErrStack {
		panic(e.RangeError("", "Maximum call stack size exceeded"))
	}
	if !ok { // or stopped: then goja ends the run when the builtin returns
		return nil
	}
	s := regexps(e)
	s.last, s.input = match{input, captures}, nil
	return captures
}

// capture returns the text of a group, or undefined.
func capture(input goja.String, captures []int32, group int) goja.Value {
	if captures[2*group+1] < 0 {
		return goja.Undefined()
	}
	return input.Substring(int(captures[2*group]), int(captures[2*group+1]))
}

// thisRegExp returns what the receiver of a method of RegExp.prototype is.
func thisRegExp(e *host.Env, c goja.FunctionCall, method string) (*goja.Object, *engine.RegExp) {
	if o, ok := c.This.(*goja.Object); ok {
		re, err := engine.RegExpOf(o)
		if err != nil {
			panic(syntaxError(e, err.Error()))
		}
		if re != nil {
			return o, re
		}
	}
	panic(incompatible(e, "RegExp.prototype."+method, c.This))
}

// thisObject returns the receiver of a method that works on any object.
func thisObject(e *host.Env, c goja.FunctionCall, method string) *goja.Object {
	if o, ok := c.This.(*goja.Object); ok {
		return o
	}
	panic(incompatible(e, "RegExp.prototype."+method, c.This))
}

// incompatible is V8's error for a receiver of the wrong kind.
func incompatible(e *host.Env, method string, receiver goja.Value) *goja.Object {
	shown := "undefined"
	if o, ok := receiver.(*goja.Object); ok {
		shown = "#<Object>"
		if constructor, ok := o.Get("constructor").(*goja.Object); ok {
			shown = "#<" + constructor.Get("name").String() + ">"
		}
	} else if receiver != nil {
		shown = receiver.String()
	}
	return e.TypeError("", "Method "+method+" called on incompatible receiver "+shown)
}

func syntaxError(e *host.Env, message string) *goja.Object {
	o, err := e.RT.New(e.Loop.Intrinsic("SyntaxError"), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	return o
}

// standard returns what o is when nothing keeps a builtin from matching
// directly, otherwise nil.
func standard(e *host.Env, o *goja.Object) *engine.RegExp {
	if !engine.IsStandardRegExp(e.RT, o) {
		return nil
	}
	re, err := engine.RegExpOf(o)
	if err != nil {
		panic(syntaxError(e, err.Error()))
	}
	return re
}

// lengthMax is the largest length of an array-like.
const lengthMax = 1<<53 - 1

// lastIndex reads the property as the language does.
func lastIndex(o *goja.Object) int64 {
	v := o.Get("lastIndex")
	if v == nil {
		return 0
	}
	return min(max(v.ToInteger(), 0), lengthMax)
}

func setLastIndex(e *host.Env, o *goja.Object, index int) { e.Set(o, "lastIndex", index) }

// installMatchAll tells goja's iterator of the flag v.
func installMatchAll(e *host.Env) {
	var original engine.Native
	original = engine.ReplaceNative(regexps(e).prototype.GetSymbol(goja.SymMatchAll).(*goja.Object), func(c goja.FunctionCall) goja.Value {
		o := thisObject(e, c, "@@matchAll")
		iterator := original(c)
		if flagText(e, o).codePoints {
			engine.AdvanceByCodePoints(iterator.(*goja.Object))
		}
		return iterator
	})
}
