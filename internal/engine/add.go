package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// adder is the instruction for +, joiner that for template literals: what is put behind a long string is written behind it where that
// is possible (see tails). Both are substitutes.
type (
	adder  struct{}
	joiner struct{ count int }
)

func (a *adder) exec(vm unsafe.Pointer) {
	sp := *at[int](vm, stackLayout.vmSP)
	operands := (*at[[]slot](vm, stackLayout.vmStack))[sp-2 : sp : sp]
	l := &stringLayout
	switch left, right := operands[0], operands[1]; left.table {
	case methods.intTable:
		if right.table == methods.intTable && addInts(operands) {
			*at[int](vm, stackLayout.vmSP) = sp - 1
			*at[int](vm, stackLayout.vmPC)++
			return
		}
	case l.ascii:
		size := (*text)(left.data).size
		if size < longText && (right.table == methods.intTable || right.table == l.ascii && size+(*text)(right.data).size < longText) {
			break
		}
		a.addText(vm, operands)
		return
	case l.wide, l.imported:
		a.addText(vm, operands)
		return
	}
	run(vm, substituted.add, unsafe.Pointer(a))
}

// addInts adds integers as goja does, but in less time: what the look at strings takes
// must not be seen in numbers.
func addInts(operands []slot) bool {
	sum := *(*int64)(operands[0].data) + *(*int64)(operands[1].data)
	if sum < 0 || sum > maxSafeInteger {
		return false
	}
	var value any = sum // of small ones Go has values ready
	operands[0].data = (*slot)(unsafe.Pointer(&value)).data
	return true
}

const maxSafeInteger = 1<<53 - 1

// addText adds to a string.
func (a *adder) addText(vm unsafe.Pointer, operands []slot) {
	operands[0], operands[1] = plain(operands[0]), plain(operands[1])
	switch {
	case isText(operands[1]):
		join(vm, operands, substituted.add, unsafe.Pointer(a))
	case lengthOf(operands[0]) < longText:
		run(vm, substituted.add, unsafe.Pointer(a))
	default:
		a.addValue(vm, operands)
	}
}

// noText is the empty string.
var noText string

// addValue adds to a long string what is not a string: added to the empty one, it
// becomes one.
func (a *adder) addValue(vm unsafe.Pointer, operands []slot) {
	left := operands[0]
	operands[0] = slot{stringLayout.ascii, unsafe.Pointer(&noText)}
	run(vm, substituted.add, unsafe.Pointer(a))
	// The stack may have moved.
	result := &(*at[[]slot](vm, stackLayout.vmStack))[*at[int](vm, stackLayout.vmSP)-1]
	both := []slot{left, plain(*result)}
	mustFit(vm, both)
	t := attachedTo(vm).tails
	whole, ok := t.joined(both)
	if !ok {
		text := func(s slot) goja.String { return (*(*goja.Value)(unsafe.Pointer(&s))).(goja.String) }
		var made goja.Value = text(both[0]).Concat(text(both[1]))
		whole = *(*slot)(unsafe.Pointer(&made))
		t.note(whole)
	}
	*result = whole
}

func (j *joiner) exec(vm unsafe.Pointer) {
	sp := *at[int](vm, stackLayout.vmSP)
	parts := (*at[[]slot](vm, stackLayout.vmStack))[sp-j.count : sp]
	for i := range parts {
		parts[i] = plain(parts[i])
	}
	join(vm, parts, substituted.concatStrings, unsafe.Pointer(j))
}

// join does what an instruction does that puts the strings on the top of the stack
// together.
func join(vm unsafe.Pointer, parts []slot, table, data unsafe.Pointer) {
	mustFit(vm, parts)
	t := attachedTo(vm).tails
	if whole, ok := t.joined(parts); ok {
		parts[0] = whole
		*at[int](vm, stackLayout.vmSP) -= len(parts) - 1
		*at[int](vm, stackLayout.vmPC)++
		return
	}
	run(vm, table, data)
	t.note(parts[0])
}

// mustFit throws V8's error when strings together are too long.
func mustFit(vm unsafe.Pointer, parts []slot) {
	length := 0
	for _, s := range parts {
		length += lengthOf(s)
	}
	if length > maxStringLength {
		panic(newError(runtimeOf(vm), "RangeError", "Invalid string length"))
	}
}
