package engine

import (
	"math"
	"math/big"
	"reflect"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// The kinds of values that programs contain.
const (
	valueNone = iota // Go's nil, a hole
	valueUndefined
	valueNull
	valueFalse
	valueTrue
	valueInt
	valueFloat
	valueText
	valueBigInt
	valueProperty // an element of a template
)

// valueTables are the interface tables of values.
var valueTables struct{ ascii, unicode, integer, float, bigInt unsafe.Pointer }

// Small numbers are where all instructions and values find them.
const smallest, largest = -256, 4096

var (
	small64 = smallNumbers[int64]()
	small32 = smallNumbers[int32]()
)

func smallNumbers[N int64 | int32]() *[largest - smallest + 1]N {
	var all [largest - smallest + 1]N
	for i := range all {
		all[i] = N(i + smallest)
	}
	return &all
}

func int64At(n int64) *int64 {
	if n >= smallest && n <= largest {
		return &small64[n-smallest]
	}
	return &n
}

func int32At(n int64) *int32 {
	if n >= smallest && n <= largest {
		return &small32[n-smallest]
	}
	narrow := int32(n)
	return &narrow
}

// valueAt reads a value, and returns where it is.
func (d *decoder) valueAt() *goja.Value {
	if len(d.values) == 0 {
		d.fail()
		return nil
	}
	place := &d.values[0]
	d.values = d.values[1:]
	*place = d.value()
	return place
}

func (d *decoder) value() (v goja.Value) {
	s := (*slot)(unsafe.Pointer(&v))
	switch d.uint() {
	case valueNone:
	case valueUndefined:
		return goja.Undefined()
	case valueNull:
		return goja.Null()
	case valueFalse:
		return booleans[0]
	case valueTrue:
		return booleans[1]
	case valueInt:
		*s = slot{valueTables.integer, unsafe.Pointer(int64At(d.int()))}
	case valueFloat:
		n := math.Float64frombits(d.uint())
		*s = slot{valueTables.float, unsafe.Pointer(&n)}
	case valueText:
		*s = unitsSlot(d.string())
	case valueBigInt:
		n, ok := new(big.Int).SetString(*d.string(), 16)
		if !ok {
			d.fail()
			return nil
		}
		*s = slot{valueTables.bigInt, unsafe.Pointer(n)}
	case valueProperty:
		*s = d.property()
	default:
		d.fail()
	}
	return v
}

// property reads an element of a template.
func (d *decoder) property() slot {
	o := propertyShape()
	if o == nil {
		d.fail()
		return slot{}
	}
	s := slot{o.table, allocate(o.of)}
	for _, p := range o.parts {
		d.part(p.kind, unsafe.Add(s.data, p.offset))
	}
	return s
}

// propertyShape is what goja's properties consist of; nil when that is not known.
var propertyShape = sync.OnceValue(func() *opcode {
	t := layout.PointerType("*goja.valueProperty", reflect.TypeFor[goja.Program]())
	if t == nil || !t.Implements(reflect.TypeFor[goja.Value]()) {
		return nil
	}
	o := &opcode{of: t.Elem(), table: tableOf(reflect.TypeFor[goja.Value](), t)}
	var ok bool
	if o.parts, ok = imageParts(o.of, 0, nil); !ok {
		return nil
	}
	return o
})

// booleans are false and true.
var booleans = func() [2]goja.Value {
	rt := goja.New()
	return [2]goja.Value{rt.ToValue(false), rt.ToValue(true)}
}()

// unitsSlot makes a value of a string of the table.
func unitsSlot(text *string) slot {
	if len(*text) < 2 || (*text)[:2] != unitsMark {
		return slot{valueTables.ascii, unsafe.Pointer(text)}
	}
	units := unsafe.Slice((*uint16)(unsafe.Pointer(unsafe.StringData(*text))), len(*text)/2)
	return slot{valueTables.unicode, unsafe.Pointer(&units)}
}

func unitsString(text string) goja.String {
	var v goja.Value
	*(*slot)(unsafe.Pointer(&v)) = unitsSlot(&text)
	return v.(goja.String)
}

// value writes v.
func (e *encoder) value(v goja.Value) {
	switch s := *(*slot)(unsafe.Pointer(&v)); {
	case v == nil:
		e.uint(valueNone)
	case goja.IsUndefined(v):
		e.uint(valueUndefined)
	case goja.IsNull(v):
		e.uint(valueNull)
	case v == booleans[0]:
		e.uint(valueFalse)
	case v == booleans[1]:
		e.uint(valueTrue)
	case s.table == valueTables.integer:
		e.uint(valueInt)
		e.int(*(*int64)(s.data))
	case s.table == valueTables.float:
		e.uint(valueFloat)
		e.uint(math.Float64bits(*(*float64)(s.data)))
	case s.table == valueTables.bigInt:
		e.uint(valueBigInt)
		e.string((*big.Int)(s.data).Text(16))
	case s.table == propertyTable():
		e.uint(valueProperty)
		for _, p := range propertyShape().parts {
			e.part(p.kind, unsafe.Add(s.data, p.offset))
		}
	default:
		text, ok := v.(goja.String)
		if !ok {
			e.refuse("a value of type " + typeName(v))
			return
		}
		e.uint(valueText)
		e.string(rawUnits(text))
	}
}

// propertyTable is the interface table of properties as values.
func propertyTable() unsafe.Pointer {
	if o := propertyShape(); o != nil {
		return o.table
	}
	return nil
}

// rawUnits returns a string as goja keeps names: ASCII, or UTF-16 with a mark.
func rawUnits(s goja.String) string {
	ascii, wide := Units(s)
	if wide == nil {
		return string(ascii)
	}
	marked := append([]uint16{0xFEFF}, wide...)
	return unsafe.String((*byte)(unsafe.Pointer(&marked[0])), 2*len(marked))
}

// resolveValues looks up the interface tables of values.
func resolveValues() error {
	rt, t := goja.New(), &valueTables
	for _, sample := range []struct {
		table *unsafe.Pointer
		value goja.Value
		name  string
	}{
		{&t.ascii, rt.ToValue("a"), "goja.asciiString"},
		{&t.unicode, goja.StringFromUTF16([]uint16{0xE9}), "goja.unicodeString"},
		{&t.integer, rt.ToValue(1), "goja.valueInt"},
		{&t.float, rt.ToValue(0.5), "goja.valueFloat"},
		{&t.bigInt, rt.ToValue(big.NewInt(1)), "*goja.valueBigInt"},
	} {
		if got := typeName(sample.value); got != sample.name {
			return &LayoutError{Field: sample.name, Reason: "is now " + got}
		}
		*sample.table = (*slot)(unsafe.Pointer(&sample.value)).table
	}
	return nil
}

func typeName(v goja.Value) string { return reflect.TypeOf(v).String() }
