package record

import "os"

// finishFiles writes out and unmaps what is still mapped, and cuts the last
// files to the length in use.
func (t *Tape) finishFiles() {
	last := t.payload.segment
	for _, s := range t.payload.window {
		if s != last {
			t.supply.finish(s)
		}
	}
	finishLast(t.supply, last, t.payload.n)
	finishLast(t.supply, t.segment, int(t.word>>32))
	t.payload.window = nil
}

// finishLast ends a segment whose data is n bytes long.
func finishLast(s *supply, seg *segment, n int) {
	length := int64(len(seg.head) + n)
	s.finish(seg)
	// A file that stays longer than it need be reads the same.
	_ = os.Truncate(seg.path, length)
}

// flushBeforeWait writes out what is new, where segments are not mapped.
func (t *Tape) flushBeforeWait() {
	if t.stopped || t.flushedWord == t.word {
		return
	}
	t.flushedWord = t.word
	if err := t.flush(); err != nil {
		t.stop(err)
	}
}

// flush writes out the current segments, where they are not mapped: payloads
// before the entries that need them.
func (t *Tape) flush() error {
	if err := t.payload.segment.flush(t.payload.n); err != nil {
		return err
	}
	return t.segment.flush(int(t.word >> 32))
}
