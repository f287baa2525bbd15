package engine

import (
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
	vm       machine
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
	mustKnowStacks()
	return &Caller{
		vm:  machineOf(rt),
		own: own, numbers: map[*goja.Program]uint32{},
	}
}

// Place returns the innermost place that counts. It neither allocates nor
// reads source positions.
func (c *Caller) Place() Place {
	if p := c.vm.program(); p != nil {
		if n := c.number(p); n != 0 {
			return Place{n, uint32(c.vm.pc())}
		}
	}
	calls := c.vm.suspended()
	for i := len(calls) - 1; i >= 0 && i >= len(calls)-callerDepth; i-- {
		if p := calls[i].prg; p != nil {
			if n := c.number(p); n != 0 {
				return Place{n, uint32(calls[i].pc)}
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
	if name == "" || name[0] == '<' || strings.HasPrefix(name, evalPrefix) || strings.HasPrefix(name, c.own) {
		return 0
	}
	return c.enlist(p)
}

// enlist returns the number of a program that counts.
func (c *Caller) enlist(p *goja.Program) uint32 {
	if n := c.numbers[p]; n != 0 {
		return n
	}
	c.programs = append(c.programs, p)
	c.numbers[p] = uint32(len(c.programs))
	return uint32(len(c.programs))
}

// Instruction returns the program that p lies in, nil when p is nowhere, and the
// number of p's instruction there.
func (c *Caller) Instruction(p Place) (program *goja.Program, pc uint32) {
	if p.program == 0 {
		return nil, 0
	}
	return c.programs[p.program-1], p.pc
}

// PlaceAt returns the place that Instruction says these of. The program counts, as
// it did there; it may not be compiled yet.
func (c *Caller) PlaceAt(program *goja.Program, pc uint32) Place {
	if program == nil {
		return Place{}
	}
	return Place{c.enlist(program), pc}
}

// Position returns where p is in the source.
func (c *Caller) Position(p Place) file.Position {
	if p.program == 0 {
		return file.Position{}
	}
	frame := stackFrame{prg: c.programs[p.program-1], pc: int(p.pc)}
	return Position(*(*goja.StackFrame)(unsafe.Pointer(&frame)))
}
