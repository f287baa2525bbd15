package record

import (
	"encoding/binary"
	"fmt"

	"github.com/cespare/xxhash/v2"
)

// A segment is one file of a stream: a header, and room for data. Its layout
// (little endian; FORMAT.md has the same table):
const (
	headMagic    = 0   // 8 bytes, see magics
	headWord     = 8   // 8: valid length << 32 | slots predicted since
	headNumber   = 16  // 4: 1 for the stream's first segment
	headCapacity = 20  // 4: room for data
	headBase     = 24  // 8: position of the first data byte in the stream
	headIdentity = 32  // 8: xxhash64 of header.cbor
	headLoop     = 40  // 8: Predictor.Loop    } the state before the
	headOffset   = 48  // 8: Predictor.Offset  } first slot of the
	headFine     = 56  // 8: Predictor.Fine    } segment; zero in
	headStarted  = 64  // 8: Predictor.Started } payload streams
	headDigest   = 72  // 8: Predictor.Digest
	headPayload  = 80  // 8: end of the payload stream
	headSum      = 88  // 8: checksum of bytes 0–7 and 16–87
	headFlags    = 96  // 4: flagSealed, flagStopped, flagClosed
	headNoteLen  = 100 // 4: length of the note
	headSeal     = 104 // 8: checksum of bytes 8–15, 96–103 and 112–231, when sealed
	headNote     = 112 // 120: why the recording stopped
	headBlocks   = 256 // 8 per block: its checksum, 0 for an open block
)

const (
	noteMax  = 120
	blockLen = 4096

	// flagSealed: nothing will be added to this segment.
	flagSealed = 1
	// flagStopped: the recorder gave up here; the note says why.
	flagStopped = 2
	// flagClosed: this is the last segment, and all others are sealed too.
	flagClosed = 4
)

// Capacities of segments.
const (
	capacityMin = 2 * entryMax
	capacityMax = 64 << 20
)

// kind tells the two streams of a loop apart.
type streamKind uint8

const (
	eventStream streamKind = iota
	payloadStream
)

var (
	magics   = [2]string{"jsrrEVT\x01", "jsrrPAY\x01"}
	suffixes = [2]string{".events", ".payload"}
)

// fileName returns the name of a segment's file inside the recording.
func fileName(loopName string, kind streamKind, number int) string {
	return fmt.Sprintf("%s-%06d%s", loopName, number, suffixes[kind])
}

// origin says which segment of which recording a file is.
type origin struct {
	identity uint64 // of the recording: the hash of its header
	kind     streamKind
	number   int
}

// headLen returns the length of the header of a segment.
func headLen(capacity int) int {
	blocks := (capacity + blockLen - 1) / blockLen
	return (headBlocks + 8*blocks + blockLen - 1) / blockLen * blockLen
}

// layout is a segment's bytes: header and data.
type layout struct {
	head []byte
	data []byte
}

// split divides the bytes of a whole segment.
func split(b []byte, capacity int) layout {
	n := headLen(capacity)
	return layout{head: b[:n:n], data: b[n : n+capacity : n+capacity]}
}

func (l *layout) uint64(offset int) uint64       { return binary.LittleEndian.Uint64(l.head[offset:]) }
func (l *layout) setUint64(offset int, v uint64) { binary.LittleEndian.PutUint64(l.head[offset:], v) }
func (l *layout) uint32(offset int) uint32       { return binary.LittleEndian.Uint32(l.head[offset:]) }
func (l *layout) setUint32(offset int, v uint32) { binary.LittleEndian.PutUint32(l.head[offset:], v) }

// headChecksum is what stands in headSum.
func (l *layout) headChecksum() uint64 {
	var d xxhash.Digest
	d.Reset()
	d.Write(l.head[headMagic:headWord])
	d.Write(l.head[headNumber:headSum])
	return d.Sum64()
}

// sealChecksum is what stands in headSeal under the given flags.
func (l *layout) sealChecksum(flags uint32) uint64 {
	var b [16 + noteMax]byte
	copy(b[:8], l.head[headWord:headNumber])
	binary.LittleEndian.PutUint32(b[8:], flags)
	copy(b[12:16], l.head[headNoteLen:headSeal])
	copy(b[16:], l.head[headNote:headNote+noteMax])
	return xxhash.Sum64(b[:])
}

// blockChecksum returns the checksum of block i; it is never 0. A block at
// the end of the data may be shorter.
func (l *layout) blockChecksum(i int) uint64 {
	begin := i * blockLen
	sum := xxhash.Sum64(l.data[begin:min(begin+blockLen, len(l.data))])
	if sum == 0 {
		return 1
	}
	return sum
}

// sealBlocks writes the checksums of blocks from to to-1.
func (l *layout) sealBlocks(from, to int) {
	for i := from; i < to; i++ {
		l.setUint64(headBlocks+8*i, l.blockChecksum(i))
	}
}

// begin writes the header of a fresh segment, its checksum last: without it the
// segment counts as not begun. state is nil in payload streams.
func (l *layout) begin(origin origin, base uint64, state *Predictor, payloadEnd uint64) {
	copy(l.head[headMagic:], magics[origin.kind])
	l.setUint32(headNumber, uint32(origin.number))
	l.setUint32(headCapacity, uint32(len(l.data)))
	l.setUint64(headBase, base)
	l.setUint64(headIdentity, origin.identity)
	if state != nil {
		l.setUint64(headLoop, uint64(state.Loop))
		l.setUint64(headOffset, uint64(state.Offset))
		l.setUint64(headFine, uint64(state.Fine))
		l.setUint64(headStarted, state.Started)
		l.setUint64(headDigest, state.Digest)
		l.setUint64(headPayload, payloadEnd)
	}
	l.setUint64(headSum, l.headChecksum())
}

// seal marks the segment as finished. word is its last one. The flags come
// last: a process that is killed before leaves an open segment.
func (l *layout) seal(word uint64, flags uint32) {
	n := int(word >> 32)
	l.sealBlocks(n/blockLen, (n+blockLen-1)/blockLen)
	l.setUint64(headWord, word)
	l.setUint64(headSeal, l.sealChecksum(flags))
	l.setUint32(headFlags, flags)
}

// note leaves a reason in the header.
func (l *layout) note(reason string) {
	n := copy(l.head[headNote:headNote+noteMax], reason)
	l.setUint32(headNoteLen, uint32(n))
}
