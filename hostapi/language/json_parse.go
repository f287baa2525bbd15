package language

import (
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/nesting"
)

// installJSONParse makes JSON.parse keep surrogates without their other half,
// which goja turns into U+FFFD. Few texts have any: they are parsed with marks
// in their places, and the strings of the result get the surrogates back.
func installJSONParse(e *host.Env) {
	f := e.RT.GlobalObject().Get("JSON").(*goja.Object).Get("parse").(*goja.Object)
	fromEntries := e.RT.GlobalObject().Get("Object").(*goja.Object).Get("fromEntries")
	var original engine.Native
	original = engine.ReplaceNative(f, func(c goja.FunctionCall) goja.Value {
		refuseDeepJSON(e, c.Argument(0))
		if isCallable(c.Argument(1)) {
			return original(c)
		}
		if text, ok := c.Argument(0).(goja.String); ok {
			if marked, mark := markSurrogates(text); mark != 0 {
				v := original(goja.FunctionCall{This: c.This, Arguments: []goja.Value{goja.StringFromUTF16(marked)}})
				return unmarking{e, fromEntries, mark}.value(v)
			}
		}
		// goja makes an object of what is no reviver, and fails for null.
		return original(goja.FunctionCall{This: c.This, Arguments: []goja.Value{c.Argument(0)}})
	})
}

// refuseDeepJSON throws for a text that goja's parser cannot be given.
func refuseDeepJSON(e *host.Env, v goja.Value) {
	text, ok := v.(goja.String)
	if !ok {
		return
	}
	ascii, wide := engine.Units(text)
	if nesting.TooDeepJSON(ascii, nesting.MaxJSON) || nesting.TooDeepJSON(wide, nesting.MaxJSON) {
		panic(e.RangeError("", nesting.ErrTooDeep.Error()))
	}
}

// markDigits is how many digits stand behind a mark.
const markDigits = 4

// markSurrogates returns text with marks: a character that is nowhere in it, and
// the surrogate's number. mark is 0 when there is nothing to mark.
func markSurrogates(text goja.String) (marked []uint16, mark uint16) {
	ascii, wide := engine.Units(text)
	if wide == nil {
		if !strings.Contains(text.String(), `\u`) {
			return nil, 0
		}
		wide = make([]uint16, len(ascii))
		for i, b := range ascii {
			wide[i] = uint16(b)
		}
	}
	copied := 0
	for i := 0; i < len(wide); {
		unit, length := jsonUnit(wide[i:])
		if !utf16.IsSurrogate(rune(unit)) {
			i += length
			continue
		}
		next, nextLength := jsonUnit(wide[i+length:])
		isPair := utf16.DecodeRune(rune(unit), rune(next)) != replacement
		if isPair && nextLength == length { // goja joins no halves of which one is escaped
			i += length + nextLength
			continue
		}
		if mark == 0 {
			if mark = unused(wide); mark == 0 {
				return nil, 0
			}
		}
		marked = append(append(marked, wide[copied:i]...), mark)
		for shift := 12; shift >= 0; shift -= 4 {
			marked = append(marked, uint16("0123456789abcdef"[unit>>shift&0xF]))
		}
		i += length
		copied = i
	}
	if mark == 0 {
		return nil, 0
	}
	return append(marked, wide[copied:]...), mark
}

// jsonUnit returns the code unit that a JSON text begins with, which may be
// escaped, and how long it is there.
func jsonUnit(text []uint16) (unit uint16, length int) {
	const escaped = len(`\uXXXX`)
	switch {
	case len(text) == 0:
		return 0, 0
	case text[0] != '\\' || len(text) == 1:
		return text[0], 1
	case text[1] != 'u' || len(text) < escaped:
		return 0, 2
	}
	for _, digit := range text[2:escaped] {
		value, ok := hexDigit(digit)
		if !ok {
			return 0, 2 // parsing reports it
		}
		unit = unit<<4 | value
	}
	return unit, escaped
}

func hexDigit(unit uint16) (value uint16, ok bool) {
	switch {
	case '0' <= unit && unit <= '9':
		return unit - '0', true
	case 'a' <= unit|0x20 && unit|0x20 <= 'f':
		return unit | 0x20 - 'a' + 10, true
	}
	return 0, false
}

// unused returns a character that is not in text, of those that nobody uses; 0
// when all are.
func unused(text []uint16) uint16 {
	const first, last = 0xE000, 0xF8FF // the private use area
	var used [last - first + 1]bool
	for i := range text {
		if unit, _ := jsonUnit(text[i:]); unit >= first && unit <= last {
			used[unit-first] = true
		}
	}
	for i, is := range used {
		if !is {
			return first + uint16(i)
		}
	}
	return 0
}

// unmarking puts surrogates in the place of marks, in the strings and names of a
// parsed value.
type unmarking struct {
	env         *host.Env
	fromEntries goja.Value // Object.fromEntries
	mark        uint16
}

func (u unmarking) value(v goja.Value) goja.Value {
	switch v := v.(type) {
	case goja.String:
		return unmarkString(v, u.mark)
	case *goja.Object:
		if v.ClassName() != "Array" {
			return u.object(v)
		}
		items := make([]any, len(v.Keys()))
		for i, key := range v.Keys() {
			items[i] = u.value(v.Get(key))
		}
		return u.env.RT.NewArray(items...)
	}
	return v
}

// object makes the object again: names cannot change in their places.
func (u unmarking) object(o *goja.Object) goja.Value {
	rt := u.env.RT
	var entries []any
	for _, key := range o.Keys() {
		name := unmarkString(rt.ToValue(key).(goja.String), u.mark)
		entries = append(entries, rt.NewArray(name, u.value(o.Get(key))))
	}
	return call(u.env, u.fromEntries, goja.Undefined(), rt.NewArray(entries...))
}

func unmarkString(s goja.String, mark uint16) goja.String {
	_, wide := engine.Units(s)
	if wide == nil {
		return s
	}
	units := make([]uint16, 0, len(wide))
	for i := 0; i < len(wide); i++ {
		if wide[i] != mark {
			units = append(units, wide[i])
			continue
		}
		var unit uint16
		for _, digit := range wide[i+1 : i+1+markDigits] {
			value, _ := hexDigit(digit)
			unit = unit<<4 | value
		}
		units = append(units, unit)
		i += markDigits
	}
	return goja.StringFromUTF16(units)
}
