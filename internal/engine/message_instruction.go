package engine

import (
	"strings"

	"github.com/dop251/goja"
)

// Messages of errors that an instruction of the program makes.

func (f *failure) inInstruction() string {
	switch {
	case strings.HasPrefix(f.text, "Cannot read property '"):
		return f.reading()
	case strings.HasPrefix(f.text, "Object has no member '"):
		return f.calleeText() + " is not a function"
	case strings.HasPrefix(f.text, "Class constructor cannot be invoked without 'new'"):
		return f.classCalled()
	case strings.HasPrefix(f.text, "Class extends value is not"):
		return "Class extends value " + plainText(f.heritage()) + " is not a constructor or null"
	case strings.HasPrefix(f.text, "Cannot assign to read only property '"):
		return f.readOnly()
	case strings.HasPrefix(f.text, "Receiver is not an object: "):
		return f.primitiveTarget()
	case strings.HasPrefix(f.text, "Cannot delete property '"):
		key, _, _ := strings.Cut(f.text[len("Cannot delete property '"):], "' of ")
		return "Cannot delete property '" + key + "' of " + plainText(f.deleted())
	case strings.HasPrefix(f.text, "Cannot write private member "):
		return strings.Replace(f.text, " from an object", " to an object", 1)
	case strings.HasPrefix(f.text, "Method "):
		f.this = f.operand(1) // of a getter
		return f.incompatible(f.text[len("Method "):])
	case f.text == "Proxy already revoked":
		if trap := f.trap(); trap != "" {
			return revoked(trap)
		}
	case f.text == "" || f.text == "length is not writable":
		if strings.HasPrefix(f.instruction, "setElem") || strings.HasPrefix(f.instruction, "setProp") {
			return "Cannot assign to read only property '" + f.key() + "' of object '" + plainText(f.target()) + "'"
		}
	case f.text == "Cannot access a variable before initialization":
		if name := f.variable(); name != "" {
			return "Cannot access '" + name + "' before initialization"
		}
	}
	return f.byInstruction()
}

// byInstruction knows what a text must mean where it comes from.
func (f *failure) byInstruction() string {
	isObjectText := strings.HasPrefix(f.text, "Value is not an object: ")
	coercion := f.text == "Cannot convert undefined or null to object" || f.text == "Value is not object coercible"
	switch i := f.instruction; {
	case strings.HasPrefix(i, "call"):
		if isObjectText || strings.HasPrefix(f.text, "Not a function") || strings.HasPrefix(f.text, "Value is not callable") {
			return f.calleeText() + " is not a function"
		}
	case i == "new" || i == "newVariadic":
		if c, n, ok := f.nativeConstructor(); ok {
			return f.inConstructor(c, n)
		}
		if f.isConstructorText() {
			return f.newText()
		}
	case strings.HasPrefix(i, "setProp") && coercion:
		return "Cannot set properties of " + f.nullish(2) + " (setting '" + f.name() + "')"
	case strings.HasPrefix(i, "setElem") && coercion:
		return "Cannot set properties of " + f.nullish(3) + " (setting '" + plainText(f.operand(2)) + "')"
	case i == "op_instanceof":
		if isObjectText {
			return "Right-hand side of 'instanceof' is not an object"
		}
		if strings.HasPrefix(f.text, "Expecting a function in instanceof check") {
			return "Right-hand side of 'instanceof' is not callable"
		}
	case i == "op_in" && isObjectText:
		return "Cannot use 'in' operator to search for '" + plainText(f.operand(2)) + "' in " + plainText(f.operand(1))
	case i == "checkObjectCoercible", i == "createDestructSrc" && coercion:
		return f.destructuring()
	case i == "iterNext" && isObjectText:
		return "Iterator result " + f.text[len("Value is not an object: "):] + " is not an object"
	case iterates(i):
		return f.notIterable()
	}
	return ""
}

// nullish names null or undefined among the operands.
func (f *failure) nullish(n int) string {
	if v := f.operand(n); v != nil && goja.IsNull(v) {
		return "null"
	}
	return "undefined"
}

// reading is for a property of undefined or null. The base is the top of the
// stack, or lies below the key.
func (f *failure) reading() string {
	key, _, _ := strings.Cut(f.text[len("Cannot read property '"):], "' of undefined")
	base := 1
	if strings.HasPrefix(f.instruction, "getElem") || strings.HasPrefix(f.instruction, "getKey") {
		base = 2
		key = plainText(f.operand(1))
	}
	return "Cannot read properties of " + f.nullish(base) + " (reading '" + key + "')"
}

// nativeConstructor returns the builtin that is being constructed, with the
// number of its arguments.
func (f *failure) nativeConstructor() (c *goja.Object, n int, ok bool) {
	if f.instruction != "new" {
		return nil, 0, false
	}
	n = int(*(*uint32)(code(f.prg)[f.pc].data))
	c, ok = f.operand(n + 1).(*goja.Object)
	if !ok || selfOf(c).table != f.s.nativeTable || *constructField(c) == nil {
		return nil, 0, false
	}
	return c, n, true
}

func (f *failure) isConstructorText() bool {
	return f.text == "Value is not a constructor" || strings.HasPrefix(f.text, "Value is not an object: ") ||
		strings.HasPrefix(f.text, "Value is not a constructor: ") || strings.HasPrefix(f.text, "Not a constructor")
}

// classCalled names the class that was called like a function.
func (f *failure) classCalled() string {
	if n, ok := f.callArguments(); ok {
		if class, ok := f.operand(n + 1).(*goja.Object); ok {
			return "Class constructor " + nameOf(class) + " cannot be invoked without 'new'"
		}
	}
	return ""
}

