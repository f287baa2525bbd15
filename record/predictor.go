package record

import (
	"encoding/binary"
	"math/bits"

	"github.com/cespare/xxhash/v2"

	"github.com/jsrr/jsrr/loop"
)

// Predictor expects the outcome of every slot. The recorder and the replayer
// drive it with the same calls in the same order, so that an outcome which
// came as expected need not be written down.
//
// Each method stands for one slot: it folds the request into Digest and
// returns the expected outcome. When the outcome was another, Adjust follows.
type Predictor struct {
	// Loop is the loop clock as last known, in milliseconds.
	Loop int64
	// Offset is the wall clock minus the loop clock, in milliseconds.
	Offset int64
	// Fine is the fine clock as last read, in nanoseconds.
	Fine int64
	// Started counts the ops started.
	Started uint64
	// Digest is a running hash of all requests.
	Digest uint64
}

// The words that tell slots apart in the digest.
const (
	slotClock = iota + 1
	slotNext
	slotStart
	slotAsk
	slotEmit
	slotTurn
)

const (
	digestFactor = 0x9e3779b97f4a7c15 // odd; 2^64 divided by the golden ratio
	nsPerMs      = 1_000_000
)

func fold(digest, word uint64) uint64 {
	return bits.RotateLeft64(digest^word, 27) * digestFactor
}

// Check is the byte of the digest that entries carry. A difference anywhere
// before it has reached the digest's high bits.
func (p *Predictor) Check() byte { return byte(p.Digest >> 56) }

// Clock expects the last known time.
func (p *Predictor) Clock(c loop.Clock) int64 {
	p.Digest = fold(p.Digest, uint64(c)<<8|slotClock)
	switch c {
	case loop.ClockLoop:
		return p.Loop
	case loop.ClockWall:
		return p.Loop + p.Offset
	}
	// The fine clock is never behind the loop clock.
	p.Fine = max(p.Fine, p.Loop*nsPerMs)
	return p.Fine
}

// Next expects no completion, and that a wait took exactly as long as was
// asked for.
func (p *Predictor) Next(until int64) {
	p.Digest = fold(p.Digest, uint64(until)<<8|slotNext)
}

// Waited is the second half of Next when no completion came.
func (p *Predictor) Waited(until int64) {
	if until > p.Loop && until != loop.Forever {
		p.Loop = until
	}
}

// Start has no outcome.
func (p *Predictor) Start(op loop.OpID, kind loop.Kind, args []byte) {
	p.Started++
	digest := fold(p.Digest, op.Turn<<32|uint64(op.Ordinal))
	p.Digest = foldRequest(digest, uint64(kind)<<8|slotStart, args)
}

// Ask expects nothing: every reply is written down.
func (p *Predictor) Ask(kind loop.Kind, args []byte) {
	p.Digest = foldRequest(p.Digest, uint64(kind)<<8|slotAsk, args)
}

// Turn expects that a turn begins; it always does.
func (p *Predictor) Turn(number uint64) {
	p.Digest = fold(p.Digest, number<<8|slotTurn)
}

// foldRequest folds a request: its kind and length, then its arguments. Long
// ones are folded as their xxhash, others by words of 8 bytes; the last word
// is the last 8 bytes, which may overlap the word before, and fewer than 8
// bytes are filled up with zeros.
func foldRequest(digest, kind uint64, args []byte) uint64 {
	n := len(args)
	digest = fold(digest, uint64(n)<<32|kind)
	switch {
	case n > foldMax:
		return fold(digest, xxhash.Sum64(args))
	case n >= 8:
		for b := args; len(b) > 8; b = b[8:] {
			digest = fold(digest, binary.LittleEndian.Uint64(b))
		}
		return fold(digest, binary.LittleEndian.Uint64(args[n-8:]))
	case n > 0:
		var word [8]byte
		copy(word[:], args)
		return fold(digest, binary.LittleEndian.Uint64(word[:]))
	}
	return digest
}

// foldMax is the length up to which bytes are folded as they are.
const foldMax = 64

// Emit expects nothing: console output is kept in full.
func (p *Predictor) Emit(e loop.Effect) {
	p.Digest = fold(p.Digest, uint64(len(e.Data))<<16|uint64(e.FD)<<8|slotEmit)
}

// correct returns the tag and value of the entry for a clock that did not
// read as expected.
func (p *Predictor) correct(c loop.Clock, expected, got int64) (Tag, int64) {
	difference := got - expected
	switch {
	case c == loop.ClockFine:
		return TagFine, difference
	case c == loop.ClockWall && (difference < 0 || difference > wallStepMs):
		return TagWall, difference
	case difference > 0 && difference <= tickMax:
		return TagTick + Tag(difference-1), 0
	}
	return TagClock, difference
}

// wallStepMs is the largest step of the wall clock that is taken for the
// passing of time. A larger one is taken for a clock that was set; both are
// recorded exactly, only their cost differs.
const wallStepMs = 60_000

// Adjust takes the outcome of a clock entry into account.
func (p *Predictor) Adjust(tag Tag, value int64) {
	switch {
	case tag < TagClock:
		p.Loop += int64(tag-TagTick) + 1
	case tag == TagClock:
		p.Loop += value
	case tag == TagWall:
		p.Offset += value
	case tag == TagFine:
		p.Fine += value
		p.Loop = max(p.Loop, p.Fine/nsPerMs)
	}
}

// Reading returns what clock c reads after Adjust.
func (p *Predictor) Reading(c loop.Clock) int64 {
	switch c {
	case loop.ClockLoop:
		return p.Loop
	case loop.ClockWall:
		return p.Loop + p.Offset
	}
	return p.Fine
}
