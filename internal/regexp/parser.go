package regexp

import "unicode"

// pattern is what parsing gives.
type pattern struct {
	root  node
	names []string // by group; "" for a group without a name
}

// parser parses a pattern. Its methods panic with a *SyntaxError.
type parser struct {
	text  []rune
	at    int
	flags Flags
	// named says that the pattern has a named group somewhere, so that \k is
	// a reference in patterns over code units too.
	named      bool
	groupsMax  int // how many groups the whole pattern has
	names      []string
	references []*referenceNode
	depth      int
}

// depthMax is how deeply groups may nest.
const depthMax = 1000

func parse(text []rune, flags Flags) (p pattern, err error) {
	defer func() {
		if problem := recover(); problem != nil {
			syntax, ok := problem.(*SyntaxError)
			if !ok {
				panic(problem)
			}
			err = syntax
		}
	}()
	parser := &parser{text: text, flags: flags, names: []string{""}}
	parser.count()
	root := parser.disjunction()
	if parser.at < len(text) {
		parser.fail("Unmatched ')'")
	}
	parser.resolve()
	return pattern{root, parser.names}, nil
}

func (p *parser) fail(message string) { panic(&SyntaxError{message}) }

// count looks through the pattern for groups, which references may come
// before.
func (p *parser) count() {
	inClass := false
	for i := 0; i < len(p.text); i++ {
		switch c := p.text[i]; {
		case c == '\\':
			i++
		case c == '[':
			inClass = true
		case c == ']':
			inClass = false
		case c == '(' && !inClass:
			if i+1 >= len(p.text) || p.text[i+1] != '?' {
				p.groupsMax++
			} else if i+3 < len(p.text) && p.text[i+2] == '<' && p.text[i+3] != '=' && p.text[i+3] != '!' {
				p.groupsMax++
				p.named = true
			}
		}
	}
}

func (p *parser) resolve() {
	for _, reference := range p.references {
		for index, name := range p.names {
			if name != "" && name == reference.name {
				reference.groups = append(reference.groups, index)
			}
		}
		if len(reference.groups) == 0 {
			p.fail("Invalid named capture referenced")
		}
	}
}

const end = -1

// peek returns the character that is distance ahead, or end.
func (p *parser) peek(distance int) rune {
	if p.at+distance >= len(p.text) {
		return end
	}
	return p.text[p.at+distance]
}

// accept skips text if it comes next.
func (p *parser) accept(text string) bool {
	for i, c := range []rune(text) {
		if p.peek(i) != c {
			return false
		}
	}
	p.at += len(text)
	return true
}

func (p *parser) disjunction() node {
	if p.depth++; p.depth > depthMax {
		p.fail("Regular expression too large")
	}
	alternatives := []node{p.alternative()}
	for p.accept("|") {
		alternatives = append(alternatives, p.alternative())
	}
	p.depth--
	if len(alternatives) == 1 {
		return alternatives[0]
	}
	return &choiceNode{alternatives}
}

func (p *parser) alternative() node {
	var parts []node
	for p.peek(0) != end && p.peek(0) != '|' && p.peek(0) != ')' {
		parts = append(parts, p.term())
	}
	switch len(parts) {
	case 0:
		return emptyNode{}
	case 1:
		return parts[0]
	}
	return &sequenceNode{parts}
}

// term parses an atom with its quantifier, or an assertion.
func (p *parser) term() node {
	first := len(p.names)
	switch c := p.peek(0); c {
	case '^', '$':
		p.at++
		return assertNode{p.lineAssertion(c)}
	case '(':
		return p.group(first)
	case '.':
		p.at++
		if p.flags.DotAll {
			return p.quantified(setNode{allCharacters}, first)
		}
		return p.quantified(setNode{lineEnds.invert()}, first)
	case '*', '+', '?':
		p.fail("Nothing to repeat")
	case '[':
		return p.quantified(p.class(), first)
	case '\\':
		if kind, ok := p.boundary(); ok {
			return assertNode{kind}
		}
		return p.quantified(p.escape(), first)
	case '{':
		if _, _, ok := p.braces(); ok {
			p.fail("Nothing to repeat")
		}
		if p.flags.codePoints() {
			p.fail("Lone quantifier brackets")
		}
	case '}', ']':
		if p.flags.codePoints() {
			p.fail("Lone quantifier brackets")
		}
	}
	c := p.peek(0)
	p.at++
	return p.quantified(p.character(c), first)
}

func (p *parser) lineAssertion(c rune) opcode {
	switch {
	case c == '^' && p.flags.Multiline:
		return opLineStart
	case c == '^':
		return opTextStart
	case p.flags.Multiline:
		return opLineEnd
	}
	return opTextEnd
}

func (p *parser) boundary() (opcode, bool) {
	switch {
	case p.accept(`\b`):
		return opBoundary, true
	case p.accept(`\B`):
		return opNotBoundary, true
	}
	return 0, false
}

