package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

func regexpReplace(e *host.Env, c goja.FunctionCall) goja.Value {
	o := thisObject(e, c, "@@replace")
	input := toString(e, c.Argument(0))
	replacement := c.Argument(1)
	callback := isCallable(replacement)
	var template goja.String
	if !callback {
		template = toString(e, replacement)
	}
	re := standard(e, o)
	if re == nil {
		return replaceGeneric(e, o, input, replacement, template)
	}
	var all [][]int32
	if re.Global {
		setLastIndex(e, o, 0)
		all = findAll(e, re, input)
	} else if captures := execBuiltin(e, o, re, input); captures != nil {
		all = [][]int32{captures}
	}
	if len(all) == 0 {
		return input
	}
	var out goja.StringBuilder
	at := 0
	for _, captures := range all {
		out.WriteSubstring(input, at, int(captures[0]))
		at = int(captures[1])
		if callback {
			out.WriteString(toString(e, callReplacer(e, replacement, re, input, captures)))
			continue
		}
		substitute(&out, template, found{input, captures, re.Program.Names})
	}
	out.WriteSubstring(input, at, input.Length())
	return out.String()
}

func callReplacer(e *host.Env, f goja.Value, re *engine.RegExp, input goja.String, captures []int32) goja.Value {
	names := re.Program.Names
	args := make([]goja.Value, len(names), len(names)+3)
	named := false
	for i := range names {
		args[i] = capture(input, captures, i)
		named = named || names[i] != ""
	}
	groups := args[:len(names):len(names)]
	args = append(args, e.RT.ToValue(int(captures[0])), input)
	if named {
		args = append(args, groupsObject(e, names, func(i int) goja.Value { return groups[i] }))
	}
	return call(e, f, goja.Undefined(), args...)
}

// substitution is a match that a template is filled with.
type substitution interface {
	text() goja.String
	matched() goja.String
	span() (from, to int)
	groups() int // without the whole match
	group(i int) goja.Value
	// named returns the value of a named group; ok is false when there are
	// no named groups at all.
	named(name string) (v goja.Value, ok bool)
}

// found is a match of a standard expression.
type found struct {
	input    goja.String
	captures []int32
	names    []string
}

func (f found) text() goja.String      { return f.input }
func (f found) matched() goja.String   { return f.group(0).(goja.String) }
func (f found) span() (from, to int)   { return int(f.captures[0]), int(f.captures[1]) }
func (f found) groups() int            { return len(f.names) - 1 }
func (f found) group(i int) goja.Value { return capture(f.input, f.captures, i) }

func (f found) named(name string) (goja.Value, bool) {
	ok := false
	for i, other := range f.names {
		ok = ok || other != ""
		if other == name && name != "" {
			return f.group(i), true
		}
	}
	return goja.Undefined(), ok
}

// substitute writes a template with its $1, $&, $<name>, … filled in.
func substitute(out *goja.StringBuilder, template goja.String, s substitution) {
	length := template.Length()
	plain := 0 // from here on nothing has been written yet
	for i := 0; i+1 < length; {
		if template.CharAt(i) != '$' {
			i++
			continue
		}
		out.WriteSubstring(template, plain, i)
		used := substituteOne(out, template, i, s)
		if used == 0 {
			plain = i
			i++
			continue
		}
		i += used
		plain = i
	}
	out.WriteSubstring(template, plain, length)
}

// substituteOne writes what the $ at position i stands for and returns how many
// characters of the template it takes, 0 for a $ that stands for itself.
func substituteOne(out *goja.StringBuilder, template goja.String, i int, s substitution) int {
	input := s.text()
	from, to := s.span()
	switch c := template.CharAt(i + 1); {
	case c == '$':
		out.WriteRune('$')
	case c == '&':
		out.WriteString(s.matched())
	case c == '`':
		out.WriteSubstring(input, 0, from)
	case c == '\'':
		out.WriteSubstring(input, min(to, input.Length()), input.Length())
	case '0' <= c && c <= '9':
		return substituteNumber(out, template, i, s)
	case c == '<':
		return substituteName(out, template, i, s)
	default:
		return 0
	}
	return 2
}

