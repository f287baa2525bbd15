package live

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// cache keeps answers that are expensive and depend on nothing but their
// question, in a folder of the user's. Whatever is wrong with the folder, the
// cache only forgets: it never fails.
type cache struct{ dir string } // "": keeps nothing

// cacheMax is how many bytes the folder may hold, and cacheSweep how often that
// is looked at.
const (
	cacheMax   = 256 << 20
	cacheSweep = 24 * time.Hour
)

// openCache returns the cache of a name in dir; "" is the usual place, "off" none.
func openCache(dir, name string) cache {
	if dir == "" {
		dir = os.Getenv("JSRR_CACHE_DIR")
	}
	switch dir {
	case "off":
		return cache{}
	case "":
		user, err := os.UserCacheDir()
		if err != nil {
			return cache{}
		}
		dir = filepath.Join(user, "jsrr")
	}
	return cache{filepath.Join(dir, name)}
}

func (c cache) path(key [sha256.Size]byte) string {
	return filepath.Join(c.dir, hex.EncodeToString(key[:]))
}

// get returns what was put under key. An entry begins with the hash of the
// rest; one that is damaged is none.
func (c cache) get(key [sha256.Size]byte) ([]byte, bool) {
	if c.dir == "" {
		return nil, false
	}
	b, err := os.ReadFile(c.path(key))
	if err != nil || len(b) < sha256.Size {
		return nil, false
	}
	data := b[sha256.Size:]
	if sha256.Sum256(data) != [sha256.Size]byte(b[:sha256.Size]) {
		return nil, false
	}
	return data, true
}

// put keeps data under key. The entry appears whole.
func (c cache) put(key [sha256.Size]byte, data []byte) {
	sum := sha256.Sum256(data)
	c.write(key, append(sum[:], data...))
}

// write makes data the file of key. It appears whole.
func (c cache) write(key [sha256.Size]byte, data []byte) {
	if c.dir == "" || os.MkdirAll(c.dir, 0o700) != nil {
		return
	}
	c.sweep()
	file, err := os.CreateTemp(c.dir, "new-*")
	if err != nil {
		return
	}
	_, err = file.Write(data)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(file.Name(), c.path(key))
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
}

// sweep removes the oldest entries when the folder is too large. It looks once
// a day.
func (c cache) sweep() {
	stamp := filepath.Join(c.dir, "swept")
	if info, err := os.Stat(stamp); err == nil && time.Since(info.ModTime()) < cacheSweep {
		return
	} else if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return
	}
	if os.WriteFile(stamp, nil, 0o600) == nil {
		c.shrink(cacheMax)
	}
}

// shrink removes the oldest entries until the rest has no more than limit bytes.
func (c cache) shrink(limit int64) {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return
	}
	var files []fs.FileInfo
	var total int64
	for _, entry := range entries {
		if info, err := entry.Info(); err == nil && info.Mode().IsRegular() {
			files = append(files, info)
			total += info.Size()
		}
	}
	slices.SortFunc(files, func(a, b fs.FileInfo) int { return a.ModTime().Compare(b.ModTime()) })
	for _, info := range files {
		if total <= limit {
			return
		}
		if os.Remove(filepath.Join(c.dir, info.Name())) == nil {
			total -= info.Size()
		}
	}
}
