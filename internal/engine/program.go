package engine

import (
	"fmt"
	"reflect"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
	"github.com/jsrr/jsrr/internal/nesting"
)

// instruction has the shape of goja's unexported interface of the same name:
// one method that takes one pointer. A value of it can therefore stand in an
// instruction slot of a program.
type instruction interface{ exec(vm unsafe.Pointer) }

// slot is an interface value as Go lays it out.
type slot struct{ table, data unsafe.Pointer }

// code returns the instruction slots of p.
func code(p *goja.Program) []slot {
	return *at[[]slot](unsafe.Pointer(p), offsets.programCode)
}

// nestedIndex lists, for an instruction type, the offsets of its *Program
// fields.
type nestedIndex map[unsafe.Pointer][]uintptr

// nestedIndexes holds those that are not in use: reflection takes longer than
// the walk through a small program.
var nestedIndexes = sync.Pool{New: func() any { return nestedIndex{} }}

// walk calls visit for p and for every program inside it. visit may change the
// program it is given.
func walk(p *goja.Program, visit func(*goja.Program)) {
	index := nestedIndexes.Get().(nestedIndex)
	defer nestedIndexes.Put(index)
	pending := []*goja.Program{p}
	seen := map[*goja.Program]bool{p: true}
	for len(pending) > 0 {
		program := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		index.inside(program, func(inner **goja.Program) {
			if !seen[*inner] {
				seen[*inner] = true
				pending = append(pending, *inner)
			}
		})
		visit(program)
	}
}

// inside calls visit for each place where p refers to a program inside it.
func (index nestedIndex) inside(p *goja.Program, visit func(inner **goja.Program)) {
	complete(p)
	for _, s := range code(p) {
		s = innermost(s)
		for _, offset := range index.offsetsOf(s) {
			if inner := at[*goja.Program](s.data, offset); *inner != nil {
				visit(inner)
			}
		}
	}
}

// innermost returns the instruction that s runs, when s is one of those that are
// put around others that may make functions.
func innermost(s slot) slot {
	for {
		switch s.table {
		case guardTable:
			s = *(*slot)(unsafe.Pointer(&(*guard)(s.data).first))
		case entryTable:
			s = *(*slot)(unsafe.Pointer(&(*asyncEntry)(s.data).first))
		case makerTable:
			s = *(*slot)(unsafe.Pointer(&(*asyncMaker)(s.data).original))
		case asyncGeneratorTable:
			s = *(*slot)(unsafe.Pointer(&(*asyncGeneratorMaker)(s.data).original))
		default:
			return s
		}
	}
}

// offsetsOf returns the offsets of the *Program fields of an instruction.
func (index nestedIndex) offsetsOf(s slot) []uintptr {
	if s.table == nil {
		return nil
	}
	offsets, known := index[s.table]
	if !known {
		t := dynamicType(s)
		if t.Kind() == reflect.Pointer && t.Elem().Kind() == reflect.Struct {
			offsets = programFields(t.Elem(), 0, nil)
		}
		index[s.table] = offsets
	}
	return offsets
}

// programFields appends the offsets of all *Program fields of struct type t.
func programFields(t reflect.Type, base uintptr, found []uintptr) []uintptr {
	programPointer := reflect.TypeFor[*goja.Program]()
	for i := range t.NumField() {
		f := t.Field(i)
		switch {
		case f.Type == programPointer:
			found = append(found, base+f.Offset)
		case f.Type.Kind() == reflect.Struct:
			found = programFields(f.Type, base+f.Offset, found)
		}
	}
	return found
}

// Head is what stands before the body of a function: "function (a, b) {".
type Head struct {
	Params string
	Async  bool
	// Generator makes a generator function. An asynchronous one is not
	// possible in goja.
	Generator bool
	// Prologue is code before the body.
	Prologue string
}

func (h Head) text() string {
	keyword := "(function ("
	switch {
	case h.Async:
		keyword = "(async function ("
	case h.Generator:
		keyword = "(function* ("
	}
	return keyword + h.Params + ") {" + h.Prologue
}

// Compile compiles the body of a function with the given head and returns a
// program whose value is that function. Source positions are those
// of body alone: the text around it is invisible in stacks. Recursion in the
// program is limited (see MaxDepth). An error is a *SyntaxError.
func Compile(name string, head Head, body string) (*goja.Program, error) {
	m, err := CompileUnit(head, Unit{Name: name, Text: body})
	if err != nil {
		return nil, err
	}
	return m.Program, nil
}

// CompileUnit is Compile for a text that was made from another one, or that
// reads names of other modules.
func CompileUnit(head Head, u Unit) (*Module, error) {
	mustKnowLayout()
	return u.compile(head.text(), "\n})")
}

// Module is a compiled unit.
type Module struct {
	// Program's value is the function.
	Program *goja.Program
	// Bindings are the unit's foreign names.
	Bindings map[string]*Binding
	// AsyncGenerators, when not nil, is to be AsyncGeneratorFunction.prototype
	// before the program runs.
	AsyncGenerators *Binding

	made  *making
	image *image // that the programs decode themselves from, or nil
	// changing is held by who changes programs that do not run yet, and by who makes
	// an image of them meanwhile.
	changing sync.Mutex
}

