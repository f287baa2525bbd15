package engine

import (
	"strconv"
	"sync"
	"unicode/utf16"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"

	"github.com/jsrr/jsrr/internal/regexp"
)

// goja's regular expressions lack much of the language, and find by other
// rules. Those of jsrr are objects of goja's whose pattern is replaced by a
// RegExp; only builtins that know of it (hostapi/language) may match with them.

// RegExp is what stands behind a regular expression object. It is immutable.
type RegExp struct {
	Program *regexp.Program
	// Source is the pattern as it was written, Flags the flags in the order of
	// the flags property.
	Source goja.String
	Flags  string
	// Global, Sticky, HasIndices and CodePoints are the flags g, y, d, and u
	// or v.
	Global, Sticky, HasIndices, CodePoints bool
}

// NewRegExp compiles a pattern. The error's text is the message of the
// SyntaxError to be thrown.
func NewRegExp(source goja.String, flags string) (*RegExp, error) {
	parsed, ordered, ok := parseFlags(flags)
	if !ok {
		return nil, &regexp.SyntaxError{Message: "Invalid flags supplied to RegExp constructor '" + flags + "'"}
	}
	codePoints := parsed.Unicode || parsed.UnicodeSets
	program, err := regexp.Compile(characters(source, codePoints), parsed)
	if err != nil {
		return nil, &regexp.SyntaxError{Message: "Invalid regular expression: /" + source.String() + "/" + ordered + ": " + err.Error()}
	}
	has := func(flag byte) bool {
		for i := range len(ordered) {
			if ordered[i] == flag {
				return true
			}
		}
		return false
	}
	return &RegExp{
		Program: program, Source: source, Flags: ordered,
		Global: has('g'), Sticky: has('y'), HasIndices: has('d'), CodePoints: codePoints,
	}, nil
}

// flagOrder is that of the flags property.
const flagOrder = "dgimsuvy"

func parseFlags(flags string) (parsed regexp.Flags, ordered string, ok bool) {
	var seen [len(flagOrder)]bool
	for _, c := range flags {
		at := -1
		for i, known := range flagOrder {
			if known == c {
				at = i
			}
		}
		if at < 0 || seen[at] {
			return parsed, "", false
		}
		seen[at] = true
	}
	for i, is := range seen {
		if is {
			ordered += flagOrder[i : i+1]
		}
	}
	parsed = regexp.Flags{IgnoreCase: seen[2], Multiline: seen[3], DotAll: seen[4], Unicode: seen[5], UnicodeSets: seen[6], Sticky: seen[7]}
	return parsed, ordered, !(seen[5] && seen[6])
}

// characters returns the code points or code units of s.
func characters(s goja.String, codePoints bool) []rune {
	list := make([]rune, 0, s.Length())
	for i := 0; i < s.Length(); i++ {
		c := rune(s.CharAt(i))
		if codePoints && utf16.IsSurrogate(c) && i+1 < s.Length() {
			if joined := utf16.DecodeRune(c, rune(s.CharAt(i+1))); joined != '\uFFFD' {
				c = joined
				i++
			}
		}
		list = append(list, c)
	}
	return list
}

// gojaPattern mirrors goja's regexpPattern.
type gojaPattern struct {
	src                                                    string
	global, ignoreCase, multiline, dotAll, sticky, unicode bool
	regexpWrapper, regexp2Wrapper                          unsafe.Pointer
}

// ownPattern stands in the place of a goja pattern, whose src is then ownMark.
type ownPattern struct {
	gojaPattern
	re *RegExp
}

const ownMark = "jsrr's own"

func newPattern(re *RegExp) *ownPattern {
	parsed, _, _ := parseFlags(re.Flags)
	return &ownPattern{gojaPattern{
		src: ownMark, global: re.Global, ignoreCase: parsed.IgnoreCase, multiline: parsed.Multiline,
		dotAll: parsed.DotAll, sticky: re.Sticky, unicode: parsed.Unicode,
	}, re}
}

func (p *gojaPattern) isOwn() bool {
	return len(p.src) == len(ownMark) && unsafe.StringData(p.src) == unsafe.StringData(ownMark)
}

// flags returns those of a pattern that goja made.
func (p *gojaPattern) flags() string {
	text := ""
	for i, is := range []bool{p.global, p.ignoreCase, p.multiline, p.dotAll, p.unicode, p.sticky} {
		if is {
			text += "gimsuy"[i : i+1]
		}
	}
	return text
}

// regexpObject returns goja's object behind o, or nil when o is not a regular
// expression.
func regexpObject(o *goja.Object) unsafe.Pointer {
	self := at[slot](unsafe.Pointer(o), regexpLayout.objectSelf)
	if self.table != regexpLayout.table {
		return nil
	}
	return self.data
}

