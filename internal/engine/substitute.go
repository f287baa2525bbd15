package engine

import (
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/unistring"
)

// Some of goja's instructions have a substitute that is laid out like them, so that one
// becomes the other by its table: those are put in for good and cost no memory.

// substituted are the tables of goja's instructions that have a substitute.
var substituted struct {
	add, concatStrings                               unsafe.Pointer
	exp, and, or, xor, bnot, sal, sar, shr           unsafe.Pointer
	getProp, getPropCallee                           unsafe.Pointer
	setProp, setPropP, setPropStrict, setPropStrictP unsafe.Pointer

	named map[unsafe.Pointer]bool // those with the name of a property

	by map[unsafe.Pointer]unsafe.Pointer // the substitute's table, by goja's
	of map[unsafe.Pointer]unsafe.Pointer // goja's, by the substitute's
}

func resolveSubstitutes() error {
	o := &substituted
	o.by, o.of = map[unsafe.Pointer]unsafe.Pointer{}, map[unsafe.Pointer]unsafe.Pointer{}
	o.named = map[unsafe.Pointer]bool{}
	for _, i := range []struct {
		table        *unsafe.Pointer
		source, name string
		by           instruction
	}{
		{&o.add, "a + b", "goja._add", (*adder)(nil)},
		{&o.concatStrings, "`${a}b`", "goja.concatStrings", (*joiner)(nil)},
		{&o.exp, "a ** b", "goja._exp", (*power)(nil)},
		{&o.and, "a & b", "goja._and", (*bitAnd)(nil)},
		{&o.or, "a | b", "goja._or", (*bitOr)(nil)},
		{&o.xor, "a ^ b", "goja._xor", (*bitXor)(nil)},
		{&o.bnot, "~a", "goja._bnot", (*bitNot)(nil)},
		{&o.sal, "a << b", "goja._sal", (*shiftLeft)(nil)},
		{&o.sar, "a >> b", "goja._sar", (*shiftRight)(nil)},
		{&o.shr, "a >>> b", "goja._shr", (*shiftUnsigned)(nil)},
		{&o.getProp, "x.y", "goja.getProp", (*propertyReader)(nil)},
		{&o.getPropCallee, "x.y()", "goja.getPropCallee", (*calleeReader)(nil)},
		{&o.setProp, "x.y = 1", "goja.setProp", (*propertyWriter)(nil)},
		{&o.setPropP, "x.y = 1; 1", "goja.setPropP", (*propertyDropper)(nil)},
		{&o.setPropStrict, "'use strict'; x.y = 1", "goja.setPropStrict", (*strictPropertyWriter)(nil)},
		{&o.setPropStrictP, "'use strict'; x.y = 1; 1", "goja.setPropStrictP", (*strictPropertyDropper)(nil)},
	} {
		var err error
		if *i.table, err = findInstruction(i.source, i.name); err != nil {
			return err
		}
		own := tableOfOwn(i.by)
		o.by[*i.table], o.of[own] = own, *i.table
		o.named[*i.table] = strings.Contains(i.source, "x.y")
	}
	return nil
}

// substitute puts substitutes into p.
func substitute(p *goja.Program) {
	o := &substituted
	slots := code(p)
	for i := range slots {
		own := o.by[slots[i].table]
		if own == nil {
			continue
		}
		if !o.named[slots[i].table] || !maybeNumber(*(*unistring.String)(slots[i].data)) {
			slots[i].table = own
		}
	}
}

// original returns goja's instruction that s is the substitute of, or s.
func original(s slot) slot {
	if table := substituted.of[s.table]; table != nil {
		s.table = table
	}
	return s
}

// run runs goja's instruction, given its table and what it consists of.
func run(vm, table, data unsafe.Pointer) {
	s := slot{table, data}
	(*(*instruction)(unsafe.Pointer(&s))).exec(vm)
}
