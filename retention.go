package jsrr

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Retention says which recordings of a store may go. A limit of 0 is none.
type Retention struct {
	// MaxAge, KeepLast and MaxSize are how old a recording may become, how many
	// of the newest stay, and how many bytes all together may take.
	MaxAge   time.Duration
	KeepLast int
	MaxSize  int64
}

// DefaultRetention is what the store is kept to, once a day, when
// $JSRR_RETENTION says nothing else.
func DefaultRetention() Retention {
	return Retention{MaxAge: 30 * 24 * time.Hour, KeepLast: 100, MaxSize: 1e9}
}

// ErrRetention says that $JSRR_RETENTION, or a part of it, means nothing.
var ErrRetention = errors.New("not a number of recordings (100), an age (30d) or a size (1GB)")

// ParseRetention reads limits such as "100,30d,1GB". "off" is none at all, and
// "" the default.
func ParseRetention(text string) (Retention, error) {
	switch text {
	case "":
		return DefaultRetention(), nil
	case "off":
		return Retention{}, nil
	}
	var r Retention
	for _, limit := range strings.Split(text, ",") {
		limit = strings.TrimSpace(limit)
		if n, err := strconv.Atoi(limit); err == nil && n > 0 {
			r.KeepLast = n
		} else if age, err := ParseAge(limit); err == nil {
			r.MaxAge = age
		} else if size, err := ParseSize(limit); err == nil {
			r.MaxSize = size
		} else {
			return Retention{}, fmt.Errorf("%q: %w", limit, ErrRetention)
		}
	}
	return r, nil
}

// ParseAge reads a positive duration; beside Go's units there are days and
// weeks: "30d", "2w", "12h".
func ParseAge(text string) (time.Duration, error) {
	days := map[string]float64{"d": 1, "w": 7}
	for unit, n := range days {
		if number, ok := strings.CutSuffix(text, unit); ok {
			value, err := strconv.ParseFloat(number, 64)
			if hours := value * n * 24; err == nil && value > 0 && hours < 1e6 {
				return time.Duration(hours * float64(time.Hour)), nil
			}
		}
	}
	if age, err := time.ParseDuration(text); err == nil && age > 0 {
		return age, nil
	}
	return 0, fmt.Errorf("%q: not an age such as 30d, 2w or 12h", text)
}

// ParseSize reads a positive number of bytes: "1GB", "500MB", "64MiB", "1000B".
func ParseSize(text string) (int64, error) {
	units := []struct {
		suffix string
		bytes  float64
	}{{"KIB", 1 << 10}, {"MIB", 1 << 20}, {"GIB", 1 << 30}, {"TIB", 1 << 40}, {"KB", 1e3}, {"MB", 1e6}, {"GB", 1e9}, {"TB", 1e12}, {"B", 1}}
	for _, unit := range units {
		if number, ok := strings.CutSuffix(strings.ToUpper(text), unit.suffix); ok {
			value, err := strconv.ParseFloat(strings.TrimSpace(number), 64)
			if bytes := value * unit.bytes; err == nil && bytes >= 1 && bytes < 1e18 {
				return int64(bytes), nil
			}
			break
		}
	}
	return 0, fmt.Errorf("%q: not a size such as 1GB, 500MB or 64MiB", text)
}

// Stored is a recording of a store.
type Stored struct {
	Name string
	// Made is when recording began, by the file system's clock.
	Made time.Time
	Size int64
	// Pinned recordings and those that are being Written are never removed by
	// a Retention.
	Pinned, Written bool
}

// List describes all recordings, oldest first.
func (s Store) List() ([]Stored, error) {
	names, err := s.Names()
	if err != nil {
		return nil, err
	}
	list := make([]Stored, 0, len(names))
	for _, name := range names {
		stored := Stored{Name: name, Pinned: s.Pinned(name), Written: s.Written(name)}
		folder := filepath.Join(s.Dir, name)
		if info, err := os.Stat(folder); err == nil {
			stored.Made = info.ModTime()
		}
		if info, err := os.Stat(filepath.Join(folder, "header.cbor")); err == nil {
			stored.Made = info.ModTime()
		}
		stored.Size, _ = folderSize(folder)
		list = append(list, stored)
	}
	return list, nil
}

