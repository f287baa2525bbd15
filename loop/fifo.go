package loop

// fifo is a queue, first in, first out.
type fifo[T any] struct {
	items []T
	head  int // of what was taken out
}

func (q *fifo[T]) len() int { return len(q.items) - q.head }

func (q *fifo[T]) push(item T) { q.items = append(q.items, item) }

// waiting returns what is in the queue.
func (q *fifo[T]) waiting() []T { return q.items[q.head:] }

// pop takes out what was pushed first. The queue must not be empty.
func (q *fifo[T]) pop() T {
	item := q.items[q.head]
	q.items[q.head] = *new(T)
	if q.head++; q.head*2 >= len(q.items) {
		q.shrink()
	}
	return item
}

// shrink gives back the room of what was taken out, when that is all, or much: a
// chain that never ends must not keep what it left behind.
//
//go:noinline
func (q *fifo[T]) shrink() {
	if q.head == len(q.items) {
		q.items, q.head = q.items[:0], 0
	} else if q.head >= 1024 {
		n := copy(q.items, q.items[q.head:])
		clear(q.items[n:])
		q.items, q.head = q.items[:n], 0
	}
}
