package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
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

// nested lists, for an instruction type, the offsets of its *Program fields.
type nestedIndex map[unsafe.Pointer][]uintptr

// walk calls visit for p and for every program inside it. visit may change the
// program it is given.
func walk(p *goja.Program, visit func(*goja.Program)) {
	index := nestedIndex{}
	pending := []*goja.Program{p}
	seen := map[*goja.Program]bool{p: true}
	for len(pending) > 0 {
		program := pending[len(pending)-1]
		pending = pending[:len(pending)-1]
		for i, s := range code(program) {
			for _, offset := range index.offsetsOf(program, i, s) {
				if inner := *at[*goja.Program](s.data, offset); inner != nil && !seen[inner] {
					seen[inner] = true
					pending = append(pending, inner)
				}
			}
		}
		visit(program)
	}
}

// offsetsOf returns the offsets of the *Program fields of instruction i of p.
func (index nestedIndex) offsetsOf(p *goja.Program, i int, s slot) []uintptr {
	if s.table == nil {
		return nil
	}
	offsets, known := index[s.table]
	if !known {
		t := reflect.ValueOf(p).Elem().FieldByName("code").Index(i).Elem().Type()
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
}

// Len is the number of columns that Compile puts before a body's first line.
func (h Head) Len() int { return len(h.text()) }

func (h Head) text() string {
	keyword := "(function ("
	if h.Async {
		keyword = "(async function ("
	}
	return keyword + h.Params + ") {"
}

// Compile compiles the body of a function with the given head and returns a
// program whose value is that function. Source positions are those
// of body alone: the text around it is invisible in stacks. Recursion in the
// program is limited (see MaxDepth).
//
// A syntax error is a parser.ErrorList or a *goja.CompilerSyntaxError, whose
// positions count the head.
func Compile(name string, head Head, body string) (*goja.Program, error) {
	mustKnowLayout()
	p, regexps, err := compile(name, head.text()+body+"\n})")
	if err != nil {
		return nil, err
	}
	source := file.NewFile(name, body, 0)
	walk(p, func(program *goja.Program) {
		shiftPositions(program, source, head.Len())
		mend(program, regexps)
	})
	return p, nil
}

// CompileScript compiles a script that is not a function body.
func CompileScript(name, source string) (*goja.Program, error) {
	mustKnowLayout()
	p, regexps, err := compile(name, source)
	if err != nil {
		return nil, err
	}
	walk(p, func(program *goja.Program) { mend(program, regexps) })
	return p, nil
}

// mend changes the instructions of p where goja's are not enough.
func mend(p *goja.Program, regexps literals) {
	regexps.put(p)
	closeCatches(p)
	noteThrows(p)
	limitDepth(p)
}

// compile is goja.Compile, which hides where the parser's errors are, and
// reads the source maps that a comment names from the file system. The
// program's regular expressions are still to be put in their places.
func compile(name, source string) (*goja.Program, literals, error) {
	tree, err := parser.ParseFile(nil, name, source, 0, parser.WithDisableSourceMaps)
	if err != nil {
		return nil, nil, err
	}
	regexps, err := takeLiterals(tree)
	if err != nil {
		return nil, nil, err
	}
	p, err := goja.CompileAST(tree, false)
	return p, regexps, err
}

// takeLiterals takes the regular expressions out of a tree.
func takeLiterals(tree *ast.Program) (regexps literals, err error) {
	var visit func(n ast.Node)
	visit = func(n ast.Node) {
		if literal, ok := n.(*ast.RegExpLiteral); ok && err == nil {
			err = regexps.take(tree, literal)
			return
		}
		eachChild(n, visit)
	}
	visit(tree)
	return regexps, err
}

// shiftPositions makes p's positions point into source, which begins head
// bytes later than the text p was compiled from.
func shiftPositions(p *goja.Program, source *file.File, head int) {
	*at[*file.File](unsafe.Pointer(p), offsets.programSrc) = source
	items := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap)
	for i := range items {
		items[i].srcPos = min(max(items[i].srcPos-head, 0), len(source.Source()))
	}
}
