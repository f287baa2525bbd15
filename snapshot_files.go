package jsrr

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"sync"

	"github.com/jsrr/jsrr/heapsnap"
	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/record"
)

// heapPart is the part of a snapshot's file that holds the heap.
const heapPart = "heap"

// snapshotFiles is what the snapshots of a recording are made of beside the heap.
type snapshotFiles struct {
	tape *record.Tape
	warn func(error)

	mu        sync.Mutex
	positions map[uint64]record.Position // by turn, of the snapshots that are under way
	texts     map[textHash]string        // of the programs that are in snapshots
	restored  recordedTexts              // that the recorded program had when it was restored
	warned    bool
}

// textHash is the SHA-256 of a program's text. Sources of snapshots are called so, in
// hexadecimal digits.
type textHash = [sha256.Size]byte

func sourceName(hash textHash) string { return hex.EncodeToString(hash[:]) }

// Keep implements module.Texts: a text is stored once in a recording, and not in
// each snapshot.
func (s *snapshotFiles) Keep(hash textHash, text string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.texts == nil {
		s.texts = map[textHash]string{}
	}
	s.texts[hash] = text
	return true
}

// Text implements module.Texts, for a restored program.
func (s *snapshotFiles) Text(hash textHash) (string, error) { return s.restored.Text(hash) }

// mark notes where the recording stands at the snapshot that begins.
func (s *snapshotFiles) mark(p record.Position) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.positions == nil {
		s.positions = map[uint64]record.Position{}
	}
	s.positions[p.Turn] = p
}

// position returns what mark noted of a turn, and forgets it and older ones, whose
// snapshots were given up.
func (s *snapshotFiles) position(turn uint64) record.Position {
	s.mu.Lock()
	defer s.mu.Unlock()
	p := s.positions[turn]
	for other := range s.positions {
		if other <= turn {
			delete(s.positions, other)
		}
	}
	return p
}

// snapshotStore is the files as a heapsnap.Store: its methods are called on a
// goroutine of their own.
type snapshotStore struct{ *snapshotFiles }

// Keep implements heapsnap.Store.
func (s snapshotStore) Keep(snap heapsnap.Snapshot) {
	w := s.tape.NewSnapshot(s.position(snap.Turn))
	s.giveTexts(w)
	for _, piece := range snap.Heap {
		w.Write(heapPart, piece)
	}
	w.Complete()
	<-w.Done()
	if err := w.Err(); err != nil {
		s.Failed(snap.Turn, err)
	}
}

// giveTexts hands over the texts that are not on disk.
func (s *snapshotFiles) giveTexts(w *record.SnapshotWriter) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for hash, text := range s.texts {
		if name := sourceName(hash); !w.HasSource(name) {
			w.Source(name, []byte(text))
		}
	}
}

// Failed implements heapsnap.Store.
func (s snapshotStore) Failed(turn uint64, err error) {
	s.mu.Lock()
	warned := s.warned
	s.warned = true
	s.mu.Unlock()
	if !warned && s.warn != nil {
		s.warn(fmt.Errorf("no snapshot before turn %d: %w", turn, err))
	}
}

// recordedTexts are the texts of programs that a recording keeps for its snapshots.
type recordedTexts map[string]string

// readTexts reads all of them. Those that cannot be read are missed when something
// needs them.
func readTexts(r *record.Recording) recordedTexts {
	texts := recordedTexts{}
	r.KeptSources(record.MainLoop, func(name string, text []byte) { texts[name] = string(text) })
	return texts
}

// Keep implements module.Texts. What a replay captures is compared, and not kept: the
// hash is enough.
func (t recordedTexts) Keep(textHash, string) bool { return true }

// Text implements module.Texts.
func (t recordedTexts) Text(hash textHash) (string, error) {
	text, ok := t[sourceName(hash)]
	if !ok {
		return "", fmt.Errorf("the recording has no source %s, of which the snapshot has functions", sourceName(hash))
	}
	return text, nil
}

// Errors of replays that begin at a snapshot.
var (
	// ErrNoBeginning: a flight recorder let the start of the recording go.
	ErrNoBeginning = record.ErrNoBeginning
	// ErrNoSnapshot: there is no whole snapshot.
	ErrNoSnapshot = record.ErrNoSnapshot
	// ErrSnapshot: what is in the snapshot cannot be restored.
	ErrSnapshot = errors.New("the snapshot cannot be restored")
)

// lastTurn stands for the end of a recording.
const lastTurn = math.MaxUint64

// enter returns the program as it was in the newest whole snapshot at a turn or
// before. The error is ErrNoSnapshot when there is none. warn is told of the
// snapshots that cannot be used.
func (r *Recording) enter(turn uint64, warn func(error)) (*snapshot, error) {
	s, damaged, err := r.SnapshotBefore(record.MainLoop, turn)
	for _, err := range damaged {
		if warn != nil {
			warn(err)
		}
	}
	if err != nil {
		return nil, err
	}
	part, err := s.Part(heapPart)
	if err != nil {
		return nil, err
	}
	defer part.Close()
	heap, err := io.ReadAll(part)
	if err != nil {
		return nil, err
	}
	return &snapshot{position: s.Position, heap: heap}, nil
}

// heapDigest is that of a program whose run is over.
type heapDigest struct {
	text string
	err  error
}

func (d *heapDigest) take(h *hostapi.Host) {
	w := h.NewWriter()
	if w == nil {
		return // it never began
	}
	w.Compare()
	h.Capture(w)
	heap, err := w.Finish()
	if d.err = err; err == nil {
		sum := sha256.Sum256(heap)
		d.text = hex.EncodeToString(sum[:])
	}
}
