package language

import (
	"strings"
	"time"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// zones are the time zones that a program has named, by the name it used; ""
// is its own.
type zones map[string]*time.Location

// zoneName(name) returns the name of a time zone as the database has it, the
// name of the program's own for "", and undefined when there is none.
func zoneName(e *host.Env, c goja.FunctionCall) goja.Value {
	name := c.Argument(0).String()
	if name == "" {
		return e.RT.ToValue(ownZone(e))
	}
	if zone := loadZone(e, name); zone != nil {
		return e.RT.ToValue(zone.String())
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

// loadZone returns the zone of a name, in any case of its letters, or nil.
func loadZone(e *host.Env, name string) *time.Location {
	s := e.State.(*state)
	if zone, known := s.zones[name]; known {
		return zone
	}
	if s.zones == nil {
		s.zones = zones{}
	}
	var zone *time.Location
	if name == time.Local.String() {
		zone = time.Local
	}
	for _, spelling := range []string{name, spelled(name), strings.ToUpper(name)} {
		// The database is a tree of files: a name must not lead out of it.
		if strings.Contains(spelling, ".") || strings.EqualFold(spelling, "local") || spelling == "" {
			break
		}
		if found, err := time.LoadLocation(spelling); err == nil && zone == nil {
			zone = found
		}
	}
	s.zones[name] = zone
	return zone
}

// spelled returns a name in the letters of the database: America/New_York.
func spelled(name string) string {
	letters := []byte(strings.ToLower(name))
	for i, c := range letters {
		if 'a' <= c && c <= 'z' && (i == 0 || strings.IndexByte("/_-", letters[i-1]) >= 0) {
			letters[i] = c - 'a' + 'A'
		}
	}
	return strings.NewReplacer("_Of_", "_of_", "_Es_", "_es_", "-Au-", "-au-").Replace(string(letters))
}

// zoneOffset(name, time) returns the seconds that a zone adds to UTC at that
// time, in milliseconds, and whether it is daylight saving time.
func zoneOffset(e *host.Env, c goja.FunctionCall) goja.Value {
	zone := loadZone(e, c.Argument(0).String())
	if zone == nil {
		zone = time.UTC
	}
	at := time.UnixMilli(c.Argument(1).ToInteger()).In(zone)
	_, seconds := at.Zone()
	return e.RT.NewArray(seconds, at.IsDST())
}
