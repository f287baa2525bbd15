package live

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// newTestWorld returns a world in an empty folder.
func newTestWorld(t *testing.T) *World {
	t.Helper()
	w, err := NewWorld(Options{Dir: t.TempDir(), Stdin: strings.NewReader("input"), Stdout: new(bytes.Buffer), Stderr: new(bytes.Buffer)})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Close)
	return w
}

// do performs a request whose arguments are written by their Go types.
func do(w *World, kind loop.Kind, args ...any) loop.Reply {
	var e loop.Encoder
	for _, arg := range args {
		switch v := arg.(type) {
		case string:
			e.String(v)
		case int:
			e.Int(int64(v))
		case uint64:
			e.Uint(v)
		case float64:
			e.Float(v)
		case bool:
			e.Bool(v)
		case []byte:
			e.Blob(v)
		}
	}
	return w.Do(loop.Request{Kind: kind, Args: e.Bytes()})
}

// u marks an argument that is written as an unsigned integer.
func u(n int) uint64 { return uint64(n) }

func numberOf(t *testing.T, r loop.Reply) int {
	t.Helper()
	d := loop.Decode(r.Data)
	n := d.Uint()
	if r.Errno != 0 || d.Err() != nil {
		t.Fatalf("reply %+v", r)
	}
	return int(n)
}

func put(t *testing.T, w *World, name, content string) {
	t.Helper()
	r := do(w, loop.KindFSWriteFile, name, -1, u(flagWriteOnly|flagCreate|flagTruncate), u(0o644), []byte(content), false)
	if r.Errno != 0 {
		t.Fatalf("write %s: %+v", name, r)
	}
}

func get(t *testing.T, w *World, name string) string {
	t.Helper()
	r := do(w, loop.KindFSReadFile, name, -1, u(0), true)
	if r.Errno != 0 {
		t.Fatalf("read %s: %+v", name, r)
	}
	return string(r.Data)
}

func TestDescriptors(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", "0123456789")
	open := func() int { return numberOf(t, do(w, loop.KindFSOpen, "f", u(flagReadWrite), u(0))) }
	for want := descriptorFirst; want < 6; want++ {
		if fd := open(); fd != want {
			t.Errorf("descriptor %d, want %d", fd, want)
		}
	}
	if r := do(w, loop.KindFSClose, 4); r.Errno != 0 {
		t.Error(r)
	}
	if r := do(w, loop.KindFSClose, 4); r.Errno != errnoBadFile {
		t.Error("closed twice:", r)
	}
	if fd := open(); fd != 4 {
		t.Errorf("the lowest free descriptor is 4, not %d", fd)
	}
	for _, fd := range []int{-1, 99} {
		if r := do(w, loop.KindFSFstat, fd); r.Errno != errnoBadFile {
			t.Errorf("fstat %d: %v", fd, r)
		}
	}
}

func TestReadAndWrite(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", "0123456789")
	fd := numberOf(t, do(w, loop.KindFSOpen, "f", u(flagReadWrite), u(0)))
	for _, c := range []struct {
		length, position int
		want             string
	}{{4, -1, "0123"}, {2, 7, "78"}, {4, -1, "4567"}, {9, -1, "89"}, {1, -1, ""}, {1, 100, ""}} {
		if r := do(w, loop.KindFSRead, fd, u(c.length), c.position); r.Errno != 0 || string(r.Data) != c.want {
			t.Errorf("read %d at %d: %q %d", c.length, c.position, r.Data, r.Errno)
		}
	}
	if r := do(w, loop.KindFSRead, fd, u(0), -1); r.Errno != errnoInvalid {
		t.Error("empty read:", r)
	}
	if n := numberOf(t, do(w, loop.KindFSWrite, fd, []byte("ab"), 3)); n != 2 {
		t.Errorf("wrote %d", n)
	}
	if n := numberOf(t, do(w, loop.KindFSWrite, fd, []byte("end"), -1)); n != 3 {
		t.Errorf("wrote %d", n)
	}
	if got := get(t, w, "f"); got != "012ab56789end" {
		t.Errorf("content %q", got)
	}
}

func TestStandardStreams(t *testing.T) {
	w := newTestWorld(t)
	if r := do(w, loop.KindFSRead, 0, u(3), -1); string(r.Data) != "inp" {
		t.Errorf("stdin: %+v", r)
	}
	if r := do(w, loop.KindFSReadFile, "/dev/stdin", -1, u(0), true); string(r.Data) != "ut" {
		t.Errorf("rest of stdin: %+v", r)
	}
	if r := do(w, loop.KindFSRead, 0, u(3), 0); r.Errno != -29 {
		t.Errorf("stdin has no positions: %+v", r)
	}
	if r := do(w, loop.KindFSRead, 1, u(3), -1); r.Errno != errnoBadFile {
		t.Errorf("stdout is not for reading: %+v", r)
	}
	if r := do(w, loop.KindFSFstat, 0); r.Errno != 0 {
		t.Errorf("fstat of stdin: %+v", r)
	}
	if r := do(w, loop.KindFSFsync, 1); r.Errno != errnoInvalid {
		t.Errorf("fsync of a stream: %+v", r)
	}
	do(w, loop.KindFSClose, 0)
	put(t, w, "f", "")
	if fd := numberOf(t, do(w, loop.KindFSOpen, "f", u(0), u(0))); fd != descriptorFirst {
		t.Errorf("open took the place of a stream: %d", fd)
	}
}

