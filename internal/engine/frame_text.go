package engine

import (
	"strconv"
	"strings"
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/file"
)

// Frames as V8 writes them.

// evalPrefix begins the names of sources that the program made itself: they
// say where ("eval at f (file:1:2), <anonymous>").
const evalPrefix = "eval at "

func sourceName(p *goja.Program) string {
	if source := SourceFile(loaded(p)); source != nil {
		return source.Name()
	}
	return ""
}

// position returns where the frame is, in the source that a person wrote.
func (f *frame) position() file.Position {
	if f.prg == nil {
		return file.Position{}
	}
	if f.kind == classCall {
		return f.classPosition()
	}
	mirror := stackFrame{prg: f.prg, pc: int(f.pc)}
	return Position(*(*goja.StackFrame)(unsafe.Pointer(&mirror)))
}

// evalOrigin returns where a source that the program made was made.
func evalOrigin(source string) string {
	origin, _, _ := strings.Cut(source, ", <anonymous>")
	return origin
}

// isEval reports whether the frame is in code that the program made itself.
func (f *frame) isEval() bool {
	return f.prg != nil && strings.HasPrefix(sourceName(f.prg), evalPrefix)
}

// text is the frame as it stands after "at ".
func (f *frame) text() string {
	if f.kind == combinatorCall {
		return "async Promise." + f.functionName() + " (index " + strconv.Itoa(int(f.pc)) + ")"
	}
	var b strings.Builder
	name := f.functionName()
	switch {
	case f.kind == asyncCall:
		b.WriteString("async ")
	case f.constructs():
		b.WriteString("new ")
	}
	switch {
	case f.constructs():
		b.WriteString(orAnonymous(name))
	case !f.toplevel():
		f.writeMethod(&b, name)
	case name != "":
		b.WriteString(name)
	default:
		return b.String() + f.location()
	}
	b.WriteString(" (" + f.location() + ")")
	return b.String()
}

// constructs reports whether the frame is that of a constructor.
func (f *frame) constructs() bool {
	return f.kind == constructCall || f.kind == nativeBuild || f.kind == classCall
}

func orAnonymous(name string) string {
	if name == "" {
		return "<anonymous>"
	}
	return name
}

// writeMethod writes "Type.function [as method]".
func (f *frame) writeMethod(b *strings.Builder, function string) {
	typeName, method := f.typeName(), f.methodNameOf(function)
	if function == "" {
		b.WriteString(typeName + "." + orAnonymous(method))
		return
	}
	if typeName != "" && isIdentifier(function) {
		b.WriteString(typeName + ".")
	}
	b.WriteString(function)
	if method != "" && function != method && !strings.HasSuffix(function, "."+method) {
		b.WriteString(" [as " + method + "]")
	}
}

// location is "file:line:column".
func (f *frame) location() string {
	if f.prg == nil {
		return "<anonymous>"
	}
	p := f.position()
	return p.Filename + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}

// functionName is the name that the function has, or that the source gives it.
func (f *frame) functionName() string {
	switch f.kind {
	case classCall:
		return nameOf(f.function)
	case staticCall:
		return staticName
	}
	if f.isEval() && f.kind != constructCall {
		if name := programName(f.prg); name == "" || name == "anonymous" {
			return "eval"
		}
	}
	if f.function != nil && (f.prg == nil || runs(f.function, f.prg)) {
		if name, ok := ownData(f.function, "name").(goja.String); ok && name.Length() > 0 {
			return name.String()
		}
	}
	if f.prg == nil {
		return ""
	}
	return programName(f.prg)
}

func programName(p *goja.Program) string {
	return *at[string](unsafe.Pointer(loaded(p)), offsets.programFuncName)
}

// toplevel reports whether the function was called without a receiver.
func (f *frame) toplevel() bool {
	switch this := f.this.(type) {
	case nil:
		return true
	case *goja.Object:
		return f.function != nil && this == globalOf(f.function)
	default:
		return goja.IsUndefined(this) || goja.IsNull(this)
	}
}

// typeName is the name of the receiver's constructor, "" without a receiver.
func (f *frame) typeName() string {
	if f.kind == constructCall {
		return ""
	}
	if o, ok := f.this.(*goja.Object); ok {
		return constructorName(o)
	}
	return primitiveTypeName(f.this)
}

func primitiveTypeName(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case goja.String:
		return "String"
	case *goja.Symbol:
		return "Symbol"
	default:
		switch v.Export().(type) {
		case int64, float64:
			return "Number"
		case bool:
			return "Boolean"
		case nil:
			return ""
		default:
			return "BigInt"
		}
	}
}

// methodName is the property of the receiver that holds the function, "" when
// there is none or more than one.
func (f *frame) methodName() string { return f.methodNameOf(f.functionName()) }

func (f *frame) methodNameOf(name string) string {
	o, ok := f.this.(*goja.Object)
	if !ok || f.function == nil || f.toplevel() || f.kind == constructCall || f.prg != nil && !runs(f.function, f.prg) {
		return ""
	}
	name = strings.TrimPrefix(strings.TrimPrefix(name, "get "), "set ")
	if name != "" && holdsFunction(o, name, f.function) {
		return name
	}
	return findMethod(o, f.function)
}

// holdsFunction reports whether property name of o, or of what it inherits
// from, is the function, or has it as an accessor.
func holdsFunction(o *goja.Object, name string, function *goja.Object) bool {
	for ; o != nil && !isProxy(o); o = o.Prototype() {
		if value, getter, setter, ok := ownProperty(o, name); ok {
			return value == goja.Value(function) || getter == function || setter == function
		}
	}
	return false
}

// findMethod looks for the only property that holds the function.
func findMethod(o, function *goja.Object) string {
	found := ""
	for ; o != nil && !isProxy(o); o = o.Prototype() {
		for _, name := range o.GetOwnPropertyNames() {
			if ownData(o, name) != goja.Value(function) || isIndex(name) {
				continue
			}
			if found != "" {
				return ""
			}
			found = name
		}
	}
	return found
}

// isIndex reports whether a property is an element: V8 does not look at these.
func isIndex(name string) bool {
	_, err := strconv.ParseUint(name, 10, 32)
	return err == nil
}

func isIdentifier(s string) bool {
	for i, r := range s {
		letter := r == '_' || r == '$' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= 0x80
		if !letter && (i == 0 || r < '0' || r > '9') {
			return false
		}
	}
	return s != ""
}
