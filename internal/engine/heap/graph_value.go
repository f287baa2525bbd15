package heap

import (
	"math/big"
	"strconv"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
	"github.com/jsrr/jsrr/internal/heapgraph"
)

// textMax is how much of a string a graph keeps, in bytes.
const textMax = 1024

func slotAt(p unsafe.Pointer) layout.Slot { return *(*layout.Slot)(p) }

// value adds edges to a value, or to what a property has.
func (w *walk) value(kind heapgraph.EdgeKind, label string, v goja.Value) {
	s := slotOf(v)
	switch s.Table {
	case w.tables.property, w.tables.mapped:
		w.property(kind, label, s)
		return
	case w.tables.integer, w.tables.float:
		w.grow(numberSize(s, s.Table == w.tables.float))
	}
	if to, ok := w.node(v); ok {
		w.edge(kind, label, to)
	}
}

// numberSize is what a number takes beside the words that refer to it: Go has the
// small ones ready.
func numberSize(s layout.Slot, float bool) uint64 {
	const ready = 256
	if !float && uint64(*(*int64)(s.Data)) < ready {
		return 0
	}
	return 8
}

// property adds edges to what a goja.valueProperty has.
func (w *walk) property(kind heapgraph.EdgeKind, label string, s layout.Slot) {
	if uintptr(s.Data)-uintptr(w.owner) >= w.size {
		w.grow(allocated(w.propertyType.Size()))
	}
	if s.Table == w.tables.mapped {
		if cell := *layout.At[*goja.Value](s.Data, w.mappedValue); cell != nil {
			w.value(kind, label, *cell)
		}
		return
	}
	p := w.propertyAt(s.Data)
	if p.getter != nil {
		w.object(kind, "get "+label, p.getter)
	}
	if p.setter != nil {
		w.object(kind, "set "+label, p.setter)
	}
	if p.value != nil {
		w.value(kind, label, p.value)
	}
}

// element adds an edge to an element of an array.
func (w *walk) element(n uint32, v goja.Value) {
	s := slotOf(v)
	switch s.Table {
	case nil:
		return
	case w.tables.property, w.tables.mapped:
		w.property(heapgraph.Property, strconv.FormatUint(uint64(n), 10), s)
		return
	case w.tables.integer, w.tables.float:
		w.grow(numberSize(s, s.Table == w.tables.float))
	}
	if to, ok := w.node(v); ok {
		w.graph.Element(n, to)
	}
}

// node returns the node of a value; false for nothing.
func (w *walk) node(v goja.Value) (heapgraph.Index, bool) {
	s, t := slotOf(v), &w.tables
	switch s.Table {
	case nil:
		return 0, false
	case t.object:
		return w.objectNode((*goja.Object)(s.Data)), true
	case t.integer:
		return w.graph.Number(float64(*(*int64)(s.Data))), true
	case t.float:
		return w.graph.Number(*(*float64)(s.Data)), true
	case t.ascii:
		text := *(*string)(s.Data)
		return w.text(unsafe.Pointer(unsafe.StringData(text)), uintptr(len(text)), func() string { return text }), true
	case t.unicode:
		return w.units(*(*[]uint16)(s.Data)), true
	case t.undefined:
		return w.word(0, "undefined"), true
	case t.null:
		return w.word(1, "null"), true
	case t.boolean:
		if *(*bool)(s.Data) {
			return w.word(3, "true"), true
		}
		return w.word(2, "false"), true
	}
	return w.rareNode(v, s)
}

func (w *walk) rareNode(v goja.Value, s layout.Slot) (heapgraph.Index, bool) {
	switch t := &w.tables; s.Table {
	case t.imported:
		v.(goja.String).Length() // makes goja look what it is
		if i := (*importedString)(s.Data); i.units != nil {
			return w.units(i.units), true
		} else {
			return w.text(unsafe.Pointer(unsafe.StringData(i.text)), uintptr(len(i.text)), func() string { return i.text }), true
		}
	case t.symbol:
		return w.symbol((*goja.Symbol)(s.Data)), true
	case t.bigInt:
		n := (*big.Int)(s.Data)
		return w.once(s.Data, func() heapgraph.Node {
			size := allocated(unsafe.Sizeof(*n)) + allocated(uintptr(cap(n.Bits()))*8)
			text := "a long bigint"
			if n.BitLen() < textMax {
				text = n.String() + "n"
			}
			return heapgraph.Node{Kind: heapgraph.BigInt, Name: text, Size: size}
		}), true
	}
	return 0, false
}

// once returns the node of a thing without edges.
func (w *walk) once(p unsafe.Pointer, n func() heapgraph.Node) heapgraph.Index {
	e := w.seen.entry(p)
	if e.pointer == nil {
		w.seen.fill(e, p, uint32(w.graph.Len()), 0)
		return w.add(n(), p, nil)
	}
	return heapgraph.Index(e.number)
}

func (w *walk) word(n int, name string) heapgraph.Index {
	if w.words[n] == 0 {
		w.words[n] = w.add(heapgraph.Node{Kind: heapgraph.Primitive, Name: name}, nil, nil)
	}
	return w.words[n]
}

// text returns the node of a string, which is known by where its text is.
func (w *walk) text(data unsafe.Pointer, size uintptr, content func() string) heapgraph.Index {
	key := textKey{data, int(size)}
	if size == 0 {
		key = textKey{}
	}
	i, known := w.texts[key]
	if !known {
		s := content()
		if len(s) > textMax {
			s = s[:textMax]
		}
		n := heapgraph.Node{Kind: heapgraph.String, Name: s, Size: allocated(unsafe.Sizeof(s)) + allocated(size)}
		if size == 0 {
			i = w.add(n, nil, nil)
		} else {
			i = w.add(n, data, nil)
		}
		w.texts[key] = i
	}
	return i
}

// units returns the node of a string with more than ASCII in it.
func (w *walk) units(units []uint16) heapgraph.Index {
	return w.text(unsafe.Pointer(unsafe.SliceData(units)), uintptr(len(units))*2, func() string {
		return heapgraph.UTF16(units[1:min(len(units), textMax)])
	})
}

func (w *walk) symbol(s *goja.Symbol) heapgraph.Index {
	return w.once(unsafe.Pointer(s), func() heapgraph.Node {
		return heapgraph.Node{Kind: heapgraph.Symbol, Name: symbolText(s), Size: allocated(unsafe.Sizeof(*s))}
	})
}

// symbolText returns "Symbol(description)".
func symbolText(s *goja.Symbol) string {
	var description goja.String
	*(*layout.Slot)(unsafe.Pointer(&description)) = slotAt(unsafe.Pointer(s))
	if description == nil {
		return "Symbol()"
	}
	return "Symbol(" + nameText(nameOf(description)) + ")"
}

// symbolLabel is how a property is called whose name is a symbol.
func symbolLabel(s *goja.Symbol) string {
	text := symbolText(s)
	if name, ok := wellKnownLabels[s]; ok {
		text = name
	}
	return "[" + text + "]"
}

var wellKnownLabels = func() map[*goja.Symbol]string {
	labels := map[*goja.Symbol]string{}
	for _, s := range wellKnownSymbols {
		text := symbolText(s)
		labels[s] = text[len("Symbol(") : len(text)-1]
	}
	return labels
}()

// nameText returns a name of goja's as graphs have text.
func nameText(s unistring.String) string {
	if units := s.AsUtf16(); units != nil {
		return heapgraph.UTF16(units[1:])
	}
	return string(s)
}