// TestSteps checks that a failure of a composed request names its step.
func TestSteps(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", "x")
	do(w, loop.KindFSMkdir, "d", u(0o777), false)
	put(t, w, "d/g", "x")
	for _, c := range []struct {
		name string
		r    loop.Reply
		want string
	}{
		{"missing", do(w, loop.KindFSReadFile, "nope", -1, u(0), true), "-2 open nope"},
		{"directory", do(w, loop.KindFSReadFile, "d", -1, u(0), true), "-21 read"},
		{"closed", do(w, loop.KindFSReadFile, "", 99, u(0), true), "-9 fstat"},
		{"closed text", do(w, loop.KindFSReadFile, "", 99, u(0), false), "-9 read"},
		{"write closed", do(w, loop.KindFSWriteFile, "", 99, u(0), u(0), []byte("x"), false), "-9 write"},
		{"write below file", do(w, loop.KindFSWriteFile, "f/x", -1, u(flagWriteOnly|flagCreate), u(0o666), []byte("x"), false), "-20 open f/x"},
		{"truncate", do(w, loop.KindFSTruncate, "nope", 0), "-2 open nope"},
		{"realpath", do(w, loop.KindFSRealpath, "nope/x", false), "-2 lstat " + filepath.Join(w.dir, "nope")},
		{"realpath native", do(w, loop.KindFSRealpath, "nope/x", true), "-2"},
		{"readdir below", do(w, loop.KindFSReaddir, "nope", false, u(recursionBreadthFirst)), "-2 scandir nope"},
	} {
		if got := failure(c.r); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

// failure returns "errno step path".
func failure(r loop.Reply) string {
	text := fmt.Sprint(r.Errno)
	for d := loop.Decode(r.Data); d.More(); {
		text += " " + d.String()
	}
	return text
}

func TestMakeAndRemove(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", "x")
	for _, c := range []struct{ name, want string }{
		{"a/b/c", "a"}, {"a/b/c", ""}, {"a/b/d/e", "a/b/d"}, {"./x//y/", "./x/"}, {"z/../w", "z"}, {w.dir + "/q/r", w.dir + "/q"},
	} {
		r := do(w, loop.KindFSMkdir, c.name, u(0o777), true)
		if r.Errno != 0 || string(r.Data) != c.want {
			t.Errorf("mkdir %s: first made %q, %d, want %q", c.name, r.Data, r.Errno, c.want)
		}
	}
	for _, c := range []struct {
		name string
		want int32
	}{{"f", errnoExists}, {"f/x/y", -20}} {
		if r := do(w, loop.KindFSMkdir, c.name, u(0o777), true); r.Errno != c.want {
			t.Errorf("mkdir %s: %d, want %d", c.name, r.Errno, c.want)
		}
	}
	put(t, w, "a/b/f", "x")
	if err := os.Symlink("../f", filepath.Join(w.dir, "a/link")); err != nil {
		t.Skip("no symbolic links on this system: ", err)
	}
	for _, name := range []string{"a", "nope", "x"} {
		if r := do(w, loop.KindFSRemove, name, u(1), u(1)); r.Errno != 0 {
			t.Errorf("remove %s: %s", name, failure(r))
		}
	}
	if _, err := os.Stat(filepath.Join(w.dir, "a")); !os.IsNotExist(err) {
		t.Error("a is still there:", err)
	}
	if get(t, w, "f") != "x" {
		t.Error("what a link led to was removed")
	}
}

func TestDirectories(t *testing.T) {
	w := newTestWorld(t)
	do(w, loop.KindFSMkdir, "d/b/c", u(0o777), true)
	put(t, w, "d/a", "")
	put(t, w, "d/b/x", "")
	groups := func(r loop.Reply) (list []string) {
		for d := loop.Decode(r.Data); d.More(); {
			dir := d.String()
			for n := d.Uint(); n > 0; n-- {
				list = append(list, fmt.Sprintf("%s:%s:%d", dir, d.String(), d.Uint()))
			}
		}
		return list
	}
	if got := fmt.Sprint(groups(do(w, loop.KindFSReaddir, "d", true, u(recursionBreadthFirst)))); got != "[:a:1 :b:2 b:c:2 b:x:1]" {
		t.Error(got)
	}
	number := numberOf(t, do(w, loop.KindFSOpendir, "d"))
	var all []string
	for {
		some := groups(do(w, loop.KindFSReadNext, u(number), u(1)))
		if len(some) == 0 {
			break
		}
		all = append(all, some...)
	}
	if len(all) != 2 {
		t.Error(all)
	}
	if r := do(w, loop.KindFSClosedir, u(number)); r.Errno != 0 {
		t.Error(r)
	}
	for _, r := range []loop.Reply{do(w, loop.KindFSReadNext, u(number), u(1)), do(w, loop.KindFSClosedir, u(number))} {
		if r.Errno != errnoBadFile {
			t.Error("closed directory:", r)
		}
	}
	if r := do(w, loop.KindFSOpendir, "d/a"); r.Errno != -20 {
		t.Error("opendir of a file:", r)
	}
}

func TestTimes(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", "")
	if r := do(w, loop.KindFSUtimes, "f", 1.5, 1234567890.123); r.Errno != 0 {
		t.Fatal(r)
	}
	d := loop.Decode(do(w, loop.KindFSStat, "f").Data)
	for range 10 {
		d.Uint()
	}
	got := fmt.Sprint(d.Int(), d.Uint(), d.Int(), d.Uint())
	if want := "1 500000000 1234567890 122999000"; got != want && runtime.GOOS == "linux" {
		t.Errorf("times %s, want %s", got, want)
	}
	for seconds, want := range map[float64]fileTime{0: {}, -0.5: {-1, 500000000}, 1e10: {10000000000, 0}} {
		if timeOf(seconds) != want {
			t.Errorf("%v seconds: %v", seconds, timeOf(seconds))
		}
	}
}

func TestCopyFile(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", strings.Repeat("content ", 10000))
	put(t, w, "g", strings.Repeat("longer content ", 10000))
	do(w, loop.KindFSMkdir, "d", u(0o777), false)
	for _, c := range []struct {
		to   string
		mode int
		want int32
	}{{"g", 0, 0}, {"h", copyExclusive, 0}, {"h", copyExclusive, errnoExists}, {"f", 0, 0}, {"d", 0, -21}, {"nope/x", 0, errnoNotFound}} {
		if r := do(w, loop.KindFSCopyFile, "f", c.to, u(c.mode)); r.Errno != c.want {
			t.Errorf("copy to %s: %d, want %d", c.to, r.Errno, c.want)
		}
	}
	if get(t, w, "g") != get(t, w, "f") || get(t, w, "h") != get(t, w, "f") {
		t.Error("a copy differs")
	}
	if r := do(w, loop.KindFSCopyFile, "d", "made", u(0)); r.Errno != -21 {
		t.Error("copy of a directory:", r)
	}
	if _, err := os.Stat(filepath.Join(w.dir, "made")); err == nil {
		t.Error("a failed copy left a file")
	}
}

// TestMalformed gives every handler arguments that are cut: none may panic.
func TestMalformed(t *testing.T) {
	w := newTestWorld(t)
	for kind, handle := range fsHandlers {
		for _, args := range [][]byte{nil, {0}, {0, 0xff}, {0x80}} {
			d := loop.Decode(args)
			if r := handle(w, &d); r.Errno == errnoUnknown {
				t.Errorf("%v: error unknown to us", kind)
			}
		}
	}
}

// TestParallel uses one world from many goroutines, as ops do.
func TestParallel(t *testing.T) {
	w := newTestWorld(t)
	put(t, w, "f", "shared")
	var group sync.WaitGroup
	for i := range 8 {
		group.Add(1)
		go func() {
			defer group.Done()
			name := fmt.Sprint("own", i)
			for range 50 {
				put(t, w, name, name)
				fd := numberOf(t, do(w, loop.KindFSOpen, "f", u(0), u(0)))
				if r := do(w, loop.KindFSRead, fd, u(10), 0); string(r.Data) != "shared" {
					t.Errorf("read %q", r.Data)
				}
				do(w, loop.KindFSClose, fd)
			}
		}()
	}
	group.Wait()
}

func TestWatch(t *testing.T) {
	w := newTestWorld(t)
	r := do(w, loop.KindFSWatch, ".")
	if runtime.GOOS != "linux" {
		if r.Errno != -38 {
			t.Error(r)
		}
		return
	}
	number := numberOf(t, r)
	seen := make(chan string, 16)
	var args loop.Encoder
	args.Uint(uint64(number))
	fsChanges(w, loop.Request{Args: args.Bytes()}, func(r loop.Reply, more bool) {
		d := loop.Decode(r.Data)
		if !more {
			seen <- fmt.Sprint("end ", r.Errno)
			return
		}
		seen <- fmt.Sprint(d.Bool(), " ", d.String())
	})
	do(w, loop.KindFSMkdir, "made", u(0o777), false)
	if got := <-seen; got != "true made" {
		t.Error(got)
	}
	if r := do(w, loop.KindFSUnwatch, u(number)); r.Errno != 0 {
		t.Error(r)
	}
	if got := <-seen; got != "end 0" {
		t.Error(got)
	}
	if r := do(w, loop.KindFSUnwatch, u(number)); r.Errno != errnoBadFile {
		t.Error(r)
	}
}
