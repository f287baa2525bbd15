package engine

import "github.com/dop251/goja/ast"

// goja's compiler asks of each operator whether its operands are constant, down
// to the last one, computes those that are, each time anew, and asks where it
// begins, which the first operand knows: the time for a chain of operators grows
// with its square, and for && that of constants doubles with each. It does not
// look into a list of expressions for constants, and makes no code for a constant
// that is not the last of them. So here and there in a chain, x becomes (0, x).

// longestChain is how many operators goja may find below each other.
const longestChain = 8

// operator looks at an operator.
func (p *preparation) operator(n ast.Node, operands ...*ast.Expression) {
	outer := p.operators
	p.operators = outer%longestChain + 1
	eachChild(n, p.visit)
	if p.operators == longestChain {
		for _, operand := range operands {
			if isOperator(*operand) {
				*operand = notConstant(*operand)
			}
		}
	}
	p.operators = outer
}

// notConstant makes (0, x) of x.
func notConstant(x ast.Expression) ast.Expression {
	begin := &ast.NumberLiteral{Idx: x.Idx0(), Literal: "0", Value: int64(0)}
	return &ast.SequenceExpression{Sequence: []ast.Expression{begin, x}}
}

func isOperator(e ast.Expression) bool {
	switch e.(type) {
	case *ast.BinaryExpression, *ast.UnaryExpression:
		return true
	}
	return false
}
