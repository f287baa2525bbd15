package live_test

import (
	"os"
	"testing"
	"time"

	"github.com/jsrr/jsrr/live"
)

// sampledAlike compares a zone with the process's at every sample.
func sampledAlike(zone *time.Location) bool {
	for year := 1960; year < 2040; year++ {
		for month := time.January; month <= time.December; month += 3 {
			at := time.Date(year, month, 15, 12, 0, 0, 0, time.UTC)
			wantName, want := at.In(time.Local).Zone()
			if gotName, got := at.In(zone).Zone(); got != want || gotName != wantName {
				return false
			}
		}
	}
	return true
}

// noZones skips the test on a machine without the zone database.
func noZones(t *testing.T, err error) {
	t.Helper()
	if os.Getenv("CI") != "" {
		t.Fatal(err)
	}
	t.Skip("no time zones here: ", err)
}

// Samples between which nothing changes are left out, and no others.
func TestIsLocalZoneIsWhatAllSamplesSay(t *testing.T) {
	defer func(zone *time.Location) { time.Local = zone }(time.Local)
	names := []string{
		"UTC", "Etc/UTC", "Europe/Berlin", "Europe/Paris", "Europe/Vienna", "Europe/London", "Asia/Kolkata",
		"America/New_York", "America/Toronto", "Africa/Casablanca", "Pacific/Apia", "Antarctica/Troll",
	}
	alike := 0
	for _, here := range names {
		zone, err := time.LoadLocation(here)
		if err != nil {
			noZones(t, err)
		}
		time.Local = zone
		for _, name := range names {
			there, err := time.LoadLocation(name)
			if err != nil {
				noZones(t, err)
			}
			if got, want := live.IsLocalZone(name), sampledAlike(there); got != want {
				t.Errorf("%s in %s: %v", name, here, got)
			} else if got {
				alike++
			}
		}
	}
	if alike <= len(names) || alike == len(names)*len(names) {
		t.Errorf("%d pairs are alike: no test", alike)
	}
}
