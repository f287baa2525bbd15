package record

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"

	"github.com/cespare/xxhash/v2"

	"github.com/jsrr/jsrr/loop"
)

// Options configure a recording.
type Options struct {
	// Dir is the folder of the recording. New makes it; it must hold no
	// recording of a loop of the same name yet.
	Dir string
	// Name is the loop's name; default "main". Only "main" writes the header.
	Name string
	// Header describes the run. New completes it.
	Header Header
	// AllowEnv are names of environment variables whose values are kept
	// beside those of DefaultAllowEnv; a trailing * stands for any ending.
	// Other values are replaced by RedactedValue.
	AllowEnv []string
	// Redact are regular expressions. What they match in replies and console
	// output is overwritten with asterisks before it reaches the disk. There
	// are no snapshots then.
	Redact []string
	// Keep, when not zero, lets go of what lies long before the end.
	Keep Keep
	// Warn is called once, on the loop, when the recording has to stop before
	// its program.
	Warn func(error)

	allocate allocator
	sizes    [2]sizes
	removed  func(name string)
}

// defaultSizes let a short program write little, and a long one seldom ask
// for a file.
var defaultSizes = [2]sizes{
	eventStream:   {first: 256 << 10, last: 4 << 20},
	payloadStream: {first: 512 << 10, last: 16 << 20},
}

// MainLoop is the name of a program's first loop.
const MainLoop = "main"

// Tape records what passes between a loop and another tape. It implements
// loop.Tape and has the same rule: one goroutine.
type Tape struct {
	// Invariant: *committed holds word, and data[:word>>32] is a sequence of
	// whole entries whose inline payloads lie in the payload stream.
	word      uint64 // valid length << 32 | slots predicted since
	committed *[8]byte
	predictor Predictor
	loopMs    int64 // loop clock as read last
	inner     loop.Tape

	data     []byte // of the events segment
	segment  *segment
	base     uint64 // position of data[0] in the stream
	aheadAt  int    // length at which to prepare for what comes next
	stopped  bool   // nothing is recorded any more
	buffered bool   // segments are not mapped
	// flushedWord is the word at the last flush of buffered segments.
	flushedWord uint64
	payload     payloadWriter
	streams     [streamsLen]StreamPosition
	redactor    redactor
	supply      *supply
	snapshots   snapshotWork
	beforeClose func() // see BeforeClose
	warn        func(error)
}

// New begins a recording of what passes through inner, which it does not call.
// When it fails nothing is recorded, and the program can run on inner alone.
func New(inner loop.Tape, o Options) (*Tape, error) {
	o.setDefaults()
	if err := o.Keep.Check(); err != nil {
		return nil, err
	}
	if o.Keep != (Keep{}) && len(o.Redact) > 0 {
		return nil, fmt.Errorf("a flight recorder needs snapshots: %w", ErrSecrets)
	}
	redactor, err := newRedactor(&o)
	if err != nil {
		return nil, err
	}
	if o.Dir, err = filepath.Abs(o.Dir); err != nil {
		return nil, err
	}
	t := &Tape{inner: inner, warn: o.Warn, redactor: redactor}
	t.predictor.Offset = o.Header.StartMs
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("recording to %s: %w", o.Dir, err)
	}
	header, err := o.header()
	if err != nil {
		return nil, fmt.Errorf("recording to %s: %w", o.Dir, err)
	}
	t.supply = newSupply(&o, xxhash.Sum64(header))
	if err := t.open(); err != nil {
		t.supply.close()
		return nil, fmt.Errorf("recording to %s: %w", o.Dir, err)
	}
	return t, nil
}

func (o *Options) setDefaults() {
	setDefault(&o.Name, MainLoop)
	if o.Warn == nil {
		o.Warn = func(error) {}
	}
	if o.allocate == nil {
		o.allocate = allocate
	}
	if o.sizes == [2]sizes{} {
		o.sizes = defaultSizes
	}
	o.Header.fill()
	o.Header.AllowEnv = append(append([]string(nil), DefaultAllowEnv...), o.AllowEnv...)
	o.Header.Redact = o.Redact
}

// header returns the bytes of the recording's header, which the main loop
// writes.
func (o *Options) header() ([]byte, error) {
	if o.Name != MainLoop {
		return os.ReadFile(filepath.Join(o.Dir, headerName))
	}
	b, err := encodeCBOR.Marshal(&o.Header)
	if err != nil {
		return nil, err
	}
	return b, writeHeader(o.Dir, b)
}

// open takes the first segments.
func (t *Tape) open() error {
	if err := t.payload.roll(t.supply); err != nil {
		return err
	}
	return t.rollEvents()
}

// hit counts a slot that came as predicted.
func (t *Tape) hit() {
	if uint32(t.word) == math.MaxUint32 {
		t.pause()
	}
	t.word++
	// One aligned store: there is no instant at which a kill can split it.
	binary.LittleEndian.PutUint64(t.committed[:], t.word)
}

// Clock implements loop.Tape.
func (t *Tape) Clock(c loop.Clock) int64 {
	got := t.inner.Clock(c)
	if c == loop.ClockLoop {
		t.loopMs = got
	}
	if expected := t.predictor.Clock(c); got != expected {
		t.clockEntry(c, expected, got)
	} else {
		t.hit()
	}
	return got
}

// Next implements loop.Tape.
func (t *Tape) Next(until int64, c *loop.Completion) bool {
	if t.buffered && until > t.predictor.Loop {
		t.flushBeforeWait()
	}
	ok := t.inner.Next(until, c)
	t.predictor.Next(until)
	if !ok {
		t.predictor.Waited(until)
		t.hit()
		return false
	}
	t.completionEntry(c.Op, c.More, c.Errno, c.Data)
	return true
}

// Start implements loop.Tape.
func (t *Tape) Start(op loop.OpID, r loop.Request) {
	t.predictor.Start(op, r.Kind, t.redactor.apply(r.Args))
	t.hit()
	t.inner.Start(op, r)
}

// Ask implements loop.Tape.
func (t *Tape) Ask(r loop.Request) loop.Reply {
	reply := t.inner.Ask(r)
	t.predictor.Ask(r.Kind, t.redactor.apply(r.Args))
	t.askEntry(r, reply)
	return reply
}

// Emit implements loop.Tape. Output is recorded before it is seen.
func (t *Tape) Emit(e loop.Effect) {
	t.predictor.Emit(e)
	t.emitEntry(e)
	t.inner.Emit(e)
}

// BeginTurn implements loop.Observer. Every turn is a slot, so that a recording
// which was cut short knows how many turns began, even of a program that asks
// nothing. The tape must therefore be an observer of the loop it serves.
func (t *Tape) BeginTurn(turn *loop.Turn) {
	t.predictor.Turn(turn.Number)
	t.hit()
}

// BeforeClose makes Close call f before it does anything: snapshots that are
// complete can still be handed over.
func (t *Tape) BeforeClose(f func()) { t.beforeClose = f }

// Close implements loop.Tape. It completes the recording and closes the inner
// tape.
func (t *Tape) Close(end loop.End) error {
	if t.beforeClose != nil {
		t.beforeClose()
	}
	t.endEntry(end)
	if !t.stopped {
		t.payload.seal()
		t.segment.seal(t.word, flagSealed|flagClosed)
		t.finishFiles()
	}
	t.snapshots.close()
	t.supply.close()
	return t.inner.Close(end)
}
