package heap

import (
	"encoding/binary"
	"math"
	"math/big"
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// sharedText is from how many bytes on a string is written once, however often it
// is in the heap.
const sharedText = 48

// value writes a value.
func (w *Writer) value(v goja.Value) {
	s, t := slotOf(v), &w.tables
	switch s.Table {
	case nil:
		w.byte(markNil)
	case t.integer:
		w.integer(*(*int64)(s.Data))
	case t.object:
		w.ref((*goja.Object)(s.Data))
	case t.ascii:
		w.ascii(*(*string)(s.Data))
	case t.boolean:
		w.byte(markFalse + byte(*(*uint8)(s.Data)))
	case t.float:
		w.byte(markFloat)
		w.body = binary.LittleEndian.AppendUint64(w.body, math.Float64bits(*(*float64)(s.Data)))
	case t.undefined:
		w.byte(markUndefined)
	case t.null:
		w.byte(markNull)
	default:
		w.rare(v, s)
	}
}

func (w *Writer) integer(n int64) {
	if n >= 0 && n < markNew-markSmall {
		w.byte(byte(markSmall + n))
		return
	}
	w.byte(markInt)
	w.int(n)
}

func (w *Writer) ascii(s string) {
	switch {
	case len(s) < markSmall-markShort:
		w.byte(byte(markShort + len(s)))
		w.body = append(w.body, s...)
	case len(s) < sharedText:
		w.byte(markASCII)
		w.text(s)
	default:
		w.shared(unsafe.Pointer(unsafe.StringData(s)), len(s), false, func() { w.byte(markASCII); w.text(s) })
	}
}

// shared writes a long string the first time, and its number from then on. Strings in
// different places may be one here: in another runtime they are, when one comes from
// the heap and the other from the program.
func (w *Writer) shared(data unsafe.Pointer, size int, wide bool, write func()) {
	place := textKey{data, size}
	id, known := w.texts[place]
	if !known {
		c := content{unsafe.String((*byte)(data), size), wide}
		if id, known = w.contents[c]; !known {
			id = uint32(len(w.contents))
			w.contents[c] = id
		}
		w.texts[place] = id
	}
	w.byte(markText)
	w.uint(uint64(id))
	if !known {
		write()
	}
}

func (w *Writer) unicode(units []uint16) {
	write := func() {
		w.byte(markUnicode)
		w.uint(uint64(len(units)))
		for _, u := range units {
			w.body = binary.LittleEndian.AppendUint16(w.body, u)
		}
	}
	if 2*len(units) < sharedText {
		write()
		return
	}
	w.shared(unsafe.Pointer(unsafe.SliceData(units)), 2*len(units), true, write)
}

// rare writes values of the kinds that programs have few of.
func (w *Writer) rare(v goja.Value, s layout.Slot) {
	switch t := &w.tables; s.Table {
	case t.unicode:
		w.unicode(*(*[]uint16)(s.Data))
	case t.imported:
		w.imported(s.Data, v)
	case t.symbol:
		w.byte(markSymbol)
		w.symbol((*goja.Symbol)(s.Data))
	case t.bigInt:
		n := (*big.Int)(s.Data)
		w.byte(markBigInt)
		w.bool(n.Sign() < 0)
		w.text(string(n.Bytes()))
	case t.property:
		if offset := uintptr(s.Data) - uintptr(w.owner); w.owner != nil && uintptr(s.Data) >= uintptr(w.owner) && offset < w.ownerSize {
			w.byte(markInner)
			w.uint(uint64(offset))
			return
		}
		w.byte(markProperty)
		w.property(s.Data)
	case t.mapped:
		w.byte(markMapped)
		w.property(s.Data)
		w.mapped(s.Data)
	default:
		w.fail("a value of Go type %s", reflect.TypeOf(v))
	}
}

// importedString mirrors goja's: a string that came from Go. It is written as
// what it is when somebody looks.
type importedString struct {
	text    string
	units   []uint16
	scanned bool
}

func (w *Writer) imported(p unsafe.Pointer, v goja.Value) {
	v.(goja.String).Length() // looks
	if i := (*importedString)(p); i.units != nil {
		w.unicode(i.units)
	} else {
		w.ascii(i.text)
	}
}

// property writes a goja.valueProperty.
func (w *Writer) property(p unsafe.Pointer) {
	v := w.propertyAt(p)
	flags := byte(0)
	for i, set := range v.flags {
		if set {
			flags |= 1 << i
		}
	}
	if v.getter != nil || v.setter != nil {
		flags |= 1 << 4
	}
	w.byte(flags)
	w.value(v.value)
	if flags&(1<<4) != 0 {
		w.ref(v.getter)
		w.ref(v.setter)
	}
}

// The kinds of symbols.
const (
	symbolWellKnown = iota
	symbolRegistered
	symbolUnique
	symbolNameless
)

// symbol writes the number of a symbol, and the first time what it is.
func (w *Writer) symbol(s *goja.Symbol) {
	if s == nil {
		w.uint(0)
		return
	}
	id, known := w.symbolIDs[s]
	if !known {
		id = uint32(len(w.symbolIDs)) + 1
		w.symbolIDs[s] = id
	}
	w.uint(uint64(id))
	if known {
		return
	}
	if name, ok := w.symbols[s]; ok {
		w.byte(symbolWellKnown)
		w.text(name)
		return
	}
	description := *(*layout.Slot)(unsafe.Pointer(s))
	if description.Table == nil {
		w.byte(symbolNameless)
		return
	}
	var key goja.String
	*(*layout.Slot)(unsafe.Pointer(&key)) = description
	registered := *layout.At[map[unistring.String]*goja.Symbol](unsafe.Pointer(w.rt), w.runtimeSymbols)
	if registered[nameOf(key)] == s {
		w.byte(symbolRegistered)
	} else {
		w.byte(symbolUnique)
	}
	w.value(key)
}

// nameOf returns a string as goja keeps names.
func nameOf(s goja.String) unistring.String {
	units := make([]uint16, s.Length())
	for i := range units {
		units[i] = s.CharAt(i)
	}
	for _, u := range units {
		if u >= 0x80 {
			return unistring.FromUtf16(append([]uint16{unistring.BOM}, units...))
		}
	}
	return unistring.String(s.String())
}
