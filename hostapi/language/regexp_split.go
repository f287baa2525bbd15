package language

import (
	"math"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// splitMax is how many parts there can be.
const splitMax = 1<<32 - 1

func regexpSplit(e *host.Env, c goja.FunctionCall) goja.Value {
	o := thisObject(e, c, "@@split")
	input := toString(e, c.Argument(0))
	species := speciesOf(e, o)
	re := standard(e, o)
	if re == nil || species != regexps(e).constructor {
		return splitGeneric(e, o, species, input, c.Argument(1))
	}
	limit := limitOf(c.Argument(1))
	if limit == 0 {
		return e.RT.NewArray()
	}
	return e.RT.NewArray(split(e, re, input, limit)...)
}

func limitOf(v goja.Value) int64 {
	if isUndefined(v) {
		return splitMax
	}
	limit := v.ToNumber()
	if math.IsInf(limit.ToFloat(), 0) {
		return 0
	}
	return int64(uint32(limit.ToInteger()))
}

// speciesOf returns the constructor that split makes its own expression with.
func speciesOf(e *host.Env, o *goja.Object) *goja.Object {
	constructor := orUndefined(o.Get("constructor"))
	if isUndefined(constructor) {
		return regexps(e).constructor
	}
	object, ok := constructor.(*goja.Object)
	if !ok {
		panic(e.TypeError("", "The .constructor property is not an object"))
	}
	species, ok := object.GetSymbol(goja.SymSpecies).(*goja.Object)
	if !ok {
		return regexps(e).constructor
	}
	return species
}

// split cuts input at the matches of re, which may be anywhere: the language
// says it with a sticky expression tried at each position.
func split(e *host.Env, re *engine.RegExp, input goja.String, limit int64) (parts []any) {
	size := input.Length()
	if size == 0 {
		if find(e, re, input, 0) == nil {
			parts = append(parts, input)
		}
		return parts
	}
	anywhere := re
	if re.Sticky {
		anywhere = withoutSticky(e, re)
	}
	from := 0 // where the current part begins
	for at := 0; at < size; {
		captures := find(e, anywhere, input, at)
		if captures == nil || int(captures[0]) >= size {
			break
		}
		if captures[0] == captures[1] && int(captures[1]) == from {
			at = advance(input, from, re.CodePoints)
			continue
		}
		parts = append(parts, input.Substring(from, int(captures[0])))
		if int64(len(parts)) == limit {
			return parts
		}
		from = int(captures[1])
		for group := 1; group < len(captures)/2; group++ {
			parts = append(parts, capture(input, captures, group))
			if int64(len(parts)) == limit {
				return parts
			}
		}
		at = from
		if captures[0] == captures[1] {
			at = advance(input, from, re.CodePoints)
		}
	}
	return append(parts, input.Substring(from, size))
}

func withoutSticky(e *host.Env, re *engine.RegExp) *engine.RegExp {
	return compileRegExp(e, re.Source, e.RT.ToValue(strings.ReplaceAll(re.Flags, "y", "")))
}

func splitGeneric(e *host.Env, o, species *goja.Object, input goja.String, limitValue goja.Value) goja.Value {
	flags := flagText(e, o)
	text := flags.text
	if !strings.Contains(text, "y") {
		text += "y"
	}
	splitter, err := e.RT.New(species, o, e.RT.ToValue(text))
	if err != nil {
		panic(err)
	}
	limit := limitOf(limitValue)
	if limit == 0 {
		return e.RT.NewArray()
	}
	return e.RT.NewArray(splitBy(e, splitter, input, limit, flags.codePoints)...)
}

// splitBy tries the splitter at each position.
func splitBy(e *host.Env, splitter *goja.Object, input goja.String, limit int64, codePoints bool) (parts []any) {
	size := input.Length()
	if size == 0 {
		if goja.IsNull(execAny(e, splitter, input)) {
			parts = append(parts, input)
		}
		return parts
	}
	from := 0
	for at := from; at < size; {
		setLastIndex(e, splitter, at)
		found, ok := execAny(e, splitter, input).(*goja.Object)
		end := int(min(lastIndex(splitter), int64(size)))
		if !ok || end == from {
			at = advance(input, at, codePoints)
			continue
		}
		parts = append(parts, input.Substring(from, at))
		if int64(len(parts)) == limit {
			return parts
		}
		from = end
		groups := min(max(orUndefined(found.Get("length")).ToInteger()-1, 0), lengthMax)
		for i := int64(1); i <= groups; i++ {
			parts = append(parts, orUndefined(found.Get(e.RT.ToValue(i).String())))
			if int64(len(parts)) == limit {
				return parts
			}
		}
		at = from
	}
	return append(parts, input.Substring(from, size))
}
