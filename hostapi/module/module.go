// Package module loads programs: CommonJS and ES modules from files, and
// jsrr's own modules from the binary.
package module

import (
	"crypto/sha256"
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/sourcemap"
)

//go:embed lib
var lib embed.FS

// Area returns the area. main is the script to run.
func Area(main Main) host.Area {
	return host.Area{Name: "modules", Lib: lib, NewState: func() any { return newState(main) }, Setup: keepPrograms, Archive: archive, Natives: []host.Native{
		{Name: "main", Fn: mainScript},
		{Name: "compileCommon", Length: 6, Fn: compileCommon},
		{Name: "evaluate", Length: 3, Fn: evaluate},
		{Name: "detectCommonModule", Length: 2, Fn: detectCommonModule},
		{Name: "namesOnLine", Length: 2, Fn: namesOnLine},
		{Name: "detectModule", Length: 2, Fn: detectModule},
		{Name: "parseModule", Length: 4, Fn: parseModule},
		{Name: "hookDynamicCode", Length: 2, Fn: hookDynamicCode},
		{Name: "typescriptFormat", Length: 4, Fn: typescriptFormat},
		{Name: "moduleFunction", Length: 1, Fn: moduleFunction},
		{Name: "bindValue", Length: 3, Fn: bindValue},
		{Name: "bindVariable", Length: 3, Fn: bindVariable},
		{Name: "makeNamespace", Fn: makeNamespace},
		{Name: "bindNamespace", Length: 4, Fn: bindNamespace},
		{Name: "addMember", Length: 4, Fn: addMember},
		{Name: "moduleError", Length: 3, Fn: moduleError},
		{Name: "runLastJob", Fn: runLastJob},
		{Name: "commonNames", Length: 4, Fn: commonNames},
		{Name: "sessionKind", Length: 1, Fn: sessionKind},
		{Name: "runSession", Length: 3, Fn: runSession},
		{Name: "sessionFunction", Length: 3, Fn: sessionFunction},
		{Name: "contextFunction", Length: 3, Fn: contextFunction},
		{Name: "compileFunction", Length: 5, Fn: compileFunction},
		{Name: "checkScript", Length: 2, Fn: checkScript},
		{Name: "stat", Length: 1, Fn: stat},
		{Name: "read", Length: 1, Fn: read},
		{Name: "realpath", Length: 1, Fn: realpath},
		{Name: "sourceLine", Length: 2, Fn: sourceLine},
		{Name: "decodeMappings", Length: 1, Fn: decodeMappings},
		{Name: "addSourceMap", Length: 4, Fn: addSourceMap},
		{Name: "dropSourceMap", Length: 1, Fn: dropSourceMap},
		{Name: "beginLimit", Length: 2, Fn: beginLimit},
		{Name: "endLimit", Fn: endLimit},
		{Name: "beginInterruptible", Length: 1, Fn: beginInterruptible},
		{Name: "endInterruptible", Fn: endInterruptible},
		{Name: "countCoverage", Fn: countCoverage},
		{Name: "coverage", Fn: coverage},
		{Name: "useSourceMaps", Length: 1, Fn: useSourceMaps},
	}}
}

// Main says what a program's first script is.
type Main struct {
	// Core is the id of a core module to run; "" when there is a script.
	Core string
	// Path is the absolute path of a file; "" when Source is given.
	Path string
	// Source is code to run instead of a file (jsrr -e), and Print asks for
	// its value to be shown (jsrr -p).
	Source string
	// Name is what Source is called in stacks.
	Name  string
	Print bool
	// Session asks for an interactive session instead of a script; History is
	// its history file, "" for none.
	Session bool
	History string
	// Images, when not nil, may have programs that the main script loads, and
	// CoreImages those of core modules.
	Images, CoreImages Images
	// Texts, when not nil, keeps texts of programs outside of snapshots.
	Texts Texts
}

// Images keeps compiled code between runs.
type Images = engine.Images

// state is the Go side of the loader.
type state struct {
	main Main
	// sources are the texts of what was compiled, for error messages.
	sources map[string]string
	// modules are the ES modules; a handle is an index of it.
	modules []*module
	// namespaces are those of the modules.
	namespaces []*engine.Namespace
	// sourceMaps are those of compiled code that the program brings, by its name.
	sourceMaps map[string]*sourcemap.Map
	// counting says that what runs is counted, in the units of counted.
	counting bool
	counted  []coveredUnit
	// limit is that of the script that runs now, or nil.
	limit *engine.Limit
	// helpers is the object that lowered code finds its helpers in; generators is one
	// of them, which is loaded when a program needs it.
	helpers, generators goja.Value
	// dynamic is what compiles the code that the program makes.
	dynamic *dynamicCode
	// mapped says that sourceMaps are used.
	mapped bool
	// programs are nil unless there may be snapshots.
	programs *programs
	hashes   map[string][sha256.Size]byte // of texts in snapshots
}

func newState(main Main) *state {
	return &state{main: main, sources: map[string]string{}, sourceMaps: map[string]*sourcemap.Map{}}
}

func mainScript(e *host.Env, _ goja.FunctionCall) goja.Value {
	m := e.State.(*state).main
	o := e.RT.NewObject()
	e.Set(o, "core", m.Core)
	e.Set(o, "path", m.Path)
	e.Set(o, "source", m.Source)
	e.Set(o, "name", m.Name)
	e.Set(o, "print", m.Print)
	e.Set(o, "session", m.Session)
	e.Set(o, "history", m.History)
	return o
}
