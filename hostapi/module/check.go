package module

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

// checker looks in a module's syntax tree for what makes it no module, though
// it is the body of a function.
type checker struct{ scanned *esm.Module }

// check is an engine.Unit.Check.
func (c *checker) check(tree *ast.Program, offset func(file.Idx) int) error {
	f := moduleLiteral(tree)
	if f == nil {
		return nil
	}
	declared := map[string]file.Idx{}
	for _, d := range f.DeclarationList {
		for _, b := range d.List {
			declareTarget(declared, b.Target)
		}
	}
	for _, statement := range f.Body.List {
		declare(declared, statement)
	}
	for _, i := range c.scanned.Imports {
		if at, both := declared[i.Local]; both {
			return engine.ErrorAt(offset(at), "Identifier '"+i.Local+"' has already been declared")
		}
		declared[i.Local] = 0
	}
	for _, e := range c.scanned.Exports {
		if _, known := declared[e.Local]; !known && e.Local != "" {
			return engine.ErrorAt(e.At, "Export '"+e.Local+"' is not defined in module")
		}
	}
	if at := returnIn(f.Body.List); at > 0 {
		return engine.ErrorAt(offset(at), "Illegal return statement")
	}
	return nil
}

// moduleLiteral returns the function that a module was put into.
func moduleLiteral(tree *ast.Program) *ast.FunctionLiteral {
	if len(tree.Body) == 0 {
		return nil
	}
	statement, ok := tree.Body[0].(*ast.ExpressionStatement)
	if !ok {
		return nil
	}
	f, _ := statement.Expression.(*ast.FunctionLiteral)
	return f
}

// declare notes the names that a statement at the top level declares.
func declare(names map[string]file.Idx, statement ast.Statement) {
	switch s := statement.(type) {
	case *ast.LexicalDeclaration:
		for _, b := range s.List {
			declareTarget(names, b.Target)
		}
	case *ast.ClassDeclaration:
		if s.Class.Name != nil {
			names[s.Class.Name.Name.String()] = s.Class.Name.Idx
		}
	case *ast.FunctionDeclaration:
		if s.Function.Name != nil {
			names[s.Function.Name.Name.String()] = s.Function.Name.Idx
		}
	}
}

// declareTarget notes the names that a target of a declaration binds.
func declareTarget(names map[string]file.Idx, target ast.Node) {
	switch t := target.(type) {
	case *ast.Identifier:
		names[t.Name.String()] = t.Idx
	case *ast.AssignExpression: // a default value
		declareTarget(names, t.Left)
	case *ast.ArrayPattern:
		for _, element := range t.Elements {
			if element != nil {
				declareTarget(names, element)
			}
		}
		if t.Rest != nil {
			declareTarget(names, t.Rest)
		}
	case *ast.ObjectPattern:
		for _, p := range t.Properties {
			switch p := p.(type) {
			case *ast.PropertyShort:
				names[p.Name.Name.String()] = p.Name.Idx
			case *ast.PropertyKeyed:
				declareTarget(names, p.Value)
			}
		}
		if t.Rest != nil {
			declareTarget(names, t.Rest)
		}
	}
}

// returnIn returns where a return statement stands outside of functions, 0 for
// nowhere.
func returnIn(list []ast.Statement) file.Idx {
	for _, s := range list {
		if at := returnOf(s); at > 0 {
			return at
		}
	}
	return 0
}

func returnOf(statement ast.Statement) file.Idx {
	switch s := statement.(type) {
	case *ast.ReturnStatement:
		return s.Return
	case *ast.BlockStatement:
		return returnIn(s.List)
	case *ast.IfStatement:
		return max(returnOf(s.Consequent), returnOf(s.Alternate))
	case *ast.ForStatement:
		return returnOf(s.Body)
	case *ast.ForInStatement:
		return returnOf(s.Body)
	case *ast.ForOfStatement:
		return returnOf(s.Body)
	case *ast.WhileStatement:
		return returnOf(s.Body)
	case *ast.DoWhileStatement:
		return returnOf(s.Body)
	case *ast.LabelledStatement:
		return returnOf(s.Statement)
	case *ast.TryStatement:
		at := returnOf(s.Body)
		if s.Catch != nil {
			at = max(at, returnOf(s.Catch.Body))
		}
		if s.Finally != nil {
			at = max(at, returnOf(s.Finally))
		}
		return at
	case *ast.SwitchStatement:
		for _, c := range s.Body {
			if at := returnIn(c.Consequent); at > 0 {
				return at
			}
		}
	}
	return 0
}
