package heap

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// Long lists are written in pieces: the first with the object that has the list,
// the others right behind it, each as a part of its own. So the writing of one can
// stop in the midst, as a phase wants; and it goes on before anything changes the
// list, since that waits for the end of the unit.

// pieceMax is how many elements a piece has, but for the last.
const pieceMax = 512

// rest is what was not written of a list: elements, or entries of a map from one
// on; or pairs that are to wait.
type rest struct {
	values []goja.Value
	entry  unsafe.Pointer
	put    func(goja.Value)
	pairs  []pair
}

// putRest writes the next piece.
func (w *Writer) putRest() {
	r := w.rests[0]
	w.rests = w.rests[1:]
	if r.pairs != nil {
		w.waitInPieces(r.pairs)
		return
	}
	w.begin(partRest)
	w.owner = nil
	if r.entry != nil {
		w.mapPiece(r.entry, r.put)
		return
	}
	w.elements(r.values)
}

// elements writes elements, and leaves those for later that are too many.
func (w *Writer) elements(values []goja.Value) {
	n := min(len(values), pieceMax)
	for i, v := range values[:n] {
		if w.trace != nil {
			w.trace.index(i)
		}
		w.value(v)
	}
	if n < len(values) {
		w.rests = append(w.rests, rest{values: values[n:]})
	}
}

// mapPiece is elements for the entries of a goja.orderedMap.
func (w *Writer) mapPiece(entry unsafe.Pointer, put func(goja.Value)) {
	for i := 0; entry != nil; i++ {
		if i == pieceMax {
			w.rests = append(w.rests, rest{entry: entry, put: put})
			return
		}
		key := *layout.At[goja.Value](entry, w.entryKey)
		if w.trace != nil {
			w.trace.entry(i, key)
		}
		w.order.add(w, entry)
		put(key)
		put(*layout.At[goja.Value](entry, w.entryValue))
		entry = *layout.At[unsafe.Pointer](entry, w.entryNext)
	}
}

// readRest is what was not read of a list.
type readRest struct {
	values  []goja.Value
	m       unsafe.Pointer
	entries int
	keyed   bool // by anything, and not only by symbols
}

// rest reads the next piece of a list.
func (r *Reader) rest() {
	if len(r.rests) == 0 {
		r.fail("a part of no list")
		return
	}
	next := r.rests[0]
	r.rests = r.rests[1:]
	r.current, r.owner = nil, nil
	if next.m != nil {
		r.mapPiece(next)
		return
	}
	r.elements(next.values)
}

func (r *Reader) elements(values []goja.Value) {
	n := min(len(values), pieceMax)
	for i := range values[:n] {
		values[i] = r.value()
	}
	if n < len(values) {
		r.rests = append(r.rests, readRest{values: values[n:]})
	}
}

func (r *Reader) mapPiece(next readRest) {
	for range min(next.entries, pieceMax) {
		key, value := r.value(), r.value()
		if _, symbol := key.(*goja.Symbol); key == nil || r.err != nil || !next.keyed && !symbol || r.isProperty(key) {
			r.fail("a map has an entry without a key")
			return
		}
		setInMap(next.m, key, value)
	}
	if next.entries -= pieceMax; next.entries > 0 {
		r.rests = append(r.rests, next)
	}
}
