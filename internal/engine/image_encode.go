package engine

import (
	"encoding/binary"
	"maps"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Where a function's text is.
const (
	sourceNone = iota
	sourceText
	sourceCompiled
)

// Image returns m as bytes for LoadUnit; false for a module that contains what an
// image cannot keep. The program may be running.
func (m *Module) Image() ([]byte, bool) {
	m.changing.Lock()
	defer m.changing.Unlock()
	return newEncoder(m).image()
}

// encoder writes an image.
type encoder struct {
	from     *making
	async    *Binding
	strings  map[string]int
	table    []string
	opcodes  map[unsafe.Pointer]opcodeNumber
	names    []int // of opcodes, as strings
	bindings map[*Binding]int
	foreign  []int // names of bindings

	programs  []*goja.Program
	functions []functionEntry
	bodies    []byte
	refused   string

	// Of the body that is being written:
	b      []byte
	values int
	first  int
	inside map[*goja.Program]int
	seen   map[*goja.Program]bool
}

type opcodeNumber struct {
	*opcode
	number int
}

func newEncoder(m *Module) *encoder {
	return &encoder{
		from: m.made, async: m.AsyncGenerators, programs: []*goja.Program{m.Program},
		strings: map[string]int{}, opcodes: map[unsafe.Pointer]opcodeNumber{}, bindings: map[*Binding]int{}, inside: map[*goja.Program]int{},
		seen: map[*goja.Program]bool{m.Program: true},
	}
}

// refuse notes why the module cannot be kept.
func (e *encoder) refuse(why string) {
	if e.refused == "" {
		e.refused = why
	}
}

func (e *encoder) image() ([]byte, bool) {
	head, tail := e.stringNumber(e.from.head), e.stringNumber(e.from.tail)
	for i := 0; i < len(e.programs); i++ {
		e.program(e.programs[i])
		if e.refused != "" {
			return nil, false
		}
	}
	b := appendTable(nil, e.table)
	b = binary.AppendUvarint(b, uint64(head))
	b = binary.AppendUvarint(b, uint64(tail))
	for _, list := range [][]int{e.names, e.foreign} {
		b = binary.AppendUvarint(b, uint64(len(list)))
		for _, n := range list {
			b = binary.AppendUvarint(b, uint64(n))
		}
	}
	isAsync := uint64(0)
	if e.async != nil {
		isAsync = 1
	}
	b = binary.AppendUvarint(b, isAsync)
	b = binary.AppendUvarint(b, uint64(len(e.functions)))
	for _, f := range e.functions {
		b = f.append(b)
	}
	return append(b, e.bodies...), true
}

// program writes the body of a program, and queues those inside.
func (e *encoder) program(p *goja.Program) {
	e.b, e.values, e.first = e.b[:0], 0, len(e.programs)
	clear(e.inside)
	complete(p)
	slots := code(p)
	for i, s := range slots {
		if i == 0 {
			g := guardOf(p)
			if g == nil {
				e.refuse("a program without a guard")
				return
			}
			s = *(*slot)(unsafe.Pointer(&g.first))
		}
		e.instruction(s)
		if e.refused != "" {
			return
		}
	}
	e.functions = append(e.functions, functionEntry{
		body: uint32(len(e.bodies)), length: uint32(len(slots)), first: uint32(e.first),
		name: uint32(e.stringNumber(*at[string](unsafe.Pointer(p), offsets.programFuncName))),
	})
	e.bodies = binary.AppendUvarint(e.bodies, uint64(len(e.programs)-e.first))
	e.bodies = binary.AppendUvarint(e.bodies, uint64(e.values))
	items := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap)
	e.bodies = binary.AppendUvarint(e.bodies, uint64(len(items)))
	var last srcMapItem
	for _, item := range items {
		e.bodies = binary.AppendUvarint(e.bodies, uint64(item.pc-last.pc))
		e.bodies = binary.AppendVarint(e.bodies, int64(item.srcPos-last.srcPos))
		last = item
	}
	e.bodies = append(e.bodies, e.b...)
}

func (e *encoder) uint(n uint64) { e.b = binary.AppendUvarint(e.b, n) }
func (e *encoder) int(n int64)   { e.b = binary.AppendVarint(e.b, n) }

func (e *encoder) string(s string) { e.uint(uint64(e.stringNumber(s))) }

// stringNumber returns the number of a string in the table.
func (e *encoder) stringNumber(s string) int {
	n, known := e.strings[s]
	if !known {
		n = len(e.table)
		e.strings[s] = n
		e.table = append(e.table, s)
	}
	return n
}

