package heap

import (
	"encoding/binary"
	"fmt"
	"reflect"
	"runtime/debug"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Reader makes what a Writer wrote, in a realm whose runtime was set up in the
// same way. Damaged bytes are an error; the runtime is of no use then.
type Reader struct {
	*Realm
	data []byte
	read int

	contents Contents
	states   []func(*Archive)
	nodes    []readNode
	next     int
	units    readUnits
	rests    []readRest

	types       []*codec
	names       []string
	texts       []goja.Value
	symbols     []*goja.Symbol
	named       []int
	sourceIDs   []int
	written     []written
	lastProgram int // of written: the one that was read last
	shapes      []shape
	slabs       []slab // by index of codecs
	ints        boxes[int64]
	strings     boxes[string]
	patterns    map[string]unsafe.Pointer
	templates   []readPlace

	current *goja.Object
	owner   unsafe.Pointer
	ownerOf *codec
	weak    []unsafe.Pointer
	cells   []readCell
	later   []func()
	err     error
}

// readNode is an object, or a struct, that was made.
type readNode struct {
	p      unsafe.Pointer // the struct, or what implements the object
	object *goja.Object
	codec  *codec
}

// engineVersion says whose structs the bytes hold.
func engineVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, m := range info.Deps {
			if m.Path == "github.com/dop251/goja" {
				return m.Version
			}
		}
	}
	return "unknown"
}

// Contents are what a Writer was told to write.
type Contents struct {
	Values []goja.Value // what Value was called with
	Jobs   []func()     // what Job was called with
}

// Read makes everything that data holds. There must be as many states as the
// Writer was given.
func (r *Realm) Read(data []byte, states ...func(*Archive)) (*Contents, error) {
	rd := &Reader{Realm: r, data: data, states: states, patterns: map[string]unsafe.Pointer{}}
	if string(rd.take(len(magic))) != magic {
		return nil, fmt.Errorf("this is no heap, or one of another version of jsrr")
	}
	if v := string(rd.bytes()); rd.err == nil && v != engineVersion() {
		return nil, fmt.Errorf("this is a heap of goja %q; this jsrr has %q", v, engineVersion())
	}
	parts := make([]part, rd.count())
	for i := range parts {
		parts[i] = part{rd.byte(), uint32(rd.uint())}
	}
	for _, p := range parts {
		for n := p.count; n > 0 && rd.err == nil; n-- {
			rd.part(p.kind)
		}
	}
	rd.skipLazy()
	if rd.err == nil && (rd.next != len(rd.nodes) || len(rd.states) > 0 || rd.units.missing() || len(rd.rests) > 0 || rd.read != len(data)) {
		rd.fail("something is missing")
	}
	for _, do := range rd.later {
		if rd.err == nil {
			do()
		}
	}
	return &rd.contents, rd.err
}

// part reads a thing of a kind.
func (r *Reader) part(kind uint8) {
	switch kind {
	case partJob:
		var job func()
		r.coderOf(reflect.TypeFor[func()]()).get(r, unsafe.Pointer(&job))
		r.contents.Jobs = append(r.contents.Jobs, job)
	case partValue:
		r.contents.Values = append(r.contents.Values, r.value())
	case partState:
		r.state()
	case partBody:
		r.fillNext()
	case partPatch:
		r.patch()
	case partGlobals:
		r.current, r.owner = nil, nil
		r.coderOf(r.stashType).get(r, unsafe.Add(unsafe.Pointer(r.rt), r.runtimeStash))
	case partWeak:
		r.ephemeron()
	case partPrivate:
		r.member()
	case partRest:
		r.rest()
	case partPhase:
		r.phase()
	case partUnit:
		r.unit()
	case partPlace:
		r.place()
	default:
		r.fail("a part of an unknown kind")
	}
}

func (r *Reader) state() {
	if len(r.states) == 0 {
		r.fail("there are more states than expected")
		return
	}
	r.states[0](&Archive{r: r})
	r.states = r.states[1:]
}

func (r *Reader) fillNext() {
	r.skipLazy()
	if r.next >= len(r.nodes) {
		r.fail("the content of nothing")
		return
	}
	n := r.nodes[r.next]
	r.next++
	r.fill(n)
}

func (r *Reader) fill(n readNode) {
	r.current, r.owner, r.ownerOf = n.object, nil, n.codec
	if n.object != nil {
		r.owner = n.p
	}
	n.codec.get(r, n.p)
}

// patch changes an object that is there.
func (r *Reader) patch() {
	number := r.objectName()
	c := r.typeNumber()
	if r.err != nil {
		return
	}
	o := r.objects[number].object
	if have := r.selfType(o).Elem(); have != c.of {
		if !c.object || !beginsWith(have, c.of) {
			r.fail("%s is of another kind here", r.objects[number].name)
			return
		}
		r.self(o).Table = c.table // goja watches the object no longer
	}
	r.fill(readNode{r.self(o).Data, o, c})
}

// fail keeps the first error.
func (r *Reader) fail(format string, a ...any) {
	if r.err == nil {
		r.err = fmt.Errorf("a damaged heap, at byte %d: "+format, append([]any{r.read}, a...)...)
	}
}

func (r *Reader) take(n int) []byte {
	if n < 0 || n > len(r.data)-r.read || r.err != nil {
		r.fail("its end is missing")
		return nil
	}
	r.read += n
	return r.data[r.read-n : r.read]
}

