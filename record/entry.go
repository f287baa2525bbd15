package record

import (
	"encoding/binary"
	"fmt"

	"github.com/jsrr/jsrr/loop"
)

// Tag says what an entry is. Tags from TagExtension on carry their length, so
// that a reader can skip those it does not know.
type Tag uint8

// Tags. The layout of each entry stands in FORMAT.md.
const (
	TagNone  Tag = 0x00 // never written: a hole in a file is no entry
	TagTick  Tag = 0x01 // 0x01–0x10: the loop clock went on by 1–16 ms
	TagClock Tag = 0x11 // the loop clock moved by a signed number of ms
	TagWall  Tag = 0x12 // the wall clock was set
	TagFine  Tag = 0x13 // the fine clock, relative to its expectation

	TagEmit Tag = 0x18 // 0x18–0x1f: console output; the low bits are the fd

	TagCompletion Tag = 0x20 // 0x20–0x3f, with the bits below
	TagAsk        Tag = 0x40 // 0x40–0x5f, with the bits below

	TagPause  Tag = 0x60 // no slot: only carries predicted slots
	TagSource Tag = 0x61 // no slot: path and hash of the source that follows
	TagEnv    Tag = 0x62 // no slot: name of the environment variable that follows
	TagEnd    Tag = 0x7e // no slot: the run ended

	TagExtension Tag = 0x80 // no slot: with its length, for later versions
)

// Bits of TagCompletion and TagAsk.
const (
	bitMore     Tag = 0x01 // completion: more may follow
	bitErrno    Tag = 0x02 // an error number follows
	bitDistance Tag = 0x04 // completion: not of the op started last
	bitForm     Tag = 0x18 // two bits: the payload's Form
	formShift       = 3
)

// tickMax is the longest step of the clock that fits in a tag.
const tickMax = 16

// Form says where an entry's payload lies.
type Form uint8

// Forms of payloads.
const (
	FormNone      Form = iota // no bytes
	FormInline                // the next bytes of the payload stream
	FormReference             // earlier bytes of the payload stream
)

// Payload is a range of the payload stream.
type Payload struct {
	Form   Form
	Offset uint64
	Length uint64
}

// entryMax bounds the length of an entry. A segment whose room is smaller is
// full.
const entryMax = 512

// cutMax bounds the reason in an end entry.
const cutMax = 300

// kindEscape announces a request kind that does not fit in a byte.
const kindEscape = 0xff

// Entry is one entry of a recording.
type Entry struct {
	// Hits is the number of slots before it that came as predicted.
	Hits uint64
	Tag  Tag
	// Value is the signed number of clock entries.
	Value int64
	// Distance is how many ops were started after the completed one.
	Distance uint64
	More     bool
	Errno    int32
	// Check is the Predictor's check byte at completions and asks.
	Check byte
	// Kind is the request of an ask entry.
	Kind loop.Kind
	// FD is the stream of an emit entry.
	FD uint8
	// Redacted says that an environment variable's value was replaced.
	Redacted bool
	// Payload is the reply, the output, the name or the path.
	Payload Payload
	// Hash is the SHA-256 of a source.
	Hash [32]byte
	// End and Digest are those of an end entry.
	End    loop.End
	Digest uint64

	// File and Offset are where the entry begins.
	File   string
	Offset int64
}

// Class is the first tag of the entry's family.
func (e *Entry) Class() Tag {
	switch t := e.Tag; {
	case t >= TagTick && t < TagClock:
		return TagTick
	case t >= TagEmit && t < TagCompletion:
		return TagEmit
	case t >= TagCompletion && t < TagAsk:
		return TagCompletion
	case t >= TagAsk && t < TagPause:
		return TagAsk
	case t >= TagExtension:
		return TagExtension
	default:
		return t
	}
}

// IsSlot says whether the entry answers a call on the tape.
func (e *Entry) IsSlot() bool { return e.Tag != TagNone && e.Tag < TagPause }

