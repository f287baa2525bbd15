package record_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

// allBytes returns all bytes of all files of a recording.
func allBytes(t *testing.T, path string) []byte {
	t.Helper()
	var all []byte
	err := filepath.WalkDir(path, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		all = append(all, b...)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func openRecording(t *testing.T, path string) *record.Recording {
	t.Helper()
	r, err := record.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = r.Close() })
	return r
}

func TestSecretsDoNotReachTheDisk(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := startScript(t, record.Options{Dir: dir, AllowEnv: []string{"APP_*"}, Redact: []string{`sk-[0-9a-f]+`, `\d{4}-\d{4}`}})
	s.ask(loop.KindEnvGet, text("API_TOKEN"), 0, "hunter2")
	s.ask(loop.KindEnvGet, text("API_TOKEN"), 0, "hunter2")
	s.ask(loop.KindEnvGet, text("APP_COLOR"), 0, "green")
	s.ask(loop.KindEnvGet, text("LC_ALL"), 0, "de_DE")
	s.ask(loop.KindEnvGet, text("LATER_SET"), -2, "")
	s.ask(loop.KindEnvGet, text("LATER_SET"), 0, "hunter3")
	s.ask(130, []byte("key sk-0123abcd"), 0, "the key is sk-0123abcd, card 1234-5678.")
	s.emit(1, "using sk-0123abcd\n")
	s.end(loop.End{})

	if string(s.inner.output) != "using sk-0123abcd\n" {
		t.Fatalf("the program's own output is changed: %q", s.inner.output)
	}
	all := allBytes(t, dir)
	for _, secret := range []string{"hunter2", "hunter3", "sk-0123", "1234-5678"} {
		if bytes.Contains(all, []byte(secret)) {
			t.Errorf("%s is on the disk", secret)
		}
	}
	for _, kept := range []string{"green", "de_DE", "the key is ***********, card *********.", "using ***********\n"} {
		if !bytes.Contains(all, []byte(kept)) {
			t.Errorf("%s is not on the disk", kept)
		}
	}
	manifest, err := openRecording(t, dir).Manifest()
	if err != nil {
		t.Fatal(err)
	}
	want := []record.Variable{{"API_TOKEN", true}, {"APP_COLOR", false}, {"LATER_SET", true}, {"LC_ALL", false}}
	if !slices.Equal(manifest.Env, want) {
		t.Fatalf("%v", manifest.Env)
	}
}

