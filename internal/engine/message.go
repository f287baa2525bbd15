package engine

import (
	"reflect"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
	"github.com/dop251/goja/unistring"
)

// V8's messages. Programs and tests compare them. goja makes its errors with
// texts of its own; where the constructor of an error runs for goja, and not for
// the program, the text is replaced. What failed is read from the instruction
// that is running and from its operands, and what it is called in the source from
// the source. Nothing of this costs anything as long as no error is made.

// construct is what a native constructor runs.
type construct = func(args []goja.Value, newTarget *goja.Object) *goja.Object

// failure is the place where goja makes an error.
type failure struct {
	s           *Stacks
	m           machine
	text        string // goja's
	prg         *goja.Program
	pc          int
	instruction string       // its Go type, "" in a native function
	native      *goja.Object // the builtin that is running, or nil
	this        goja.Value   // its receiver
	args        []goja.Value // and its arguments
}

// v8Message gives an error that goja makes V8's message.
func (s *Stacks) v8Message(constructor *goja.Object, args []goja.Value) []goja.Value {
	if len(args) == 0 {
		return args
	}
	text, ok := args[0].(goja.String)
	if !ok {
		return args
	}
	f := s.failure(text.String())
	if better := f.message(); better != "" {
		return []goja.Value{s.rt.ToValue(better)}
	}
	return args
}

func (s *Stacks) failure(text string) *failure {
	f := &failure{s: s, m: machineOf(s.rt), text: text}
	c := f.m.running()
	f.prg, f.pc = c.prg, c.pc
	stack := f.m.stack()
	switch {
	case c.prg != nil && c.pc >= 0 && c.pc < len(code(c.prg)):
		f.instruction = instructionName(c.prg, c.pc)
	case c.prg == nil && c.sb > 1 && c.sb <= f.sp() && f.sp() <= len(stack):
		f.native, _ = stack[c.sb-1].(*goja.Object)
		f.this, f.args = stack[c.sb-2], stack[c.sb:f.sp()]
		f.passOn()
	}
	return f
}

// isPrimitive says that v is no list of arguments, and neither left out.
func isPrimitive(v goja.Value) bool {
	_, isObject := v.(*goja.Object)
	return !isObject && !goja.IsUndefined(v) && !goja.IsNull(v)
}

// elements returns what lies in an array.
func elements(v goja.Value) []goja.Value {
	if o, ok := v.(*goja.Object); ok && selfOf(o).table == deepLayout.array {
		return *at[[]goja.Value](selfOf(o).data, deepLayout.arrayValues)
	}
	return nil
}

// passOn looks behind call and apply, which run another builtin without a call
// of its own.
func (f *failure) passOn() {
	if !f.s.passesOn(f.native) || f.native == f.s.reflectConstruct || selfOf(f.native).table == methods.boundTable {
		return
	}
	var target *goja.Object
	switch call, apply := f.s.passOn[0], f.s.passOn[1]; f.native {
	case call:
		target, _ = f.this.(*goja.Object)
		f.this, f.args = f.argument(0), f.args[min(1, len(f.args)):]
	case apply:
		if isPrimitive(f.argument(1)) {
			return // the error is its own
		}
		target, _ = f.this.(*goja.Object)
		f.this, f.args = f.argument(0), elements(f.argument(1))
	default: // Reflect.apply
		target, _ = f.argument(0).(*goja.Object)
		if target == nil || target.ClassName() != "Function" || isPrimitive(f.argument(2)) {
			return // the error is its own
		}
		f.this, f.args = f.argument(1), elements(f.argument(2))
	}
	f.native = target
	if target != nil && selfOf(target).table != f.s.nativeTable {
		f.native = nil
	}
}

// instructionName returns the type of an instruction: "getProp".
func instructionName(p *goja.Program, pc int) string {
	t := dynamicType(original(code(p)[pc])).String()
	return strings.TrimLeft(strings.TrimPrefix(strings.TrimPrefix(t, "*"), "goja."), "_")
}

func (f *failure) sp() int { return *at[int](f.m.vm, stackLayout.vmSP) }

// operand returns the n-th value from the top of the stack, 1 being the top.
func (f *failure) operand(n int) goja.Value {
	if i, stack := f.sp()-n, f.m.stack(); i >= 0 && i < len(stack) {
		return stack[i]
	}
	return nil
}

