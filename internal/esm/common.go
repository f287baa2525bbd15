package esm

import "slices"

// Names are what a CommonJS module exports, as far as its text shows it.
type Names struct {
	Exports []string
	// Reexports are the modules whose names are exported too.
	Reexports []string
}

// commonScanner looks for the ways in which a CommonJS module exports names.
type commonScanner struct {
	lexer
	names Names
}

// CommonNames finds the exported names of a CommonJS module: assignments to
// properties of exports and module.exports, Object.defineProperty on them,
// object literals, and what compilers write for "export * from".
func CommonNames(source string) Names {
	s := &commonScanner{lexer: lexer{src: source}}
	for {
		prev := s.prev
		t := s.next()
		if t.kind == endOfText {
			return s.names
		}
		if t.kind != word || s.is(prev, ".") {
			continue
		}
		switch s.text(t) {
		case "exports":
			s.exportsObject()
		case "module":
			if s.accept(".", "exports") {
				s.moduleExports()
			}
		case "Object":
			s.object()
		case "__exportStar", "__export", "_export_star":
			s.exportStar()
		case "tslib", "tslib_1":
			if s.accept(".", "__exportStar") {
				s.exportStar()
			}
		}
	}
}

// accept reads tokens if they are the given ones, and nothing otherwise.
func (s *commonScanner) accept(texts ...string) bool {
	after := s.lexer
	after.open = slices.Clone(s.open)
	for _, text := range texts {
		if t := after.next(); !after.is(t, text) {
			return false
		}
	}
	s.lexer = after
	return true
}

// literal reads a string token.
func (s *commonScanner) literal() (string, bool) {
	after := s.lexer
	t := after.next()
	if t.kind != str {
		return "", false
	}
	s.lexer = after
	return unquote(s.text(t)), true
}

// name reads an identifier.
func (s *commonScanner) name() (string, bool) {
	after := s.lexer
	t := after.next()
	if t.kind != word {
		return "", false
	}
	s.lexer = after
	return s.text(t), true
}

func (s *commonScanner) add(name string) {
	if !slices.Contains(s.names.Exports, name) {
		s.names.Exports = append(s.names.Exports, name)
	}
}

// exportsObject looks behind "exports": .name = or ['name'] =.
func (s *commonScanner) exportsObject() {
	switch {
	case s.accept("."):
		if name, ok := s.name(); ok && s.assigned() {
			s.add(name)
		}
	case s.accept("["):
		if name, ok := s.literal(); ok && s.accept("]") && s.assigned() {
			s.add(name)
		}
	}
}

// assigned says that a = follows, be it that of a comparison.
func (s *commonScanner) assigned() bool {
	after := s.lexer
	t := after.next()
	return after.is(t, "=")
}

// moduleExports looks behind "module.exports": like exports, or = a value.
func (s *commonScanner) moduleExports() {
	if !s.assigned() {
		s.exportsObject()
		return
	}
	s.next()
	s.names.Reexports = nil // the last value counts
	switch {
	case s.accept("{"):
		s.literalExports()
	case s.accept("require"):
		s.require()
	}
}

// require reads ('specifier') behind require.
func (s *commonScanner) require() bool {
	if !s.accept("(") {
		return false
	}
	specifier, ok := s.literal()
	if ok && s.accept(")") {
		s.names.Reexports = append(s.names.Reexports, specifier)
	}
	return ok
}

// literalExports reads the properties of an object literal, up to the first
// whose value is not a name.
func (s *commonScanner) literalExports() {
	for {
		switch {
		case s.accept("..."):
			if !s.accept("require") || !s.require() {
				return
			}
		default:
			name, isName := s.name()
			if !isName {
				var ok bool
				if name, ok = s.literal(); !ok || !s.peek(":") {
					return
				}
			}
			if s.accept(":") {
				if _, ok := s.name(); !ok {
					return
				}
			}
			s.add(name)
		}
		if !s.accept(",") {
			return
		}
	}
}

func (s *commonScanner) peek(text string) bool {
	after := s.lexer
	after.open = slices.Clone(s.open)
	return after.is(after.next(), text)
}

// exportStar looks behind __exportStar: (require('specifier').
func (s *commonScanner) exportStar() {
	if s.accept("(", "require") {
		s.require()
	}
}

// object looks behind "Object": .defineProperty(exports, 'name', { … }).
func (s *commonScanner) object() {
	if !s.accept(".", "defineProperty", "(") {
		return
	}
	if !s.accept("exports", ",") && !s.accept("module", ".", "exports", ",") {
		return
	}
	name, ok := s.literal()
	if !ok || !s.accept(",", "{") {
		return
	}
	s.accept("enumerable", ":", "true", ",")
	s.accept("enumerable", ":", "!", "0", ",")
	if s.accept("value", ":") || s.getter() {
		s.add(name)
	}
}

// getter reads the getters that compilers write: those that return a property.
func (s *commonScanner) getter() bool {
	switch {
	case s.accept("get", ":", "function"), s.accept("get"):
		s.name()
	default:
		return false
	}
	if !s.accept("(", ")", "{", "return") {
		return false
	}
	if _, ok := s.name(); !ok {
		return false
	}
	switch {
	case s.accept("."):
		s.name()
	case s.accept("["):
		if _, ok := s.literal(); !ok || !s.accept("]") {
			return false
		}
	}
	s.accept(";")
	return s.accept("}")
}
