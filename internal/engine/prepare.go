package engine

import (
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

// preparation changes a tree where goja's compiler does not do what the
// language says: regular expressions are taken out (see literals), functions
// in blocks become variables (see hoist.go), functions keep their arguments for
// arrow functions (see arguments.go), and asynchronous generator functions are
// looked for (see async_generator.go).
type preparation struct {
	tree    *ast.Program
	regexps literals
	makers  asyncGenerators
	current *function
	err     error

	operators int // around the node that is looked at, without anything else between
}

// prepare changes tree, and returns what it found.
func prepare(tree *ast.Program, in scope, names AsyncGenerators) (*preparation, error) {
	p := &preparation{tree: tree, makers: asyncGenerators{names: names}}
	p.current = &function{strict: in.strict || isStrict(tree.Body), body: &tree.Body, declarations: &tree.DeclarationList, isScript: !in.inFunction}
	p.unlabel(tree.Body)
	eachChild(tree, p.visit)
	return p, p.err
}

func (p *preparation) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.RegExpLiteral:
		if p.err == nil {
			p.err = p.regexps.take(p.tree, n)
		}
	case *ast.FunctionLiteral:
		p.function(n, n.ParameterList, n.Body, &n.DeclarationList)
	case *ast.ArrowFunctionLiteral:
		body, _ := n.Body.(*ast.BlockStatement)
		p.function(n, n.ParameterList, body, &n.DeclarationList)
	case *ast.ClassLiteral:
		p.class(n)
	case *ast.Identifier:
		p.identifier(n)
	case *ast.StringLiteral:
		p.stringLiteral(n)
	case *ast.ObjectLiteral:
		protoMethods(n)
		eachChild(n, p.visit)
	case *ast.YieldExpression:
		if n.Delegate && n.Argument == nil {
			p.refuse(n.Yield, "Unexpected token '}'")
		}
		if n.Delegate {
			p.makers.delegate(n, p.current.isAsyncGenerator)
		}
		eachChild(n, p.visit)
	case *ast.LabelledStatement:
		labels(n)
		eachChild(n, p.visit)
	case *ast.BinaryExpression:
		if n.Operator == token.EXPONENT {
			p.awaitedPower(n)
			computePower(n)
		}
		p.operator(n, &n.Left, &n.Right)
	case *ast.UnaryExpression:
		p.operator(n, &n.Operand)
	case *ast.ReturnStatement:
		eachChild(n, p.visit)
		if p.current.isAsyncGenerator {
			p.makers.awaitReturn(n)
		}
	default:
		if p.current.strict {
			eachChild(n, p.visit)
			return
		}
		p.visitSloppy(n)
	}
}

// function looks at a function's parameters and body. body is nil for an arrow
// function of one expression.
func (p *preparation) function(n ast.Node, parameters *ast.ParameterList, body *ast.BlockStatement, declarations *[]*ast.VariableDeclaration) {
	outer := p.current
	_, isArrow := n.(*ast.ArrowFunctionLiteral)
	f := &function{strict: outer.strict, parameters: parameters, declarations: declarations, outer: outer, isArrow: isArrow}
	if body != nil {
		f.body = &body.List
		f.strict = f.strict || isStrict(body.List)
		p.restParameter(parameters, body.List)
	} else {
		f.body = new([]ast.Statement)
	}
	f.isAsyncGenerator = outer.asyncGenerator != nil && n == ast.Node(outer.asyncGenerator)
	f.asyncGenerator = p.makers.take(n)
	p.current = f
	eachChild(n, func(child ast.Node) {
		if child == ast.Node(body) {
			p.unlabel(body.List)
			for _, s := range body.List[:len(body.List):len(body.List)] {
				p.visit(s)
			}
			return
		}
		p.visit(child)
	})
	f.nameArguments(body)
	p.current = outer
}

// class looks at a class, all of which is strict.
func (p *preparation) class(n *ast.ClassLiteral) {
	outer := p.current
	p.current = &function{strict: true, outer: outer}
	eachChild(n, p.visit)
	p.current = outer
}

// visitSloppy looks at a node that may be a block, or have some.
func (p *preparation) visitSloppy(n ast.Node) {
	switch n := n.(type) {
	case *ast.BlockStatement:
		p.block(&n.List, block{})
	case *ast.SwitchStatement:
		p.visit(n.Discriminant)
		p.cases(n)
	case *ast.IfStatement:
		p.visit(n.Test)
		n.Consequent = p.branch(n.Consequent)
		if n.Alternate != nil {
			n.Alternate = p.branch(n.Alternate)
		}
	case *ast.ForStatement, *ast.ForInStatement, *ast.ForOfStatement:
		p.loop(n)
	case *ast.TryStatement:
		p.try(n)
	default:
		eachChild(n, p.visit)
	}
}

