package engine

import (
	"regexp"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// Early errors that goja does not know, and a continue that it refuses.

const (
	generatorInStatement = "Generators can only be declared at the top level or inside a block."
	asyncInStatement     = "Async functions can only be declared at the top level or inside a block."
)

// refuse notes what is wrong at a place; the first one counts.
func (p *preparation) refuse(at file.Idx, message string) {
	if p.err == nil {
		p.err = &goja.CompilerSyntaxError{CompilerError: goja.CompilerError{Message: message, File: p.tree.File, Offset: int(at) - 1}}
	}
}

// octalEscape finds an escape that strict code must not have: pairs of
// backslashes, one more, and digits.
var octalEscape = regexp.MustCompile(`(?:^|[^\\])(?:\\\\)*\\([1-9]|0[0-9])`)

// stringLiteral looks at a string for octal numbers.
func (p *preparation) stringLiteral(n *ast.StringLiteral) {
	if !p.current.strict || !strings.Contains(n.Literal, `\`) {
		return
	}
	found := octalEscape.FindStringSubmatch(n.Literal)
	switch {
	case found == nil:
	case found[1] == "8" || found[1] == "9":
		p.refuse(n.Idx, `\8 and \9 are not allowed in strict mode.`)
	default:
		p.refuse(n.Idx, "Octal escape sequences are not allowed in strict mode.")
	}
}

// between returns the source from one place to another.
func (p *preparation) between(from, to file.Idx) string {
	source := p.tree.File.Source()
	if from < 1 || to < from || int(to)-1 > len(source) {
		return ""
	}
	return source[from-1 : to-1]
}

// awaitedPower refuses await a ** b, but not (await a) ** b.
func (p *preparation) awaitedPower(n *ast.BinaryExpression) {
	if _, ok := n.Left.(*ast.AwaitExpression); !ok {
		return
	}
	if between := p.between(n.Left.Idx1(), n.Right.Idx0()); between != "" && !strings.Contains(between, ")") {
		p.refuse(n.Left.Idx0(), "Unary operator used immediately before exponentiation expression. "+
			"Parenthesis must be used to disambiguate operator precedence")
	}
}

// onlyStatement refuses functions of these kinds as what an if leads to.
func (p *preparation) onlyStatement(d *ast.FunctionDeclaration) {
	switch {
	case d.Function.Async:
		p.refuse(d.Function.Function, asyncInStatement)
	case d.Function.Generator:
		p.refuse(d.Function.Function, generatorInStatement)
	}
}

// restParameter refuses a directive in a function with other parameters than names.
// goja looks at all of them but the rest.
func (p *preparation) restParameter(parameters *ast.ParameterList, body []ast.Statement) {
	if parameters != nil && parameters.Rest != nil && isStrict(body) {
		p.refuse(body[0].Idx0(), "Illegal 'use strict' directive in function with non-simple parameter list")
	}
}

// labels makes a continue of the outer one of two labels one of the inner: both
// mean the same loop.
func labels(n *ast.LabelledStatement) {
	inner, ok := n.Statement.(*ast.LabelledStatement)
	if !ok {
		return
	}
	for next, ok := inner.Statement.(*ast.LabelledStatement); ok; next, ok = inner.Statement.(*ast.LabelledStatement) {
		inner = next
	}
	var rename func(ast.Node)
	rename = func(node ast.Node) {
		switch node := node.(type) {
		case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.ClassLiteral:
			return
		case *ast.BranchStatement:
			if node.Token == token.CONTINUE && node.Label != nil && node.Label.Name == n.Label.Name {
				node.Label = &ast.Identifier{Name: inner.Label.Name, Idx: node.Label.Idx}
			}
		}
		eachChild(node, rename)
	}
	eachChild(inner, rename)
}

// protoMethods keeps goja from taking methods and accessors that are called
// __proto__ for the prototype of the object: a computed name never is.
func protoMethods(n *ast.ObjectLiteral) {
	for _, property := range n.Value {
		keyed, ok := property.(*ast.PropertyKeyed)
		if !ok || keyed.Kind == ast.PropertyKindValue {
			continue
		}
		if key, ok := keyed.Key.(*ast.StringLiteral); ok && key.Value == "__proto__" {
			keyed.Computed = true
		}
	}
}
