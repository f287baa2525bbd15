package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// TakenFrames are those that an object keeps: an error whose stack was not made
// yet, or a call site.
type TakenFrames struct {
	Frames unsafe.Pointer // to a slice of type FramesType
	// Limited says that the error has a stack at all.
	Limited bool
	// Site says that the object is a call site.
	Site bool
}

// FramesOf returns the frames that an error of goja's keeps; ok is false when it
// keeps none.
func FramesOf(o *goja.Object) (f TakenFrames, ok bool) {
	t := traceOf(selfOf(o).data)
	if t == nil {
		return f, false
	}
	return TakenFrames{unsafe.Pointer(&t.frames), t.limited, !isLazy(o)}, true
}

// FramesType is the type of the frames of an error.
func FramesType() reflect.Type { return reflect.TypeFor[[]frame]() }

// SetFrames gives an error of goja's frames to keep. It reports false when it cannot
// be: in a runtime without Stacks, and for a call site of other than one frame.
func SetFrames(rt *goja.Runtime, o *goja.Object, f TakenFrames) bool {
	stacks, frames := attachTo(rt).stacks, *(*[]frame)(f.Frames)
	if stacks == nil || f.Site && len(frames) != 1 {
		return false
	}
	setTrace(selfOf(o).data, &trace{stacks: stacks, frames: frames, limited: f.Limited})
	if f.Site {
		selfOf(o).table = methods.plainTable // it has no property "stack"
	}
	return true
}

// OwnPattern returns what stands behind a pattern of a regular expression object;
// nil when goja compiled it.
func OwnPattern(pattern unsafe.Pointer) *RegExp {
	if p := (*gojaPattern)(pattern); p.isOwn() {
		return (*ownPattern)(pattern).re
	}
	return nil
}

// NewPattern makes a pattern for a regular expression object.
func NewPattern(re *RegExp) unsafe.Pointer { return unsafe.Pointer(newPattern(re)) }
