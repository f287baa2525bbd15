package engine

import (
	"errors"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/parser"
)

// SyntaxError says where a text is not JavaScript.
type SyntaxError struct {
	Message string
	// File, Line and Column are the place in the source; Line and Column
	// count from 1, Column in bytes.
	File         string
	Line, Column int
	// Offset is the place in the unit's text.
	Offset int
}

func (e *SyntaxError) Error() string { return e.Message }

// ErrorAt is the error of a check: message, at an offset of the unit's text.
func ErrorAt(offset int, message string) error { return &checkError{offset, message} }

type checkError struct {
	offset  int
	message string
}

func (e *checkError) Error() string { return e.message }

// syntaxError takes an error of goja's parser or compiler, or of a check,
// apart. compiled and pieces are what was compiled.
func (u *Unit) syntaxError(err error, compiled string, pieces []piece) *SyntaxError {
	m := u.mapping(pieces)
	e := &SyntaxError{Message: err.Error(), File: u.Name}
	var list parser.ErrorList
	var one *parser.Error
	var compiler *goja.CompilerSyntaxError
	var check *checkError
	source := -1
	switch {
	case errors.As(err, &list) && len(list) > 0:
		one = list[0]
	case errors.As(err, &one):
	case errors.As(err, &compiler) && compiler.File != nil:
		e.Message, e.Offset, source = compiler.Message, m.text(compiler.Offset), m.source(compiler.Offset)
	case errors.As(err, &check):
		e.Message, e.Offset = check.message, check.offset
		source = (&mapping{pieces: []piece{{kept: true}}, marks: m.marks}).source(check.offset)
	}
	if one != nil {
		offset := offsetOf(compiled, one.Position)
		e.Message, e.Offset, source = one.Message, m.text(offset), m.source(offset)
	}
	switch {
	case strings.HasPrefix(e.Message, "Unexpected ") && u.awaitsBefore(e.Offset):
		e.Message = awaitOutside
	case e.Message == "Unexpected token PRIVATE_IDENTIFIER", e.Message == "Compiler bug: Unknown expression type: *ast.PrivateIdentifier":
		e.Message = "Unexpected identifier"
	}
	if e.Message == "Unexpected identifier" {
		e.Message += u.identifierAt(e.Offset)
	}
	p := u.file().Position(max(source, 0))
	e.Line, e.Column = p.Line, p.Column
	return e
}

// awaitOutside is what V8 says of await in a function that is not asynchronous.
const awaitOutside = "await is only valid in async functions and the top level bodies of modules"

// awaitsBefore says that the last word before an offset is await, in the same
// line: what follows it shows that it was meant as the keyword.
func (u *Unit) awaitsBefore(offset int) bool {
	if offset < 0 || offset > len(u.Text) {
		return false
	}
	before, ok := strings.CutSuffix(strings.TrimRight(u.Text[:offset], " \t"), "await")
	if !ok || len(before)+len("await") == offset {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || !strings.ContainsRune("$_.#", last) && !unicode.IsLetter(last) && !unicode.IsDigit(last)
}

// identifierAt returns the identifier at an offset as V8 shows it behind a
// message; nothing when there is none.
func (u *Unit) identifierAt(offset int) string {
	if offset < 0 || offset > len(u.Text) {
		return ""
	}
	rest := u.Text[offset:]
	end := strings.IndexFunc(rest, func(r rune) bool {
		return r != '$' && r != '_' && r != '#' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	if end < 0 {
		end = len(rest)
	}
	if end == 0 {
		return ""
	}
	return " '" + rest[:end] + "'"
}

// offsetOf returns the offset of a position in text.
func offsetOf(text string, p file.Position) int {
	begin := 0
	for line := 1; line < p.Line; line++ {
		next := nextLine(text[begin:])
		if next < 0 {
			break
		}
		begin += next
	}
	return min(begin+p.Column-1, len(text))
}

// nextLine returns where the second line of text begins, -1 when there is none.
func nextLine(text string) int {
	i := strings.IndexAny(text, "\r\n\u2028\u2029")
	switch {
	case i < 0:
		return -1
	case strings.HasPrefix(text[i:], "\r\n"):
		return i + 2
	case text[i] == '\r' || text[i] == '\n':
		return i + 1
	}
	return i + len("\u2028")
}

// invalidToken is what V8 says of text that is no token.
const invalidToken = "Invalid or unexpected token"

// v8Words are V8's words for messages of goja's that are always the same.
var v8Words = map[string]string{
	"Delete of an unqualified identifier in strict mode":                   "Delete of an unqualified identifier in strict mode.",
	"Assignment to eval or arguments is not allowed in strict mode":        "Unexpected eval or arguments in strict mode",
	"Catch variable may not be eval or arguments in strict mode":           "Unexpected eval or arguments in strict mode",
	"Octal literals are not allowed in strict mode":                        "Octal literals are not allowed in strict mode.",
	"Octal escape sequences are not allowed in this context":               "Octal escape sequences are not allowed in template strings.",
	"for-in loop variable declaration may not have an initializer":         "for-in loop variable declaration may not have an initializer.",
	"Illegal numeric literal":                                              invalidToken,
	"Invalid template literal on optional chain":                           "Invalid tagged template on optional chain",
	"unsupported binding target: *ast.DotExpression":                       "Illegal property in declaration context",
	"Already saw a default in switch":                                      "More than one default clause in switch statement",
	"Generators can only be declared at top level or inside a block.":      generatorInStatement,
	"Async functions can only be declared at top level or inside a block.": asyncInStatement,
	"Illegal continue statement":                                           "Illegal continue statement: no surrounding iteration statement",
	"Invalid binding rest":                                                 "`...` must be followed by an identifier in declaration contexts",
	"Compiler bug: Cannot emit reference for this type of expression":      "`...` must be followed by an assignable reference in assignment contexts",
	"Comma is not allowed here":                                            "Rest element must be last element",
	"Unexpected token await":                                               "Unexpected reserved word",
	"Unexpected token 'await'":                                             "Unexpected reserved word",
	"Unexpected token static":                                              "Unexpected strict mode reserved word",
	"Unexpected token 'static'":                                            "Unexpected strict mode reserved word",
	"Unexpected token yield":                                               "Unexpected identifier 'yield'",
	"Unexpected token 'yield'":                                             "Unexpected identifier 'yield'",
}

// V8Syntax returns V8's words for a message of goja's parser or compiler, where
// they are known.
func V8Syntax(message string) string {
	message = strings.TrimPrefix(message, "SyntaxError: ")
	const invalidTarget = "Invalid left-hand side in assignment"
	if strings.HasPrefix(message, invalidTarget) {
		return invalidTarget
	}
	if words, ok := v8Words[message]; ok {
		return words
	}
	if strings.HasPrefix(message, "undefined Unicode code-point") {
		return "Undefined Unicode code-point"
	}
	if label, ok := strings.CutSuffix(message, " already exists"); ok && strings.HasPrefix(label, "Label ") {
		return label + " has already been declared"
	}
	if label, ok := strings.CutPrefix(message, "Undefined label "); ok {
		return "Undefined label '" + strings.Trim(label, "'") + "'"
	}
	word, ok := strings.CutPrefix(message, "Unexpected token ")
	switch {
	case !ok || strings.HasPrefix(word, "'") || strings.Contains(word, " "):
		return message
	case strings.HasPrefix(word, "ILLEGAL"), strings.HasPrefix(word, "UNEXPECTED"):
		return invalidToken
	default:
		return "Unexpected token '" + word + "'"
	}
}
