package heap

import (
	"encoding/binary"
	"math"
	"math/big"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// value reads a value.
func (r *Reader) value() goja.Value {
	mark, t := r.byte(), &r.tables
	switch {
	case mark >= markNew || mark == markOld || mark == markNamed:
		r.read--
		if o := r.ref(); o != nil {
			return o
		}
		return nil
	case mark >= markSmall:
		return valueOf(t.integer, unsafe.Pointer(r.ints.put(int64(mark-markSmall))))
	case mark >= markShort:
		return valueOf(t.ascii, unsafe.Pointer(r.strings.put(string(r.take(int(mark-markShort))))))
	}
	switch mark {
	case markNil:
		return nil
	case markUndefined:
		return goja.Undefined()
	case markNull:
		return goja.Null()
	case markFalse, markTrue:
		return r.booleans[mark-markFalse]
	case markInt:
		return valueOf(t.integer, unsafe.Pointer(r.ints.put(r.int())))
	case markFloat:
		if b := r.take(8); b != nil {
			n := math.Float64frombits(binary.LittleEndian.Uint64(b))
			return valueOf(t.float, unsafe.Pointer(&n))
		}
		return nil
	}
	return r.rare(mark)
}

// rare reads values of the kinds that programs have few of.
func (r *Reader) rare(mark byte) goja.Value {
	switch mark {
	case markASCII, markUnicode:
		return r.long(mark)
	case markText:
		n, fresh := r.defined(len(r.texts))
		if fresh {
			r.texts = append(r.texts, r.long(r.byte()))
		}
		if r.err != nil {
			return nil
		}
		return r.texts[n]
	case markBigInt:
		negative, n := r.byte() != 0, new(big.Int).SetBytes(r.bytes())
		if negative {
			n.Neg(n)
		}
		return valueOf(r.tables.bigInt, unsafe.Pointer(n))
	case markSymbol:
		if s := r.symbol(); s != nil {
			return s
		}
	case markProperty:
		p := allocate(r.propertyType)
		r.property(p)
		return valueOf(r.tables.property, p)
	case markLazy:
		return r.lazy()
	case markInner:
		return r.inner()
	case markMapped:
		p := allocate(own("mappedProperty"))
		r.property(p)
		r.mapped(p)
		return valueOf(r.tables.mapped, p)
	}
	r.fail("mark %d is no value", mark)
	return nil
}

// inner returns a property that is a field of the object itself.
func (r *Reader) inner() goja.Value {
	offset := uintptr(r.uint())
	if r.owner != nil && r.ownerOf != nil {
		for _, at := range r.ownerOf.inner {
			if at == offset {
				return valueOf(r.tables.property, unsafe.Add(r.owner, offset))
			}
		}
	}
	r.fail("an object has no such property of its own")
	return nil
}

// long reads a string with its length.
func (r *Reader) long(mark byte) goja.Value {
	if mark == markASCII {
		s := string(r.bytes())
		for i := range len(s) {
			if s[i] >= 0x80 {
				r.fail("a text is not ASCII")
				return nil
			}
		}
		return valueOf(r.tables.ascii, unsafe.Pointer(&s))
	}
	n := r.count()
	b := r.take(2 * n)
	if mark != markUnicode || n < 2 || b == nil || binary.LittleEndian.Uint16(b) != unistring.BOM {
		r.fail("a text is damaged")
		return nil
	}
	units := make([]uint16, n)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return valueOf(r.tables.unicode, unsafe.Pointer(&units))
}

// property reads a goja.valueProperty.
func (r *Reader) property(p unsafe.Pointer) {
	flags := r.byte()
	for i, at := range r.facts.property.flags {
		*layout.At[bool](p, at) = flags&(1<<i) != 0
	}
	*layout.At[goja.Value](p, r.facts.property.value) = r.value()
	*layout.At[*goja.Object](p, r.facts.property.getter) = nil
	*layout.At[*goja.Object](p, r.facts.property.setter) = nil
	if flags&(1<<4) != 0 {
		*layout.At[*goja.Object](p, r.facts.property.getter) = r.ref()
		*layout.At[*goja.Object](p, r.facts.property.setter) = r.ref()
	}
}

// symbol reads a symbol.
func (r *Reader) symbol() *goja.Symbol {
	number := r.uint()
	if number == 0 || number > uint64(len(r.symbols))+1 || r.err != nil {
		if number != 0 {
			r.fail("symbol %d of %d", number, len(r.symbols))
		}
		return nil
	}
	if number == uint64(len(r.symbols))+1 {
		r.symbols = append(r.symbols, r.newSymbol())
	}
	return r.symbols[number-1]
}

func (r *Reader) newSymbol() *goja.Symbol {
	switch kind := r.byte(); kind {
	case symbolWellKnown:
		if s := r.wellKnown(string(r.bytes())); s != nil {
			return s
		}
	case symbolNameless:
		return new(goja.Symbol)
	case symbolRegistered, symbolUnique:
		key, ok := r.value().(goja.String)
		if !ok {
			break
		}
		s := new(goja.Symbol)
		*(*goja.String)(unsafe.Pointer(s)) = key
		if kind == symbolUnique {
			return s
		}
		registry := layout.At[map[unistring.String]*goja.Symbol](unsafe.Pointer(r.rt), r.runtimeSymbols)
		if have := (*registry)[nameOf(key)]; have != nil {
			return have
		}
		if *registry == nil {
			*registry = map[unistring.String]*goja.Symbol{}
		}
		(*registry)[nameOf(key)] = s
		return s
	}
	r.fail("a symbol is damaged")
	return nil
}
