package engine

import (
	"strconv"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Originals finds the place in a source that a tool compiled to the code that
// runs. Places count from 1; name is what the code at the place was called before,
// or "".
type Originals func(at file.Position) (original file.Position, name string, ok bool)

// SetOriginals makes stacks show original places, as Node's do with
// --enable-source-maps; nil takes that back. Call sites stay those of the code
// that runs.
func (s *Stacks) SetOriginals(find Originals) { s.original = find }

// Original returns the original place of a place, or that itself.
func (s *Stacks) Original(at file.Position) file.Position {
	if s.original != nil {
		if original, _, ok := s.original(at); ok {
			return original
		}
	}
	return at
}

// frameText is frame i of a stack as it stands after "at ".
func (s *Stacks) frameText(frames []frame, i int) string {
	f := &frames[i]
	if s.original == nil || f.prg == nil || f.isEval() {
		return f.text()
	}
	at, _, ok := s.original(f.position())
	if !ok {
		return f.text()
	}
	var b strings.Builder
	switch {
	case f.kind == asyncCall:
		b.WriteString("async ")
	case f.constructs():
		b.WriteString("new ")
	}
	if name := s.originalName(frames, i); name != "" {
		b.WriteString(name)
	} else {
		b.WriteString(f.plainName())
	}
	b.WriteString(" (" + at.Filename + ":" + strconv.Itoa(at.Line) + ":" + strconv.Itoa(at.Column) + ")")
	return b.String()
}

// originalName is what the function of frame i was called before: what the map
// says of its beginning, or of the place that calls it.
func (s *Stacks) originalName(frames []frame, i int) string {
	f := &frames[i]
	if _, name, _ := s.original(f.enclosing().position()); name != "" {
		return name
	}
	if i+1 == len(frames) || frames[i+1].prg == nil {
		return ""
	}
	call := frames[i+1].position()
	if call.Filename != f.position().Filename {
		return ""
	}
	_, name, _ := s.original(call)
	return name
}

// plainName is "Type.function".
func (f *frame) plainName() string {
	name := f.functionName()
	if f.constructs() {
		return orAnonymous(name)
	}
	if name == "" {
		name = orAnonymous(f.methodName())
	}
	typeName := f.typeName()
	if _, ok := goja.AssertFunction(f.this); ok {
		typeName = "Function"
	}
	if typeName != "" && !f.toplevel() {
		return typeName + "." + name
	}
	return name
}