// RegExpOf returns what stands behind a regular expression object; nil for any
// other. An object that goja itself made, in code that was compiled at run
// time, is compiled anew; the error is as NewRegExp's.
func RegExpOf(o *goja.Object) (*RegExp, error) {
	object := regexpObject(o)
	if object == nil {
		return nil, nil
	}
	pattern := *at[*gojaPattern](object, regexpLayout.pattern)
	if pattern.isOwn() {
		return (*ownPattern)(unsafe.Pointer(pattern)).re, nil
	}
	re, err := NewRegExp(*at[goja.String](object, regexpLayout.source), pattern.flags())
	if err != nil {
		return nil, err
	}
	SetRegExp(o, re)
	return re, nil
}

// SetRegExp puts re behind a regular expression object.
func SetRegExp(o *goja.Object, re *RegExp) { setPattern(regexpObject(o), newPattern(re)) }

func setPattern(object unsafe.Pointer, pattern *ownPattern) {
	*at[unsafe.Pointer](object, regexpLayout.pattern) = unsafe.Pointer(pattern)
	*at[goja.String](object, regexpLayout.source) = pattern.re.Source
}

// IsStandardRegExp says that nothing a program can change keeps the builtins
// from matching directly: o has no exec or flags of its own, and neither it
// nor RegExp.prototype was changed.
func IsStandardRegExp(rt *goja.Runtime, o *goja.Object) bool {
	object := regexpObject(o)
	if object == nil || !*at[bool](object, regexpLayout.standard) {
		return false
	}
	prototype := *at[*goja.Object](object, regexpLayout.prototype)
	if prototype == nil {
		return false
	}
	standard := *at[unsafe.Pointer](unsafe.Pointer(rt), regexpLayout.standardPrototype)
	return standard != nil && at[slot](unsafe.Pointer(prototype), regexpLayout.objectSelf).data == standard
}

// InterruptFlag returns where rt keeps that it was interrupted: it is read
// atomically, and not 0 from then on.
func InterruptFlag(rt *goja.Runtime) *uint32 {
	mustKnowLayout()
	vm := *at[unsafe.Pointer](unsafe.Pointer(rt), offsets.runtimeVM)
	return at[uint32](vm, regexpLayout.vmInterrupted)
}

// regexpLiteral is the instruction of a literal: goja's own makes the object.
type regexpLiteral struct {
	original instruction
	pattern  *literalPattern
}

func (l *regexpLiteral) exec(vm unsafe.Pointer) {
	l.original.exec(vm)
	stack := *at[[]slot](vm, regexpLayout.vmStack)
	setPattern(regexpObject((*goja.Object)(stack[*at[int](vm, regexpLayout.vmTop)-1].data)), l.pattern.get())
}

// literalPattern is the pattern of a literal. That of an image is compiled when
// it is needed.
type literalPattern struct {
	once   sync.Once
	source goja.String
	flags  string
	own    *ownPattern
}

func (p *literalPattern) get() *ownPattern {
	p.once.Do(func() {
		if p.own != nil {
			return
		}
		re, err := NewRegExp(p.source, p.flags)
		if err != nil {
			panic(errImage)
		}
		p.own = newPattern(re)
	})
	return p.own
}

// literals are the regular expressions of a program's text.
type literals []*literalPattern

// take compiles a literal and leaves in the tree a number in its place: goja
// need not understand it.
func (l *literals) take(tree *ast.Program, n *ast.RegExpLiteral) error {
	source := goja.StringFromUTF16(utf16.Encode([]rune(n.Pattern)))
	re, err := NewRegExp(source, n.Flags)
	if err != nil {
		message := err.Error()
		if _, _, ok := parseFlags(n.Flags); !ok {
			message = "Invalid regular expression flags"
		}
		return &goja.CompilerSyntaxError{CompilerError: goja.CompilerError{
			Message: message, File: tree.File, Offset: int(n.Idx) - tree.File.Base(),
		}}
	}
	*l = append(*l, &literalPattern{source: source, flags: re.Flags, own: newPattern(re)})
	n.Pattern, n.Flags = strconv.Itoa(len(*l)-1), ""
	return nil
}

// put replaces goja's instructions for literals in p.
func (l literals) put(p *goja.Program) {
	if len(l) == 0 {
		return
	}
	slots := code(p)
	for i := range slots {
		if slots[i].table != regexpLayout.newRegexp {
			continue
		}
		source := *at[goja.String](slots[i].data, regexpLayout.literalSource)
		number, err := strconv.Atoi(source.String())
		if err != nil || number >= len(l) {
			panic(&LayoutError{Field: "newRegexp.src", Reason: "is not the pattern of the tree"})
		}
		var own instruction = &regexpLiteral{*(*instruction)(unsafe.Pointer(&slots[i])), l[number]}
		slots[i] = *(*slot)(unsafe.Pointer(&own))
	}
}
