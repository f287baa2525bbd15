package live

import (
	"os"
	"path/filepath"
	"strings"
	"time"
	_ "time/tzdata" // machines without a database of zones have named ones too

	"github.com/jsrr/jsrr/loop"
)

// UnknownZone is the name of a zone whose name the system does not tell.
const UnknownZone = "Local"

// timeZone answers with the zone that the program's TZ names, and "UTC" for one
// that the database does not have, as without a TZ the machine's. The argument
// true asks for the machine's in any case.
func timeZone(w *World, args *loop.Decoder) loop.Reply {
	name, set := w.env.values["TZ"]
	if args.More() && args.Bool() {
		return loop.Reply{Data: []byte(machineZone())}
	}
	if !set {
		return loop.Reply{Data: []byte(LocalZone())}
	}
	if name = strings.TrimPrefix(name, ":"); findZone(name) == nil {
		name = "UTC"
	}
	return loop.Reply{Data: []byte(name)}
}

// machineZone returns the zone of the machine, whatever TZ says.
func machineZone() string {
	for _, name := range machineZoneNames() {
		if findZone(name) != nil {
			return name
		}
	}
	return "UTC"
}

// machineZoneNames returns what the system's files call its zone.
func machineZoneNames() []string {
	var names []string
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		_, name, _ := strings.Cut(target, "zoneinfo/")
		names = append(names, name)
	}
	if name, err := os.ReadFile("/etc/timezone"); err == nil {
		names = append(names, strings.TrimSpace(string(name)))
	}
	return names
}

// LocalZone returns the name of the process's time zone in the database of time
// zones, or UnknownZone.
func LocalZone() string {
	for _, name := range append([]string{time.Local.String()}, machineZoneNames()...) {
		if IsLocalZone(name) {
			return name
		}
	}
	return UnknownZone
}

// IsLocalZone says whether the zone of that name shows the same times as the
// process's, by samples over the years in which rules changed most.
func IsLocalZone(name string) bool {
	zone, err := time.LoadLocation(name)
	if err != nil || name == "" || name == UnknownZone {
		return false
	}
	var same time.Time // until then both stay as they were at the sample before
	for year := 1960; year < 2040; year++ {
		for month := time.January; month <= time.December; month += 3 {
			at := time.Date(year, month, 15, 12, 0, 0, 0, time.UTC)
			if at.Before(same) {
				continue
			}
			here, there := at.In(time.Local), at.In(zone)
			wantName, want := here.Zone()
			gotName, got := there.Zone()
			if got != want || gotName != wantName {
				return false
			}
			if same = earlier(changes(here), changes(there)); same.IsZero() {
				return true
			}
		}
	}
	return true
}

// changes returns when the zone of at changes next; zero: never.
func changes(at time.Time) time.Time {
	_, end := at.ZoneBounds()
	return end
}

// earlier returns the earlier of two times; zero is later than any.
func earlier(a, b time.Time) time.Time {
	if a.IsZero() || !b.IsZero() && b.Before(a) {
		return b
	}
	return a
}
