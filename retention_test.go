package jsrr

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// storeOf makes a store of recordings of 1000 bytes that are so many days old.
func storeOf(t *testing.T, now time.Time, days ...int) Store {
	t.Helper()
	s := Store{t.TempDir()}
	for _, age := range days {
		folder, err := s.NewFolder("a.js")
		if err != nil {
			t.Fatal(err)
		}
		header := filepath.Join(folder, "header.cbor")
		if err := os.WriteFile(header, make([]byte, 1000), 0o600); err != nil {
			t.Fatal(err)
		}
		made := now.Add(-time.Duration(age) * 24 * time.Hour)
		if err := os.Chtimes(header, made, made); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func namesOf(list []Stored) string {
	var names []string
	for _, stored := range list {
		names = append(names, strings.TrimPrefix(stored.Name, "a-"))
	}
	return strings.Join(names, " ")
}

func TestExpired(t *testing.T) {
	now := time.Now()
	s := storeOf(t, now, 50, 40, 31, 29, 10, 0)
	if err := s.Pin("a-2", true); err != nil {
		t.Fatal(err)
	}
	release, err := s.Protect(filepath.Join(s.Dir, "a-3"))
	if err != nil {
		t.Fatal(err)
	}
	day := 24 * time.Hour
	for want, r := range map[string]Retention{
		"":       {},
		"1":      {MaxAge: 30 * day},
		"1 4 5":  {MaxAge: day},
		"1 4":    {KeepLast: 2},
		"1 4 5 ": {KeepLast: 1, MaxSize: 1},
		"1  ":    {MaxSize: 4000},
		"1 4  ":  {MaxAge: 30 * day, KeepLast: 2, MaxSize: 1e9},
	} {
		expired, err := s.Expired(r, now)
		if err != nil || namesOf(expired) != strings.TrimSpace(want) {
			t.Errorf("%+v: %q, %v; not %q", r, namesOf(expired), err, want)
		}
	}
	release()
	if expired, err := s.Expired(Retention{MaxAge: 30 * day}, now); err != nil || namesOf(expired) != "1 3" {
		t.Errorf("%q, %v", namesOf(expired), err)
	}
	// A clock that went back removes nothing.
	if expired, err := s.Expired(Retention{MaxAge: 30 * day}, now.Add(-100*day)); err != nil || len(expired) != 0 {
		t.Errorf("%q, %v", namesOf(expired), err)
	}
}

func TestPruneOnceADay(t *testing.T) {
	now := time.Now()
	s := storeOf(t, now, 50, 20, 0)
	for _, step := range []struct {
		days float64
		want string
	}{{0, "1"}, {0.5, ""}, {11, "2"}, {11.5, ""}} {
		at := now.Add(time.Duration(step.days * 24 * float64(time.Hour)))
		if gone, err := s.Prune(DefaultRetention(), at); err != nil || namesOf(gone) != step.want {
			t.Errorf("after %v days: %q, %v", step.days, namesOf(gone), err)
		}
	}
}

func TestParseRetention(t *testing.T) {
	day := 24 * time.Hour
	for text, want := range map[string]Retention{
		"":             DefaultRetention(),
		"off":          {},
		"20":           {KeepLast: 20},
		"7d, 500MB":    {MaxAge: 7 * day, MaxSize: 5e8},
		"2w,1.5GiB,12": {MaxAge: 14 * day, MaxSize: 3 << 29, KeepLast: 12},
		"90m,1000B":    {MaxAge: 90 * time.Minute, MaxSize: 1000},
	} {
		if r, err := ParseRetention(text); err != nil || r != want {
			t.Errorf("%q: %+v, %v", text, r, err)
		}
	}
	for _, text := range []string{"x", "-1", "0", "1,,2", "1d-", "NaNd", "1e9999GB", "-5MB", "∞d", "GB", "d", "1e300d"} {
		if r, err := ParseRetention(text); err == nil {
			t.Errorf("%q: %+v", text, r)
		}
	}
}
