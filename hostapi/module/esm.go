package module

import (
	"errors"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/ahead"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

// module is an ES module of a loop.
type module struct {
	name, source string // source is what a person wrote
	text         string // what is compiled
	origin       *engine.Origin
	scanned      *esm.Module // nil in a module of a snapshot until it is compiled again
	pending      *ahead.Value[compilation]

	handle   int
	progress progress
	unit     uint64 // see programs
	// What is known when it was compiled:
	async    bool
	bindings map[string]*engine.Binding
	coverage *engine.Coverage
}

// compiling says how a module is compiled.
type compiling struct {
	images  engine.Images
	covered bool // what runs of it is counted
	// bindings and coverage are those of a module that is compiled again.
	bindings map[string]*engine.Binding
	coverage *engine.Coverage
}

// compiling returns how the module of a name is compiled: an image does not count.
func (s *state) compiling(name string) compiling {
	if s.covers(name) {
		return compiling{covered: true}
	}
	return compiling{images: s.main.Images}
}

// compilation is the outcome of compileModule.
type compilation struct {
	module *compiledModule
	err    error
}

// compilations are modules that wait to be compiled, of all loops.
var compilations ahead.Queue

// begin lets the module be compiled ahead of its turn.
func (m *module) begin(how compiling) {
	name, text, origin, scanned := m.name, m.text, m.origin, m.scanned
	m.pending = ahead.Start(&compilations, func() compilation {
		compiled, err := compileModule(name, text, origin, scanned, how)
		return compilation{compiled, err}
	})
}

// compiledModule is the function that a module becomes.
type compiledModule struct {
	*engine.Module
	// async says that the module awaits at its top level.
	async bool
	// coverage counts what runs; nil when nobody asked.
	coverage *engine.Coverage
	// locals are the variables whose getters the function's first step gives.
	locals []string
}

// awaitWord is read as a name where a module that awaits was compiled as one
// that does not.
const awaitWord = "await"

// compileModule compiles the function of a module.
func compileModule(name, text string, origin *engine.Origin, scanned *esm.Module, how compiling) (*compiledModule, error) {
	m := &compiledModule{locals: scanned.Locals()}
	for {
		m.coverage = newCoverage(how.covered)
		how.coverage = m.coverage
		var err error
		m.Module, err = how.module(name, text, origin, scanned, m.async)
		if m.async || !scanned.Await || err == nil && !m.Bindings[awaitWord].Used() {
			return m, err
		}
		m.async = true
	}
}

// module compiles a module's function. Its first step, the hoisting of functions and
// the getters of the exported variables, ends in a yield; or, when the module awaits,
// in waiting for what the function $link returns.
func (how compiling) module(name, text string, origin *engine.Origin, scanned *esm.Module, async bool) (*engine.Module, error) {
	unit := engine.Unit{
		Name: name, Text: text, Origin: origin, Edits: edits(scanned), Default: scanned.Default,
		Foreign: append(scanned.Foreign(), awaitWord, helpersName), Check: (&checker{scanned}).check,
		Images: how.images, Bindings: how.bindings, Coverage: how.coverage,
	}
	if origin != nil {
		unit.AsyncGenerators = asyncGeneratorsOf(text)
	}
	getters := strings.Join(gettersOf(scanned.Locals()), ",")
	head := engine.Head{Generator: true, Prologue: "'use strict';yield [" + getters + "];"}
	if async {
		head = engine.Head{Async: true, Prologue: "'use strict';await " + scanned.Link + "([" + getters + "]);"}
	}
	return engine.CompileUnit(head, unit)
}

func gettersOf(locals []string) []string {
	getters := make([]string, len(locals))
	for i, local := range locals {
		getters[i] = "()=>" + local
	}
	return getters
}

// parseModule(source, url, loader, config) returns what the loader needs to know
// of a module:
//
//	{ handle, requests: [[specifier, attributes, offset]], imports: [[request, name, local, offset]],
//	  exports: [[name, local, request, imported, offset]], meta, dynamic }
func parseModule(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	s := e.State.(*state)
	s.sources[name] = source
	m := &module{name: name, source: source, text: source}
	if loader := optionalString(c.Argument(2)); loader != "" {
		var bad *problem
		m.text, m.origin, bad = lower(e, name, source, dialect{loader: loader, config: optionalString(c.Argument(3))})
		if bad != nil {
			panic(bad.error(e, source))
		}
	}
	if err := m.scan(); err != nil {
		panic(placedError(e, source, m.placeAt(err.At, 1), err.Message))
	}
	m.handle = len(s.modules)
	s.modules = append(s.modules, m)
	m.begin(s.compiling(name))
	return describeModule(e, m.handle, m.scanned)
}

func (m *module) scan() *esm.Error {
	scanned, err := esm.Scan(m.text)
	if err != nil {
		var bad *esm.Error
		errors.As(err, &bad)
		return bad
	}
	m.scanned = scanned
	return nil
}

// compile makes the module's function. It throws what is wrong with the source.
func (m *module) compile(e *host.Env) *compiledModule {
	s, done := e.State.(*state), m.pending.Get()
	m.pending, m.progress = nil, failed
	if done.err != nil && m.origin == nil {
		done.module = m.compileLowered(e, done.err)
	} else if done.err != nil {
		panic(syntaxError(e, m.source, done.err))
	}
	made := done.module
	m.progress, m.async, m.bindings, m.coverage = compiled, made.async, made.Bindings, made.coverage
	s.helpLoweredCode(made.Module)
	s.covered(m.name, m.source, m.coverage)
	if s.programs != nil {
		s.programs.addModule(m, made.Module)
	}
	return made
}

// compileLowered compiles a module with syntax that goja lacks; failure is what
// goja said.
func (m *module) compileLowered(e *host.Env, failure error) *compiledModule {
	text, origin, bad := lower(e, m.name, m.source, dialect{loader: "js"})
	if bad != nil {
		panic(bad.error(e, m.source))
	}
	again := &module{name: m.name, source: m.source, text: text, origin: origin}
	if again.scan() == nil && slices.EqualFunc(again.scanned.Requests, m.scanned.Requests, sameRequest) {
		if compiled, err := compileModule(m.name, text, origin, again.scanned, e.State.(*state).compiling(m.name)); err == nil {
			m.text, m.origin, m.scanned = text, origin, again.scanned
			return compiled
		}
	}
	panic(syntaxError(e, m.source, failure))
}

func sameRequest(a, b esm.Request) bool {
	return a.Specifier == b.Specifier && slices.Equal(a.Attributes, b.Attributes)
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

// moduleFunction(handle) returns { body, async, locals, parsed }: the function
// that a module became, the names of the variables that its first step tells of,
// and what parseModule said, which lowering may have changed.
func moduleFunction(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	before := m.origin
	made := m.compile(e)
	body, err := e.RT.RunProgram(made.Program)
	if err != nil {
		panic(err)
	}
	o := e.RT.NewObject()
	e.Set(o, "body", body)
	e.Set(o, "async", made.async)
	e.Set(o, "locals", stringArray(e, made.locals))
	if m.origin != before {
		e.Set(o, "parsed", describeModule(e, int(c.Argument(0).ToInteger()), m.scanned))
	}
	return o
}

// binding returns the foreign name of a module that an argument names: one of
// its imports, or "import()", "import.meta" and "link" for what has no name.
func (m *module) binding(name string) *engine.Binding {
	if m.scanned == nil && strings.ContainsAny(name, "(.") {
		m.scan() // it has no error
	}
	switch name {
	case "import()":
		name = m.scanned.Call
	case "import.meta":
		name = m.scanned.MetaName
	case "link()":
		name = m.scanned.Link
	}
	return m.bindings[name]
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

// makeNamespace() returns the number of a new namespace; bindNamespace(handle,
// name, object, number) makes a foreign name that namespace; addMember(number,
// name, value, isVariable) sets one of its properties, to a value or to what a
// getter reads.
func makeNamespace(e *host.Env, _ goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	s.namespaces = append(s.namespaces, engine.NewNamespace())
	return e.RT.ToValue(len(s.namespaces) - 1)
}

func bindNamespace(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	s.module(c.Argument(0)).binding(c.Argument(1).String()).SetNamespace(c.Argument(2), s.namespaces[c.Argument(3).ToInteger()])
	return goja.Undefined()
}

func addMember(e *host.Env, c goja.FunctionCall) goja.Value {
	member := e.State.(*state).namespaces[c.Argument(0).ToInteger()].Member(c.Argument(1).String())
	if c.Argument(3).ToBoolean() {
		member.SetVariable(c.Argument(2).(*goja.Object))
	} else {
		member.Set(c.Argument(2))
	}
	return goja.Undefined()
}

// moduleError(handle, offset, message) returns a SyntaxError at a place of a
// module, with the name there underlined.
func moduleError(e *host.Env, c goja.FunctionCall) goja.Value {
	m := e.State.(*state).module(c.Argument(0))
	offset := int(c.Argument(1).ToInteger())
	at := m.placeAt(offset, esm.TokenLength(m.text[offset:]))
	return placedError(e, m.source, at, c.Argument(2).String())
}

// placeAt returns where an offset of the module's text comes from.
func (m *module) placeAt(offset, length int) place {
	return placeAt(m.name, m.source, m.origin.Offset(offset), length)
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

// commonNames(source, filename, loader, config) returns { exports, reexports } of a
// CommonJS module, as far as its text shows them.
func commonNames(e *host.Env, c goja.FunctionCall) goja.Value {
	text := c.Argument(0).String()
	if loader := optionalString(c.Argument(2)); loader != "" {
		d := dialect{loader: loader, config: optionalString(c.Argument(3)), common: true}
		text, _, _ = lower(e, c.Argument(1).String(), text, d) // loading it shows what is wrong
	}
	names := esm.CommonNames(text)
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
	open := strings.LastIndexByte(m.text[:offset], '{')
	end := strings.IndexByte(m.text[offset:], '}')
	if open < 0 || end < 0 || strings.Contains(m.text[open:offset+end], "\n") {
		return goja.Undefined()
	}
	return e.RT.ToValue(m.text[open : offset+end+1])
}

func stringArray(e *host.Env, texts []string) goja.Value {
	values := make([]any, len(texts))
	for i, text := range texts {
		values[i] = text
	}
	return e.RT.NewArray(values...)
}

// typescriptFormat(source, name, loader, config) says whether a source in a
// package without a type is "module" or "commonjs": as compilers have it, it
// becomes CommonJS unless it needs what only ES modules have.
func typescriptFormat(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	format := "commonjs"
	if esm.MayNeedModule(source) {
		d := dialect{loader: c.Argument(2).String(), config: optionalString(c.Argument(3))}
		text, origin, bad := lower(e, name, source, d)
		if bad == nil && needsModule(name, text, origin) {
			format = "module"
		}
	}
	return e.RT.ToValue(format)
}

func needsModule(name, text string, origin *engine.Origin) bool {
	m := &module{name: name, text: text, origin: origin}
	if m.scan() != nil || m.scanned.Meta {
		return true
	}
	compiled, err := compileModule(name, text, origin, m.scanned, compiling{})
	return err == nil && compiled.async
}
