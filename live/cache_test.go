package live

import (
	"bytes"
	"crypto/sha256"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestCache(t *testing.T) {
	c := openCache(t.TempDir(), "lowered")
	key := sha256.Sum256([]byte("question"))
	if _, ok := c.get(key); ok {
		t.Error("something in an empty cache")
	}
	c.put(key, []byte("answer"))
	got, ok := c.get(key)
	if !ok || string(got) != "answer" {
		t.Errorf("got %q, %v", got, ok)
	}
	info, err := os.Stat(c.path(key))
	if err != nil {
		t.Fatal(err)
	}
	if info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v", info.Mode())
	}
}

func TestCacheIgnoresDamage(t *testing.T) {
	c := openCache(t.TempDir(), "lowered")
	key := sha256.Sum256([]byte("question"))
	c.put(key, []byte("a long enough answer"))
	whole, err := os.ReadFile(c.path(key))
	if err != nil {
		t.Fatal(err)
	}
	for cut := range whole {
		if err := os.WriteFile(c.path(key), whole[:cut], 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.get(key); ok {
			t.Errorf("cut at %d: %q", cut, got)
		}
	}
	for i := range whole {
		bad := bytes.Clone(whole)
		bad[i] ^= 1
		if err := os.WriteFile(c.path(key), bad, 0o600); err != nil {
			t.Fatal(err)
		}
		if got, ok := c.get(key); ok {
			t.Errorf("flipped at %d: %q", i, got)
		}
	}
}

func TestCacheNeedsNoFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	key := sha256.Sum256([]byte("question"))
	for _, dir := range []string{"off", file, filepath.Join(file, "below")} {
		c := openCache(dir, "lowered")
		c.put(key, []byte("answer"))
		if _, ok := c.get(key); ok {
			t.Errorf("%s: kept", dir)
		}
	}
}

func TestCacheShrinks(t *testing.T) {
	c := openCache(t.TempDir(), "lowered")
	var keys [][sha256.Size]byte
	for i := range 10 {
		key := sha256.Sum256([]byte{byte(i)})
		keys = append(keys, key)
		c.put(key, make([]byte, 1000))
		old := time.Now().Add(time.Duration(i-100) * time.Minute)
		if err := os.Chtimes(c.path(key), old, old); err != nil {
			t.Fatal(err)
		}
	}
	c.shrink(5 * (1000 + sha256.Size))
	for i, key := range keys {
		if _, ok := c.get(key); ok != (i >= 5) {
			t.Errorf("entry %d: %v", i, ok)
		}
	}
}
