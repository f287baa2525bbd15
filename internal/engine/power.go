package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/token"

	"github.com/jsrr/jsrr/internal/ieee754"
)

// power is the substitute of the instruction for x ** y: goja's has other last
// digits than V8's.
type power struct{}

func (p *power) exec(vm unsafe.Pointer) {
	sp := at[int](vm, stackLayout.vmSP)
	operands := (*at[[]goja.Value](vm, stackLayout.vmStack))[*sp-2 : *sp]
	x, y := operands[0], operands[1]
	if !isNumber(x) || !isNumber(y) {
		x, y = toNumeric(x), toNumeric(y)
		// What was called to convert them may have moved the stack.
		operands = (*at[[]goja.Value](vm, stackLayout.vmStack))[*sp-2 : *sp]
		if !isNumber(x) || !isNumber(y) {
			operands[0], operands[1] = x, y
			run(vm, substituted.exp, unsafe.Pointer(p)) // of big integers
			return
		}
	}
	operands[0] = floatToValue(ieee754.Pow(x.ToFloat(), y.ToFloat()))
	*sp--
	*at[int](vm, stackLayout.vmPC)++
}

// isNumber says that a value is a number, and not an object that holds one.
func isNumber(v goja.Value) bool {
	table := (*slot)(unsafe.Pointer(&v)).table
	return table == valueTables.integer || table == valueTables.float
}

// computePower keeps goja's compiler from computing x ** y. That of two numbers,
// which may be negative, is computed here: it becomes their power times 1.
func computePower(n *ast.BinaryExpression) {
	x, isX := constantNumber(n.Left)
	y, isY := constantNumber(n.Right)
	begin := n.Left.Idx0()
	if isX && isY {
		n.Operator = token.MULTIPLY
		n.Left = &ast.NumberLiteral{Idx: begin, Value: ieee754.Pow(x, y)}
		n.Right = &ast.NumberLiteral{Idx: n.Right.Idx0(), Value: int64(1)}
		return
	}
	n.Left = notConstant(n.Left)
}

// constantNumber returns what a number in the source is, or the negative of one.
func constantNumber(e ast.Expression) (float64, bool) {
	switch e := e.(type) {
	case *ast.NumberLiteral:
		switch n := e.Value.(type) {
		case int64:
			return float64(n), true
		case float64:
			return n, true
		}
	case *ast.UnaryExpression:
		if n, ok := e.Operand.(*ast.NumberLiteral); ok && e.Operator == token.MINUS {
			x, ok := constantNumber(n)
			return -x, ok
		}
	}
	return 0, false
}