// block looks at a block's statements and hoists the functions in it.
func (p *preparation) block(list *[]ast.Statement, scope block) {
	p.unlabel(*list)
	scope.list = *list
	p.current.blocks = append(p.current.blocks, scope)
	*list = p.statements(*list)
	p.current.blocks = p.current.blocks[:len(p.current.blocks)-1]
}

// statements returns a list with an assignment behind each function that is
// hoisted out of it.
func (p *preparation) statements(list []ast.Statement) []ast.Statement {
	var changed []ast.Statement
	for i, s := range list {
		p.visit(s)
		d, ok := s.(*ast.FunctionDeclaration)
		var set ast.Statement
		if ok {
			set = p.current.hoist(d)
		}
		if set != nil && changed == nil {
			changed = append(changed, list[:i]...)
		}
		if changed != nil || set != nil {
			changed = append(changed, s)
		}
		if set != nil {
			changed = append(changed, set)
		}
	}
	if changed != nil {
		return changed
	}
	return list
}

// cases looks at the cases of a switch, which are one block.
func (p *preparation) cases(n *ast.SwitchStatement) {
	var scope block
	for _, c := range n.Body {
		p.unlabel(c.Consequent)
		scope.list = append(scope.list, c.Consequent...)
	}
	p.current.blocks = append(p.current.blocks, scope)
	for _, c := range n.Body {
		if c.Test != nil {
			p.visit(c.Test)
		}
		c.Consequent = p.statements(c.Consequent)
	}
	p.current.blocks = p.current.blocks[:len(p.current.blocks)-1]
}

// branch looks at what an if leads to: a function there has a block of its own.
func (p *preparation) branch(s ast.Statement) ast.Statement {
	if d, ok := s.(*ast.FunctionDeclaration); ok {
		p.onlyStatement(d)
		s = blockOf(d, d.Function.Function)
	}
	p.visit(s)
	return s
}

// loop looks at a loop, whose head may declare names.
func (p *preparation) loop(n ast.Node) {
	var scope block
	switch n := n.(type) {
	case *ast.ForStatement:
		if lexical, ok := n.Initializer.(*ast.ForLoopInitializerLexicalDecl); ok {
			scope.head = lexical.LexicalDeclaration.List
		}
	case *ast.ForInStatement:
		if d, ok := n.Into.(*ast.ForDeclaration); ok {
			scope.into = d.Target
		}
	case *ast.ForOfStatement:
		if d, ok := n.Into.(*ast.ForDeclaration); ok {
			scope.into = d.Target
		}
	}
	p.current.blocks = append(p.current.blocks, scope)
	eachChild(n, p.visit)
	p.current.blocks = p.current.blocks[:len(p.current.blocks)-1]
}

// try looks at a try statement. A variable may have the name of a catch
// parameter, but not of a part of a pattern there.
func (p *preparation) try(n *ast.TryStatement) {
	p.visit(n.Body)
	if n.Catch != nil {
		var scope block
		if _, simple := n.Catch.Parameter.(*ast.Identifier); !simple {
			scope.into = n.Catch.Parameter
		}
		if n.Catch.Parameter != nil {
			p.visit(n.Catch.Parameter)
		}
		if parameter, simple := n.Catch.Parameter.(*ast.Identifier); simple {
			assignCaught(parameter.Name, n.Catch.Body)
		}
		p.block(&n.Catch.Body.List, scope)
	}
	if n.Finally != nil {
		p.visit(n.Finally)
	}
}

// unlabel takes the labels from functions, which goja refuses to declare with
// them: nothing can break out of a declaration.
func (p *preparation) unlabel(list []ast.Statement) {
	if p.current.strict {
		return
	}
	for i, s := range list {
		labelled, ok := s.(*ast.LabelledStatement)
		if !ok {
			continue
		}
		for inner, ok := labelled.Statement.(*ast.LabelledStatement); ok; inner, ok = labelled.Statement.(*ast.LabelledStatement) {
			labelled = inner
		}
		if d, ok := labelled.Statement.(*ast.FunctionDeclaration); ok && !d.Function.Async && !d.Function.Generator {
			list[i] = d
		}
	}
}
