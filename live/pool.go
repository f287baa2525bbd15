package live

import (
	"strconv"
	"sync"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// pool runs jobs on a fixed number of goroutines, first in, first out, as
// libuv does with its threads: what a program asks first is begun first, and
// races between its requests look as they do in Node.
//
// A job may block for as long as it likes (a FIFO that nobody writes to). When
// jobs wait and none was done for a while, one goroutine more takes them.
type pool struct {
	size int

	mu      sync.Mutex // guards what follows
	work    sync.Cond  // signals a new job, or the end
	jobs    []func()
	head    int // of jobs
	workers int
	idle    int
	done    uint64 // jobs done
	watched bool   // a check for blocked workers is due
	closed  bool
}

// poolSizeDefault and poolSizeMax are libuv's.
const (
	poolSizeDefault = 4
	poolSizeMax     = 1024
)

// blockedAfter is how long no job may be done, while some wait, until the
// workers count as blocked.
const blockedAfter = 20 * time.Millisecond

// poolSize reads UV_THREADPOOL_SIZE.
func poolSize(env environment) int {
	value, ok := env.values["UV_THREADPOOL_SIZE"]
	if !ok {
		return poolSizeDefault
	}
	n, err := strconv.Atoi(value)
	if err != nil {
		n = 0 // C's atoi
	}
	return min(max(n, 1), poolSizeMax)
}

func newPool(size int) *pool {
	p := &pool{size: size}
	p.work.L = &p.mu
	return p
}

// submit queues a job.
func (p *pool) submit(job func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.jobs = append(p.jobs, job)
	switch {
	case p.idle > 0:
		p.work.Signal()
	case p.workers < p.size:
		p.start()
	case !p.watched:
		p.watch()
	}
}

// start begins one more worker. The mutex is held.
func (p *pool) start() {
	p.workers++
	go p.run()
}

// run is a worker: it takes jobs until the pool is closed, or, when it was
// started in place of a blocked one, until that is back.
func (p *pool) run() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.workers <= p.size || p.waiting() > 0 {
		for p.waiting() == 0 && !p.closed {
			p.idle++
			p.work.Wait()
			p.idle--
		}
		if p.closed {
			break
		}
		job := p.take()
		p.mu.Unlock()
		job()
		p.mu.Lock()
		p.done++
	}
	p.workers--
}

func (p *pool) waiting() int { return len(p.jobs) - p.head }

// take removes the first job.
func (p *pool) take() func() {
	job := p.jobs[p.head]
	p.jobs[p.head] = nil
	if p.head++; p.head == len(p.jobs) {
		p.jobs, p.head = p.jobs[:0], 0
	} else if p.head >= 1024 && p.head*2 >= len(p.jobs) {
		n := copy(p.jobs, p.jobs[p.head:])
		clear(p.jobs[n:])
		p.jobs, p.head = p.jobs[:n], 0
	}
	return job
}

// watch looks after a while whether the workers are blocked. The mutex is held.
func (p *pool) watch() {
	p.watched = true
	done := p.done
	time.AfterFunc(blockedAfter, func() {
		p.mu.Lock()
		defer p.mu.Unlock()
		p.watched = false
		if p.closed || p.waiting() == 0 {
			return
		}
		if p.done == done && p.idle == 0 {
			p.start()
		}
		p.watch()
	})
}

// close ends the workers that are idle; those at work end after their job.
func (p *pool) close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.closed = true
	p.jobs, p.head = nil, 0
	p.work.Broadcast()
}

// mayBlock says whether a request may wait for somebody outside: it reads from
// a terminal, a pipe or standard input.
func (w *World) mayBlock(r loop.Request) bool {
	if r.Kind != loop.KindFSRead {
		return false
	}
	args := loop.Decode(r.Args)
	f, err := w.fds.get(args.Int())
	return err == nil && f.blocks
}
