package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Place is an instruction of a program of one runtime. It costs little to take
// and to keep, since it holds no pointer; Caller.Position makes something for
// people of it. The zero Place is nowhere.
type Place struct {
	program uint32 // its number
	pc      uint32
}

// Known says that p is somewhere.
func (p Place) Known() bool { return p.program != 0 }

// Caller finds places on the call stack of one runtime.
type Caller struct {
	vm       unsafe.Pointer
	own      string
	programs []*goja.Program // by number - 1
	numbers  map[*goja.Program]uint32
	cache    [cacheLen]numbered
}

// numbered is a program that was looked at, and its number.
type numbered struct {
	program *goja.Program
	number  uint32 // 0 when the program does not count
}

const (
	// callerDepth is how many frames are searched.
	callerDepth = 64
	// cacheLen is a power of two; programs are 2^programBits bytes, about.
	cacheLen    = 64
	programBits = 7
)

// NewCaller returns the Caller of rt. Programs whose name begins with own, and
// code that was made at run time, are passed over. It panics when Check fails.
func NewCaller(rt *goja.Runtime, own string) *Caller {
	mustKnowLayout()
	return &Caller{
		vm:  *at[unsafe.Pointer](unsafe.Pointer(rt), offsets.runtimeVM),
		own: own, numbers: map[*goja.Program]uint32{},
	}
}

// Place returns the innermost place that counts. It neither allocates nor
// reads source positions.
func (c *Caller) Place() Place {
	if p := *at[*goja.Program](c.vm, frames.vmProgram); p != nil {
		if n := c.number(p); n != 0 {
			return Place{n, uint32(*at[int](c.vm, frames.vmPC))}
		}
	}
	stack := *at[[]struct{}](c.vm, offsets.vmCallStack) // of contexts, whose type is goja's
	base := unsafe.Pointer(unsafe.SliceData(stack))
	for i := len(stack) - 1; i >= 0 && i >= len(stack)-callerDepth; i-- {
		context := unsafe.Add(base, uintptr(i)*frames.contextSize)
		if p := *at[*goja.Program](context, frames.contextProgram); p != nil {
			if n := c.number(p); n != 0 {
				return Place{n, uint32(*at[int](context, frames.contextPC))}
			}
		}
	}
	return Place{}
}

// number returns the number of p, 0 when it does not count.
func (c *Caller) number(p *goja.Program) uint32 {
	entry := &c.cache[uintptr(unsafe.Pointer(p))>>programBits%cacheLen]
	if entry.program != p {
		*entry = numbered{p, c.lookUp(p)}
	}
	return entry.number
}

func (c *Caller) lookUp(p *goja.Program) uint32 {
	name := (*at[*file.File](unsafe.Pointer(p), offsets.programSrc)).Name()
	if name == "" || name[0] == '<' || strings.HasPrefix(name, evalPrefix) || strings.HasPrefix(name, c.own) { // as in <eval>
		return 0
	}
	if n := c.numbers[p]; n != 0 {
		return n
	}
	c.programs = append(c.programs, p)
	c.numbers[p] = uint32(len(c.programs))
	return uint32(len(c.programs))
}

// Position returns where p is in the source.
func (c *Caller) Position(p Place) file.Position {
	if p.program == 0 {
		return file.Position{}
	}
	var frame goja.StackFrame
	*at[*goja.Program](unsafe.Pointer(&frame), frames.frameProgram) = c.programs[p.program-1]
	*at[int](unsafe.Pointer(&frame), frames.framePC) = int(p.pc)
	return Position(frame)
}

// frameLayout is where goja keeps the JavaScript call stack.
type frameLayout struct {
	vmProgram, vmPC           uintptr
	vmStack, vmSP             uintptr
	contextSize               uintptr
	contextProgram, contextPC uintptr
	frameProgram, framePC     uintptr
	runtimeMapper             uintptr
	throw                     unsafe.Pointer // interface table of the instruction
}

var frames, framesErr = resolveFrames()

// resolveFrames looks the fields up by name and checks their types.
func resolveFrames() (l frameLayout, err error) {
	if layoutErr != nil {
		return l, layoutErr
	}
	field := func(owner reflect.Type, name, wantType string) (uintptr, reflect.Type) {
		f, ok := owner.FieldByName(name)
		if err == nil && (!ok || f.Type.String() != wantType) {
			err = &LayoutError{owner.Name() + "." + name, "is not a field of type " + wantType}
		}
		return f.Offset, f.Type
	}
	runtime, frame := reflect.TypeFor[goja.Runtime](), reflect.TypeFor[goja.StackFrame]()
	l.runtimeMapper, _ = field(runtime, "fieldNameMapper", "goja.FieldNameMapper")
	l.frameProgram, _ = field(frame, "prg", "*goja.Program")
	l.framePC, _ = field(frame, "pc", "int")
	_, vm := field(runtime, "vm", "*goja.vm")
	if err != nil {
		return l, err
	}
	l.vmProgram, _ = field(vm.Elem(), "prg", "*goja.Program")
	l.vmPC, _ = field(vm.Elem(), "pc", "int")
	l.vmStack, _ = field(vm.Elem(), "stack", "goja.valueStack")
	l.vmSP, _ = field(vm.Elem(), "sp", "int")
	_, contexts := field(vm.Elem(), "callStack", "[]goja.context")
	if err != nil {
		return l, err
	}
	l.contextSize = contexts.Elem().Size()
	l.contextProgram, _ = field(contexts.Elem(), "prg", "*goja.Program")
	l.contextPC, _ = field(contexts.Elem(), "pc", "int")
	if err == nil {
		l.throw, err = findInstruction("throw 1", "goja._throw")
	}
	return l, err
}
