package engine

import (
	"strings"

	"github.com/dop251/goja"
)

// patternKey is the first property of the pattern whose value failed: the
// instructions behind the failed one read it.
func (f *failure) patternKey() string {
	const near = 4
	for pc := f.pc + 1; pc < len(code(f.prg)) && pc <= f.pc+near; pc++ {
		switch instructionName(f.prg, pc) {
		case "getProp":
			return heldName(f.prg, pc)
		case "loadVal":
			return plainText(*(*goja.Value)(code(f.prg)[pc].data))
		}
	}
	return ""
}

// patternSource is the text of what an object pattern takes apart, "" when it
// has none.
func (f *failure) patternSource() string {
	if f.before() == "loadVal" {
		return literalText(f.operand(1))
	}
	text, offset := f.source()
	if offset < 0 || offset >= len(text) {
		return ""
	}
	open := patternStart(text, offset)
	if open < 0 {
		return ""
	}
	next := skipSpace(text, bracketEnd(text, open))
	if !isAssignment(text, next) {
		return ""
	}
	value := skipSpace(text, next+1)
	source, _ := tryPrint(text[value:newEnd(text, value)])
	return source
}

// isAssignment reports whether the character = stands at i, alone.
func isAssignment(text string, i int) bool {
	return i+1 < len(text) && text[i] == '=' && text[i+1] != '>' && text[i+1] != '='
}

// patternStart returns where the pattern that the position belongs to opens, -1
// when that is not known.
func patternStart(text string, offset int) int {
	if text[offset] == '{' {
		if next := skipSpace(text, bracketEnd(text, offset)); isAssignment(text, next) {
			return offset
		}
	}
	// The value stands behind the pattern.
	begin := skipSpaceBack(text, chainStart(text, nameEnd(text, offset)))
	if strings.HasSuffix(text[:begin], "=") {
		if end := skipSpaceBack(text, begin-1); strings.HasSuffix(text[:end], "}") {
			return bracketStart(text, end)
		}
	}
	return -1
}

// declares reports whether an array pattern declares what it binds. V8 names
// the value of a declaration, and not that of an assignment.
func (f *failure) declares() bool {
	for pc := f.pc + 1; pc < len(code(f.prg)); pc++ {
		switch name := instructionName(f.prg, pc); {
		case strings.HasPrefix(name, "init"):
			return true
		case strings.HasPrefix(name, "store"), strings.HasPrefix(name, "put"), strings.HasPrefix(name, "resolve"):
			return false
		}
	}
	return true
}

// iterableText is what the source calls the value that is no iterable, "" when
// it has no name.
func (f *failure) iterableText(v goja.Value) string {
	if f.instruction == "iterate" && !f.declares() {
		return ""
	}
	if f.before() == "loadVal" {
		return literalText(v)
	}
	text, offset := f.source()
	if offset < 0 || offset >= len(text) || text[offset] != '[' {
		return f.expressionText()
	}
	end := bracketEnd(text, offset)
	if f.instruction == "pushArraySpread" {
		if spread := strings.Index(text[offset:end], "..."); spread >= 0 {
			begin := skipSpace(text, offset+spread+len("..."))
			name, _ := tryPrint(text[begin:newEnd(text, begin)])
			return name
		}
		return ""
	}
	if next := skipSpace(text, end); isAssignment(text, next) {
		value := skipSpace(text, next+1)
		name, _ := tryPrint(text[value:newEnd(text, value)])
		return name
	}
	return ""
}

// literalText is a constant as it stands in a source.
func literalText(v goja.Value) string {
	if s, ok := v.(goja.String); ok {
		return "\"" + s.String() + "\""
	}
	return plainText(v)
}
