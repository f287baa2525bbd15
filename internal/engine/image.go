package engine

import (
	"encoding/binary"
	"errors"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// An image is a compiled unit as bytes: what the compiler made of a text, to be
// kept and read in its place. It is of use to the very build that wrote it, with
// the very text; who keeps it sees to that.
//
// Reading is lazy: a function is decoded when it is called for the first time, for
// most functions of a program never are. So an image is
//
//	head, tail       what stands around the text (see Unit.compile)
//	strings          every name and constant, once
//	opcodes          names of the instruction types in use
//	foreign names    those that the program reads
//	function table   for each program inside: where its body is, how long its code is
//	bodies           instructions and positions
//
// Programs are numbered from the outside in; those directly inside a program have
// consecutive numbers, in the order of its code.

// errImage is the error of an image that nobody wrote.
var errImage = errors.New("the image of a program is damaged")

// functionSize is the length of an entry of the function table: four numbers of
// four bytes.
const functionSize = 16

// functionEntry is an entry of the function table.
type functionEntry struct {
	body   uint32 // offset in the bodies
	length uint32 // of the code, in instructions
	name   uint32 // a string
	first  uint32 // number of the first program inside
}

func (f functionEntry) append(b []byte) []byte {
	for _, n := range []uint32{f.body, f.length, f.name, f.first} {
		b = binary.LittleEndian.AppendUint32(b, n)
	}
	return b
}

// image is an image that was opened. Its programs decode themselves.
type image struct {
	unit      *Unit
	compiled  string // head, text, tail
	head      string
	tail      string
	strings   []string
	opcodes   []*opcode
	bindings  []*Binding
	async     *Binding
	functions []byte
	bodies    []byte
	claimed   []bool // functions whose programs were made
	// adopted are programs that were there before, by their numbers; see Source.
	adopted stubs
	file    *file.File
}

// LoadUnit opens an image that Module.Image made of a unit like u. It takes
// ownership of data. The error of a part that is read later is a panic, which
// needs an image that nobody wrote.
func LoadUnit(u Unit, data []byte) (*Module, error) {
	mustKnowLayout()
	img := &image{unit: &u}
	m := &Module{Bindings: u.bindings()}
	if err := img.open(data, m); err != nil {
		return nil, err
	}
	top, err := img.program(0)
	if err != nil {
		return nil, err
	}
	m.Program = top
	m.made, m.image = &making{&u, img.head, img.tail, img.compiled}, img
	return m, nil
}

// open reads everything before the bodies.
func (img *image) open(data []byte, m *Module) error {
	r := imageReader{data: data}
	img.strings = r.table()
	img.head, img.tail = img.text(r.uint()), img.text(r.uint())
	img.opcodes = make([]*opcode, r.count())
	for i := range img.opcodes {
		if img.opcodes[i] = opcodeNamed(img.text(r.uint())); img.opcodes[i] == nil {
			return errImage
		}
	}
	img.bindings = make([]*Binding, r.count())
	for i := range img.bindings {
		b := m.Bindings[img.text(r.uint())]
		if b == nil {
			return errImage
		}
		b.used = true
		img.bindings[i] = b
	}
	if r.uint() != 0 {
		m.AsyncGenerators = newAsyncGenerators()
		img.async = m.AsyncGenerators
	}
	img.claimed = make([]bool, r.count())
	img.functions = r.bytes(len(img.claimed) * functionSize)
	if r.failed {
		return errImage
	}
	img.bodies = r.data
	img.compiled, _ = img.unit.apply(img.head, img.tail)
	img.file = img.unit.file()
	return nil
}

// text returns a string of the table; "" when there is none.
func (img *image) text(n uint64) string {
	if n < uint64(len(img.strings)) {
		return img.strings[n]
	}
	return ""
}

// function returns an entry of the function table, which has n.
func (img *image) function(n int) functionEntry {
	b := img.functions[n*functionSize:]
	word := func(i int) uint32 { return binary.LittleEndian.Uint32(b[4*i:]) }
	return functionEntry{word(0), word(1), word(2), word(3)}
}

// body returns the bytes of a body, which end where the next one's begin.
func (img *image) body(n int) []byte {
	from, to := int(img.function(n).body), len(img.bodies)
	if n+1 < len(img.functions)/functionSize {
		to = int(img.function(n + 1).body)
	}
	if from > to || to > len(img.bodies) {
		return nil
	}
	return img.bodies[from:to]
}

// undecoded is a program whose body was not read yet.
type undecoded struct {
	image  *image
	number int
	entry  functionEntry
	owner  *goja.Program
}

// stub is a program of an image, with the guard that is its first instruction.
type stub struct {
	program goja.Program // must be the first field; see numberOf
	guard   guard
	body    undecoded
}

// program returns a program that decodes itself when it runs.
func (img *image) program(n int) (*goja.Program, error) {
	stubs, err := img.stubs(n, 1)
	if err != nil {
		return nil, err
	}
	return &stubs[0].program, nil
}

// stubs returns count programs from number first on.
func (img *image) stubs(first, count int) ([]stub, error) {
	if first < 0 || first+count > len(img.claimed) {
		return nil, errImage
	}
	total := 0
	for n := first; n < first+count; n++ {
		f := img.function(n)
		// An instruction takes a byte at least, and a program is inside one other.
		if img.claimed[n] || int(f.length) > len(img.body(n)) || int(f.name) >= len(img.strings) {
			return nil, errImage
		}
		img.claimed[n] = true
		if img.adopted.at(n) == nil {
			total += int(f.length)
		}
	}
	stubs, slots := make([]stub, count), make([]slot, total)
	for i := range stubs {
		if s := &stubs[i]; img.adopted.at(first+i) == nil {
			slots = img.prepare(&s.program, first+i, &s.guard, &s.body, slots)
		}
	}
	return stubs, nil
}

// prepare makes p decode itself as program n, with the first of the slots as its
// code. It returns the rest.
func (img *image) prepare(p *goja.Program, n int, g *guard, body *undecoded, slots []slot) []slot {
	f := img.function(n)
	to := unsafe.Pointer(p)
	*at[[]slot](to, offsets.programCode) = slots[:f.length:f.length]
	*at[string](to, offsets.programFuncName) = img.strings[f.name]
	*at[*file.File](to, offsets.programSrc) = img.file
	if f.length > 0 {
		*body = undecoded{img, n, f, p}
		g.body.Store(body)
		slots[0] = slot{guardTable, unsafe.Pointer(g)}
	}
	return slots[f.length:]
}

// numberOf returns the number of one of the image's own programs.
func (img *image) numberOf(p *goja.Program) (n int, ok bool) {
	g := guardOf(p)
	if s := (*stub)(unsafe.Pointer(p)); g != nil && uintptr(unsafe.Pointer(g)) == uintptr(unsafe.Pointer(p))+unsafe.Offsetof(s.guard) && s.body.image == img {
		return s.body.number, true
	}
	return 0, false
}
