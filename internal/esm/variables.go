package esm

// exportVariables reads the declarators behind const, let or var, and notes
// the names that they bind. It stops before the token that ends them.
func (s *scanner) exportVariables() error {
	for {
		if err := s.pattern(s.next()); err != nil {
			return err
		}
		if more, err := s.initialiser(); !more || err != nil {
			return err
		}
	}
}

// pattern reads what a declarator or a part of a pattern binds, from its first
// token.
func (s *scanner) pattern(t token) error {
	switch {
	case s.is(t, "["):
		return s.arrayPattern()
	case s.is(t, "{"):
		return s.objectPattern()
	}
	return s.exportName(t)
}

func (s *scanner) arrayPattern() error {
	depth := len(s.open)
	for {
		t := s.next()
		switch {
		case t.kind == endOfText:
			return s.fail(t)
		case s.is(t, "]"):
			return nil
		case s.is(t, ","), s.is(t, "..."):
			continue
		}
		if err := s.pattern(t); err != nil {
			return err
		}
		if more, err := s.skipTo(depth); !more || err != nil {
			return err
		}
	}
}

func (s *scanner) objectPattern() error {
	depth := len(s.open)
	for {
		t := s.next()
		switch {
		case t.kind == endOfText:
			return s.fail(t)
		case s.is(t, "}"):
			return nil
		case s.is(t, ","):
			continue
		case s.is(t, "..."):
			t = s.next()
			if err := s.pattern(t); err != nil {
				return err
			}
		default:
			if err := s.property(t); err != nil {
				return err
			}
		}
		if more, err := s.skipTo(depth); !more || err != nil {
			return err
		}
	}
}

// property reads a property of an object pattern: name, or key: pattern.
func (s *scanner) property(key token) error {
	if s.is(key, "[") {
		for depth := len(s.open); len(s.open) >= depth && s.prev.kind != endOfText; {
			s.next()
		}
	}
	after := s.lexer
	if next := after.next(); after.is(next, ":") {
		s.next()
		return s.pattern(s.next())
	}
	return s.exportName(key)
}

// skipTo skips a default value, up to the comma between parts of a pattern
// whose bracket is the depth-th (true) or to its end (false).
func (s *scanner) skipTo(depth int) (more bool, err error) {
	for {
		if err := s.skipToken(); err != nil {
			return false, err
		}
		switch {
		case s.prev.kind == endOfText:
			return false, s.fail(s.prev)
		case len(s.open) < depth:
			return false, nil
		case len(s.open) == depth && s.is(s.prev, ","):
			return true, nil
		}
	}
}

// initialiser skips an expression up to the end of its statement (false), or
// through a comma outside of brackets (true).
//
// A statement ends where an operand follows an operand, for that can only be
// the next line.
func (s *scanner) initialiser() (more bool, err error) {
	depth := len(s.open)
	for {
		if len(s.open) == depth {
			after := s.lexer
			endsOperand := s.operand || s.prev.kind == punctuator && s.src[s.prev.from] == '}'
			switch t := after.next(); {
			case t.newline && endsOperand && s.beginsOperand(t), s.is(t, ";"):
				return false, nil
			case s.is(t, ","):
				s.next()
				return true, nil
			}
		}
		if err := s.skipToken(); err != nil || s.prev.kind == endOfText {
			return false, err
		}
	}
}

// beginsOperand says that t cannot go on with an expression.
func (s *scanner) beginsOperand(t token) bool {
	switch t.kind {
	case word:
		text := s.text(t)
		return text != "in" && text != "instanceof"
	case number, str, private:
		return true
	case punctuator:
		switch s.text(t) {
		case "{", "!", "~", "++", "--", "@", "}":
			return true
		}
	}
	return false
}

// skipToken reads one token, with what Scan looks for in it.
func (s *scanner) skipToken() error {
	prev := s.prev
	t := s.next()
	switch {
	case t.kind == word:
		return s.word(prev, t)
	case t.kind == punctuator && s.src[t.from] == ')':
		s.callOfImport()
	}
	return nil
}
