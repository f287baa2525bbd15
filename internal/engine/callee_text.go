package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja/ast"
)

// What an error calls the thing that failed: the expression as it stands in the
// source. Its end is known from the position of the instruction; its beginning
// is searched backwards, since only a chain of names, brackets and calls can
// stand there. The piece is then parsed and printed as V8 prints it.

// calleeText is what is called at the running call.
func (f *failure) calleeText() string {
	text, offset := f.source()
	if offset < 0 || offset > len(text) {
		return "(intermediate value)"
	}
	end := offset
	if e := nameEnd(text, offset); e > offset {
		end = e
	} else {
		end = skipSpaceBack(text, end)
		if strings.HasSuffix(text[:end], "?.") {
			end = skipSpaceBack(text, end-2)
		}
	}
	return printSource(text[chainStart(text, end):end])
}

// newText is what is constructed at the running construction, and that it
// cannot be.
func (f *failure) newText() string {
	const nothing = "(intermediate value) is not a constructor"
	text, offset := f.source()
	if offset < 0 || offset >= len(text) || !strings.HasPrefix(text[offset:], "new") {
		return nothing
	}
	begin := skipSpace(text, offset+len("new"))
	return printSource(text[begin:newEnd(text, begin)]) + " is not a constructor"
}

// expressionText is the expression that ends at the running instruction, "" when
// that is not plain.
func (f *failure) expressionText() string {
	text, offset := f.source()
	if offset < 0 || offset >= len(text) {
		return ""
	}
	end := nameEnd(text, offset)
	if end == offset {
		return literalAt(text, offset)
	}
	begin := chainStart(text, end)
	switch text[begin:end] {
	case "const", "let", "var", "for", "new", "function", "await", "yield", "return":
		return ""
	}
	return printSource(text[begin:end])
}

// literalAt prints a literal that begins at i.
func literalAt(text string, i int) string {
	if text[i] == '(' {
		return ""
	}
	for _, end := range []int{bracketEnd(text, i), strings.IndexAny(text[i:], " ;,)]\n") + i} {
		if end > i {
			if s, ok := tryPrint(text[i:end]); ok {
				return s
			}
		}
	}
	return ""
}

func isNameRune(r rune) bool {
	return r == '_' || r == '$' || r == '#' || unicode.IsLetter(r) || unicode.IsDigit(r) || r == '\u200c' || r == '\u200d'
}

func nameEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isNameRune(r) {
			break
		}
		i += size
	}
	return i
}

func nameStart(text string, end int) int {
	for end > 0 {
		r, size := utf8.DecodeLastRuneInString(text[:end])
		if !isNameRune(r) {
			break
		}
		end -= size
	}
	return end
}

// skipSpaceBack goes back over space and comments in slashes and stars.
func skipSpaceBack(text string, end int) int {
	for {
		end = len(strings.TrimRightFunc(text[:end], unicode.IsSpace))
		if !strings.HasSuffix(text[:end], "*/") {
			return end
		}
		begin := strings.LastIndex(text[:end-2], "/*")
		if begin < 0 {
			return end
		}
		end = begin
	}
}

func skipSpace(text string, i int) int {
	for {
		i = len(text) - len(strings.TrimLeftFunc(text[i:], unicode.IsSpace))
		if !strings.HasPrefix(text[i:], "/*") {
			return i
		}
		end := strings.Index(text[i+2:], "*/")
		if end < 0 {
			return i
		}
		i += end + 4
	}
}

// chainStart returns where the chain of members and calls that ends at end
// begins.
func chainStart(text string, end int) int {
	begin := end
	for {
		start := elementStart(text, begin)
		if start == begin {
			return begin
		}
		begin = start
		before := skipSpaceBack(text, begin)
		bracket := text[begin] == '(' || text[begin] == '[' || text[begin] == '`'
		switch {
		case strings.HasSuffix(text[:before], "?."):
			begin = skipSpaceBack(text, before-2)
		case strings.HasSuffix(text[:before], ".") && !strings.HasSuffix(text[:before], "..."):
			begin = skipSpaceBack(text, before-1)
		case bracket && before > 0 && endsExpression(text, before):
			begin = before
		default:
			return withNew(text, begin)
		}
	}
}

// elementStart returns where the name, the literal or the pair of brackets that
// ends at end begins.
func elementStart(text string, end int) int {
	if end == 0 {
		return end
	}
	switch c := text[end-1]; c {
	case ')', ']', '}':
		return bracketStart(text, end)
	case '"', '\'', '`':
		if i := strings.LastIndexByte(text[:end-1], c); i >= 0 {
			return i
		}
		return end
	case '/':
		if i := strings.LastIndexByte(text[:end-1], '/'); i >= 0 && !strings.Contains(text[i:end], "\n") {
			return i
		}
		return end
	default:
		return nameStart(text, end)
	}
}