// making is what a module was compiled from.
type making struct {
	unit       *Unit
	head, tail string
	compiled   string
}

// CompileScript compiles a script that is not a function body. An error is a
// *SyntaxError.
func CompileScript(name, source string) (*goja.Program, error) {
	m, err := CompileScriptUnit(Unit{Name: name, Text: source})
	if err != nil {
		return nil, err
	}
	return m.Program, nil
}

// CompileScriptUnit is CompileScript for a text that reads names of other
// modules.
func CompileScriptUnit(u Unit) (*Module, error) {
	mustKnowLayout()
	return u.compile("", "")
}

// CompileCalled compiles the body of a function and the call of it: the value of
// the program is what the function returns.
func CompileCalled(u Unit) (*Module, error) {
	mustKnowLayout()
	return u.compile(Head{}.text(), "\n})()")
}

// scope is what surrounds the code that is compiled.
type scope struct {
	strict bool
	// inFunction says that the code's variables are those of a function around.
	inFunction bool
	compile    func(*ast.Program) (*goja.Program, error)
}

// globalScope surrounds all code but that of an eval.
var globalScope = scope{compile: func(tree *ast.Program) (*goja.Program, error) { return goja.CompileAST(tree, false) }}

// compileIn compiles u between head and tail in a scope.
func (u *Unit) compileIn(in scope, head, tail string) (*Module, error) {
	text, pieces := u.apply(head, tail)
	tree, err := parse(u.Name, text)
	if err == nil && u.Check != nil {
		err = u.Check(tree, func(idx file.Idx) int { return u.mapping(pieces).text(int(idx) - 1) })
	}
	var prepared *preparation
	if err == nil {
		prepared, err = prepare(tree, in, u.AsyncGenerators)
	}
	var p *goja.Program
	var inferred map[int]string
	if err == nil {
		if u.Coverage != nil {
			u.Coverage.cover(tree, u.mapping(pieces), u, len(u.file().Source()))
		}
		if u.Limit != nil {
			u.Limit.put(tree)
		}
		inferred = correctPositions(tree)
		p, err = in.compile(tree)
	}
	if err != nil {
		return nil, u.syntaxError(err, text, pieces)
	}
	m := &Module{Program: p, Bindings: u.bindings(), made: &making{u, head, tail, tree.File.Source()}}
	r := relocation{unit: u, compiled: tree.File.Source(), mapping: u.mapping(pieces), file: u.file(), index: textIndex{}}
	if len(prepared.makers.found) > 0 {
		m.AsyncGenerators = newAsyncGenerators()
	}
	mustKnowStacks()
	waits := findAwaits(tree)
	var bodies []*goja.Program // of async functions
	walk(p, func(program *goja.Program) {
		nameProgram(program, inferred)
		waits.place(program)
		makers := prepared.makers.made(program)
		r.movePositions(program)
		if len(u.Edits) > 0 {
			r.moveTexts(program)
		}
		m.link(program)
		u.linkCounters(program)
		m.makeAsyncGenerators(program, makers)
		prepared.regexps.put(program)
		mend(program)
		bodies = followAsync(program, bodies)
	})
	for _, body := range bodies {
		enterAsync(body)
	}
	return m, nil
}

// linkCounters puts the instructions into p that the unit wants in it.
func (u *Unit) linkCounters(p *goja.Program) {
	if u.Coverage != nil {
		u.Coverage.link(p)
	}
	if u.Limit != nil {
		u.Limit.link(p)
	}
}

// mend changes the instructions of p where goja's are not enough.
func mend(p *goja.Program) {
	closeCatches(p)
	noteThrows(p)
	substitute(p)
	replaceEvalCalls(p)
	limitDepth(p)
}

// nameProgram gives the code of a function without a name the one that V8
// infers for it.
func nameProgram(p *goja.Program, inferred map[int]string) {
	name := at[string](unsafe.Pointer(p), offsets.programFuncName)
	items := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap)
	if *name == "" && len(inferred) > 0 && len(items) > 0 && items[0].pc == 0 {
		*name = inferred[items[0].srcPos]
	}
}

// parse is goja's parser, kept from reading the source maps that a comment
// names from the file system. The parser panics at "\u{10ffff}": then what it
// cannot read is not compiled as it is, like other syntax that goja lacks.
func parse(name, source string) (tree *ast.Program, err error) {
	defer func() {
		if r := recover(); r != nil {
			tree, err = nil, fmt.Errorf("the parser failed: %v", r)
		}
	}()
	if nesting.TooDeep(source) {
		return nil, nesting.ErrTooDeep
	}
	return parser.ParseFile(nil, name, source, 0, parser.WithDisableSourceMaps)
}

// Parse parses a script. It changes nothing in the tree that goja makes.
func Parse(source string) (*ast.Program, error) { return parse("", source) }