// A program whose output holds a secret replays: the patterns are applied to
// what the replay prints before it is compared.
func TestRedactedOutputReplays(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	program := func(tape loop.Tape) error {
		tape.Ask(loop.Request{Kind: 130, Args: []byte("sk-77")})
		tape.Emit(loop.Effect{FD: 1, Data: []byte("key sk-77\n")})
		return tape.Close(loop.End{})
	}
	tape, err := record.New(&script{}, record.Options{Dir: dir, Redact: []string{"sk-[0-9]+"}})
	if err != nil {
		t.Fatal(err)
	}
	if err := program(tape); err != nil {
		t.Fatal(err)
	}
	again, err := replay.New(openRecording(t, dir), replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := program(again); err != nil {
		t.Fatal(err)
	}
}

func TestBadPattern(t *testing.T) {
	_, err := record.New(&script{}, record.Options{Dir: t.TempDir(), Redact: []string{"("}})
	if err == nil || !strings.Contains(err.Error(), `"("`) {
		t.Fatal(err)
	}
}

func TestManifestAndSources(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	s := startScript(t, record.Options{Dir: dir, Header: record.Header{Script: "/app/b.js"}}.WithSizes(4096, 4096))
	large := strings.Repeat("x = 1;\n", 3000)
	s.ask(loop.KindModuleSource, text("/app/b.js"), 0, large)
	s.ask(loop.KindModuleSource, text("/app/missing.js"), -2, "")
	s.ask(loop.KindModuleSource, text("/app/a.js"), 0, large)
	s.ask(loop.KindModuleSource, text("/app/b.js"), 0, large) // again: the same source
	s.start(0, 1, 130, "")
	s.completion(0, loop.Completion{Op: 1, Reply: loop.Reply{Data: []byte("four")}})
	s.emit(1, "12345")
	s.emit(2, "123")
	s.end(loop.End{Code: 2, Turns: 9})

	packed := filepath.Join(t.TempDir(), "run.jsrr")
	pack(t, dir, packed)
	for _, path := range []string{dir, packed} {
		r := openRecording(t, path)
		m, err := r.Manifest()
		if err != nil {
			t.Fatal(err)
		}
		l := m.Loops[0]
		if l.State != record.StateComplete || l.ExitCode != 2 || l.Turns != 9 || l.StdoutBytes != 5 || l.StderrBytes != 3 || l.Slots != 8 {
			t.Fatalf("%+v", l)
		}
		hash := sha256.Sum256([]byte(large))
		for i, name := range []string{"/app/a.js", "/app/b.js"} {
			source := m.Sources[i]
			content, err := r.ReadSource(source)
			if err != nil || source.Path != name || source.SHA256 != hex.EncodeToString(hash[:]) || string(content) != large {
				t.Fatalf("%+v, %v", source, err)
			}
		}
		if len(m.Sources) != 2 || len(m.Replies) != 2 || m.Replies[1] != (record.Replies{Kind: "ops", Count: 1, Bytes: 4}) {
			t.Fatalf("%+v", m)
		}
	}
}

func TestPackedRecordingReplaysAndUnpacks(t *testing.T) {
	p := recordtest.Program{Seed: 12, Slots: 1500, OutputMax: 400}
	w := recordtest.NewWorld(12)
	w.Large = 9000
	path, recorded := recordtest.Record(t, p, w, record.Options{}.WithSizes(4096, 64<<10))
	packed, again := filepath.Join(t.TempDir(), "run.jsrr"), filepath.Join(t.TempDir(), "again.jsrr")
	pack(t, path, packed)
	unpacked := filepath.Join(t.TempDir(), "unpacked")
	if err := record.Unpack(packed, unpacked); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(allBytes(t, path), allBytes(t, unpacked)) {
		t.Fatal("the unpacked recording is another")
	}
	for _, path := range []string{packed, unpacked} {
		replayed, _, err := recordtest.Replay(path, p)
		if err != nil {
			t.Fatal(err)
		}
		recordtest.Equal(t, recorded, replayed)
	}
	pack(t, packed, again)
	if !bytes.Equal(allBytes(t, packed), allBytes(t, again)) {
		t.Fatal("packing twice makes different files")
	}
	if err := record.Unpack(packed, unpacked); err == nil {
		t.Fatal("unpacked over a recording")
	}
}

func TestEqualRunsMakeEqualRecordings(t *testing.T) {
	p := recordtest.Program{Seed: 21, Slots: 2000, OutputMax: 2000}
	var all [2][]byte
	for i := range all {
		w := recordtest.NewWorld(21)
		w.Large = 50_000
		path, _ := recordtest.Record(t, p, w, record.Options{}.WithSizes(8192, 128<<10))
		all[i] = allBytes(t, path)
	}
	if !bytes.Equal(all[0], all[1]) {
		t.Fatal("the recordings differ")
	}
}

func TestEqualPayloadsAreStoredOnce(t *testing.T) {
	for _, length := range []int{256, 5000, 40_000} {
		dir := filepath.Join(t.TempDir(), "run")
		s := startScript(t, record.Options{Dir: dir}.WithSizes(64<<10, 64<<10))
		content := strings.Repeat("0123456789", 4000)[:length]
		for range 50 {
			s.ask(130, nil, 0, content)
			s.ask(130, nil, 0, content[:length-1]+"!") // of equal length
		}
		s.end(loop.End{})
		m, err := openRecording(t, dir).Manifest()
		if err != nil {
			t.Fatal(err)
		}
		if got := m.Loops[0].PayloadBytes; got != uint64(2*length) {
			t.Errorf("%d bytes stored of answers with %d bytes", got, length)
		}
	}
}

func TestSeveralLoops(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	p := recordtest.Program{Seed: 30, Slots: 300}
	_, first := recordtest.Record(t, p, recordtest.NewWorld(30), record.Options{Dir: dir})
	for _, name := range []string{"w10", "w2"} {
		recordtest.Record(t, p, recordtest.NewWorld(31), record.Options{Dir: dir, Name: name})
	}
	r := openRecording(t, dir)
	if got := r.Loops(); !slices.Equal(got, []string{"main", "w2", "w10"}) {
		t.Fatal(got)
	}
	replayed, _, err := recordtest.Replay(dir, p)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Equal(t, first, replayed)
	tape, err := replay.New(r, replay.Options{Loop: "w2"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Run(tape, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := replay.New(r, replay.Options{Loop: "w3"}); err == nil {
		t.Fatal("no error")
	}
}

func TestExtensionsAreSkipped(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	entries := "\x02\x80\x03abc" + "\x00\xff\x00" + "\x01\x01" + "\x00\x7e\x00\x00" + strings.Repeat("\x00", 9)
	if err := record.WriteRecording(dir, []byte(entries), nil, 0); err != nil {
		t.Fatal(err)
	}
	tape, err := replay.New(openRecording(t, dir), replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []int64{0, 0, 0, 1} {
		if got := tape.Clock(loop.ClockLoop); got != want {
			t.Fatalf("slot %d reads %d", i, got)
		}
	}
}

// Payloads that differ where no sample is taken are not equal.
func TestPayloadsThatOnlyLookEqual(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	contents := strings.Repeat("0123456789", 4000)
	calls := func(s *scripted) {
		for at := range 100 {
			s.ask(130, nil, 0, contents)
			s.ask(130, nil, 0, contents[:200*at]+"?"+contents[200*at+1:])
		}
		s.end(loop.End{})
	}
	calls(startScript(t, record.Options{Dir: dir}))
	again, err := replay.New(openRecording(t, dir), replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	calls(&scripted{t: t, tape: again})
}
