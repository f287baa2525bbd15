package esm

import (
	"fmt"
	"strings"
)

// Module is what Scan found.
type Module struct {
	// Requests are the modules asked for by import and export declarations,
	// each specifier with its attributes once, in order.
	Requests []Request
	Imports  []Import
	Exports  []Export
	// Meta and Dynamic say that the text has import.meta and import().
	Meta, Dynamic bool
	// Await says that the word await occurs outside of functions that Scan
	// recognises; only the syntax tree knows.
	Await bool
	// Syntax says that the text can only be a module: it has import or export
	// declarations, or import.meta.
	Syntax bool
	// Edits turn the text into the body of a function.
	Edits []Edit
	// Default is the name that Edits give a default export without one; Call
	// and MetaName those of import() and import.meta. Link is one more name
	// that does not occur in the text.
	Default, Call, MetaName, Link string
}

// Edit replaces Len bytes at At.
type Edit struct {
	At, Len int
	Text    string
}

// Request is a module that a declaration asks for.
type Request struct {
	Specifier string
	// Attributes are keys and values in turn.
	Attributes []string
	// At is where the specifier stands.
	At int
}

// Import is a name of another module that this one reads.
type Import struct {
	// Request is an index of Module.Requests.
	Request int
	// Name is the exported name; "*" for the namespace.
	Name string
	// Local is what the name is called here.
	Local string
	// At is where the exported name stands.
	At int
}

// Export is a name that other modules can read.
type Export struct {
	// Name is the exported name; "" for all names of a request.
	Name string
	// Local is the variable here; "" for a name of a request.
	Local string
	// Request is an index of Module.Requests, -1 for none, and Import the name
	// there; "*" for the namespace.
	Request int
	Import  string
	// At is where the name stands.
	At int
	// Declared says that the declaration is part of the export.
	Declared bool
}

// Error is a module declaration that is not one.
type Error struct {
	At      int
	Message string
}

func (e *Error) Error() string { return e.Message }

// scanner finds declarations in the tokens of a source.
type scanner struct {
	lexer
	m     *Module
	known map[string]int // requests by specifier and attributes
}

// names are what Scan calls the things that have no name in JavaScript; they
// must not occur in the source.
func (s *scanner) names() {
	suffix := ""
	for n := 0; strings.Contains(s.src, "$import"+suffix) || strings.Contains(s.src, "$meta"+suffix) ||
		strings.Contains(s.src, "$default"+suffix) || strings.Contains(s.src, "$link"+suffix); n++ {
		suffix = fmt.Sprint(n)
	}
	s.m.Default, s.m.Call, s.m.MetaName, s.m.Link = "$default"+suffix, "$import"+suffix, "$meta"+suffix, "$link"+suffix
}

// Scan finds the module declarations of source. An error is an *Error; the
// compiler reports whatever else is wrong.
func Scan(source string) (*Module, error) {
	s := &scanner{lexer: lexer{src: source}, m: &Module{}, known: map[string]int{}}
	s.names()
	if strings.HasPrefix(source, "#!") {
		s.edit(0, 2, "//")
	}
	for {
		prev := s.prev
		t := s.next()
		switch {
		case t.kind == endOfText:
			return s.m, nil
		case t.kind == word:
			if err := s.word(prev, t); err != nil {
				return nil, err
			}
		case t.kind == punctuator && s.src[t.from] == ')':
			s.callOfImport()
		}
	}
}

// word looks at a word that may begin something.
func (s *scanner) word(prev, t token) error {
	if s.is(prev, ".") || s.is(prev, "?.") {
		return nil
	}
	switch s.src[t.from:t.to] {
	case "await":
		s.m.Await = true
	case "import":
		return s.importWord(t)
	case "export":
		if len(s.open) == 0 {
			s.m.Syntax = true
			return s.exportDeclaration(t)
		}
	}
	return nil
}

func (s *scanner) edit(at, length int, text string) {
	s.m.Edits = append(s.m.Edits, Edit{at, length, text})
}

