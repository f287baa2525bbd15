package module

import (
	"crypto/sha256"
	"slices"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/internal/sourcemap"
)

// Texts keeps texts of programs outside of snapshots.
type Texts interface {
	// Keep reports whether Text will return text wherever a snapshot is restored
	// that is being written. hash is its SHA-256.
	Keep(hash [sha256.Size]byte, text string) bool
	// Text returns a text.
	Text(hash [sha256.Size]byte) (string, error)
}

// archive writes the loader's side in Go. The programs of scripts are not part of it:
// they are written when something of the heap is of one (see programs).
func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	if s.limit != nil {
		a.Fail("a script with a time limit that runs")
		return
	}
	heap.Map(a, &s.sources, func(name *string) { heap.Text(a, name) }, func(source *string) { s.archiveText(a, source) })
	heap.Map(a, &s.sourceMaps, func(name *string) { heap.Text(a, name) }, func(m **sourcemap.Map) { archiveSourceMap(a, m) })
	a.Value(&s.helpers)
	a.Value(&s.generators)
	heap.Number(a, &s.programs.count)
	counts := s.archiveCounted(a)
	s.archiveNamespaces(a)
	s.archiveModules(a)
	s.archiveCounting(a, counts)
	s.archiveHooks(e, a)
}

// archiveHooks writes what the loop was given.
func (s *state) archiveHooks(e *host.Env, a *heap.Archive) {
	hooked := s.dynamic != nil
	if a.Bool(&hooked); hooked {
		if a.Reading() {
			s.dynamic = &dynamicCode{env: e}
			e.Loop.SetDynamicHost(s.dynamic)
		}
		a.Value(&s.dynamic.importer)
	}
	if a.Bool(&s.mapped); a.Reading() && s.mapped {
		s.mapOriginals(e)
	}
}

func archiveSourceMap(a *heap.Archive, p **sourcemap.Map) {
	if a.Reading() {
		*p = &sourcemap.Map{}
	}
	heap.Text(a, &(*p).Mappings)
	heap.Texts(a, &(*p).Sources)
	heap.Texts(a, &(*p).Names)
}

// archiveText writes a text, or where it is kept.
func (s *state) archiveText(a *heap.Archive, text *string) {
	var hash [sha256.Size]byte
	kept := false
	if !a.Reading() && s.main.Texts != nil {
		hash = s.hashOf(*text)
		kept = s.main.Texts.Keep(hash, *text)
	}
	if a.Bool(&kept); !kept {
		a.Interned(text)
		return
	}
	b := hash[:]
	if a.Bytes(&b); !a.Reading() || a.Failed() {
		return
	}
	if s.main.Texts == nil || copy(hash[:], b) != len(hash) {
		a.Fail("a snapshot whose sources are not in it; they are in the recording that it belongs to")
		return
	}
	var err error
	if *text, err = s.main.Texts.Text(hash); err != nil {
		a.Fail("%w", err)
	}
}

// hashOf returns the hash of a text. Snapshots are made again and again.
func (s *state) hashOf(text string) [sha256.Size]byte {
	hash, known := s.hashes[text]
	if !known {
		hash = sha256.Sum256([]byte(text))
		if s.hashes == nil {
			s.hashes = map[string][sha256.Size]byte{}
		}
		s.hashes[text] = hash
	}
	return hash
}

// archiveNamespaces writes the properties of all namespaces.
func (s *state) archiveNamespaces(a *heap.Archive) {
	heap.Slice(a, &s.namespaces, func(n **engine.Namespace) {
		if a.Reading() {
			*n = engine.NewNamespace()
		}
		names := (*n).Members()
		heap.Texts(a, &names)
		for _, name := range names {
			a.Binding((*n).Member(name))
		}
	})
}

// archiveBinding writes a foreign name of a module.
func (s *state) archiveBinding(a *heap.Archive, p **engine.Binding, name string) {
	if a.Reading() {
		*p = engine.NewBinding(name)
	}
	a.Binding(*p)
	b := (*p).State()
	number := 0
	if b.Namespace != nil {
		number = 1 + slices.Index(s.namespaces, b.Namespace)
	}
	heap.Number(a, &number)
	switch {
	case !a.Reading() || number == 0:
	case number < 0 || number > len(s.namespaces):
		a.Fail("namespace %d of %d", number, len(s.namespaces))
	default:
		b.Namespace = s.namespaces[number-1]
		(*p).SetState(b)
	}
}

// archiveScript writes what compiling a script takes.
func (s *state) archiveScript(a *heap.Archive, p *script) {
	u := &p.unit
	heap.Text(a, &u.Name)
	s.archiveText(a, &u.Text)
	s.archiveOrigin(a, &u.Origin)
	heap.Slice(a, &u.Edits, func(e *engine.Edit) {
		heap.Number(a, &e.At)
		heap.Number(a, &e.Len)
		heap.Text(a, &e.Text)
	})
	if a.Reading() && !inOrder(u.Edits, len(u.Text)) {
		a.Fail("edits of %s are outside of its text", u.Name)
		u.Edits = nil
	}
	heap.Texts(a, &u.Foreign)
	heap.Text(a, &p.call)
	limited := u.Limit != nil
	if a.Bool(&limited); a.Reading() && limited {
		u.Limit = &engine.Limit{} // which is over
	}
	if u.Origin != nil {
		u.AsyncGenerators = asyncGeneratorsOf(u.Text)
	}
	a.Bool(&p.once)
	archiveHead(a, &p.head)
	s.archiveCounter(a, &u.Coverage)
}

func inOrder(edits []engine.Edit, length int) bool {
	at := 0
	for _, e := range edits {
		if e.At < at || e.Len < 0 || e.Len > length-e.At {
			return false
		}
		at = e.At + e.Len
	}
	return true
}

// archiveHead writes what stands around a script that is a function.
func archiveHead(a *heap.Archive, p **engine.Head) {
	function := *p != nil
	if a.Bool(&function); !function {
		return
	}
	if a.Reading() {
		*p = &engine.Head{}
	}
	heap.Text(a, &(*p).Params)
	heap.Text(a, &(*p).Prologue)
	a.Bool(&(*p).Async)
	a.Bool(&(*p).Generator)
}

// archiveOrigin writes what a text was lowered from, if it was.
func (s *state) archiveOrigin(a *heap.Archive, p **engine.Origin) {
	lowered := *p != nil
	if a.Bool(&lowered); !lowered {
		return
	}
	if a.Reading() {
		*p = &engine.Origin{}
	}
	o := *p
	s.archiveText(a, &o.Text)
	var last engine.Mark
	heap.Slice(a, &o.Marks, func(m *engine.Mark) {
		made, source := m.Made-last.Made, m.Source-last.Source
		heap.Number(a, &made)
		heap.Number(a, &source)
		if m.Made, m.Source = last.Made+made, last.Source+source; made < 0 || m.Source < 0 || m.Source > len(o.Text) {
			a.Fail("a place of a lowered text is outside of its source")
			*m = engine.Mark{}
		}
		last = *m
	})
}
