package esm

// exportDeclaration reads a declaration whose first word is t.
func (s *scanner) exportDeclaration(t token) error {
	next := s.next()
	switch {
	case s.is(next, "*"):
		return s.exportAll(t, next)
	case s.is(next, "{"):
		return s.exportList(t)
	case s.is(next, "default"):
		return s.exportDefault(t, next)
	}
	s.edit(t.from, len("export"), "")
	switch s.text(next) {
	case "const", "let", "var":
		return s.exportVariables()
	case "function":
		return s.exportFunction()
	case "async":
		if function := s.next(); !s.is(function, "function") || function.newline {
			return s.fail(function)
		}
		return s.exportFunction()
	case "class":
		return s.exportName(s.next())
	}
	return s.fail(next)
}

// exportName notes that the variable of token t is exported by its own name.
func (s *scanner) exportName(t token) error {
	if t.kind != word {
		return s.fail(t)
	}
	name := s.identifier(t)
	return s.export(Export{Name: name, Local: name, Request: -1, At: t.from, Declared: true})
}

// export notes an export. Its name must be new.
func (s *scanner) export(e Export) error {
	if e.Name != "" {
		for _, other := range s.m.Exports {
			if other.Name == e.Name {
				return &Error{e.At, "Duplicate export of '" + e.Name + "'"}
			}
		}
	}
	s.m.Exports = append(s.m.Exports, e)
	return nil
}

func (s *scanner) exportFunction() error {
	name := s.next()
	if s.is(name, "*") {
		name = s.next()
	}
	return s.exportName(name)
}

// exportAll reads export * from, and export * as name from.
func (s *scanner) exportAll(t, star token) error {
	e := Export{At: star.from, Import: "*"}
	next := s.next()
	if s.is(next, "as") {
		name := s.next()
		var ok bool
		if e.Name, ok = s.moduleExportName(name); !ok {
			return s.fail(name)
		}
		e.At = name.from
		next = s.next()
	}
	if !s.is(next, "from") {
		return s.fail(next)
	}
	return s.exportFrom(t, []Export{e})
}

// exportFrom reads the specifier of exports from another module.
func (s *scanner) exportFrom(t token, list []Export) error {
	specifier := s.next()
	if specifier.kind != str {
		return s.fail(specifier)
	}
	request, end, err := s.moduleSpecifier(specifier)
	if err != nil {
		return err
	}
	for _, e := range list {
		e.Request, e.Local = request, ""
		if err := s.export(e); err != nil {
			return err
		}
	}
	s.edit(t.from, end-t.from, ";")
	return nil
}

// exportList reads export { a, b as c }, with or without from.
func (s *scanner) exportList(t token) error {
	list, bad, end, err := s.exportNames()
	if err != nil {
		return err
	}
	after := s.lexer
	next := after.next()
	switch {
	case after.is(next, "from"):
		s.next()
		return s.exportFrom(t, list)
	case bad.kind != endOfText:
		return s.fail(bad)
	case after.is(next, ";"):
		s.next()
		end = next.to
	}
	s.operand = false
	s.edit(t.from, end-t.from, ";")
	for _, e := range list {
		e.Import = ""
		if err := s.export(e); err != nil {
			return err
		}
	}
	return nil
}

// exportNames reads the names behind {. bad is the first that cannot be a
// variable's, end is where the list ends.
func (s *scanner) exportNames() (list []Export, bad token, end int, err error) {
	for {
		t := s.next()
		if s.is(t, "}") {
			return list, bad, t.to, nil
		}
		name, ok := s.moduleExportName(t)
		if !ok {
			return nil, bad, 0, s.fail(t)
		}
		if bad.kind == endOfText && (t.kind == str || reserved[name]) {
			bad = t
		}
		e := Export{Name: name, Local: name, Import: name, Request: -1, At: t.from}
		next := s.next()
		if s.is(next, "as") {
			as := s.next()
			if e.Name, ok = s.moduleExportName(as); !ok {
				return nil, bad, 0, s.fail(as)
			}
			next = s.next()
		}
		list = append(list, e)
		if s.is(next, "}") {
			return list, bad, next.to, nil
		}
		if !s.is(next, ",") {
			return nil, bad, 0, s.fail(next)
		}
	}
}

// exportDefault reads what follows export default: a function or class, which
// gets a name when it has none, or an expression, which becomes a variable.
func (s *scanner) exportDefault(t, keyword token) error {
	e := Export{Name: "default", Local: s.m.Default, Request: -1, At: keyword.from, Declared: true}
	after := s.lexer
	next := after.next()
	if after.is(next, "async") {
		if function := after.next(); after.is(function, "function") && !function.newline {
			next = function
		}
	}
	switch {
	case after.is(next, "function"), after.is(next, "class"):
		s.edit(t.from, keyword.to-t.from, "")
		for s.prev.from != next.from {
			s.next()
		}
		at := next.to
		name := after.next()
		if after.is(name, "*") {
			s.next()
			at = name.to
			name = after.next()
		}
		if name.kind == word && !after.is(name, "extends") {
			e.Local = s.identifier(name)
		} else {
			s.edit(at, 0, " "+s.m.Default)
		}
	default:
		s.edit(t.from, keyword.to-t.from, "const "+s.m.Default+" =")
	}
	return s.export(e)
}