// Expired returns the recordings that r does not let stay, oldest first. The
// newest always stays.
func (s Store) Expired(r Retention, now time.Time) ([]Stored, error) {
	list, err := s.List()
	if err != nil {
		return nil, err
	}
	var expired []Stored
	var size int64
	stay := 0
	for i := len(list) - 1; i >= 0; i-- {
		stored := list[i]
		goes := r.MaxAge > 0 && now.Sub(stored.Made) > r.MaxAge ||
			r.KeepLast > 0 && stay >= r.KeepLast ||
			r.MaxSize > 0 && size+stored.Size > r.MaxSize
		if goes && !stored.Pinned && !stored.Written && i < len(list)-1 {
			expired = append([]Stored{stored}, expired...)
			continue
		}
		stay++
		size += stored.Size
	}
	return expired, nil
}

// prunedFile is touched when a store is kept to its retention.
const prunedFile = ".pruned"

// pruneEvery is how often that happens.
const pruneEvery = 24 * time.Hour

// Prune removes what r does not let stay, at most once a day, and returns it.
func (s Store) Prune(r Retention, now time.Time) ([]Stored, error) {
	if r == (Retention{}) {
		return nil, nil
	}
	stamp := filepath.Join(s.Dir, prunedFile)
	if info, err := os.Stat(stamp); err == nil && now.Sub(info.ModTime()) < pruneEvery && now.After(info.ModTime()) {
		return nil, nil
	}
	if err := os.WriteFile(stamp, nil, 0o600); err != nil {
		return nil, err
	}
	if err := os.Chtimes(stamp, now, now); err != nil {
		return nil, err
	}
	expired, err := s.Expired(r, now)
	for i, stored := range expired {
		if err := s.Remove(stored.Name); err != nil {
			return expired[:i], err
		}
	}
	return expired, err
}

// Folders of the marks on recordings: a file for each.
const (
	pinnedDir  = ".kept"
	writtenDir = ".written"
)

// ErrPinned and ErrWritten say why a recording is not removed.
var (
	ErrPinned  = errors.New("the recording is kept")
	ErrWritten = errors.New("the recording is being written")
)

// Pin keeps a recording of the store from being removed, or ends that.
func (s Store) Pin(name string, pin bool) error {
	path, err := s.findStored(name)
	if err != nil {
		return err
	}
	mark := filepath.Join(s.Dir, pinnedDir, filepath.Base(path))
	if !pin {
		if err := os.Remove(mark); !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(mark), 0o700); err != nil {
		return err
	}
	return os.WriteFile(mark, nil, 0o600)
}

// Pinned says whether Pin keeps a recording.
func (s Store) Pinned(name string) bool {
	_, err := os.Lstat(filepath.Join(s.Dir, pinnedDir, name))
	return err == nil
}

// Protect marks the folder of a recording of the store as being written, until
// release is called or the process ends, however it ends.
func (s Store) Protect(folder string) (release func(), err error) {
	mark := filepath.Join(s.Dir, writtenDir, filepath.Base(folder))
	if err := os.MkdirAll(filepath.Dir(mark), 0o700); err != nil {
		return nothing, err
	}
	unlock, err := lockFile(mark)
	if err != nil {
		return nothing, err
	}
	return func() {
		unlock()
		_ = os.Remove(mark)
	}, nil
}

// Written says whether a recording is protected: it is being written.
func (s Store) Written(name string) bool {
	mark := filepath.Join(s.Dir, writtenDir, name)
	if _, err := os.Lstat(mark); err != nil {
		return false
	}
	unlock, err := lockFile(mark)
	if err != nil {
		return true
	}
	unlock()
	_ = os.Remove(mark)
	return false
}
