package module

import (
	"errors"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

// commonHead is that of the function of a CommonJS module.
var commonHead = engine.Head{Params: "exports, require, module, __filename, __dirname"}

// compileCommon(source, filename, importer, ambiguous) returns the function of
// a CommonJS module, in which import() calls importer. It returns undefined
// for a source that can only be an ES module, when ambiguous is true.
func compileCommon(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	ambiguous := c.Argument(3).ToBoolean()
	unit, scanned := commonUnit(name, source)
	if ambiguous && scanned != nil && scanned.Syntax {
		return goja.Undefined()
	}
	e.State.(*state).sources[name] = source
	m, err := engine.CompileUnit(commonHead, unit)
	if err != nil {
		if ambiguous && isModule(name, source) {
			return goja.Undefined()
		}
		panic(syntaxError(e, source, err))
	}
	return runUnit(e, m, scanned, c.Argument(2))
}

// commonUnit prepares a source that is no ES module: its import() becomes a
// call. scanned is nil when there is nothing to change.
func commonUnit(name, source string) (engine.Unit, *esm.Module) {
	unit := engine.Unit{Name: name, Text: source}
	if !strings.Contains(source, "import") && !strings.Contains(source, "export") && !strings.HasPrefix(source, "#!") {
		return unit, nil
	}
	scanned, err := esm.Scan(source)
	if err != nil {
		return unit, &esm.Module{Syntax: true} // broken, and a module if anything
	}
	if !scanned.Syntax {
		unit.Edits, unit.Foreign = edits(scanned), []string{scanned.Call}
	}
	return unit, scanned
}

// edits converts the edits of a scan.
func edits(m *esm.Module) []engine.Edit {
	list := make([]engine.Edit, len(m.Edits))
	for i, edit := range m.Edits {
		list[i] = engine.Edit(edit)
	}
	return list
}

// runUnit runs a compiled program, whose import() is importer.
func runUnit(e *host.Env, m *engine.Module, scanned *esm.Module, importer goja.Value) goja.Value {
	if scanned != nil {
		if b := m.Bindings[scanned.Call]; b != nil {
			b.Set(importer)
		}
	}
	v, err := e.RT.RunProgram(m.Program)
	if err != nil {
		panic(err)
	}
	return v
}

// isModule says that a source that is not CommonJS compiles as an ES module: it
// awaits at its top level.
func isModule(name, source string) bool {
	if !strings.Contains(source, "await") {
		return false
	}
	scanned, err := esm.Scan(source)
	if err != nil {
		return false
	}
	_, err = compileModule(name, source, nil, scanned)
	return err == nil
}

// detectModule(source, name) says that a script can only be an ES module.
func detectModule(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	unit, scanned := commonUnit(name, source)
	if scanned != nil && scanned.Syntax {
		return e.RT.ToValue(true)
	}
	if !strings.Contains(source, awaitWord) {
		return e.RT.ToValue(false)
	}
	_, err := engine.CompileScriptUnit(unit)
	return e.RT.ToValue(err != nil && isModule(name, source))
}

// evaluate(source, name, importer) runs a script in the global scope and returns
// its value. import() in it calls importer.
func evaluate(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	e.State.(*state).sources[name] = source
	unit, scanned := commonUnit(name, source)
	m, err := engine.CompileScriptUnit(unit)
	if err != nil {
		panic(syntaxError(e, source, err))
	}
	return runUnit(e, m, scanned, c.Argument(2))
}

// syntaxError makes the JavaScript error of source that does not compile. Its
// stack begins with the place and the source line, as Node's does.
func syntaxError(e *host.Env, source string, err error) goja.Value {
	var syntax *engine.SyntaxError
	if !errors.As(err, &syntax) {
		return e.Error("", err.Error())
	}
	return placedError(e, source, place{syntax.File, syntax.Line, syntax.Column, 1}, v8Message(syntax.Message))
}

// place is where in a source something is wrong.
type place struct {
	file         string
	line, column int // from 1; columns in bytes
	length       int
}

// placedError makes a SyntaxError whose stack shows a place in source.
func placedError(e *host.Env, source string, at place, message string) goja.Value {
	o, err := e.RT.New(e.Loop.Intrinsic("SyntaxError"), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	text := lineOf(source, at.line)
	before := text[:max(0, min(at.column-1, len(text)))]
	var caret strings.Builder
	for _, r := range before {
		if r != '\t' {
			r = ' '
		}
		caret.WriteRune(r)
	}
	caret.WriteString(strings.Repeat("^", max(1, at.length)))
	e.Set(o, "stack", at.file+":"+decimal(at.line)+"\n"+text+"\n"+caret.String()+"\n\nSyntaxError: "+message)
	return o
}

// detectCommonModule(source, name) says that the source of a file whose package
// has no type can only be an ES module.
func detectCommonModule(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	unit, scanned := commonUnit(name, source)
	if scanned != nil && scanned.Syntax {
		return e.RT.ToValue(true)
	}
	if !strings.Contains(source, awaitWord) {
		return e.RT.ToValue(false)
	}
	_, err := engine.CompileUnit(commonHead, unit)
	return e.RT.ToValue(err != nil && isModule(name, source))
}
