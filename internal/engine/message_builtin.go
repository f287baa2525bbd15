package engine

import (
	"strings"

	"github.com/dop251/goja"
)

// Messages of errors that a builtin makes.

func (f *failure) inBuiltin() string {
	name := f.nativeName()
	if rest, ok := strings.CutPrefix(f.text, "Method "); ok {
		if text := f.incompatible(rest); text != "" {
			return text
		}
	}
	switch {
	case f.native == f.s.jsonParse:
		return jsonError(plainTextOrString(f.argument(0)), f.argument(0))
	case f.text == "Converting circular structure to JSON":
		return f.text + circle(f.argument(0))
	case f.native != nil && (f.native == f.s.passOn[1] || f.native == f.s.reflectApply) && strings.HasPrefix(f.text, "Value is not an object: "):
		return "CreateListFromArrayLike called on non-object"
	case strings.HasPrefix(f.text, "Invalid index ") && f.s.builtinOwner(f.native) == "DataView":
		return "Offset is outside the bounds of the DataView"
	case name == "forEach" && strings.HasPrefix(f.text, "Value is not ") && isCollection(f.s.builtinOwner(f.native)):
		return typedText(f.argument(0)) + " is not a function"
	case strings.HasPrefix(f.text, "Value is not callable: "):
		return plainText(f.argument(0)) + " is not a function"
	case strings.HasPrefix(f.text, "Value is not an object: "), strings.HasPrefix(f.text, "Not a function"):
		return f.wrongArgument(name)
	case f.text == "Cannot convert undefined or null to object", f.text == "Value is not object coercible":
		return f.missingReceiver(name)
	case strings.HasPrefix(f.text, "Cannot assign to read only property '"):
		key, _, _ := strings.Cut(f.text[len("Cannot assign to read only property '"):], "'")
		if o, ok := f.this.(*goja.Object); ok {
			return "Cannot assign to read only property '" + key + "' of object '" + plainText(o) + "'"
		}
	case strings.HasPrefix(f.text, "Invalid count value"):
		return "Invalid count value: " + plainText(f.argument(0))
	case f.text == "object is not iterable":
		return typedText(f.argument(0)) + " is not iterable (cannot read property Symbol(Symbol.iterator))"
	case f.text == "Constructor TypedArray requires 'new'":
		return "Constructor " + name + " requires 'new'"
	case f.text == "Constructor Promise requires 'new'":
		return "Promise constructor cannot be invoked without 'new'"
	case f.text == "Promise self-resolution":
		return "Chaining cycle detected for promise #<Promise>"
	case f.text == "Proxy already revoked":
		return revoked(name)
	case f.text == "'defineProperty' on proxy: trap returned falsish":
		return f.text + " for property '" + plainText(f.argument(1)) + "'"
	case strings.HasPrefix(f.text, "Invalid index ") && strings.HasPrefix(name, "as"):
		return "Invalid value: not (convertible to) a safe integer"
	case f.text == "Cannot convert Symbol to a BigInt":
		return "Cannot convert " + plainText(f.argument(0)) + " to a BigInt"
	case strings.HasPrefix(f.text, "Index ") && strings.HasSuffix(f.text, " is out of bounds"):
		return "Offset is outside the bounds of the DataView"
	case strings.HasPrefix(f.text, "Value is not a number"):
		return "Number.prototype." + name + " requires that 'this' be a Number"
	}
	return ""
}

func isCollection(owner string) bool { return owner == "Map" || owner == "Set" }

// incompatible is for a method that was called on an object of another class.
func (f *failure) incompatible(rest string) string {
	for _, between := range []string{" is called on incompatible receiver", " called on incompatible receiver"} {
		method, _, ok := strings.Cut(rest, between)
		switch {
		case !ok:
		case strings.HasPrefix(method, "Date.prototype."):
			return "this is not a Date object."
		case strings.HasPrefix(method, "TypedArray.prototype."):
			return "this is not a typed array."
		case strings.HasPrefix(method, "Symbol.prototype."):
			return method + " requires that 'this' be a Symbol"
		default:
			return "Method " + method + " called on incompatible receiver " + plainText(f.this)
		}
	}
	return ""
}

// callbacks are the builtins whose first argument must be a function.
var callbacks = map[string]bool{
	"map": true, "forEach": true, "filter": true, "some": true, "every": true, "find": true, "findIndex": true, "findLast": true,
	"findLastIndex": true, "reduce": true, "reduceRight": true, "flatMap": true,
}

