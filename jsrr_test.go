package jsrr_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// program returns options for source code, and where its output goes.
func program(source string) (jsrr.Options, *bytes.Buffer) {
	var out bytes.Buffer
	return jsrr.Options{Source: source, Stdout: &out, Stderr: &out, Stdin: strings.NewReader(""), Env: []string{}}, &out
}

// recordProgram records source code and returns the folder.
func recordProgram(t *testing.T, o jsrr.Options) (string, jsrr.Result) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "run.jsrr")
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Options: o, Folder: folder})
	if err != nil {
		t.Fatal(err)
	}
	return folder, result
}

func replayQuietly(folder string) (jsrr.ReplayResult, error) {
	return jsrr.Replay(context.Background(), jsrr.ReplayOptions{Recording: folder, Stdout: io.Discard, Stderr: io.Discard})
}

const endless = `console.log('begin'); setTimeout(() => { for (;;); }, 1)`

func TestTimeLimit(t *testing.T) {
	for name, source := range map[string]string{
		"loop":  endless,
		"ticks": `console.log('begin'); (function tick() { process.nextTick(tick) })()`,
		"wait":  `console.log('begin'); setInterval(() => {}, 1e6)`,
		"turns": `console.log('begin'); (function again() { setImmediate(again) })()`,
	} {
		t.Run(name, func(t *testing.T) {
			o, out := program(source)
			o.Timeout = 500 * time.Millisecond
			folder, result := recordProgram(t, o)
			if result.ExitCode != jsrr.ExitTimeLimit || result.Cut != "time limit" || out.String() != "begin\n" {
				t.Errorf("%+v, output %q", result, out)
			}
			replayed, err := replayQuietly(folder)
			if err != nil || replayed.Ended == "" || replayed.ExitCode != jsrr.ExitTimeLimit || replayed.OutputLen != 6 {
				t.Errorf("replay: %+v, %v", replayed, err)
			}
		})
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancelCause(context.Background())
	for _, test := range []struct {
		cause error
		code  int
	}{
		{jsrr.ErrTerminated, jsrr.ExitTerminated},
		{jsrr.ErrInterrupted, jsrr.ExitInterrupted},
		{nil, jsrr.ExitInterrupted},
		{context.DeadlineExceeded, jsrr.ExitTimeLimit},
	} {
		ctx, cancel = context.WithCancelCause(context.Background())
		o, _ := program(endless)
		time.AfterFunc(20*time.Millisecond, func() { cancel(test.cause) })
		result, err := jsrr.Run(ctx, o)
		if err != nil || result.ExitCode != test.code {
			t.Errorf("cause %v: %+v, %v", test.cause, result, err)
		}
	}
	// A context that is over lets nothing run.
	o, out := program(`console.log('never')`)
	if result, err := jsrr.Run(ctx, o); err != nil || result.Cut == "" || out.Len() > 0 {
		t.Errorf("%+v, %v, output %q", result, err, out)
	}
}

func TestVirtualClock(t *testing.T) {
	o, _ := program(`
		const began = Date.now();
		setTimeout(() => console.log(Date.now() - began, new Date(began).toISOString()), 86400000);
		for (let i = 0; i < 5; i++) setTimeout(() => console.log(i, Math.random()), Math.random() * 1000);`)
	o.VirtualClock = true
	one, _ := recordProgram(t, o)
	two, _ := recordProgram(t, o)
	compareFolders(t, one, two)
	o.Seed = 1
	three, _ := recordProgram(t, o)
	if equalFiles(t, one, three, "main-000001.payload") {
		t.Error("another seed made the same recording")
	}
}

// compareFolders checks that recordings are equal, byte by byte.
func compareFolders(t *testing.T, a, b string) {
	t.Helper()
	entries, err := os.ReadDir(a)
	if err != nil || len(entries) == 0 {
		t.Fatalf("%d files in %s, %v", len(entries), a, err)
	}
	for _, entry := range entries {
		if !equalFiles(t, a, b, entry.Name()) {
			t.Errorf("%s differs", entry.Name())
		}
	}
}

func equalFiles(t *testing.T, a, b, name string) bool {
	t.Helper()
	first, err := os.ReadFile(filepath.Join(a, name))
	if err != nil {
		t.Fatal(err)
	}
	second, err := os.ReadFile(filepath.Join(b, name))
	if err != nil {
		t.Fatal(err)
	}
	return bytes.Equal(first, second)
}

func TestOptionErrors(t *testing.T) {
	ctx := context.Background()
	_, err := jsrr.Run(ctx, jsrr.Options{Script: "a.js", Source: "1"})
	if !errors.Is(err, jsrr.ErrOptions) {
		t.Error(err)
	}
	o, _ := program("")
	if _, err := jsrr.Record(ctx, jsrr.RecordOptions{Options: o}); !errors.Is(err, jsrr.ErrOptions) {
		t.Error(err)
	}
	if _, err := jsrr.Record(ctx, jsrr.RecordOptions{Options: o, Folder: t.TempDir(), Redact: []string{"("}}); !errors.Is(err, jsrr.ErrOptions) {
		t.Error(err)
	}
	folder, _ := recordProgram(t, o)
	if _, err := jsrr.Record(ctx, jsrr.RecordOptions{Options: o, Folder: folder}); !errors.Is(err, record.ErrExists) {
		t.Error(err)
	}
	if _, err := replayQuietly(t.TempDir()); !errors.Is(err, record.ErrNotRecording) || jsrr.ExitCodeOf(err) != jsrr.ExitBadRecording {
		t.Error(err)
	}
}

// Where nothing can be recorded the program runs as always.
func TestRecordingTrouble(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	o, out := program(`console.log('ran'); process.exitCode = 4`)
	var warned error
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{
		Options: o, Folder: filepath.Join(file, "sub"), Warn: func(err error) { warned = err },
	})
	if err != nil || result.ExitCode != 4 || out.String() != "ran\n" {
		t.Errorf("%+v, %v, output %q", result, err, out)
	}
	if warned == nil || result.Incomplete == nil || result.Recording != "" {
		t.Errorf("warned %v, %+v", warned, result)
	}
}

