package engine

import (
	"maps"
	"slices"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// SameCode reports whether two programs do the same at the same places of a text.
// When both were compiled of one text they are, for all that can be seen, the same
// function of it.
func SameCode(a, b *goja.Program) bool {
	if a == nil || b == nil {
		return a == b
	}
	complete(a)
	complete(b)
	x, y := unsafe.Pointer(a), unsafe.Pointer(b)
	return *at[string](x, offsets.programFuncName) == *at[string](y, offsets.programFuncName) &&
		slices.Equal(*at[[]srcMapItem](x, offsets.programSrcMap), *at[[]srcMapItem](y, offsets.programSrcMap)) &&
		slices.EqualFunc(code(a), code(b), sameInstruction)
}

func sameInstruction(a, b slot) bool {
	if a.table != b.table {
		return false
	}
	switch {
	case a.table == nil || a.data == b.data || a.table == leaveTable:
		return true
	case a.table == guardTable:
		return sameInner((*guard)(a.data).first, (*guard)(b.data).first)
	case a.table == entryTable:
		return sameInner((*asyncEntry)(a.data).first, (*asyncEntry)(b.data).first)
	}
	o := opcodeNamed(dynamicType(a).String())
	if o == nil {
		return true // it counts, or refers to a class; what stands around it tells
	}
	switch o.shape {
	case shapeText:
		return *(*string)(a.data) == *(*string)(b.data)
	case shapeInt64:
		return *(*int64)(a.data) == *(*int64)(b.data)
	case shapeInt32:
		return *(*int32)(a.data) == *(*int32)(b.data)
	case shapeValue:
		return sameConstant(*(*goja.Value)(a.data), *(*goja.Value)(b.data))
	case shapeMarker:
		return false
	case shapeStruct:
		for _, p := range o.parts {
			if !samePart(p.kind, unsafe.Add(a.data, p.offset), unsafe.Add(b.data, p.offset)) {
				return false
			}
		}
	}
	return true
}

func sameInner(a, b instruction) bool {
	return sameInstruction(*(*slot)(unsafe.Pointer(&a)), *(*slot)(unsafe.Pointer(&b)))
}

// samePart compares a field of two instructions.
func samePart(kind partKind, a, b unsafe.Pointer) bool {
	switch kind {
	case partBool, partInt8:
		return *(*int8)(a) == *(*int8)(b)
	case partInt32:
		return *(*int32)(a) == *(*int32)(b)
	case partInt64:
		return *(*int64)(a) == *(*int64)(b)
	case partName, partSource:
		return *(*string)(a) == *(*string)(b)
	case partNames:
		return slices.Equal(*(*[]string)(a), *(*[]string)(b))
	case partIndexes:
		return maps.Equal(*(*map[unistring.String]uint32)(a), *(*map[unistring.String]uint32)(b))
	case partValue:
		return sameConstant(*(*goja.Value)(a), *(*goja.Value)(b))
	case partValues:
		return slices.EqualFunc(*(*[]goja.Value)(a), *(*[]goja.Value)(b), sameConstant)
	case partProgram:
		return SameCode(*(**goja.Program)(a), *(**goja.Program)(b))
	case partInner:
		return sameInner(*(*instruction)(a), *(*instruction)(b))
	case partBinding:
		return (*(**Binding)(a)).name == (*(**Binding)(b)).name
	case partPattern:
		x, y := *(**literalPattern)(a), *(**literalPattern)(b)
		return x.flags == y.flags && sameConstant(x.source, y.source)
	}
	return true
}

// sameConstant compares values that stand in code.
func sameConstant(a, b goja.Value) bool {
	if a == nil || b == nil {
		return a == b
	}
	x, y := (*slot)(unsafe.Pointer(&a)), (*slot)(unsafe.Pointer(&b))
	if x.table != y.table {
		return false
	}
	if x.table == propertyTable() {
		for _, p := range propertyShape().parts {
			if !samePart(p.kind, unsafe.Add(x.data, p.offset), unsafe.Add(y.data, p.offset)) {
				return false
			}
		}
		return true
	}
	return a.SameAs(b)
}