// wrongArgument is for a value that had to be an object or a function.
func (f *failure) wrongArgument(name string) string {
	value := f.text[strings.Index(f.text, ": ")+2:]
	owner := f.s.builtinOwner(f.native)
	switch {
	case name == "defineProperty" && owner == "":
		return f.wrongAccessor()
	case name == "getPrototypeOf" && owner == "":
		return "'getPrototypeOf' on proxy: trap returned neither object nor null"
	case callbacks[name]:
		return plainText(f.argument(0)) + " is not a function"
	case owner == "Reflect":
		if name == "construct" || name == "apply" {
			return plainText(f.argument(0)) + " is not a " + map[string]string{"construct": "constructor", "apply": "function"}[name]
		}
		return "Reflect." + name + " called on non-object"
	case name == "fromEntries":
		return "Iterator value " + value + " is not an entry object"
	case owner == "WeakMap" && name == "set":
		return "Invalid value used as weak map key"
	case owner == "WeakSet" && name == "add":
		return "Invalid value used in weak set"
	case owner == "Promise" && name == "resolve":
		return "PromiseResolve called on non-object"
	case owner == "Promise" && name != "then":
		return "Promise." + name + " called on non-object"
	case owner != "" && name != "":
		return "Method " + owner + ".prototype." + name + " called on incompatible receiver " + plainText(f.this)
	}
	return ""
}

// wrongAccessor is for a descriptor whose getter or setter is no function.
func (f *failure) wrongAccessor() string {
	descriptor, ok := f.argument(2).(*goja.Object)
	if !ok {
		return ""
	}
	for _, kind := range [...]struct{ key, title string }{{"get", "Getter"}, {"set", "Setter"}} {
		v := ownData(descriptor, kind.key)
		if v == nil || goja.IsUndefined(v) {
			continue
		}
		if _, callable := goja.AssertFunction(v); !callable {
			return kind.title + " must be a function: " + plainText(v)
		}
	}
	return ""
}

// revoked is for a proxy that was taken back: what was to be done with it is
// the name of a trap, or of a builtin that has the name of one.
func revoked(trap string) string {
	switch trap {
	case "keys", "getOwnPropertyNames", "getOwnPropertySymbols":
		trap = "ownKeys"
	}
	return "Cannot perform '" + trap + "' on a proxy that has been revoked"
}

// inConstructor is for a builtin that was called with new. Its arguments are the
// n values on the top of the stack.
func (f *failure) inConstructor(constructor *goja.Object, n int) string {
	argument := goja.Undefined()
	if n > 0 {
		argument = f.operand(n)
	}
	value, isObjectText := strings.CutPrefix(f.text, "Value is not an object: ")
	switch name := nameOf(constructor); {
	case name == "Promise" && (isObjectText || strings.HasPrefix(f.text, "Value is not callable")):
		return "Promise resolver " + plainText(argument) + " is not a function"
	case isObjectText:
		return "Iterator value " + value + " is not an entry object"
	case f.text == "object is not iterable":
		return typedText(argument) + " is not iterable (cannot read property Symbol(Symbol.iterator))"
	case name == "ArrayBuffer" && strings.HasPrefix(f.text, "Invalid index "):
		return "Invalid array buffer length"
	}
	return ""
}

// missingReceiver is for a method that was called on undefined or null.
func (f *failure) missingReceiver(name string) string {
	if f.this != nil && !goja.IsUndefined(f.this) && !goja.IsNull(f.this) {
		return ""
	}
	switch owner := f.s.builtinOwner(f.native); owner {
	case "Array", "String":
		if owner == "Array" && arrayConverts[name] {
			return "Cannot convert undefined or null to object"
		}
		return owner + ".prototype." + name + " called on null or undefined"
	}
	return ""
}

// arrayConverts are the methods of arrays for which V8 says no more than that.
var arrayConverts = map[string]bool{
	"at": true, "copyWithin": true, "fill": true, "lastIndexOf": true, "pop": true, "push": true, "reverse": true, "shift": true,
	"unshift": true, "slice": true, "sort": true, "splice": true, "includes": true, "join": true, "keys": true, "entries": true,
	"values": true, "flat": true, "flatMap": true, "toLocaleString": true, "toString": true, "toReversed": true,
	"toSorted": true, "toSpliced": true, "with": true,
}

// builtinOwner names the class of a builtin method, or the object that it is a
// function of; "" when it is none of the common ones.
func (s *Stacks) builtinOwner(f *goja.Object) string {
	name := nameOf(f)
	global := s.rt.GlobalObject()
	for _, owner := range [...]string{"Array", "String", "Map", "Set", "WeakMap", "WeakSet", "Promise", "Error", "RegExp", "Date", "Number", "Symbol", "BigInt", "DataView"} {
		c, _ := ownData(global, owner).(*goja.Object)
		if c == nil || isProxy(c) {
			continue
		}
		if ownData(c, name) == goja.Value(f) {
			return owner
		}
		if proto, ok := ownData(c, "prototype").(*goja.Object); ok {
			if value, getter, _, _ := ownProperty(proto, strings.TrimPrefix(name, "get ")); value == goja.Value(f) || getter == f {
				return owner
			}
		}
	}
	if reflection, ok := ownData(global, "Reflect").(*goja.Object); ok && ownData(reflection, name) == goja.Value(f) {
		return "Reflect"
	}
	return ""
}

func plainTextOrString(v goja.Value) string {
	if s, ok := v.(goja.String); ok {
		return s.String()
	}
	return ""
}
