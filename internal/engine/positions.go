package engine

import (
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// V8 and goja do not agree on where a call is: goja says at the parenthesis, V8
// at the name before it. correctPositions moves the positions of a tree to
// where V8 has them, before goja compiles it: everything that tells positions
// is right from then on and nothing has to be looked up when an error is made.
// It also collects the names that V8 infers for functions that have none.
func correctPositions(tree *ast.Program) (inferred map[int]string) {
	c := corrector{source: tree.File.Source()}
	eachChild(tree, c.visit)
	return c.inferred
}

type corrector struct {
	source   string
	inferred map[int]string // by the offset of the function
	within   []string       // names of the constructors around
	// classes has the names of the classes whose constructors are to come.
	classes map[*ast.FunctionLiteral]*ast.Identifier
}

func (c *corrector) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.CallExpression:
		c.call(n)
	case *ast.AssignExpression:
		c.infer(n.Left, n.Right)
		c.assign(n)
	case *ast.ClassLiteral:
		c.class(n)
	case *ast.FunctionLiteral:
		name := n.Name
		if class := c.classes[n]; class != nil {
			name = class
		}
		defer c.enter(name)()
	}
	eachChild(n, c.visit)
}

// call moves the position of a call to the name that is called.
func (c *corrector) call(e *ast.CallExpression) {
	var name *ast.Identifier
	switch callee := withoutChain(e.Callee).(type) {
	case *ast.Identifier:
		name = callee
	case *ast.DotExpression:
		name = &callee.Identifier
		if isKeyword(name.Name.String()) {
			return
		}
	case *ast.SuperExpression:
		name = &ast.Identifier{Name: "super", Idx: callee.Idx}
	default:
		return
	}
	from, to := int(name.Idx)-1, int(e.LeftParenthesis)-1
	if from < 0 || to > len(c.source) || from >= to {
		return
	}
	// Between the two stands nothing but space, or else the name is in
	// parentheses, in a chain, or written with escapes.
	text, ok := strings.CutPrefix(c.source[from:to], name.Name.String())
	if ok && !strings.ContainsAny(text, ")?") {
		e.LeftParenthesis = name.Idx
	}
}

// withoutChain returns the expression that an optional chain wraps.
func withoutChain(e ast.Expression) ast.Expression {
	if chain, ok := e.(*ast.OptionalChain); ok {
		return chain.Expression
	}
	return e
}

// isKeyword reports whether V8 takes a word for a keyword even as a property.
func isKeyword(word string) bool {
	switch word {
	case "let", "static", "await", "yield", "async", "of", "get", "set",
		"implements", "interface", "package", "private", "protected", "public":
		return false
	case "enum", "null", "true", "false":
		return true
	}
	t, strict := token.IsKeyword(word)
	return t != 0 && !strict
}

// assign moves the position of an assignment to its operator.
func (c *corrector) assign(e *ast.AssignExpression) {
	operator := "="
	if e.Operator != token.ASSIGN {
		operator = strings.TrimSuffix(e.Operator.String(), "=") + "="
	}
	from, to := int(e.Left.Idx0())-1, int(e.Right.Idx0())-1
	if from < 0 || to > len(c.source) || from >= to {
		return
	}
	i := strings.LastIndex(c.source[from:to], operator)
	if i < 0 {
		return
	}
	place := file.Idx(from + i + 1)
	switch left := e.Left.(type) {
	case *ast.Identifier:
		if e.Operator == token.ASSIGN {
			left.Idx = place
		}
	case *ast.DotExpression:
		left.Identifier.Idx = place
	case *ast.BracketExpression:
		left.LeftBracket = place
	case *ast.PrivateDotExpression:
		left.Identifier.Idx = place
	}
}

// infer gives the functions on the right of an assignment the name of what
// they are assigned to.
func (c *corrector) infer(left, right ast.Expression) {
	offset := -1
	switch f := right.(type) {
	case *ast.FunctionLiteral:
		if f.Name == nil {
			offset = int(f.Function) - 1
		}
	case *ast.ArrowFunctionLiteral:
		offset = int(f.Start) - 1
	case *ast.BinaryExpression:
		c.infer(left, f.Right)
	case *ast.ConditionalExpression:
		c.infer(left, f.Consequent)
		c.infer(left, f.Alternate)
	}
	if _, simple := left.(*ast.Identifier); simple || offset < 0 {
		return
	}
	parts := append(append([]string(nil), c.within...), nameParts(left)...)
	if len(parts) == 0 {
		return
	}
	if c.inferred == nil {
		c.inferred = map[int]string{}
	}
	c.inferred[offset] = strings.Join(parts, ".")
}

// nameParts are the names in a chain of properties.
func nameParts(e ast.Expression) []string {
	switch e := e.(type) {
	case *ast.Identifier:
		return []string{e.Name.String()}
	case *ast.DotExpression:
		left := nameParts(e.Left)
		if e.Identifier.Name == "prototype" {
			return left
		}
		return append(left, e.Identifier.Name.String())
	case *ast.BracketExpression:
		if key, ok := e.Member.(*ast.StringLiteral); ok {
			return append(nameParts(e.Left), key.Value.String())
		}
		return append(nameParts(e.Left), "<computed>")
	}
	return nil
}

// class notes the name of a class for its constructor.
func (c *corrector) class(n *ast.ClassLiteral) {
	if n.Name == nil {
		return
	}
	for _, element := range n.Body {
		method, ok := element.(*ast.MethodDefinition)
		if !ok || method.Static || method.Computed {
			continue
		}
		if key, ok := method.Key.(*ast.StringLiteral); ok && key.Value == "constructor" {
			if c.classes == nil {
				c.classes = map[*ast.FunctionLiteral]*ast.Identifier{}
			}
			c.classes[method.Body] = n.Name
		}
	}
}

// enter notes that the code of a function begins, and returns what ends it.
func (c *corrector) enter(name *ast.Identifier) (leave func()) {
	outer := c.within
	if name != nil {
		if s := name.Name.String(); s != "" && s[0] >= 'A' && s[0] <= 'Z' {
			c.within = append(outer[:len(outer):len(outer)], s)
			return func() { c.within = outer }
		}
	}
	return func() { c.within = outer }
}
