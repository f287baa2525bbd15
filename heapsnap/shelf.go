package heapsnap

import "sync"

// shelf is where snapshots wait for the store. There is room for one: a newer one
// takes its place, so that a slow disk costs snapshots and not memory.
type shelf struct {
	*sync.Mutex
	changed *sync.Cond
	store   Store
	waiting *delivery
	dropped int
	running bool
	closed  bool
	ended   chan struct{}
}

// delivery is a snapshot, or why there is none.
type delivery struct {
	snapshot Snapshot
	err      error
}

func newShelf(store Store) shelf {
	mutex := &sync.Mutex{}
	return shelf{Mutex: mutex, changed: sync.NewCond(mutex), store: store, ended: make(chan struct{})}
}

// put leaves something for the store. The goroutine that takes it is started when
// there is something for the first time.
func (s *shelf) put(d delivery) {
	s.Lock()
	defer s.Unlock()
	if s.waiting != nil && s.waiting.err == nil {
		s.dropped++
	}
	d.snapshot.Stats.Unwanted = s.dropped
	s.waiting = &d
	if !s.running {
		s.running = true
		go s.run()
	}
	s.changed.Signal()
}

func (s *shelf) run() {
	defer close(s.ended)
	for {
		s.Lock()
		for s.waiting == nil && !s.closed {
			s.changed.Wait()
		}
		d := s.waiting
		s.waiting = nil
		s.Unlock()
		switch {
		case d == nil:
			return
		case d.err != nil:
			s.store.Failed(d.snapshot.Turn, d.err)
		default:
			s.store.Keep(d.snapshot)
		}
	}
}

// close returns when the store has everything.
func (s *shelf) close() {
	s.Lock()
	s.closed = true
	s.changed.Signal()
	running := s.running
	s.Unlock()
	if running {
		<-s.ended
	}
}
