package engine

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"
)

// A var in a catch block may have the name of the catch parameter (Annex B.3.4
// of the specification), which goja refuses:
//
//	try { f() } catch (e) { var e = 1 }
//
// The variable is the function's, where the parser has noted it already; the
// value goes to the parameter. So the declaration becomes an assignment:
//
//	try { f() } catch (e) { e = 1 }

// assignCaught makes assignments of the variable declarations in n that have the
// name of the catch parameter around.
func assignCaught(name unistring.String, n ast.Node) {
	switch n := n.(type) {
	case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.ClassLiteral:
		return
	case *ast.BlockStatement:
		assignCaughtIn(name, n.List)
	case *ast.SwitchStatement:
		for _, c := range n.Body {
			assignCaughtIn(name, c.Consequent)
		}
	case *ast.IfStatement:
		n.Consequent = assigned(name, n.Consequent)
		if n.Alternate != nil {
			n.Alternate = assigned(name, n.Alternate)
		}
	case *ast.ForStatement:
		if head, ok := n.Initializer.(*ast.ForLoopInitializerVarDeclList); ok && binds(head.List, name) {
			n.Initializer = &ast.ForLoopInitializerExpression{Expression: assignments(head.List)}
		}
	case *ast.ForInStatement:
		if head, ok := n.Into.(*ast.ForIntoVar); ok && binds([]*ast.Binding{head.Binding}, name) {
			n.Into = &ast.ForIntoExpression{Expression: head.Binding.Target}
		}
	}
	eachChild(n, func(child ast.Node) { assignCaught(name, child) })
}

func assignCaughtIn(name unistring.String, list []ast.Statement) {
	for i, s := range list {
		list[i] = assigned(name, s)
	}
}

// assigned returns the assignments that stand for a declaration of name, or s.
func assigned(name unistring.String, s ast.Statement) ast.Statement {
	declaration, ok := s.(*ast.VariableStatement)
	if !ok || !binds(declaration.List, name) {
		return s
	}
	values := assignments(declaration.List)
	if values == nil {
		return &ast.EmptyStatement{Semicolon: declaration.Var}
	}
	return &ast.ExpressionStatement{Expression: values}
}

// assignments returns the assignments of the bindings that have a value; nil
// when none has.
func assignments(list []*ast.Binding) ast.Expression {
	var values []ast.Expression
	for _, b := range list {
		if b.Initializer != nil {
			values = append(values, &ast.AssignExpression{Operator: token.ASSIGN, Left: b.Target, Right: b.Initializer})
		}
	}
	switch len(values) {
	case 0:
		return nil
	case 1:
		return values[0]
	}
	return &ast.SequenceExpression{Sequence: values}
}

func binds(list []*ast.Binding, name unistring.String) bool {
	found := false
	for _, b := range list {
		boundNames(b.Target, func(other unistring.String) { found = found || other == name })
	}
	return found
}