// opcode returns the opcode of an instruction; a zero one for a type that cannot
// be kept.
func (e *encoder) opcode(s slot) opcodeNumber {
	o, known := e.opcodes[s.table]
	if known {
		return o
	}
	name := dynamicType(s).String()
	o.opcode = opcodeNamed(name)
	if o.opcode == nil || o.table != s.table {
		e.refuse("an instruction " + name)
		o.opcode = nil
	} else {
		o.number = len(e.names)
		e.names = append(e.names, e.stringNumber(name))
	}
	e.opcodes[s.table] = o
	return o
}

func (e *encoder) instruction(s slot) {
	o := e.opcode(s)
	if o.opcode == nil {
		return
	}
	e.uint(uint64(o.number))
	switch o.shape {
	case shapeEmpty:
	case shapeText:
		e.string(*(*string)(s.data))
	case shapeInt64:
		e.int(*(*int64)(s.data))
	case shapeInt32:
		e.int(int64(*(*int32)(s.data)))
	case shapeValue:
		e.values++
		e.value(*(*goja.Value)(s.data))
	case shapeStruct:
		for _, p := range o.parts {
			e.part(p.kind, unsafe.Add(s.data, p.offset))
		}
	case shapeMarker:
		n := slices.Index(markers(), s)
		if n < 0 {
			e.refuse("an unknown marker")
		}
		e.uint(uint64(n))
	case shapeEntry:
		e.inner((*asyncEntry)(s.data).first)
	}
}

func (e *encoder) bool(is bool) {
	n := uint64(0)
	if is {
		n = 1
	}
	e.uint(n)
}

func (e *encoder) inner(i instruction) { e.instruction(*(*slot)(unsafe.Pointer(&i))) }

func (e *encoder) binding(b *Binding) {
	if b == e.async {
		e.uint(0)
		return
	}
	n, known := e.bindings[b]
	if !known {
		n = len(e.foreign)
		e.bindings[b] = n
		e.foreign = append(e.foreign, e.stringNumber(b.name))
	}
	e.uint(uint64(n) + 1)
}

// part writes a field of an instruction.
func (e *encoder) part(kind partKind, at unsafe.Pointer) {
	switch kind {
	case partBool:
		e.bool(*(*bool)(at))
	case partInt8:
		e.int(int64(*(*int8)(at)))
	case partInt32:
		e.int(int64(*(*int32)(at)))
	case partInt64:
		e.int(*(*int64)(at))
	case partName:
		e.string(*(*string)(at))
	case partSource:
		e.source(*(*string)(at))
	case partNames:
		writeList(e, *(*[]string)(at), e.string)
	case partIndexes:
		e.indexes(*(*map[unistring.String]uint32)(at))
	case partValue:
		e.value(*(*goja.Value)(at))
	case partValues:
		writeList(e, *(*[]goja.Value)(at), e.value)
	case partInner:
		e.inner(*(*instruction)(at))
	case partBinding:
		e.binding(*(**Binding)(at))
	case partPattern:
		pattern := *(**literalPattern)(at)
		e.string(rawUnits(pattern.source))
		e.string(pattern.flags)
	case partNone:
		if *(*unsafe.Pointer)(at) != nil {
			e.refuse("an object")
		}
	case partProgram:
		e.inProgram(*(**goja.Program)(at))
	}
}

func writeList[E any](e *encoder, all []E, element func(E)) {
	if all == nil {
		e.uint(0)
		return
	}
	e.uint(uint64(len(all)) + 1)
	for _, x := range all {
		element(x)
	}
}

func (e *encoder) indexes(all map[unistring.String]uint32) {
	if all == nil {
		e.uint(0)
		return
	}
	e.uint(uint64(len(all)) + 1)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		e.string(string(name))
		e.uint(uint64(all[name]))
	}
}

// source writes the text of a function. What the text of the unit has is found
// there, even if it was compiled from a copy.
func (e *encoder) source(s string) {
	u := e.from.unit
	from, ok := Within(u.Text, s)
	which := uint64(sourceText)
	if !ok {
		from, ok = Within(e.from.compiled, s)
		which = sourceCompiled
		begin := from - len(e.from.head)
		if ok && len(u.Edits) == 0 && begin >= 0 && begin+len(s) <= len(u.Text) {
			from, which = begin, sourceText
		}
	}
	switch {
	case s == "":
		e.uint(sourceNone)
	case !ok:
		e.refuse("a function whose text is nowhere")
	default:
		e.uint(which)
		e.uint(uint64(from))
		e.uint(uint64(len(s)))
	}
}

// inProgram writes the number of a program inside the one being written. No
// program is inside two others.
func (e *encoder) inProgram(p *goja.Program) {
	if p == nil {
		e.uint(0)
		return
	}
	n, known := e.inside[p]
	if !known {
		if e.seen[p] {
			e.refuse("a program inside two others")
			return
		}
		e.seen[p] = true
		e.programs = append(e.programs, p)
		n = len(e.inside)
		e.inside[p] = n
	}
	e.uint(uint64(n) + 1)
}
