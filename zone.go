package jsrr

import (
	"errors"
	"fmt"
	"time"
	_ "time/tzdata" // a replay needs the recording's zone on a machine that has no zones

	"github.com/jsrr/jsrr/live"
)

// ErrTimeZone says that a replay needs another time zone than the process has.
var ErrTimeZone = errors.New("time zone differs from the recording's")

// UseTimeZone makes name the time zone of the process, for a replay of a
// recording that was made there. Dates in JavaScript are shown in time.Local,
// of which a process has one; call this before the process does anything else
// with local time. A name that is empty or "Local" changes nothing: the zone of
// the recording is not known.
func UseTimeZone(name string) error {
	if name == "" || name == live.UnknownZone {
		return nil
	}
	zone, err := loadZone(name)
	if err != nil {
		return err
	}
	time.Local = zone
	return nil
}

func loadZone(name string) (*time.Location, error) {
	if name == "" || name == live.UnknownZone {
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
	if name == "" || name == live.UnknownZone || live.IsLocalZone(name) {
		return nil
	}
	return fmt.Errorf("%w: it was made in %s, this process is in %s; call UseTimeZone first",
		ErrTimeZone, name, time.Local)
}