// endsExpression reports whether an expression ends here, so that a bracket
// behind it belongs to it.
func endsExpression(text string, end int) bool {
	switch text[end-1] {
	case ')', ']', '"', '\'', '`':
		return true
	}
	switch word := text[nameStart(text, end):end]; word {
	case "", "return", "typeof", "void", "delete", "new", "in", "of", "instanceof", "case", "throw", "await", "yield", "else", "do", "if", "while", "for", "switch", "with":
		return false
	}
	return true
}

// withNew takes in the word new before a construction.
func withNew(text string, begin int) int {
	before := skipSpaceBack(text, begin)
	if start := nameStart(text, before); text[start:before] == "new" && start < before {
		return start
	}
	return begin
}

var closing = map[byte]byte{'(': ')', '[': ']', '{': '}'}

// bracketStart returns where the brackets that close before end open.
func bracketStart(text string, end int) int {
	depth := 0
	for i := end - 1; i >= 0; i-- {
		switch c := text[i]; c {
		case ')', ']', '}':
			depth++
		case '(', '[', '{':
			if depth--; depth == 0 {
				return i
			}
		case '"', '\'', '`':
			if open := strings.LastIndexByte(text[:i], c); open >= 0 && !strings.Contains(text[open:i], "\n") {
				i = open
			}
		}
	}
	return end
}

// bracketEnd returns where the brackets that open at i end, i when there are
// none.
func bracketEnd(text string, i int) int {
	if i >= len(text) || closing[text[i]] == 0 {
		return i
	}
	depth := 0
	for j := i; j < len(text); j++ {
		switch c := text[j]; c {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			if depth--; depth == 0 {
				return j + 1
			}
		case '"', '\'', '`':
			if end := strings.IndexByte(text[j+1:], c); end >= 0 {
				j += end + 1
			}
		}
	}
	return i
}

// newEnd returns where what is constructed ends: before its arguments.
func newEnd(text string, i int) int {
	end := bracketEnd(text, i)
	if end == i {
		end = nameEnd(text, i)
	}
	if end == i && i < len(text) && strings.IndexByte("\"'`", text[i]) >= 0 {
		if e := strings.IndexByte(text[i+1:], text[i]); e >= 0 {
			end = i + e + 2
		}
	}
	for end < len(text) {
		next := skipSpace(text, end)
		switch {
		case strings.HasPrefix(text[next:], "."):
			end = nameEnd(text, skipSpace(text, next+1))
		case strings.HasPrefix(text[next:], "["):
			end = bracketEnd(text, next)
		default:
			return end
		}
	}
	return end
}

// printSource prints an expression as V8 does in messages.
func printSource(text string) string {
	if s, ok := tryPrint(text); ok {
		return s
	}
	return "(intermediate value)"
}

func tryPrint(text string) (string, bool) {
	if strings.TrimSpace(text) == "" {
		return "", false
	}
	// In a method of a class, super and private names can stand.
	prefix, suffix := "(", "\n)"
	if strings.Contains(text, "super") || strings.Contains(text, "#") {
		prefix, suffix = "(class extends A { m() { (", ") } })"
		if name := privateName(text); name != "" {
			prefix = "(class extends A { " + name + "; m() { ("
		}
	}
	tree, err := parse("", prefix+text+suffix)
	if err != nil || len(tree.Body) != 1 {
		return "", false
	}
	statement, ok := tree.Body[0].(*ast.ExpressionStatement)
	if !ok {
		return "", false
	}
	e := statement.Expression
	if class, ok := e.(*ast.ClassLiteral); ok && len(prefix) > 1 {
		if e = onlyExpression(class); e == nil {
			return "", false
		}
	}
	var p expressionPrinter
	p.print(e)
	return p.String(), true
}

// privateName returns the last private name in a text.
func privateName(text string) string {
	i := strings.LastIndexByte(text, '#')
	if i < 0 {
		return ""
	}
	return text[i:nameEnd(text, i)]
}

// onlyExpression is the expression in the method of a class that tryPrint made.
func onlyExpression(class *ast.ClassLiteral) ast.Expression {
	method, ok := class.Body[len(class.Body)-1].(*ast.MethodDefinition)
	if !ok || len(method.Body.Body.List) != 1 {
		return nil
	}
	statement, ok := method.Body.Body.List[0].(*ast.ExpressionStatement)
	if !ok {
		return nil
	}
	return statement.Expression
}
