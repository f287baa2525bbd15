package live

import (
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// UnknownZone is the name of a zone whose name the system does not tell.
const UnknownZone = "Local"

func timeZone(*World, *loop.Decoder) loop.Reply { return loop.Reply{Data: []byte(LocalZone())} }

// LocalZone returns the name of the process's time zone in the database of time
// zones, or UnknownZone.
func LocalZone() string {
	candidates := []string{time.Local.String()}
	if target, err := filepath.EvalSymlinks("/etc/localtime"); err == nil {
		_, name, _ := strings.Cut(target, "zoneinfo/")
		candidates = append(candidates, name)
	}
	if name, err := os.ReadFile("/etc/timezone"); err == nil {
		candidates = append(candidates, strings.TrimSpace(string(name)))
	}
	for _, name := range candidates {
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
