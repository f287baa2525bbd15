package record

import (
	"fmt"
	"io"
	"math"
)

// Reader reads the entries of one loop in order, a segment at a time.
type Reader struct {
	recording *Recording
	loopName  string
	initial   Predictor

	segment *loaded
	valid   int // bytes of segment's data to read
	pos     int
	damage  error // what comes after valid

	// closed says that the recorder closed the recording: nothing in it is
	// still open.
	closed bool
	tail   uint64
	// skip slots that came as predicted before the next entry lie before the
	// place where the reader began.
	skip       uint64
	payloadEnd uint64
	index      payloadIndex
	indexFrom  int     // a payload segment that is needed
	indexLow   int     // the lowest one that is
	current    *loaded // payload segment at the end of the stream so far
	earlier    *loaded // payload segment of the last reference
}

// Reader returns a reader of the loop's entries. The error is ErrNoBeginning
// when a flight recorder let go of the first ones.
func (r *Recording) Reader(loopName string) (*Reader, error) {
	switch first, _ := r.segments(loopName, eventStream); {
	case first == 0:
		return nil, r.noLoop(loopName)
	case !r.HasBeginning(loopName):
		return nil, r.noBeginning(loopName)
	}
	return r.readerFrom(loopName, 1)
}

// HasBeginning says whether no flight recorder let go of the loop's first
// entries. Where there is no snapshot, a payload that is missing is damage.
func (r *Recording) HasBeginning(loopName string) bool {
	events, _ := r.segments(loopName, eventStream)
	payload, _ := r.segments(loopName, payloadStream)
	return events <= 1 && (payload <= 1 || len(r.heapFiles(loopName, snapshotFile)) == 0)
}

// noBeginning says from where the recording can be replayed.
func (r *Recording) noBeginning(loopName string) error {
	e := &NoBeginning{Path: r.Path}
	if snapshots, _ := r.Snapshots(loopName); len(snapshots) > 0 {
		e.First, e.Last = snapshots[0].Turn, snapshots[len(snapshots)-1].Turn
	}
	return e
}

// Remaining returns a reader of what is left of the loop's entries: of all of
// them, or of those from the oldest snapshot on where a flight recorder let go of
// the first ones. begins is the position of its first entry, nil for the beginning
// of the recording and where it is not known.
func (r *Recording) Remaining(loopName string) (reader *Reader, begins *Position, err error) {
	if r.HasBeginning(loopName) {
		reader, err = r.Reader(loopName)
		return reader, nil, err
	}
	snapshots, _ := r.Snapshots(loopName)
	for i := range snapshots {
		if reader, err := r.ReaderAt(loopName, snapshots[i].Position); err == nil {
			return reader, &snapshots[i].Position, nil
		}
	}
	first, _ := r.segments(loopName, eventStream)
	reader, err = r.readerFrom(loopName, first)
	return reader, nil, err
}

func (r *Recording) noLoop(loopName string) error {
	return fmt.Errorf("%s: %w: %q; it has %q", r.Path, ErrNoLoop, loopName, r.Loops())
}

// readerFrom returns a reader that begins with a segment.
func (r *Recording) readerFrom(loopName string, number int) (*Reader, error) {
	reader := &Reader{recording: r, loopName: loopName, closed: r.closed(loopName)}
	reader.indexFrom, _ = r.segments(loopName, payloadStream)
	reader.indexLow = reader.indexFrom
	if err := reader.load(number, 0); err != nil {
		return nil, err
	}
	if reader.segment == nil {
		return nil, headDamage(fileName(loopName, eventStream, number), 0, "nothing was recorded yet")
	}
	if number == 1 && (reader.payloadEnd != 0 || reader.segment.base != 0) {
		return nil, headDamage(reader.segment.name, headBase, "the stream does not begin here")
	}
	reader.initial = reader.segment.state()
	return reader, nil
}

