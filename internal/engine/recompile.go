package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
)

// StacksOf returns what InstallStacks made for rt, or nil.
func StacksOf(rt *goja.Runtime) *Stacks {
	mustKnowLayout()
	return attachedTo(*at[unsafe.Pointer](unsafe.Pointer(rt), offsets.runtimeVM)).stacks
}

// Recompile compiles a source again that a program made while it ran, in this
// runtime or in another one.
func (s *Stacks) Recompile(d *Dynamic) (*Module, error) {
	compile := func(tree *ast.Program) (*goja.Program, error) { return goja.CompileAST(tree, false) }
	if d.Kind != FunctionConstructor {
		scope := scopeOf(d)
		compile = func(tree *ast.Program) (*goja.Program, error) { return compileTree(tree, d.Strict, d.Global, scope) }
	}
	m, err := s.compileUnit(d, compile)
	if err != nil {
		return nil, err
	}
	if s.host != nil {
		s.host.Link(m)
	}
	if d.Kind != FunctionConstructor {
		*at[string](unsafe.Pointer(m.Program), offsets.programFuncName) = evalName
	}
	if d.Kind == DirectEval {
		endEval(m.Program, 0) // it has run already
	}
	return m, nil
}

// Adopt makes d one of the sources that the program made. What it returns
// compiles the source again.
func (s *Stacks) Adopt(d *Dynamic) (compile func() (*Module, error)) {
	return func() (*Module, error) {
		m, err := s.Recompile(d)
		if err == nil {
			s.keepDynamic(d, m.Program)
		}
		return m, err
	}
}
