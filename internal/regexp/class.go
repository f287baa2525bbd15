package regexp

import "slices"

// class parses what begins with a bracket.
func (p *parser) class() node {
	if p.flags.UnicodeSets {
		set, strings := p.setClass()
		return p.classNode(set, strings)
	}
	p.at++
	negate := p.accept("^")
	set := &charSet{}
	for !p.accept("]") {
		if p.peek(0) == end {
			p.fail("Unterminated character class")
		}
		set.ranges = append(set.ranges, p.classRange()...)
	}
	set.normalise()
	if p.flags.IgnoreCase {
		set = folding{p.flags.codePoints()}.close(set)
	}
	if negate {
		set = set.invert()
	}
	return setNode{set}
}

// classNode matches a character of set, or one of strings, the longest first.
func (p *parser) classNode(set *charSet, strings [][]rune) node {
	if p.flags.IgnoreCase {
		set = folding{p.flags.codePoints()}.close(set)
	}
	if len(strings) == 0 {
		return setNode{set}
	}
	slices.SortStableFunc(strings, func(a, b []rune) int { return len(b) - len(a) })
	choice := &choiceNode{}
	withSet := false
	for _, text := range strings {
		if len(text) == 0 && !withSet {
			choice.alternatives = append(choice.alternatives, setNode{set})
			withSet = true
		}
		sequence := &sequenceNode{}
		for _, c := range text {
			sequence.parts = append(sequence.parts, p.character(c))
		}
		choice.alternatives = append(choice.alternatives, sequence)
	}
	if !withSet {
		choice.alternatives = append(choice.alternatives, setNode{set})
	}
	return choice
}

// classRange parses a character, an escape or a range of a class.
func (p *parser) classRange() []charRange {
	from, single := p.classAtom()
	if p.peek(0) != '-' || p.peek(1) == ']' || p.peek(1) == end {
		return from.ranges
	}
	p.at++
	to, singleEnd := p.classAtom()
	switch {
	case single && singleEnd:
		r := charRange{from.ranges[0].lo, to.ranges[0].lo}
		if r.lo > r.hi {
			p.fail("Range out of order in character class")
		}
		return []charRange{r}
	case p.flags.codePoints():
		p.fail("Invalid character class")
	}
	return slices.Concat(from.ranges, to.ranges, []charRange{{'-', '-'}})
}

// classAtom parses one part of a class; single says that it is one character.
func (p *parser) classAtom() (set *charSet, single bool) {
	if p.peek(0) != '\\' {
		p.at++
		return singleton(p.text[p.at-1]), true
	}
	p.at++
	if p.accept("b") {
		return singleton('\b'), true
	}
	if set, _ := p.classEscape(); set != nil {
		return set, false
	}
	return singleton(p.characterEscape(true)), true
}

// setClass parses a class of the flag v, which can nest and calculate.
func (p *parser) setClass() (*charSet, [][]rune) {
	p.at++
	negate := p.accept("^")
	if p.depth++; p.depth > depthMax {
		p.fail("Regular expression too large")
	}
	set, strings := &charSet{}, [][]rune(nil)
	for first := true; !p.accept("]"); first = false {
		if p.peek(0) == end {
			p.fail("Unterminated character class")
		}
		isOperator := p.peek(0) == '-' && p.peek(1) == '-' || p.peek(0) == '&' && p.peek(1) == '&'
		if isOperator {
			if first {
				p.fail("Invalid set operation in character class")
			}
			set, strings = p.setOperations(set, strings)
			break
		}
		operand, more, single := p.setOperand()
		if p.peek(0) == '-' && p.peek(1) != '-' {
			operand = p.setRange(operand, single)
		}
		set, strings = set.union(operand), append(strings, more...)
		if !first && (p.peek(0) == '-' && p.peek(1) == '-' || p.peek(0) == '&' && p.peek(1) == '&') {
			p.fail("Invalid set operation in character class")
		}
	}
	p.depth--
	if negate {
		if len(strings) > 0 {
			p.fail("Negated character class may contain strings")
		}
		if p.flags.IgnoreCase {
			set = folding{true}.close(set)
		}
		set = set.invert()
	}
	return set, strings
}

