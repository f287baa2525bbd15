package engine

import (
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"
)

// expressionPrinter prints an expression as V8's messages show it: what has no
// name is an intermediate value.
type expressionPrinter struct{ strings.Builder }

const intermediate = "(intermediate value)"

func (p *expressionPrinter) print(e ast.Expression) {
	switch e := e.(type) {
	case *ast.Identifier:
		p.WriteString(e.Name.String())
	case *ast.ThisExpression:
		p.WriteString("this")
	case *ast.OptionalChain:
		p.print(e.Expression)
	case *ast.Optional:
		p.print(e.Expression)
	case *ast.DotExpression:
		p.member(e.Left)
		p.WriteString(e.Identifier.Name.String())
	case *ast.PrivateDotExpression:
		p.member(e.Left)
		p.WriteString("#" + strings.TrimPrefix(e.Identifier.Name.String(), "#"))
	case *ast.BracketExpression:
		p.bracket(e)
	case *ast.CallExpression:
		p.print(e.Callee)
		if _, optional := e.Callee.(*ast.Optional); optional {
			p.WriteString("?.")
		}
		p.WriteString("(...)")
	case *ast.UnaryExpression:
		p.unary(e)
	case *ast.BinaryExpression:
		p.WriteString("(")
		p.print(e.Left)
		p.WriteString(" " + e.Operator.String() + " ")
		p.print(e.Right)
		p.WriteString(")")
	case *ast.SequenceExpression:
		p.list("(", e.Sequence, " , ", ")")
	case *ast.ConditionalExpression:
		p.WriteString(intermediate + intermediate + intermediate)
	default:
		p.literal(e)
	}
}

// member prints what a property is taken of, and the dot.
func (p *expressionPrinter) member(left ast.Expression) {
	if optional, ok := left.(*ast.Optional); ok {
		p.print(optional.Expression)
		p.WriteString("?.")
		return
	}
	if _, super := left.(*ast.SuperExpression); super {
		p.WriteString(intermediate)
	} else {
		p.print(left)
	}
	p.WriteString(".")
}

func (p *expressionPrinter) bracket(e *ast.BracketExpression) {
	if key, ok := e.Member.(*ast.StringLiteral); ok {
		p.member(e.Left)
		p.WriteString(key.Value.String())
		return
	}
	left := e.Left
	if optional, ok := left.(*ast.Optional); ok {
		p.print(optional.Expression)
		p.WriteString("?.")
	} else {
		p.print(left)
	}
	p.WriteString("[")
	p.print(e.Member)
	p.WriteString("]")
}

func (p *expressionPrinter) unary(e *ast.UnaryExpression) {
	p.WriteString("(")
	if e.Postfix {
		p.print(e.Operand)
		p.WriteString(e.Operator.String() + ")")
		return
	}
	p.WriteString(e.Operator.String())
	switch e.Operator {
	case token.TYPEOF, token.VOID, token.DELETE:
		p.WriteString(" ")
	}
	p.print(e.Operand)
	p.WriteString(")")
}

func (p *expressionPrinter) list(open string, list []ast.Expression, between, end string) {
	p.WriteString(open)
	for i, e := range list {
		if i > 0 {
			p.WriteString(between)
		}
		if e != nil {
			p.print(e)
		}
	}
	p.WriteString(end)
}

func (p *expressionPrinter) literal(e ast.Expression) {
	switch e := e.(type) {
	case *ast.StringLiteral:
		p.WriteString("\"" + e.Value.String() + "\"")
	case *ast.NumberLiteral:
		p.WriteString(strings.TrimSuffix(e.Literal, "."))
	case *ast.BooleanLiteral:
		p.WriteString(e.Literal)
	case *ast.NullLiteral:
		p.WriteString("null")
	case *ast.RegExpLiteral:
		p.WriteString(e.Literal)
	case *ast.ArrayLiteral:
		p.list("[", e.Value, ",", "]")
	case *ast.ObjectLiteral:
		p.object(e)
	case *ast.TemplateLiteral:
		p.template(e)
	case *ast.AssignExpression:
		p.print(e.Left)
	case *ast.SpreadElement:
		p.WriteString("(...")
		p.print(e.Expression)
		p.WriteString(")")
	default:
		p.WriteString(intermediate)
	}
}

func (p *expressionPrinter) object(e *ast.ObjectLiteral) {
	p.WriteString("{")
	for _, property := range e.Value {
		if keyed, ok := property.(*ast.PropertyKeyed); ok {
			p.print(keyed.Value)
		} else if short, ok := property.(*ast.PropertyShort); ok {
			p.WriteString(short.Name.Name.String())
		}
	}
	p.WriteString("}")
}

func (p *expressionPrinter) template(e *ast.TemplateLiteral) {
	if len(e.Expressions) == 0 && len(e.Elements) == 1 {
		p.WriteString("\"" + e.Elements[0].Parsed.String() + "\"")
		return
	}
	for _, part := range e.Expressions {
		p.print(part)
	}
}
