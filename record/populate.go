package record

// The pages of a mapping are made present shortly before the loop stores to
// them, by the supply's goroutine: a fault at a store takes some microseconds.
// A page that is never used cost as much for nothing, so that the steps are
// small against what the stream holds already.
const (
	stepMin = 16 << 10
	stepMax = 1 << 20
	// stepShare is the part of a stream that a step is.
	stepShare = 16
	// populatePiece is what is made present by one call. The process can map
	// no memory meanwhile.
	populatePiece = 64 << 10
	// stepsFirst is how much of a stream's first segment is read in page by
	// page when it is touched. Around the first bytes of a program that does
	// little, the system would make 128 KiB present.
	stepsFirst = 64 << 10
)

// part is a part of a segment's bytes.
type part struct {
	segment  *segment
	from, to int
}

// ahead prepares for what comes after the first n bytes of a segment's data,
// in a stream that holds position bytes. It returns the length at which to call
// it again.
func (s *supply) ahead(seg *segment, n int, position uint64) int {
	again, half := s.near(seg, n, position), len(seg.data)/2
	if n < half {
		return min(again, half)
	}
	s.want(seg.origin.kind)
	return again
}

// near has the bytes made present that come after the first n of the data, in
// a stream that holds position bytes: at least one step and at most two. It
// returns the length at which less than a step is left.
func (s *supply) near(seg *segment, n int, position uint64) int {
	at, step := len(seg.head)+n, step(position)
	if from := max(seg.present, at); from < min(at+step, len(seg.bytes)) {
		s.begin()
		to := min(from+step, len(seg.bytes))
		select {
		case s.nearing <- part{seg, from, to}:
			seg.present = to
		default: // too far behind to be of help with these
		}
	}
	return max(n+blockLen, seg.present-step-len(seg.head))
}

// step is how much is made present at a time.
func step(position uint64) int {
	return int(min(max(position/stepShare, stepMin), stepMax))
}

// populate makes bytes from to to-1 present, unless they are not mapped
// (any more).
func (s *segment) populate(from, to int) {
	for ; from < to; from += populatePiece {
		s.mapped.Lock()
		if !s.ended && s.file == nil {
			populate(s.bytes, from, min(from+populatePiece, to))
		}
		s.mapped.Unlock()
	}
}
