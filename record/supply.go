package record

import (
	"os"
	"path/filepath"
	"sync"
)

// segment is a file of a stream that is being written.
type segment struct {
	layout
	storage
	origin origin
	path   string
	// present is how many of its bytes are present in memory, or will soon be.
	present int

	mapped sync.Mutex // held while the storage ends, or a part is made present
	ended  bool
}

// supply makes the segments of one loop. A goroutine prepares the next one
// while the current is being filled, and unmaps those that are done.
type supply struct {
	dir      string
	loopName string
	identity uint64
	make     allocator
	sizes    [2]sizes

	serving bool // the goroutine runs; short programs never need it
	wanted  chan streamKind
	nearing chan part
	retired chan *segment
	done    chan struct{}

	keeper keeper

	mu     sync.Mutex // guards what follows; held while a segment is made
	ready  [2]*segment
	number [2]int // of the segment made last
	failed error
}

// sizes are the capacities of a stream's segments: each is twice the one
// before, until the limit.
type sizes struct{ first, last int }

func (s sizes) of(number int) int {
	size := s.first
	for i := 1; i < number && size < s.last; i++ {
		size *= 2
	}
	return min(size, s.last)
}

func newSupply(o *Options, identity uint64) *supply {
	return &supply{
		dir: o.Dir, loopName: o.Name, identity: identity, make: o.allocate,
		sizes:   [2]sizes{o.Keep.limit(o.sizes[eventStream]), o.Keep.limit(o.sizes[payloadStream])},
		keeper:  keeper{keep: o.Keep, removed: o.removed},
		wanted:  make(chan streamKind, 2),
		nearing: make(chan part, 4),
		retired: make(chan *segment, 16),
		done:    make(chan struct{}),
	}
}

// begin starts the goroutine, if it does not run yet.
func (s *supply) begin() {
	if !s.serving {
		s.serving = true
		go s.serve()
	}
}

// serve is the goroutine.
func (s *supply) serve() {
	defer close(s.done)
	for {
		select {
		case kind, open := <-s.wanted:
			if !open {
				s.drain()
				return
			}
			s.prepare(kind)
			s.keeper.grown(s)
		case p := <-s.nearing:
			p.segment.populate(p.from, p.to)
		case old := <-s.retired:
			s.finish(old)
		}
	}
}

// prepare makes the next segment of a stream ahead of time. An error shows
// when the segment is taken.
func (s *supply) prepare(kind streamKind) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ready[kind] != nil {
		return
	}
	if seg, err := s.create(kind); err == nil {
		seg.present = min(len(seg.head)+stepMin, len(seg.bytes))
		seg.populate(0, seg.present)
		s.ready[kind] = seg
	}
}

func (s *supply) drain() {
	for {
		select {
		case old := <-s.retired:
			s.finish(old)
		default:
			return
		}
	}
}

// create makes the next segment of a stream. s.mu is held.
func (s *supply) create(kind streamKind) (*segment, error) {
	if s.failed != nil {
		return nil, s.failed
	}
	number := s.number[kind] + 1
	capacity := s.sizes[kind].of(number)
	path := filepath.Join(s.dir, fileName(s.loopName, kind, number))
	stored, err := s.make(path, headLen(capacity)+capacity)
	if err != nil {
		s.failed = err
		return nil, err
	}
	s.number[kind] = number
	seg := &segment{layout: split(stored.bytes, capacity), storage: stored, origin: origin{s.identity, kind, number}, path: path}
	if number == 1 && seg.file == nil {
		touchedBySteps(seg.bytes, len(seg.head)+stepsFirst)
	}
	return seg, nil
}

// size returns the bytes that the files of a stream take from a segment on, the
// one that will be made next included.
func (s *supply) size(kind streamKind, number int) (size int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for ; number <= s.number[kind]+1; number++ {
		capacity := s.sizes[kind].of(number)
		size += int64(headLen(capacity) + capacity)
	}
	return size
}

// want asks for the next segment of a stream ahead of time.
func (s *supply) want(kind streamKind) {
	s.begin()
	select {
	case s.wanted <- kind:
	default: // asked for already
	}
}

// take returns the next segment of a stream. It makes it on the spot when a
// single turn filled the last one faster than the goroutine could.
func (s *supply) take(kind streamKind) (*segment, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if seg := s.ready[kind]; seg != nil {
		s.ready[kind] = nil
		return seg, nil
	}
	return s.create(kind)
}

// retire hands a sealed segment over to be unmapped.
func (s *supply) retire(seg *segment) {
	s.begin()
	select {
	case s.retired <- seg:
	default:
		s.finish(seg)
	}
}

// finish writes out a sealed segment and ends its storage.
func (s *supply) finish(seg *segment) {
	seg.mapped.Lock()
	defer seg.mapped.Unlock()
	// An error here is found by the reader, which checks every block.
	_ = seg.flush(len(seg.data))
	seg.release()
	seg.ended = true
}

// close ends the goroutine and removes segments that were never begun.
func (s *supply) close() {
	close(s.wanted)
	if s.serving {
		<-s.done
	}
	for _, seg := range s.ready {
		if seg != nil {
			seg.release()
			_ = os.Remove(seg.path)
		}
	}
}
