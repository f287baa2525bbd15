package engine

import (
	"fmt"
	"reflect"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// decoding guards the bodies that are being decoded: programs of core modules are
// shared by loops.
var decoding sync.Mutex

// decode reads the body of the program whose guard is g.
func (u *undecoded) decode(g *guard) {
	decoding.Lock()
	defer decoding.Unlock()
	if g.body.Load() == nil {
		return
	}
	d := decoder{image: u.image, owner: u.owner, first: int(u.entry.first), imageReader: imageReader{data: u.image.body(u.number)}}
	d.body(u, g)
	if d.failed {
		panic(fmt.Errorf("program %d of %s: %w", u.number, u.image.unit.Name, errImage))
	}
	g.body.Store(nil)
}

// decoder reads one body.
type decoder struct {
	imageReader
	image  *image
	owner  *goja.Program
	first  int // number of the first program inside
	inside []stub
	values []goja.Value // not yet in use
}

// body reads: how many programs and values are inside, the positions, the code.
func (d *decoder) body(u *undecoded, g *guard) {
	count := d.count()
	var err error
	if count > 0 {
		if d.inside, err = d.image.stubs(int(u.entry.first), count); err != nil {
			d.fail()
			return
		}
	}
	d.values = make([]goja.Value, d.count())
	d.positions(u.owner)
	slots := code(u.owner)
	for i := range slots {
		s := d.instruction(0)
		if d.failed {
			return
		}
		if i > 0 {
			slots[i] = s
		} else {
			g.first = *(*instruction)(unsafe.Pointer(&s))
		}
	}
}

// positions reads the differences between entries of p's source map.
func (d *decoder) positions(p *goja.Program) {
	count := d.count()
	if count == 0 {
		return
	}
	items := make([]srcMapItem, count)
	limit := len(d.image.file.Source())
	var last srcMapItem
	for i := range items {
		last.pc += int(d.uint())
		last.srcPos += int(d.int())
		if last.srcPos < 0 || last.srcPos > limit || last.pc < 0 {
			d.fail()
			return
		}
		items[i] = last
	}
	*at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap) = items
}

// nestingMax is how many instructions may stand inside another one.
const nestingMax = 4

// instruction reads an instruction that stands inside as many others as depth
// says.
func (d *decoder) instruction(depth int) (s slot) {
	n := d.uint()
	if n >= uint64(len(d.image.opcodes)) || depth > nestingMax {
		d.fail()
		return s
	}
	o := d.image.opcodes[n]
	s.table = o.table
	switch o.shape {
	case shapeText:
		s.data = unsafe.Pointer(d.string())
	case shapeEmpty:
		s.data = unsafe.Pointer(&nothing)
	case shapeInt64:
		s.data = unsafe.Pointer(int64At(d.int()))
	case shapeInt32:
		s.data = unsafe.Pointer(int32At(d.int()))
	case shapeValue:
		s.data = unsafe.Pointer(d.valueAt())
	case shapeStruct:
		s.data = allocate(o.of)
		for _, p := range o.parts {
			if p.kind == partInner {
				*(*instruction)(unsafe.Add(s.data, p.offset)) = d.inner(depth)
			} else {
				d.part(p.kind, unsafe.Add(s.data, p.offset))
			}
		}
	case shapeMarker:
		return d.marker()
	case shapeRegExp:
		return emptyLiteral()
	case shapeEntry:
		s.data = unsafe.Pointer(newAsyncEntry(d.owner, d.inner(depth)))
	}
	return s
}

// marker reads which of goja's markers an instruction is.
func (d *decoder) marker() slot {
	all, n := markers(), d.uint()
	if n >= uint64(len(all)) {
		d.fail()
		return slot{}
	}
	return all[n]
}

// allocate returns a new value of type t.
func allocate(t reflect.Type) unsafe.Pointer {
	made := reflect.New(t).Interface()
	return (*slot)(unsafe.Pointer(&made)).data
}

// nothing is what an instruction without operands points to.
var nothing struct{}

func (d *decoder) inner(depth int) instruction {
	s := d.instruction(depth + 1)
	return *(*instruction)(unsafe.Pointer(&s))
}

// string reads the number of a string, and returns where it is.
func (d *decoder) string() *string {
	n := d.uint()
	if n >= uint64(len(d.image.strings)) {
		d.fail()
		return new(string)
	}
	return &d.image.strings[n]
}

// binding reads the number of a foreign name, counted from 1; 0 is what
// asynchronous generators are made with.
func (d *decoder) binding() *Binding {
	n := d.uint()
	switch {
	case n == 0 && d.image.async != nil:
		return d.image.async
	case n == 0 || n > uint64(len(d.image.bindings)):
		d.fail()
		return nil
	}
	return d.image.bindings[n-1]
}

// part reads a field of an instruction to where it belongs.
func (d *decoder) part(kind partKind, to unsafe.Pointer) {
	switch kind {
	case partBool:
		*(*bool)(to) = d.uint() != 0
	case partInt8:
		*(*int8)(to) = int8(d.int())
	case partInt32:
		*(*int32)(to) = int32(d.int())
	case partInt64:
		*(*int64)(to) = d.int()
	case partName:
		*(*string)(to) = *d.string()
	case partSource:
		*(*string)(to) = d.source()
	case partNames:
		*(*[]string)(to) = list(d, func() string { return *d.string() })
	case partIndexes:
		*(*map[unistring.String]uint32)(to) = d.indexes()
	case partValue:
		*(*goja.Value)(to) = d.value()
	case partValues:
		*(*[]goja.Value)(to) = list(d, d.value)
	case partBinding:
		*(**Binding)(to) = d.binding()
	case partPattern:
		*(**literalPattern)(to) = &literalPattern{source: unitsString(*d.string()), flags: *d.string()}
	case partProgram:
		*(**goja.Program)(to) = d.program()
	}
}

// list reads a slice: its length and one, or 0 for nil.
func list[E any](d *decoder, element func() E) []E {
	n := d.uint()
	if n == 0 || n-1 > uint64(len(d.data)) {
		if n != 0 {
			d.fail()
		}
		return nil
	}
	all := make([]E, n-1)
	for i := range all {
		all[i] = element()
	}
	return all
}

func (d *decoder) indexes() map[unistring.String]uint32 {
	n := d.uint()
	if n == 0 || n-1 > uint64(len(d.data)) {
		if n != 0 {
			d.fail()
		}
		return nil
	}
	all := make(map[unistring.String]uint32, n-1)
	for range n - 1 {
		name := unistring.String(*d.string())
		all[name] = uint32(d.uint())
	}
	return all
}

// source reads the text of a function.
func (d *decoder) source() string {
	whole := ""
	switch d.uint() {
	case sourceText:
		whole = d.image.unit.Text
	case sourceCompiled:
		whole = d.image.compiled
	default:
		return ""
	}
	from, length := d.uint(), d.uint()
	if from > uint64(len(whole)) || length > uint64(len(whole))-from {
		d.fail()
		return ""
	}
	return whole[from : from+length]
}

// program reads the number of a program inside, counted from 1; 0 is nil.
func (d *decoder) program() *goja.Program {
	n := d.uint()
	if n > uint64(len(d.inside)) {
		d.fail()
	}
	if n == 0 || d.failed {
		return nil
	}
	if before := d.image.adopted.at(d.first + int(n) - 1); before != nil {
		return &before.program
	}
	return &d.inside[n-1].program
}
