package module

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// sessionKind(source) says how a piece of a session is to be run: "script" by
// runSession, "async" by sessionFunction, "incomplete" not before more was
// typed. What is wrong is "script" too: running it reports the error.
func sessionKind(e *host.Env, c goja.FunctionCall) goja.Value {
	source := c.Argument(0).String()
	if strings.Contains(source, "await") {
		if awaitingScript(source) != nil {
			return e.RT.ToValue("async")
		}
	}
	_, _, err := parseScript(source, false)
	if err != nil && strings.Contains(source, "await") {
		_, _, err = parseScript(source, true)
	}
	if isIncomplete(source, err) {
		return e.RT.ToValue("incomplete")
	}
	return e.RT.ToValue("script")
}

// isIncomplete says that only the end of source is wrong.
func isIncomplete(source string, err error) bool {
	var list parser.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return false
	}
	first := list[0]
	if strings.Contains(first.Message, "Unexpected end of input") {
		return true
	}
	start := offsetOf(source, first.Position.Line, first.Position.Column)
	line := source[strings.LastIndexByte(source[:start], '\n')+1:]
	switch {
	case strings.Contains(first.Message, "Unterminated template literal"):
		return true
	case strings.Contains(first.Message, "Unexpected token ILLEGAL") && strings.HasSuffix(strings.TrimRight(line, "\r\n"), `\`):
		return true // a string that goes on in the next line
	case strings.LastIndex(source, "/*") > strings.LastIndex(source, "*/"):
		return strings.Contains(first.Message, "ILLEGAL")
	}
	return false
}

// offsetOf returns an offset in source from a line and column.
func offsetOf(source string, line, column int) int {
	at := 0
	for ; line > 1; line-- {
		next := strings.IndexByte(source[at:], '\n')
		if next < 0 {
			return len(source)
		}
		at += next + 1
	}
	return min(at+max(column-1, 0), len(source))
}

// runSession(source, name, importer) runs a script whose declarations can be
// made again, and returns its value.
func runSession(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	return runEdited(e, name, source, sessionScript, nil, c.Argument(2))
}

// sessionFunction(source, name, importer) returns the asynchronous function of
// code that awaits. It takes a place for the value and returns {value}.
func sessionFunction(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	if awaitingScript(source) == nil {
		panic(e.Error("", "the code awaits nothing"))
	}
	rewrite := func(text string) *rewriting {
		if r := awaitingScript(text); r != nil {
			return r
		}
		return &rewriting{source: text}
	}
	return runEdited(e, name, source, rewrite, &engine.Head{Params: resultName, Async: true}, c.Argument(2))
}

// contextHead makes all names of a script properties of the scope, except
// those that its functions declare for themselves.
var contextHead = engine.Head{Params: "$scope, " + resultName, Prologue: "with ($scope) { return (function () {"}

// contextFunction(source, name, importer) returns the function of a script in a
// context, and the names that the script declares and those that it assigns
// to. The function takes the scope and returns the script's value.
func contextFunction(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	var declared, assigned []string
	f := runEdited(e, name, source, func(text string) (r *rewriting) {
		written := source
		if text == source {
			written = ""
		}
		r, assigned = contextScript(text, written)
		declared = r.declared
		return r
	}, &contextHead, c.Argument(2))
	return e.RT.NewArray(f, stringArray(e, declared), stringArray(e, assigned))
}

// compileFunction(source, name, parameters, scopes, importer) returns a
// function with a body and parameters as they are given. With scopes it is the
// result of a function that takes so many objects whose properties are
// variables.
func compileFunction(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	head := engine.Head{Params: c.Argument(2).String()}
	tail := ""
	if n := int(c.Argument(3).ToInteger()); n > 0 {
		parameters := make([]string, n)
		prologue := ""
		for i := range parameters {
			parameters[i] = "$scope" + strconv.Itoa(i)
			prologue += "with (" + parameters[i] + ") {"
		}
		prologue += "return function (" + head.Params + ") {"
		tail = "\n};" + strings.Repeat("}", n)
		head = engine.Head{Params: strings.Join(parameters, ", "), Prologue: prologue}
	}
	return runEdited(e, name, source, func(text string) *rewriting {
		r := &rewriting{source: text}
		if tail != "" {
			r.insert(len(text), tail)
		}
		return r
	}, &head, c.Argument(4))
}

// checkScript(source, name) throws when a script does not compile.
func checkScript(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	e.State.(*state).sources[name] = source
	if _, err := engine.CompileScriptUnit(newScript(name, source, nil).unit); err != nil {
		if text, origin, bad := lower(e, name, source, dialect{loader: "js"}); bad == nil {
			_, lowerErr := engine.CompileScriptUnit(newScript(name, text, origin).unit)
			if lowerErr == nil {
				return goja.Undefined()
			}
		}
		panic(syntaxError(e, source, err))
	}
	return goja.Undefined()
}

// runEdited compiles a source that rewrite has changed, as a script or as a
// function, and runs the program. Syntax that goja lacks is lowered first.
func runEdited(e *host.Env, name, source string, rewrite func(text string) *rewriting, head *engine.Head, importer goja.Value) goja.Value {
	e.State.(*state).sources[name] = source
	s := newEdited(e, name, source, nil, rewrite(source), head)
	m, err := s.compile(nil)
	if err != nil {
		text, origin, bad := lower(e, name, source, dialect{loader: "js"})
		if bad == nil {
			s = newEdited(e, name, text, origin, rewrite(text), head)
			m, _ = s.compile(nil)
		}
	}
	if m == nil {
		panic(syntaxError(e, source, err))
	}
	return run(e, m, s, importer)
}

// newEdited prepares a script with further edits.
func newEdited(e *host.Env, name, text string, origin *engine.Origin, r *rewriting, head *engine.Head) script {
	s := newScript(name, text, origin)
	s.head = head
	s.unit.Limit = e.State.(*state).limit
	s.unit.Edits = append(slices.Clone(s.unit.Edits), r.edits...)
	// What is put in stands before what is replaced at the same place.
	slices.SortStableFunc(s.unit.Edits, func(a, b engine.Edit) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Len, b.Len)) })
	return s
}