// IsClock says whether the entry answers a clock.
func (e *Entry) IsClock() bool { return e.Tag != TagNone && e.Tag <= TagFine }

// decoder reads fields of one entry. After the first malformed field bad is
// set and all reads return zero.
type decoder struct {
	buf []byte
	bad bool
}

func (d *decoder) fail() {
	d.bad, d.buf = true, nil
}

func (d *decoder) uint() uint64 {
	v, n := binary.Uvarint(d.buf)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.buf = d.buf[n:]
	return v
}

func (d *decoder) int() int64 {
	v, n := binary.Varint(d.buf)
	if n <= 0 {
		d.fail()
		return 0
	}
	d.buf = d.buf[n:]
	return v
}

func (d *decoder) bytes(n int) []byte {
	if n < 0 || n > len(d.buf) {
		d.fail()
		return nil
	}
	b := d.buf[:n]
	d.buf = d.buf[n:]
	return b
}

// blob reads bytes behind their length.
func (d *decoder) blob() []byte {
	n := d.uint()
	if n > entryMax {
		d.fail()
		return nil
	}
	return d.bytes(int(n))
}

func (d *decoder) byte() byte {
	if b := d.bytes(1); b != nil {
		return b[0]
	}
	return 0
}

// decodeEntry reads the entry at the start of b into e and returns its length,
// or a description of what is wrong with it. payloadEnd is the end of the
// payload stream so far; the caller advances it by inline payloads.
func decodeEntry(e *Entry, b []byte, payloadEnd uint64) (length int, cause string) {
	*e = Entry{}
	d := decoder{buf: b}
	e.Hits = d.uint()
	e.Tag = Tag(d.byte())
	switch class := e.Class(); class {
	case TagTick, TagPause:
	case TagClock, TagWall, TagFine:
		e.Value = d.int()
	case TagEmit:
		e.FD = uint8(e.Tag - TagEmit)
		e.Payload = d.inline(payloadEnd)
	case TagCompletion, TagAsk:
		d.reply(e, class, payloadEnd)
	case TagSource:
		e.Payload = d.inline(payloadEnd)
		copy(e.Hash[:], d.bytes(len(e.Hash)))
	case TagEnv:
		e.Redacted = d.byte() != 0
		e.Payload = d.inline(payloadEnd)
	case TagEnd:
		d.end(e)
	case TagExtension:
		d.blob()
	default:
		return 0, fmt.Sprintf("unknown entry tag %#02x", e.Tag)
	}
	if d.bad {
		return 0, fmt.Sprintf("entry with tag %#02x is cut short or malformed", e.Tag)
	}
	return len(b) - len(d.buf), ""
}

func (d *decoder) inline(end uint64) Payload {
	return Payload{Form: FormInline, Offset: end, Length: d.uint()}
}

func (d *decoder) reply(e *Entry, class Tag, payloadEnd uint64) {
	if class == TagCompletion {
		e.More = e.Tag&bitMore != 0
		if e.Tag&bitDistance != 0 {
			e.Distance = d.uint()
		}
	} else if e.Kind = loop.Kind(d.byte()); e.Kind == kindEscape {
		e.Kind = loop.Kind(d.uint())
	}
	e.Check = d.byte()
	if e.Tag&bitErrno != 0 {
		e.Errno = int32(d.int())
	}
	switch Form(e.Tag & bitForm >> formShift) {
	case FormNone:
	case FormInline:
		e.Payload = d.inline(payloadEnd)
	case FormReference:
		e.Payload = Payload{Form: FormReference, Length: d.uint(), Offset: d.uint()}
	default:
		d.fail()
	}
}

func (d *decoder) end(e *Entry) {
	e.End.Code = int(d.int())
	e.End.Turns = d.uint()
	e.Digest = d.word()
	e.End.Cut = string(d.blob())
}