// importWord handles import(), import.meta and import declarations.
func (s *scanner) importWord(t token) error {
	after := s.lexer // a copy: looking ahead must not move
	switch next := after.next(); {
	case after.is(next, "."):
		if meta := after.next(); after.is(meta, "meta") {
			s.m.Meta, s.m.Syntax = true, true
			s.edit(t.from, meta.to-t.from, s.m.MetaName)
			s.next()
			s.next()
		}
		return nil
	case after.is(next, "("), after.is(next, ":"), after.is(next, "="), after.is(next, ","), after.is(next, ";"), after.is(next, "}"):
		return nil // a call, which its ) decides about; a property
	}
	if len(s.open) > 0 {
		return nil
	}
	s.m.Syntax = true
	return s.importDeclaration(t)
}

// callOfImport edits the import( whose ) was read: unless a { follows, which
// makes it a method of that name.
func (s *scanner) callOfImport() {
	at := s.closed.importAt
	if at < 0 {
		return
	}
	after := s.lexer
	if next := after.next(); after.is(next, "{") {
		if top := s.top(); top != nil && top.members {
			return
		}
	}
	s.m.Dynamic = true
	// Calls nest: the edits stay in order.
	edit, i := Edit{at, len("import"), s.m.Call}, len(s.m.Edits)
	for i > 0 && s.m.Edits[i-1].At > at {
		i--
	}
	s.m.Edits = append(s.m.Edits, Edit{})
	copy(s.m.Edits[i+1:], s.m.Edits[i:])
	s.m.Edits[i] = edit
}

// request returns the index of a request.
func (s *scanner) request(specifier string, attributes []string, at int) int {
	key := specifier + "\x00" + strings.Join(attributes, "\x00")
	i, known := s.known[key]
	if !known {
		i = len(s.m.Requests)
		s.known[key] = i
		s.m.Requests = append(s.m.Requests, Request{specifier, attributes, at})
	}
	return i
}

// fail is the error of an unexpected token, in V8's words.
func (s *scanner) fail(t token) error {
	switch t.kind {
	case endOfText:
		return &Error{t.from, "Unexpected end of input"}
	case str:
		return &Error{t.from, "Unexpected string"}
	case number:
		return &Error{t.from, "Unexpected number"}
	case template:
		return &Error{t.from, "Unexpected template string"}
	case word:
		if reserved[s.text(t)] {
			return &Error{t.from, "Unexpected token '" + s.text(t) + "'"}
		}
		return &Error{t.from, "Unexpected identifier '" + s.text(t) + "'"}
	}
	return &Error{t.from, "Unexpected token '" + s.text(t) + "'"}
}

// reserved are words that cannot name a variable of a module.
var reserved = func() map[string]bool {
	words := map[string]bool{}
	for _, w := range strings.Fields(`await break case catch class const continue debugger default delete do else enum export
		extends false finally for function if implements import in instanceof interface let new null package private protected
		public return static super switch this throw true try typeof var void while with yield`) {
		words[w] = true
	}
	return words
}()

// Locals returns the variables of the module that its exports read, each once.
// An import that is exported again is none.
func (m *Module) Locals() []string {
	skip := map[string]bool{}
	for _, i := range m.Imports {
		skip[i.Local] = true
	}
	var locals []string
	for _, e := range m.Exports {
		if e.Request < 0 && !skip[e.Local] {
			skip[e.Local] = true
			locals = append(locals, e.Local)
		}
	}
	return locals
}

// Foreign returns the names in the edited text that belong to other modules or
// stand for what has no name.
func (m *Module) Foreign() []string {
	names := []string{m.Link, m.Call, m.MetaName}
	for _, i := range m.Imports {
		names = append(names, i.Local)
	}
	return names
}

// TokenLength returns the length of the token that source begins with.
func TokenLength(source string) int {
	l := lexer{src: source}
	t := l.next()
	return t.to - t.from
}
