package engine

import (
	"unsafe"

	"github.com/dop251/goja"
)

// Jobs is the queue of promise jobs (microtasks) of a runtime, first in, first
// out.
//
// goja empties the queue by itself whenever the outermost call from Go into
// JavaScript returns. A host that runs inside such a call keeps it from doing
// so, and runs the jobs itself at the moments it chooses.
type Jobs struct {
	queue   *[]func()
	running *func() // the job that runs
}

// JobQueue returns the job queue of rt. It panics when Check fails.
func JobQueue(rt *goja.Runtime) Jobs {
	mustKnowLayout()
	return Jobs{at[[]func()](unsafe.Pointer(rt), offsets.runtimeJobQueue), new(func())}
}

// Len returns the number of jobs waiting.
func (j Jobs) Len() int { return len(*j.queue) }

// Add puts a job at the end of the queue.
func (j Jobs) Add(job func()) { *j.queue = append(*j.queue, job) }

// Take removes all jobs and returns them.
func (j Jobs) Take() []func() {
	jobs := *j.queue
	*j.queue = nil
	return jobs
}

// RunNext removes the first job and runs it. The queue must not be empty. An
// uncatchable error (an interrupt) passes through it as a panic.
func (j Jobs) RunNext() {
	queue := *j.queue
	job := queue[0]
	queue[0] = nil
	if len(queue) == 1 {
		*j.queue = queue[:0]
	} else {
		*j.queue = queue[1:]
	}
	*j.running = job
	job()
}

// Done says that no job runs any more.
func (j Jobs) Done() { *j.running = nil }

// RunLast removes the job that was queued last and runs it. The queue must not
// be empty.
func (j Jobs) RunLast() {
	queue := *j.queue
	last := len(queue) - 1
	job := queue[last]
	queue[last] = nil
	*j.queue = queue[:last]
	job()
}

func mustKnowLayout() {
	if err := Check(); err != nil {
		panic(err)
	}
}
