package esm

import "strings"

// FirstSyntax returns where a source first has syntax that only a module may
// have, and V8's message for that; "" for none.
func FirstSyntax(source string) (at int, message string) {
	s := &scanner{lexer: lexer{src: source}, m: &Module{}, known: map[string]int{}}
	for {
		prev := s.prev
		t := s.next()
		switch {
		case t.kind == endOfText:
			return 0, ""
		case t.kind != word || s.is(prev, ".") || s.is(prev, "?."):
			continue
		case s.text(t) == "export" && len(s.open) == 0:
			return t.from, "Unexpected token 'export'"
		case s.text(t) == "import":
			if err := s.importWord(t); err != nil || s.m.Syntax {
				if s.m.Meta {
					return t.from, "Cannot use 'import.meta' outside a module"
				}
				return t.from, "Cannot use import statement outside a module"
			}
		}
	}
}

// MayNeedModule says that a source, in JavaScript or TypeScript, may need to be
// an ES module: it has import.meta, or an await that no function seems to
// enclose. It errs on the side of true.
func MayNeedModule(source string) bool {
	if !strings.Contains(source, "await") {
		return strings.Contains(source, "import.meta")
	}
	if strings.Contains(source, "import.meta") {
		return true
	}
	l := lexer{src: source}
	for {
		prev := l.prev
		t := l.next()
		switch {
		case t.kind == endOfText:
			return false
		case t.kind == word && l.text(t) == "await" && !l.is(prev, ".") && !l.inFunction():
			return true
		}
	}
}

// inFunction says that an open brace looks like that of a function.
func (l *lexer) inFunction() bool {
	for _, b := range l.open {
		if b.function {
			return true
		}
	}
	return false
}
