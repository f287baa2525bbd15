package esm

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tokenKind says what a token is.
type tokenKind uint8

const (
	endOfText tokenKind = iota
	word                // an identifier or keyword
	private             // #name
	number
	str
	template // a piece of one
	regex
	punctuator
)

// token is a stretch of the source.
type token struct {
	kind     tokenKind
	from, to int
	// newline says that a line ended between this token and the one before.
	newline bool
}

// bracket is an open bracket.
type bracket struct {
	open byte // ( [ { or ` for a substitution in a template
	// condition: a ( after if, while, for or with; a regular expression may
	// follow its ).
	condition bool
	// value: a { that begins an object literal, or the body of a class that
	// is one: an operator may follow its }.
	value bool
	// members: a { of an object literal or a class, where methods stand.
	members bool
	// function: a { that seems to begin the body of a function or a class.
	function bool
	// pending counts ? that still wait for their :.
	pending int
	// importAt is where the word import stands before this (, -1 for none.
	importAt int
}

// lexer yields the tokens of a source.
type lexer struct {
	src  string
	pos  int
	prev token // the last one
	open []bracket
	// operand says that prev ends an operand: what follows is an operator.
	operand bool
	// closed is the bracket that prev closed.
	closed bracket
	// class says that a class head is being read: the next { begins its body.
	class      bool
	classDepth int
	classValue bool
	// afterDot says that the last word is the name of a property.
	afterDot bool
	// colonBeforeValue says that an expression follows the last colon.
	colonBeforeValue bool
	// pendingOutside is bracket.pending outside of all brackets.
	pendingOutside int
}

// takesOperand says that an operand follows a keyword.
func takesOperand(word string) bool {
	switch word {
	case "return", "typeof", "case", "do", "else", "in", "instanceof", "new", "void", "delete", "throw", "yield", "await",
		"extends", "default", "export", "if", "while", "for", "with":
		return true
	}
	return false
}

// takesCondition says that the parentheses behind a keyword are no operand.
func takesCondition(word string) bool {
	switch word {
	case "if", "while", "for", "with", "switch", "catch":
		return true
	}
	return false
}

func (l *lexer) text(t token) string { return l.src[t.from:t.to] }

// is says that t is the punctuator or word text.
func (l *lexer) is(t token, text string) bool {
	return (t.kind == punctuator || t.kind == word) && l.src[t.from:t.to] == text
}

// next reads the next token.
func (l *lexer) next() token {
	newline := l.skipSpace()
	t := token{from: l.pos, newline: newline}
	if l.pos >= len(l.src) {
		t.to = l.pos
		l.prev = t
		return t
	}
	switch c := l.src[l.pos]; {
	case c == '"' || c == '\'':
		t.kind = str
		l.skipString(c)
		l.operand = true
	case c == '`':
		l.pos++
		t.kind = template
		l.skipTemplate()
	case c >= '0' && c <= '9' || c == '.' && l.digitAt(l.pos+1):
		t.kind = number
		l.skipNumber()
		l.operand = true
	case c == '#':
		t.kind = private
		l.pos++
		l.skipWord()
		l.operand = true
	case isWordStart(c) || c >= utf8.RuneSelf || c == '\\':
		t.kind = word
		l.skipWord()
		t.to = l.pos
		l.afterWord(t)
	case c == '/' && !l.operand:
		t.kind = regex
		l.skipRegex()
		l.operand = true
	default:
		t.kind = punctuator
		l.punctuator(c)
	}
	t.to = l.pos
	l.prev = t
	return t
}

// afterWord notes what may follow a word.
func (l *lexer) afterWord(t token) {
	text := l.text(t)
	l.afterDot = l.is(l.prev, ".") || l.is(l.prev, "?.")
	l.operand = l.afterDot || !takesOperand(text)
	if text == "class" && !l.afterDot {
		l.class, l.classDepth, l.classValue = true, len(l.open), !l.statementStart() && !l.is(l.prev, "default")
	}
}

// statementStart says that the next token begins a statement, as far as the
// last one shows.
func (l *lexer) statementStart() bool {
	p := l.prev
	switch {
	case p.kind == endOfText && p.to == 0:
		return true
	case p.kind == punctuator:
		switch l.src[p.from:p.to] {
		case ";", "{":
			return true
		case "}":
			return !l.closed.value
		case ")":
			return l.closed.condition
		}
	case p.kind == word:
		text := l.text(p)
		return text == "else" || text == "do" || text == "export"
	}
	return false
}

