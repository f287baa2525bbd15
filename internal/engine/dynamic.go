package engine

import (
	"regexp"
	"strings"
	"unicode/utf16"
	"unsafe"
	"weak"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/file"

	"github.com/jsrr/jsrr/internal/nesting"
)

// DynamicKind is a way in which a program makes code while it runs.
type DynamicKind uint8

const (
	// DirectEval is a call of eval by that name: the text runs in the scope of
	// the caller.
	DirectEval DynamicKind = iota
	// IndirectEval is any other call of eval: the text runs in the global scope.
	IndirectEval
	// FunctionConstructor is new Function, or that of another kind of function.
	FunctionConstructor
)

// Dynamic is a source that a program made while it ran, with what compiling it
// again takes.
type Dynamic struct {
	Kind DynamicKind
	// Text is the source; that of FunctionConstructor is an expression.
	Text string
	// Lowered is what Text was lowered to; nil when the engine compiles Text itself.
	Lowered *Lowered
	// Name is what stacks call the source.
	Name string
	// Number counts the sources that the runtime compiled, from 1.
	Number int
	// Caller and PC are the program and the instruction that called a direct
	// eval.
	Caller *goja.Program
	PC     int
	// Strict says that the caller of a direct eval is strict code.
	Strict bool
	// Global says that the variables of the source are the global object's.
	Global bool
	// Functions are the kinds of the functions that a direct eval is in, as goja
	// counts them, and Private are the private names that it sees.
	Functions []byte
	Private   []PrivateName
	// Program is the compiled source. Its nested programs come in the order of
	// the compiler, which is the same each time.
	Program weak.Pointer[goja.Program]

	numbers map[weak.Pointer[goja.Program]]int
}

// NumberOf returns the number of a program of the source, as Programs counts them.
func (d *Dynamic) NumberOf(p *goja.Program) (n int, ok bool) {
	n, ok = d.numbers[weak.Make(p)]
	return n, ok
}

// Lowered is what a text became that the engine can compile.
type Lowered struct {
	Text string
	// Marks lead back to the text.
	Marks []Mark
}

// DynamicHost says how the texts are compiled that a program makes.
type DynamicHost interface {
	// Unit returns what to compile. An error is a *SyntaxError.
	Unit(name, text string) (Unit, error)
	// Lower is asked when goja refuses the unit: it returns another text, or nil.
	Lower(name, text string) *Lowered
	// LoweredUnit returns what to compile of what text was lowered to.
	LoweredUnit(name, text string, l *Lowered) Unit
	// Link gives the program what its foreign names mean.
	Link(m *Module)
}

// Compiled returns how many sources the runtime compiled that a program made.
func (s *Stacks) Compiled() int { return s.compiled }

// SetCompiled makes the runtime count on from n.
func (s *Stacks) SetCompiled(n int) { s.compiled = n }

// SetDynamicHost makes host say how the texts are compiled that a program makes.
func (s *Stacks) SetDynamicHost(host DynamicHost) { s.host = host }

// DynamicOf returns the source of p when the program made it while it ran, or
// nil.
func (s *Stacks) DynamicOf(p *goja.Program) *Dynamic {
	return s.dynamics[weak.Make(*at[*file.File](unsafe.Pointer(p), offsets.programSrc))]
}

// keepDynamic remembers d for as long as a program of it is reachable.
func (s *Stacks) keepDynamic(d *Dynamic, p *goja.Program) {
	d.Program = weak.Make(p)
	d.numbers = map[weak.Pointer[goja.Program]]int{}
	for i, inner := range Programs(p) {
		d.numbers[weak.Make(inner)] = i
	}
	s.dynamics[weak.Make(*at[*file.File](unsafe.Pointer(p), offsets.programSrc))] = d
	if len(s.dynamics) < s.sweepAt {
		return
	}
	for source := range s.dynamics {
		if source.Value() == nil {
			delete(s.dynamics, source)
		}
	}
	s.sweepAt = max(minSweep, 2*len(s.dynamics))
}

// minSweep is how many dynamic sources are kept before the registry looks which
// of them are gone.
const minSweep = 256

