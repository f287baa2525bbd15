package language

import (
	"math"
	"sort"

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
	name := c.Argument(0).String()
	if name == "" {
		return e.RT.ToValue(ownZone(e))
	}
	if z := loadZone(e, name); z != nil {
		return e.RT.ToValue(z.name)
	}
	return goja.Undefined()
}

// ownZone asks the tape where the program is.
func ownZone(e *host.Env) string {
	reply := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindTimeZone})
	if reply.Errno != 0 || len(reply.Data) == 0 {
		return "UTC"
	}
	return string(reply.Data)
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
	var p period // UTC when there is no such zone
	if z := loadZone(e, c.Argument(0).String()); z != nil {
		p = z.at(int64(math.Floor(c.Argument(1).ToFloat() / 1000)))
	}
	return e.RT.NewArray(p.seconds, p.daylight)
}
