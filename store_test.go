package jsrr

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
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

// Recordings that begin together have numbers of their own, in one process or
// in many.
func TestStoreNumbersTogether(t *testing.T) {
	const processes, each = 4, 25
	if dir := os.Getenv("JSRR_TEST_STORE"); dir != "" {
		for i := range each {
			s := Store{dir}
			folder, err := s.NewFolder(fmt.Sprintf("p%d-%d.js", os.Getpid(), i))
			if err == nil {
				err = s.Keep(folder)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		return
	}
	dir := t.TempDir()
	var group sync.WaitGroup
	for range processes {
		group.Go(func() {
			cmd := exec.Command(os.Args[0], "-test.run=^TestStoreNumbersTogether$")
			cmd.Env = append(os.Environ(), "JSRR_TEST_STORE="+dir)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("%v: %s", err, out)
			}
		})
	}
	group.Wait()
	names, err := Store{dir}.Names()
	if err != nil || len(names) != processes*each {
		t.Fatalf("%d names, %v", len(names), err)
	}
	for i, name := range names {
		if i > 0 && numberOf(name) == numberOf(names[i-1]) {
			t.Errorf("%s and %s", names[i-1], name)
		}
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