// argument returns an argument of the builtin that is running.
func (f *failure) argument(i int) goja.Value {
	if i < len(f.args) && f.args[i] != nil {
		return f.args[i]
	}
	return goja.Undefined()
}

// nativeName is the name of the builtin that is running.
func (f *failure) nativeName() string { return nameOf(f.native) }

// name returns the string that the instruction holds: the key of a property.
func (f *failure) name() string { return heldName(f.prg, f.pc) }

func heldName(p *goja.Program, pc int) string {
	if s := original(code(p)[pc]); dynamicType(s).Kind() == reflect.String {
		return (*(*unistring.String)(s.data)).String()
	}
	return ""
}

// source returns the text of the program that is running, and where in it the
// instruction is.
func (f *failure) source() (text string, offset int) {
	if f.prg == nil {
		return "", -1
	}
	source := *at[*file.File](unsafe.Pointer(f.prg), offsets.programSrc)
	if source == nil {
		return "", -1
	}
	frame := frame{prg: f.prg, pc: int32(f.pc)}
	return source.Source(), frame.offset()
}

// message returns V8's text, "" when goja's is the same or nothing is known.
func (f *failure) message() string {
	switch {
	// goja prints an object that cannot be converted to a primitive with all its
	// Go fields: a program could read addresses, which differ from run to run.
	case strings.HasPrefix(f.text, "Could not convert &{"):
		return "Cannot convert object to primitive value"
	case f.native != nil:
		if text := f.inBuiltin(); text != "" {
			return text
		}
	case f.instruction != "":
		if text := f.inInstruction(); text != "" {
			return text
		}
	}
	return anywhere(f.text)
}

// anywhere holds the texts that only differ in their wording.
func anywhere(text string) string {
	if better, ok := wording[text]; ok {
		return better
	}
	if n, ok := strings.CutPrefix(text, "Invalid index "); ok && strings.HasPrefix(n, "-") {
		return "Invalid typed array length: " + n
	}
	if method, ok := strings.CutSuffix(text, " is not a method"); ok {
		if strings.Trim(method, "0123456789.") == "" {
			method = "number " + method
		}
		return method + " is not a function"
	}
	if rest, ok := strings.CutPrefix(text, "Byte length of "); ok {
		return "byte length of " + rest
	}
	if rest, ok := strings.CutPrefix(text, "Cannot convert "); ok {
		if number, isBigInt := strings.CutSuffix(rest, " to a BigInt"); isBigInt && strings.Trim(number, "0123456789.eE+-") == "" && number != "" {
			return "The number " + number + " cannot be converted to a BigInt because it is not an integer"
		}
	}
	return ""
}

// wording are goja's texts and V8's for the same.
var wording = map[string]string{
	"Source is too large":                       "offset is out of bounds",
	"radix must be an integer between 2 and 36": "toString() radix argument must be between 2 and 36",
	"Invalid property descriptor. Cannot both specify accessors and a value or writable attribute": "Invalid property descriptor. Cannot both specify accessors and a value or writable attribute, #<Object>",
	"Malformed URI":    "URI malformed",
	"No initial value": "Reduce of empty array with no initial value",
	"toFixed() precision must be between 0 and 100":                                          "toFixed() digits argument must be between 0 and 100",
	"toPrecision() precision must be between 1 and 100":                                      "toPrecision() argument must be between 1 and 100",
	"toExponential() precision must be between 0 and 100":                                    "toExponential() argument must be between 0 and 100",
	"Illegal generator state":                                                                "Generator is already running",
	"exponent must be positive":                                                              "Exponent must be non-negative",
	"RegExp doesn't have global flag set":                                                    "String.prototype.matchAll called with a non-global RegExp argument",
	"The normalization form should be one of NFC, NFD, NFKC, NFKD":                           "The normalization form should be one of NFC, NFD, NFKC, NFKD.",
	"Must call super constructor in derived class before accessing 'this'":                   superMissing,
	"Must call super constructor in derived class before returning from derived constructor": superMissing,
	"Value is not object coercible":                                                          "Cannot convert undefined or null to object",
}

const superMissing = "Must call super constructor in derived class before accessing 'this' or returning from derived constructor"
