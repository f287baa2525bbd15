package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
)

// goja gives an await no position of its own: an async function that waits would
// be where it called something last.

// awaits are where the awaits of a tree stand, by the text of the function that
// they are in, in the order in which goja compiles them.
type awaits map[*byte][]int

// findAwaits looks for the awaits of a tree.
func findAwaits(tree *ast.Program) awaits {
	f := awaitFinder{found: awaits{}}
	eachChild(tree, f.visit)
	return f.found
}

type awaitFinder struct {
	found   awaits
	current *byte // the function around
}

func (f *awaitFinder) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.FunctionLiteral:
		f.within(n.Source, n)
	case *ast.ArrowFunctionLiteral:
		f.within(n.Source, n)
	case *ast.AwaitExpression:
		f.visit(n.Argument)
		if f.current != nil {
			f.found[f.current] = append(f.found[f.current], int(n.Await)-1)
		}
	case *ast.ForStatement:
		f.loop(n)
	case *ast.SwitchStatement:
		f.visit(n.Discriminant)
		for _, c := range n.Body {
			maybe(c.Test, f.visit)
		}
		for _, c := range n.Body {
			eachStatement(c.Consequent, f.visit)
		}
	default:
		eachChild(n, f.visit)
	}
}

// loop visits a loop whose update is compiled behind its body.
func (f *awaitFinder) loop(n *ast.ForStatement) {
	head := *n
	head.Update, head.Body = nil, &ast.EmptyStatement{}
	eachChild(&head, f.visit)
	f.visit(n.Body)
	maybe(n.Update, f.visit)
}

func (f *awaitFinder) within(source string, n ast.Node) {
	outer := f.current
	f.current = nil
	if source != "" {
		f.current = unsafe.StringData(source)
	}
	eachChild(n, f.visit)
	f.current = outer
}

// place gives the awaits of the async functions that p makes their positions.
// p's instructions must still be goja's.
func (a awaits) place(p *goja.Program) {
	if len(a) == 0 {
		return
	}
	for _, s := range code(p) {
		if !promiseLayout.newAsync[s.table] {
			continue
		}
		positions := a[unsafe.StringData(*at[string](s.data, asyncGeneratorLayout.source))]
		if len(positions) > 0 {
			placeAwaits(*at[*goja.Program](s.data, promiseLayout.makerProgram), positions)
		}
	}
}

// placeAwaits gives the awaits in an async function's code their positions. What
// goja left out, since it can never run, makes the two differ in number.
func placeAwaits(body *goja.Program, positions []int) {
	var where []int
	for i, s := range code(body) {
		if s == promiseLayout.await {
			where = append(where, i)
		}
	}
	if len(where) != len(positions) {
		return
	}
	items := at[[]srcMapItem](unsafe.Pointer(body), offsets.programSrcMap)
	placed := make([]srcMapItem, 0, len(*items)+2*len(where))
	before, rest := 0, *items
	for i, pc := range where {
		for len(rest) > 0 && rest[0].pc <= pc {
			placed, before, rest = append(placed, rest[0]), rest[0].srcPos, rest[1:]
		}
		if n := len(placed); n > 0 && placed[n-1].pc == pc {
			placed = placed[:n-1]
		}
		placed = append(placed, srcMapItem{pc, positions[i]})
		if len(rest) == 0 || rest[0].pc > pc+1 {
			placed = append(placed, srcMapItem{pc + 1, before})
		}
	}
	*items = append(placed, rest...)
}
