package live_test

import (
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
			t.Skip(err)
		}
		time.Local = zone
		for _, name := range names {
			there, err := time.LoadLocation(name)
			if err != nil {
				t.Skip(err)
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
