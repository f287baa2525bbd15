package jsrr

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
	_ "time/tzdata" // a replay needs the recording's zone on a machine that has no zones
)

// ErrTimeZone says that a replay needs another time zone than the process has.
var ErrTimeZone = errors.New("time zone differs from the recording's")

// UseTimeZone makes name the time zone of the process, for a replay of a
// recording that was made there. Dates in JavaScript are shown in time.Local,
// of which a process has one; call this before the process does anything else
// with local time. A name that is empty or "Local" changes nothing: the zone of
// the recording is not known.
func UseTimeZone(name string) error {
	if name == "" || name == unknownZone {
		return nil
	}
	zone, err := loadZone(name)
	if err != nil {
		return err
	}
	time.Local = zone
	return nil
}

// unknownZone is the name of a zone whose name the system does not tell.
const unknownZone = "Local"

func loadZone(name string) (*time.Location, error) {
	if name == "" || name == unknownZone {
		return nil, fmt.Errorf("%w: no zone of the name %q", ErrTimeZone, name)
	}
	zone, err := time.LoadLocation(name)
	if err != nil {
		return nil, fmt.Errorf("%w: %v", ErrTimeZone, err)
	}
	return zone, nil
}

// checkTimeZone says whether dates look in this process as they do in the zone
// of that name. Nothing is known of an unknown zone.
func checkTimeZone(name string) error {
	if name == "" || name == unknownZone || sameAsLocal(name) {
		return nil
	}
	return fmt.Errorf("%w: it was made in %s, this process is in %s; call UseTimeZone first",
		ErrTimeZone, name, time.Local)
}

// localZone returns the name of the process's time zone, as UseTimeZone takes
// it, or unknownZone.
func localZone() string {
	candidates := []string{time.Local.String()}
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		_, name, _ := strings.Cut(target, "zoneinfo/")
		candidates = append(candidates, name)
	}
	if name, err := os.ReadFile("/etc/timezone"); err == nil {
		candidates = append(candidates, strings.TrimSpace(string(name)))
	}
	for _, name := range candidates {
		if sameAsLocal(name) {
			return name
		}
	}
	return unknownZone
}

// sameAsLocal says whether the zone of that name shows the same times as the
// process's, by samples over the years in which rules changed most.
func sameAsLocal(name string) bool {
	zone, err := loadZone(name)
	if err != nil {
		return false
	}
	for year := 1960; year < 2040; year++ {
		for month := time.January; month <= time.December; month += 3 {
			at := time.Date(year, month, 15, 12, 0, 0, 0, time.UTC)
			wantName, want := at.In(time.Local).Zone()
			gotName, got := at.In(zone).Zone()
			if got != want || gotName != wantName {
				return false
			}
		}
	}
	return true
}
