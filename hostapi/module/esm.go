package module

import (
	"errors"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

// module is an ES module of a loop.
type module struct {
	name, source string // source is what a person wrote
	scanned      *esm.Module
	compiled     *compiledModule
}

// compiledModule is the function that a module becomes.
type compiledModule struct {
	*engine.Module
	// async says that the module awaits at its top level.
	async bool
	// locals are the variables whose getters the function's first step gives.
	locals []string
}

// awaitWord is read as a name where a module that awaits was compiled as one
// that does not.
const awaitWord = "await"

// compileModule compiles the function of a module. Its first step, the hoisting
// of functions and the getters of the exported variables, ends in a yield; or,
// when the module awaits, in waiting for what the function $link returns.
func compileModule(name, text string, origin *engine.Origin, scanned *esm.Module) (*compiledModule, error) {
	m := &compiledModule{locals: scanned.Locals()}
	var getters strings.Builder
	for i, local := range m.locals {
		if i > 0 {
			getters.WriteByte(',')
		}
		getters.WriteString("()=>" + local)
	}
	unit := engine.Unit{
		Name: name, Text: text, Origin: origin, Edits: edits(scanned), Default: scanned.Default,
		Foreign: append(scanned.Foreign(), awaitWord), Check: (&checker{scanned}).check,
	}
	var err error
	m.Module, err = engine.CompileUnit(engine.Head{
		Generator: true, Prologue: "'use strict';yield [" + getters.String() + "];",
	}, unit)
	if !scanned.Await || err == nil && !m.Bindings[awaitWord].Used() {
		return m, err
	}
	m.async = true
	m.Module, err = engine.CompileUnit(engine.Head{
		Async: true, Prologue: "'use strict';await " + scanned.Link + "([" + getters.String() + "]);",
	}, unit)
	return m, err
}

// parseModule(source, url) returns what the loader needs to know of a module:
//
//	{ handle, requests: [[specifier, attributes, offset]], imports: [[request, name, local, offset]],
//	  exports: [[name, local, request, imported, offset]], meta, dynamic }
func parseModule(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	s := e.State.(*state)
	s.sources[name] = source
	scanned, err := esm.Scan(source)
	if err != nil {
		var bad *esm.Error
		errors.As(err, &bad)
		panic(placedError(e, source, placeAt(name, source, bad.At, 1), bad.Message))
	}
	s.modules = append(s.modules, &module{name: name, source: source, scanned: scanned})
	return describeModule(e, len(s.modules)-1, scanned)
}

func describeModule(e *host.Env, handle int, m *esm.Module) goja.Value {
	o := e.RT.NewObject()
	requests := make([]any, len(m.Requests))
	for i, r := range m.Requests {
		requests[i] = e.RT.NewArray(r.Specifier, stringArray(e, r.Attributes), r.At)
	}
	imports := make([]any, len(m.Imports))
	for i, b := range m.Imports {
		imports[i] = e.RT.NewArray(b.Request, b.Name, b.Local, b.At)
	}
	exports := make([]any, len(m.Exports))
	for i, x := range m.Exports {
		exports[i] = e.RT.NewArray(x.Name, x.Local, x.Request, x.Import, x.At)
	}
	e.Set(o, "handle", handle)
	e.Set(o, "requests", e.RT.NewArray(requests...))
	e.Set(o, "imports", e.RT.NewArray(imports...))
	e.Set(o, "exports", e.RT.NewArray(exports...))
	e.Set(o, "meta", m.Meta)
	e.Set(o, "dynamic", m.Dynamic)
	return o
}

func (s *state) module(v goja.Value) *module { return s.modules[v.ToInteger()] }

// moduleFunction(handle) returns { body, async, locals }: the function that a
// module became, and the names of the variables that its first step tells of.
func moduleFunction(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	compiled, err := compileModule(m.name, m.source, nil, m.scanned)
	if err != nil {
		panic(syntaxError(e, m.source, err))
	}
	m.compiled = compiled
	body, err := e.RT.RunProgram(compiled.Program)
	if err != nil {
		panic(err)
	}
	o := e.RT.NewObject()
	e.Set(o, "body", body)
	e.Set(o, "async", compiled.async)
	e.Set(o, "locals", stringArray(e, compiled.locals))
	return o
}

// binding returns the foreign name of a module that an argument names: one of
// its imports, or "import()", "import.meta" and "link" for what has no name.
func (m *module) binding(name string) *engine.Binding {
	switch name {
	case "import()":
		name = m.scanned.Call
	case "import.meta":
		name = m.scanned.MetaName
	case "link()":
		name = m.scanned.Link
	}
	return m.compiled.Bindings[name]
}

// bindValue(handle, name, value) makes value what a foreign name of a module is.
func bindValue(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	m.binding(c.Argument(1).String()).Set(c.Argument(2))
	return goja.Undefined()
}

// bindVariable(handle, name, getter) makes a foreign name of a module read the
// variable of another module that getter reads.
func bindVariable(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	if getter, ok := c.Argument(2).(*goja.Object); ok {
		m.binding(c.Argument(1).String()).SetVariable(getter)
	}
	return goja.Undefined()
}

// moduleError(handle, offset, message) returns a SyntaxError at a place of a
// module, with the name there underlined.
func moduleError(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	offset := int(c.Argument(1).ToInteger())
	at := placeAt(m.name, m.source, offset, esm.TokenLength(m.source[offset:]))
	return placedError(e, m.source, at, c.Argument(2).String())
}

// placeAt turns an offset into a place.
func placeAt(name, source string, offset, length int) place {
	before := source[:offset]
	line := strings.Count(before, "\n")
	return place{name, line + 1, offset - strings.LastIndexByte(before, '\n'), length}
}

// runLastJob() runs the job that was queued last, at once. An asynchronous
// module begins in its turn of the evaluation, not a job later.
func runLastJob(e *host.Env, _ goja.FunctionCall) goja.Value {
	engine.JobQueue(e.RT).RunLast()
	return goja.Undefined()
}

// commonNames(source) returns { exports, reexports } of a CommonJS module, as
// far as its text shows them.
func commonNames(e *host.Env, c goja.FunctionCall) goja.Value {
	names := esm.CommonNames(c.Argument(0).String())
	o := e.RT.NewObject()
	e.Set(o, "exports", stringArray(e, names.Exports))
	e.Set(o, "reexports", stringArray(e, names.Reexports))
	return o
}

// namesOnLine(handle, offset) returns the list of names in braces around an
// offset of a module, when it is on one line.
func namesOnLine(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	offset := int(c.Argument(1).ToInteger())
	open := strings.LastIndexByte(m.source[:offset], '{')
	end := strings.IndexByte(m.source[offset:], '}')
	if open < 0 || end < 0 || strings.Contains(m.source[open:offset+end], "\n") {
		return goja.Undefined()
	}
	return e.RT.ToValue(m.source[open : offset+end+1])
}

func stringArray(e *host.Env, texts []string) goja.Value {
	values := make([]any, len(texts))
	for i, text := range texts {
		values[i] = text
	}
	return e.RT.NewArray(values...)
}
