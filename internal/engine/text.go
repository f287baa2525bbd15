package engine

import (
	"reflect"
	"sort"
	"strings"
	"unsafe"

	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"
)

// Unit is a text to compile, and how it came from what a person wrote.
type Unit struct {
	// Name is what the source is called in stacks: a path or a URL.
	Name string
	// Text is the code.
	Text string
	// Edits change Text before it is compiled; they are in order and do not
	// overlap. Positions and the text of functions stay those of Text.
	Edits []Edit
	// Origin, when not nil, says what Text was made from: then positions are
	// those of that.
	Origin *Origin
	// Foreign are names that belong to other modules. Where no declaration of
	// Text binds such a name, reading it reads its Binding.
	Foreign []string
	// Bindings, when not nil, are what names of Foreign read; names that are not in it
	// get new ones.
	Bindings map[string]*Binding
	// AsyncGenerators, when not zero, says how Text makes asynchronous generators.
	AsyncGenerators AsyncGenerators
	// Default is a name of Text's edits: the function or class that is called
	// so has the name "default" for the program.
	Default string
	// Coverage, when not nil, counts what runs.
	Coverage *Coverage
	// Limit, when not nil, ends the code when it is exceeded.
	Limit *Limit
	// Check, when not nil, sees the syntax tree before it is compiled, and
	// what turns its positions into offsets of Text. Its error should be made
	// with ErrorAt.
	Check func(tree *ast.Program, offset func(file.Idx) int) error
	// Images, when not nil, may have the program of the unit, and gets it when
	// it has not. It does not count for a text that is short, nor with Coverage.
	Images Images
}

// Edit replaces Len bytes at At.
type Edit struct {
	At, Len int
	Text    string
}

// Origin is the text that a person wrote, when code was made from it.
type Origin struct {
	Text string
	// Marks are in order of Made. Code from Made on, up to the next
	// place, comes from Source.
	Marks []Mark
}

// Mark is a pair of offsets: in the code, and in the text it was made from.
type Mark struct{ Made, Source int }

// Offset returns where in o's text an offset of the code comes from. That of a
// nil origin is the offset itself.
func (o *Origin) Offset(made int) int {
	if o == nil || len(o.Marks) == 0 {
		return made
	}
	return o.Marks[lastBefore(o.Marks, 0, made, func(m Mark) int { return m.Made })].Source
}

// piece is a stretch of the compiled text: from Mark.Made on it comes from
// Mark.Source. Text that was put in comes as a whole from there.
type piece struct {
	Mark
	kept bool
}

// apply returns the text to compile: head, u's text with its edits, tail.
func (u *Unit) apply(head, tail string) (string, []piece) {
	pieces := make([]piece, 0, 2*len(u.Edits)+2)
	pieces = append(pieces, piece{Mark{0, 0}, false})
	var text strings.Builder
	grow := len(head) + len(u.Text) + len(tail)
	for _, e := range u.Edits {
		grow += len(e.Text)
	}
	text.Grow(grow)
	text.WriteString(head)
	at := 0
	for _, e := range u.Edits {
		pieces = append(pieces, piece{Mark{text.Len(), at}, true})
		text.WriteString(u.Text[at:e.At])
		pieces = append(pieces, piece{Mark{text.Len(), e.At}, false})
		text.WriteString(e.Text)
		at = e.At + e.Len
	}
	pieces = append(pieces, piece{Mark{text.Len(), at}, true})
	text.WriteString(u.Text[at:])
	pieces = append(pieces, piece{Mark{text.Len(), len(u.Text)}, false})
	text.WriteString(tail)
	return text.String(), pieces
}

// mapping turns offsets of a compiled text into offsets of the source. It is
// fast when asked in order.
type mapping struct {
	pieces []piece
	marks  []Mark // nil: the text is the source
	piece  int    // found last
	mark   int
}

func (u *Unit) mapping(pieces []piece) *mapping {
	m := &mapping{pieces: pieces}
	if u.Origin != nil {
		m.marks = u.Origin.Marks
	}
	return m
}

// text returns the offset in the unit's text.
func (m *mapping) text(offset int) int {
	m.piece = lastBefore(m.pieces, m.piece, offset, func(p piece) int { return p.Made })
	p := m.pieces[m.piece]
	if !p.kept {
		return p.Source
	}
	return p.Source + offset - p.Made
}

// source returns the offset in what a person wrote.
func (m *mapping) source(offset int) int {
	at := m.text(offset)
	if len(m.marks) == 0 {
		return at
	}
	m.mark = lastBefore(m.marks, m.mark, at, func(p Mark) int { return p.Made })
	return m.marks[m.mark].Source
}

// kept says that an offset is in the unit's text, and not in what was put around or
// into it.
func (m *mapping) kept(offset int) bool {
	m.piece = lastBefore(m.pieces, m.piece, offset, func(p piece) int { return p.Made })
	return m.pieces[m.piece].kept
}

// exact is source for places between marks: it goes on from the mark before as far as
// both texts are the same but for white space.
func (m *mapping) exact(offset int, u *Unit) int {
	source := m.source(offset)
	if len(m.marks) == 0 {
		return source
	}
	at, from := m.text(offset), m.marks[m.mark].Made
	made, origin := u.Text, u.Origin.Text
	for from < at {
		if isSpace(made[from]) {
			from++
			continue
		}
		next := source
		for next < len(origin) && isSpace(origin[next]) {
			next++
		}
		if next >= len(origin) || origin[next] != made[from] {
			return source
		}
		source = next + 1
		from++
	}
	if at < len(made) && from > 0 && isSpace(made[from-1]) {
		for source < len(origin) && isSpace(origin[source]) {
			source++
		}
	}
	return source
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

// lastBefore returns the index of the last element whose offset is not beyond
// want, 0 when there is none. hint is where to look first.
func lastBefore[E any](list []E, hint, want int, offset func(E) int) int {
	const near = 4
	for i := hint; i < min(hint+near, len(list)); i++ {
		if offset(list[i]) <= want && (i+1 == len(list) || offset(list[i+1]) > want) {
			return i
		}
	}
	after := sort.Search(len(list), func(i int) bool { return offset(list[i]) > want })
	return max(0, after-1)
}

// unitFile is the file of a unit's programs. All of them refer to it, so it can keep
// for them what must live as long as one of them does.
type unitFile struct {
	file.File
	module *Module
}

// file returns the file that positions are shown in.
func (u *Unit) file() *file.File {
	text := u.Text
	if u.Origin != nil {
		text = u.Origin.Text
	}
	f := &unitFile{}
	reflect.ValueOf(&f.File).Elem().Set(reflect.ValueOf(file.NewFile(u.Name, text, 0)).Elem())
	return &f.File
}

// Keep lets m live as long as one of its programs does.
func (m *Module) Keep() { (*unitFile)(unsafe.Pointer(SourceFile(m.Program))).module = m }

// HasText says that a text is a piece of m's, in the same memory.
func (m *Module) HasText(part string) bool {
	if m.made == nil {
		return false
	}
	_, ok := Within(m.made.unit.Text, part)
	if !ok && len(m.made.unit.Edits) == 0 {
		_, ok = Within(m.made.compiled, part)
	}
	return ok
}
