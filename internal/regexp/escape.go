package regexp

import "unicode/utf16"

// Halves of code points beyond the first 65536, in UTF-16.
const (
	firstSurrogate = 0xD800
	lowSurrogate   = 0xDC00
	lastSurrogate  = 0xDFFF
)

// joinSurrogates returns the code point of two halves, or an invalid one.
func joinSurrogates(high, low rune) rune { return utf16.DecodeRune(high, low) }

// escape parses an escape that is not in a class; the backslash comes next.
func (p *parser) escape() node {
	p.at++
	c := p.peek(0)
	switch {
	case c == end:
		p.fail(`\ at end of pattern`)
	case '1' <= c && c <= '9':
		if node := p.backReference(); node != nil {
			return node
		}
	case c == 'k':
		if node := p.namedReference(); node != nil {
			return node
		}
	}
	if set, strings := p.classEscape(); set != nil {
		return p.classNode(set, strings)
	}
	return p.character(p.characterEscape(false))
}

// backReference parses a number behind a backslash. nil means that there is no
// such group, and that the number is an old octal escape.
func (p *parser) backReference() node {
	start := p.at
	n, _ := p.number()
	if n <= p.groupsMax {
		return &referenceNode{groups: []int{n}}
	}
	if p.flags.codePoints() {
		p.fail("Invalid escape")
	}
	p.at = start
	return nil
}

func (p *parser) namedReference() node {
	if !p.named && !p.flags.codePoints() {
		return nil
	}
	p.at++
	if !p.accept("<") {
		p.fail("Invalid named reference")
	}
	reference := &referenceNode{name: p.groupName()}
	p.references = append(p.references, reference)
	return reference
}

// classEscape parses \d, \s, \w, \p and their opposites; nil when there is
// none. The second result are the strings of a property of strings.
func (p *parser) classEscape() (*charSet, [][]rune) {
	c := p.peek(0)
	var set *charSet
	switch c {
	case 'd', 'D':
		set = digits
	case 's', 'S':
		set = spaces
	case 'w', 'W':
		set = p.wordSet()
	case 'p', 'P':
		if !p.flags.codePoints() {
			return nil, nil
		}
		p.at++
		set = p.property()
		if p.flags.UnicodeSets && p.flags.IgnoreCase {
			set = folding{true}.close(set)
		}
		p.at--
	default:
		return nil, nil
	}
	p.at++
	if c <= 'Z' {
		set = set.invert()
	}
	return set, nil
}

func (p *parser) wordSet() *charSet { return wordSet(p.flags) }

// wordSet is what \w matches and \b looks at: more when case is ignored.
func wordSet(f Flags) *charSet {
	if f.codePoints() && f.IgnoreCase {
		return folding{true}.close(wordCharacters)
	}
	return wordCharacters
}

// property parses {name} or {name=value} behind \p.
func (p *parser) property() *charSet {
	if !p.accept("{") {
		p.fail("Invalid property name")
	}
	start := p.at
	for p.peek(0) != '}' {
		if p.peek(0) == end {
			p.fail("Invalid property name")
		}
		p.at++
	}
	set := lookUpProperty(string(p.text[start:p.at]))
	if set == nil {
		p.fail("Invalid property name")
	}
	p.at++
	return set
}

var controlEscapes = map[rune]rune{'f': '\f', 'n': '\n', 'r': '\r', 't': '\t', 'v': '\v'}

// characterEscape parses an escape that stands for one character; the
// backslash is behind.
func (p *parser) characterEscape(inClass bool) rune {
	c := p.peek(0)
	p.at++
	if control, ok := controlEscapes[c]; ok {
		return control
	}
	switch c {
	case end:
		p.fail(`\ at end of pattern`)
	case 'c':
		return p.controlLetter(inClass)
	case '0', '1', '2', '3', '4', '5', '6', '7':
		return p.octal(c, inClass)
	case 'x':
		if n, ok := p.hex(2); ok {
			return n
		}
	case 'u':
		if n, ok := p.unicodeEscape(p.flags.codePoints()); ok {
			return n
		}
		if p.flags.codePoints() {
			p.fail("Invalid Unicode escape")
		}
		return c
	}
	if p.flags.codePoints() && !isSyntaxCharacter(c) && !(inClass && c == '-') {
		p.fail("Invalid escape")
	}
	if c == 'k' && p.named {
		p.fail("Invalid escape")
	}
	return c
}

func isSyntaxCharacter(c rune) bool {
	switch c {
	case '^', '$', '\\', '.', '*', '+', '?', '(', ')', '[', ']', '{', '}', '|', '/':
		return true
	}
	return false
}

func (p *parser) controlLetter(inClass bool) rune {
	c := p.peek(0)
	const controlBits = 0x1F
	if 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || inClass && !p.flags.codePoints() && (isDigit(c) || c == '_') {
		p.at++
		return c & controlBits
	}
	if p.flags.codePoints() {
		p.fail("Invalid Unicode escape")
	}
	p.at-- // the backslash stands for itself
	return '\\'
}

// octal parses the rest of an old octal escape, whose first digit is c.
func (p *parser) octal(c rune, inClass bool) rune {
	if p.flags.codePoints() {
		if c != '0' || isDigit(p.peek(0)) {
			if inClass {
				p.fail("Invalid class escape")
			}
			p.fail("Invalid decimal escape")
		}
		return 0
	}
	n := c - '0'
	const octalMax = 0o377
	for i := 0; i < 2 && '0' <= p.peek(0) && p.peek(0) <= '7' && n*8+p.peek(0)-'0' <= octalMax; i++ {
		n = n*8 + p.peek(0) - '0'
		p.at++
	}
	return n
}

// hex parses count hexadecimal digits, or none.
func (p *parser) hex(count int) (rune, bool) {
	n := rune(0)
	for i := range count {
		digit, ok := hexDigit(p.peek(i))
		if !ok {
			return 0, false
		}
		n = n*16 + digit
	}
	p.at += count
	return n, true
}

func hexDigit(c rune) (rune, bool) {
	switch {
	case isDigit(c):
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// unicodeEscape parses what stands behind \u.
func (p *parser) unicodeEscape(codePoints bool) (rune, bool) {
	if codePoints && p.peek(0) == '{' {
		return p.codePointEscape()
	}
	c, ok := p.hex(4)
	if !ok || !codePoints || c < firstSurrogate || c >= lowSurrogate {
		return c, ok
	}
	start := p.at
	if p.accept(`\u`) {
		if low, ok := p.hex(4); ok && low >= lowSurrogate && low <= lastSurrogate {
			return joinSurrogates(c, low), true
		}
	}
	p.at = start
	return c, true
}

func (p *parser) codePointEscape() (rune, bool) {
	start := p.at
	p.at++
	n, digits := rune(0), 0
	for ; ; digits++ {
		digit, ok := hexDigit(p.peek(0))
		if !ok {
			break
		}
		n = min(n*16+digit, lastCodePoint+1)
		p.at++
	}
	if digits > 0 && n <= lastCodePoint && p.accept("}") {
		return n, true
	}
	p.at = start
	return 0, false
}
