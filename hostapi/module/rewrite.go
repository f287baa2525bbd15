package module

import (
	"errors"
	"reflect"
	"slices"
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/token"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

var errNotAScript = errors.New("not the body of one function")

// resultName is the variable that a rewritten script leaves its value in.
const resultName = "$value"

// rewriting changes the declarations of a script's top level where goja has no
// way to run the script as it is: code with await, code of a context, and
// declarations in a session that may be made again. Lines stay lines, and
// columns nearly so.
type rewriting struct {
	source   string
	base     int // position of the source's first character in the parsed text
	edits    []engine.Edit
	written  string   // what source was lowered from, or ""
	declared []string // the variables that the script declares
}

// parseScript parses source as a script, or as an asynchronous function's body.
func parseScript(source string, async bool) (*rewriting, []ast.Statement, error) {
	text := maskImports(source)
	if !async {
		tree, err := engine.Parse(text)
		if err != nil {
			return nil, nil, err
		}
		return &rewriting{source: source, base: 1}, tree.Body, nil
	}
	const head = "(async function () {"
	tree, err := engine.Parse(head + text + "\n})")
	if err != nil {
		return nil, nil, err
	}
	if len(tree.Body) == 1 {
		if s, ok := tree.Body[0].(*ast.ExpressionStatement); ok {
			if f, ok := s.Expression.(*ast.FunctionLiteral); ok {
				return &rewriting{source: source, base: 1 + len(head)}, f.Body.List, nil
			}
		}
	}
	return nil, nil, errNotAScript
}

// maskImports puts a name of the same length in the place of each import that is
// called, which goja's parser does not know.
func maskImports(source string) string {
	if !strings.Contains(source, "import") {
		return source
	}
	scanned, err := esm.Scan(source)
	if err != nil || scanned.Syntax {
		return source
	}
	text := []byte(source)
	for _, edit := range scanned.Edits {
		if source[edit.At:edit.At+edit.Len] == "import" {
			copy(text[edit.At:], "_mport")
		}
	}
	return string(text)
}

// sessionScript rewrites a script so that its declarations can be made again.
func sessionScript(source string) *rewriting {
	r, body, err := parseScript(source, false)
	if err != nil {
		return &rewriting{source: source} // compiling reports it
	}
	for _, statement := range body {
		switch s := statement.(type) {
		case *ast.LexicalDeclaration:
			r.keyword(s.Idx, s.Token.String(), "var")
		case *ast.ClassDeclaration:
			r.class(s.Class, "var ")
		}
	}
	return r
}

// awaitingScript rewrites a script with await on its top level to the body of
// an asynchronous function that returns {value}. It returns nil when nothing
// awaits.
func awaitingScript(source string) *rewriting {
	r, body, err := parseScript(source, true)
	if err != nil || !slices.ContainsFunc(body, func(s ast.Statement) bool { return awaits(reflect.ValueOf(s)) }) {
		return nil
	}
	r.topLevel(body, "globalThis")
	r.insert(len(source), "\nreturn { value: "+resultName+" }")
	return r
}

// contextScript rewrites a script to the body of contextHead's function. It
// assigns to what the script declares on its top level. assigned are the other
// names that it assigns to.
// written is what the source was lowered from, or "".
func contextScript(source, written string) (r *rewriting, assigned []string) {
	r, body, err := parseScript(source, false)
	if err != nil {
		r = &rewriting{source: source} // compiling reports it
	}
	r.written = written
	r.topLevel(body, "$scope")
	r.insert(len(source), "\nreturn "+resultName+"\n}).call(this) }")
	for _, s := range body {
		assigned = assignments(reflect.ValueOf(s), assigned)
	}
	return r, assigned
}

// topLevel makes assignments of the declarations, to properties of scope for
// functions, and keeps the value of the last statement.
func (r *rewriting) topLevel(body []ast.Statement, scope string) {
	for _, statement := range body {
		switch s := statement.(type) {
		case *ast.VariableStatement:
			if r.isHelper(s) {
				continue
			}
			r.declaration(s.Var, "var", s.List)
		case *ast.LexicalDeclaration:
			r.declaration(s.Idx, s.Token.String(), s.List)
		case *ast.ClassDeclaration:
			r.declared = append(r.declared, s.Class.Name.Name.String())
			r.class(s.Class, ";")
		case *ast.FunctionDeclaration:
			name := s.Function.Name.Name.String()
			r.declared = append(r.declared, name)
			r.insert(0, scope+"."+name+" = "+name+";")
		}
	}
	if last, ok := lastValue(body).(*ast.ExpressionStatement); ok {
		expression := last.Expression
		if list, ok := expression.(*ast.SequenceExpression); ok {
			expression = list.Sequence[len(list.Sequence)-1]
		}
		r.insert(r.start(expression), resultName+" = ")
	}
}

// isHelper reports whether a statement declares a helper of lowered code: such a
// name is nowhere in what a person wrote.
func (r *rewriting) isHelper(s *ast.VariableStatement) bool {
	if r.written == "" || len(s.List) != 1 {
		return false
	}
	id, ok := s.List[0].Target.(*ast.Identifier)
	return ok && strings.HasPrefix(id.Name.String(), "__") && !strings.Contains(r.written, id.Name.String())
}

// lastValue returns the statement whose value is the script's: declarations
// and empty statements have none.
func lastValue(body []ast.Statement) ast.Statement {
	for _, statement := range slices.Backward(body) {
		switch statement.(type) {
		case *ast.EmptyStatement, *ast.VariableStatement, *ast.LexicalDeclaration, *ast.FunctionDeclaration, *ast.ClassDeclaration:
		default:
			return statement
		}
	}
	return nil
}

// declaration turns "let a, {b} = c" into ";0, a = void 0, {b} = c".
func (r *rewriting) declaration(at file.Idx, keyword string, list []*ast.Binding) {
	r.keyword(at, keyword, ";0,")
	for _, binding := range list {
		r.declared = append(r.declared, names(binding.Target)...)
		id, ok := binding.Target.(*ast.Identifier)
		if !ok || binding.Initializer != nil {
			continue
		}
		value := "void 0"
		if name := id.Name.String(); keyword == "var" { // keeps the value that it has
			value = "typeof " + name + " === 'undefined' ? void 0 : " + name
		}
		r.insert(r.offset(id.Idx)+len(id.Name.String()), " = "+value)
	}
}

// class makes an assignment of a class declaration.
func (r *rewriting) class(c *ast.ClassLiteral, before string) {
	r.insert(r.offset(c.Class), before+c.Name.Name.String()+" = ")
	r.insert(r.offset(c.RightBrace)+1, ";")
}

// keyword puts text in place of a keyword, filled up with spaces.
func (r *rewriting) keyword(at file.Idx, keyword, text string) {
	from := r.offset(at)
	text += strings.Repeat(" ", max(0, len(keyword)-len(text)))
	r.edits = append(r.edits, engine.Edit{At: from, Len: len(keyword), Text: text})
}

func (r *rewriting) insert(at int, text string) {
	r.edits = append(r.edits, engine.Edit{At: at, Text: text})
}

func (r *rewriting) offset(at file.Idx) int {
	return min(max(int(at)-r.base, 0), len(r.source))
}

// start returns where an expression begins, with the parentheses around it,
// of which the tree knows nothing.
func (r *rewriting) start(e ast.Expression) int {
	at := r.offset(leftmost(e))
	for i := at - 1; i >= 0; i-- {
		switch r.source[i] {
		case '(':
			at = i
		case ' ', '\t', '\n', '\r':
		default:
			return at
		}
	}
	return at
}

// leftmost returns where an expression begins. ast's Idx0 does not know the tag
// of a template, nor "async".
func leftmost(e ast.Expression) file.Idx {
	switch e := e.(type) {
	case *ast.TemplateLiteral:
		if e.Tag != nil {
			return leftmost(e.Tag)
		}
	case *ast.AssignExpression:
		return leftmost(e.Left)
	case *ast.BinaryExpression:
		return leftmost(e.Left)
	case *ast.BracketExpression:
		return leftmost(e.Left)
	case *ast.CallExpression:
		return leftmost(e.Callee)
	case *ast.ConditionalExpression:
		return leftmost(e.Test)
	case *ast.DotExpression:
		return leftmost(e.Left)
	case *ast.PrivateDotExpression:
		return leftmost(e.Left)
	case *ast.OptionalChain:
		return leftmost(e.Expression)
	case *ast.Optional:
		return leftmost(e.Expression)
	case *ast.SequenceExpression:
		return leftmost(e.Sequence[0])
	case *ast.UnaryExpression:
		if e.Postfix {
			return leftmost(e.Operand)
		}
	}
	return e.Idx0()
}

// names returns the variables that a target of an assignment binds.
func names(target ast.Node) []string {
	var found []string
	switch t := target.(type) {
	case *ast.Identifier:
		return []string{t.Name.String()}
	case *ast.AssignExpression:
		return names(t.Left)
	case *ast.ArrayPattern:
		for _, element := range t.Elements {
			found = append(found, names(element)...)
		}
		return append(found, names(t.Rest)...)
	case *ast.ObjectPattern:
		for _, property := range t.Properties {
			switch p := property.(type) {
			case *ast.PropertyShort:
				found = append(found, p.Name.Name.String())
			case *ast.PropertyKeyed:
				found = append(found, names(p.Value)...)
			}
		}
		return append(found, names(t.Rest)...)
	}
	return nil
}

// visit calls see for every node below v, until it returns false.
func visit(v reflect.Value, see func(node any) bool) {
	switch v.Kind() {
	case reflect.Interface:
		if !v.IsNil() {
			visit(v.Elem(), see)
		}
	case reflect.Pointer:
		if v.IsNil() || v.Elem().Kind() != reflect.Struct || v.Type() == reflect.TypeFor[*file.File]() {
			return
		}
		if see(v.Interface()) {
			visit(v.Elem(), see)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() && v.Type().Field(i).Name != "DeclarationList" {
				visit(v.Field(i), see)
			}
		}
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), see)
		}
	}
}

// awaits says whether a statement awaits outside of functions.
func awaits(statement reflect.Value) bool {
	found := false
	visit(statement, func(node any) bool {
		switch node.(type) {
		case *ast.FunctionLiteral, *ast.ArrowFunctionLiteral, *ast.MethodDefinition:
			return false
		case *ast.AwaitExpression:
			found = true
		}
		return !found
	})
	return found
}

// assignments appends the names that plain assignments change.
func assignments(statement reflect.Value, to []string) []string {
	visit(statement, func(node any) bool {
		switch n := node.(type) {
		case *ast.AssignExpression:
			to = append(to, names(n.Left)...)
		case *ast.UnaryExpression:
			if n.Operator == token.INCREMENT || n.Operator == token.DECREMENT {
				to = append(to, names(n.Operand)...)
			}
		case *ast.ForIntoExpression:
			to = append(to, names(n.Expression)...)
		}
		return true
	})
	return to
}
