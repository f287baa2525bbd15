package engine

import (
	"github.com/dop251/goja/ast"
)

// eachChild calls visit for the nodes directly inside n, in the order of the
// source. Identifiers that are no expressions (labels, names of properties)
// are left out.
func eachChild(n ast.Node, visit func(ast.Node)) {
	switch n := n.(type) {
	case *ast.Program:
		eachStatement(n.Body, visit)
	case ast.Statement:
		childrenOfStatement(n, visit)
	case *ast.FunctionLiteral:
		childrenOfParameters(n.ParameterList, visit)
		visit(n.Body)
	case *ast.ArrowFunctionLiteral:
		childrenOfParameters(n.ParameterList, visit)
		visit(n.Body)
	case *ast.ExpressionBody:
		visit(n.Expression)
	case *ast.ClassLiteral:
		childrenOfClass(n, visit)
	case ast.Expression:
		childrenOfExpression(n, visit)
	}
}

func eachStatement(list []ast.Statement, visit func(ast.Node)) {
	for _, s := range list {
		visit(s)
	}
}

func eachExpression(list []ast.Expression, visit func(ast.Node)) {
	for _, e := range list {
		maybe(e, visit)
	}
}

// maybe visits an expression unless there is none.
func maybe(e ast.Expression, visit func(ast.Node)) {
	if e != nil {
		visit(e)
	}
}

func childrenOfStatement(n ast.Statement, visit func(ast.Node)) {
	switch n := n.(type) {
	case *ast.BlockStatement:
		eachStatement(n.List, visit)
	case *ast.ExpressionStatement:
		visit(n.Expression)
	case *ast.VariableStatement:
		childrenOfBindings(n.List, visit)
	case *ast.LexicalDeclaration:
		childrenOfBindings(n.List, visit)
	case *ast.FunctionDeclaration:
		visit(n.Function)
	case *ast.ClassDeclaration:
		visit(n.Class)
	case *ast.ReturnStatement:
		maybe(n.Argument, visit)
	case *ast.ThrowStatement:
		maybe(n.Argument, visit)
	case *ast.IfStatement:
		visit(n.Test)
		visit(n.Consequent)
		if n.Alternate != nil {
			visit(n.Alternate)
		}
	case *ast.LabelledStatement:
		visit(n.Statement)
	case *ast.WithStatement:
		visit(n.Object)
		visit(n.Body)
	case *ast.TryStatement:
		childrenOfTry(n, visit)
	case *ast.SwitchStatement:
		visit(n.Discriminant)
		for _, c := range n.Body {
			maybe(c.Test, visit)
			eachStatement(c.Consequent, visit)
		}
	default:
		childrenOfLoop(n, visit)
	}
}

func childrenOfTry(n *ast.TryStatement, visit func(ast.Node)) {
	visit(n.Body)
	if n.Catch != nil {
		if n.Catch.Parameter != nil {
			visit(n.Catch.Parameter)
		}
		visit(n.Catch.Body)
	}
	if n.Finally != nil {
		visit(n.Finally)
	}
}

func childrenOfLoop(n ast.Statement, visit func(ast.Node)) {
	switch n := n.(type) {
	case *ast.WhileStatement:
		visit(n.Test)
		visit(n.Body)
	case *ast.DoWhileStatement:
		visit(n.Body)
		visit(n.Test)
	case *ast.ForInStatement:
		childrenOfInto(n.Into, visit)
		visit(n.Source)
		visit(n.Body)
	case *ast.ForOfStatement:
		childrenOfInto(n.Into, visit)
		visit(n.Source)
		visit(n.Body)
	case *ast.ForStatement:
		switch i := n.Initializer.(type) {
		case *ast.ForLoopInitializerExpression:
			visit(i.Expression)
		case *ast.ForLoopInitializerVarDeclList:
			childrenOfBindings(i.List, visit)
		case *ast.ForLoopInitializerLexicalDecl:
			childrenOfBindings(i.LexicalDeclaration.List, visit)
		}
		maybe(n.Test, visit)
		maybe(n.Update, visit)
		visit(n.Body)
	}
}

