package language

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// isRegExp is the language's IsRegExp: Symbol.match decides.
func isRegExp(v goja.Value) bool {
	o, ok := v.(*goja.Object)
	if !ok {
		return false
	}
	if matcher := o.GetSymbol(goja.SymMatch); matcher != nil && !goja.IsUndefined(matcher) {
		return matcher.ToBoolean()
	}
	re, err := engine.RegExpOf(o)
	return re != nil || err != nil
}

func isUndefined(v goja.Value) bool { return v == nil || goja.IsUndefined(v) }

// regexpFunction is RegExp called without new.
func regexpFunction(e *host.Env, c goja.FunctionCall) goja.Value {
	s := regexps(e)
	pattern := c.Argument(0)
	if isUndefined(c.Argument(1)) && isRegExp(pattern) {
		if constructor := pattern.(*goja.Object).Get("constructor"); constructor == goja.Value(s.constructor) {
			return pattern
		}
	}
	return constructRegExp(e, c.Arguments, s.constructor)
}

func constructRegExp(e *host.Env, args []goja.Value, newTarget *goja.Object) *goja.Object {
	c := goja.FunctionCall{Arguments: args}
	pattern, flags := c.Argument(0), c.Argument(1)
	byPattern := isRegExp(pattern)
	if o, ok := pattern.(*goja.Object); ok {
		re, err := engine.RegExpOf(o)
		switch {
		case err != nil:
			panic(syntaxError(e, err.Error()))
		case re != nil && isUndefined(flags):
			return alloc(e, newTarget, re)
		case re != nil:
			pattern = re.Source
		case byPattern:
			pattern = o.Get("source")
			if isUndefined(flags) {
				flags = o.Get("flags")
			}
		}
	}
	// The object comes first: what newTarget.prototype does happens before
	// what the arguments' toString does.
	if newTarget != nil && newTarget != regexps(e).constructor {
		o := alloc(e, newTarget, nil)
		engine.SetRegExp(o, compileRegExp(e, pattern, flags))
		return o
	}
	return alloc(e, newTarget, compileRegExp(e, pattern, flags))
}

// alloc makes a regular expression object for a constructor.
func alloc(e *host.Env, newTarget *goja.Object, re *engine.RegExp) *goja.Object {
	s := regexps(e)
	var o *goja.Object
	if newTarget == nil || newTarget == s.constructor {
		o = s.construct([]goja.Value{s.template}, s.constructor)
	} else {
		o = s.construct(nil, newTarget)
	}
	if re != nil {
		engine.SetRegExp(o, re)
	}
	return o
}

// compileRegExp compiles what a program gave as pattern and flags.
func compileRegExp(e *host.Env, pattern, flags goja.Value) *engine.RegExp {
	source, flagText := e.RT.ToValue("").(goja.String), ""
	if !isUndefined(pattern) {
		source = toString(e, pattern)
	}
	if !isUndefined(flags) {
		flagText = toString(e, flags).String()
	}
	s := regexps(e)
	key := [2]string{source.String(), flagText}
	// A lone surrogate has no UTF-8: such a source would not be told apart.
	cacheable := !strings.ContainsRune(key[0], '\uFFFD')
	if re := s.compiled[key]; re != nil && cacheable {
		return re
	}
	re, err := engine.NewRegExp(source, flagText)
	if err != nil {
		panic(syntaxError(e, err.Error()))
	}
	if cacheable {
		if len(s.compiled) >= compiledMax {
			clear(s.compiled)
		}
		s.compiled[key] = re
	}
	return re
}

// regexpCompile is RegExp.prototype.compile, which changes an object.
func regexpCompile(e *host.Env, c goja.FunctionCall) goja.Value {
	o, _ := thisRegExp(e, c, "compile")
	pattern, flags := c.Argument(0), c.Argument(1)
	if other, ok := pattern.(*goja.Object); ok {
		if re, _ := engine.RegExpOf(other); re != nil {
			if !isUndefined(flags) {
				panic(e.TypeError("", "Invalid flags supplied to RegExp constructor '"+flags.String()+"'"))
			}
			engine.SetRegExp(o, re)
			setLastIndex(e, o, 0)
			return o
		}
	}
	engine.SetRegExp(o, compileRegExp(e, pattern, flags))
	setLastIndex(e, o, 0)
	return o
}

