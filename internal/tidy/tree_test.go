package tidy

import (
	"bytes"
	"encoding/json"
	"errors"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// modulePath is the module's import path.
const modulePath = "github.com/jsrr/jsrr"

// tree is the module's source.
type tree struct {
	root     string
	fset     *token.FileSet
	packages []*sourcePackage
	deps     map[string][]string // import path → all that it needs
}

// sourcePackage is a folder with Go files.
type sourcePackage struct {
	path  string // relative to the module; "." is the root
	name  string
	dir   string
	files []*sourceFile // without tests, for all platforms
	tests []*sourceFile

	// types and info are those of the files for this platform; files of other
	// platforms have no types.
	types *types.Package
	info  *types.Info
}

// sourceFile is a parsed file.
type sourceFile struct {
	name   string // relative to the module
	syntax *ast.File
	text   []byte
}

// listed is what "go list" says about a package.
type listed struct {
	ImportPath, Name, Dir, Export                                string
	GoFiles, CgoFiles, IgnoredGoFiles, TestGoFiles, XTestGoFiles []string
	Deps                                                         []string
}

// load reads the module once for all tests.
var load = sync.OnceValues(func() (*tree, error) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		return nil, err
	}
	all, err := goList(root)
	if err != nil {
		return nil, err
	}
	t := &tree{root: root, fset: token.NewFileSet(), deps: map[string][]string{}}
	exports := map[string]string{}
	for _, l := range all {
		exports[l.ImportPath], t.deps[l.ImportPath] = l.Export, l.Deps
	}
	lookup := func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) }
	imports := importer.ForCompiler(t.fset, "gc", lookup)
	for _, l := range all {
		if l.ImportPath != modulePath && !strings.HasPrefix(l.ImportPath, modulePath+"/") {
			continue
		}
		p, err := t.parse(l)
		if err == nil {
			err = t.check(p, l, imports)
		}
		if err != nil {
			return nil, err
		}
		t.packages = append(t.packages, p)
	}
	return t, nil
})

// loadTree fails the test when the module cannot be read.
func loadTree(t *testing.T) *tree {
	t.Helper()
	all, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func goList(root string) ([]listed, error) {
	cmd := exec.Command("go", "list", "-export", "-deps",
		"-json=ImportPath,Name,Dir,Export,GoFiles,CgoFiles,IgnoredGoFiles,TestGoFiles,XTestGoFiles,Deps", "./...")
	cmd.Dir = root
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, errors.New(stderr.String())
	}
	var all []listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var l listed
		if err := decoder.Decode(&l); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, err
		}
		all = append(all, l)
	}
}

func (t *tree) parse(l listed) (*sourcePackage, error) {
	p := &sourcePackage{name: l.Name, dir: l.Dir, path: strings.TrimPrefix(strings.TrimPrefix(l.ImportPath, modulePath), "/")}
	if p.path == "" {
		p.path = "."
	}
	for _, name := range slices.Concat(l.GoFiles, l.IgnoredGoFiles, l.TestGoFiles, l.XTestGoFiles) {
		path := filepath.Join(l.Dir, name)
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		relative, err := filepath.Rel(t.root, path)
		if err != nil {
			return nil, err
		}
		f := &sourceFile{name: filepath.ToSlash(relative), text: text}
		if f.syntax, err = parser.ParseFile(t.fset, f.name, text, parser.ParseComments|parser.SkipObjectResolution); err != nil {
			return nil, err
		}
		if strings.HasSuffix(name, "_test.go") {
			p.tests = append(p.tests, f)
		} else {
			p.files = append(p.files, f)
		}
	}
	return p, nil
}

// check finds the types in the files for this platform.
func (t *tree) check(p *sourcePackage, l listed, imports types.Importer) error {
	var syntax []*ast.File
	for _, f := range p.files {
		if slices.Contains(l.GoFiles, filepath.Base(f.name)) {
			syntax = append(syntax, f.syntax)
		}
	}
	p.info = &types.Info{
		Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{},
		Selections: map[*ast.SelectorExpr]*types.Selection{},
	}
	config := types.Config{Importer: imports}
	checked, err := config.Check(l.ImportPath, t.fset, syntax, p.info)
	p.types = checked
	return err
}

// is says whether the package is one of the patterns: "loop", or "hostapi/*"
// for a folder and all below it.
func (p *sourcePackage) is(patterns ...string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool {
		folder, all := strings.CutSuffix(pattern, "/*")
		return p.path == pattern || all && (p.path == folder || strings.HasPrefix(p.path, folder+"/"))
	})
}

// at returns "file:line" of a node.
func (t *tree) at(n ast.Node) string {
	p := t.fset.Position(n.Pos())
	p.Column = 0
	return p.String()
}

// functions calls visit for every function and method declared in the files.
func (p *sourcePackage) functions(visit func(f *sourceFile, d *ast.FuncDecl)) {
	for _, f := range p.files {
		for _, d := range f.syntax.Decls {
			if function, ok := d.(*ast.FuncDecl); ok {
				visit(f, function)
			}
		}
	}
}

// place names a declaration in the tables of exceptions: "loop/op.go Pending",
// or the file alone outside of functions.
func place(f *sourceFile, d ast.Decl) string {
	if function, ok := d.(*ast.FuncDecl); ok {
		return f.name + " " + function.Name.Name
	}
	return f.name
}

// inspect visits every node of the package's files with the place it is in.
func (p *sourcePackage) inspect(visit func(place string, n ast.Node)) {
	for _, f := range p.files {
		for _, d := range f.syntax.Decls {
			where := place(f, d)
			ast.Inspect(d, func(n ast.Node) bool {
				if n != nil {
					visit(where, n)
				}
				return true
			})
		}
	}
}

// exceptions is a table of places where a rule does not hold, with reasons. A
// line that is not needed any more is an error too.
type exceptions struct {
	t       *testing.T
	reasons map[string]string
	used    map[string]bool
}

func allow(t *testing.T, reasons map[string]string) *exceptions {
	e := &exceptions{t: t, reasons: reasons, used: map[string]bool{}}
	t.Cleanup(func() {
		for place := range reasons {
			if !e.used[place] {
				t.Errorf("exception %q is not needed any more", place)
			}
		}
	})
	return e
}

func (e *exceptions) has(place string) bool {
	if e.reasons[place] == "" {
		return false
	}
	e.used[place] = true
	return true
}
