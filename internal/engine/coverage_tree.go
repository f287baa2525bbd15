package engine

import (
	"cmp"
	"slices"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"
)

// coverer puts counters into a tree, where V8 has them: at the start of functions and
// of parts that run on a condition, and behind statements that may not be left at
// their end. It works on the compiled text; toSource turns its offsets.
type coverer struct {
	coverage  *Coverage
	text      coveredText
	toSource  func(int) int  // where something begins
	ends      func(int) int  // where something ends
	own       func(int) bool // an offset is in what a person wrote
	functions []*CoveredFunction
	current   *CoveredFunction
	open      map[int]bool // where open regions begin
	names     map[ast.Node]string
}

// cover makes c count what runs of tree. whole is the unit's length.
func (c *Coverage) cover(tree *ast.Program, m *mapping, u *Unit, whole int) {
	toSource := func(offset int) int { return m.exact(offset, u) }
	ends := func(offset int) int { return toSource(offset-1) + 1 } // what comes next may come from elsewhere
	v := &coverer{coverage: c, text: coveredText(tree.File.Source()), toSource: toSource, ends: ends, own: m.kept, open: map[int]bool{}, names: map[ast.Node]string{}}
	eachChild(tree, v.visit)
	for i, f := range v.functions {
		if i == 0 {
			f.Start, f.End = 0, whole // the function that the unit is the body of
		}
		regions := f.Regions[:0]
		for _, r := range f.Regions {
			if v.place(&r, f) {
				regions = append(regions, r)
			}
		}
		f.Regions = regions
		if f.End-f.Start >= shortestFunction { // else no person wrote it
			c.Functions = append(c.Functions, *f)
		}
	}
	slices.SortStableFunc(c.Functions, func(a, b CoveredFunction) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End))
	})
}

// place turns a region's offsets into those of the source. It reports whether they
// make sense there: code that was made from other code may be in another order.
func (v *coverer) place(r *Region, f *CoveredFunction) bool {
	start, end := 0, Open
	if r.End == Open {
		start = v.ends(r.Start)
	} else {
		start, end = v.toSource(r.Start), v.ends(r.End)
	}
	if start < f.Start || start > f.End || end != Open && (end < start || end > f.End) {
		return false
	}
	r.Start, r.End = start, end
	return true
}

// shortestFunction is "_=>0".
const shortestFunction = len("_=>0")

func (v *coverer) visit(n ast.Node) {
	switch n := n.(type) {
	case *ast.FunctionLiteral:
		v.function(n, n.Source, v.nameOf(n, n.Name), func() {
			v.parameters(n.ParameterList)
			v.body(n.Body)
		})
	case *ast.ArrowFunctionLiteral:
		v.function(n, n.Source, v.names[n], func() {
			v.parameters(n.ParameterList)
			v.arrowBody(n)
		})
	case *ast.ClassLiteral:
		v.class(n)
	case *ast.LexicalDeclaration:
		v.nameBindings(n.List)
		eachChild(n, v.visit)
	case *ast.VariableStatement:
		v.nameBindings(n.List)
		eachChild(n, v.visit)
	case *ast.AssignExpression:
		v.name(n.Right, n.Left)
		eachChild(n, v.visit)
	case *ast.PropertyShort:
		v.name(n.Initializer, &n.Name)
		eachChild(n, v.visit)
	case *ast.PropertyKeyed:
		v.nameByKey(n.Value, n.Key, n.Kind, n.Computed)
		eachChild(n, v.visit)
	case *ast.ConditionalExpression:
		v.conditional(n)
	case *ast.BinaryExpression:
		v.binary(n)
	case *ast.BlockStatement:
		n.List = v.list(n.List)
	case *ast.IfStatement:
		v.ifStatement(n)
	case *ast.SwitchStatement:
		v.switchStatement(n)
	case *ast.TryStatement:
		v.try(n)
	default:
		eachChild(n, v.visit)
		v.loop(n)
	}
}

// function adds a function whose text is source; body puts the counters into it.
func (v *coverer) function(n ast.Node, source, name string, body func()) {
	start, ok := Within(string(v.text), source)
	if !ok {
		start = offset(n.Idx0())
	}
	if v.current != nil && !v.own(start) {
		eachChild(n, v.visit)
		return
	}
	v.add(name, start, start+len(source), n.Idx0(), body)
}

func (v *coverer) parameters(list *ast.ParameterList) {
	v.nameBindings(list.List)
	childrenOfParameters(list, v.visit)
}

func (v *coverer) add(name string, start, end int, at file.Idx, inside func()) {
	outer := v.current
	number, _ := v.coverage.newCounter(at)
	v.current = &CoveredFunction{Name: name, Start: v.toSource(start), End: v.ends(end), counter: number}
	v.functions = append(v.functions, v.current)
	inside()
	v.current = outer
}

