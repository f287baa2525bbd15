package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
)

// Limit ends code that runs too long. Code that is compiled with one asks it at the
// start of each function and in each round of a loop; so where it ends follows from
// the answers alone.
type Limit struct {
	// Outer is the limit of the code that runs this code, or nil.
	Outer *Limit
	// Exceeded returns what is to be thrown, or nil. It is asked every now and then,
	// and not any more when it is nil itself.
	Exceeded func() goja.Value

	steps uint32
	over  goja.Value // thrown: whoever catches it gets it again
}

// stepsPerQuestion is how many steps a limit takes on faith.
const stepsPerQuestion = 1024

// Over says that the limit was exceeded.
func (l *Limit) Over() bool { return l.over != nil }

// stepName stands for a step while a tree is compiled. No program can write it.
var stepName = unistring.NewFromString("\x00step")

// step is the instruction that asks.
type step struct{ limit *Limit }

func (s *step) exec(vm unsafe.Pointer) {
	for l := s.limit; l != nil; l = l.Outer {
		if l.Exceeded == nil {
			continue
		}
		if l.steps++; l.over == nil && l.steps%stepsPerQuestion == 0 {
			l.over = l.Exceeded()
		}
		if l.over != nil {
			panic(l.over)
		}
	}
	push(vm, goja.Undefined())
	*at[int](vm, offsets.vmPC)++
}

// put puts steps into a tree.
func (l *Limit) put(tree *ast.Program) { eachChild(tree, l.visit) }

func (l *Limit) visit(n ast.Node) {
	eachChild(n, l.visit)
	switch n := n.(type) {
	case *ast.FunctionLiteral:
		afterDirectives(n.Body, stepAt(n.Body.LeftBrace))
	case *ast.ArrowFunctionLiteral:
		switch body := n.Body.(type) {
		case *ast.BlockStatement:
			afterDirectives(body, stepAt(body.LeftBrace))
		case *ast.ExpressionBody:
			body.Expression = before(stepAt(body.Idx0()), body.Expression)
		}
	}
	if body := loopBody(n); body != nil {
		*body = inFront(stepAt((*body).Idx0()), *body)
	}
}

func stepAt(at file.Idx) *ast.Identifier { return &ast.Identifier{Name: stepName, Idx: at} }

// link puts the steps' instructions into p.
func (l *Limit) link(p *goja.Program) {
	slots := code(p)
	for i, s := range slots {
		if (s.table == offsets.loadDynamic || s.table == offsets.loadDynamicRef) && *(*unistring.String)(s.data) == stepName {
			var replacement instruction = &step{l}
			slots[i] = *(*slot)(unsafe.Pointer(&replacement))
		}
	}
}

// afterDirectives puts an expression in front of a function's body.
func afterDirectives(b *ast.BlockStatement, e ast.Expression) {
	at := 0
	for at < len(b.List) && isDirective(b.List[at]) {
		at++
	}
	list := append(make([]ast.Statement, 0, len(b.List)+1), b.List[:at]...)
	b.List = append(append(list, &ast.ExpressionStatement{Expression: e}), b.List[at:]...)
}

// inFront returns a statement with an expression in front of it.
func inFront(e ast.Expression, s ast.Statement) ast.Statement {
	first := &ast.ExpressionStatement{Expression: e}
	if block, ok := s.(*ast.BlockStatement); ok {
		block.List = append([]ast.Statement{first}, block.List...)
		return block
	}
	return &ast.BlockStatement{LeftBrace: s.Idx0(), List: []ast.Statement{first, s}, RightBrace: s.Idx1()}
}

// loopBody returns the body of a loop, nil for other nodes.
func loopBody(n ast.Node) *ast.Statement {
	switch n := n.(type) {
	case *ast.ForStatement:
		return &n.Body
	case *ast.ForInStatement:
		return &n.Body
	case *ast.ForOfStatement:
		return &n.Body
	case *ast.WhileStatement:
		return &n.Body
	case *ast.DoWhileStatement:
		return &n.Body
	}
	return nil
}
