package heapsnap

import "sync"

// roomDefault is how many bytes may wait for the store.
const roomDefault = 64 << 20

// shelf is where snapshots wait for the store. The oldest ones make room for a newer
// one, so that a slow disk costs snapshots and not memory.
type shelf struct {
	*sync.Mutex
	changed *sync.Cond
	store   Store
	waiting []delivery // oldest first
	bytes   int        // in waiting
	room    int        // for bytes; one snapshot may wait in any case
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

func (d *delivery) bytes() (n int) {
	for _, piece := range d.snapshot.Heap {
		n += len(piece)
	}
	return n
}

func newShelf(store Store, room int) shelf {
	mutex := &sync.Mutex{}
	return shelf{Mutex: mutex, changed: sync.NewCond(mutex), store: store, room: room, ended: make(chan struct{})}
}

// put leaves something for the store. The goroutine that takes it is started when
// there is something for the first time.
func (s *shelf) put(d delivery) {
	s.Lock()
	defer s.Unlock()
	s.bytes += d.bytes()
	for s.bytes > s.room && len(s.waiting) > 0 {
		if s.waiting[0].err == nil {
			s.dropped++
		}
		s.take()
	}
	d.snapshot.Stats.Unwanted = s.dropped
	s.waiting = append(s.waiting, d)
	if !s.running {
		s.running = true
		go s.run()
	}
	s.changed.Signal()
}

// take removes the first that waits. s is locked.
func (s *shelf) take() delivery {
	d := s.waiting[0]
	s.waiting[0] = delivery{}
	s.waiting = s.waiting[1:]
	s.bytes -= d.bytes()
	return d
}

// next waits for something to store; false when nothing comes any more.
func (s *shelf) next() (d delivery, ok bool) {
	s.Lock()
	defer s.Unlock()
	for len(s.waiting) == 0 {
		if s.closed {
			return d, false
		}
		s.changed.Wait()
	}
	return s.take(), true
}

func (s *shelf) run() {
	defer close(s.ended)
	for {
		switch d, ok := s.next(); {
		case !ok:
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
