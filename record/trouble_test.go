package record_test

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

func TestFullDiskStopsTheRecordingAndNothingElse(t *testing.T) {
	p := recordtest.Program{Seed: 3, Slots: 3000, OutputMax: 900}
	plain, err := p.Run(recordtest.NewWorld(3), nil)
	if err != nil {
		t.Fatal(err)
	}
	for files := 2; files < 9; files++ {
		var warnings []error
		o := record.Options{
			Dir:  filepath.Join(t.TempDir(), "run"),
			Warn: func(err error) { warnings = append(warnings, err) },
		}.WithSizes(4096, 8192).WithFiles(files, syscall.ENOSPC)
		w := recordtest.NewWorld(3)
		path, recorded := recordtest.Record(t, p, w, o)
		recordtest.Equal(t, plain, recorded)
		if len(warnings) != 1 || !errors.Is(warnings[0], record.ErrStopped) || !errors.Is(warnings[0], syscall.ENOSPC) {
			t.Fatalf("warnings: %v", warnings)
		}
		if w.Closed != 1 {
			t.Fatalf("the inner tape was closed %d times", w.Closed)
		}
		stoppedReplay(t, path, p, recorded)
	}
}

func stoppedReplay(t *testing.T, path string, p recordtest.Program, recorded *recordtest.Transcript) {
	t.Helper()
	replayed, _, err := recordtest.Replay(path, p)
	var ended *replay.Ended
	if !errors.As(err, &ended) || ended.Err != nil || !strings.Contains(err.Error(), "no space left") {
		t.Fatal(err)
	}
	recordtest.Prefix(t, recorded, replayed)
	if replayed.Slots == 0 {
		t.Fatal("nothing was replayed")
	}
	r, err := record.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	status, err := r.Status()
	if err != nil || status.State != record.StateStopped || !strings.Contains(status.Reason, "no space left") {
		t.Fatalf("%+v, %v", status, err)
	}
	if status.Slots != uint64(replayed.Slots)+1 {
		t.Fatalf("%d slots recorded, %d replayed", status.Slots, replayed.Slots+1)
	}
}

func TestNoRoomAtAll(t *testing.T) {
	for files := range 2 {
		o := record.Options{Dir: filepath.Join(t.TempDir(), "run")}.WithFiles(files, syscall.ENOSPC)
		if _, err := record.New(recordtest.NewWorld(1), o); !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
	}
}

func TestFolderThatCannotBeMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := record.New(recordtest.NewWorld(1), record.Options{Dir: filepath.Join(file, "run")}); err == nil {
		t.Fatal("no error")
	}
}

func TestNeverOverwritesARecording(t *testing.T) {
	p := recordtest.Program{Seed: 3, Slots: 10}
	path, recorded := recordtest.Record(t, p, recordtest.NewWorld(3), record.Options{})
	if _, err := record.New(recordtest.NewWorld(4), record.Options{Dir: path}); !errors.Is(err, record.ErrExists) {
		t.Fatal(err)
	}
	replayed, _, err := recordtest.Replay(path, p)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Equal(t, recorded, replayed)
}

func TestFilesArePrivate(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files have no such modes there")
	}
	path, _ := recordtest.Record(t, recordtest.Program{Seed: 3, Slots: 10}, recordtest.NewWorld(3), record.Options{})
	err := filepath.Walk(path, func(path string, info os.FileInfo, err error) error {
		if err == nil && info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s has mode %v", path, info.Mode())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestOpenSaysWhatIsWrong(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	text := write("notes.txt", "hello")
	write("folder/a.js", "1")
	write("garbage/header.cbor", "\xff\xff\xff")
	write("newer/header.cbor", "\xa2\x64jsrr\x639.0\x66format\x18\x63")
	write("empty/header.cbor", "\xa0")
	for path, want := range map[string]error{
		text:                          record.ErrNotRecording,
		filepath.Join(dir, "missing"): record.ErrNotRecording,
		filepath.Join(dir, "folder"):  record.ErrNotRecording,
		filepath.Join(dir, "garbage"): record.ErrNotRecording,
		filepath.Join(dir, "empty"):   record.ErrNotRecording,
		filepath.Join(dir, "newer"):   record.ErrNewerFormat,
	} {
		if _, err := record.Open(path); !errors.Is(err, want) || !strings.Contains(err.Error(), path) {
			t.Errorf("%s: %v", path, err)
		}
	}
}

func TestCutRunReplaysToTheCut(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	tape, err := record.New(recordtest.NewWorld(1), record.Options{Dir: dir})
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		tape.Clock(loop.ClockLoop)
	}
	if err := tape.Close(loop.End{Code: 124, Cut: "time limit", Turns: 1}); err != nil {
		t.Fatal(err)
	}
	r, err := record.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	status, err := r.Status()
	if err != nil || status.State != record.StateCut || status.Reason != "time limit" || status.Slots != 5 {
		t.Fatalf("%+v, %v", status, err)
	}
	var failure error
	again, err := replay.New(r, replay.Options{Fail: func(err error) { failure = err; panic(err) }})
	if err != nil {
		t.Fatal(err)
	}
	slots := 0
	func() {
		defer func() { _ = recover() }()
		for {
			again.Clock(loop.ClockLoop)
			slots++
		}
	}()
	var ended *replay.Ended
	if !errors.As(failure, &ended) || ended.Cut == nil || ended.Cut.Code != 124 || slots != 4 {
		t.Fatalf("%v after %d slots", failure, slots)
	}
	if err := again.Close(loop.End{}); err != failure {
		t.Fatal(err)
	}
}