func (r *Reader) byte() byte {
	if b := r.take(1); b != nil {
		return b[0]
	}
	return 0
}

func (r *Reader) peek() byte {
	if r.read < len(r.data) {
		return r.data[r.read]
	}
	return 0
}

func (r *Reader) uint() uint64 {
	n, size := binary.Uvarint(r.data[r.read:])
	if size <= 0 || r.err != nil {
		r.fail("a number is damaged")
		return 0
	}
	r.read += size
	return n
}

func (r *Reader) int() int64 {
	n := r.uint()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads the number of things of at least a byte each that follow.
func (r *Reader) count() int {
	n := r.uint()
	if n > uint64(len(r.data)-r.read)+1 {
		r.fail("%d things do not fit", n)
		return 0
	}
	return int(n)
}

func (r *Reader) bytes() []byte {
	n := r.uint()
	if n > uint64(len(r.data)) {
		r.fail("a text is longer than everything")
		return nil
	}
	return r.take(int(n))
}

// defined reads a number of something that was defined before; fresh says that its
// definition follows.
func (r *Reader) defined(have int) (n int, fresh bool) {
	number := r.uint()
	if number > uint64(have) {
		r.fail("number %d of %d", number, have)
	}
	if r.err != nil {
		return 0, false
	}
	return int(number), number == uint64(have)
}

// name reads a name as goja has it.
func (r *Reader) name() string {
	n, fresh := r.defined(len(r.names))
	if fresh {
		s := string(r.bytes())
		if strings.HasPrefix(s, "\xFF\xFE") && len(s)%2 != 0 {
			r.fail("a name is half")
		}
		r.names = append(r.names, s)
	}
	if r.err != nil {
		return ""
	}
	return r.names[n]
}

// objectName reads which object with a name is meant.
func (r *Reader) objectName() int {
	n, fresh := r.defined(len(r.named))
	if fresh {
		name := string(r.bytes())
		number, ok := r.byName[name]
		if !ok && r.err == nil {
			r.err = fmt.Errorf("the heap refers to %s, which does not exist here", name)
		}
		r.named = append(r.named, number)
	}
	if r.err != nil {
		return 0
	}
	return r.named[n]
}

// typeNumber reads a type; nil after an error.
func (r *Reader) typeNumber() *codec {
	number := r.uint()
	return r.typeAt(number)
}

func (r *Reader) typeAt(number uint64) *codec {
	if number == 0 || number > uint64(len(r.types))+1 {
		r.fail("type %d of %d", number, len(r.types))
	}
	if r.err != nil {
		return nil
	}
	if number == uint64(len(r.types))+1 {
		name, print := string(r.bytes()), r.uint()
		c := r.codecNamed(name)
		if c == nil {
			if _, err := r.known(); err != nil && strings.HasPrefix(name, functionKind) {
				r.err = err
			}
			r.fail("there is no type %q", name)
			return nil
		}
		if c.fingerprint() != print {
			r.fail("%s has other fields than here", name)
			return nil
		}
		r.types = append(r.types, c)
	}
	return r.types[number-1]
}

// codecNamed returns the codec of a name that a Writer wrote.
func (r *Realm) codecNamed(name string) *codec {
	if c := r.objectCodec(name); c != nil {
		return c
	}
	if c := r.structCodec(name); c != nil {
		return c
	}
	if h := r.hostNames[name]; h != nil {
		return h.codec
	}
	return r.functionNamed(name)
}

// node reads a reference to what is no object with a name; nil when it is to
// nothing.
func (r *Reader) node(mark byte) *readNode {
	switch {
	case mark == markOld:
		back := r.uint()
		if back >= uint64(len(r.nodes)) {
			r.fail("a reference to nothing")
			return nil
		}
		return &r.nodes[uint64(len(r.nodes))-1-back]
	case mark >= markNew:
		number := uint64(mark - markNew + 1)
		if mark == markMore {
			number = r.uint()
		}
		c := r.typeAt(number)
		if c == nil {
			return nil
		}
		r.nodes = append(r.nodes, r.make(c))
		return &r.nodes[len(r.nodes)-1]
	}
	r.fail("mark %d is no reference", mark)
	return nil
}

// ref reads a reference to an object.
func (r *Reader) ref() *goja.Object {
	switch mark := r.byte(); mark {
	case markNil:
		return nil
	case markNamed:
		if n := r.objectName(); r.err == nil {
			return r.objects[n].object
		}
	default:
		if n := r.node(mark); n != nil {
			if n.object == nil {
				r.fail("a %s is no object", n.codec.name)
			}
			return n.object
		}
	}
	return nil
}

// pointer reads a reference to a struct of the given type.
func (r *Reader) pointer(c *codec) unsafe.Pointer {
	mark := r.byte()
	if mark == markNil {
		return nil
	}
	n := r.node(mark)
	if n == nil {
		return nil
	}
	if n.codec != c || n.object != nil {
		r.fail("a %s is no %s", n.codec.name, c.name)
		return nil
	}
	return n.p
}

// shape reads the shape of an object; nil after an error.
func (r *Reader) shape() *shape {
	n, fresh := r.defined(len(r.shapes))
	if fresh {
		s := shape{class: r.name(), prototype: r.ref()}
		s.names = make([]unistring.String, r.count())
		for i := range s.names {
			s.names[i] = unistring.String(r.name())
		}
		r.shapes = append(r.shapes, s)
	}
	if r.err != nil {
		return nil
	}
	return &r.shapes[n]
}