// character matches c, or what is the same when case is ignored.
func (p *parser) character(c rune) node {
	if p.flags.IgnoreCase {
		fold := folding{p.flags.codePoints()}
		if others := fold.same(c); len(others) > 0 {
			return setNode{fold.close(singleton(c))}
		}
	}
	return charNode{c}
}

// quantified parses the quantifier behind an atom, if there is one. The atom's
// groups are those from first on.
func (p *parser) quantified(atom node, first int) node {
	minimum, maximum := 0, infinite
	switch {
	case p.accept("*"):
	case p.accept("+"):
		minimum = 1
	case p.accept("?"):
		maximum = 1
	case p.peek(0) == '{':
		start := p.at
		var ok bool
		if minimum, maximum, ok = p.braces(); !ok {
			if p.flags.codePoints() {
				p.fail("Incomplete quantifier")
			}
			p.at = start
			return atom
		}
		if minimum > maximum {
			p.fail("numbers out of order in {} quantifier")
		}
	default:
		return atom
	}
	lazy := p.accept("?")
	return &repeatNode{atom, minimum, maximum, lazy, span{first, len(p.names)}}
}

// braces parses {n}, {n,} or {n,m}. ok is false when there is none.
func (p *parser) braces() (minimum, maximum int, ok bool) {
	start := p.at
	p.at++
	minimum, ok = p.number()
	maximum = minimum
	if ok && p.accept(",") {
		if maximum = infinite; p.peek(0) != '}' {
			maximum, ok = p.number()
		}
	}
	if !ok || !p.accept("}") {
		p.at = start
		return 0, 0, false
	}
	return minimum, maximum, true
}

// number parses a decimal number; a large one becomes infinite.
func (p *parser) number() (int, bool) {
	start, n := p.at, 0
	for ; isDigit(p.peek(0)); p.at++ {
		n = min(n*10+int(p.peek(0)-'0'), infinite)
	}
	return n, p.at > start
}

func isDigit(c rune) bool { return '0' <= c && c <= '9' }

// group parses what begins with a parenthesis. first is the index of the next
// group.
func (p *parser) group(first int) node {
	p.at++
	switch {
	case p.accept("?:"):
		return p.quantified(p.body(), first)
	case p.accept("?="), p.accept("?!"):
		negate := p.text[p.at-1] == '!'
		look := &lookNode{body: p.body(), negate: negate, groups: span{first, len(p.names)}}
		if p.flags.codePoints() {
			p.notQuantified()
			return look
		}
		return p.quantified(look, first)
	case p.accept("?<="), p.accept("?<!"):
		negate := p.text[p.at-1] == '!'
		look := &lookNode{body: p.body(), behind: true, negate: negate, groups: span{first, len(p.names)}}
		p.notQuantified()
		return look
	}
	name := ""
	if p.accept("?<") {
		name = p.groupName()
		for _, other := range p.names {
			if other == name {
				p.fail("Duplicate capture group name")
			}
		}
	} else if p.peek(0) == '?' {
		p.fail("Invalid group")
	}
	p.names = append(p.names, name)
	return p.quantified(&groupNode{p.body(), first}, first)
}

// body parses the rest of a group.
func (p *parser) body() node {
	body := p.disjunction()
	if !p.accept(")") {
		p.fail("Unterminated group")
	}
	return body
}

func (p *parser) notQuantified() {
	switch p.peek(0) {
	case '*', '+', '?':
		p.fail("Invalid quantifier")
	case '{':
		if _, _, ok := p.braces(); ok || p.flags.codePoints() {
			p.fail("Invalid quantifier")
		}
	}
}

// groupName parses a name and the > behind it.
func (p *parser) groupName() string {
	var name []rune
	for {
		c := p.peek(0)
		p.at++
		switch {
		case c == '>' && len(name) > 0:
			return string(name)
		case c == '\\' && p.accept("u"):
			var ok bool
			if c, ok = p.unicodeEscape(true); !ok {
				p.fail("Invalid Unicode escape")
			}
		case c >= firstSurrogate && c <= lastSurrogate && p.at < len(p.text):
			c = joinSurrogates(c, p.peek(0))
			p.at++
		}
		if !isNamePart(c, len(name) == 0) {
			p.fail("Invalid capture group name")
		}
		name = append(name, c)
	}
}

// isNamePart says whether c may stand in an identifier.
func isNamePart(c rune, first bool) bool {
	if c == '$' || c == '_' || unicode.IsLetter(c) || unicode.Is(unicode.Nl, c) || unicode.Is(unicode.Other_ID_Start, c) {
		return true
	}
	return !first && (unicode.In(c, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc, unicode.Other_ID_Continue) ||
		c == 0x200C || c == 0x200D)
}
