package language

import (
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// tag is an HTML method of strings: 'x'.anchor('y') is <a name="y">x</a>.
type tag struct{ method, element, attribute string }

var tags = []tag{
	{"anchor", "a", "name"}, {"big", "big", ""}, {"blink", "blink", ""}, {"bold", "b", ""},
	{"fixed", "tt", ""}, {"fontcolor", "font", "color"}, {"fontsize", "font", "size"}, {"italics", "i", ""},
	{"link", "a", "href"}, {"small", "small", ""}, {"strike", "strike", ""}, {"sub", "sub", ""}, {"sup", "sup", ""},
}

func addStringMethods(e *host.Env) {
	proto := prototypeOf(e, "String")
	for _, t := range tags {
		length := 0
		if t.attribute != "" {
			length = 1
		}
		builtin(e, proto, host.Native{Name: t.method, Length: length, Fn: t.apply})
	}
	builtin(e, proto, host.Native{Name: "isWellFormed", Fn: isWellFormed})
	builtin(e, proto, host.Native{Name: "toWellFormed", Fn: toWellFormed})
}

func (t tag) apply(e *host.Env, c goja.FunctionCall) goja.Value {
	text := thisString(e, c, t.method)
	open, end := "<"+t.element, "</"+t.element+">"
	if t.attribute == "" {
		return concat(e, open+">", text, end)
	}
	value := toString(e, c.Argument(0))
	if strings.Contains(value.String(), `"`) {
		value = e.RT.ToValue(strings.ReplaceAll(value.String(), `"`, "&quot;")).(goja.String)
	}
	return concat(e, open+" "+t.attribute+`="`, value, `">`).Concat(concat(e, "", text, end))
}

// concat joins strings by their code units: lone surrogates survive.
func concat(e *host.Env, open string, text goja.String, end string) goja.String {
	return e.RT.ToValue(open).(goja.String).Concat(text).Concat(e.RT.ToValue(end).(goja.String))
}

// thisString returns the string that a method of String.prototype is called on.
func thisString(e *host.Env, c goja.FunctionCall, method string) goja.String {
	if c.This == nil || goja.IsUndefined(c.This) || goja.IsNull(c.This) {
		panic(e.TypeError("", "String.prototype."+method+" called on null or undefined"))
	}
	return toString(e, c.This)
}

// toString converts any value, as JavaScript does.
func toString(e *host.Env, v goja.Value) goja.String {
	if _, ok := v.(*goja.Symbol); ok {
		panic(e.TypeError("", "Cannot convert a Symbol value to a string"))
	}
	if s, ok := v.ToString().(goja.String); ok {
		return s
	}
	return e.RT.ToValue(v.String()).(goja.String)
}

func isWellFormed(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.RT.ToValue(loneSurrogate(thisString(e, c, "isWellFormed"), 0) < 0)
}

func toWellFormed(e *host.Env, c goja.FunctionCall) goja.Value {
	s := thisString(e, c, "toWellFormed")
	at := loneSurrogate(s, 0)
	if at < 0 {
		return s
	}
	units := make([]uint16, s.Length())
	for i := range units {
		units[i] = s.CharAt(i)
	}
	for ; at >= 0; at = loneSurrogate(s, at+1) {
		units[at] = replacement
	}
	return goja.StringFromUTF16(units)
}

const replacement = 0xFFFD

// loneSurrogate returns where the first surrogate without its other half is
// from position start on, or -1.
func loneSurrogate(s goja.String, start int) int {
	for i := start; i < s.Length(); i++ {
		unit := rune(s.CharAt(i))
		if !utf16.IsSurrogate(unit) {
			continue
		}
		if i+1 < s.Length() && utf16.DecodeRune(unit, rune(s.CharAt(i+1))) != replacement {
			i++
			continue
		}
		return i
	}
	return -1
}

// installReplaceAll keeps goja from looking for an empty string without end in a
// string that is not ASCII: an expression that matches it everywhere stands for
// it.
func installReplaceAll(e *host.Env) {
	expressions := globalObject(e, "RegExp")
	var original engine.Native
	original = engine.ReplaceNative(prototypeOf(e, "String").Get("replaceAll").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		if replacesItself(c.Argument(0)) {
			return original(c)
		}
		var search goja.Value
		text := thisString(e, c, "replaceAll")
		search = toString(e, c.Argument(0))
		if search.(goja.String).Length() == 0 && text.Length() > 0 {
			empty, err := e.RT.New(expressions, e.RT.ToValue("(?:)"), e.RT.ToValue("g"))
			if err != nil {
				panic(err)
			}
			search = empty
		}
		return original(goja.FunctionCall{This: text, Arguments: []goja.Value{search, c.Argument(1)}})
	})
}

// replacesItself says that what is looked for has a method that replaces it, as
// regular expressions have.
func replacesItself(search goja.Value) bool {
	o, ok := search.(*goja.Object)
	if !ok {
		return false
	}
	method := o.GetSymbol(goja.SymReplace)
	return method != nil && !goja.IsUndefined(method) && !goja.IsNull(method)
}
