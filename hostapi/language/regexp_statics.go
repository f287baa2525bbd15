package language

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// addStatics adds what RegExp itself tells of the last match: RegExp.$1,
// RegExp.lastMatch, …
func addStatics(e *host.Env) {
	static := func(get func(e *host.Env, m match) goja.Value, names ...string) {
		for _, name := range names {
			getter := e.Function(host.Native{Name: "get " + name, Fn: func(e *host.Env, _ goja.FunctionCall) goja.Value {
				return get(e, regexps(e).last)
			}})
			setter := e.Function(host.Native{Name: "set " + name, Length: 1, Fn: func(e *host.Env, c goja.FunctionCall) goja.Value {
				if name == "input" || name == "$_" {
					regexps(e).input = toString(e, c.Argument(0))
				}
				return goja.Undefined()
			}})
			accessor(e, regexps(e).constructor, name, getter, setter)
		}
	}
	static(lastInput, "input", "$_")
	static(func(e *host.Env, m match) goja.Value { return m.part(e, 0) }, "lastMatch", "$&")
	static(func(e *host.Env, m match) goja.Value { return m.lastPart(e) }, "lastParen", "$+")
	static(func(e *host.Env, m match) goja.Value { return m.outside(e, true) }, "leftContext", "$`")
	static(func(e *host.Env, m match) goja.Value { return m.outside(e, false) }, "rightContext", "$'")
	for i := 1; i <= 9; i++ {
		static(func(e *host.Env, m match) goja.Value { return m.part(e, i) }, "$"+strconv.Itoa(i))
	}
}

func lastInput(e *host.Env, m match) goja.Value {
	if s := regexps(e); s.input != nil {
		return s.input
	}
	if m.input == nil {
		return e.RT.ToValue("")
	}
	return m.input
}

func (m match) lastPart(e *host.Env) goja.Value {
	if len(m.captures) <= 2 {
		return e.RT.ToValue("")
	}
	return m.part(e, len(m.captures)/2-1)
}

// part is a group of the match, or "".
func (m match) part(e *host.Env, group int) goja.Value {
	if 2*group >= len(m.captures) || m.captures[2*group+1] < 0 {
		return e.RT.ToValue("")
	}
	return capture(m.input, m.captures, group)
}

func (m match) outside(e *host.Env, left bool) goja.Value {
	switch {
	case m.input == nil:
		return e.RT.ToValue("")
	case left:
		return m.input.Substring(0, int(m.captures[0]))
	}
	return m.input.Substring(int(m.captures[1]), m.input.Length())
}
