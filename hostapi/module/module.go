// Package module loads programs: CommonJS modules from files, and jsrr's own
// modules from the binary.
package module

import (
	"embed"
	"errors"
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/parser"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area. main is the script to run.
func Area(main Main) host.Area {
	return host.Area{Name: "modules", Lib: lib, NewState: func() any { return newState(main) }, Natives: []host.Native{
		{Name: "main", Fn: mainScript},
		{Name: "compile", Length: 2, Fn: compile},
		{Name: "compileAsync", Length: 2, Fn: compileAsync},
		{Name: "evaluate", Length: 2, Fn: evaluate},
		{Name: "stat", Length: 1, Fn: stat},
		{Name: "read", Length: 1, Fn: read},
		{Name: "realpath", Length: 1, Fn: realpath},
		{Name: "sourceLine", Length: 2, Fn: sourceLine},
	}}
}

// Main says what a program's first script is.
type Main struct {
	// Path is the absolute path of a file; "" when Source is given.
	Path string
	// Source is code to run instead of a file (jsrr -e), and Print asks for
	// its value to be shown (jsrr -p).
	Source string
	// Name is what Source is called in stacks.
	Name  string
	Print bool
}

// state keeps the source text of what was compiled, for error messages.
type state struct {
	main    Main
	sources map[string]string
}

func newState(main Main) *state { return &state{main: main, sources: map[string]string{}} }

func mainScript(e *host.Env, _ goja.FunctionCall) goja.Value {
	m := e.State.(*state).main
	o := e.RT.NewObject()
	e.Set(o, "path", m.Path)
	e.Set(o, "source", m.Source)
	e.Set(o, "name", m.Name)
	e.Set(o, "print", m.Print)
	return o
}

// Heads of the functions that modules become: CommonJS, and a main script
// with top-level await.
var (
	commonHead = engine.Head{Params: "exports, require, module, __filename, __dirname"}
	asyncHead  = engine.Head{Async: true}
)

// compile(source, filename) returns the function of a CommonJS module.
func compile(e *host.Env, c goja.FunctionCall) goja.Value {
	return compileBody(e, c.Argument(1).String(), commonHead, c.Argument(0).String())
}

// compileAsync(source, filename) returns the asynchronous function of a script
// with top-level await.
func compileAsync(e *host.Env, c goja.FunctionCall) goja.Value {
	return compileBody(e, c.Argument(1).String(), asyncHead, c.Argument(0).String())
}

func compileBody(e *host.Env, name string, head engine.Head, source string) goja.Value {
	e.State.(*state).sources[name] = source
	p, err := engine.Compile(name, head, source)
	if err != nil {
		panic(syntaxError(e, name, source, head.Len(), err))
	}
	f, err := e.RT.RunProgram(p)
	if err != nil {
		panic(err)
	}
	return f
}

// evaluate(source, name) runs a script in the global scope and returns its
// value.
func evaluate(e *host.Env, c goja.FunctionCall) goja.Value {
	source, name := c.Argument(0).String(), c.Argument(1).String()
	e.State.(*state).sources[name] = source
	p, err := engine.CompileScript(name, source)
	if err != nil {
		panic(syntaxError(e, name, source, 0, err))
	}
	v, err := e.RT.RunProgram(p)
	if err != nil {
		panic(err)
	}
	return v
}

// syntaxError makes the JavaScript error of source that does not compile. Its
// stack begins with the place and the source line, as Node's does. head is the number of
// columns before the source on its first line.
func syntaxError(e *host.Env, name, source string, head int, err error) goja.Value {
	message, line, column := describe(err)
	if line == 1 {
		column -= head
	}
	text := lineOf(source, line)
	if moduleSyntax.MatchString(text) {
		message = "Cannot use import statement outside a module"
		column = 1
	}
	o, newErr := e.RT.New(e.Loop.Intrinsic("SyntaxError"), e.RT.ToValue(message))
	if newErr != nil {
		panic(newErr)
	}
	caret := strings.Repeat(" ", max(0, min(column-1, len(text)))) + "^"
	at := loop.Site{File: name, Line: line, Column: max(column, 1)}
	e.Set(o, "stack", at.String()+"\n"+text+"\n"+caret+"\n\nSyntaxError: "+message)
	return o
}

// moduleSyntax begins a statement that only an ES module may have.
var moduleSyntax = regexp.MustCompile(`^\s*(import\b\s*[^(\s.]|export\b)`)

// describe takes a goja compile error apart.
func describe(err error) (message string, line, column int) {
	var list parser.ErrorList
	var one *parser.Error
	var compiler *goja.CompilerSyntaxError
	switch {
	case errors.As(err, &list) && len(list) > 0:
		one = list[0]
	case errors.As(err, &one):
	case errors.As(err, &compiler) && compiler.File != nil:
		p := compiler.File.Position(compiler.Offset)
		return compiler.Message, p.Line, p.Column
	}
	if one != nil {
		return one.Message, one.Position.Line, one.Position.Column
	}
	return err.Error(), 1, 1
}

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

func ask(e *host.Env, kind loop.Kind, path string) loop.Reply {
	var args loop.Encoder
	args.String(path)
	return e.Loop.Tape().Ask(loop.Request{Kind: kind, Args: args.Bytes()})
}

// stat(path) returns 0 for a file, 1 for a directory, a negative number for
// what is neither or absent.
func stat(e *host.Env, c goja.FunctionCall) goja.Value {
	r := ask(e, loop.KindModuleStat, c.Argument(0).String())
	if r.Errno == 0 && len(r.Data) == 1 {
		return e.RT.ToValue(int(r.Data[0]))
	}
	return e.RT.ToValue(int(min(r.Errno, -1)))
}

// read(path) returns the text of a source file, without a byte order mark.
func read(e *host.Env, c goja.FunctionCall) goja.Value {
	path := c.Argument(0).String()
	r := ask(e, loop.KindModuleSource, path)
	if r.Errno != 0 {
		syscall := "open"
		if r.Errno == -21 {
			syscall = "read"
		}
		panic(e.SystemError(r.Errno, syscall, path))
	}
	return e.RT.ToValue(strings.TrimPrefix(strings.ToValidUTF8(string(r.Data), "\uFFFD"), "\uFEFF"))
}

func realpath(e *host.Env, c goja.FunctionCall) goja.Value {
	path := c.Argument(0).String()
	r := ask(e, loop.KindModuleReal, path)
	if r.Errno != 0 {
		panic(e.SystemError(r.Errno, "realpath", path))
	}
	return e.RT.ToValue(string(r.Data))
}
