package live

import (
	"sync"

	"github.com/jsrr/jsrr/loop"
)

// queue hands completions from goroutines to the loop. They get their order
// when the loop takes them.
type queue struct {
	mu      sync.Mutex
	waiting []loop.Completion
	ready   chan struct{} // holds a token while something may be waiting
}

func (q *queue) init() { q.ready = make(chan struct{}, 1) }

func (q *queue) put(c loop.Completion) {
	q.mu.Lock()
	q.waiting = append(q.waiting, c)
	q.mu.Unlock()
	q.wake()
}

func (q *queue) wake() {
	select {
	case q.ready <- struct{}{}:
	default:
	}
}

// take returns all that is waiting; spare is an empty slice to be used for the
// next ones.
func (q *queue) take(spare []loop.Completion) []loop.Completion {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.waiting) == 0 {
		return nil
	}
	batch := q.waiting
	q.waiting = spare[:0:0]
	select {
	case <-q.ready:
	default:
	}
	return batch
}
