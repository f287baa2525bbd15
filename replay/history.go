package replay

import "github.com/jsrr/jsrr/loop"

const (
	// historyLen is how many turns a divergence shows.
	historyLen = 10
	// ringLen is how many are remembered; a power of two.
	ringLen = 16
)

// history remembers the last turns.
type history struct {
	ring  [ringLen]loop.Turn
	begun uint64
	first uint64 // number of the first turn
}

func (h *history) begin(t *loop.Turn) {
	h.ring[h.begun%ringLen] = *t
	h.begun++
}

// current returns the turn that runs.
func (h *history) current() loop.Turn {
	if h.begun == 0 {
		return loop.Turn{Number: max(h.first, 1) - 1}
	}
	return h.ring[(h.begun-1)%ringLen]
}

// before returns the turns before the current one, the newest last.
func (h *history) before() []loop.Turn {
	if h.begun == 0 {
		return nil
	}
	done := h.begun - 1
	n := min(done, historyLen)
	turns := make([]loop.Turn, 0, n)
	for i := done - n; i < done; i++ {
		turns = append(turns, h.ring[i%ringLen])
	}
	return turns
}
