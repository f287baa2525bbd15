package engine

import "github.com/dop251/goja/ast"

// list puts counters behind the statements of a list that may be left elsewhere than
// at their end. Behind the last one nothing is left to count.
func (v *coverer) list(list []ast.Statement) []ast.Statement {
	made := make([]ast.Statement, 0, len(list))
	for i, s := range list {
		last := i == len(list)-1
		end, follows := v.continuation(s)
		if follows {
			follows = !v.open[end] // else the statement around says it
			v.open[end] = true
		}
		if stop, jumps := v.jump(s); jumps && !last {
			v.unreachable(stop)
		}
		if !follows || last && !hasScope(s) {
			v.visit(s)
			made = append(made, s)
			continue
		}
		count := v.region(end, Open, s.Idx0())
		v.visit(s)
		made = append(made, s, counting(count))
	}
	return made
}

// hasScope says that a loop has variables of its own: V8 makes it a block, and does
// not see that it is the last of a list.
func hasScope(s ast.Statement) bool {
	switch s := s.(type) {
	case *ast.LabelledStatement:
		return hasScope(s.Statement)
	case *ast.ForStatement:
		_, ok := s.Initializer.(*ast.ForLoopInitializerLexicalDecl)
		return ok
	case *ast.ForInStatement:
		_, ok := s.Into.(*ast.ForDeclaration)
		return ok
	case *ast.ForOfStatement:
		_, ok := s.Into.(*ast.ForDeclaration)
		return ok
	}
	return false
}

// continuation returns where what follows a statement begins, if that is counted.
func (v *coverer) continuation(s ast.Statement) (at int, ok bool) {
	switch s := s.(type) {
	case *ast.LabelledStatement:
		return v.continuation(s.Statement)
	case *ast.IfStatement, *ast.ForStatement, *ast.ForInStatement, *ast.ForOfStatement, *ast.WhileStatement, *ast.DoWhileStatement,
		*ast.SwitchStatement, *ast.TryStatement, *ast.BlockStatement:
		return v.text.statementEnd(s), true
	case *ast.ExpressionStatement, *ast.VariableStatement, *ast.LexicalDeclaration:
		at, ok = suspension(s)
		if next := v.text.skipSpace(at); ok && next < len(v.text) && v.text[next] == ';' {
			at = next + 1
		}
		return at, ok
	}
	return 0, false
}

// suspension returns the end of the last await or yield in a statement.
func suspension(s ast.Node) (at int, ok bool) {
	var look func(ast.Node)
	look = func(n ast.Node) {
		switch n := n.(type) {
		case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.ClassLiteral:
			return
		case *ast.AwaitExpression:
			at, ok = max(at, offset(n.Idx1())), true
		case *ast.YieldExpression:
			at, ok = max(at, offset(n.Idx1())), true
		}
		eachChild(n, look)
	}
	look(s)
	return at, ok
}

// jump returns the end of a statement that is never left there.
func (v *coverer) jump(s ast.Statement) (end int, ok bool) {
	switch s.(type) {
	case *ast.ReturnStatement, *ast.ThrowStatement, *ast.BranchStatement:
		return v.text.statementEnd(s), true
	}
	return 0, false
}

func (v *coverer) unreachable(at int) {
	if v.current != nil && !v.open[at] {
		v.open[at] = true
		v.current.Regions = append(v.current.Regions, Region{at, Open, none})
	}
}

// part counts a statement that runs on a condition, and looks into it.
func (v *coverer) part(s ast.Statement, start, end int) ast.Statement {
	if _, ok := s.(*ast.FunctionDeclaration); ok {
		v.visit(s) // it may stand there without a block, and is not in one then
		return s
	}
	count := counting(v.region(start, end, s.Idx0()))
	if block, ok := s.(*ast.BlockStatement); ok {
		block.List = append([]ast.Statement{count}, v.list(block.List)...)
		return block
	}
	if stop, jumps := v.jump(s); jumps {
		v.unreachable(stop)
	}
	v.visit(s)
	return &ast.BlockStatement{LeftBrace: s.Idx0(), List: []ast.Statement{count, s}, RightBrace: s.Idx1()}
}

func (v *coverer) ifStatement(n *ast.IfStatement) {
	v.visit(n.Test)
	end := v.text.statementEnd(n.Consequent)
	n.Consequent = v.part(n.Consequent, v.text.start(n.Consequent), end)
	if n.Alternate != nil {
		n.Alternate = v.part(n.Alternate, end, v.text.statementEnd(n.Alternate))
	}
}

// loop counts the rounds of a loop whose children were visited.
func (v *coverer) loop(n ast.Node) {
	if body := loopBody(n); body != nil {
		s := *body
		*body = inFront(v.region(v.text.start(s), v.text.statementEnd(s), s.Idx0()), s)
	}
}

func (v *coverer) switchStatement(n *ast.SwitchStatement) {
	v.visit(n.Discriminant)
	for _, c := range n.Body {
		maybe(c.Test, v.visit)
		count := counting(v.region(offset(c.Case), v.text.caseEnd(c), c.Case))
		c.Consequent = append([]ast.Statement{count}, v.list(c.Consequent)...)
	}
}

// try counts catch and finally. What follows a catch in front of a finally is reached
// from the ends of both blocks.
func (v *coverer) try(n *ast.TryStatement) {
	var next *ast.Identifier
	if n.Catch != nil && n.Finally != nil {
		next = v.region(offset(n.Catch.Body.Idx1()), Open, n.Catch.Catch)
	}
	n.Body.List = v.ending(v.list(n.Body.List), next)
	if n.Catch != nil {
		count := counting(v.region(offset(n.Catch.Catch), offset(n.Catch.Body.Idx1()), n.Catch.Catch))
		n.Catch.Body.List = v.ending(append([]ast.Statement{count}, v.list(n.Catch.Body.List)...), next)
	}
	if n.Finally != nil {
		from := offset(n.Body.Idx1())
		if n.Catch != nil {
			from = offset(n.Catch.Body.Idx1())
		}
		start := v.text.find("finally", from, offset(n.Finally.Idx0()))
		count := counting(v.region(start, offset(n.Finally.Idx1()), n.Finally.LeftBrace))
		n.Finally.List = append([]ast.Statement{count}, v.list(n.Finally.List)...)
	}
}

func (v *coverer) ending(list []ast.Statement, next *ast.Identifier) []ast.Statement {
	if next == nil {
		return list
	}
	return append(list, counting(&ast.Identifier{Name: next.Name, Idx: next.Idx}))
}
