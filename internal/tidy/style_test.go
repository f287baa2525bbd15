package tidy

import (
	"bytes"
	"go/ast"
	"go/format"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// Limits of length, in lines.
const (
	fileLinesMax     = 500
	testLinesMax     = 1000
	functionLinesMax = 55
)

// vagueNames say nothing about what a package is for.
var vagueNames = []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "base", "lib", "tools"}

// vagueNamesAllowed are packages that are called so nevertheless.
var vagueNamesAllowed = map[string]string{
	"hostapi/util": "the area of Node's module of that name",
}

func TestPackages(t *testing.T) {
	allowed := allow(t, vagueNamesAllowed)
	for _, p := range loadTree(t).packages {
		if slices.Contains(vagueNames, path.Base(p.path)) && !allowed.has(p.path) {
			t.Errorf("package %s: the name says nothing", p.path)
		}
		documented := slices.ContainsFunc(p.files, func(f *sourceFile) bool { return f.syntax.Doc != nil })
		if !documented {
			t.Errorf("package %s has no package comment", p.path)
		}
	}
}

func TestExportedNamesAreDocumented(t *testing.T) {
	tree := loadTree(t)
	for _, p := range tree.packages {
		for _, f := range p.files {
			for _, d := range f.syntax.Decls {
				for _, n := range undocumented(d) {
					t.Errorf("%s: %s has no comment", tree.at(n), n.Name)
				}
			}
		}
	}
}

// selfExplanatory are methods of errors, whose contract is Go's.
var selfExplanatory = []string{"Error", "Unwrap"}

// undocumented returns the exported names that d declares without a comment.
func undocumented(d ast.Decl) (names []*ast.Ident) {
	switch d := d.(type) {
	case *ast.FuncDecl:
		if slices.Contains(selfExplanatory, d.Name.Name) {
			return nil
		}
		if d.Name.IsExported() && d.Doc == nil && (d.Recv == nil || receiverExported(d.Recv)) {
			return []*ast.Ident{d.Name}
		}
	case *ast.GenDecl:
		for _, spec := range d.Specs {
			switch s := spec.(type) {
			case *ast.TypeSpec:
				if s.Name.IsExported() && d.Doc == nil && s.Doc == nil {
					names = append(names, s.Name)
				}
			case *ast.ValueSpec:
				for _, name := range s.Names {
					if name.IsExported() && d.Doc == nil && s.Doc == nil && s.Comment == nil {
						names = append(names, name)
					}
				}
			}
		}
	}
	return names
}

func receiverExported(receiver *ast.FieldList) bool {
	t := receiver.List[0].Type
	if pointer, ok := t.(*ast.StarExpr); ok {
		t = pointer.X
	}
	if generic, ok := t.(*ast.IndexExpr); ok {
		t = generic.X
	}
	name, ok := t.(*ast.Ident)
	return ok && name.IsExported()
}

func TestGoFiles(t *testing.T) {
	for _, p := range loadTree(t).packages {
		for _, f := range slices.Concat(p.files, p.tests) {
			formatted, err := format.Source(f.text)
			if err != nil {
				t.Errorf("%s: %v", f.name, err)
			} else if !bytes.Equal(formatted, f.text) {
				t.Errorf("%s is not formatted: gofmt -w %s", f.name, f.name)
			}
		}
	}
}

// longFunctionsAllowed are functions that may be longer.
var longFunctionsAllowed = map[string]string{
	"internal/regexp/run.go run": "a case for each kind of instruction, in the one loop that must be fast",
}

func TestFunctionLength(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, longFunctionsAllowed)
	for _, p := range tree.packages {
		p.functions(func(f *sourceFile, d *ast.FuncDecl) {
			lines := tree.fset.Position(d.End()).Line - tree.fset.Position(d.Pos()).Line + 1
			if lines > functionLinesMax && !allowed.has(place(f, d)) {
				t.Errorf("%s: %s has %d lines; at most %d", tree.at(d), d.Name.Name, lines, functionLinesMax)
			}
		})
	}
}

// leftover are words that mark unfinished work. They are put together here so
// that this file does not contain them.
var leftover = regexp.MustCompile(`\b(TO` + `DO|FIX` + `ME|XX` + `X|HA` + `CK)\b`)

// lengthMax returns how many lines a file may have, 0 for files whose text is
// not looked at: all but Go and jsrr's own JavaScript.
func lengthMax(name string) int {
	switch {
	case strings.HasSuffix(name, "_test.go"):
		return testLinesMax
	case strings.HasSuffix(name, ".go"):
		return fileLinesMax
	case strings.HasSuffix(name, ".js") && strings.Contains(name, "/lib/"):
		return fileLinesMax
	}
	return 0
}

func TestFiles(t *testing.T) {
	root := loadTree(t).root
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(root, path)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if d.IsDir() {
			if slices.Contains([]string{".git", "node_modules", "testdata"}, d.Name()) {
				return fs.SkipDir
			}
			return nil
		}
		if longest := lengthMax(name); longest > 0 {
			return checkFile(t, name, path, longest)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkFile(t *testing.T, name, path string, longest int) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if lines := bytes.Count(text, []byte{'\n'}); lines > longest {
		t.Errorf("%s has %d lines; at most %d", name, lines, longest)
	}
	if len(bytes.TrimSpace(text)) == 0 {
		t.Errorf("%s is empty", name)
	}
	if strings.HasSuffix(name, ".js") {
		checkScriptFunctions(t, name, strings.Split(string(text), "\n"))
	}
	for i, line := range bytes.Split(text, []byte{'\n'}) {
		if leftover.Match(line) {
			t.Errorf("%s:%d: unfinished: %s", name, i+1, bytes.TrimSpace(line))
		}
		if bytes.HasSuffix(line, []byte{' '}) || bytes.HasSuffix(line, []byte{'\t'}) {
			t.Errorf("%s:%d: trailing space", name, i+1)
		}
	}
	return nil
}

// scriptFunction is the first line of a function or method in jsrr's own
// JavaScript; statements that look so are not meant.
var (
	scriptFunction  = regexp.MustCompile(`^( *)(async )?(function\b.*|[\w#$\[\].]+\(.*\)) \{$`)
	scriptStatement = regexp.MustCompile(`^ *(if|for|while|switch|catch|with)\b`)
)

// checkScriptFunctions finds the end of a function by its indentation.
func checkScriptFunctions(t *testing.T, name string, lines []string) {
	for i, line := range lines {
		begin := scriptFunction.FindStringSubmatch(line)
		if begin == nil || scriptStatement.MatchString(line) {
			continue
		}
		length := 1 + slices.IndexFunc(lines[i:], func(l string) bool { return strings.HasPrefix(l, begin[1]+"}") })
		if length > functionLinesMax {
			t.Errorf("%s:%d: a function has %d lines; at most %d", name, i+1, length, functionLinesMax)
		}
	}
}
