package live

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"
)

func keyOf(name string) imageKey { return sha256.Sum256([]byte(name)) }

// keep keeps images of big texts, and closes when all are written.
func keep(t *testing.T, folder, subject string, images map[string]string) {
	t.Helper()
	i := OpenImages(folder, subject)
	for name, data := range images {
		i.Image(keyOf(name))
		i.Keep(keyOf(name), imagesWorth, func() []byte { return []byte(data) })
	}
	for range 1000 {
		i.mu.Lock()
		made := len(i.made)
		i.mu.Unlock()
		if made == len(images) {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	i.Close()
}

// checkImages checks which images are there.
func checkImages(t *testing.T, folder, subject string, want map[string]string) {
	t.Helper()
	i := OpenImages(folder, subject)
	defer i.Close()
	for name, data := range want {
		if got := i.Image(keyOf(name)); !bytes.Equal(got, []byte(data)) {
			t.Errorf("%s: %q, not %q", name, got, data)
		}
	}
}

func TestImages(t *testing.T) {
	folder := t.TempDir()
	checkImages(t, folder, "program", map[string]string{"a": "", "b": ""})
	keep(t, folder, "program", map[string]string{"a": "image of a", "b": "image of b"})
	keep(t, folder, "program", map[string]string{"b": "image of b", "c": "image of c"})
	checkImages(t, folder, "program", map[string]string{"a": "image of a", "b": "image of b", "c": "image of c", "d": ""})
	checkImages(t, folder, "another program", map[string]string{"a": ""})
	if OpenImages("off", "program") != nil {
		t.Error("there are images although the cache is off")
	}
	OpenImages("off", "program").Close()
}

// Images of a program that compiles little are not worth a file, nor those of
// units that have none.
func TestImagesThatAreNotKept(t *testing.T) {
	folder := t.TempDir()
	i := OpenImages(folder, "program")
	i.Keep(keyOf("small"), imagesWorth-1, func() []byte { return []byte("image") })
	i.Close()
	i.Keep(keyOf("late"), imagesWorth, func() []byte { return []byte("image") })
	i = OpenImages(folder, "program")
	i.Keep(keyOf("none"), imagesWorth, func() []byte { return nil })
	i.Close()
	if files, _ := filepath.Glob(filepath.Join(folder, "compiled", "*")); len(files) > 0 {
		t.Errorf("files: %v", files)
	}
}

// A damaged file has no images, and is written anew.
func TestDamagedImages(t *testing.T) {
	folder := t.TempDir()
	images := map[string]string{"a": "image of a", "b": "image of b"}
	keep(t, folder, "program", images)
	files, _ := filepath.Glob(filepath.Join(folder, "compiled", "????????????????????????*"))
	if len(files) != 1 {
		t.Fatalf("files: %v", files)
	}
	if info, err := os.Stat(files[0]); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("%v: others may read it", info.Mode())
	}
	whole, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	check := func(damaged []byte) {
		t.Helper()
		if err := os.WriteFile(files[0], damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		i := OpenImages(folder, "program")
		defer i.Close()
		for name, data := range images {
			if got := i.Image(keyOf(name)); got != nil && string(got) != data {
				t.Errorf("%s: %q", name, got)
			}
		}
	}
	for n := range whole {
		check(whole[:n])
		damaged := bytes.Clone(whole)
		damaged[n] ^= 1 << (n % 8)
		check(damaged)
	}
	check(append(bytes.Clone(whole), "more"...))
	keep(t, folder, "program", images)
	checkImages(t, folder, "program", images)
}

// What a program does not use any more leaves the file when there is much of it.
func TestImagesThatNobodyUses(t *testing.T) {
	folder := t.TempDir()
	const each = unusedMax / 4
	for n := range 8 {
		keep(t, folder, "program", map[string]string{fmt.Sprint(n): string(make([]byte, each))})
	}
	i := OpenImages(folder, "program")
	defer i.Close()
	i.Image(keyOf("7"))
	total := 0
	for _, e := range i.file.entries {
		total += int(e.length)
	}
	if total > unusedMax+each || i.Image(keyOf("7")) == nil || i.Image(keyOf("0")) != nil {
		t.Errorf("%d bytes", total)
	}
}
