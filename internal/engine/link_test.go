package engine

import (
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unsafe"

	"github.com/dop251/goja"
)

// TestLinkedFunctions compares the functions that link.go links by name with
// goja's source: the linker does not look at what they take.
func TestLinkedFunctions(t *testing.T) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/dop251/goja").Output()
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"compileAST":    "func(prg *js_ast.Program, strict, inGlobal bool, evalVm *vm) (p *Program, err error)",
		"(*vm).pushCtx": "func()",
		"(*vm).popCtx":  "func()",
		"toNumeric":     "func(value Value) Value",
		"floatToValue":  "func(f float64) (result Value)",

		"(*baseObject).getStr":    "func(name unistring.String, receiver Value) Value",
		"(*baseObject).setOwnStr": "func(name unistring.String, val Value, throw bool) bool",
	}
	files, err := filepath.Glob(filepath.Join(strings.TrimSpace(string(out)), "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			f, ok := d.(*ast.FuncDecl)
			if !ok {
				continue
			}
			full := f.Name.Name
			if f.Recv != nil {
				full = "(" + types.ExprString(f.Recv.List[0].Type) + ")." + full
			}
			if signature, ok := want[full]; ok {
				if got := types.ExprString(f.Type); got != signature {
					t.Errorf("goja's %s is %s, not %s", full, got, signature)
				}
				delete(want, full)
			}
		}
	}
	for name := range want {
		t.Errorf("goja has no %s", name)
	}
}

// TestDynamicOf finds the sources that a program made, by their programs.
func TestDynamicOf(t *testing.T) {
	rt := goja.New()
	s := InstallStacks(rt)
	var seen []*Dynamic
	if err := rt.Set("look", func() { seen = append(seen, s.DynamicOf(machineOf(rt).suspended()[machineOf(rt).depth()-1].prg)) }); err != nil {
		t.Fatal(err)
	}
	p, err := CompileScript("app.js", `look(); (function () { 'use strict'; let a; eval("look()") })(); (0, eval)("1; look()"); new Function("look()")()`)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rt.RunProgram(p); err != nil {
		t.Fatal(err)
	}
	if len(seen) != 4 || seen[0] != nil {
		t.Fatalf("saw %v", seen)
	}
	direct, indirect, function := seen[1], seen[2], seen[3]
	if direct.Kind != DirectEval || direct.Text != "look()" || !direct.Strict || direct.Global || sourceName(direct.Caller) != "app.js" {
		t.Errorf("direct eval: %+v", direct)
	}
	at := code(direct.Caller)[direct.PC]
	if own := instruction(&evalCall{}); at.table != (*slot)(unsafe.Pointer(&own)).table {
		t.Errorf("direct eval: instruction %d of the caller is not the call", direct.PC)
	}
	if indirect.Kind != IndirectEval || indirect.Text != "1; look()" || !indirect.Global {
		t.Errorf("indirect eval: %+v", indirect)
	}
	if function.Kind != FunctionConstructor || function.Number != 3 || !strings.Contains(function.Text, "look()") {
		t.Errorf("new Function: %+v", function)
	}
}
