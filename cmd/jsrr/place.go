package main

import (
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/jsrr/jsrr"
)

// place is where a recording goes: a folder that the user named, or the store.
type place struct {
	folder string
	store  jsrr.Store
	shows  string // a store's folder, as the user named it; "" for the default store
}

func (c *recordCommand) place() (place, error) {
	if c.Output == "" {
		store, err := jsrr.DefaultStore()
		return place{store: store}, err
	}
	if info, err := os.Stat(c.Output); err == nil && !info.IsDir() {
		return place{}, usage("record", fmt.Errorf("%s is a file", c.Output))
	}
	if entries, err := os.ReadDir(c.Output); err == nil && len(entries) > 0 {
		return place{}, usage("record", fmt.Errorf("the folder %s is not empty", c.Output))
	}
	return place{folder: c.Output}, nil
}

// newFolder makes the folder of a recording. Until release is called nobody
// removes it.
func (p place) newFolder(program string) (folder string, release func(), err error) {
	release = func() {}
	if p.folder != "" {
		return p.folder, release, os.MkdirAll(p.folder, 0o700)
	}
	folder, err = p.store.NewFolder(program)
	if err != nil {
		return "", release, err
	}
	if unlock, err := p.store.Protect(folder); err == nil {
		release = unlock // a file system without locks is no reason not to record
	}
	return folder, release, nil
}

// prune keeps the store to its retention, and says what went.
func (p place) prune(t *terminal, quiet bool) {
	if p.folder != "" {
		return
	}
	retention, err := jsrr.ParseRetention(os.Getenv("JSRR_RETENTION"))
	if err != nil {
		t.printf("%s JSRR_RETENTION: %v\n", t.red("jsrr: warning:"), err)
		return
	}
	expired, err := p.store.Prune(retention, time.Now())
	if len(expired) > 0 && !quiet {
		t.printf("%s removed %s from the store; jsrr keep NAME keeps one\n", t.bold("jsrr:"), plural(len(expired), "old recording"))
	}
	if err != nil {
		t.printf("%s old recordings could not be removed: %v\n", t.red("jsrr: warning:"), err)
	}
}

// keep makes the recording's name final.
func (p place) keep(folder string) error {
	if p.folder != "" {
		return nil
	}
	return p.store.Keep(folder)
}

// remove removes a recording that newFolder made: its files, and the folder
// unless something else has come into it.
func (p place) remove(folder string) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		if err := os.Remove(filepath.Join(folder, entry.Name())); err != nil {
			return err
		}
	}
	_ = os.Remove(folder)
	return nil
}

// display returns the name by which replay finds the recording.
func (p place) display(folder string) string {
	if p.folder != "" {
		return folder
	}
	if p.shows != "" {
		return filepath.Join(p.shows, filepath.Base(folder))
	}
	return filepath.Base(folder)
}
