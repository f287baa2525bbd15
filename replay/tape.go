package replay

import (
	"bytes"
	"fmt"
	"io"
	"regexp"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
)

// Options configure a replay.
type Options struct {
	// Loop is the name of the loop to replay; default "main".
	Loop string
	// From, when not nil, is where the replay begins: the program must be in
	// the state in which it was when the position was marked. Default is the
	// beginning of the recording.
	From *record.Position
	// Output, when not nil, gets the program's console output again.
	Output func(loop.Effect)
	// Fail ends the run with a *Divergence, an *Ended or an error of the
	// recording. It must not return. The default is the bound loop's Fail.
	Fail func(error)
}

// Tape replays one loop. It implements loop.Tape and loop.Observer.
type Tape struct {
	recording *record.Recording
	opts      Options
	reader    *record.Reader
	predictor record.Predictor
	redact    []*regexp.Regexp
	bound     *loop.Loop

	// remaining slots come as predicted; then entry answers one, unless the
	// recording is over there.
	remaining uint64
	entry     record.Entry
	over      over
	damage    error // why it is over, for overDamaged
	stopHere  bool  // after the remaining slots: the run did not end by itself

	slots   uint64
	checked uint64 // the turn in which all requests so far were found equal
	streams [8]record.StreamPosition
	history history
	clues   clues
	failed  error
	summary Summary
}

// over says what follows the remaining slots.
type over uint8

const (
	overNot     over = iota // entry
	overEnd                 // the end entry
	overKilled              // nothing: the process was killed
	overStopped             // nothing: the recorder gave up
	overDamaged             // bytes that cannot be read
)

// Summary says what a replay has compared so far.
type Summary struct {
	// Turns is the number of turns begun, those before the replay's beginning
	// included; it needs the loop's Observer.
	Turns uint64
	// Slots is the number of answers given, Output the bytes of console
	// output that were compared and found equal.
	Slots  uint64
	Output uint64
	// Code is the program's exit code, when Complete is true.
	Code     int
	Complete bool
}

// New returns a tape that replays a loop of a recording.
func New(recording *record.Recording, o Options) (t *Tape, err error) {
	if o.Loop == "" {
		o.Loop = record.MainLoop
	}
	t = &Tape{recording: recording, opts: o}
	if o.From == nil {
		t.reader, err = recording.Reader(o.Loop)
	} else {
		t.reader, err = recording.ReaderAt(o.Loop, *o.From)
		t.begin(o.From)
	}
	if err != nil {
		return nil, err
	}
	t.predictor = t.reader.Initial()
	if t.redact, err = record.CompilePatterns(recording.Header.Redact); err != nil {
		return nil, err
	}
	t.load()
	return t, nil
}

// begin takes over what a position says of the turns before it.
func (t *Tape) begin(from *record.Position) {
	t.streams = from.Streams
	t.summary.Turns, t.checked = from.Turn, from.Turn
	t.history.first = from.Turn
}

// Bind tells the tape whose requests it answers: it stops that loop at a
// divergence and asks it where the program is.
func (t *Tape) Bind(l *loop.Loop) { t.bound = l }

// Summary returns what was replayed.
func (t *Tape) Summary() Summary {
	s := t.summary
	s.Slots = t.slots
	return s
}

// Now returns the loop's clock as far as the program knows it. It takes no
// slot.
func (t *Tape) Now() int64 { return t.predictor.Loop }

// load reads entries up to the next one that answers a slot.
func (t *Tape) load() {
	for {
		err := t.reader.Next(&t.entry)
		if err != nil {
			t.loadEnd(err)
			return
		}
		t.remaining += t.entry.Hits
		switch {
		case t.entry.IsSlot():
			return
		case t.entry.Tag == record.TagEnd:
			t.over, t.stopHere = overEnd, t.entry.End.Cut != ""
			return
		case t.entry.Tag == record.TagEnv:
			t.clues.environment(t.reader, &t.entry)
		}
	}
}

func (t *Tape) loadEnd(err error) {
	t.stopHere = true
	switch {
	case err != io.EOF:
		t.over, t.damage = overDamaged, err
	case t.reader.Stopped() != "":
		t.over = overStopped
	default:
		t.over = overKilled
	}
	if t.over != overDamaged {
		t.remaining += t.reader.Tail()
	}
}

// predicted takes a slot, and says whether it came as predicted. When it did
// not, entry must answer it.
func (t *Tape) predicted() bool {
	t.slots++
	if t.remaining > 0 {
		t.remaining--
		return true
	}
	if t.stopHere && t.over != overNot {
		t.fail(t.ended())
	}
	return false
}

// answered ends a slot. A recording that was cut short stops the program
// right after its last one: what follows is unknown, and may be an endless
// loop.
func (t *Tape) answered() {
	if t.remaining == 0 && t.stopHere {
		t.fail(t.ended())
	}
}

