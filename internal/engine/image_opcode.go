package engine

import (
	"reflect"
	"strings"
	"sync"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/layout"
)

// opcode is how an image keeps the instructions of a type.
type opcode struct {
	name  string         // of the type, as reflect has it
	table unsafe.Pointer // interface table
	shape shape
	// of and parts are for instructions that are structs.
	of    reflect.Type
	parts []part
}

// shape is what an instruction consists of.
type shape uint8

const (
	shapeStruct shape = iota // parts
	shapeEmpty
	shapeInt64
	shapeInt32
	shapeText   // a string
	shapeValue  // a value of JavaScript's, and nothing else
	shapeMarker // one of goja's instructions for await and yield, of which there is one each
	shapeRegExp // goja's, for a literal; see emptyLiteral
	shapeEntry  // an asyncEntry
)

// part is a field of an instruction that is a struct.
type part struct {
	offset uintptr
	kind   partKind
}

type partKind uint8

const (
	partBool partKind = iota
	partInt8
	partInt32
	partInt64
	partName    // a string
	partSource  // text of a function
	partNames   // []unistring.String
	partIndexes // map[unistring.String]uint32
	partValue
	partValues // []goja.Value
	partProgram
	partNone  // an object, always nil
	partInner // an instruction that stands inside
	partBinding
	partPattern
)

// opcodes are those that were looked up, by name; nil for a type that cannot be
// kept.
var opcodes sync.Map

// opcodeNamed returns the opcode of an instruction type; nil when there is none
// that can be kept.
func opcodeNamed(name string) *opcode {
	if o, known := opcodes.Load(name); known {
		return o.(*opcode)
	}
	o := newOpcode(name)
	opcodes.Store(strings.Clone(name), o)
	return o
}

func newOpcode(name string) *opcode {
	plain, isPointer := strings.CutPrefix(name, "*")
	in := codeType().Elem()
	if strings.HasPrefix(plain, "engine.") {
		in = reflect.TypeFor[instruction]()
	}
	t := layout.PointerType("*"+plain, in)
	if t != nil && !isPointer {
		t = t.Elem()
	}
	if t == nil || !t.Implements(in) {
		return nil
	}
	o := &opcode{name: name, of: t, table: tableOf(in, t)}
	if isPointer {
		o.of = t.Elem()
	}
	if !o.setShape(t) {
		return nil
	}
	return o
}

// setShape says what instructions of type t consist of; false for what an image
// cannot keep.
func (o *opcode) setShape(t reflect.Type) bool {
	switch kind := o.of.Kind(); {
	case o.table == regexpLayout.newRegexp:
		o.shape = shapeRegExp
	case o.table == entryTable:
		o.shape = shapeEntry
	case o.name == "*goja.yieldMarker":
		o.shape = shapeMarker
	case o.of.Size() == 0:
		o.shape = shapeEmpty
	case kind == reflect.Int || kind == reflect.Int64:
		o.shape = shapeInt64
	case kind == reflect.Int32 || kind == reflect.Uint32:
		o.shape = shapeInt32
	case kind == reflect.String:
		o.shape = shapeText
	case kind != reflect.Struct || t.Kind() != reflect.Pointer && isDirect(t):
		return false
	case o.of.NumField() == 1 && o.of.Field(0).Type == reflect.TypeFor[goja.Value]():
		o.shape = shapeValue
	default:
		var ok bool
		o.parts, ok = imageParts(o.of, 0, nil)
		return ok
	}
	return true
}

// isDirect says that an interface holds values of t itself, not a pointer to them.
func isDirect(t reflect.Type) bool {
	for t.Kind() == reflect.Struct && t.NumField() == 1 {
		t = t.Field(0).Type
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Map, reflect.Chan, reflect.Func, reflect.UnsafePointer:
		return true
	}
	return false
}

// imageParts appends the fields of t, those of embedded structs in their place.
func imageParts(t reflect.Type, base uintptr, found []part) ([]part, bool) {
	for i := range t.NumField() {
		f := t.Field(i)
		ok := true
		switch {
		case f.Type == reflect.TypeFor[foundBinding]():
		case f.Type.Kind() == reflect.Struct:
			found, ok = imageParts(f.Type, base+f.Offset, found)
		default:
			var kind partKind
			kind, ok = kindOf(f)
			found = append(found, part{base + f.Offset, kind})
		}
		if !ok {
			return nil, false
		}
	}
	return found, true
}

func kindOf(f reflect.StructField) (partKind, bool) {
	switch f.Type.Kind() {
	case reflect.Bool:
		return partBool, true
	case reflect.Int8, reflect.Uint8:
		return partInt8, true
	case reflect.Int32, reflect.Uint32:
		return partInt32, true
	case reflect.Int, reflect.Int64:
		return partInt64, true
	}
	switch f.Type.String() {
	case "unistring.String":
		return partName, true
	case "string":
		if f.Name == "source" {
			return partSource, true
		}
		return partName, true
	case "[]unistring.String":
		return partNames, true
	case "map[unistring.String]uint32":
		return partIndexes, true
	case "goja.Value":
		return partValue, true
	case "[]goja.Value":
		return partValues, true
	case "*goja.Program":
		return partProgram, true
	case "*goja.Object":
		return partNone, true
	case "engine.instruction":
		return partInner, true
	case "*engine.Binding":
		return partBinding, true
	case "*engine.literalPattern":
		return partPattern, true
	}
	return 0, false
}

// codeType is the type of goja's []instruction.
var codeType = sync.OnceValue(func() reflect.Type {
	f, _ := reflect.TypeFor[goja.Program]().FieldByName("code")
	return f.Type
})

// tableOf returns the table of values of type t in an interface.
func tableOf(in, t reflect.Type) unsafe.Pointer {
	holder := allocate(in)
	reflect.NewAt(in, holder).Elem().Set(reflect.Zero(t))
	return (*slot)(holder).table
}

// tableOfOwn returns the interface table of an instruction of jsrr's.
func tableOfOwn(i instruction) unsafe.Pointer { return (*slot)(unsafe.Pointer(&i)).table }

// dynamicType returns the type of an instruction.
func dynamicType(s slot) reflect.Type {
	return reflect.NewAt(codeType().Elem(), unsafe.Pointer(&s)).Elem().Elem().Type()
}
