package esm

import "strings"

// importDeclaration reads a declaration whose first word is t.
func (s *scanner) importDeclaration(t token) error {
	first := len(s.m.Imports)
	next := s.next()
	if next.kind != str {
		var err error
		if next, err = s.importClause(next); err != nil {
			return err
		}
	}
	if next.kind != str {
		return s.fail(next)
	}
	request, end, err := s.moduleSpecifier(next)
	if err != nil {
		return err
	}
	for i := range s.m.Imports[first:] {
		s.m.Imports[first+i].Request = request
	}
	s.edit(t.from, end-t.from, ";")
	return nil
}

// importClause reads the names between import and the specifier, which it
// returns.
func (s *scanner) importClause(t token) (token, error) {
	if t.kind == word {
		if err := s.importName("default", t, t); err != nil {
			return t, err
		}
		if t = s.next(); s.is(t, ",") {
			t = s.next()
			if !s.is(t, "*") && !s.is(t, "{") {
				return t, s.fail(t)
			}
		}
	}
	var err error
	switch {
	case s.is(t, "*"):
		star := t
		if t = s.next(); !s.is(t, "as") {
			return t, s.fail(t)
		}
		err = s.importName("*", star, s.next())
		t = s.next()
	case s.is(t, "{"):
		t, err = s.namedImports()
	}
	if err == nil && !s.is(t, "from") {
		err = s.fail(t)
	}
	if err != nil {
		return t, err
	}
	return s.next(), nil
}

// importName notes an import; at is where its exported name stands.
func (s *scanner) importName(name string, at, local token) error {
	if local.kind != word {
		return s.fail(local)
	}
	text := s.identifier(local)
	switch {
	case text == "eval" || text == "arguments":
		return &Error{local.from, "Unexpected eval or arguments in strict mode"}
	case reserved[text]:
		return s.fail(local)
	}
	for _, other := range s.m.Imports {
		if other.Local == text {
			return &Error{local.from, "Identifier '" + text + "' has already been declared"}
		}
	}
	s.m.Imports = append(s.m.Imports, Import{Name: name, Local: text, At: at.from})
	return nil
}

// namedImports reads the names behind {, and the token behind }.
func (s *scanner) namedImports() (token, error) {
	for {
		t := s.next()
		if s.is(t, "}") {
			return s.next(), nil
		}
		name, ok := s.moduleExportName(t)
		if !ok {
			return t, s.fail(t)
		}
		local, next := t, s.next()
		if s.is(next, "as") {
			local = s.next()
			next = s.next()
		} else if t.kind == str {
			return next, s.fail(next)
		}
		if err := s.importName(name, t, local); err != nil {
			return t, err
		}
		if s.is(next, "}") {
			return s.next(), nil
		}
		if !s.is(next, ",") {
			return next, s.fail(next)
		}
	}
}

// moduleExportName returns a name of an import or export list: an identifier
// or a string.
func (s *scanner) moduleExportName(t token) (string, bool) {
	switch t.kind {
	case word:
		return s.identifier(t), true
	case str:
		return unquote(s.text(t)), true
	}
	return "", false
}

// identifier returns the name of a word, whose escapes it decodes.
func (s *scanner) identifier(t token) string {
	text := s.text(t)
	if strings.IndexByte(text, '\\') < 0 {
		return text
	}
	return unquote("'" + text + "'")
}

// moduleSpecifier reads what may follow a specifier: attributes and the end of
// the declaration. end is where it ends.
func (s *scanner) moduleSpecifier(t token) (request, end int, err error) {
	specifier, end := unquote(s.text(t)), t.to
	var attributes []string
	after := s.lexer
	next := after.next()
	if after.is(next, "with") || after.is(next, "assert") && !next.newline {
		s.next()
		if attributes, end, err = s.attributes(); err != nil {
			return 0, 0, err
		}
		after = s.lexer
		next = after.next()
	}
	switch {
	case after.is(next, ";"):
		s.next()
		end = next.to
	case !next.newline && next.kind != endOfText && !after.is(next, "}"):
		return 0, 0, s.fail(next)
	}
	s.operand = false // a statement begins
	s.closed = bracket{}
	return s.request(specifier, attributes, t.from), end, nil
}

// attributes reads { type: 'json' }.
func (s *scanner) attributes() (list []string, end int, err error) {
	if t := s.next(); !s.is(t, "{") {
		return nil, 0, s.fail(t)
	}
	for {
		key := s.next()
		if s.is(key, "}") {
			return list, key.to, nil
		}
		name, ok := s.moduleExportName(key)
		if !ok {
			return nil, 0, s.fail(key)
		}
		if colon := s.next(); !s.is(colon, ":") {
			return nil, 0, s.fail(colon)
		}
		value := s.next()
		if value.kind != str {
			return nil, 0, s.fail(value)
		}
		list = append(list, name, unquote(s.text(value)))
		t := s.next()
		if s.is(t, "}") {
			return list, t.to, nil
		}
		if !s.is(t, ",") {
			return nil, 0, s.fail(t)
		}
	}
}
