package record_test

import (
	"bytes"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/replay"
)

var update = flag.Bool("update", false, "rewrite goldens; review the difference, and FORMAT.md")

// goldenDir holds a recording of format 1. It must replay for ever; a later
// format gets a folder of its own.
const goldenDir = "testdata/format1"

// everyEntry makes at least one entry of each tag.
func everyEntry(s *scripted) {
	s.clock(loop.ClockLoop, 0) // as predicted
	s.clock(loop.ClockLoop, 1) // tick
	s.clock(loop.ClockWall, 1_700_000_000_001)
	s.clock(loop.ClockWall, 1_700_000_000_017) // tick of 16 ms
	s.clock(loop.ClockLoop, 300)               // clock
	s.clock(loop.ClockWall, 1_699_999_999_000) // wall
	s.clock(loop.ClockFine, 300_001_234)       // fine
	s.ask(loop.KindModuleSource, text("/app/main.js"), 0, "console.log(process.env.HOME)\n")
	s.ask(loop.KindModuleReal, text("/app/x"), -2, "")
	s.ask(loop.KindEnvGet, text("HOME"), 0, "/home/ada")
	s.ask(4000, nil, 0, "")
	s.start(0, 1, 128, "read")
	s.start(0, 2, 128, "stat")
	s.start(0, 3, 128, "list")
	s.none(0)
	s.none(310) // waits
	s.clock(loop.ClockLoop, 310)
	s.completion(loop.Forever, loop.Completion{Op: 3, Reply: loop.Reply{Data: []byte("abc")}})
	s.completion(loop.Drain, loop.Completion{Op: 1, More: true, Reply: loop.Reply{Data: bytes.Repeat([]byte("0123456789abcdef"), 256)}})
	s.completion(loop.Drain, loop.Completion{Op: 1, Reply: loop.Reply{Data: bytes.Repeat([]byte("0123456789abcdef"), 256)}})
	s.completion(loop.Drain, loop.Completion{Op: 2, Reply: loop.Reply{Errno: -4095}})
	s.none(loop.Drain)
	s.emit(1, "hello\n")
	s.emit(2, "oh\n")
	s.end(loop.End{Code: 3, Turns: 7})
}

func TestFormatIsTheGoldenOne(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "run")
	o := record.Options{Dir: dir, Header: record.Header{
		TimeZone: "Europe/London", Command: []string{"jsrr", "record", "main.js"}, Script: "/app/main.js", Dir: "/app",
	}}.WithSizes(4096, 8192)
	everyEntry(startScript(t, o))
	if *update {
		if err := os.RemoveAll(goldenDir); err != nil {
			t.Fatal(err)
		}
		if err := os.CopyFS(goldenDir, os.DirFS(dir)); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"header.cbor", "main-000001.events", "main-000001.payload", "main-000002.payload"} {
		got, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Fatal(err)
		}
		want, err := os.ReadFile(filepath.Join(goldenDir, name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s is not what format 1 was:\n%s", name, hex.Dump(got[max(0, len(got)-256):]))
		}
	}
}

func TestGoldenReplays(t *testing.T) {
	r, err := record.Open(goldenDir)
	if err != nil {
		t.Fatal(err)
	}
	tape, err := replay.New(r, replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	everyEntry(&scripted{t: t, tape: tape})
}

func TestDumpIsTheGoldenOne(t *testing.T) {
	r, err := record.Open(goldenDir)
	if err != nil {
		t.Fatal(err)
	}
	var got bytes.Buffer
	if err := r.Dump(&got); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/dump.txt", got.Bytes())
}

// golden compares got with a file.
func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s:\n--- want\n%s--- got\n%s", path, want, got)
	}
}