func childrenOfInto(into ast.ForInto, visit func(ast.Node)) {
	switch i := into.(type) {
	case *ast.ForIntoVar:
		childrenOfBinding(i.Binding, visit)
	case *ast.ForDeclaration:
		visit(i.Target)
	case *ast.ForIntoExpression:
		visit(i.Expression)
	}
}

func childrenOfBindings(list []*ast.Binding, visit func(ast.Node)) {
	for _, b := range list {
		childrenOfBinding(b, visit)
	}
}

func childrenOfBinding(b *ast.Binding, visit func(ast.Node)) {
	if b.Target != nil {
		visit(b.Target)
	}
	maybe(b.Initializer, visit)
}

func childrenOfParameters(p *ast.ParameterList, visit func(ast.Node)) {
	if p != nil {
		childrenOfBindings(p.List, visit)
		maybe(p.Rest, visit)
	}
}

func childrenOfClass(n *ast.ClassLiteral, visit func(ast.Node)) {
	maybe(n.SuperClass, visit)
	for _, element := range n.Body {
		switch e := element.(type) {
		case *ast.FieldDefinition:
			maybe(e.Key, visit)
			maybe(e.Initializer, visit)
		case *ast.MethodDefinition:
			maybe(e.Key, visit)
			visit(e.Body)
		case *ast.ClassStaticBlock:
			visit(e.Block)
		}
	}
}

func childrenOfExpression(n ast.Expression, visit func(ast.Node)) {
	switch n := n.(type) {
	case *ast.CallExpression:
		visit(n.Callee)
		eachExpression(n.ArgumentList, visit)
	case *ast.DotExpression:
		visit(n.Left)
	case *ast.PrivateDotExpression:
		visit(n.Left)
	case *ast.BracketExpression:
		visit(n.Left)
		visit(n.Member)
	case *ast.AssignExpression:
		visit(n.Left)
		visit(n.Right)
	case *ast.BinaryExpression:
		visit(n.Left)
		visit(n.Right)
	case *ast.UnaryExpression:
		visit(n.Operand)
	case *ast.ConditionalExpression:
		visit(n.Test)
		visit(n.Consequent)
		visit(n.Alternate)
	case *ast.SequenceExpression:
		eachExpression(n.Sequence, visit)
	case *ast.NewExpression:
		visit(n.Callee)
		eachExpression(n.ArgumentList, visit)
	case *ast.TemplateLiteral:
		maybe(n.Tag, visit)
		eachExpression(n.Expressions, visit)
	case *ast.OptionalChain:
		visit(n.Expression)
	case *ast.Optional:
		visit(n.Expression)
	case *ast.SpreadElement:
		visit(n.Expression)
	case *ast.YieldExpression:
		maybe(n.Argument, visit)
	case *ast.AwaitExpression:
		maybe(n.Argument, visit)
	default:
		childrenOfLiteral(n, visit)
	}
}

func childrenOfLiteral(n ast.Expression, visit func(ast.Node)) {
	switch n := n.(type) {
	case *ast.ArrayLiteral:
		eachExpression(n.Value, visit)
	case *ast.ObjectLiteral:
		childrenOfProperties(n.Value, visit)
	case *ast.ArrayPattern:
		eachExpression(n.Elements, visit)
		maybe(n.Rest, visit)
	case *ast.ObjectPattern:
		childrenOfProperties(n.Properties, visit)
		maybe(n.Rest, visit)
	case *ast.Binding:
		childrenOfBinding(n, visit)
	case *ast.PropertyKeyed:
		if n.Computed {
			maybe(n.Key, visit)
		}
		maybe(n.Value, visit)
	case *ast.PropertyShort:
		maybe(n.Initializer, visit)
	}
}

func childrenOfProperties(list []ast.Property, visit func(ast.Node)) {
	for _, p := range list {
		visit(p)
	}
}
