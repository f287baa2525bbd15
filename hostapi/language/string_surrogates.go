package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// goja hands some methods of strings to Go's functions, which know no surrogate
// without its other half and put U+FFFD in its place. Here they see only what
// stands between such surrogates.
var surrogateMethods = []struct {
	name string
	// first and last say that the method changes the string only at these ends.
	first, last bool
}{
	{"toUpperCase", false, false}, {"toLowerCase", false, false},
	{"trim", true, true}, {"trimStart", true, false}, {"trimEnd", false, true},
}

func keepSurrogates(e *host.Env) {
	proto := prototypeOf(e, "String")
	for _, m := range surrogateMethods {
		var original engine.Native
		original = engine.ReplaceNative(proto.Get(m.name).(*goja.Object), func(c goja.FunctionCall) goja.Value {
			text, ok := c.This.(goja.String)
			if !ok {
				return original(c)
			}
			if _, wide := engine.Units(text); wide == nil || loneSurrogate(text, 0) < 0 {
				return original(c)
			}
			var result goja.String
			add := func(s goja.String) {
				if result != nil {
					s = result.Concat(s)
				}
				result = s
			}
			begin := 0
			for {
				at := loneSurrogate(text, begin)
				part := text.Substring(begin, lengthUpTo(text, at))
				ends := m.first && begin == 0 || m.last && at < 0
				if ends || !m.first && !m.last {
					part = original(goja.FunctionCall{This: part}).(goja.String)
				}
				add(part)
				if at < 0 {
					return result
				}
				add(text.Substring(at, at+1))
				begin = at + 1
			}
		})
	}
}

// lengthUpTo is at, or the length of text when at is negative.
func lengthUpTo(text goja.String, at int) int {
	if at < 0 {
		return text.Length()
	}
	return at
}
