package engine

import (
	"strings"
	"unicode"
	"unicode/utf8"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// goja keeps no names of variables. But an instruction that reads one is where its
// name stands in the source, so that names can be learnt from the code that reads
// them: that of a function, and of the functions within it.

// PrivateMember is the name of a private member. Index is its place among the fields, or
// methods, of the Level-th class around: the innermost has 0.
type PrivateMember struct {
	Name           string
	Index          uint32
	Level          uint8
	Static, Method bool
}

// VariableNames are what the variables are called that a program, or a function within
// it, reads.
type VariableNames struct {
	// Outer are those of the scopes around it, by the level of the scope (0 for
	// the one in which a function of the program is made) and the place in it. ""
	// is for what is not known.
	Outer [][]string

	// Private are the private members that it names.
	Private []PrivateMember

	own    map[int][]string // of the scopes that it makes, by their numbers
	locals map[int]string   // on the stack
	marks  []scopeMark
}

// scopeMark says which of a program's own scopes there are from an instruction on,
// innermost last.
type scopeMark struct {
	pc    int
	chain []int
}

// VariableNamesOf learns the names of variables from p. It does not know those of
// a program that was made without its source.
func VariableNamesOf(p *goja.Program) *VariableNames {
	mustKnowLayout()
	l := &nameLearner{own: map[int]map[uint32]string{}, outer: map[int]map[uint32]string{}, kinds: map[unsafe.Pointer]opKind{}}
	v := &VariableNames{own: map[int][]string{}, locals: map[int]string{}}
	l.members = &v.Private
	l.scan(p, nil, v)
	for scope := range l.scopes {
		v.own[scope+1] = listed(l.own[scope+1])
	}
	for level := range l.deepest {
		v.Outer = append(v.Outer, listed(l.outer[level]))
	}
	return v
}

// listed returns names by their places.
func listed(names map[uint32]string) (list []string) {
	for index := uint32(0); len(names) > 0; index++ {
		list = append(list, names[index])
		delete(names, index)
	}
	return list
}

// At is Outer for a function that stands before instruction pc: the first levels are
// of scopes that it made itself.
func (v *VariableNames) At(pc int) [][]string {
	var chain []int
	for _, m := range v.marks {
		if m.pc > pc {
			break
		}
		chain = m.chain
	}
	levels := make([][]string, 0, len(chain)+len(v.Outer))
	for level := range chain {
		levels = append(levels, v.own[chain[len(chain)-1-level]])
	}
	return append(levels, v.Outer...)
}

// Local returns the name of a variable on the stack: that of the n-th argument, for
// -n, or of the n-th other one. "" is for one that is not known.
func (v *VariableNames) Local(n int) string { return v.locals[n] }

// nameLearner goes through a program and those within it.
type nameLearner struct {
	own, outer map[int]map[uint32]string
	scopes     int
	deepest    int
	kinds      map[unsafe.Pointer]opKind
	members    *[]PrivateMember // nil in the midst of a class, where levels differ
}

// opKind says what an instruction does to scopes.
type opKind uint8

const (
	opUnknown opKind = iota
	opOther
	opPush    // enters a scope
	opPushIf  // enters one unless it has no variables
	opPop     // may leave one
	opRead    // reads a variable
	opMixed   // reads one that eval may hide
	opLocal   // reads one that is on the stack
	opWith    // nothing is known behind it
	opMakes   // may have programs in it
	opClass   // makes a class
	opPrivate // names a private member
	opUndef   // stands before the reading of a function to be called
)

// opKinds are the instructions by their types.
var opKinds = map[string]opKind{
	"*goja.enterFunc": opPush, "*goja.enterFunc1": opPush, "*goja.enterCatchBlock": opPush,
	"*goja.enterBlock": opPushIf, "*goja.enterFuncBody": opPushIf, "*goja.leaveBlock": opPop,
	"goja.loadStash": opRead, "goja.loadStashLex": opRead, "*goja.loadMixed": opMixed, "*goja.loadMixedLex": opMixed,
	"goja.loadStack": opLocal, "goja.loadStackLex": opLocal, "goja.loadStack1": opLocal, "goja.loadStack1Lex": opLocal,
	"*goja.newClass": opClass, "*goja.newDerivedClass": opClass, "*goja.getPrivatePropRes": opPrivate, "*goja.getPrivatePropResCallee": opPrivate,
	"*goja.setPrivatePropRes": opPrivate, "*goja.setPrivatePropResP": opPrivate,
	"goja._enterWith": opWith, "goja._loadUndef": opUndef,
}

func (l *nameLearner) kind(s slot) opKind {
	k := l.kinds[s.table]
	if k == opUnknown {
		name := dynamicType(s).String()
		if k = opKinds[name]; k == opUnknown {
			k = opOther
			if strings.HasPrefix(name, "*goja.new") {
				k = opMakes
			}
		}
		l.kinds[s.table] = k
	}
	return k
}

// scan goes through p, which is made in a chain of scopes that are known, innermost
// last. v, when not nil, gets what is p's own.
func (l *nameLearner) scan(p *goja.Program, chain []int, v *VariableNames) {
	complete(p)
	source := *at[*file.File](unsafe.Pointer(p), offsets.programSrc)
	items := *at[[]srcMapItem](unsafe.Pointer(p), offsets.programSrcMap)
	if source == nil {
		return
	}
	r := &reading{l, source.Source(), items, 0}
	slots := code(p)
	last := lastLeaves(slots, l)
	index := nestedIndex{}
	for pc, outermost := range slots {
		s := innermost(outermost)
		if s.table == nil {
			continue
		}
		before := len(chain)
		switch k := l.kind(s); k {
		case opWith:
			return
		case opPush, opPushIf:
			if k == opPush || pushes(s) {
				l.scopes++
				chain = append(chain[:len(chain):len(chain)], l.scopes)
			}
		case opPop:
			if last[s.data] == pc && pops(s) && len(chain) > 0 {
				chain = chain[:len(chain)-1]
			}
		case opRead, opMixed, opLocal:
			l.read(r, slots, pc, s, k, chain, v)
		case opPrivate:
			if l.members != nil {
				*l.members = append(*l.members, *at[PrivateMember](s.data, 0))
			}
		case opMakes, opClass:
			if k == opClass {
				l.members = nil
			}
			for _, offset := range index.offsetsOf(s) {
				if inner := *at[*goja.Program](s.data, offset); inner != nil {
					l.scan(inner, chain, nil)
				}
			}
		}
		if v != nil && len(chain) != before {
			v.marks = append(v.marks, scopeMark{pc + 1, chain})
		}
	}
}

// lastLeaves returns where each instruction that leaves a block stands last: a
// break is the same instruction, in the midst of the block.
func lastLeaves(slots []slot, l *nameLearner) map[unsafe.Pointer]int {
	last := map[unsafe.Pointer]int{}
	for pc, s := range slots {
		if s = innermost(s); s.table != nil && l.kind(s) == opPop {
			last[s.data] = pc
		}
	}
	return last
}

// goja's instructions begin so.
type (
	entering struct {
		names                unsafe.Pointer
		stashSize, stackSize uint32
	}
	leaving struct {
		stackSize uint32
		popStash  bool
	}
	mixed struct {
		name  string
		index uint32
	}
)

func pushes(s slot) bool { return (*entering)(s.data).stashSize > 0 }
func pops(s slot) bool   { return (*leaving)(s.data).popStash }

// reading is the state of scan in a program's table of positions.
type reading struct {
	*nameLearner
	source string
	items  []srcMapItem
	next   int
}

// name returns the name that the instruction at pc reads: its position is that of
// the name, and belongs to it, or to one before it that only makes room.
func (r *reading) name(slots []slot, pc int) string {
	for r.next+1 < len(r.items) && r.items[r.next+1].pc <= pc {
		r.next++
	}
	if r.next >= len(r.items) {
		return ""
	}
	item := r.items[r.next]
	if item.pc != pc && !(item.pc == pc-1 && r.kind(innermost(slots[pc-1])) == opUndef) {
		return ""
	}
	return identifierAt(r.source, item.srcPos)
}

func identifierAt(source string, offset int) string {
	if offset < 0 || offset >= len(source) {
		return ""
	}
	text := source[offset:]
	for i, c := range text {
		letter := c == '_' || c == '$' || c < utf8.RuneSelf && (c|0x20) >= 'a' && (c|0x20) <= 'z' || c >= utf8.RuneSelf && unicode.IsLetter(c)
		if !letter && (i == 0 || c < '0' || c > '9') {
			return text[:i]
		}
	}
	return text
}

// read learns from an instruction that reads a variable.
func (l *nameLearner) read(r *reading, slots []slot, pc int, s slot, k opKind, chain []int, v *VariableNames) {
	switch k {
	case opLocal:
		if v == nil {
			return
		}
		if name := r.name(slots, pc); name != "" {
			learn(v.locals, *at[int](s.data, 0), name)
		}
	case opMixed:
		m := (*mixed)(s.data)
		l.learn(m.index, m.name, chain)
	default:
		if name := r.name(slots, pc); name != "" {
			l.learn(*at[uint32](s.data, 0), name, chain)
		}
	}
}

func (l *nameLearner) learn(operand uint32, name string, chain []int) {
	level, index := int(operand>>24), operand&0xFFFFFF
	if level < len(chain) {
		learn(namesOf(l.own, chain[len(chain)-1-level]), index, name)
		return
	}
	level -= len(chain)
	l.deepest = max(l.deepest, level+1)
	learn(namesOf(l.outer, level), index, name)
}

func namesOf(all map[int]map[uint32]string, key int) map[uint32]string {
	names := all[key]
	if names == nil {
		names = map[uint32]string{}
		all[key] = names
	}
	return names
}

// learn notes a name. What has two names has none: the code is not understood.
func learn[K comparable](names map[K]string, key K, name string) {
	if have, known := names[key]; known && have != name {
		name = ""
	}
	names[key] = name
}