func regexpToString(e *host.Env, c goja.FunctionCall) goja.Value {
	o := thisObject(e, c, "toString")
	text := func(name string) goja.String {
		if v := o.Get(name); v != nil {
			return toString(e, v)
		}
		return e.RT.ToValue("undefined").(goja.String)
	}
	source := text("source")
	slash := e.RT.ToValue("/").(goja.String)
	return slash.Concat(source).Concat(slash).Concat(text("flags"))
}

// flagGetters are the properties that the flags property is made from, in its
// order.
var flagGetters = []struct {
	name string
	flag byte
}{
	{"hasIndices", 'd'}, {"global", 'g'}, {"ignoreCase", 'i'}, {"multiline", 'm'}, {"dotAll", 's'},
	{"unicode", 'u'}, {"unicodeSets", 'v'}, {"sticky", 'y'},
}

// addGetters adds hasIndices and unicodeSets, makes flags know them, and
// replaces source.
func addGetters(e *host.Env) {
	addGetter(e, "hasIndices", func(re *engine.RegExp) goja.Value { return e.RT.ToValue(re.HasIndices) }, goja.Undefined())
	addGetter(e, "unicodeSets", func(re *engine.RegExp) goja.Value {
		return e.RT.ToValue(strings.Contains(re.Flags, "v"))
	}, goja.Undefined())
	addGetter(e, "source", func(re *engine.RegExp) goja.Value { return escapedSource(re.Source) }, e.RT.ToValue("(?:)"))
	flags := host.Native{Name: "get flags", Fn: func(e *host.Env, c goja.FunctionCall) goja.Value {
		o, ok := c.This.(*goja.Object)
		if !ok {
			panic(e.TypeError("", "RegExp.prototype.flags getter called on non-object "+c.This.String()))
		}
		return e.RT.ToValue(flagsOf(e, o))
	}}
	accessor(e, regexps(e).prototype, "flags", e.Function(flags), nil)
}

// addGetter adds a getter of regular expressions; RegExp.prototype, which is
// none, has the value ofPrototype.
func addGetter(e *host.Env, name string, get func(*engine.RegExp) goja.Value, ofPrototype goja.Value) {
	prototype := regexps(e).prototype
	native := host.Native{Name: "get " + name, Fn: func(e *host.Env, c goja.FunctionCall) goja.Value {
		if c.This == goja.Value(prototype) {
			return ofPrototype
		}
		if o, ok := c.This.(*goja.Object); ok {
			if re, _ := engine.RegExpOf(o); re != nil {
				return get(re)
			}
		}
		panic(e.TypeError("", "RegExp.prototype."+name+" getter called on non-RegExp object"))
	}}
	accessor(e, prototype, name, e.Function(native), nil)
}

// escapedSource returns a pattern so that it can stand between slashes.
func escapedSource(source goja.String) goja.Value {
	var out goja.StringBuilder
	inClass, changed := false, source.Length() == 0
	if changed {
		out.WriteUTF8String("(?:)")
	}
	for i := 0; i < source.Length(); i++ {
		c := source.CharAt(i)
		escaped := ""
		switch c {
		case '\\':
			if i+1 < source.Length() && lineEndEscapes[source.CharAt(i+1)] == "" {
				out.WriteSubstring(source, i, i+2)
				i++
				continue
			}
			if i+1 < source.Length() { // the escape of a line end takes its place
				changed = true
				continue
			}
		case '/':
			if !inClass {
				escaped = `\/`
			}
		case '[':
			inClass = true
		case ']':
			inClass = false
		default:
			escaped = lineEndEscapes[c]
		}
		if escaped == "" {
			out.WriteSubstring(source, i, i+1)
			continue
		}
		changed = true
		out.WriteUTF8String(escaped)
	}
	if !changed {
		return source
	}
	return out.String()
}

var lineEndEscapes = map[uint16]string{'\n': `\n`, '\r': `\r`, 0x2028: `\u2028`, 0x2029: `\u2029`}

// flagsOf is what the flags property of an object gives.
func flagsOf(e *host.Env, o *goja.Object) string {
	if re := standard(e, o); re != nil {
		return re.Flags
	}
	var flags []byte
	for _, getter := range flagGetters {
		if v := o.Get(getter.name); v != nil && v.ToBoolean() {
			flags = append(flags, getter.flag)
		}
	}
	return string(flags)
}

// accessor adds a property with a getter and a setter, which may be nil.
func accessor(_ *host.Env, o *goja.Object, name string, get, set *goja.Object) {
	var getter, setter goja.Value
	if get != nil {
		getter = get
	}
	if set != nil {
		setter = set
	}
	if err := o.DefineAccessorProperty(name, getter, setter, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}