// deafTape answers nothing.
type deafTape struct{ loop.Tape }

func (deafTape) Clock(loop.Clock) int64            { return 0 }
func (deafTape) Ask(loop.Request) loop.Reply       { return loop.Reply{Errno: -2} }
func (deafTape) Next(int64, *loop.Completion) bool { return false }
func (deafTape) Close(loop.End) error              { return nil }

func TestOwnTape(t *testing.T) {
	o, _ := program(`1`)
	o.Tape = deafTape{}
	if _, err := jsrr.Run(context.Background(), o); err == nil {
		t.Error("a program without process information ran")
	}
}

// counter is an observer.
type counter struct{ begun, ended, jobs uint64 }

func (c *counter) BeginTurn(*loop.Turn)              { c.begun++ }
func (c *counter) EndTurn(_ *loop.Turn, jobs uint64) { c.ended++; c.jobs += jobs }

func TestReplayTo(t *testing.T) {
	o, _ := program(`
		let n = 0;
		(function again() { console.log(n); process.nextTick(() => {}); if (++n < 10) setImmediate(again) })()`)
	folder, recorded := recordProgram(t, o)
	for _, to := range []uint64{0, 4, 100} {
		var out bytes.Buffer
		var seen counter
		result, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
			Recording: folder, Stdout: &out, Stderr: &out, To: &to, Observer: &seen,
		})
		want := min(to+1, recorded.Turns)
		if err != nil || result.Turns != want || seen.begun != want || seen.ended != want {
			t.Errorf("to %d: %+v, %+v, %v", to, result, seen, err)
		}
		if lines := uint64(strings.Count(out.String(), "\n")); lines != min(want, 10) || lines != seen.jobs {
			t.Errorf("to %d: %d lines, %d jobs", to, lines, seen.jobs)
		}
	}
}

// The last turn is visited even when it does not end by itself.
func TestTurnsOfExit(t *testing.T) {
	o, _ := program(`setImmediate(() => Promise.resolve().then(() => process.exit(4)))`)
	folder, recorded := recordProgram(t, o)
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	var turns []jsrr.Turn
	result, err := recording.Turns(context.Background(), func(turn jsrr.Turn) error {
		turns = append(turns, turn)
		return nil
	})
	if err != nil || result.ExitCode != 4 || uint64(len(turns)) != recorded.Turns {
		t.Fatalf("%+v, %+v, %v", turns, result, err)
	}
	last := turns[len(turns)-1]
	if last.Kind != "immediate" || last.Cause != "0#1" || last.Jobs != 1 || last.Site != "[eval]:1:1" {
		t.Errorf("%+v", last)
	}
	stop := errors.New("enough")
	if _, err := recording.Turns(context.Background(), func(jsrr.Turn) error { return stop }); err != stop {
		t.Errorf("the visitor's error was lost: %v", err)
	}
}

func TestPackAndOutput(t *testing.T) {
	o, out := program(`console.log('to stdout'); console.error('to stderr')`)
	folder, _ := recordProgram(t, o)
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	packed := filepath.Join(t.TempDir(), "run.jsrr")
	f, err := os.Create(packed)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := recording.Pack(f); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	unpacked := filepath.Join(t.TempDir(), "again")
	if err := jsrr.Unpack(packed, unpacked); err != nil {
		t.Fatal(err)
	}
	compareFolders(t, folder, unpacked)
	for _, path := range []string{folder, packed, unpacked} {
		if _, err := replayQuietly(path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
		again, err := jsrr.OpenRecording(path)
		if err != nil {
			t.Fatal(err)
		}
		var written bytes.Buffer
		if err := again.WriteOutput(&written, &written); err != nil || !bytes.Equal(written.Bytes(), out.Bytes()) {
			t.Errorf("%s: output %q, %v", path, &written, err)
		}
		if size, err := again.Size(); err != nil || size == 0 {
			t.Errorf("%s: size %d, %v", path, size, err)
		}
		if err := again.Close(); err != nil {
			t.Error(err)
		}
	}
}

// A recording by another version says so.
func TestForeignRecordings(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "foreign.jsrr")
	tape, err := record.New(deafTape{}, record.Options{
		Dir: folder, Header: record.Header{Jsrr: "v0.0.1", Goja: "v0.0.2", TimeZone: "Antarctica/Troll"},
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := tape.Close(loop.End{}); err != nil {
		t.Fatal(err)
	}
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	if text := recording.Foreign(); !strings.Contains(text, "recorded by jsrr v0.0.1 with goja v0.0.2, this is") {
		t.Errorf("%q", text)
	}
}

// A run that is cut while jsrr's own modules start ends as cut, at whatever moment.
func TestCutWhileStarting(t *testing.T) {
	for wait := time.Millisecond; wait < 30*time.Millisecond; wait += time.Millisecond {
		o := jsrr.Options{Source: "setInterval(() => {}, 1000)", Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, Timeout: wait}
		result, err := jsrr.Run(context.Background(), o)
		if err != nil || result.ExitCode != jsrr.ExitTimeLimit {
			t.Fatalf("cut after %v: exit code %d, %v", wait, result.ExitCode, err)
		}
	}
}
