package engine

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// goja has no call for a class without a constructor, and makes the fields of a
// class before it calls its constructor: V8 shows a constructor in both cases.

// The names of the code that makes the fields of an instance, and of a class.
const (
	fieldsName = "<instance_members_initializer>"
	staticName = "<static_initializer>"
)

// addClasses adds the constructors that V8 has between a call, whose frame is f,
// and its caller.
func (w *descent) addClasses(c, caller call, f *frame) {
	if f.function == nil || f.prg == nil {
		return
	}
	made := c.newTarget
	switch {
	case f.kind == constructCall:
	case isClass(f.function) && programName(f.prg) == fieldsName && w.function(caller) != f.function:
		w.addClass(f, f.function)
		made = constructorOf(f.this)
	default:
		return
	}
	class, named := w.constructed(caller, made)
	// Of classes without a constructor, V8 shows those with fields, and the one
	// that new names.
	var between []*goja.Object
	for ; class != nil && class != f.function && lacksConstructor(class); class = class.Prototype() {
		if named || hasFields(class) {
			between = append(between, class)
		}
		named = false
	}
	for _, class := range slices.Backward(between) {
		w.addClass(f, class)
	}
}

// constructed returns the class that caller constructs, of which made is the
// new.target, and whether it is named there: super() constructs the parent.
func (w *descent) constructed(caller call, made goja.Value) (class *goja.Object, named bool) {
	if caller.prg == nil {
		if w.function(caller) == w.s.reflectConstruct && caller.sb < len(w.stack) {
			class, _ = w.stack[caller.sb].(*goja.Object)
		}
		return class, true
	}
	slots := code(caller.prg)
	if caller.pc < 0 || caller.pc >= len(slots) || !constructing.all[slots[caller.pc].table] {
		return nil, false
	}
	if !constructing.super[slots[caller.pc].table] {
		class, _ = made.(*goja.Object)
		return class, true
	}
	if child := w.function(caller); child != nil && isClass(child) {
		return child.Prototype(), false
	}
	return nil, false
}

// joinsBlock reports whether f runs the static parts of a class, and the frame
// above it is a block among them, which has a call of its own in goja alone.
func (w *descent) joinsBlock(f *frame) bool {
	n := len(w.frames)
	if n == 0 || f.prg == nil || programName(f.prg) != staticName {
		return false
	}
	block := &w.frames[n-1]
	if block.prg == nil || block.kind != plainCall || block.this != f.this || block.function == nil || isArrow(block.function) || block.functionName() != "" {
		return false
	}
	block.kind = staticCall
	return true
}

// addClass adds the frame of a class, when it stands in the file of f.
func (w *descent) addClass(f *frame, class *goja.Object) {
	if len(w.frames) >= w.limit {
		return
	}
	added := frame{prg: f.prg, function: class, kind: classCall}
	if text, ok := functionSource(class); ok && strings.Contains(added.source().Source(), text) {
		w.frames = append(w.frames, added)
	}
}

func (f *frame) source() *file.File {
	return SourceFile(loaded(f.prg))
}

// classPosition is where V8 has the constructor of a class: its parameters, or
// the class when it has none.
func (f *frame) classPosition() file.Position {
	source := f.source()
	text, _ := functionSource(f.function)
	offset := strings.Index(source.Source(), text)
	if own := constructorCode(f.function); own != nil {
		from := sourceOffset(own, 0)
		if i := strings.IndexByte(source.Source()[from:], '('); i >= 0 {
			offset = from + i
		}
	}
	p := source.Position(offset)
	p.Column = columnInUnits(source.Source(), offset, p.Column)
	return p
}

// constructorCode returns the code of a class's constructor, or nil.
func constructorCode(class *goja.Object) *goja.Program {
	data := scriptFunction(class)
	if data == nil {
		return nil
	}
	return *at[*goja.Program](data, stackLayout.functionPrg)
}

// constructorOf returns the class that an instance is of, when that is plain.
func constructorOf(instance goja.Value) goja.Value {
	o, ok := instance.(*goja.Object)
	if !ok || isProxy(o) || o.Prototype() == nil {
		return nil
	}
	return ownData(o.Prototype(), "constructor")
}

// classLayout is where goja keeps the code that makes the fields of a class's
// instances.
var classLayout struct{ fields uintptr }

func (l *layoutReader) readClass(class goja.Value) {
	o := &classLayout
	o.fields = l.Offset(l.selfType(class, "*goja.classFuncObject"), "initFields", "*goja.Program")
}

func hasFields(class *goja.Object) bool {
	return *at[*goja.Program](selfOf(class).data, classLayout.fields) != nil
}
