package startup

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func written(t *testing.T) (path string, h Header, parts []Part) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "app.snap")
	h = Header{Jsrr: "v1", Goja: "g1", Build: "b1", MadeMs: 5, Program: Program{Script: "/a/main.js"}, Turns: 3, Clock: 1e9}
	parts = []Part{
		{Name: "heap", Data: bytes.Repeat([]byte("heap"), 5000)}, {Name: "none"}, {Name: "short", Data: []byte{1, 2, 3}},
		{Name: "code", Data: bytes.Repeat([]byte("code"), 50), Raw: true},
	}
	if err := Write(path, h, parts); err != nil {
		t.Fatal(err)
	}
	return path, h, parts
}

func TestRoundTrip(t *testing.T) {
	path, h, parts := written(t)
	info, err := os.Stat(path)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Fatalf("%v: others may read it (%v)", info.Mode(), err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if f.Header.Program != h.Program || f.Header.Turns != 3 || f.Header.Clock != 1e9 || f.Header.MadeMs != 5 {
		t.Errorf("the header is %+v", f.Header)
	}
	for _, p := range parts {
		if data, err := f.Part(p.Name); err != nil || !bytes.Equal(data, p.Data) {
			t.Errorf("part %s: %d bytes, %v", p.Name, len(data), err)
		}
	}
	if data, err := f.Part("other"); data != nil || err != nil {
		t.Errorf("a part that is not there: %v, %v", data, err)
	}
	if err := f.CheckMaker("v1", "g1", "b1"); err != nil {
		t.Error(err)
	}
	for _, other := range [][3]string{{"v2", "g1", "b1"}, {"v1", "g2", "b1"}, {"v1", "g1", "b2"}} {
		if err := f.CheckMaker(other[0], other[1], other[2]); !errors.Is(err, ErrForeign) {
			t.Errorf("%v: %v", other, err)
		}
	}
}

// TestReplaced: a file that is there is replaced, and nothing is left beside it.
func TestReplaced(t *testing.T) {
	path, h, _ := written(t)
	if err := Write(path, h, []Part{{Name: "heap", Data: []byte("new")}}); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := f.Part("heap"); string(data) != "new" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
	if names, _ := os.ReadDir(filepath.Dir(path)); len(names) != 1 {
		t.Errorf("the folder has %v", names)
	}
	if err := Write(filepath.Join(path, "below"), h, nil); err == nil {
		t.Error("a file below a file was written")
	}
}

// use opens a file and reads all of it.
func use(path string) error {
	f, err := Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, p := range f.Header.Parts {
		if _, err := f.Part(p.Name); err != nil {
			return err
		}
	}
	return nil
}

// TestDamage cuts a file everywhere, and changes each of its bytes.
func TestDamage(t *testing.T) {
	path, _, _ := written(t)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	try := func(what string, at int, damaged []byte) {
		if err := os.WriteFile(path, damaged, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := use(path); !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNone) {
			t.Errorf("%s at %d of %d: %v", what, at, len(whole), err)
		}
	}
	for at := range whole {
		try("cut", at, whole[:at])
		changed := bytes.Clone(whole)
		changed[at] ^= 0x20
		try("changed", at, changed)
	}
	try("longer", len(whole), append(bytes.Clone(whole), 0))
}

func TestImages(t *testing.T) {
	var i Images
	i.Keep(key{1}, 10, func() []byte { return []byte("first") })
	i.Keep(key{2}, 10, func() []byte { return nil })
	from := &Images{}
	from.put(key{3}, []byte("third"))
	i.From = from
	if got := i.Image(key{3}); string(got) != "third" {
		t.Errorf("the image from elsewhere is %q", got)
	}
	if i.Image(key{4}) != nil {
		t.Error("there is an image that nobody made")
	}
	b, err := i.AppendBinary(nil)
	if err != nil {
		t.Fatal(err)
	}
	var again Images
	if err := again.UnmarshalBinary(b); err != nil {
		t.Fatal(err)
	}
	for k, want := range map[key]string{{1}: "first", {2}: "", {3}: "third"} {
		if got := again.Image(k); string(got) != want {
			t.Errorf("image %d is %q, not %q", k[0], got, want)
		}
	}
	for n := range b {
		if err := new(Images).UnmarshalBinary(b[:n]); !errors.Is(err, ErrDamaged) {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
}

// FuzzOpen: whatever a file holds, it is read or refused with one of the errors.
func FuzzOpen(f *testing.F) {
	path := filepath.Join(f.TempDir(), "seed")
	if err := Write(path, Header{Jsrr: "v1"}, []Part{{Name: "heap", Data: bytes.Repeat([]byte("heap"), 100)}}); err != nil {
		f.Fatal(err)
	}
	seed, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(seed)
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(t.TempDir(), "file")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		if err := use(path); err != nil && !errors.Is(err, ErrDamaged) && !errors.Is(err, ErrNone) && !errors.Is(err, ErrForeign) {
			t.Errorf("%v is none of the errors", err)
		}
		_ = new(Images).UnmarshalBinary(content)
	})
}