// ReaderAt returns a reader of the loop's entries from a position on. What
// comes before may be damaged or gone.
func (r *Recording) ReaderAt(loopName string, p Position) (*Reader, error) {
	name := fileName(loopName, eventStream, p.segment)
	switch first, _ := r.segments(loopName, eventStream); {
	case first == 0:
		return nil, r.noLoop(loopName)
	case p.identity != r.identity:
		return nil, fmt.Errorf("%s: %w: it is one in another recording", r.Path, ErrPosition)
	}
	reader := &Reader{
		recording: r, loopName: loopName, closed: r.closed(loopName),
		initial: p.State, indexFrom: p.payload, indexLow: p.earliest, skip: uint64(p.hits),
	}
	if err := reader.load(p.segment, p.offset); err != nil {
		return nil, err
	}
	switch s := reader.segment; {
	case s == nil:
		return nil, headDamage(name, 0, "the file is missing, and the position lies in it")
	case p.offset > reader.used() || p.offset == reader.used() && reader.skip > reader.tail:
		return nil, s.damage(reader.used(), "the recording ends before the position in it")
	case p.base != s.base || p.payloadEnd < reader.payloadEnd:
		return nil, headDamage(name, headPayload, "the segment does not have the position")
	}
	reader.pos, reader.payloadEnd = p.offset, p.payloadEnd
	return reader, nil
}

// Initial returns the predictor's state before the first slot.
func (r *Reader) Initial() Predictor { return r.initial }

// Tail returns the number of slots that came as predicted after the last
// entry. It is known when Next has returned io.EOF.
func (r *Reader) Tail() uint64 { return r.tail - min(r.skip, r.tail) }

// used returns the length of the segment's data, damaged or not.
func (r *Reader) used() int { return int(r.segment.uint64(headWord) >> 32) }

// position returns how far the reader has come in the two streams.
func (r *Reader) position() (events, payload uint64) {
	return r.segment.base + uint64(r.pos), r.payloadEnd
}

// load makes segment number the current one, of which nothing before from is
// needed. r.segment is nil when there is none.
func (r *Reader) load(number, from int) error {
	s, err := r.recording.loadSegment(r.loopName, eventStream, number, nil)
	if err != nil {
		return err
	}
	r.segment, r.pos, r.valid, r.damage = s, 0, 0, nil
	if s == nil {
		return nil
	}
	r.valid, r.tail = r.used(), s.uint64(headWord)&math.MaxUint32
	if r.valid > s.capacity {
		r.valid, r.damage = 0, headDamage(s.name, headWord, "impossible length")
		return nil
	}
	if err := r.checkSealed(s); err != nil {
		return err
	}
	if good, err := s.verify(min(from, r.valid), r.valid, r.valid); err != nil {
		r.valid, r.damage = good, err
	}
	r.payloadEnd = s.uint64(headPayload)
	return nil
}

// checkSealed refuses an open segment in a recording that was closed.
func (r *Reader) checkSealed(s *loaded) error {
	if r.closed && !s.sealed {
		return headDamage(s.name, headFlags, "the segment is open, but the recording was closed")
	}
	return nil
}

// Next reads the next entry. At the end of the recording it returns io.EOF; at
// a damaged place, a *Damage, and again when called again.
func (r *Reader) Next(e *Entry) error {
	for r.pos >= r.valid {
		if r.damage != nil {
			return r.damage
		}
		if err := r.advance(); err != nil {
			r.damage = err
			return err
		}
	}
	if r.damage != nil && r.valid-r.pos < entryMax {
		// The entry may reach into the damaged block; decoding tells.
		return r.decode(e, r.damage)
	}
	return r.decode(e, nil)
}

// decode reads the entry at pos. reach is the error when it is incomplete.
func (r *Reader) decode(e *Entry, reach error) error {
	length, cause := decodeEntry(e, r.segment.data[r.pos:r.valid], r.payloadEnd)
	if cause == "" {
		cause = r.checkPayload(e.Payload)
	}
	if cause == "" && e.Hits < r.skip {
		cause = "the entry does not reach back to the position where reading began"
	}
	if cause != "" {
		err := reach
		if err == nil {
			err = r.segment.damage(r.pos, "%s", cause)
		}
		r.damage, r.valid = err, r.pos
		return err
	}
	e.File, e.Offset = r.segment.name, int64(headLen(r.segment.capacity)+r.pos)
	r.pos += length
	e.Hits, r.skip = e.Hits-r.skip, 0
	if e.Payload.Form == FormInline {
		r.payloadEnd += e.Payload.Length
	}
	return nil
}