// compileDynamic compiles a source that the program made, with everything that
// is done for other code. It throws what is wrong with it.
func (s *Stacks) compileDynamic(d *Dynamic, compile func(*ast.Program) (*goja.Program, error)) *goja.Program {
	s.compiled++
	d.Number, d.Name = s.compiled, s.dynamicName(d.Text)
	m, err := s.compileUnit(d, compile)
	if err != nil {
		s.throwSyntax(err)
	}
	if s.host != nil {
		s.host.Link(m)
	}
	s.keepDynamic(d, m.Program)
	if d.Kind != FunctionConstructor {
		*at[string](unsafe.Pointer(m.Program), offsets.programFuncName) = evalName
	}
	return m.Program
}

func (s *Stacks) compileUnit(d *Dynamic, compile func(*ast.Program) (*goja.Program, error)) (*Module, error) {
	u := Unit{Name: d.Name, Text: d.Text}
	scope := scope{strict: d.Strict, inFunction: !d.Global, compile: compile}
	if d.Lowered != nil && s.host != nil {
		lowered := s.host.LoweredUnit(d.Name, d.Text, d.Lowered)
		return lowered.compileIn(scope, "", "")
	}
	var err error
	if s.host != nil {
		u, err = s.host.Unit(d.Name, d.Text)
	}
	var m *Module
	if err == nil {
		m, err = u.compileIn(scope, "", "")
	}
	if err != nil && s.host != nil {
		if l := s.host.Lower(d.Name, d.Text); l != nil {
			lowered := s.host.LoweredUnit(d.Name, d.Text, l)
			if m, loweredErr := lowered.compileIn(scope, "", ""); loweredErr == nil {
				d.Lowered = l // who compiles it again asks nobody
				return m, nil
			}
		}
	}
	return m, err
}

// throwSyntax throws what is wrong with a source.
func (s *Stacks) throwSyntax(err error) {
	message := V8Syntax(err.Error())
	if message == nesting.ErrTooDeep.Error() {
		panic(s.newError("RangeError", message))
	}
	panic(s.newError("SyntaxError", message))
}

// sourceOf returns a program's text; halves of surrogate pairs become what they
// are written as in a string.
func sourceOf(text goja.String) string {
	ascii, wide := Units(text)
	if wide == nil {
		return string(ascii)
	}
	const digits = "0123456789abcdef"
	var b strings.Builder
	for i := 0; i < len(wide); i++ {
		r := rune(wide[i])
		if utf16.IsSurrogate(r) {
			if i+1 < len(wide) && utf16.DecodeRune(r, rune(wide[i+1])) != '\uFFFD' {
				r = utf16.DecodeRune(r, rune(wide[i+1]))
				i++
			} else {
				b.WriteString(`\u`)
				for shift := 12; shift >= 0; shift -= 4 {
					b.WriteByte(digits[r>>shift&0xF])
				}
				continue
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// sourceURL is the comment by which a text names itself.
var sourceURL = regexp.MustCompile(`//[#@] sourceURL=([^\s'"]+)[\t ]*(?:\n|$)`)

// longestOrigin bounds the names of texts that make texts that make texts …
const longestOrigin = 4096

// dynamicName is what V8 calls the source of code that the program makes: its
// own name for itself, or where it is made.
func (s *Stacks) dynamicName(text string) string {
	if strings.Contains(text, "sourceURL=") {
		if all := sourceURL.FindAllStringSubmatch(text, -1); all != nil {
			return all[len(all)-1][1]
		}
	}
	maker := "<anonymous>"
	var t trace
	s.capture(&t, 2, nil)
	for i := range t.frames {
		if f := &t.frames[i]; f.prg != nil {
			maker = f.maker()
			break
		}
	}
	if len(maker) > longestOrigin {
		maker = "<anonymous>"
	}
	return evalPrefix + maker + ", <anonymous>"
}

// maker is the frame as the maker of code: code that was made itself is known by
// where.
func (f *frame) maker() string {
	if !f.isEval() {
		return orAnonymous(f.functionName()) + " (" + f.location() + ")"
	}
	name := programName(f.prg)
	if name == "anonymous" || name == evalName {
		name = ""
	}
	return orAnonymous(name) + " (" + f.evalOrigin() + ")"
}

// evalName is the function's name in frames of code that an eval runs.
const evalName = "eval"

// newError makes an error of the engine's own constructor of that name.
func (s *Stacks) newError(name, message string) *goja.Object {
	e, err := s.rt.New(s.constructors[name], s.rt.ToValue(message))
	if err != nil {
		panic(err)
	}
	return e
}
