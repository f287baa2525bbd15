package engine

import (
	"strings"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// offset is a position as an offset of the compiled text.
func offset(idx file.Idx) int { return int(idx) - 1 }

// coveredText finds in a text what the tree does not say: operators, keywords,
// brackets and semicolons.
type coveredText string

// find returns where a token stands between two offsets; from when it does not.
func (t coveredText) find(token string, from, to int) int {
	if from < 0 || to > len(t) || from > to {
		return max(0, min(from, len(t)))
	}
	if i := strings.LastIndex(string(t[from:to]), token); i >= 0 {
		return from + i
	}
	return from
}

// end returns the end of an expression that begins behind from, with the brackets
// around it that the tree leaves out.
func (t coveredText) end(from, end int) int {
	if from < 0 || from > end || end > len(t) {
		return end
	}
	depth := 0
	for i := from; i < end; i++ {
		switch t[i] {
		case '(':
			depth++
		case ')':
			depth--
		case '\'', '"', '`':
			i = t.quoteEnd(i, end)
		}
	}
	for ; depth > 0; depth-- {
		next := t.skipSpace(end)
		if next >= len(t) || t[next] != ')' {
			return end
		}
		end = next + 1
	}
	return end
}

// quoteEnd returns where a string ends that begins at i.
func (t coveredText) quoteEnd(i, end int) int {
	quote := t[i]
	for i++; i < end; i++ {
		switch t[i] {
		case '\\':
			i++
		case quote:
			return i
		}
	}
	return end
}

// skipSpace returns where the next token begins.
func (t coveredText) skipSpace(i int) int {
	for i < len(t) {
		switch {
		case strings.ContainsRune(" \t\r\n", rune(t[i])):
			i++
		case strings.HasPrefix(string(t[i:]), "/*"):
			end := strings.Index(string(t[i+2:]), "*/")
			if end < 0 {
				return len(t)
			}
			i += 2 + end + 2
		case strings.HasPrefix(string(t[i:]), "//"):
			end := strings.IndexByte(string(t[i:]), '\n')
			if end < 0 {
				return len(t)
			}
			i += end
		default:
			return i
		}
	}
	return i
}

// start returns where a statement begins. goja does not say it of an if.
func (t coveredText) start(s ast.Statement) int {
	if n, ok := s.(*ast.IfStatement); ok && n.If == 0 {
		return max(0, strings.LastIndex(string(t[:offset(n.Test.Idx0())]), "if"))
	}
	return offset(s.Idx0())
}

// statementEnd returns where a statement ends, with its semicolon.
func (t coveredText) statementEnd(s ast.Statement) int {
	switch s := s.(type) {
	case *ast.LabelledStatement:
		return t.statementEnd(s.Statement)
	case *ast.IfStatement:
		if s.Alternate != nil {
			return t.statementEnd(s.Alternate)
		}
		return t.statementEnd(s.Consequent)
	case *ast.ForStatement:
		return t.statementEnd(s.Body)
	case *ast.ForInStatement:
		return t.statementEnd(s.Body)
	case *ast.ForOfStatement:
		return t.statementEnd(s.Body)
	case *ast.WhileStatement:
		return t.statementEnd(s.Body)
	case *ast.BlockStatement, *ast.SwitchStatement, *ast.FunctionDeclaration, *ast.ClassDeclaration:
		return offset(s.Idx1())
	case *ast.TryStatement:
		switch {
		case s.Finally != nil:
			return offset(s.Finally.Idx1())
		case s.Catch != nil:
			return offset(s.Catch.Body.Idx1())
		}
	}
	end := t.end(offset(s.Idx0()), offset(s.Idx1()))
	if next := t.skipSpace(end); next < len(t) && t[next] == ';' {
		return next + 1
	}
	return end
}

// caseEnd returns where a clause of a switch ends.
func (t coveredText) caseEnd(c *ast.CaseStatement) int {
	if n := len(c.Consequent); n > 0 {
		return t.statementEnd(c.Consequent[n-1])
	}
	from := offset(c.Case)
	if c.Test != nil {
		from = offset(c.Test.Idx1())
	}
	if i := strings.IndexByte(string(t[min(from, len(t)):]), ':'); i >= 0 {
		return from + i + 1
	}
	return from
}

// The names that V8 gives functions: their own, or those of what they are assigned to.

func (v *coverer) nameOf(n ast.Node, own *ast.Identifier) string {
	if name, ok := v.names[n]; ok {
		return name
	}
	if own != nil {
		return own.Name.String()
	}
	return ""
}

// name names a function or class that has no name by where it is put.
func (v *coverer) name(value ast.Expression, target ast.Node) {
	if !anonymous(value) {
		return
	}
	if name := dottedName(target); name != "" {
		v.names[value] = name
	}
}

func (v *coverer) nameBindings(list []*ast.Binding) {
	for _, b := range list {
		v.name(b.Initializer, b.Target)
	}
}

func dottedName(n ast.Node) string {
	switch n := n.(type) {
	case *ast.Identifier:
		return n.Name.String()
	case *ast.ThisExpression:
		return ""
	case *ast.DotExpression:
		name := n.Identifier.Name.String()
		if left := dottedName(n.Left); left != "" {
			name = left + "." + name
		}
		return name
	}
	return ""
}

func anonymous(e ast.Expression) bool {
	switch e := e.(type) {
	case *ast.FunctionLiteral:
		return e.Name == nil
	case *ast.ArrowFunctionLiteral:
		return true
	case *ast.ClassLiteral:
		return e.Name == nil
	}
	return false
}

func (v *coverer) nameByKey(value, key ast.Expression, kind ast.PropertyKind, computed bool) {
	if !anonymous(value) || computed {
		return
	}
	var name string
	switch key := key.(type) {
	case *ast.StringLiteral:
		name = key.Value.String()
	case *ast.NumberLiteral:
		name = key.Literal
	case *ast.Identifier:
		name = key.Name.String()
	case *ast.PrivateIdentifier:
		name = "#" + key.Name.String()
	}
	if kind == ast.PropertyKindGet || kind == ast.PropertyKindSet {
		name = string(kind) + " " + name
	}
	v.names[value] = name
}