// checkPayload says what is wrong with a payload's place.
func (r *Reader) checkPayload(p Payload) string {
	switch p.Form {
	case FormInline:
		if !r.index.holds(p) {
			// The index may be older than the entry.
			r.index = r.recording.indexPayload(r.loopName, r.indexLow, r.indexFrom)
		}
		if !r.index.holds(p) {
			return "its payload is missing"
		}
	case FormReference:
		if p.Offset > r.payloadEnd || p.Length > r.payloadEnd-p.Offset {
			return "its payload would come later"
		}
	}
	return ""
}

// advance goes to the next segment, or returns io.EOF.
func (r *Reader) advance() error {
	old, oldValid, payloadEnd := r.segment, r.valid, r.payloadEnd
	tail := r.tail
	if err := r.load(old.number+1, 0); err != nil {
		r.segment, r.pos, r.valid = old, oldValid, oldValid
		return err
	}
	next := r.segment
	if next == nil {
		r.segment, r.pos, r.valid, r.tail, r.payloadEnd = old, oldValid, oldValid, tail, payloadEnd
		if missing := fileName(r.loopName, eventStream, old.number+2); r.recording.has(missing) {
			return headDamage(fileName(r.loopName, eventStream, old.number+1), 0, "the file is missing")
		}
		return io.EOF
	}
	if next.base != old.base+uint64(oldValid) || tail != 0 || next.uint64(headPayload) != payloadEnd {
		r.valid, r.pos = 0, 0
		return headDamage(next.name, headBase, "the segment does not continue the one before")
	}
	return nil
}

// Stopped returns why the recorder gave up, "" when it did not. It is known
// when Next has returned io.EOF.
func (r *Reader) Stopped() string {
	if r.segment == nil || !r.segment.stopped {
		return ""
	}
	return r.segment.reason()
}

// trustedLength is how much is allocated on the word of an entry alone.
const trustedLength = 4 << 20

// Payload returns a copy of the bytes of an entry's payload. It must be called
// before a later entry of the reader's is read.
func (r *Reader) Payload(p Payload) ([]byte, error) {
	b := make([]byte, 0, min(p.Length, trustedLength))
	err := r.Chunks(p, func(chunk []byte) bool {
		b = append(b, chunk...)
		return true
	})
	return b, err
}

// Chunks calls visit with the bytes of a payload, piece by piece, until visit
// returns false. The pieces are valid during the call only.
func (r *Reader) Chunks(p Payload, visit func(chunk []byte) bool) error {
	at, left := p.Offset, p.Length
	for left > 0 {
		s, err := r.payloadSegment(p.Form, at)
		if err != nil {
			return err
		}
		from := int(at - s.base)
		n := int(min(left, uint64(s.capacity-from)))
		valid := int(min(r.payloadEnd-s.base, uint64(s.capacity)))
		if _, err := s.verify(from, from+n, valid); err != nil {
			return err
		}
		if !visit(s.data[from : from+n]) {
			return nil
		}
		at, left = at+uint64(n), left-uint64(n)
	}
	return nil
}

// payloadSegment returns the segment that holds position at of the payload
// stream.
func (r *Reader) payloadSegment(form Form, at uint64) (*loaded, error) {
	for _, s := range []*loaded{r.current, r.earlier} {
		if s != nil && at >= s.base && at-s.base < uint64(s.capacity) {
			return s, nil
		}
	}
	if len(r.index) == 0 {
		r.index = r.recording.indexPayload(r.loopName, r.indexLow, r.indexFrom)
	}
	number := r.index.find(at)
	name := fileName(r.loopName, payloadStream, max(number, 1))
	if number == 0 {
		return nil, headDamage(name, 0, "the segment with the payload is missing")
	}
	place := &r.current
	if form == FormReference {
		place = &r.earlier
	}
	spare := *place
	*place = nil
	s, err := r.recording.loadSegment(r.loopName, payloadStream, number, spare)
	if err == nil && s == nil {
		err = headDamage(name, 0, "the segment with the payload is missing")
	}
	if err == nil {
		err = r.checkSealed(s)
	}
	if err != nil {
		return nil, err
	}
	*place = s
	return s, nil
}