// substituteNumber takes two digits when there are so many groups, else one.
func substituteNumber(out *goja.StringBuilder, template goja.String, i int, s substitution) int {
	n, used := int(template.CharAt(i+1)-'0'), 2
	if i+2 < template.Length() {
		if c := template.CharAt(i + 2); '0' <= c && c <= '9' && n*10+int(c-'0') <= s.groups() {
			n, used = n*10+int(c-'0'), 3
		}
	}
	if n == 0 || n > s.groups() {
		return 0
	}
	if text, ok := s.group(n).(goja.String); ok {
		out.WriteString(text)
	}
	return used
}

func substituteName(out *goja.StringBuilder, template goja.String, i int, s substitution) int {
	end := i + 2
	for end < template.Length() && template.CharAt(end) != '>' {
		end++
	}
	if end == template.Length() {
		return 0
	}
	value, ok := s.named(template.Substring(i+2, end).String())
	if !ok {
		return 0
	}
	if text, ok := value.(goja.String); ok {
		out.WriteString(text)
	}
	return end + 1 - i
}

// result is a match that an object's own exec returned.
type result struct {
	e        *host.Env
	input    goja.String
	match    goja.String
	position int
	captures []goja.Value // from group 1 on
	byName   goja.Value
}

func (r result) text() goja.String      { return r.input }
func (r result) matched() goja.String   { return r.match }
func (r result) span() (from, to int)   { return r.position, r.position + r.match.Length() }
func (r result) groups() int            { return len(r.captures) }
func (r result) group(i int) goja.Value { return r.captures[i-1] }

func (r result) named(name string) (goja.Value, bool) {
	if isUndefined(r.byName) {
		return goja.Undefined(), false
	}
	value := orUndefined(r.byName.ToObject(r.e.RT).Get(name))
	if isUndefined(value) {
		return value, true
	}
	return toString(r.e, value), true
}

// replaceGeneric replaces with an object's own exec.
func replaceGeneric(e *host.Env, o *goja.Object, input goja.String, replacement goja.Value, template goja.String) goja.Value {
	var all []*goja.Object
	if flags := flagText(e, o); flags.global {
		all = execAll(e, o, input, flags.codePoints)
	} else if one, ok := execAny(e, o, input).(*goja.Object); ok {
		all = append(all, one)
	}
	var out goja.StringBuilder
	at := 0
	for _, one := range all {
		r := readResult(e, one, input)
		var text goja.String
		if template == nil {
			text = toString(e, call(e, replacement, goja.Undefined(), r.arguments()...))
		} else {
			var part goja.StringBuilder
			substitute(&part, template, r)
			text = part.String()
		}
		if r.position >= at {
			out.WriteSubstring(input, at, r.position)
			out.WriteString(text)
			_, at = r.span()
		}
	}
	if at < input.Length() {
		out.WriteSubstring(input, at, input.Length())
	}
	return out.String()
}

func readResult(e *host.Env, one *goja.Object, input goja.String) result {
	groups := min(max(orUndefined(one.Get("length")).ToInteger()-1, 0), lengthMax)
	r := result{e: e, input: input, match: toString(e, orUndefined(one.Get("0")))}
	r.position = int(min(max(orUndefined(one.Get("index")).ToInteger(), 0), int64(input.Length())))
	for i := int64(1); i <= groups; i++ {
		value := orUndefined(one.Get(e.RT.ToValue(i).String()))
		if !isUndefined(value) {
			value = toString(e, value)
		}
		r.captures = append(r.captures, value)
	}
	r.byName = orUndefined(one.Get("groups"))
	return r
}

func (r result) arguments() []goja.Value {
	args := append([]goja.Value{r.match}, r.captures...)
	args = append(args, r.e.RT.ToValue(r.position), r.input)
	if !isUndefined(r.byName) {
		args = append(args, r.byName)
	}
	return args
}
