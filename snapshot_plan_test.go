package jsrr_test

import (
	"errors"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
)

func TestParseSnapshotPlan(t *testing.T) {
	for text, want := range map[string]jsrr.SnapshotPlan{
		"1000":      {Turns: 1000},
		"10s":       {Interval: 10 * time.Second},
		"64MB":      {Bytes: 64e6},
		"1,1d,1KiB": {Turns: 1, Interval: 24 * time.Hour, Bytes: 1024},
	} {
		if got, err := jsrr.ParseSnapshotPlan(text); err != nil || got != want {
			t.Errorf("%q is %+v (%v)", text, got, err)
		}
	}
	for _, text := range []string{"", "0", "-1", "x", "1000,", "0s", "10 parsecs"} {
		if got, err := jsrr.ParseSnapshotPlan(text); !errors.Is(err, jsrr.ErrSnapshotPlan) {
			t.Errorf("%q is %+v (%v)", text, got, err)
		}
	}
}

func TestParseKeepLast(t *testing.T) {
	for text, want := range map[string]jsrr.KeepLast{"10m": {Time: 10 * time.Minute}, "256MB": {Bytes: 256e6}} {
		if got, err := jsrr.ParseKeepLast(text); err != nil || got != want {
			t.Errorf("%q is %+v (%v)", text, got, err)
		}
	}
	for _, text := range []string{"", "10", "0s", "always"} {
		if got, err := jsrr.ParseKeepLast(text); !errors.Is(err, jsrr.ErrKeepLast) {
			t.Errorf("%q is %+v (%v)", text, got, err)
		}
	}
}
