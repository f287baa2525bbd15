package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// PendingFrames returns the frames of an error whose stack was not made yet, as a
// pointer to a slice of type FramesType, and whether the error has a stack at all;
// nil for any other object.
func PendingFrames(o *goja.Object) (frames unsafe.Pointer, limited bool) {
	if !isLazy(o) {
		return nil, false
	}
	t := traceOf(selfOf(o).data)
	if t == nil {
		return nil, false
	}
	return unsafe.Pointer(&t.frames), t.limited
}

// FramesType is the type of the frames of an error.
func FramesType() reflect.Type { return reflect.TypeFor[[]frame]() }

// SetPendingFrames gives an error without a stack frames to make it from. It
// reports false in a runtime without Stacks.
func SetPendingFrames(rt *goja.Runtime, o *goja.Object, frames unsafe.Pointer, limited bool) bool {
	stacks := attachTo(rt).stacks
	if stacks == nil {
		return false
	}
	setTrace(selfOf(o).data, &trace{stacks: stacks, frames: *(*[]frame)(frames), limited: limited})
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
