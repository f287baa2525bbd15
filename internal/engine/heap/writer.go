package heap

import (
	"encoding/binary"
	"reflect"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// magic begins what a Writer makes. It changes with the format.
const magic = "jsrrheap\x01"

// The parts of a heap. Each is a count of things of one kind; a part's number
// and count stand apart from the bytes of the things.
const (
	partValue   = iota // what Value was called with
	partJob            // what Job was called with
	partBody           // the next object's content
	partPatch          // what became of an object with a name
	partGlobals        // variables of the global scope
	partWeak           // an entry of a weak map
	partPrivate        // private members of an object
	partState          // what State was called with
	partPhase          // the end of what is written at once
	partRest           // a piece of a list
	partUnit           // the content of an object that was met before partPhase
	partPlace          // where a template is
)

// Marks say what a value, or a reference, is. What is at least markNew is an
// object, or a struct of Go, that was not met before: the difference is its type.
const (
	markNil = iota
	markUndefined
	markNull
	markFalse
	markTrue
	markInt
	markFloat
	markASCII
	markUnicode
	markText
	markBigInt
	markSymbol
	markOld
	markNamed
	markProperty
	markInner
	markMapped
	markNegative
	markGlobal
	markNative
	markCell
	markLazy
	markJob

	markShort = 0x20 // and the length of an ASCII string
	markSmall = 0x40 // and an integer
	markNew   = 0x80
	markMore  = 0xFF // a type whose number follows
)

// Writer writes values and what they reach. The order of its calls is part of
// what it writes. The first error stays.
type Writer struct {
	*Realm
	chunks [][]byte
	body   []byte
	parts  []part

	seen  table
	queue fifo
	rests []rest
	nodes uint32
	units units

	numbers  []uint32 // of codecs, by index, from 1
	types    uint32
	lastSelf unsafe.Pointer
	lastImpl *codec

	names      map[string]uint32
	texts      map[textKey]uint32
	contents   map[content]uint32
	symbolIDs  map[*goja.Symbol]uint32
	objectIDs  map[uint32]uint32 // names in use
	sourceIDs  map[int]uint32
	programIDs map[*goja.Program]uint32
	written    []written
	lastPiece  int // the source of the last text
	shapes     shapes
	templates  templatePlaces

	owner     unsafe.Pointer // the implementation that is being written
	ownerSize uintptr

	weakMaps int
	pairs    []pair
	pairHead int
	pending  map[unsafe.Pointer][]pair // by what they wait for

	scopes     []scope
	scopeOf    map[uintptr]int // by their variables, of the first scopesIn of them
	scopesIn   int
	cells      map[uintptr]uint32 // of no scope that was reached then, by their addresses
	cellsTo    int                // the indexes of all are less
	lastMapped int
	order      entryOrder
	roots      []func(*Writer)

	onReach   func(values ...goja.Value)
	comparing bool // see Compare

	trace *trace
	err   error
}

type part struct {
	kind  uint8
	count uint32
}

// node is a struct that waits to be written.
type node struct {
	p     unsafe.Pointer
	codec *codec
}

// content is a string by what it is: its bytes, or those of its UTF-16 units.
type content struct {
	bytes string
	wide  bool
}

// textKey is a string by where it is.
type textKey struct {
	data   unsafe.Pointer
	length int
}

// NewWriter returns a writer for values of the realm's runtime. While it is in
// use between two calls, nothing may run in the runtime unless the caller knows
// that what was not written yet does not change.
func (r *Realm) NewWriter() *Writer {
	r.forget()
	w := &Writer{
		Realm: r, names: map[string]uint32{}, texts: map[textKey]uint32{}, contents: map[content]uint32{}, symbolIDs: map[*goja.Symbol]uint32{},
		objectIDs: map[uint32]uint32{}, sourceIDs: map[int]uint32{}, programIDs: map[*goja.Program]uint32{}, shapes: shapes{byHash: map[uint64][]int{}},
	}
	w.onReach = func(values ...goja.Value) { w.Reach(values...) }
	return w
}

// Compare makes what is written depend on nothing but what programs can see, so
// that equal heaps have equal bytes; it cannot be read. Scopes of a heap that was
// read, for one, do not share with newer ones what all scopes of a function share
// otherwise. It is called before anything is written.
func (w *Writer) Compare() { w.comparing = true }

// Value writes a value, which a Reader's Value returns. What it reaches is
// written by Drain.
func (w *Writer) Value(v goja.Value) {
	w.roots = append(w.roots, func(again *Writer) { again.Value(v) })
	if w.trace != nil {
		w.trace.root(len(w.roots) - 1)
	}
	w.begin(partValue)
	w.value(v)
}

// Job writes a promise job that waits to be run.
func (w *Writer) Job(job func()) {
	w.roots = append(w.roots, func(again *Writer) { again.Job(job) })
	if w.trace != nil {
		w.trace.root(len(w.roots) - 1)
	}
	w.begin(partJob)
	w.owner = nil
	w.share(true, func() { w.coderOf(reflect.TypeFor[func()]()).put(w, unsafe.Pointer(&job)) })
}

// Jobs writes the promise jobs that wait in the runtime, in their order.
func (w *Writer) Jobs() {
	for _, job := range *layout.At[[]func()](unsafe.Pointer(w.rt), w.runtimeJobs) {
		w.Job(job)
	}
}

// roomMin is how much room for bytes there is before a thing is written.
const roomMin = 1024

// chunkMin is how many bytes a chunk has at least, but for the last.
const chunkMin = 256 << 10

// Drain goes on writing what was reached, at most limit objects. It reports
// whether nothing is left.
func (w *Writer) Drain(limit int) (bool, error) {
	w.drain(limit)
	if w.err != nil {
		return false, w.explain()
	}
	return !w.inUnit(), nil
}

// drain returns how much of limit is left.
func (w *Writer) drain(limit int) int {
	for ; limit > 0 && w.err == nil; limit-- {
		if cap(w.body)-len(w.body) < roomMin {
			w.moreRoom()
		}
		switch {
		case len(w.rests) > 0:
			w.putRest()
			limit -= pieceMax / pieceCost
		case len(w.units.pulled) > 0:
			w.putPulled()
		case len(w.pairs) > 0:
			w.putPair()
		case w.queue.length > 0:
			w.begin(partBody)
			w.write(w.queue.take())
		default:
			return limit
		}
	}
	return limit
}

// pieceCost is how many elements of a list take as long as an object.
const pieceCost = 16

// moreRoom makes room for bytes, and begins a new chunk when there are many.
func (w *Writer) moreRoom() {
	if len(w.body) < chunkMin {
		w.body = slices.Grow(w.body, max(len(w.body), 16*roomMin)) // append would grow by less
		return
	}
	w.chunks = append(w.chunks, w.body)
	w.body = make([]byte, 0, chunkMin+roomMin)
}

func (w *Writer) write(n node) {
	if w.trace != nil {
		w.trace.enter()
	}
	w.owner = nil
	n.codec.put(w, n.p)
}

// Finish writes what is left, with what became of the builtins and the global
// variables, and returns everything.
func (w *Writer) Finish() ([]byte, error) {
	chunks, err := w.FinishChunks()
	if err != nil {
		return nil, err
	}
	size := 0
	for _, chunk := range chunks {
		size += len(chunk)
	}
	out := make([]byte, 0, size)
	for _, chunk := range chunks {
		out = append(out, chunk...)
	}
	return out, nil
}

// FinishChunks is Finish for what is large: the chunks one after the other are
// what Finish returns, and are not copied.
func (w *Writer) FinishChunks() ([][]byte, error) {
	if !w.units.begun {
		w.patches()
		w.globals()
	}
	for w.err == nil && (w.inUnit() || w.nextUnit()) {
		w.drain(1 << 30)
	}
	w.writePlaces()
	if w.err != nil && !w.units.begun {
		return nil, w.explain()
	} else if w.err != nil {
		return nil, w.err
	}
	head := append(make([]byte, 0, 8*len(w.parts)+64), magic...)
	head = appendText(head, engineVersion())
	head = binary.AppendUvarint(head, uint64(len(w.parts)))
	for _, p := range w.parts {
		head = append(head, p.kind)
		head = binary.AppendUvarint(head, uint64(p.count))
	}
	return append(append([][]byte{head}, w.chunks...), w.body), nil
}

// Explain returns an error of a phase with the way to what caused it, as far as
// that is still there.
func (w *Writer) Explain(err error) error {
	if explained := w.explain(); explained != nil {
		return explained
	}
	return err
}

// Objects returns how many things were met.
func (w *Writer) Objects() int { return int(w.nodes) }

// begin counts a thing of a kind.
func (w *Writer) begin(kind uint8) {
	if last := len(w.parts) - 1; last >= 0 && w.parts[last].kind == kind {
		w.parts[last].count++
		return
	}
	w.parts = append(w.parts, part{kind, 1})
}

// patches writes the objects with names to which something happened.
func (w *Writer) patches() {
	for i := range w.objects {
		n := &w.objects[i]
		if w.err != nil || w.unchanged(n.object, &n.was) {
			continue
		}
		if w.trace != nil {
			w.trace.named(n.name)
		}
		w.begin(partPatch)
		w.named(uint32(i))
		c, p := w.codecOf(n.object)
		if c == nil {
			return
		}
		w.typeNumber(c)
		w.owner = nil
		c.put(w, p)
	}
}

// globals writes the variables of scripts that are no properties.
func (w *Writer) globals() {
	if w.trace != nil {
		w.trace.named("")
	}
	w.begin(partGlobals)
	w.owner = nil
	w.coderOf(w.stashType).put(w, unsafe.Add(unsafe.Pointer(w.rt), w.runtimeStash))
}

func (w *Writer) byte(b byte)   { w.body = append(w.body, b) }
func (w *Writer) uint(n uint64) { w.body = binary.AppendUvarint(w.body, n) }
func (w *Writer) int(n int64)   { w.body = binary.AppendVarint(w.body, n) }

func (w *Writer) bool(b bool) {
	if b {
		w.byte(1)
	} else {
		w.byte(0)
	}
}

func (w *Writer) text(s string) { w.body = appendText(w.body, s) }

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// name writes a string that comes again and again.
func (w *Writer) name(s string) {
	id, known := w.names[s]
	if !known {
		id = uint32(len(w.names))
		w.names[s] = id
	}
	w.uint(uint64(id))
	if !known {
		w.text(s)
	}
}
