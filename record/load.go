package record

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"slices"
)

// loaded is a segment in memory. Its data may be shorter than its capacity:
// what is missing at the end of the file was never written.
type loaded struct {
	layout
	bytes    []byte // header and data
	name     string
	number   int
	capacity int
	base     uint64
	sealed   bool
	stopped  bool
	closed   bool
	// checked are the blocks whose checksum was compared already.
	checked []bool
}

// damage describes damage in the segment's data at offset.
func (s *loaded) damage(offset int, format string, args ...any) error {
	return &Damage{File: s.name, Offset: int64(headLen(s.capacity) + offset), Cause: fmt.Sprintf(format, args...)}
}

func headDamage(name string, offset int, cause string) error {
	return &Damage{File: name, Offset: int64(offset), Cause: cause}
}

// loadHead reads the fixed part of a segment's header. It returns nil for a
// segment that was prepared but never begun, or does not exist.
func (r *Recording) loadHead(loopName string, kind streamKind, number int) (*loaded, error) {
	return r.load(loopName, kind, number, headBlocks, nil)
}

// loadSegment reads a whole segment; nil as for loadHead. spare is one that is
// needed no more, or nil.
func (r *Recording) loadSegment(loopName string, kind streamKind, number int, spare *loaded) (*loaded, error) {
	var memory []byte
	if spare != nil {
		memory = spare.bytes
	}
	s, err := r.load(loopName, kind, number, headLen(capacityMax)+capacityMax, memory)
	if err != nil || s == nil {
		return nil, err
	}
	name, b := s.name, s.bytes
	headEnd := headLen(s.capacity)
	if len(b) < headEnd {
		return nil, headDamage(name, len(b), "the file is cut short in its header")
	}
	s.head = b[:headEnd:headEnd]
	s.data = padBlock(b[headEnd:min(len(b), headEnd+s.capacity)], s.capacity)
	s.checked = make([]bool, (len(s.data)+blockLen-1)/blockLen)
	return s, nil
}

// closed says whether the recorder closed a loop's entries.
func (r *Recording) closed(loopName string) bool {
	first, last := r.segments(loopName, eventStream)
	for number := last; number > 0 && number >= first; number-- {
		s, err := r.loadHead(loopName, eventStream, number)
		if err != nil || s != nil {
			return err == nil && s.closed
		}
	}
	return false
}

// padBlock fills the last block of data with zeros, as it was when its
// checksum was made.
func padBlock(data []byte, capacity int) []byte {
	length := min((len(data)+blockLen-1)/blockLen*blockLen, capacity)
	return append(data[:len(data):len(data)], make([]byte, length-len(data))...)
}

func (r *Recording) load(loopName string, kind streamKind, number, limit int, memory []byte) (*loaded, error) {
	name := fileName(loopName, kind, number)
	if !r.has(name) {
		return nil, nil
	}
	b, err := r.read(name, limit, memory)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, headDamage(name, 0, "the file has gone since the recording was opened; a flight recorder that runs lets go of such")
	}
	if err != nil {
		return nil, headDamage(name, 0, err.Error())
	}
	return parseHead(name, origin{r.identity, kind, number}, b)
}

// parseHead checks the fixed part of a header; nil for one not begun.
func parseHead(name string, origin origin, b []byte) (*loaded, error) {
	if len(b) < headBlocks {
		if allZero(b) {
			return nil, nil // killed while the file was being made
		}
		return nil, headDamage(name, len(b), "the file is cut short in its header")
	}
	s := &loaded{bytes: b, name: name, number: origin.number, layout: layout{head: b[:headBlocks:headBlocks]}}
	switch {
	case s.uint64(headSum) == 0:
		return nil, nil
	case string(b[:headWord]) != magics[origin.kind]:
		return nil, headDamage(name, headMagic, "this is no segment of such a stream")
	case s.uint64(headSum) != s.headChecksum():
		return nil, headDamage(name, headSum, "the header does not match its checksum")
	case s.uint64(headIdentity) != origin.identity:
		return nil, headDamage(name, headIdentity, "the segment and "+headerName+" are of different recordings")
	case int(s.uint32(headNumber)) != origin.number:
		return nil, headDamage(name, headNumber, "the segment has another number than its file")
	}
	s.capacity = int(s.uint32(headCapacity))
	if s.capacity < capacityMin || s.capacity > capacityMax {
		return nil, headDamage(name, headCapacity, "impossible capacity")
	}
	s.base = s.uint64(headBase)
	flags := s.uint32(headFlags)
	s.sealed, s.stopped, s.closed = flags&flagSealed != 0, flags&flagStopped != 0, flags&flagClosed != 0
	if s.sealed && s.uint64(headSeal) != s.sealChecksum(flags) {
		return nil, headDamage(name, headSeal, "the header does not match its seal")
	}
	return s, nil
}

