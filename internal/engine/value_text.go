package engine

import (
	"github.com/dop251/goja"
)

// plainText is how V8's messages show a value: without running any code of the
// program.
func plainText(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return "undefined"
	case *goja.Symbol:
		return "Symbol(" + v.String() + ")"
	case *goja.Object:
		return objectText(v)
	default:
		return v.String()
	}
}

func objectText(o *goja.Object) string {
	if isProxy(o) {
		return "#<Object>"
	}
	switch o.ClassName() {
	case "Function":
		if f, ok := functionText(o); ok {
			return f
		}
	case "Array":
		return "[object Array]"
	case "Error":
		name, message := chainText(o, "name"), chainText(o, "message")
		if message == "" {
			return name
		}
		return name + ": " + message
	}
	return "#<" + constructorName(o) + ">"
}

// chainText is a property that is a string, "" for anything else.
func chainText(o *goja.Object, name string) string {
	for ; o != nil && !isProxy(o); o = o.Prototype() {
		if value, _, _, ok := ownProperty(o, name); ok {
			s, _ := value.(goja.String)
			if s == nil {
				return ""
			}
			return s.String()
		}
	}
	return ""
}

// functionText is the source of a function.
func functionText(f *goja.Object) (string, bool) {
	if src, ok := functionSource(f); ok {
		return src, true
	}
	return "function " + nameOf(f) + "() { [native code] }", true
}

// typeOf is the type of a primitive as V8 names it.
func typeOf(v goja.Value) string {
	switch name := primitiveTypeName(v); name {
	case "":
		return "undefined"
	case "BigInt":
		return "bigint"
	default:
		return string(name[0]|0x20) + name[1:]
	}
}

// typedText is how V8 shows a value that has no name in the source: with its
// type.
func typedText(v goja.Value) string {
	switch o := v.(type) {
	case nil:
		return "undefined"
	case *goja.Object:
		if o.ClassName() == "Function" {
			return "function"
		}
		return "object"
	default:
		switch {
		case goja.IsUndefined(v):
			return "undefined"
		case goja.IsNull(v):
			return "object null"
		}
		if s, ok := v.(goja.String); ok {
			return "string \"" + s.String() + "\""
		}
		return typeOf(v) + " " + plainText(v)
	}
}