// Clock implements loop.Tape.
func (t *Tape) Clock(c loop.Clock) int64 {
	v := t.predictor.Clock(c)
	if !t.predicted() {
		if !t.entry.IsClock() || t.entry.Tag == record.TagFine != (c == loop.ClockFine) {
			t.diverge(t.expected(), clockNames[c&3])
		}
		t.predictor.Adjust(t.entry.Tag, t.entry.Value)
		v = t.predictor.Reading(c)
		t.load()
	}
	t.answered()
	return v
}

// Start implements loop.Tape.
func (t *Tape) Start(op loop.OpID, r loop.Request) {
	t.predictor.Start(op, r.Kind, record.Overwrite(t.redact, r.Args))
	if !t.predicted() {
		t.diverge(t.expected(), "the start of "+r.Kind.String())
	}
	t.answered()
}

// Next implements loop.Tape.
func (t *Tape) Next(until int64, c *loop.Completion) bool {
	t.predictor.Next(until)
	expected := t.predicted()
	if expected {
		t.predictor.Waited(until)
	} else {
		t.completion(c)
	}
	t.answered()
	return !expected
}

func (t *Tape) completion(c *loop.Completion) {
	e := &t.entry
	if e.Class() != record.TagCompletion {
		t.diverge(t.expected(), "a look for completions")
	}
	t.check()
	if e.Distance >= t.predictor.Started {
		t.diverge(t.expected(), "no such op was started")
	}
	*c = loop.Completion{Op: t.predictor.Started - e.Distance, More: e.More}
	c.Errno, c.Data = e.Errno, t.payload()
	t.load()
}

// Ask implements loop.Tape.
func (t *Tape) Ask(r loop.Request) loop.Reply {
	t.predictor.Ask(r.Kind, record.Overwrite(t.redact, r.Args))
	t.clues.asked(r)
	if t.predicted() {
		t.diverge(somethingBefore+t.expected(), r.Kind.String())
	}
	if t.entry.Class() != record.TagAsk || t.entry.Kind != r.Kind {
		t.diverge(t.expected(), r.Kind.String())
	}
	t.check()
	reply := loop.Reply{Errno: t.entry.Errno, Data: t.payload()}
	t.load()
	t.answered()
	return reply
}

// check compares the digest of all requests so far.
func (t *Tape) check() {
	if t.entry.Check != t.predictor.Check() {
		t.diverge(t.expected()+" after the requests that were recorded", t.otherRequests())
	}
	t.checked = t.turn().Number
}

// otherRequests says that the digest differs, and since when.
func (t *Tape) otherRequests() string {
	return fmt.Sprintf("requests since turn %d that were not recorded so: other ops, arguments, delays, or another order", t.checked)
}

func (t *Tape) payload() []byte {
	b, err := t.reader.Payload(t.entry.Payload)
	t.mustRead(err)
	return b
}

// mustRead ends the run when a payload cannot be read.
func (t *Tape) mustRead(err error) {
	if err != nil {
		t.over, t.damage = overDamaged, err
		t.fail(t.ended())
	}
}

// Emit implements loop.Tape.
func (t *Tape) Emit(e loop.Effect) {
	t.predictor.Emit(e)
	data := record.Overwrite(t.redact, e.Data)
	if t.predicted() {
		t.diverge(somethingBefore+t.expected(), describeOutput(e.FD, data))
	}
	if t.entry.Class() != record.TagEmit || t.entry.FD != e.FD&7 {
		t.diverge(t.expected(), describeOutput(e.FD, data))
	}
	t.compareOutput(e.FD, data)
	t.summary.Output += uint64(len(data))
	t.streams[e.FD&7].Advance(data)
	if t.opts.Output != nil {
		t.opts.Output(e)
	}
	t.load()
	t.answered()
}

// compareOutput compares data with the recorded output of the entry.
func (t *Tape) compareOutput(fd uint8, data []byte) {
	same := 0
	err := t.reader.Chunks(t.entry.Payload, func(chunk []byte) bool {
		n := commonPrefix(chunk, data[same:])
		same += n
		return n == len(chunk)
	})
	t.mustRead(err)
	if same != len(data) || uint64(same) != t.entry.Payload.Length {
		t.divergeOutput(fd, data, same)
	}
}

func commonPrefix(a, b []byte) int {
	n := min(len(a), len(b))
	if bytes.Equal(a[:n], b[:n]) {
		return n
	}
	for i := range n {
		if a[i] != b[i] {
			return i
		}
	}
	return n
}

// Close implements loop.Tape. It compares the end of the run.
func (t *Tape) Close(end loop.End) error {
	t.summary.Turns = max(t.summary.Turns, end.Turns)
	if t.failed != nil || end.Cut != "" {
		return t.failed
	}
	return t.compareEnd(end)
}

// BeginTurn implements loop.Observer.
func (t *Tape) BeginTurn(turn *loop.Turn) {
	t.summary.Turns++
	t.history.begin(turn)
	t.predictor.Turn(turn.Number)
	if !t.predicted() {
		t.diverge(t.expected(), "the beginning of a turn")
	}
	t.answered()
}
