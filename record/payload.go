package record

import (
	"bytes"

	"github.com/cespare/xxhash/v2"
)

// payloadWriter is the payload stream of a loop that is being recorded.
type payloadWriter struct {
	segment *segment
	data    []byte // of segment
	n       int    // bytes used in data
	// blockEnd is where the block that is being filled ends; 0 when nothing
	// is recorded any more.
	blockEnd int
	end      uint64 // position in the stream
	aheadAt  int    // length at which to prepare for what comes next
	// window are the last segments, oldest first; the current one is the
	// last. They stay mapped, so that equal payloads can be compared.
	window []*segment
	seen   []seenPayload
}

// windowLen is how many payload segments stay mapped.
const windowLen = 3

// Payloads that are stored once.
const (
	equalMin = 256  // shorter ones are stored again
	seenLen  = 4096 // payloads remembered; a power of two
)

// seenPayload remembers where a payload lies. hash is that of its sample.
type seenPayload struct{ hash, offset, length uint64 }

// reply stores the payload of a reply; false when nothing is recorded any
// more.
func (t *Tape) reply(data []byte) (Payload, bool) {
	if t.stopped {
		return Payload{}, false
	}
	if len(data) == 0 {
		return Payload{}, true
	}
	data = t.redactor.apply(data)
	length := uint64(len(data))
	if len(data) < equalMin {
		return Payload{FormInline, t.payload.end, length}, t.store(data)
	}
	slot := t.payload.slot(data)
	if offset, ok := t.payload.find(slot, data); ok {
		return Payload{FormReference, offset, length}, true
	}
	slot.offset, slot.length = t.payload.end, length
	return Payload{FormInline, t.payload.end, length}, t.store(data)
}

// store appends b to the payload stream; false when nothing is recorded any
// more.
func (t *Tape) store(b []byte) bool {
	p := &t.payload
	if p.n+len(b) >= p.blockEnd {
		return t.storeBlocks(b)
	}
	copy(p.data[p.n:], b)
	p.n += len(b)
	p.end += uint64(len(b))
	return true
}

// storeBlocks is store for bytes that complete a block.
func (t *Tape) storeBlocks(b []byte) bool {
	p := &t.payload
	for !t.stopped {
		n := copy(p.data[p.n:], b)
		p.advance(n)
		if p.n >= p.aheadAt {
			p.aheadAt = t.supply.ahead(p.segment, p.n, p.end)
		}
		if b = b[n:]; len(b) == 0 {
			return true
		}
		if err := p.roll(t.supply); err != nil {
			t.stop(err)
		}
	}
	return false
}

// advance counts n bytes written, and seals the blocks they complete.
func (p *payloadWriter) advance(n int) {
	from := p.n / blockLen
	p.n += n
	p.end += uint64(n)
	to := p.n / blockLen
	if p.n == len(p.data) {
		to = (p.n + blockLen - 1) / blockLen
	}
	p.segment.sealBlocks(from, to)
	p.blockEnd = min((to+1)*blockLen, len(p.data))
}

// roll begins the next payload segment.
func (p *payloadWriter) roll(s *supply) error {
	next, err := s.take(payloadStream)
	if err != nil {
		return err
	}
	next.begin(next.origin, p.end, nil, 0)
	if p.segment != nil {
		p.seal()
		if err := p.segment.flush(p.n); err != nil {
			return err
		}
	}
	p.segment, p.data, p.n = next, next.data, 0
	p.blockEnd = min(blockLen, len(p.data))
	p.aheadAt = min(blockLen, len(p.data)/2)
	if len(p.window) == windowLen {
		s.retire(p.window[0])
		p.window = append(p.window[:0], p.window[1:]...)
	}
	p.window = append(p.window, next)
	return nil
}

func (p *payloadWriter) seal() { p.segment.seal(uint64(p.n)<<32, flagSealed) }

// slot returns the place where a payload equal to data would be remembered,
// with the hash of data's sample in it.
func (p *payloadWriter) slot(data []byte) *seenPayload {
	if p.seen == nil {
		p.seen = make([]seenPayload, seenLen)
	}
	hash := sample(data)
	slot := &p.seen[hash%seenLen]
	if slot.hash != hash {
		*slot = seenPayload{hash: hash}
	}
	return slot
}

// Payloads longer than sampleMin are told apart by sampleParts parts of
// samplePart bytes each. Two that differ elsewhere only take each other's place.
const (
	sampleMin   = 2048
	sampleParts = 8
	samplePart  = 128
)

// sample hashes the length of b and parts of it at equal distances, the first
// and the last bytes among them.
func sample(b []byte) uint64 {
	if len(b) <= sampleMin {
		return xxhash.Sum64(b)
	}
	hash := fold(0, uint64(len(b)))
	for i := range sampleParts {
		at := (len(b) - samplePart) * i / (sampleParts - 1)
		hash = fold(hash, xxhash.Sum64(b[at:at+samplePart]))
	}
	return hash
}

// find returns where bytes equal to data lie, if that is still mapped.
func (p *payloadWriter) find(slot *seenPayload, data []byte) (offset uint64, ok bool) {
	if slot.length != uint64(len(data)) {
		return 0, false
	}
	at := slot.offset
	for _, s := range p.window {
		base := s.uint64(headBase)
		if at < base {
			return 0, false
		}
		if at >= base+uint64(len(s.data)) {
			continue
		}
		part := s.data[at-base:]
		part = part[:min(len(part), len(data))]
		if !bytes.Equal(part, data[:len(part)]) {
			return 0, false
		}
		at += uint64(len(part))
		if data = data[len(part):]; len(data) == 0 {
			return slot.offset, true
		}
	}
	return 0, false
}
