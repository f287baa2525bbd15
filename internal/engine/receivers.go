package engine

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// findReceivers completes the frames of arrow functions, of which goja drops
// what they are called on, and V8 shows it. Where the call is
// this.name(…), it is what the calling function itself is called on. The check that the function
// is found there keeps calls apart that a hidden frame stands between.
func findReceivers(frames []frame) {
	for i := 1; i < len(frames); i++ {
		f, caller := &frames[i-1], &frames[i]
		if f.this != nil || f.prg == nil || f.function == nil || !isArrow(f.function) {
			continue
		}
		this, ok := caller.this.(*goja.Object)
		if !ok || caller.prg == nil || caller.function == nil || isArrow(caller.function) {
			continue
		}
		if on, name := caller.calledOn(this); on != nil && inherited(on, name) == f.function {
			f.this = on
		}
	}
}

// calledOn returns what the call that the frame waits for is made on, and its
// name there, when it is written as a chain of names from this on: this.a.b(…).
func (f *frame) calledOn(this *goja.Object) (receiver *goja.Object, name string) {
	names := f.namesFromThis()
	for len(names) > 1 && this != nil {
		this, names = inherited(this, names[0]), names[1:]
	}
	if this == nil || len(names) == 0 {
		return nil, ""
	}
	return this, names[0]
}

// namesFromThis returns the names in the call this.a.b(…), nil for other calls.
func (f *frame) namesFromThis() (names []string) {
	source := f.source()
	if source == nil {
		return nil
	}
	text, offset := source.Source(), f.offset()
	if offset < 0 || offset > len(text) {
		return nil
	}
	for end := nameEnd(text, offset); ; {
		start := nameStart(text, end)
		before := skipSpaceBack(text, start)
		isMember := strings.HasSuffix(text[:before], ".")
		switch name := text[start:end]; {
		case name == "":
			return nil
		case !isMember && name != "this":
			return nil
		case !isMember:
			slices.Reverse(names)
			return names
		default:
			names = append(names, name)
		}
		end = skipSpaceBack(text, before-1)
		end = skipSpaceBack(text, len(strings.TrimSuffix(text[:end], "?")))
	}
}

// inherited returns the data property of that name of o, or of its prototypes,
// if it is an object. It runs no JavaScript.
func inherited(o *goja.Object, name string) *goja.Object {
	for ; o != nil && !isProxy(o); o = o.Prototype() {
		if value := ownData(o, name); value != nil {
			found, _ := value.(*goja.Object)
			return found
		}
	}
	return nil
}
