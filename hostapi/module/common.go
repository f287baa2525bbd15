package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

// commonHead is that of the function of a CommonJS module.
var commonHead = engine.Head{Params: "exports, require, module, __filename, __dirname"}

// script is a source that is no ES module, ready to compile.
type script struct {
	unit    engine.Unit
	head    *engine.Head // nil: it is no function
	call    string       // what import is called in it, or ""
	once    bool         // loaded once: there may be an image
	scanned *esm.Module  // nil: nothing to change
}

// newCommon prepares the text of a CommonJS module.
func newCommon(name, text string, origin *engine.Origin) script {
	s := newScript(name, text, origin)
	s.head, s.once = &commonHead, true
	return s
}

// compile compiles the script, unless there is an image.
func (s script) compile(images engine.Images) (*engine.Module, error) {
	if s.once {
		s.unit.Images = images
	}
	if s.head == nil {
		return engine.CompileScriptUnit(s.unit)
	}
	return engine.CompileUnit(*s.head, s.unit)
}

// newScript prepares text, whose import() becomes a call. origin says what text
// was lowered from, or is nil.
func newScript(name, text string, origin *engine.Origin) script {
	s := script{unit: engine.Unit{Name: name, Text: text, Origin: origin}}
	if origin != nil {
		s.unit.Foreign = []string{helpersName}
		s.unit.AsyncGenerators = asyncGeneratorsOf(text)
	}
	if !hasWord(text, "import") && !hasWord(text, "export") && !strings.HasPrefix(text, "#!") {
		return s
	}
	scanned, err := esm.Scan(text)
	if err != nil {
		scanned = &esm.Module{Syntax: true} // broken, and a module if anything
	}
	s.scanned = scanned
	if !scanned.Syntax {
		s.call = scanned.Call
		s.unit.Edits, s.unit.Foreign = edits(scanned), append(s.unit.Foreign, s.call)
	}
	return s
}

// hasWord says that a text has a word, anywhere, that is no part of a longer name:
// most CommonJS modules have "exports", and need no scan.
func hasWord(text, word string) bool {
	for end := 0; ; {
		at := strings.Index(text[end:], word)
		if at < 0 {
			return false
		}
		at += end
		end = at + len(word)
		if (at == 0 || !isNamePart(text[at-1])) && (end == len(text) || !isNamePart(text[end])) {
			return true
		}
	}
}

func isNamePart(c byte) bool {
	return c == '_' || c == '$' || '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

// isModule says that the script can only be an ES module, as its declarations
// show.
func (s script) isModule() bool { return s.scanned != nil && s.scanned.Syntax }

// edits converts the edits of a scan.
func edits(m *esm.Module) []engine.Edit {
	list := make([]engine.Edit, len(m.Edits))
	for i, edit := range m.Edits {
		list[i] = engine.Edit(edit)
	}
	return list
}

// compileCommon(source, filename, importer, ambiguous, loader, config) returns
// the function of a CommonJS module, in which import() calls importer. It returns
// undefined for a source that can only be an ES module, when ambiguous is true.
func compileCommon(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name, ambiguous := c.Argument(0).String(), c.Argument(1).String(), c.Argument(3).ToBoolean()
	st := e.State.(*state)
	st.sources[name] = source
	d := dialect{loader: optionalString(c.Argument(4)), config: optionalString(c.Argument(5)), common: true}
	if d.loader != "" {
		text, origin, bad := lower(e, name, source, d)
		if bad != nil {
			panic(bad.error(e, source))
		}
		s := newCommon(name, text, origin)
		s.unit.Coverage = newCoverage(st.covers(name))
		m, err := s.compile(st.main.Images)
		if err != nil {
			panic(syntaxError(e, source, err))
		}
		st.covered(name, source, s.unit.Coverage)
		return run(e, m, s, c.Argument(2))
	}
	s := newCommon(name, source, nil)
	if ambiguous && s.isModule() {
		return goja.Undefined()
	}
	s.unit.Coverage = newCoverage(st.covers(name))
	m, err := s.compile(st.main.Images)
	if err != nil && ambiguous && awaitsAtTop(name, source) {
		return goja.Undefined()
	}
	if err != nil {
		m, s = compileLowered(e, name, source, newCommon, err)
	}
	st.covered(name, source, s.unit.Coverage)
	return run(e, m, s, c.Argument(2))
}

func optionalString(v goja.Value) string {
	if goja.IsUndefined(v) {
		return ""
	}
	return v.String()
}

// preparer is newScript or newCommon.
type preparer func(name, text string, origin *engine.Origin) script

// compileLowered compiles a source with syntax that goja lacks. It throws when
// something else is wrong with it; failure is what goja said.
func compileLowered(e *host.Env, name, source string, prepare preparer, failure error) (*engine.Module, script) {
	st := e.State.(*state)
	if newScript(name, source, nil).isModule() {
		panic(moduleSyntaxError(e, name, source, failure))
	}
	text, origin, bad := lower(e, name, source, dialect{loader: "js"})
	if bad != nil {
		panic(bad.error(e, source))
	}
	s := prepare(name, text, origin)
	s.unit.Limit = st.limit
	s.unit.Coverage = newCoverage(st.covers(name))
	m, err := s.compile(st.main.Images)
	if err != nil {
		panic(syntaxError(e, source, failure))
	}
	return m, s
}

// run runs a compiled program, whose import() is importer.
func run(e *host.Env, m *engine.Module, s script, importer goja.Value) goja.Value {
	st := e.State.(*state)
	s.link(st, m, importer)
	if st.programs != nil {
		st.programs.addScript(s, importer, m)
	}
	v, err := e.RT.RunProgram(m.Program)
	if err != nil {
		panic(err)
	}
	return v
}

// link gives a script's program what its foreign names mean.
func (s script) link(st *state, m *engine.Module, importer goja.Value) {
	if b := m.Bindings[s.call]; b != nil {
		b.Set(importer)
	}
	st.helpLoweredCode(m)
}

// awaitsAtTop says that a source that is not CommonJS compiles as an ES module:
// it awaits at its top level.
func awaitsAtTop(name, source string) bool {
	if !strings.Contains(source, awaitWord) {
		return false
	}
	scanned, err := esm.Scan(source)
	if err != nil {
		return false
	}
	_, err = compileModule(name, source, nil, scanned, compiling{})
	return err == nil
}

// detectCommonModule(source, name) says that the source of a file whose package
// has no type can only be an ES module.
func detectCommonModule(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.RT.ToValue(detect(c, newCommon))
}

// detectModule(source, name) says that a script can only be an ES module.
func detectModule(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.RT.ToValue(detect(c, newScript))
}

func detect(c goja.FunctionCall, prepare preparer) bool {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	s := prepare(name, source, nil)
	if s.isModule() {
		return true
	}
	if !strings.Contains(source, awaitWord) {
		return false
	}
	_, err := s.compile(nil)
	return err != nil && awaitsAtTop(name, source)
}

// evaluate(source, name, importer) runs a script in the global scope and returns
// its value. import() in it calls importer.
func evaluate(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	e.State.(*state).sources[name] = source
	s := newScript(name, source, nil)
	s.unit.Limit = e.State.(*state).limit
	m, err := s.compile(nil)
	if err != nil {
		m, s = compileLowered(e, name, source, newScript, err)
	}
	return run(e, m, s, c.Argument(2))
}
