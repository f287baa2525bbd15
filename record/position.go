package record

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/cespare/xxhash/v2"
)

// Position is a place between two turns at which a recording can be entered:
// all that a Reader and a replay need to know of what came before. It is valid
// for the recording that it was made in, and no other.
type Position struct {
	// Turn is the number of the turn that comes next.
	Turn uint64
	// LoopMs is the loop clock as it was read last. (State.Loop may be ahead of
	// it, since it takes steps of the wall clock for the passing of time.)
	LoopMs int64
	// State is the predictor's before the next slot.
	State Predictor
	// Streams is how far the console streams have come.
	Streams [streamsLen]StreamPosition

	identity uint64 // of the recording
	segment  int    // number of the events segment
	base     uint64 // position of the segment's data in its stream
	offset   int    // of the next entry in the segment's data
	hits     uint32 // that the next entry counts and that lie before the position
	// payloadEnd is the position of the payload stream's end, payload the
	// segment in which that lies. Entries that follow may refer to bytes in
	// segments from earliest on.
	payloadEnd        uint64
	payload, earliest int
}

// streamsLen is how many console streams an entry can name.
const streamsLen = 8

// StreamPosition is how far a console stream has come.
type StreamPosition struct{ Bytes, Lines uint64 }

// Advance counts data, which was written to the stream.
func (s *StreamPosition) Advance(data []byte) {
	s.Bytes += uint64(len(data))
	s.Lines += uint64(bytes.Count(data, []byte{'\n'}))
}

// Mark returns the position before the next slot. It must be called between
// two turns; turn is the number of the next one. A mark changes nothing in the
// recording and costs it no byte: what leads back to it stands in the position
// alone. The error is ErrStopped when nothing is recorded any more.
func (t *Tape) Mark(turn uint64) (Position, error) {
	if t.buffered && !t.stopped {
		// Whatever is built on the mark may outlive this process.
		t.flushBeforeWait()
	}
	if t.stopped {
		return Position{}, ErrStopped
	}
	return Position{
		Turn: turn, LoopMs: t.loopMs, State: t.predictor, Streams: t.streams,
		identity: t.supply.identity,
		segment:  t.segment.origin.number, base: t.base, offset: int(t.word >> 32), hits: uint32(t.word),
		payloadEnd: t.payload.end, payload: t.payload.segment.origin.number, earliest: t.payload.window[0].origin.number,
	}, nil
}

// Written returns how many bytes of entries and payloads lie before the position.
func (p *Position) Written() uint64 { return p.base + uint64(p.offset) + p.payloadEnd }

// Written returns how many bytes of entries and payloads were recorded so far.
func (t *Tape) Written() uint64 { return t.base + t.word>>32 + t.payload.end }

// ErrPosition says that bytes are no Position.
var ErrPosition = errors.New("not a position in a recording")

// positionMax bounds the length of an encoded position.
const positionMax = 512

// AppendBinary appends the position to b. FORMAT.md has the layout.
func (p *Position) AppendBinary(b []byte) ([]byte, error) {
	begin := len(b)
	b = binary.AppendUvarint(b, p.Turn)
	b = binary.LittleEndian.AppendUint64(b, p.identity)
	for _, n := range []int{p.segment, p.offset, int(p.hits), p.payload, p.earliest} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	b = binary.AppendUvarint(binary.AppendUvarint(b, p.base), p.payloadEnd)
	for _, n := range []int64{p.LoopMs, p.State.Loop, p.State.Offset, p.State.Fine} {
		b = binary.AppendVarint(b, n)
	}
	b = binary.AppendUvarint(b, p.State.Started)
	b = binary.LittleEndian.AppendUint64(b, p.State.Digest)
	for _, s := range p.Streams {
		b = binary.AppendUvarint(binary.AppendUvarint(b, s.Bytes), s.Lines)
	}
	return binary.LittleEndian.AppendUint64(b, xxhash.Sum64(b[begin:])), nil
}

// UnmarshalBinary reads what AppendBinary made. The error is an ErrPosition.
func (p *Position) UnmarshalBinary(b []byte) error {
	body := max(len(b)-8, 0)
	if body == 0 || len(b) > positionMax || binary.LittleEndian.Uint64(b[body:]) != xxhash.Sum64(b[:body]) {
		return fmt.Errorf("%w: its checksum does not match", ErrPosition)
	}
	d := decoder{buf: b[:body]}
	*p = Position{Turn: d.uint(), identity: d.word()}
	p.segment, p.offset, p.hits = d.number(), d.number(), uint32(d.uint())
	p.payload, p.earliest, p.base, p.payloadEnd = d.number(), d.number(), d.uint(), d.uint()
	p.LoopMs = d.int()
	p.State = Predictor{Loop: d.int(), Offset: d.int(), Fine: d.int(), Started: d.uint(), Digest: d.word()}
	for i := range p.Streams {
		p.Streams[i] = StreamPosition{Bytes: d.uint(), Lines: d.uint()}
	}
	if d.bad || len(d.buf) > 0 || p.segment < 1 || p.earliest < 1 || p.payload < p.earliest || p.offset > capacityMax {
		return fmt.Errorf("%w: it is malformed", ErrPosition)
	}
	return nil
}

// number reads a number that an int can hold anywhere.
func (d *decoder) number() int {
	n := d.uint()
	if n > 1<<30 {
		d.fail()
	}
	return int(n)
}

// word reads eight bytes.
func (d *decoder) word() uint64 {
	if b := d.bytes(8); b != nil {
		return binary.LittleEndian.Uint64(b)
	}
	return 0
}