// body counts the calls of a function, and looks into it.
func (v *coverer) body(b *ast.BlockStatement) {
	b.List = v.list(b.List)
	afterDirectives(b, counterAt(v.current.counter, b.LeftBrace))
}

func (v *coverer) arrowBody(n *ast.ArrowFunctionLiteral) {
	switch body := n.Body.(type) {
	case *ast.BlockStatement:
		v.body(body)
	case *ast.ExpressionBody:
		v.visit(body.Expression)
		body.Expression = before(counterAt(v.current.counter, body.Idx0()), body.Expression)
	}
}

// region adds a region and returns what counts it.
func (v *coverer) region(start, end int, at file.Idx) *ast.Identifier {
	number, count := v.coverage.newCounter(at)
	if v.current != nil {
		v.current.Regions = append(v.current.Regions, Region{start, end, number})
	}
	return count
}

func (v *coverer) conditional(n *ast.ConditionalExpression) {
	question := v.text.find("?", offset(n.Test.Idx1()), offset(n.Consequent.Idx0()))
	consequent := v.text.end(question, offset(n.Consequent.Idx1()))
	colon := v.text.find(":", consequent, offset(n.Alternate.Idx0()))
	alternate := v.text.end(colon, offset(n.Alternate.Idx1()))
	first, second := v.region(question, consequent, n.Consequent.Idx0()), v.region(colon, alternate, n.Alternate.Idx0())
	eachChild(n, v.visit)
	n.Consequent, n.Alternate = before(first, n.Consequent), before(second, n.Alternate)
}

// binary counts the right side of && and the like.
func (v *coverer) binary(n *ast.BinaryExpression) {
	var operator string
	switch n.Operator {
	case token.LOGICAL_AND:
		operator = "&&"
	case token.LOGICAL_OR:
		operator = "||"
	case token.COALESCE:
		operator = "??"
	default:
		eachChild(n, v.visit)
		return
	}
	at := v.text.find(operator, offset(n.Left.Idx1()), offset(n.Right.Idx0()))
	count := v.region(at, v.text.end(at, offset(n.Right.Idx1())), n.Right.Idx0())
	eachChild(n, v.visit)
	n.Right = before(count, n.Right)
}

// class counts the functions that initialise fields, as V8 does: each has a range of
// its own.
func (v *coverer) class(n *ast.ClassLiteral) {
	start, ok := Within(string(v.text), n.Source)
	if !ok {
		start = offset(n.Class)
	}
	var instance, static *ast.FieldDefinition
	var block *ast.ClassStaticBlock
	staticStart, staticEnd := 0, 0
	for _, element := range n.Body {
		switch e := element.(type) {
		case *ast.MethodDefinition:
			v.nameByKey(e.Body, e.Key, e.Kind, e.Computed)
			if key, ok := e.Key.(*ast.StringLiteral); ok && !e.Static && key.Value == "constructor" {
				v.names[e.Body] = v.nameOf(n, n.Name)
			}
		case *ast.FieldDefinition:
			v.nameByKey(e.Initializer, e.Key, ast.PropertyKindValue, e.Computed)
			switch {
			case e.Static:
				if staticEnd == 0 {
					staticStart, static = offset(e.Idx), e
				}
				staticEnd = offset(e.Idx1())
			case instance == nil:
				instance = e
			}
		case *ast.ClassStaticBlock:
			if staticEnd == 0 {
				staticStart, block = offset(e.Static), e
			}
			staticEnd = offset(e.Block.Idx1())
		}
	}
	eachChild(n, v.visit)
	if instance != nil {
		v.initializer("<instance_members_initializer>", instance, start, start+len(n.Source))
	}
	switch {
	case static != nil:
		v.initializer("<static_initializer>", static, staticStart, staticEnd)
	case block != nil:
		v.add("<static_initializer>", staticStart, staticEnd, block.Static, func() {
			block.Block.List = append([]ast.Statement{counting(counterAt(v.current.counter, block.Static))}, block.Block.List...)
		})
	}
}

// initializer counts with the first field. The name of an anonymous function there
// comes from the field, so then nothing is changed.
func (v *coverer) initializer(name string, field *ast.FieldDefinition, start, end int) {
	v.add(name, start, end, field.Idx, func() {
		count := counterAt(v.current.counter, field.Idx)
		switch field.Initializer.(type) {
		case nil:
			field.Initializer = count
		case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.ClassLiteral:
			v.current.counter = v.functions[0].counter
		default:
			field.Initializer = before(count, field.Initializer)
		}
	})
}
