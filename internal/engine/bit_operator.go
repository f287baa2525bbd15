package engine

import (
	"math"
	"unsafe"

	"github.com/dop251/goja"
)

// Instructions that work on 32 bits of numbers: goja takes numbers beyond 64 bits for
// 0, like 2**63 in (a * b) | 0. They compute two integers as goja does, but in less
// time. All are substitutes.
type (
	bitAnd        struct{}
	bitOr         struct{}
	bitXor        struct{}
	bitNot        struct{}
	shiftLeft     struct{}
	shiftRight    struct{}
	shiftUnsigned struct{}
)

func (b *bitAnd) exec(vm unsafe.Pointer) {
	if x, y, ok := integers(vm); ok {
		putInteger(vm, int64(int32(x)&int32(y)))
		return
	}
	run(vm, substituted.and, unsafe.Pointer(b))
}

func (b *bitOr) exec(vm unsafe.Pointer) {
	if x, y, ok := integers(vm); ok {
		putInteger(vm, int64(int32(x)|int32(y)))
		return
	}
	run(vm, substituted.or, unsafe.Pointer(b))
}

func (b *bitXor) exec(vm unsafe.Pointer) {
	if x, y, ok := integers(vm); ok {
		putInteger(vm, int64(int32(x)^int32(y)))
		return
	}
	run(vm, substituted.xor, unsafe.Pointer(b))
}

func (b *shiftLeft) exec(vm unsafe.Pointer) {
	if x, y, ok := integers(vm); ok {
		putInteger(vm, int64(int32(x)<<(uint32(y)&31)))
		return
	}
	run(vm, substituted.sal, unsafe.Pointer(b))
}

func (b *shiftRight) exec(vm unsafe.Pointer) {
	if x, y, ok := integers(vm); ok {
		putInteger(vm, int64(int32(x)>>(uint32(y)&31)))
		return
	}
	run(vm, substituted.sar, unsafe.Pointer(b))
}

func (b *shiftUnsigned) exec(vm unsafe.Pointer) {
	if x, y, ok := integers(vm); ok {
		putInteger(vm, int64(uint32(x)>>(uint32(y)&31)))
		return
	}
	run(vm, substituted.shr, unsafe.Pointer(b))
}

func (b *bitNot) exec(vm unsafe.Pointer) {
	lowBits(&(*at[[]slot](vm, stackLayout.vmStack))[*at[int](vm, stackLayout.vmSP)-1])
	run(vm, substituted.bnot, unsafe.Pointer(b))
}

// integers returns the operands when both are integers; others are made fit for goja.
func integers(vm unsafe.Pointer) (x, y int64, ok bool) {
	sp := *at[int](vm, stackLayout.vmSP)
	operands := (*at[[]slot](vm, stackLayout.vmStack))[sp-2 : sp : sp]
	if operands[0].table == valueTables.integer && operands[1].table == valueTables.integer {
		return *(*int64)(operands[0].data), *(*int64)(operands[1].data), true
	}
	lowBits(&operands[0])
	lowBits(&operands[1])
	return 0, 0, false
}

// putInteger puts the result of an operator in the place of its operands, which are
// integers, and goes on.
func putInteger(vm unsafe.Pointer, result int64) {
	sp := at[int](vm, stackLayout.vmSP)
	*sp--
	var value any = result // of small ones Go has values ready
	(*at[[]slot](vm, stackLayout.vmStack))[*sp-1].data = (*slot)(unsafe.Pointer(&value)).data
	*at[int](vm, stackLayout.vmPC)++
}

// lowBits puts the last 32 bits of a number in the place of one that has more than 64.
func lowBits(operand *slot) {
	if operand.table != valueTables.float {
		return
	}
	f := *(*float64)(operand.data)
	if math.Abs(f) < 1<<63 || math.IsInf(f, 0) || f != f {
		return
	}
	*(*goja.Value)(unsafe.Pointer(operand)) = floatToValue(math.Mod(f, 1<<32))
}
