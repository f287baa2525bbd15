package engine

import (
	"strconv"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
	"github.com/dop251/goja/unistring"
)

// A function that is declared in a block is, in sloppy code, also a variable
// of the function around (Annex B.3.3 of the specification), which goja does
// not know:
//
//	if (x) { function f() {} }
//	f();
//
// The tree gets what the specification asks for: a variable f at the top, and
// where the declaration stands an assignment to it. Inside the block the name
// means the block's own f, so that a function of the outer scope assigns:
//
//	var f; function hoist0(v) { f = v }
//	if (x) { function f() {} hoist0(f); }
//	f();

// function is a function whose code is being looked at.
type function struct {
	strict       bool
	parameters   *ast.ParameterList
	body         *[]ast.Statement
	declarations *[]*ast.VariableDeclaration
	blocks       []block
	setters      map[unistring.String]unistring.String // variable → function that assigns to it
	isScript     bool

	outer          *function
	isArrow        bool
	lendsArguments bool // to an arrow function inside

	asyncGenerator   *ast.FunctionLiteral // the body of an asynchronous generator function
	isAsyncGenerator bool                 // the function is such a body
}

// block is a scope around the code that is being looked at.
type block struct {
	list []ast.Statement
	head []*ast.Binding // let and const of a loop
	into ast.BindingTarget
}

// hoist prepares the declaration d, which stands in the innermost of f's blocks
// and is not at the top, and returns the statement to be put behind it; nil when
// the name must not become a variable.
func (f *function) hoist(d *ast.FunctionDeclaration) ast.Statement {
	name := d.Function.Name
	if f.strict || d.Function.Async || d.Function.Generator || name == nil || !f.mayDeclare(name.Name) {
		return nil
	}
	at := name.Idx
	if f.isScript {
		f.declare(name)
		return assignment(&ast.DotExpression{Left: &ast.ThisExpression{Idx: at}, Identifier: *name}, name)
	}
	setter, ok := f.setters[name.Name]
	if !ok {
		f.declare(name)
		if f.setters == nil {
			f.setters = map[unistring.String]unistring.String{}
		}
		setter = unistring.String("\x00hoist" + strconv.Itoa(len(f.setters))) // no program can write it
		f.setters[name.Name] = setter
		*f.body = append(*f.body, setterOf(setter, name))
	}
	return &ast.ExpressionStatement{Expression: &ast.CallExpression{
		Callee: &ast.Identifier{Name: setter, Idx: at}, LeftParenthesis: at,
		ArgumentList: []ast.Expression{&ast.Identifier{Name: name.Name, Idx: at}}, RightParenthesis: at,
	}}
}

// setterOf makes function setter(v) { name = v }.
func setterOf(setter unistring.String, name *ast.Identifier) ast.Statement {
	at := name.Idx
	value := &ast.Identifier{Name: "\x00value", Idx: at}
	return &ast.FunctionDeclaration{Function: &ast.FunctionLiteral{
		Function: at, Name: &ast.Identifier{Name: setter, Idx: at},
		ParameterList: &ast.ParameterList{Opening: at, Closing: at, List: []*ast.Binding{{Target: value}}},
		Body: &ast.BlockStatement{LeftBrace: at, RightBrace: at, List: []ast.Statement{
			assignment(&ast.Identifier{Name: name.Name, Idx: at}, value),
		}},
	}}
}

func assignment(to ast.Expression, value *ast.Identifier) ast.Statement {
	return &ast.ExpressionStatement{Expression: &ast.AssignExpression{
		Operator: token.ASSIGN, Left: to, Right: &ast.Identifier{Name: value.Name, Idx: value.Idx},
	}}
}

// declare adds a variable.
func (f *function) declare(name *ast.Identifier) {
	*f.declarations = append(*f.declarations, &ast.VariableDeclaration{Var: name.Idx, List: []*ast.Binding{
		{Target: &ast.Identifier{Name: name.Name, Idx: name.Idx}},
	}})
}

// mayDeclare says whether a variable of that name in the innermost block would
// be no error, and is not a parameter.
func (f *function) mayDeclare(name unistring.String) bool {
	found := false
	same := func(other unistring.String) { found = found || other == name }
	if f.parameters != nil {
		for _, p := range f.parameters.List {
			boundNames(p.Target, same)
		}
		boundNames(f.parameters.Rest, same)
	}
	lexicalNames(*f.body, same)
	for _, b := range f.blocks {
		lexicalNames(b.list, same)
		for _, binding := range b.head {
			boundNames(binding.Target, same)
		}
		boundNames(b.into, same)
	}
	return !found
}

// lexicalNames calls visit for the names that statements declare in their
// block. Functions do not count: V8 lets variables pass them.
func lexicalNames(list []ast.Statement, visit func(unistring.String)) {
	for _, s := range list {
		switch s := s.(type) {
		case *ast.LexicalDeclaration:
			for _, b := range s.List {
				boundNames(b.Target, visit)
			}
		case *ast.ClassDeclaration:
			visit(s.Class.Name.Name)
		}
	}
}

// boundNames calls visit for the names that a target binds.
func boundNames(target ast.Expression, visit func(unistring.String)) {
	switch t := target.(type) {
	case *ast.Identifier:
		visit(t.Name)
	case *ast.Binding:
		boundNames(t.Target, visit)
	case *ast.AssignExpression:
		boundNames(t.Left, visit)
	case *ast.ArrayPattern:
		for _, e := range t.Elements {
			boundNames(e, visit)
		}
		boundNames(t.Rest, visit)
	case *ast.ObjectPattern:
		for _, p := range t.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				visit(p.Name.Name)
			case *ast.PropertyKeyed:
				boundNames(p.Value, visit)
			}
		}
		boundNames(t.Rest, visit)
	}
}

// isStrict says whether a body begins with the directive "use strict".
func isStrict(list []ast.Statement) bool {
	for _, s := range list {
		e, ok := s.(*ast.ExpressionStatement)
		if !ok {
			return false
		}
		literal, ok := e.Expression.(*ast.StringLiteral)
		if !ok {
			return false
		}
		if literal.Literal == `"use strict"` || literal.Literal == "'use strict'" {
			return true
		}
	}
	return false
}

// blockOf makes a block of one statement, for the function behind an if.
func blockOf(s ast.Statement, at file.Idx) *ast.BlockStatement {
	return &ast.BlockStatement{LeftBrace: at, List: []ast.Statement{s}, RightBrace: at}
}