// callArguments returns how many arguments the call that is running has.
func (f *failure) callArguments() (n int, ok bool) {
	s := code(f.prg)[f.pc]
	if f.instruction != "call" {
		return 0, false
	}
	return int(*(*uint32)(s.data)), true
}

// heritage is what a class extends.
func (f *failure) heritage() goja.Value { return f.operand(1) }

// deleted is the object of a delete expression.
func (f *failure) deleted() goja.Value {
	if strings.HasPrefix(f.instruction, "deleteElem") {
		return f.operand(2)
	}
	return f.operand(1)
}

// target is the object that an assignment writes to.
func (f *failure) target() goja.Value {
	switch {
	case strings.HasPrefix(f.instruction, "setElem"):
		return f.operand(3)
	case strings.HasPrefix(f.instruction, "setProp"):
		return f.operand(2)
	default:
		return nil
	}
}

// key is the property that an assignment writes to.
func (f *failure) key() string {
	if strings.HasPrefix(f.instruction, "setElem") {
		return plainText(f.operand(2))
	}
	return f.name()
}

// trap is the trap of a proxy that an instruction asks for.
func (f *failure) trap() string {
	for _, trap := range [...]struct{ prefix, name string }{
		{"getProp", "get"}, {"getElem", "get"}, {"setProp", "set"}, {"setElem", "set"}, {"op_in", "has"},
		{"delete", "deleteProperty"}, {"call", "apply"}, {"new", "construct"}, {"enumerate", "ownKeys"},
	} {
		if strings.HasPrefix(f.instruction, trap.prefix) {
			return trap.name
		}
	}
	return ""
}

// readOnly is for an assignment to a property that cannot change.
func (f *failure) readOnly() string {
	key, _, ok := strings.Cut(f.text[len("Cannot assign to read only property '"):], "'")
	target := f.target()
	if !ok {
		return ""
	}
	o, isObject := target.(*goja.Object)
	switch {
	case target == nil:
		return "Cannot assign to read only property '" + key + "' of object '#<Object>'"
	case !isObject:
		return "Cannot assign to read only property '" + key + "' of " + typeOf(target) + " '" + plainText(target) + "'"
	case isAccessor(o, key):
		return "Cannot set property " + key + " of " + plainText(o) + " which has only a getter"
	default:
		return "Cannot assign to read only property '" + key + "' of object '" + plainText(o) + "'"
	}
}

// isAccessor reports whether the property that o has or inherits is a getter.
func isAccessor(o *goja.Object, name string) bool {
	for ; o != nil && !isProxy(o); o = o.Prototype() {
		if value, _, _, ok := ownProperty(o, name); ok {
			return value == nil
		}
	}
	return false
}

// primitiveTarget is for an assignment to a property of a number.
func (f *failure) primitiveTarget() string {
	target := f.target()
	if target == nil {
		return ""
	}
	return "Cannot create property '" + f.key() + "' on " + typeOf(target) + " '" + plainText(target) + "'"
}

// variable is the name of the variable that is not initialized yet.
func (f *failure) variable() string {
	text, offset := f.source()
	if offset < 0 || offset >= len(text) {
		return ""
	}
	if end := nameEnd(text, offset); end > offset {
		return text[offset:end]
	}
	// An assignment stands at its operator.
	end := skipSpaceBack(text, offset)
	return text[nameStart(text, end):end]
}

// iterates reports whether an instruction asks for an iterator.
func iterates(instruction string) bool {
	switch instruction {
	case "iterate", "iterateP", "pushSpread", "pushArraySpread", "newArrayFromIter":
		return true
	}
	return false
}

// notIterable is for what is spread, destructured or gone through.
func (f *failure) notIterable() string {
	v := f.operand(1)
	if f.instruction == "pushSpread" {
		v = f.operand(0) // taken off already
	}
	switch {
	case strings.HasPrefix(f.text, "Value is not an object: "):
		return "Result of the Symbol.iterator method is not an object"
	case f.instruction == "pushSpread" && v != nil && !goja.IsUndefined(v) && !goja.IsNull(v):
		return "Spread syntax requires ...iterable[Symbol.iterator] to be a function"
	case f.text != "object is not iterable" && f.text != "Cannot convert undefined or null to object" &&
		!strings.HasSuffix(f.text, "is not a method") && f.text != "iterator.next is missing or not a function":
		return ""
	}
	if name := f.iterableText(v); name != "" {
		if f.instruction == "pushSpread" {
			return name + " is not iterable (cannot read property " + plainText(v) + ")"
		}
		return name + " is not iterable"
	}
	return typedText(v) + " is not iterable (cannot read property Symbol(Symbol.iterator))"
}

// before returns the type of the instruction before the one that is running.
func (f *failure) before() string {
	if f.pc == 0 {
		return ""
	}
	return instructionName(f.prg, f.pc-1)
}

// destructuring is for an object pattern whose value is undefined or null.
func (f *failure) destructuring() string {
	value := f.nullish(1)
	key := f.patternKey()
	if f.before() == "getKey" && key != "" { // a pattern inside another one
		return "Cannot read properties of " + value + " (reading '" + key + "')"
	}
	source := orElse(f.patternSource(), typedText(f.operand(1)))
	if key == "" {
		return "Cannot destructure '" + source + "' as it is " + value + "."
	}
	return "Cannot destructure property '" + key + "' of '" + source + "' as it is " + value + "."
}

func orElse(s, missing string) string {
	if s == "" {
		return missing
	}
	return s
}
