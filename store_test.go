package jsrr

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/jsrr/jsrr/live"
)

func TestStoreNames(t *testing.T) {
	s := Store{filepath.Join(t.TempDir(), "deep", "store")}
	if names, err := s.Names(); err != nil || names != nil {
		t.Fatalf("%q, %v", names, err)
	}
	if _, err := s.Find(""); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	for _, script := range []string{"b.js", "/x/a.test.ts", "weird name!.js", "..", "b.js"} {
		folder, err := s.NewFolder(script)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Keep(folder); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(s.Dir, "not a recording"), 0o700); err != nil {
		t.Fatal(err)
	}
	names, err := s.Names()
	if want := []string{"b-1", "a.test-2", "weird-name-3", "program-4", "b-5"}; err != nil || !slices.Equal(names, want) {
		t.Errorf("%q, %v", names, err)
	}
	for reference, want := range map[string]string{"": "b-5", Latest: "b-5", "b-1": "b-1"} {
		if path, err := s.Find(reference); err != nil || filepath.Base(path) != want {
			t.Errorf("%q: %q, %v", reference, path, err)
		}
	}
}

func TestStoreNumbers(t *testing.T) {
	s := Store{t.TempDir()}
	first, err := s.NewFolder("a.js")
	if err != nil {
		t.Fatal(err)
	}
	// A recording that was not kept leaves its number free.
	if err := os.Remove(first); err != nil {
		t.Fatal(err)
	}
	again, err := s.NewFolder("a.js")
	if err != nil || again != first {
		t.Errorf("%s, then %s, %v", first, again, err)
	}
	// One that was kept does not, even when it is removed.
	if err := s.Remove("latest"); err != nil {
		t.Fatal(err)
	}
	if folder, err := s.NewFolder("a.js"); err != nil || filepath.Base(folder) != "a-2" {
		t.Errorf("%s, %v", folder, err)
	}
	outside := t.TempDir()
	if err := s.Remove(outside); !errors.Is(err, ErrNotFound) {
		t.Error(err)
	}
	if _, err := os.Stat(outside); err != nil {
		t.Error(err)
	}
}

func TestDefaultStore(t *testing.T) {
	t.Setenv("JSRR_STORE", "/some/where")
	if s, err := DefaultStore(); err != nil || s.Dir != "/some/where" {
		t.Errorf("%+v, %v", s, err)
	}
	t.Setenv("JSRR_STORE", "")
	t.Setenv("XDG_STATE_HOME", "/state")
	t.Setenv("LOCALAPPDATA", "/state")
	if s, err := DefaultStore(); err != nil || s.Dir != filepath.Join("/state", "jsrr", "recordings") {
		t.Errorf("%+v, %v", s, err)
	}
}

func TestTimeZones(t *testing.T) {
	old := time.Local
	defer func() { time.Local = old }()
	if err := UseTimeZone("Asia/Tokyo"); err != nil {
		t.Fatal(err)
	}
	if name := live.LocalZone(); name != "Asia/Tokyo" {
		t.Errorf("zone %q", name)
	}
	if err := checkTimeZone("America/New_York"); !errors.Is(err, ErrTimeZone) {
		t.Error(err)
	}
	for _, same := range []string{"Asia/Tokyo", live.UnknownZone, ""} {
		if err := checkTimeZone(same); err != nil {
			t.Error(err)
		}
		if err := UseTimeZone(same); err != nil {
			t.Error(err)
		}
	}
	if err := UseTimeZone("Mars/Base"); !errors.Is(err, ErrTimeZone) {
		t.Error(err)
	}
}
