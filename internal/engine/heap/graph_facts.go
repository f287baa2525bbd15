package heap

import (
	"sync"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
	"unsafe"
)

// graphFacts are where goja keeps what only graphs look at.
type graphFacts struct {
	stashOuter, stashExtra, stashObject, stashSize uintptr
	functionStash, functionPrivate                 uintptr // of goja.baseJsFuncObject
	functionProgram, functionText                  uintptr
	entrySize                                      uintptr
	arrayLength, sparseLength                      uintptr
	private                                        privateFields
	frame                                          frameFields
}

// frameFields are where goja keeps a call that waits: in a goja.execCtx.
type frameFields struct{ program, stash, pc, args, stack uintptr }

const (
	valueSize  = unsafe.Sizeof(layout.Slot{})
	objectSize = unsafe.Sizeof(goja.Object{})
)

// graphKnown looks them up once.
var graphKnown = sync.OnceValues(func() (*graphFacts, error) {
	f, l := &graphFacts{}, &layout.Fields{}
	stash, function := mustOwn(l, "stash"), mustOwn(l, "baseJsFuncObject")
	f.stashOuter, f.stashExtra = l.Offset(stash, "outer", "*goja.stash"), l.Offset(stash, "extraArgs", "[]goja.Value")
	f.stashObject, f.stashSize = l.Offset(stash, "obj", "*goja.Object"), stash.Size()
	f.functionStash, f.functionPrivate = l.Offset(function, "stash", "*goja.stash"), l.Offset(function, "privEnv", "*goja.privateEnv")
	f.functionProgram, f.functionText = l.Offset(function, "prg", "*goja.Program"), l.Offset(function, "src", "string")
	f.entrySize = mustOwn(l, "mapEntry").Size()
	f.arrayLength = l.Offset(mustOwn(l, "arrayObject"), "length", "uint32")
	f.sparseLength = l.Offset(mustOwn(l, "sparseArrayObject"), "length", "uint32")
	f.private = readPrivate(l)
	frame, context := mustOwn(l, "execCtx"), mustOwn(l, "context")
	base := l.Offset(frame, "context", "goja.context")
	f.frame = frameFields{
		base + l.Offset(context, "prg", "*goja.Program"), base + l.Offset(context, "stash", "*goja.stash"), base + l.Offset(context, "pc", "int"),
		base + l.Offset(context, "args", "int"), l.Offset(frame, "stack", "[]goja.Value"),
	}
	return f, l.Err
})
