package engine

import (
	"strconv"

	"github.com/dop251/goja"
)

// Call sites, which Error.prepareStackTrace gets. One is an object whose Go
// part is that of an error with one frame: it holds nothing else.

const siteClass = "CallSite"

// siteMethods are the methods of a call site, in V8's order.
var siteMethods = []struct {
	name string
	get  func(s *Stacks, f *frame) goja.Value
}{
	{"getColumnNumber", func(s *Stacks, f *frame) goja.Value { return s.numberOrNull(f, f.position().Column) }},
	{"getEnclosingColumnNumber", func(s *Stacks, f *frame) goja.Value { return s.numberOrNull(f, f.enclosing().position().Column) }},
	{"getEnclosingLineNumber", func(s *Stacks, f *frame) goja.Value { return s.numberOrNull(f, f.enclosing().position().Line) }},
	{"getEvalOrigin", func(s *Stacks, f *frame) goja.Value { return s.textOr(f.evalOrigin(), goja.Undefined()) }},
	{"getFileName", func(s *Stacks, f *frame) goja.Value { return s.fileName(f) }},
	{"getFunction", func(_ *Stacks, f *frame) goja.Value { return f.unlessStrict(f.function) }},
	{"getFunctionName", func(s *Stacks, f *frame) goja.Value { return s.textOr(f.functionName(), goja.Null()) }},
	{"getLineNumber", func(s *Stacks, f *frame) goja.Value { return s.numberOrNull(f, f.position().Line) }},
	{"getMethodName", func(s *Stacks, f *frame) goja.Value { return s.textOr(f.methodName(), goja.Null()) }},
	{"getPosition", func(s *Stacks, f *frame) goja.Value { return s.rt.ToValue(f.offset()) }},
	{"getPromiseIndex", func(s *Stacks, f *frame) goja.Value { return s.promiseIndex(f) }},
	{"getScriptNameOrSourceURL", func(s *Stacks, f *frame) goja.Value { return s.fileName(f) }},
	{"getScriptHash", func(s *Stacks, _ *frame) goja.Value { return s.rt.ToValue("") }},
	{"getThis", func(_ *Stacks, f *frame) goja.Value { return f.unlessStrict(f.this) }},
	{"getTypeName", func(s *Stacks, f *frame) goja.Value { return s.textOr(f.typeName(), goja.Null()) }},
	{"isAsync", func(s *Stacks, f *frame) goja.Value {
		return s.rt.ToValue(f.kind == asyncCall || f.kind == combinatorCall)
	}},
	{"isConstructor", func(s *Stacks, f *frame) goja.Value { return s.rt.ToValue(f.constructs()) }},
	{"isEval", func(s *Stacks, f *frame) goja.Value { return s.rt.ToValue(f.isEval()) }},
	{"isNative", func(s *Stacks, _ *frame) goja.Value { return s.rt.ToValue(false) }},
	{"isPromiseAll", func(s *Stacks, f *frame) goja.Value {
		return s.rt.ToValue(f.kind == combinatorCall && f.function == s.combinators[0])
	}},
	{"isToplevel", func(s *Stacks, f *frame) goja.Value { return s.rt.ToValue(f.toplevel()) }},
	{"toString", func(s *Stacks, f *frame) goja.Value { return s.rt.ToValue(f.text()) }},
}

// promiseIndex is the number of the promise that a combinator waits for.
func (s *Stacks) promiseIndex(f *frame) goja.Value {
	if f.kind != combinatorCall {
		return goja.Null()
	}
	return s.rt.ToValue(f.pc)
}

// textOr returns missing for "".
func (s *Stacks) textOr(text string, missing goja.Value) goja.Value {
	if text == "" {
		return missing
	}
	return s.rt.ToValue(text)
}

// numberOrNull returns null for natives, which are nowhere.
func (s *Stacks) numberOrNull(f *frame, n int) goja.Value {
	if f.prg == nil {
		return goja.Null()
	}
	return s.rt.ToValue(n)
}

// fileName is null for natives, and undefined for code without a file.
func (s *Stacks) fileName(f *frame) goja.Value {
	switch {
	case f.prg == nil:
		return goja.Null()
	case f.isEval():
		return goja.Undefined()
	default:
		return s.rt.ToValue(f.position().Filename)
	}
}

// unlessStrict keeps functions and receivers of strict code to themselves.
func (f *frame) unlessStrict(v goja.Value) goja.Value {
	if f.prg == nil || f.function == nil || v == nil || isStrictFunction(f.function) {
		return goja.Undefined()
	}
	return v
}

// enclosing is the place where the function begins.
func (f *frame) enclosing() *frame { return &frame{prg: f.prg, pc: 0} }

// callSites makes the array of call sites of a stack.
func (s *Stacks) callSites(frames []frame) goja.Value {
	prototype, sites := s.CallSites(), s.rt.NewArray()
	for i := range frames {
		o := s.rt.CreateObject(prototype)
		becomeError(o)
		t := &trace{stacks: s, frames: frames[i : i+1 : i+1], limited: true}
		setTrace(selfOf(o).data, t)
		selfOf(o).table = methods.plainTable // it has no property "stack"
		if err := sites.Set(strconv.Itoa(i), o); err != nil {
			panic(err)
		}
	}
	return sites
}

// CallSites returns the prototype of call sites.
func (s *Stacks) CallSites() *goja.Object {
	if s.sites == nil {
		s.defineSites()
	}
	return s.sites
}

// defineSites makes the prototype of call sites.
func (s *Stacks) defineSites() {
	s.sites = s.rt.NewObject()
	constructor := s.native(siteClass, 0, func(goja.FunctionCall) goja.Value {
		panic(s.rt.NewTypeError("Illegal constructor"))
	})
	s.define(constructor, "prototype", s.sites, goja.FLAG_FALSE, goja.FLAG_FALSE)
	s.define(s.sites, "constructor", constructor, goja.FLAG_TRUE, goja.FLAG_TRUE)
	for _, method := range siteMethods {
		s.define(s.sites, method.name, s.native(method.name, 0, func(call goja.FunctionCall) goja.Value {
			return method.get(s, s.siteOf(call.This, method.name))
		}), goja.FLAG_FALSE, goja.FLAG_FALSE)
	}
}

// siteOf returns the frame of a call site.
func (s *Stacks) siteOf(this goja.Value, method string) *frame {
	if o, ok := this.(*goja.Object); ok && selfOf(o).table == methods.plainTable && o.Prototype() == s.sites {
		if t := traceOf(selfOf(o).data); t != nil {
			return &t.frames[0]
		}
	}
	panic(s.rt.NewTypeError("CallSite method %s expects CallSite as receiver", method))
}

// evalOrigin says where code that the program made itself was made.
func (f *frame) evalOrigin() string {
	if !f.isEval() {
		return ""
	}
	return evalOrigin(sourceName(f.prg))
}

// offset is the place in the source, in bytes.
func (f *frame) offset() int {
	if f.prg == nil {
		return 0
	}
	return sourceOffset(f.prg, int(f.pc))
}
