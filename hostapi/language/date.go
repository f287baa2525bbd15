package language

import (
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// dates are goja's own functions of Date that know no time zone. What shows or
// takes local time is made of them: goja's asks the process for its zone, which
// is another one where a recording is replayed.
type dates struct {
	e                            *host.Env
	parse, utc, getTime, setTime engine.Native
	construct                    engine.Construct
	inBetween                    *goja.Object // a Date that no program sees
}

// installDate makes the program's zone that of its tape.
func installDate(e *host.Env) {
	constructor := e.RT.GlobalObject().Get("Date").(*goja.Object)
	prototype := prototypeOf(e, "Date")
	method := func(o *goja.Object, name string) engine.Native { return engine.NativeOf(o.Get(name).(*goja.Object)) }
	d := &dates{e: e, utc: method(constructor, "UTC"), getTime: method(prototype, "getTime"), setTime: method(prototype, "setTime")}
	d.construct = engine.ReplaceConstruct(constructor, d.newDate)
	d.inBetween = d.construct([]goja.Value{e.RT.ToValue(0)}, constructor)
	now := method(constructor, "now")
	engine.ReplaceNative(constructor, func(goja.FunctionCall) goja.Value {
		return e.RT.ToValue(d.text(now(goja.FunctionCall{}).ToInteger(), "date time"))
	})
	d.parse = engine.ReplaceNative(constructor.Get("parse").(*goja.Object), func(c goja.FunctionCall) goja.Value {
		return d.parseLocal(c.Argument(0).String())
	})
	replace := func(name string, own engine.Native) { engine.ReplaceNative(prototype.Get(name).(*goja.Object), own) }
	for _, g := range dateGetters {
		replace("get"+g.name, d.getter(g.field))
	}
	for _, s := range dateSetters {
		replace("set"+s.name, d.setter(method(prototype, "setUTC"+s.name), s.name, s.arguments))
	}
	replace("toString", d.shower("date time"))
	replace("toDateString", d.shower("date"))
	replace("toTimeString", d.shower("time"))
}

// dateGetters are the methods get… and what they read off a local time, which is
// kept as if it were UTC, and its offset.
var dateGetters = []struct {
	name  string
	field func(local time.Time, offset int64) int64
}{
	{"FullYear", func(t time.Time, _ int64) int64 { return int64(t.Year()) }},
	{"Month", func(t time.Time, _ int64) int64 { return int64(t.Month()) - 1 }},
	{"Date", func(t time.Time, _ int64) int64 { return int64(t.Day()) }},
	{"Day", func(t time.Time, _ int64) int64 { return int64(t.Weekday()) }},
	{"Hours", func(t time.Time, _ int64) int64 { return int64(t.Hour()) }},
	{"Minutes", func(t time.Time, _ int64) int64 { return int64(t.Minute()) }},
	{"Seconds", func(t time.Time, _ int64) int64 { return int64(t.Second()) }},
	{"Milliseconds", func(t time.Time, _ int64) int64 { return int64(t.Nanosecond() / 1e6) }},
	{"TimezoneOffset", func(_ time.Time, offset int64) int64 { return -offset / 60_000 }},
}

// dateSetters are the methods set… and how many arguments they take.
var dateSetters = []struct {
	name      string
	arguments int
}{{"FullYear", 3}, {"Month", 2}, {"Date", 1}, {"Hours", 4}, {"Minutes", 3}, {"Seconds", 2}, {"Milliseconds", 1}}

// timeOf returns the time of a Date, and whether it is valid. What is no Date
// makes goja throw.
func (d *dates) timeOf(this goja.Value) (ms int64, valid bool) {
	v := d.getTime(goja.FunctionCall{This: this})
	return v.ToInteger(), !goja.IsNaN(v)
}

func (d *dates) getter(field func(time.Time, int64) int64) engine.Native {
	return func(c goja.FunctionCall) goja.Value {
		ms, valid := d.timeOf(c.This)
		if !valid {
			return goja.NaN()
		}
		offset := zoneOfProgram(d.e).offset(ms)
		return d.e.RT.ToValue(field(time.UnixMilli(ms+offset).UTC(), offset))
	}
}

// setter lets goja set a field in UTC of the date that no program sees, which
// has the local time meanwhile.
func (d *dates) setter(setUTC engine.Native, name string, arguments int) engine.Native {
	return func(c goja.FunctionCall) goja.Value {
		d.timeOf(c.This) // it is a Date, or throws
		args := numbers(d.e, c.Arguments[:min(arguments, len(c.Arguments))])
		ms, valid := d.timeOf(c.This) // what the arguments made of it
		switch {
		case valid:
			ms += zoneOfProgram(d.e).offset(ms)
		case name != "FullYear":
			return goja.NaN() // of an invalid date only the year can be set
		default:
			ms = 0
		}
		d.setTime(goja.FunctionCall{This: d.inBetween, Arguments: []goja.Value{d.e.RT.ToValue(ms)}})
		local := setUTC(goja.FunctionCall{This: d.inBetween, Arguments: args})
		return d.setTime(goja.FunctionCall{This: c.This, Arguments: []goja.Value{d.toUTC(local)}})
	}
}

// numbers converts what a program gave, which may run the program.
func numbers(e *host.Env, values []goja.Value) []goja.Value {
	converted := make([]goja.Value, len(values))
	for i, v := range values {
		converted[i] = v.ToNumber()
	}
	return converted
}

// toUTC returns the time of a local time; NaN stays.
func (d *dates) toUTC(local goja.Value) goja.Value {
	if goja.IsNaN(local) {
		return local
	}
	return d.e.RT.ToValue(zoneOfProgram(d.e).utc(local.ToInteger()))
}

// newDate is new Date(…).
func (d *dates) newDate(args []goja.Value, newTarget *goja.Object) *goja.Object {
	switch len(args) {
	case 0:
	case 1:
		if o, ok := args[0].(*goja.Object); ok && o.ClassName() != "Date" {
			args = []goja.Value{primitive(d.e, o)}
		}
		if s, ok := args[0].(goja.String); ok {
			args = []goja.Value{d.parseLocal(s.String())}
		}
	default:
		local := d.utc(goja.FunctionCall{Arguments: numbers(d.e, args)})
		args = []goja.Value{d.toUTC(local)}
	}
	return d.construct(args, newTarget)
}