// setRange parses the rest of a range that begins with from.
func (p *parser) setRange(from *charSet, single bool) *charSet {
	p.at++
	to, _, singleEnd := p.setOperand()
	if !single || !singleEnd {
		p.fail("Invalid character class")
	}
	if from.ranges[0].lo > to.ranges[0].lo {
		p.fail("Range out of order in character class")
	}
	return newSet(charRange{from.ranges[0].lo, to.ranges[0].lo})
}

// setOperations parses --x--y or &&x&&y and the bracket behind.
func (p *parser) setOperations(set *charSet, strings [][]rune) (*charSet, [][]rune) {
	operator := string(p.text[p.at : p.at+2])
	closed := func(s *charSet) *charSet {
		if p.flags.IgnoreCase {
			return folding{true}.close(s)
		}
		return s
	}
	set = closed(set)
	for !p.accept("]") {
		if p.peek(0) == end {
			p.fail("Unterminated character class")
		}
		if !p.accept(operator) {
			p.fail("Invalid set operation in character class")
		}
		operand, more, _ := p.setOperand()
		isInOperand := func(text []rune) bool {
			return slices.ContainsFunc(more, func(other []rune) bool { return slices.Equal(text, other) })
		}
		if operator == "--" {
			set = set.subtract(closed(operand))
			strings = slices.DeleteFunc(strings, isInOperand)
		} else {
			set = set.intersect(closed(operand))
			strings = slices.DeleteFunc(strings, func(text []rune) bool { return !isInOperand(text) })
		}
	}
	return set, strings
}

// setOperand parses a character, an escape, a nested class or \q{…}.
func (p *parser) setOperand() (set *charSet, strings [][]rune, single bool) {
	c := p.peek(0)
	switch {
	case c == '[':
		set, strings = p.setClass()
		return set, strings, false
	case c == '\\' && p.peek(1) == 'q' && p.peek(2) == '{':
		p.at += len(`\q{`)
		set, strings = p.stringsOfClass()
		return set, strings, false
	case c == '\\' && p.peek(1) == 'b':
		p.at += 2
		return singleton('\b'), nil, true
	case c == '\\':
		p.at++
		if set, strings := p.classEscape(); set != nil {
			return set, strings, false
		}
		return singleton(p.setCharacterEscape()), nil, true
	case c == end:
		p.fail("Unterminated character class")
	case slices.Contains([]rune("()[]{}/-|"), c), c == p.peek(1) && slices.Contains([]rune("&!#$%*+,.:;<=>?@^`~"), c):
		if c == '&' {
			p.fail("Invalid character in character class")
		}
		p.fail("Invalid character in character class")
	}
	p.at++
	return singleton(c), nil, true
}

func (p *parser) setCharacterEscape() rune {
	if c := p.peek(0); slices.Contains([]rune("&-!#%,:;<=>@`~"), c) {
		p.at++
		return c
	}
	return p.characterEscape(true)
}

// stringsOfClass parses the alternatives of \q{…}.
func (p *parser) stringsOfClass() (*charSet, [][]rune) {
	set, strings, text := &charSet{}, [][]rune(nil), []rune{}
	for {
		c := p.peek(0)
		switch c {
		case end:
			p.fail("Invalid escape")
		case '}', '|':
			p.at++
			if len(text) == 1 {
				set = set.union(singleton(text[0]))
			} else {
				strings = append(strings, text)
			}
			if text = nil; c == '}' {
				return set, strings
			}
		case '\\':
			p.at++
			text = append(text, p.setCharacterEscape())
		default:
			p.at++
			text = append(text, c)
		}
	}
}
