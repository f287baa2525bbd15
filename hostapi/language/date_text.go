package language

import (
	"fmt"
	"regexp"
	"strings"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// shower makes toString, toDateString or toTimeString.
func (d *dates) shower(layout string) engine.Native {
	return func(c goja.FunctionCall) goja.Value {
		ms, valid := d.timeOf(c.This)
		if !valid {
			return d.e.RT.ToValue("Invalid Date")
		}
		return d.e.RT.ToValue(d.text(ms, layout))
	}
}

// text shows a time in the program's zone; layout is "date", "time" or both.
func (d *dates) text(ms int64, layout string) string {
	z := zoneOfProgram(d.e)
	offset := z.offset(ms)
	local := time.UnixMilli(ms + offset).UTC()
	var parts []string
	if strings.Contains(layout, "date") {
		parts = append(parts, local.Format("Mon Jan 02 ")+yearText(local.Year()))
	}
	if strings.Contains(layout, "time") {
		shown := offsetText(offset)
		title := zoneTitle(z.name, z.at(floorSeconds(ms)).daylight)
		if title == "" {
			title = "GMT" + shown[:3] + ":" + shown[3:]
		}
		parts = append(parts, local.Format("15:04:05 GMT")+shown+" ("+title+")")
	}
	return strings.Join(parts, " ")
}

func yearText(year int) string {
	if year < 0 {
		return fmt.Sprintf("-%04d", -year)
	}
	return fmt.Sprintf("%04d", year)
}

// offsetText returns milliseconds as +0530.
func offsetText(offset int64) string {
	sign := '+'
	if offset < 0 {
		sign, offset = '-', -offset
	}
	minutes := offset / 60_000
	return fmt.Sprintf("%c%02d%02d", sign, minutes/60, minutes%60)
}

// isoDay are the texts that are days in UTC; other texts without a zone are
// local times.
var isoDay = regexp.MustCompile(`^(\d{4}|[+-]\d{6})(-\d\d(-\d\d)?)?$`)

// parseLocal is Date.parse. goja's would take a text without a zone for a time
// in the zone of the process, and does not tell that it did. With a zone in
// front of the text, the text's own counts, if it has one; so two zones in front
// say whether it has.
func (d *dates) parseLocal(s string) goja.Value {
	parse := func(s string) goja.Value {
		return d.parse(goja.FunctionCall{Arguments: []goja.Value{d.e.RT.ToValue(s)}})
	}
	plain := parse(s)
	if goja.IsNaN(plain) || isoDay.MatchString(s) {
		return plain
	}
	east, west := parse("CET "+s), parse("EST "+s)
	switch {
	case goja.IsNaN(east): // 2024-03-31T02:30, which takes nothing in front, and Z only when it has no zone
		if local := parse(s + "Z"); !goja.IsNaN(local) {
			return d.toUTC(local)
		}
	case !east.StrictEquals(west):
		return d.toUTC(parse("GMT " + s))
	}
	return plain
}

// primitive is the language's ToPrimitive without a hint.
func primitive(e *host.Env, o *goja.Object) goja.Value {
	hint := e.RT.ToValue("default")
	if exotic := o.GetSymbol(goja.SymToPrimitive); exotic != nil && !goja.IsUndefined(exotic) && !goja.IsNull(exotic) {
		if v := call(e, exotic, o, hint); !isObject(v) {
			return v
		}
	} else {
		for _, name := range []string{"valueOf", "toString"} {
			if f := o.Get(name); f != nil && isCallable(f) {
				if v := call(e, f, o); !isObject(v) {
					return v
				}
			}
		}
	}
	panic(e.TypeError("", "Cannot convert object to primitive value"))
}

func isObject(v goja.Value) bool {
	_, ok := v.(*goja.Object)
	return ok
}
