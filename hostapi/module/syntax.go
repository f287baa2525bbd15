package module

import (
	"errors"
	"regexp"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
	"github.com/jsrr/jsrr/internal/nesting"
)

// lineOf returns a line of source, counted from 1.
func lineOf(source string, line int) string {
	for ; line > 1; line-- {
		_, rest, ok := strings.Cut(source, "\n")
		if !ok {
			return ""
		}
		source = rest
	}
	text, _, _ := strings.Cut(source, "\n")
	return strings.TrimSuffix(text, "\r")
}

// sourceLine(filename, line) returns a line of a module that was compiled.
func sourceLine(e *host.Env, c goja.FunctionCall) goja.Value {
	source := e.State.(*state).sources[c.Argument(0).String()]
	return e.RT.ToValue(lineOf(source, int(c.Argument(1).ToInteger())))
}

// rewording replaces a message by another.
type rewording struct {
	pattern *regexp.Regexp
	message string
}

// reword returns a message in the words of a table, where it has some.
func reword(message string, table []rewording) string {
	for _, r := range table {
		if reworded := r.pattern.ReplaceAllString(message, r.message); reworded != message {
			return reworded
		}
	}
	return message
}

// syntaxError makes the JavaScript error of source that does not compile. Its
// stack begins with the place and the source line, as Node's does.
func syntaxError(e *host.Env, source string, err error) goja.Value {
	var syntax *engine.SyntaxError
	if !errors.As(err, &syntax) {
		return e.Error("", err.Error())
	}
	return placedError(e, source, place{syntax.File, syntax.Line, syntax.Column, 1}, engine.V8Syntax(syntax.Message))
}

// moduleSyntaxError is the error of module syntax in what is no module.
func moduleSyntaxError(e *host.Env, name, source string, failure error) goja.Value {
	at, message := esm.FirstSyntax(source)
	if message == "" {
		return syntaxError(e, source, failure)
	}
	return placedError(e, source, placeAt(name, source, at, esm.TokenLength(source[at:])), message)
}

// place is where in a source something is wrong.
type place struct {
	file         string
	line, column int // from 1; columns in bytes
	length       int
}

// endOfInput is the one error that V8 puts no caret under.
const endOfInput = "Unexpected end of input"

// placedError makes a SyntaxError whose stack shows a place in source.
func placedError(e *host.Env, source string, at place, message string) goja.Value {
	if message == nesting.ErrTooDeep.Error() {
		return e.RangeError("", message)
	}
	o := newSyntaxError(e, message)
	text := lineOf(source, at.line)
	before := text[:max(0, min(at.column-1, len(text)))]
	var caret strings.Builder
	for _, r := range before {
		if r != '\t' {
			r = ' '
		}
		caret.WriteRune(r)
	}
	if message != endOfInput {
		caret.WriteString(strings.Repeat("^", max(1, min(at.length, len(text)-len(before)))))
	}
	e.Set(o, "stack", at.file+":"+strconv.Itoa(at.line)+"\n"+text+"\n"+caret.String()+"\n\nSyntaxError: "+message)
	return o
}
