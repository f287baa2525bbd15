package jsrr

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// traceEvent is an event of a Chrome trace.
type traceEvent struct {
	Ph, Cat, Name, BP, S string
	PID, TID             int
	TS, Dur              *int64
	ID                   any
	Args                 map[string]any
}

// traceOf records source on a virtual clock and returns its trace.
func traceOf(t *testing.T, source string, timeout time.Duration) (text string, events []traceEvent) {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "traced.jsrr")
	o := Options{Source: source, Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard, VirtualClock: timeout == 0, Timeout: timeout}
	if _, err := Record(context.Background(), RecordOptions{Options: o, Folder: folder}); err != nil {
		t.Fatal(err)
	}
	recording, err := OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	var b strings.Builder
	if _, err := recording.WriteTrace(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	var file struct{ TraceEvents []traceEvent }
	decoder := json.NewDecoder(strings.NewReader(b.String()))
	if err := decoder.Decode(&file); err != nil {
		t.Fatal(err, b.String())
	}
	return b.String(), file.TraceEvents
}

// tracePrograms are the programs whose traces are checked.
var tracePrograms = map[string]string{
	"empty":    "",
	"timers":   "setTimeout(() => {}, 5); const i = setInterval(() => {}, 2); setTimeout(() => clearInterval(i), 11); clearTimeout(setTimeout(() => {}, 1))",
	"jobs":     "process.nextTick(() => {}); Promise.resolve().then(() => {}).then(() => setImmediate(() => Promise.resolve().then(() => {})))",
	"ops":      "const fs = require('fs'); fs.stat('.', () => fs.readFile('/', () => {})); fs.promises.readdir('.')",
	"exit":     "setTimeout(() => {}, 1e6); setImmediate(() => { Promise.resolve().then(() => process.exit(3)) })",
	"error":    "setTimeout(() => { throw new Error('\"a\" \\u2028 \\ud800') }, 3)",
	"output":   "console.log('\"\\u0000\\n'); console.error(Buffer.from([0xff, 0xfe]).toString('latin1')); process.stdout.write(Buffer.from([255, 34, 10]))",
	"refresh":  "let n = 0; const t = setTimeout(() => { if (n++ < 3) t.refresh() }, 2)",
	"messages": "const { port1, port2 } = new MessageChannel(); port1.onmessage = () => port1.close(); port2.postMessage(1); port2.postMessage(2)",
}

func TestTraceIsValid(t *testing.T) {
	for name, source := range tracePrograms {
		t.Run(name, func(t *testing.T) {
			text, events := traceOf(t, source, 0)
			if again, _ := traceOf(t, source, 0); again != text {
				t.Error("two traces of equal runs differ")
			}
			checkTrace(t, events)
		})
	}
	_, events := traceOf(t, "setInterval(() => {}, 1e6); setTimeout(() => { for (;;); }, 1)", 300*time.Millisecond)
	checkTrace(t, events)
}

// checkTrace checks what the format demands.
func checkTrace(t *testing.T, events []traceEvent) {
	t.Helper()
	var slicesOf []traceEvent
	flows, waits := map[any][]traceEvent{}, map[any][]traceEvent{}
	begun := map[int64]bool{} // where the turns so far in the file begin
	for _, e := range events {
		switch {
		case e.PID != 1 || e.TID != 1 || e.Name == "":
			t.Errorf("event without process, thread or name: %+v", e)
		case e.Ph == "M":
			continue
		case e.TS == nil || *e.TS < 0:
			t.Errorf("event without time: %+v", e)
		}
		switch e.Ph {
		case "X":
			if e.Dur == nil || *e.Dur < 1 {
				t.Errorf("slice without length: %+v", e)
			}
			slicesOf = append(slicesOf, e)
			if e.Cat == "turn" {
				begun[*e.TS] = true
			}
		case "s", "f":
			if e.Cat != "turn" || !begun[*e.TS] {
				t.Errorf("an end of a flow that is bound to no turn: %+v", e)
			}
			flows[e.ID] = append(flows[e.ID], e)
		case "b", "e":
			waits[e.ID] = append(waits[e.ID], e)
		case "i":
		default:
			t.Errorf("unknown event: %+v", e)
		}
	}
	checkNesting(t, slicesOf)
	for _, pair := range flows {
		if len(pair) != 2 || pair[0].Ph != "s" || pair[1].Ph != "f" || pair[1].BP != "e" || *pair[0].TS > *pair[1].TS {
			t.Errorf("flow: %+v", pair)
		}
	}
	for _, pair := range waits {
		if len(pair) != 2 || pair[0].Ph != "b" || pair[1].Ph != "e" || pair[0].Name != pair[1].Name || *pair[0].TS >= *pair[1].TS {
			t.Errorf("asynchronous slice: %+v", pair)
		}
	}
}

// checkNesting checks that no two slices overlap without one lying in the
// other.
func checkNesting(t *testing.T, list []traceEvent) {
	t.Helper()
	slices.SortStableFunc(list, func(a, b traceEvent) int {
		return cmp.Or(cmp.Compare(*a.TS, *b.TS), cmp.Compare(*b.Dur, *a.Dur))
	})
	var open []int64 // ends
	for _, e := range list {
		for len(open) > 0 && open[len(open)-1] <= *e.TS {
			open = open[:len(open)-1]
		}
		end := *e.TS + *e.Dur
		if len(open) > 0 && end > open[len(open)-1] {
			t.Errorf("slice reaches out of the one around it: %+v", e)
		}
		if (e.Cat == "job") != (len(open) > 0) {
			t.Errorf("a job outside of a turn, or a turn inside: %+v", e)
		}
		open = append(open, end)
	}
}

func TestTraceSaysWhatHappened(t *testing.T) {
	_, events := traceOf(t, tracePrograms["timers"], 0)
	count := map[string]int{}
	for _, e := range events {
		key := e.Ph + " " + e.Name
		if end, ok := e.Args["end"].(string); ok {
			key += " " + end
		}
		count[key]++
	}
	for key, want := range map[string]int{"X main": 1, "b timer": 2, "b timer cleared": 2, "e timer": 4, "X timer": 7, "f cause": 7} {
		if count[key] != want {
			t.Errorf("%d of %q, not %d", count[key], key, want)
		}
	}
}

// shortWriter fails after some bytes.
type shortWriter struct{ left int }

func (w *shortWriter) Write(b []byte) (int, error) {
	if w.left -= len(b); w.left < 0 {
		return 0, errors.New("disk full")
	}
	return len(b), nil
}

func TestTraceReportsWriteErrors(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "traced.jsrr")
	o := Options{Source: "let n = 0; (function f() { if (n++ < 3000) setImmediate(f) })()", Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard}
	if _, err := Record(context.Background(), RecordOptions{Options: o, Folder: folder}); err != nil {
		t.Fatal(err)
	}
	recording, err := OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	if _, err := recording.WriteTrace(context.Background(), &shortWriter{1000}); err == nil || err.Error() != "disk full" {
		t.Error(err)
	}
}
