package record

import (
	"encoding/binary"
	"fmt"

	"github.com/jsrr/jsrr/loop"
)

// entry begins an entry behind the valid ones: the count of predicted slots
// and the tag. What it returns has room for entryMax bytes; commit makes the
// entry valid.
func (t *Tape) entry(tag Tag) []byte {
	n := int(t.word >> 32)
	b := t.data[n : n : n+entryMax]
	if hits := uint32(t.word); hits < 0x80 {
		return append(b, byte(hits), byte(tag))
	}
	b = binary.AppendUvarint(b, t.word&0xffffffff)
	return append(b, byte(tag))
}

// commit makes entry b and the payload before it valid.
func (t *Tape) commit(b []byte) {
	n := int(t.word >> 32)
	end := n + len(b)
	if n/blockLen != end/blockLen {
		t.segment.sealBlocks(n/blockLen, end/blockLen)
	}
	t.word = uint64(end) << 32
	storeWord(t.committed, t.word)
	if end >= t.aheadAt {
		t.makeRoom(end)
	}
}

// storeWord stores a segment's word by one aligned instruction, so that there
// is no instant at which a kill could split it. Inlined into a place that
// knows half of the word, it would become several.
//
//go:noinline
func storeWord(committed *[8]byte, word uint64) {
	binary.LittleEndian.PutUint64(committed[:], word)
}

// makeRoom sees to it that the next entry has room.
func (t *Tape) makeRoom(n int) {
	if full := len(t.data) - entryMax + 1; n < full {
		t.aheadAt = min(t.supply.ahead(t.segment, n, t.base+uint64(n)), full)
		return
	}
	if err := t.rollEvents(); err != nil {
		t.stop(err)
	}
}

// rollEvents begins the next events segment. No slot was predicted since the
// last entry, so that the predictor's state is that before the first slot.
func (t *Tape) rollEvents() error {
	next, err := t.supply.take(eventStream)
	if err != nil {
		return err
	}
	used := t.word >> 32
	next.begin(next.origin, t.base+used, &t.predictor, t.payload.end)
	if old := t.segment; old != nil {
		old.seal(t.word, flagSealed)
		if err := t.flush(); err != nil {
			return err
		}
		t.supply.retire(old)
	}
	t.segment, t.data, t.base = next, next.data, t.base+used
	t.buffered = next.file != nil
	t.aheadAt = min(blockLen, len(next.data)/2)
	t.word = 0
	t.committed = (*[8]byte)(next.head[headWord:])
	return nil
}

// stop gives up recording for good.
func (t *Tape) stop(cause error) {
	t.segment.note(cause.Error())
	t.payload.seal()
	t.segment.seal(t.word, flagSealed|flagClosed|flagStopped)
	t.finishFiles()
	t.stopped, t.payload.blockEnd = true, 0
	t.committed = new([8]byte)
	t.warn(fmt.Errorf("%w: %w", ErrStopped, cause))
}

// pause writes an entry only to carry a full count.
func (t *Tape) pause() {
	if t.stopped {
		t.word = 0
		return
	}
	t.commit(t.entry(TagPause))
}

func (t *Tape) clockEntry(c loop.Clock, expected, got int64) {
	tag, value := t.predictor.correct(c, expected, got)
	t.predictor.Adjust(tag, value)
	if t.stopped {
		return
	}
	b := t.entry(tag)
	if tag >= TagClock {
		b = binary.AppendVarint(b, value)
	}
	t.commit(b)
}

func (t *Tape) completionEntry(op uint64, more bool, errno int32, data []byte) {
	payload, ok := t.reply(data)
	if !ok {
		return
	}
	tag := TagCompletion | Tag(payload.Form)<<formShift
	if more {
		tag |= bitMore
	}
	if errno != 0 {
		tag |= bitErrno
	}
	distance := t.predictor.Started - op
	if distance != 0 {
		tag |= bitDistance
	}
	b := t.entry(tag)
	if distance != 0 {
		b = binary.AppendUvarint(b, distance)
	}
	t.commit(t.replyFields(b, errno, payload))
}

func (t *Tape) askEntry(r loop.Request, reply loop.Reply) {
	if t.stopped {
		return
	}
	data := reply.Data
	switch r.Kind {
	case loop.KindEnvGet:
		data = t.environment(r, reply)
	case loop.KindModuleSource:
		t.sourceEntry(r, reply)
	}
	payload, ok := t.reply(data)
	if !ok {
		return
	}
	tag := TagAsk | Tag(payload.Form)<<formShift
	if reply.Errno != 0 {
		tag |= bitErrno
	}
	b := t.entry(tag)
	if r.Kind < kindEscape {
		b = append(b, byte(r.Kind))
	} else {
		b = binary.AppendUvarint(append(b, kindEscape), uint64(r.Kind))
	}
	t.commit(t.replyFields(b, reply.Errno, payload))
}

// replyFields appends what completions and asks have in common.
func (t *Tape) replyFields(b []byte, errno int32, p Payload) []byte {
	b = append(b, t.predictor.Check())
	if errno != 0 {
		b = binary.AppendVarint(b, int64(errno))
	}
	if p.Form == FormNone {
		return b
	}
	b = binary.AppendUvarint(b, p.Length)
	if p.Form == FormReference {
		b = binary.AppendUvarint(b, p.Offset)
	}
	return b
}

func (t *Tape) emitEntry(e loop.Effect) {
	data := t.redactor.apply(e.Data)
	if t.store(data) {
		t.streams[e.FD%streamsLen].Advance(data)
		t.commit(binary.AppendUvarint(t.entry(TagEmit|Tag(e.FD%streamsLen)), uint64(len(data))))
	}
}

func (t *Tape) endEntry(end loop.End) {
	if t.stopped {
		return
	}
	b := binary.AppendVarint(t.entry(TagEnd), int64(end.Code))
	b = binary.AppendUvarint(b, end.Turns)
	b = binary.LittleEndian.AppendUint64(b, t.predictor.Digest)
	cut := end.Cut[:min(len(end.Cut), cutMax)]
	b = binary.AppendUvarint(b, uint64(len(cut)))
	t.commit(append(b, cut...))
}
