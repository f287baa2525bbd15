package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// Call sites, which Error.prepareStackTrace gets. One is an object whose Go
// part is that of an error with one frame: it holds nothing else.

const siteClass = "CallSite"

// siteMethods are the methods of a call site, in V8's order.
var siteMethods = []struct {
	name string
	get  func(s *Stacks, f *frame) any
}{
	{"getColumnNumber", func(_ *Stacks, f *frame) any { return numberOrNull(f, f.position().Column) }},
	{"getEnclosingColumnNumber", func(_ *Stacks, f *frame) any { return numberOrNull(f, f.enclosing().position().Column) }},
	{"getEnclosingLineNumber", func(_ *Stacks, f *frame) any { return numberOrNull(f, f.enclosing().position().Line) }},
	{"getEvalOrigin", func(_ *Stacks, f *frame) any { return orUndefined(f.evalOrigin()) }},
	{"getFileName", func(_ *Stacks, f *frame) any { return f.fileName() }},
	{"getFunction", func(_ *Stacks, f *frame) any { return f.hiddenWhenStrict(f.function) }},
	{"getFunctionName", func(_ *Stacks, f *frame) any { return orNull(f.functionName()) }},
	{"getLineNumber", func(_ *Stacks, f *frame) any { return numberOrNull(f, f.position().Line) }},
	{"getMethodName", func(_ *Stacks, f *frame) any { return orNull(f.methodName()) }},
	{"getPosition", func(_ *Stacks, f *frame) any { return f.offset() }},
	{"getPromiseIndex", func(*Stacks, *frame) any { return nil }},
	{"getScriptNameOrSourceURL", func(_ *Stacks, f *frame) any { return f.fileName() }},
	{"getScriptHash", func(*Stacks, *frame) any { return "" }},
	{"getThis", func(_ *Stacks, f *frame) any { return f.hiddenWhenStrict(f.this) }},
	{"getTypeName", func(_ *Stacks, f *frame) any { return orNull(f.typeName()) }},
	{"isAsync", func(_ *Stacks, f *frame) any { return f.kind == asyncCall }},
	{"isConstructor", func(_ *Stacks, f *frame) any { return f.kind == constructCall || f.kind == nativeBuild }},
	{"isEval", func(_ *Stacks, f *frame) any { return f.isEval() }},
	{"isNative", func(*Stacks, *frame) any { return false }},
	{"isPromiseAll", func(*Stacks, *frame) any { return false }},
	{"isToplevel", func(_ *Stacks, f *frame) any { return f.toplevel() }},
	{"toString", func(_ *Stacks, f *frame) any { return f.text() }},
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func orUndefined(s string) any {
	if s == "" {
		return goja.Undefined()
	}
	return s
}

func numberOrNull(f *frame, n int) any {
	if f.prg == nil {
		return nil
	}
	return n
}

// fileName is null for natives, and undefined for code without a file.
func (f *frame) fileName() any {
	switch {
	case f.prg == nil:
		return nil
	case f.isEval():
		return goja.Undefined()
	default:
		return f.position().Filename
	}
}

// hiddenWhenStrict keeps functions and receivers of strict code to themselves.
func (f *frame) hiddenWhenStrict(v goja.Value) any {
	if f.prg == nil || f.function == nil || v == nil || isStrict(f.function) {
		return goja.Undefined()
	}
	return v
}

// enclosing is the place where the function begins.
func (f *frame) enclosing() *frame { return &frame{prg: f.prg, pc: 0} }

// callSites makes the array of call sites of a stack.
func (s *Stacks) callSites(frames []frame) goja.Value {
	if s.sites == nil {
		s.defineSites()
	}
	sites := make([]any, len(frames))
	for i := range frames {
		o := s.rt.CreateObject(s.sites)
		becomeError(o)
		t := &trace{stacks: s, frames: frames[i : i+1 : i+1], limited: true}
		setTrace(selfOf(o).data, t)
		selfOf(o).table = methods.plainTable // it has no property "stack"
		sites[i] = o
	}
	return s.rt.NewArray(sites...)
}

// defineSites makes the prototype of call sites.
func (s *Stacks) defineSites() {
	s.sites = s.rt.NewObject()
	constructor := s.native(siteClass, 0, func(goja.FunctionCall) goja.Value {
		panic(s.rt.NewTypeError("Illegal constructor"))
	})
	s.define(constructor, "prototype", s.sites, goja.FLAG_FALSE)
	s.define(s.sites, "constructor", constructor, goja.FLAG_TRUE)
	for _, method := range siteMethods {
		s.define(s.sites, method.name, s.native(method.name, 0, func(call goja.FunctionCall) goja.Value {
			return s.rt.ToValue(method.get(s, s.siteOf(call.This, method.name)))
		}), goja.FLAG_FALSE)
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
	items := *at[[]srcMapItem](unsafe.Pointer(f.prg), offsets.programSrcMap)
	position := 0
	for _, item := range items {
		if item.pc > f.pc {
			break
		}
		position = item.srcPos
	}
	return position
}