func (l *lexer) top() *bracket {
	if len(l.open) == 0 {
		return nil
	}
	return &l.open[len(l.open)-1]
}

// punctuator reads a punctuator that begins with c.
func (l *lexer) punctuator(c byte) {
	switch c {
	case '(':
		text := ""
		if l.prev.kind == word {
			text = l.text(l.prev)
		}
		l.push(bracket{open: c, condition: takesCondition(text), importAt: l.importBefore()})
	case '[':
		l.push(bracket{open: c, importAt: -1})
	case '{':
		l.push(l.brace())
	case ')', ']', '}':
		l.closeBracket(c)
	default:
		l.operator(c)
	}
}

// importBefore returns where the word import stands as the last token.
func (l *lexer) importBefore() int {
	if l.prev.kind == word && !l.afterDot && l.text(l.prev) == "import" {
		return l.prev.from
	}
	return -1
}

func (l *lexer) push(b bracket) {
	l.open = append(l.open, b)
	l.pos++
	l.operand = false
}

// brace decides what a { begins.
func (l *lexer) brace() bracket {
	b := bracket{open: '{', importAt: -1}
	if l.class && len(l.open) == l.classDepth {
		l.class = false
		b.members, b.value, b.function = true, l.classValue, true
		return b
	}
	b.function = !l.blockExpected()
	b.value = l.valueExpected()
	b.members = b.value
	return b
}

// blockExpected says that a { here begins a block of statements, and not the
// body of a function, also of one in TypeScript.
func (l *lexer) blockExpected() bool {
	switch l.text(l.prev) {
	case "", ";", "{", "}", "else", "try", "finally", "do", ":":
		return true
	case ")":
		return l.closed.condition
	}
	return false
}

// valueExpected says that a { here begins an object literal.
func (l *lexer) valueExpected() bool {
	switch l.prev.kind {
	case template:
		return !l.operand
	case word:
		text := l.text(l.prev)
		return !l.operand && text != "do" && text != "else" || text == "of" || text == "import" || text == "with" || text == "assert"
	case punctuator:
		switch l.src[l.prev.from:l.prev.to] {
		case ")", "]", "}", ";", "{", "=>":
			return false
		case ":":
			return l.colonBeforeValue
		}
		return true
	}
	return false
}

// closeBracket leaves the innermost bracket. Brackets that do not match are the
// compiler's to report.
func (l *lexer) closeBracket(c byte) {
	l.pos++
	l.operand = c != '}'
	top := l.top()
	l.closed = bracket{open: c, importAt: -1}
	if top == nil {
		return
	}
	l.closed = *top
	l.open = l.open[:len(l.open)-1]
	switch {
	case c == '}' && top.open == '`':
		l.skipTemplate()
	case c == '}':
		l.operand = l.closed.value
	case c == ')':
		l.operand = !l.closed.condition
	}
}

// operator reads the longest operator at a byte that is no bracket.
func (l *lexer) operator(c byte) {
	rest := l.src[l.pos:]
	switch {
	case strings.HasPrefix(rest, "++") || strings.HasPrefix(rest, "--"):
		l.pos += 2 // postfix or prefix: an operand stays one
		return
	case strings.HasPrefix(rest, "=>"), strings.HasPrefix(rest, "??"), strings.HasPrefix(rest, "&&"), strings.HasPrefix(rest, "||"):
		l.pos += 2
	case strings.HasPrefix(rest, "?.") && !l.digitAt(l.pos+2):
		l.pos += 2
	case strings.HasPrefix(rest, "..."):
		l.pos += 3
	case c == '?':
		l.pos++
		if top := l.top(); top != nil {
			top.pending++
		} else {
			l.pendingOutside++
		}
	case c == ':':
		l.pos++
		l.colonBeforeValue = l.colon()
		l.class = false // a property of that name
	default:
		l.pos++
		l.class = l.class && c != ',' && c != ';' && c != '='
	}
	l.operand = false
}

// colon says whether an expression follows the colon at hand: that of a ?: or
// of a property, and not of a label or a case.
func (l *lexer) colon() bool {
	pending := &l.pendingOutside
	top := l.top()
	if top != nil {
		pending = &top.pending
	}
	if *pending > 0 {
		*pending--
		return true
	}
	return top != nil && (top.open != '{' || top.value)
}

