package esm

// Deeper says whether the syntax of source may nest deeper than limit: not only
// in brackets, but also as operators, members, calls, arrow functions or
// statements do that follow each other without an end. It counts what a
// statement, or an element of a list, has so far, in it and around it: binary
// operators once, everything else eight times.
func Deeper(source string, limit int) bool {
	d := depth{lexer: lexer{src: source}, levels: []level{{}}}
	for {
		open, operand, before := len(d.open), d.operand, d.prev
		t := d.next()
		if t.kind == endOfText {
			return false
		}
		if d.begins(t, before, operand) {
			d.statement()
		}
		d.count(t, before, operand)
		d.bracket(t, open)
		if d.sum > limit {
			return true
		}
	}
}

// depth is a count of what nests at the place where the lexer stands.
type depth struct {
	lexer
	levels []level // of brackets
	sum    int     // of their counts
}

// What a token adds. Parsers spend more on most of what nests than on a binary
// operator, of which programs have more in a row.
const (
	binary = 1
	nested = 8
)

// level is what stands inside a bracket.
type level struct {
	count int
	most  int // of the elements of the list that this statement ends in
	ended int // what the count was when the last statement ended
}

func (d *depth) here() *level { return &d.levels[len(d.levels)-1] }

func (d *depth) add(n int) {
	d.here().count += n
	d.sum += n
}

// element begins a new element of a list.
func (d *depth) element() {
	l := d.here()
	d.sum -= l.count
	l.most, l.count = max(l.most, l.count), 0
}

// statement begins a new statement.
func (d *depth) statement() {
	d.element()
	l := d.here()
	l.ended, l.most = l.most, 0
}

// begins says that t begins a statement, although no semicolon stands before it.
// operand is what the lexer knew of the token before.
func (d *depth) begins(t, before token, operand bool) bool {
	closed := before.kind == punctuator && d.src[before.from] == '}'
	if !closed && !(operand && t.newline) || t.kind == punctuator || t.kind == template {
		return false
	}
	switch d.text(t) {
	case "in", "instanceof", "of", "else", "catch", "finally", "while", "as", "satisfies":
		return false
	}
	return true
}

// count adds what t nests by itself. operand is what the lexer knew of the token
// before.
func (d *depth) count(t, before token, operand bool) {
	switch t.kind {
	case word:
		switch text := d.text(t); {
		case text == "case" || text == "default":
			d.statement()
		case text == "else" && before.kind == punctuator && d.src[before.from] == ';':
			d.add(d.here().ended + nested)
		case takesOperand(text), text == "function", text == "class", text == "async", text == "try", text == "switch", text == "of":
			d.add(nested)
		}
	case template:
		d.add(nested)
	case punctuator:
		switch c := d.src[t.from]; c {
		case ',':
			d.element()
		case ';':
			d.statement()
		case ')', ']', '}':
		case '+', '-', '*', '/', '%', '&', '|', '^', '<', '>', '?':
			// Most begin no operand: behind another operator they are a part of it.
			behind := before.kind == punctuator && before.to == t.from && !isBracket(d.src[before.from])
			switch unary := c == '+' || c == '-'; {
			case d.is(t, "?"), d.is(t, "?."), unary && !operand:
				d.add(nested)
			case !behind:
				d.add(binary)
			}
		case '=':
			if before.kind != punctuator || before.to != t.from || isBracket(d.src[before.from]) {
				d.add(nested)
			}
		default:
			d.add(nested)
		}
	}
}

func isBracket(c byte) bool { return c == ')' || c == ']' || c == '}' }

// bracket follows the lexer into a bracket and out of it; open is how many were
// open before t.
func (d *depth) bracket(t token, open int) {
	switch now := len(d.open); {
	case now > open:
		d.levels = append(d.levels, level{})
	case now < open:
		d.sum -= d.here().count
		d.levels = d.levels[:len(d.levels)-1]
	case t.kind == punctuator && d.src[t.from] == '}' && now > 0:
		d.element() // from one substitution of a template to the next
	}
}
