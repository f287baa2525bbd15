// Package ahead computes values before somebody asks for them, on processors
// that have nothing else to do.
//
//	var queue ahead.Queue
//	program := ahead.Start(&queue, func() *goja.Program { return compile(source) })
//	…
//	use(program.Get())
//
// A computation must be pure: whether and when it runs ahead can be seen in
// nothing but the time that Get takes.
package ahead

import (
	"runtime"
	"sync"
)

// Value is the result of a computation.
type Value[T any] struct{ get func() T }

// Get returns the value. It computes it when nobody has begun to, and waits when
// somebody has.
func (v *Value[T]) Get() T { return v.get() }

// Queue holds computations that wait for a processor. Each queue has its own
// workers. The zero value is ready to use.
type Queue struct {
	// LastFirst begins with what was queued last: the right order when the
	// values are asked for from the first on while the queue works.
	LastFirst bool

	mu      sync.Mutex
	waiting []func()
	workers int
}

// Start lets f be computed ahead. A panic of f is Get's.
func Start[T any](q *Queue, f func() T) *Value[T] {
	v := &Value[T]{sync.OnceValue(f)}
	q.add(func() {
		defer func() { _ = recover() }() // Get panics with it again
		v.get()
	})
	return v
}

// add queues a task, and starts a worker unless there are enough.
func (q *Queue) add(task func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.waiting = append(q.waiting, task)
	if q.workers < runtime.GOMAXPROCS(0)-1 {
		q.workers++
		go q.work()
	}
}

// work runs tasks until there is none.
func (q *Queue) work() {
	for task := q.take(); task != nil; task = q.take() {
		task()
	}
}

// take removes the next task; nil, and one worker less, when there is none.
func (q *Queue) take() (task func()) {
	q.mu.Lock()
	defer q.mu.Unlock()
	n := len(q.waiting)
	switch {
	case n == 0:
		q.workers--
	case q.LastFirst:
		task, q.waiting[n-1] = q.waiting[n-1], nil
		q.waiting = q.waiting[:n-1]
	default:
		task, q.waiting[0] = q.waiting[0], nil
		q.waiting = q.waiting[1:]
	}
	return task
}