// skipSpace skips white space and comments, and says whether a line ended.
func (l *lexer) skipSpace() (newline bool) {
	for l.pos < len(l.src) {
		switch c := l.src[l.pos]; {
		case c == '\n' || c == '\r':
			newline = true
			l.pos++
		case c == ' ' || c == '\t' || c == '\v' || c == '\f':
			l.pos++
		case c == '/' && strings.HasPrefix(l.src[l.pos:], "//"), c == '#' && l.pos == 0 && strings.HasPrefix(l.src, "#!"):
			l.pos = l.lineEnd(l.pos)
		case c == '/' && strings.HasPrefix(l.src[l.pos:], "/*"):
			end := strings.Index(l.src[l.pos+2:], "*/")
			if end < 0 {
				l.pos = len(l.src)
				return newline
			}
			newline = newline || strings.ContainsAny(l.src[l.pos:l.pos+2+end], "\n\r")
			l.pos += 2 + end + 2
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(l.src[l.pos:])
			if r != '\uFEFF' && r != '\u2028' && r != '\u2029' && !unicode.Is(unicode.Zs, r) {
				return newline
			}
			newline = newline || r == '\u2028' || r == '\u2029'
			l.pos += size
		default:
			return newline
		}
	}
	return newline
}

func (l *lexer) lineEnd(from int) int {
	if i := strings.IndexAny(l.src[from:], "\n\r"); i >= 0 {
		return from + i
	}
	return len(l.src)
}

// skipString skips a string; one that its line ends is broken, and ends there.
func (l *lexer) skipString(quote byte) {
	for l.pos++; l.pos < len(l.src); l.pos++ {
		switch l.src[l.pos] {
		case '\\':
			l.pos++
			if strings.HasPrefix(l.src[min(l.pos, len(l.src)):], "\r\n") {
				l.pos++
			}
		case quote:
			l.pos++
			return
		case '\n', '\r':
			return
		}
	}
	l.pos = min(l.pos, len(l.src))
}

// skipTemplate skips to the end of a template, or into its next substitution.
func (l *lexer) skipTemplate() {
	for ; l.pos < len(l.src); l.pos++ {
		switch l.src[l.pos] {
		case '\\':
			l.pos++
		case '`':
			l.pos++
			l.operand = true
			return
		case '$':
			if strings.HasPrefix(l.src[l.pos:], "${") {
				l.pos += 2
				l.open = append(l.open, bracket{open: '`', importAt: -1})
				l.operand = false
				return
			}
		}
	}
	l.pos = len(l.src)
}

// skipRegex skips a regular expression with its flags.
func (l *lexer) skipRegex() {
	class := false
	for l.pos++; l.pos < len(l.src); l.pos++ {
		switch c := l.src[l.pos]; {
		case c == '\\':
			l.pos++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '\n' || c == '\r':
			return
		case c == '/' && !class:
			l.pos++
			l.skipWord()
			return
		}
	}
	l.pos = min(l.pos, len(l.src))
}

func (l *lexer) skipNumber() {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		exponent := (c == '+' || c == '-') && (l.src[l.pos-1]|0x20 == 'e') && !strings.HasPrefix(l.src[l.numberFrom():], "0x")
		if !exponent && c != '.' && !isWordPart(c) {
			return
		}
		l.pos++
	}
}

// numberFrom returns where the number that is being read begins.
func (l *lexer) numberFrom() int {
	from := l.pos
	for from > 0 && (isWordPart(l.src[from-1]) || l.src[from-1] == '.') {
		from--
	}
	return from
}

func (l *lexer) digitAt(i int) bool { return i < len(l.src) && l.src[i] >= '0' && l.src[i] <= '9' }

// skipWord skips the characters of an identifier, escapes included. It takes at
// least one byte of what is not ASCII.
func (l *lexer) skipWord() {
	for l.pos < len(l.src) {
		c := l.src[l.pos]
		switch {
		case isWordPart(c):
			l.pos++
		case c == '\\':
			l.pos++
			if end := strings.IndexByte(l.src[l.pos:], '}'); strings.HasPrefix(l.src[l.pos:], "u{") && end > 0 {
				l.pos += end + 1
			}
		case c >= utf8.RuneSelf:
			r, size := utf8.DecodeRuneInString(l.src[l.pos:])
			if r == '\u2028' || r == '\u2029' || r == '\uFEFF' || unicode.Is(unicode.Zs, r) {
				return
			}
			l.pos += size
		default:
			return
		}
	}
}

func isWordStart(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$'
}

func isWordPart(c byte) bool { return isWordStart(c) || c >= '0' && c <= '9' }
