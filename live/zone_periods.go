package live

import (
	"strings"
	"syscall"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// Periods of a zone are written for these years. The calendar, and with it the
// rules of the last of them, repeats every 400 years.
const (
	zoneYearFirst = 1800
	zoneYearLast  = 2400
)

// zonePeriods answers with the name of a time zone as the database has it, and
// for each period when it begins (seconds since 1970; the first has no beginning),
// the seconds that it adds to UTC and whether that is daylight saving time. A
// program sees the database only through this answer: machines have different
// ones, a recording has its own.
func zonePeriods(_ *World, args *loop.Decoder) loop.Reply {
	zone := findZone(args.String())
	if zone == nil {
		return failed(syscall.ENOENT)
	}
	var e loop.Encoder
	e.String(zone.String())
	at := time.Date(zoneYearFirst, time.January, 1, 0, 0, 0, 0, time.UTC).In(zone)
	for first := true; at.Year() <= zoneYearLast; first = false {
		_, seconds := at.Zone()
		if _, before := at.Add(-time.Second).Zone(); first || before != seconds || at.Add(-time.Second).IsDST() != at.IsDST() {
			e.Int(at.Unix())
			e.Int(int64(seconds))
			e.Bool(at.IsDST())
		}
		_, end := at.ZoneBounds()
		if end.IsZero() {
			break
		}
		if !end.After(at) { // at the end of some leap years it does not move
			end = at.Add(time.Hour)
		}
		at = end
	}
	return loop.Reply{Data: e.Bytes()}
}

// findZone returns the zone of a name, in any case of its letters, or nil.
func findZone(name string) *time.Location {
	if name == UnknownZone {
		return time.Local
	}
	for _, spelling := range []string{name, spelledZone(name), strings.ToUpper(name)} {
		// The database is a tree of files: a name must not lead out of it.
		if strings.Contains(spelling, ".") || strings.EqualFold(spelling, UnknownZone) || spelling == "" {
			return nil
		}
		if zone, err := time.LoadLocation(spelling); err == nil {
			return zone
		}
	}
	return nil
}

// spelledZone returns a name in the letters of the database: America/New_York.
func spelledZone(name string) string {
	letters := []byte(strings.ToLower(name))
	for i, c := range letters {
		if 'a' <= c && c <= 'z' && (i == 0 || strings.IndexByte("/_-", letters[i-1]) >= 0) {
			letters[i] = c - 'a' + 'A'
		}
	}
	return strings.NewReplacer("_Of_", "_of_", "_Es_", "_es_", "-Au-", "-au-").Replace(string(letters))
}
