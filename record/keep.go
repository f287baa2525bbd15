package record

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
)

// Keep makes a flight recorder of a recording: what lies long enough before its
// end goes. The zero Keep keeps everything.
//
// A recording can be entered at its beginning and at its snapshots only, so that
// nothing goes before there is one. When a snapshot is complete, older ones that
// are not needed go, and with them the segments that lie wholly before the oldest
// one that stays. The beginning stays like a snapshot, as long as it is needed.
// Always, also when the process is killed, the newest complete snapshot is
// there and all that was recorded since.
type Keep struct {
	// LastMs, when positive, is the stretch that stays at least, in milliseconds
	// on the loop's clock, once the program ran that long.
	LastMs int64
	// Bytes, when positive, is what the files of the loop may take on disk. It
	// comes before LastMs. It becomes more when the newest snapshot, all that was
	// recorded since, and the sources alone are more, which stay; by as much as a
	// snapshot is longer than the one before it, while it is written; and for a
	// moment when segments are filled faster than files can be prepared.
	Bytes int64
}

// keepMin is the least that Keep.Bytes may be.
const keepMin = 1_000_000

// keepShare is the part of what is kept by which snapshots are apart at least.
// Those between are not kept: each takes its room from the stretch.
const keepShare = 16

// ErrKeep says that a flight recorder cannot keep so little.
var ErrKeep = errors.New("too little for a flight recorder to keep")

// Check returns an ErrKeep when k means nothing.
func (k Keep) Check() error {
	switch {
	case k.LastMs < 0:
		return fmt.Errorf("%w: %d ms", ErrKeep, k.LastMs)
	case k.Bytes < 0 || k.Bytes > 0 && k.Bytes < keepMin:
		return fmt.Errorf("%w: %d bytes; at least %d", ErrKeep, k.Bytes, keepMin)
	}
	return nil
}

// limit makes segments small against what is kept.
func (k *Keep) limit(s sizes) sizes {
	if k.Bytes > 0 {
		s.last = min(s.last, int(min(k.Bytes, 1<<40)/keepShare)&^(blockLen-1))
		s.first = min(s.first, s.last)
	}
	return s
}

// keptSnapshot is a place where the recording can be entered: a complete
// snapshot, or the beginning, which has no file.
type keptSnapshot struct {
	position Position
	size     int64
}

// beginning is where a recording can be entered as long as nothing has gone.
var beginning = keptSnapshot{position: Position{segment: 1, payload: 1, earliest: 1}}

// keeper deletes what a flight recorder need not keep. Its methods are called
// on goroutines of the recorder.
type keeper struct {
	keep    Keep
	removed func(name string) // for tests

	mu        sync.Mutex
	snapshots []keptSnapshot // oldest first; empty before the first one
	sources   int64          // bytes of files that stay
	// first are the lowest numbers of segments that may be there.
	first [2]int
}

// stays counts bytes of a file that is never deleted.
func (k *keeper) stays(bytes int64) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.sources += bytes
}

// completed takes a snapshot in that is on disk, and deletes what it makes
// needless.
func (k *keeper) completed(s *supply, snapshot keptSnapshot) {
	if k.keep == (Keep{}) {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	if len(k.snapshots) == 0 {
		k.snapshots = append(k.snapshots, beginning)
	}
	k.snapshots = append(k.snapshots, snapshot)
	if n := len(k.snapshots); n > 2 && k.near(&k.snapshots[n-3], &k.snapshots[n-2]) {
		k.remove(s, n-2)
	}
	k.trim(s)
}

// grown deletes what has no room any more, after a segment was made.
func (k *keeper) grown(s *supply) {
	if k.keep.Bytes == 0 {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.trim(s)
}

// near says whether so little lies between two snapshots that the second is
// not worth its room.
func (k *keeper) near(a, b *keptSnapshot) bool {
	between := b.position.LoopMs - a.position.LoopMs
	if k.keep.LastMs > 0 && between >= k.keep.LastMs/keepShare {
		return false
	}
	return k.keep.Bytes == 0 || b.position.Written()-a.position.Written() < uint64(max(k.keep.Bytes/keepShare, b.size))
}

// trim deletes all that only snapshots before the oldest one to be kept need.
// The order is safe at every instant: a snapshot goes before the segments that
// it needs, and a stream loses its oldest segments first; entries go before
// their payloads.
func (k *keeper) trim(s *supply) {
	if len(k.snapshots) == 0 {
		return
	}
	for range k.oldest(s) {
		k.remove(s, 0)
	}
	need := &k.snapshots[0].position
	k.removeSegments(s, eventStream, need.segment)
	k.removeSegments(s, payloadStream, need.earliest)
}

// oldest returns the index of the oldest snapshot to be kept.
func (k *keeper) oldest(s *supply) int {
	last := len(k.snapshots) - 1
	i := 0
	if k.keep.LastMs > 0 {
		begin := k.snapshots[last].position.LoopMs - k.keep.LastMs
		for i < last && k.snapshots[i+1].position.LoopMs <= begin {
			i++
		}
	}
	for k.keep.Bytes > 0 && i < last && k.size(s, i) > k.keep.Bytes {
		i++
	}
	return i
}

// size returns the bytes on disk when snapshot i is the oldest one, with room for
// what comes next: a segment of each stream, and a snapshot like the newest.
func (k *keeper) size(s *supply, i int) int64 {
	need := &k.snapshots[i].position
	size := k.sources + s.size(eventStream, need.segment) + s.size(payloadStream, need.earliest)
	size += k.snapshots[len(k.snapshots)-1].size
	for _, snapshot := range k.snapshots[i:] {
		size += snapshot.size
	}
	return size
}

// removeFile deletes a file. One that cannot be deleted does no harm.
func (k *keeper) removeFile(s *supply, name string) {
	_ = os.Remove(filepath.Join(s.dir, name))
	if k.removed != nil {
		k.removed(name)
	}
}

// remove deletes a snapshot.
func (k *keeper) remove(s *supply, i int) {
	if snapshot := &k.snapshots[i]; snapshot.size > 0 {
		k.removeFile(s, heapFileName(s.loopName, snapshotFile, snapshot.position.Turn))
	}
	k.snapshots = append(k.snapshots[:i], k.snapshots[i+1:]...)
}

// removeSegments deletes the segments of a stream before number.
func (k *keeper) removeSegments(s *supply, kind streamKind, number int) {
	for n := max(k.first[kind], 1); n < number; n++ {
		k.removeFile(s, fileName(s.loopName, kind, n))
		k.first[kind] = n + 1
	}
}
