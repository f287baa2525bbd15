package language

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

func regexpExec(e *host.Env, c goja.FunctionCall) goja.Value {
	o, re := thisRegExp(e, c, "exec")
	input := toString(e, c.Argument(0))
	captures := execBuiltin(e, o, re, input)
	if captures == nil {
		return goja.Null()
	}
	return matchArray(e, re, input, captures)
}

func regexpTest(e *host.Env, c goja.FunctionCall) goja.Value {
	o := thisObject(e, c, "test")
	input := toString(e, c.Argument(0))
	if re := standard(e, o); re != nil {
		return e.RT.ToValue(execBuiltin(e, o, re, input) != nil)
	}
	return e.RT.ToValue(!goja.IsNull(execAny(e, o, input)))
}

// execBuiltin is RegExpBuiltinExec: it begins at lastIndex and leaves there
// where the next match is to begin. nil is no match.
func execBuiltin(e *host.Env, o *goja.Object, re *engine.RegExp, input goja.String) []int32 {
	start := lastIndex(o)
	moves := re.Global || re.Sticky
	if !moves {
		start = 0
	}
	var captures []int32
	if start <= int64(input.Length()) {
		captures = find(e, re, input, int(start))
	}
	if moves {
		if captures == nil {
			setLastIndex(e, o, 0)
		} else {
			setLastIndex(e, o, int(captures[1]))
		}
	}
	return captures
}

// execAny is RegExpExec: it calls the object's own exec. The result is an
// object or null.
func execAny(e *host.Env, o *goja.Object, input goja.String) goja.Value {
	if exec := o.Get("exec"); exec != nil && isCallable(exec) {
		result := call(e, exec, o, input)
		if _, ok := result.(*goja.Object); !ok && !goja.IsNull(result) {
			panic(e.TypeError("", "object null is not a function"))
		}
		return result
	}
	return regexpExec(e, goja.FunctionCall{This: o, Arguments: []goja.Value{input}})
}

// matchArray makes the array that exec returns.
func matchArray(e *host.Env, re *engine.RegExp, input goja.String, captures []int32) goja.Value {
	names := re.Program.Names
	items := make([]any, len(names))
	named := false
	for i := range names {
		items[i] = capture(input, captures, i)
		named = named || names[i] != ""
	}
	array := e.RT.NewArray(items...)
	e.Set(array, "index", int(captures[0]))
	e.Set(array, "input", input)
	groups := goja.Undefined()
	if named {
		groups = groupsObject(e, names, func(i int) goja.Value { return items[i].(goja.Value) })
	}
	e.Set(array, "groups", groups)
	if re.HasIndices {
		e.Set(array, "indices", indicesArray(e, names, captures, named))
	}
	return array
}

func groupsObject(e *host.Env, names []string, value func(i int) goja.Value) goja.Value {
	groups := e.RT.CreateObject(nil)
	for i, name := range names {
		if name != "" {
			e.Set(groups, name, value(i))
		}
	}
	return groups
}

// indicesArray is what the flag d adds: where the groups are.
func indicesArray(e *host.Env, names []string, captures []int32, named bool) goja.Value {
	items := make([]any, len(names))
	for i := range names {
		items[i] = goja.Undefined()
		if captures[2*i+1] >= 0 {
			items[i] = e.RT.NewArray(int(captures[2*i]), int(captures[2*i+1]))
		}
	}
	array := e.RT.NewArray(items...)
	groups := goja.Undefined()
	if named {
		groups = groupsObject(e, names, func(i int) goja.Value { return items[i].(goja.Value) })
	}
	e.Set(array, "groups", groups)
	return array
}

// advance returns the position behind the character at index.
func advance(input goja.String, index int, codePoints bool) int {
	if !codePoints || index+1 >= input.Length() {
		return index + 1
	}
	if high, low := input.CharAt(index), input.CharAt(index+1); high>>10 == 0xD800>>10 && low>>10 == 0xDC00>>10 {
		return index + 2
	}
	return index + 1
}

// findAll returns all matches from the start on, as the flag g finds them. A
// sticky expression's matches follow each other without a gap.
func findAll(e *host.Env, re *engine.RegExp, input goja.String) [][]int32 {
	var all [][]int32
	for start := 0; start <= input.Length(); {
		captures := find(e, re, input, start)
		if captures == nil {
			break
		}
		all = append(all, captures)
		start = int(captures[1])
		if captures[0] == captures[1] {
			start = advance(input, start, re.CodePoints)
		}
	}
	return all
}

func regexpMatch(e *host.Env, c goja.FunctionCall) goja.Value {
	o := thisObject(e, c, "@@match")
	input := toString(e, c.Argument(0))
	re := standard(e, o)
	if re == nil {
		return matchGeneric(e, o, input)
	}
	if !re.Global {
		captures := execBuiltin(e, o, re, input)
		if captures == nil {
			return goja.Null()
		}
		return matchArray(e, re, input, captures)
	}
	setLastIndex(e, o, 0)
	all := findAll(e, re, input)
	if len(all) == 0 {
		return goja.Null()
	}
	items := make([]any, len(all))
	for i, captures := range all {
		items[i] = capture(input, captures, 0)
	}
	return e.RT.NewArray(items...)
}

func matchGeneric(e *host.Env, o *goja.Object, input goja.String) goja.Value {
	flags := flagText(e, o)
	if !flags.global {
		return execAny(e, o, input)
	}
	var items []any
	for _, result := range execAll(e, o, input, flags.codePoints) {
		items = append(items, toString(e, orUndefined(result.Get("0"))))
	}
	if items == nil {
		return goja.Null()
	}
	return e.RT.NewArray(items...)
}

// execAll calls an object's exec until it finds nothing, as global expressions
// do.
func execAll(e *host.Env, o *goja.Object, input goja.String, codePoints bool) []*goja.Object {
	setLastIndex(e, o, 0)
	var all []*goja.Object
	for {
		result, ok := execAny(e, o, input).(*goja.Object)
		if !ok {
			return all
		}
		all = append(all, result)
		if toString(e, orUndefined(result.Get("0"))).Length() == 0 {
			setLastIndex(e, o, advance(input, int(lastIndex(o)), codePoints))
		}
	}
}

func orUndefined(v goja.Value) goja.Value {
	if v == nil {
		return goja.Undefined()
	}
	return v
}

// generalFlags is what matters of the flags property of any object.
type generalFlags struct {
	text               string
	global, codePoints bool
}

func flagText(e *host.Env, o *goja.Object) generalFlags {
	f := generalFlags{text: toString(e, orUndefined(o.Get("flags"))).String()}
	for _, c := range f.text {
		f.global = f.global || c == 'g'
		f.codePoints = f.codePoints || c == 'u' || c == 'v'
	}
	return f
}

func regexpSearch(e *host.Env, c goja.FunctionCall) goja.Value {
	o := thisObject(e, c, "@@search")
	input := toString(e, c.Argument(0))
	if re := standard(e, o); re != nil {
		if captures := find(e, re, input, 0); captures != nil {
			return e.RT.ToValue(int(captures[0]))
		}
		return e.RT.ToValue(-1)
	}
	previous := orUndefined(o.Get("lastIndex"))
	if !previous.SameAs(e.RT.ToValue(0)) {
		setLastIndex(e, o, 0)
	}
	result := execAny(e, o, input)
	if current := orUndefined(o.Get("lastIndex")); !current.SameAs(previous) {
		e.Set(o, "lastIndex", previous)
	}
	if found, ok := result.(*goja.Object); ok {
		return orUndefined(found.Get("index"))
	}
	return e.RT.ToValue(-1)
}