// TestFormatDocument compares the tables of FORMAT.md with the code.
func TestFormatDocument(t *testing.T) {
	document, err := os.ReadFile("../FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	read := func(name, pattern string) (rows []string) {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(pattern).FindAllStringSubmatch(string(source), -1) {
			rows = append(rows, strings.ToLower(fmt.Sprintf("| %s | %s |", m[2], m[1])))
		}
		return rows
	}
	rows := read("segment.go", `(?m)^\thead(\w+)\s+= (\d+)\s+//`)
	rows = append(rows, read("entry.go", `(?m)^\tTag(\w+)\s+Tag = (0x\w\w) //`)...)
	rows = append(rows, read("entry.go", `(?m)^\tbit(\w+)\s+Tag = (0x\w\w) //`)...)
	rows = append(rows, read("blocks.go", `(?m)^\t(?:file|block|method)(\w+)\s+= (\d+)\s+//`)...)
	if len(rows) < 40 {
		t.Fatalf("only %d rows found in the code", len(rows))
	}
	for _, row := range rows {
		if !strings.Contains(strings.ToLower(string(document)), row) {
			t.Errorf("FORMAT.md has no row that begins %s", row)
		}
	}
	for _, row := range regexp.MustCompile(`(?m)^\| (?:\d+|0x\w\w) \| \w+ \|`).FindAllString(string(document), -1) {
		if !strings.Contains(strings.Join(rows, "\n"), strings.ToLower(row)) {
			t.Errorf("FORMAT.md has a row that the code has not: %s", row)
		}
	}
}

// flightDir holds what a flight recorder of format 1 left. It must stay readable.
const flightDir = "testdata/flight1"

// flightTurns makes turns of a program, each of which makes entries.
func flightTurns(s *scripted, from, to uint64, between func(turn uint64)) {
	for turn := from; turn < to; turn++ {
		between(turn)
		s.tape.(loop.Observer).BeginTurn(&loop.Turn{Number: turn})
		s.clock(loop.ClockLoop, int64(10*turn))
		s.start(turn, 1, 128, "read")
		s.completion(0, loop.Completion{Op: turn + 1, Reply: loop.Reply{Data: fmt.Appendf(nil, "answer %d", turn)}})
		s.emit(1, fmt.Sprintf("turn %d\n", turn))
	}
	s.end(loop.End{Turns: to})
}

const flightEnd = 120 // turns

// recordFlight makes the recording in flightDir.
func recordFlight(t *testing.T) {
	if err := os.RemoveAll(flightDir); err != nil {
		t.Fatal(err)
	}
	s := startScript(t, record.Options{Dir: flightDir, Keep: record.Keep{LastMs: 300}}.WithSizes(1024, 1024))
	flightTurns(s, 0, flightEnd, func(turn uint64) {
		if turn%15 != 14 {
			return
		}
		parts := map[string][]byte{"heap": bytes.Repeat([]byte("heap "), int(turn))}
		if err := writeSnapshot(t, s.tape.(*record.Tape), turn, parts, map[string]string{"/app/main.js": "main()"}); err != nil {
			t.Fatal(err)
		}
	})
}

// TestGoldenFlight enters a recording that an earlier version made. (Compressed
// bytes may change with the compressor, so that they are not compared.)
func TestGoldenFlight(t *testing.T) {
	if *update {
		recordFlight(t)
	}
	r := openRecording(t, flightDir)
	if _, err := r.Reader(record.MainLoop); !errors.Is(err, record.ErrNoBeginning) {
		t.Error(err)
	}
	snapshots, damaged := r.Snapshots(record.MainLoop)
	if len(snapshots) < 2 || len(damaged) > 0 {
		t.Fatal(len(snapshots), damaged)
	}
	for i := range snapshots {
		turn := snapshots[i].Turn
		if heap, err := readPart(&snapshots[i], "heap"); err != nil || !bytes.Equal(heap, bytes.Repeat([]byte("heap "), int(turn))) {
			t.Errorf("turn %d: %q, %v", turn, heap, err)
		}
		tape, err := replay.New(r, replay.Options{From: &snapshots[i].Position})
		if err != nil {
			t.Fatal(err)
		}
		flightTurns(&scripted{t: t, tape: tape}, turn, flightEnd, func(uint64) {})
	}
	damaged = r.KeptSources(record.MainLoop, func(name string, text []byte) {
		if name != "/app/main.js" || string(text) != "main()" {
			t.Errorf("%s: %q", name, text)
		}
	})
	if len(damaged) > 0 {
		t.Error(damaged)
	}
	var dump bytes.Buffer
	if err := r.Dump(&dump); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/dump_flight.txt", dump.Bytes())
}
