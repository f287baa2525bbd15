package language

import (
	"math"
	"sort"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// zones are the time zones that a program has named, by the name it used; nil
// for one that does not exist.
type zones map[string]*zone

// zone is a time zone as the tape described it.
type zone struct {
	name    string
	periods []period // by beginning; at least one
}

// period is a time in which a zone adds the same to UTC.
type period struct {
	begin    int64 // seconds since 1970
	seconds  int64 // added to UTC
	daylight bool
}

// zoneName(name) returns the name of a time zone as the database has it, the
// name of the program's own for "", and undefined when there is none.
func zoneName(e *host.Env, c goja.FunctionCall) goja.Value {
	z := zoneOfProgram(e)
	if name := c.Argument(0).String(); name != "" {
		z = loadZone(e, name)
	}
	if z == nil {
		return goja.Undefined()
	}
	return e.RT.ToValue(z.name)
}

// setZone(name) is told what the program makes of TZ: another zone, "" for one
// that does not exist, undefined when it deletes it.
func setZone(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	if goja.IsUndefined(c.Argument(0)) {
		s.own = namedZone(e, askZone(e, true))
	} else {
		s.own = namedZone(e, strings.TrimPrefix(c.Argument(0).String(), ":"))
	}
	return goja.Undefined()
}

// restart forgets the zone: another process may be elsewhere.
func restart(e *host.Env) { e.State.(*state).own = nil }

// zoneOfProgram returns the zone in which the program's dates are shown.
func zoneOfProgram(e *host.Env) *zone {
	s := e.State.(*state)
	if s.own == nil {
		s.own = namedZone(e, askZone(e, false))
	}
	return s.own
}

// askZone asks the tape where the program is; with system, where its machine is.
func askZone(e *host.Env, system bool) string {
	var args loop.Encoder
	if system {
		args.Bool(true)
	}
	return string(e.Loop.Tape().Ask(loop.Request{Kind: loop.KindTimeZone, Args: args.Bytes()}).Data)
}

// namedZone returns a zone, UTC when there is none of that name. UTC needs no
// database.
func namedZone(e *host.Env, name string) *zone {
	if name != "GMT" { // which has a name of its own
		name = canonicalZone(name)
	}
	if name != "" && name != "UTC" {
		if z := loadZone(e, name); z != nil {
			return z
		}
	}
	return &zone{name: "UTC", periods: []period{{}}}
}

// loadZone returns the zone of a name, or nil.
func loadZone(e *host.Env, name string) *zone {
	s := e.State.(*state)
	if z, known := s.zones[name]; known {
		return z
	}
	if s.zones == nil {
		s.zones = zones{}
	}
	var args loop.Encoder
	args.String(name)
	reply := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindZonePeriods, Args: args.Bytes()})
	if reply.Errno == 0 {
		s.zones[name] = decodeZone(reply.Data)
	} else {
		s.zones[name] = nil
	}
	return s.zones[name]
}

// decodeZone reads a reply; nil when it is damaged.
func decodeZone(data []byte) *zone {
	d := loop.Decode(data)
	z := &zone{name: d.String()}
	for d.More() {
		z.periods = append(z.periods, period{d.Int(), d.Int(), d.Bool()})
	}
	if d.Err() != nil || len(z.periods) == 0 {
		return nil
	}
	return z
}

// calendarCycle is after how many seconds dates fall on the same days of the
// week again, and rules repeat: 400 years.
const calendarCycle = 146097 * 24 * 60 * 60

// at returns the period of a time in seconds since 1970.
func (z *zone) at(seconds int64) period {
	last := z.periods[len(z.periods)-1].begin
	if beyond := seconds - last; beyond > 0 && len(z.periods) > 1 && last > calendarCycle {
		seconds -= (beyond + calendarCycle - 1) / calendarCycle * calendarCycle
	}
	after := sort.Search(len(z.periods), func(i int) bool { return z.periods[i].begin > seconds })
	return z.periods[max(after-1, 0)]
}

// zoneOffset(name, time) returns the seconds that a zone adds to UTC at that
// time, in milliseconds, and whether it is daylight saving time.
func zoneOffset(e *host.Env, c goja.FunctionCall) goja.Value {
	p := namedZone(e, c.Argument(0).String()).at(int64(math.Floor(c.Argument(1).ToFloat() / 1000)))
	return e.RT.NewArray(p.seconds, p.daylight)
}

// floorSeconds returns the whole seconds of a time in milliseconds.
func floorSeconds(ms int64) int64 {
	if ms < 0 {
		ms -= 999
	}
	return ms / 1000
}

// offset returns what the zone adds to UTC at a time; all in milliseconds.
func (z *zone) offset(ms int64) int64 { return z.at(floorSeconds(ms)).seconds * 1000 }

// utc returns the time that the zone shows as local. Of the two times of a local
// time that comes twice it is the first; one that is skipped is read with the
// offset from before, as the language says.
func (z *zone) utc(local int64) int64 {
	const day = 24 * 60 * 60 * 1000
	before, after := z.offset(local-day), z.offset(local+day)
	if utc := local - after; z.offset(local-before) != before && z.offset(utc) == after {
		return utc
	}
	return local - before
}
