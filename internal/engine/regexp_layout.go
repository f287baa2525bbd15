package engine

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// regexpLayout is where goja keeps regular expressions.
var regexpLayout struct {
	objectSelf                           uintptr
	table                                unsafe.Pointer // interface table of *regexpObject
	pattern, source, standard, prototype uintptr        // of regexpObject
	standardPrototype                    uintptr        // of Runtime
	vmStack, vmTop, vmInterrupted        uintptr
	newRegexp                            unsafe.Pointer // interface table of the instruction
	literalSource                        uintptr        // of newRegexp
}

// resolveRegExpLayout looks the fields up by name and checks their types.
func resolveRegExpLayout() error {
	l := &regexpLayout
	object, err := sampleRegExp()
	if err != nil {
		return err
	}
	for _, wanted := range []struct {
		at     *uintptr
		owner  reflect.Type
		name   string
		typeOf string
	}{
		{&l.pattern, object, "pattern", "*goja.regexpPattern"},
		{&l.source, object, "source", "goja.String"},
		{&l.standard, object, "standard", "bool"},
		{&l.prototype, object, "prototype", "*goja.Object"},
	} {
		f, ok := wanted.owner.FieldByName(wanted.name)
		if !ok || f.Type.String() != wanted.typeOf {
			return &LayoutError{Field: wanted.owner.Name() + "." + wanted.name, Reason: "is not a " + wanted.typeOf}
		}
		*wanted.at = fieldOffset(wanted.owner, wanted.name)
	}
	if err := checkPatternLayout(object); err != nil {
		return err
	}
	return resolveRegExpMachine()
}

// sampleRegExp returns the type of goja's regular expression objects, and keeps
// by what they are known.
func sampleRegExp() (reflect.Type, error) {
	l, rt := &regexpLayout, goja.New()
	o, err := rt.New(rt.Get("RegExp"))
	if err != nil {
		return nil, err
	}
	f, ok := reflect.TypeFor[goja.Object]().FieldByName("self")
	if !ok || f.Type.Kind() != reflect.Interface {
		return nil, &LayoutError{Field: "Object.self", Reason: "is not an interface"}
	}
	l.objectSelf = f.Offset
	l.table = at[slot](unsafe.Pointer(o), f.Offset).table
	self := reflect.ValueOf(o).Elem().FieldByName("self").Elem()
	if self.Type().String() != "*goja.regexpObject" {
		return nil, &LayoutError{Field: "regexpObject", Reason: "is now a " + self.Type().String()}
	}
	return self.Type().Elem(), nil
}

// fieldOffset is the offset of a field, which may belong to an embedded struct.
func fieldOffset(owner reflect.Type, name string) uintptr {
	f, _ := owner.FieldByName(name)
	offset := uintptr(0)
	t := owner
	for _, i := range f.Index {
		offset += t.Field(i).Offset
		t = t.Field(i).Type
	}
	return offset
}

// checkPatternLayout compares regexpPattern with its mirror.
func checkPatternLayout(object reflect.Type) error {
	f, _ := object.FieldByName("pattern")
	theirs, ours := f.Type.Elem(), reflect.TypeFor[gojaPattern]()
	if theirs.NumField() != ours.NumField() || theirs.Size() != ours.Size() {
		return &LayoutError{Field: "regexpPattern", Reason: "has other fields"}
	}
	for i := range ours.NumField() {
		a, b := theirs.Field(i), ours.Field(i)
		if a.Name != b.Name || a.Offset != b.Offset || a.Type.Size() != b.Type.Size() {
			return &LayoutError{Field: "regexpPattern." + a.Name, Reason: "is not " + b.Name}
		}
	}
	return nil
}

// resolveRegExpMachine finds what the instruction of literals needs, and where
// the runtime knows that RegExp.prototype was not changed.
func resolveRegExpMachine() error {
	l := &regexpLayout
	runtimeType := reflect.TypeFor[goja.Runtime]()
	global, ok := runtimeType.FieldByName("global")
	if !ok || global.Type.Kind() != reflect.Struct {
		return &LayoutError{Field: "Runtime.global", Reason: "is not a struct"}
	}
	standard, ok := global.Type.FieldByName("stdRegexpProto")
	if !ok || standard.Type.Kind() != reflect.Pointer {
		return &LayoutError{Field: "global.stdRegexpProto", Reason: "is not a pointer"}
	}
	l.standardPrototype = global.Offset + standard.Offset
	vm, _ := runtimeType.FieldByName("vm")
	stack, ok := vm.Type.Elem().FieldByName("stack")
	top, ok2 := vm.Type.Elem().FieldByName("sp")
	if !ok || !ok2 || stack.Type.Kind() != reflect.Slice || stack.Type.Elem() != reflect.TypeFor[goja.Value]() || top.Type.Kind() != reflect.Int {
		return &LayoutError{Field: "vm.stack", Reason: "has another type"}
	}
	l.vmStack, l.vmTop = stack.Offset, top.Offset
	interrupted, ok := vm.Type.Elem().FieldByName("interrupted")
	if !ok || interrupted.Type.Kind() != reflect.Uint32 {
		return &LayoutError{Field: "vm.interrupted", Reason: "is not a uint32"}
	}
	l.vmInterrupted = interrupted.Offset
	table, err := findInstruction("/a/", "*goja.newRegexp")
	if err != nil {
		return err
	}
	l.newRegexp = table
	literal, err := instructionType("/a/", "*goja.newRegexp")
	if err != nil {
		return err
	}
	f, ok := literal.Elem().FieldByName("src")
	if !ok || f.Type.String() != "goja.String" {
		return &LayoutError{Field: "newRegexp.src", Reason: "is not a goja.String"}
	}
	l.literalSource = f.Offset
	return nil
}

// instructionType returns the type of an instruction that the code of source
// has.
func instructionType(source, name string) (reflect.Type, error) {
	p, err := goja.Compile("", source, false)
	if err != nil {
		return nil, err
	}
	instructions := reflect.ValueOf(p).Elem().FieldByName("code")
	for i := range instructions.Len() {
		if t := instructions.Index(i).Elem().Type(); t.String() == name {
			return t, nil
		}
	}
	return nil, &LayoutError{Field: name, Reason: "instruction is missing"}
}
