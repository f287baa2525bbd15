package jsrr

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// traceWriter writes the events of a Chrome trace as JSON, one on a line. The
// loop is a process of one thread; its turns are complete events in which its
// jobs nest.
type traceWriter struct {
	w     *bufio.Writer
	first bool // no event was written
	err   error
	// quoted are strings as JSON: names, and places in the program.
	quoted map[string]string
	waits  int64
}

// quotedMax bounds the strings that are remembered.
const quotedMax = 10_000

func newTraceWriter(w io.Writer) *traceWriter {
	return &traceWriter{w: bufio.NewWriterSize(w, 64<<10), first: true, quoted: map[string]string{}}
}

// begin writes the head of the file: names of the process and its thread.
func (t *traceWriter) begin(program string) {
	t.print(`{"displayTimeUnit":"ms","traceEvents":[`)
	t.event(`"ph":"M","name":"process_name","args":{"name":`, t.quote("jsrr "+program), `}`)
	t.event(`"ph":"M","name":"thread_name","args":{"name":"main"}`)
}

// close writes the end of the file and returns the first error.
func (t *traceWriter) close() error {
	t.print("\n]}\n")
	if err := t.w.Flush(); t.err == nil {
		t.err = err
	}
	return t.err
}

func (t *traceWriter) print(parts ...string) {
	for _, part := range parts {
		if _, err := t.w.WriteString(part); err != nil && t.err == nil {
			t.err = err
		}
	}
}

// event writes an event of the thread; parts are its fields.
func (t *traceWriter) event(parts ...string) {
	separator := ",\n"
	if t.first {
		separator, t.first = "\n", false
	}
	t.print(separator, `{"pid":1,"tid":1,`)
	t.print(parts...)
	t.print("}")
}

func number[N int64 | uint64 | int](n N) string { return strconv.FormatInt(int64(n), 10) }

// quote returns text as JSON.
func (t *traceWriter) quote(text string) string {
	if quoted, ok := t.quoted[text]; ok {
		return quoted
	}
	b, err := json.Marshal(text)
	if err != nil {
		return `""` // no string has this
	}
	if len(t.quoted) < quotedMax {
		t.quoted[text] = string(b)
	}
	return string(b)
}

// name is what events of a kind are called: with few different names they can
// be told apart by colour, and summed up.
func traceName(turn *Turn) string {
	if turn.Request != "" {
		return turn.Request
	}
	return turn.Kind
}

// details are the arguments of a turn, without braces.
func (t *traceWriter) details(turn *Turn) string {
	var b strings.Builder
	if turn.Cause != "" {
		fmt.Fprintf(&b, `,"cause":"%s"`, turn.Cause)
	}
	if turn.Site != "" {
		b.WriteString(`,"started at":` + t.quote(turn.Site))
	}
	if turn.DelayMs > 0 {
		b.WriteString(`,"delay ms":` + number(turn.DelayMs))
	}
	return b.String()
}

func (t *traceWriter) turn(turn *Turn, at, length int64) {
	t.event(`"ph":"X","cat":"turn","name":`, t.quote(traceName(turn)), `,"ts":`, number(at), `,"dur":`, number(length),
		`,"args":{"turn":`, number(turn.Number), `,"loop ms":`, number(turn.TimeMs), `,"jobs":`, number(turn.Jobs), t.details(turn), `}`)
}

func (t *traceWriter) job(kind string, turn, job uint64, at int64) {
	t.event(`"ph":"X","cat":"job","name":`, t.quote(kind), `,"ts":`, number(at), `,"dur":1,"args":{"job":"`,
		number(turn), ".", number(job), `"}`)
}

// flow writes an arrow from the turn that started something to the turn that
// it became, by when they began. Viewers bind an end of an arrow in two ways: to the
// slice that is open then, which must stand before it in the file (Perfetto), or to
// the slice of the same category that begins then (DevTools).
func (t *traceWriter) flow(n, from, to int64) {
	t.event(`"ph":"s","cat":"turn","name":"cause","id":`, number(n), `,"ts":`, number(from))
	t.event(`"ph":"f","bp":"e","cat":"turn","name":"cause","id":`, number(n), `,"ts":`, number(to))
}

// wait writes an asynchronous slice: from is when something was started, to
// when its last turn began.
func (t *traceWriter) wait(what *Turn, from, to int64, how string) {
	t.waits++
	name, id := t.quote(traceName(what)), number(t.waits)
	if how != "" {
		how = `,"end":"` + how + `"`
	}
	details := strings.TrimPrefix(t.details(what)+how, ",")
	t.event(`"ph":"b","cat":"wait","name":`, name, `,"id":"w`, id, `","ts":`, number(from), `,"args":{`, details, `}`)
	t.event(`"ph":"e","cat":"wait","name":`, name, `,"id":"w`, id, `","ts":`, number(to), `,"args":{}`)
}

// traceTextMax bounds the output that an event shows.
const traceTextMax = 200

func (t *traceWriter) output(at int64, fd uint8, data []byte) {
	text := strings.ToValidUTF8(string(data[:min(len(data), traceTextMax)]), "\uFFFD")
	b, err := json.Marshal(text)
	if err != nil {
		return // no string has this
	}
	name := "stdout"
	if fd == 2 {
		name = "stderr"
	}
	t.event(`"ph":"i","s":"t","cat":"output","name":"`, name, `","ts":`, number(at), `,"args":{"bytes":`, number(len(data)), `,"text":`, string(b), `}`)
}

func (t *traceWriter) uncaught(u *Uncaught, at int64) {
	t.event(`"ph":"i","s":"p","cat":"error","name":"uncaught error","ts":`, number(at),
		`,"args":{"message":`, t.quote(u.Message), `,"chain":`, t.quote(u.Chain.Text), `}`)
}
