package engine

import "github.com/dop251/goja/ast"

// goja forgets to keep a function's arguments for an arrow function when
// nothing but the arrow function names them:
//
//	function f(a) { return () => arguments[0] } // undefined
//
// A function that names them itself as well is compiled rightly, so the tree
// gets a statement that does.

// argumentsName is the identifier in question.
const argumentsName = "arguments"

// identifier notes that an arrow function uses the arguments of the function
// around it.
func (p *preparation) identifier(n *ast.Identifier) {
	if n.Name != argumentsName || !p.current.isArrow {
		return
	}
	f := p.current
	for f.isArrow && f.outer != nil {
		f = f.outer
	}
	f.lendsArguments = true
}

// nameArguments puts the statement "arguments;" behind the directives of a
// function whose arguments are used by an arrow function.
func (f *function) nameArguments(body *ast.BlockStatement) {
	if !f.lendsArguments || f.isArrow || body == nil {
		return
	}
	at := 0
	for at < len(body.List) && isDirective(body.List[at]) {
		at++
	}
	name := &ast.ExpressionStatement{Expression: &ast.Identifier{Name: argumentsName, Idx: body.LeftBrace}}
	list := make([]ast.Statement, 0, len(body.List)+1)
	list = append(append(append(list, body.List[:at]...), name), body.List[at:]...)
	body.List = list
}

// isDirective says whether a statement is a string alone, such as "use strict".
func isDirective(s ast.Statement) bool {
	expression, ok := s.(*ast.ExpressionStatement)
	if !ok {
		return false
	}
	_, ok = expression.Expression.(*ast.StringLiteral)
	return ok
}