func allZero(b []byte) bool {
	for _, v := range b {
		if v != 0 {
			return false
		}
	}
	return true
}

// reason returns the note in the header.
func (s *loaded) reason() string {
	return string(s.head[headNote : headNote+min(s.uint32(headNoteLen), noteMax)])
}

// state returns the predictor's state before the segment's first slot.
func (s *loaded) state() Predictor {
	return Predictor{
		Loop: int64(s.uint64(headLoop)), Offset: int64(s.uint64(headOffset)), Fine: int64(s.uint64(headFine)),
		Started: s.uint64(headStarted), Digest: s.uint64(headDigest),
	}
}

// verify checks the blocks of data[from:to], which the stream says are valid
// up to valid. It returns the place up to which they are good.
func (s *loaded) verify(from, to, valid int) (good int, err error) {
	if to > len(s.data) {
		return 0, s.damage(len(s.data), "the file is cut short")
	}
	for i := from / blockLen; i*blockLen < to; i++ {
		if s.checked[i] {
			continue
		}
		end := min((i+1)*blockLen, s.capacity)
		stored := binary.LittleEndian.Uint64(s.head[headBlocks+8*i:])
		open := stored == 0 && !s.sealed && end > valid
		switch {
		case open:
		case stored != s.blockChecksum(i):
			return i * blockLen, s.damage(i*blockLen, "the block does not match its checksum")
		default:
			s.checked[i] = true
		}
	}
	return to, nil
}

// payloadIndex says where the segments of a payload stream begin.
type payloadIndex []payloadRange

type payloadRange struct {
	number   int
	base     uint64
	capacity uint64
}

func (p payloadRange) end() uint64 { return p.base + p.capacity }

// indexPayload reads the headers of a loop's payload segments: of segment from,
// of those before it down to low, and of those behind it, up to the first damage
// on either side, which shows when something there is read.
func (r *Recording) indexPayload(loopName string, low, from int) payloadIndex {
	var index payloadIndex
	for number := from; number >= max(low, 1); number-- {
		p, ok := r.payloadRange(loopName, number)
		if !ok || len(index) > 0 && p.end() != index[len(index)-1].base {
			break
		}
		index = append(index, p)
	}
	slices.Reverse(index)
	for number := from + 1; len(index) > 0; number++ {
		p, ok := r.payloadRange(loopName, number)
		if !ok || p.base != index[len(index)-1].end() {
			break
		}
		index = append(index, p)
	}
	return index
}

func (r *Recording) payloadRange(loopName string, number int) (p payloadRange, ok bool) {
	s, err := r.loadHead(loopName, payloadStream, number)
	if err != nil || s == nil || number == 1 && s.base != 0 {
		return payloadRange{}, false
	}
	return payloadRange{number, s.base, uint64(s.capacity)}, true
}

// holds says whether the stream can reach to the end of p.
func (x payloadIndex) holds(p Payload) bool {
	if len(x) == 0 {
		return p.Length == 0
	}
	end := x[len(x)-1].end()
	return p.Offset <= end && p.Length <= end-p.Offset
}

// find returns the number of the segment that holds offset; 0 for none.
func (x payloadIndex) find(offset uint64) int {
	i, found := slices.BinarySearchFunc(x, offset, func(s payloadRange, at uint64) int {
		switch {
		case at < s.base:
			return 1
		case at >= s.end():
			return -1
		}
		return 0
	})
	if !found {
		return 0
	}
	return x[i].number
}
