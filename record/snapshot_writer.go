package record

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"github.com/klauspost/compress/zstd"
)

// SnapshotWriter writes a snapshot into the folder of a recording. Its methods
// only hand bytes over: a goroutine of the recorder compresses and writes them, so
// that none of them waits. Any goroutine may use a writer, one at a time. A
// snapshot that is not complete does not exist for readers; one that is neither
// complete nor given up when the tape is closed is given up.
type SnapshotWriter struct {
	writer   *snapshotWork
	position Position
	done     chan struct{}
	ended    bool            // Complete or Abandon was called; guarded by writer.mu
	given    map[string]bool // names of sources given to this snapshot

	// What follows belongs to the goroutine.
	parts   *blockWriter
	sources *blockWriter // nil as long as there is no new source
	fresh   []string     // names in sources
	err     error
}

// ErrAbandoned is the error of a snapshot that was given up.
var ErrAbandoned = errors.New("the snapshot was given up")

// NewSnapshot begins a snapshot of the program as it is at a position. Any
// goroutine may call it. The snapshot fails with ErrSecrets in a recording from
// which something must be kept away (Options.Redact).
func (t *Tape) NewSnapshot(p Position) *SnapshotWriter {
	w := &SnapshotWriter{writer: &t.snapshots, position: p, done: make(chan struct{}), given: map[string]bool{}}
	if len(t.redactor.patterns) > 0 {
		w.refuse(ErrSecrets)
	} else if !t.snapshots.begin(t.supply, w) {
		w.refuse(ErrAbandoned)
	}
	return w
}

// refuse makes a writer that writes nothing.
func (w *SnapshotWriter) refuse(err error) {
	w.ended, w.err = true, err
	close(w.done)
}

// Write appends b to a part of the snapshot. b must not be changed afterwards.
func (w *SnapshotWriter) Write(part string, b []byte) {
	w.writer.hand(snapshotTask{w, taskWrite, part, b})
}

// HasSource says whether the source of that name need not be given any more: it
// is on disk, or was given to this snapshot.
func (w *SnapshotWriter) HasSource(name string) bool {
	if w.given[name] {
		return true
	}
	w.writer.mu.Lock()
	defer w.writer.mu.Unlock()
	return w.writer.known[name]
}

// Source keeps a text that this snapshot, and others, need. It is stored once
// in a recording, and stays as long as that. Equal names must mean equal
// texts. text must not be changed afterwards.
func (w *SnapshotWriter) Source(name string, text []byte) {
	if !w.HasSource(name) {
		w.given[name] = true
		w.writer.hand(snapshotTask{w, taskSource, name, text})
	}
}

// Complete says that all parts were handed over. Done tells when they are on
// disk.
func (w *SnapshotWriter) Complete() { w.end(taskComplete) }

// Abandon gives the snapshot up, unless it was completed.
func (w *SnapshotWriter) Abandon() { w.end(taskAbandon) }

func (w *SnapshotWriter) end(op taskOp) {
	s := w.writer
	s.mu.Lock()
	defer s.mu.Unlock()
	s.end(w, op)
}

// Done returns a channel that is closed when the snapshot is on disk, or was
// given up; then Err says which.
func (w *SnapshotWriter) Done() <-chan struct{} { return w.done }

// Err returns nil for a snapshot that is on disk, when Done is closed.
func (w *SnapshotWriter) Err() error { return w.err }

// snapshotWork is what the goroutine that writes a tape's snapshots has to do.
type snapshotWork struct {
	mu    sync.Mutex
	more  sync.Cond // tasks or closing changed
	tasks []snapshotTask
	// open are the snapshots that were begun and are not done.
	open    []*SnapshotWriter
	known   map[string]bool // sources that are on disk
	serving bool
	closing bool
	stopped chan struct{}

	supply  *supply
	encoder *zstd.Encoder // of the goroutine
}

type taskOp uint8

const (
	taskWrite taskOp = iota
	taskSource
	taskComplete
	taskAbandon
)

type snapshotTask struct {
	snapshot *SnapshotWriter
	op       taskOp
	name     string
	data     []byte
}

// begin notes a new snapshot, and starts the goroutine with the first one. It
// returns false when the recording is over.
func (s *snapshotWork) begin(supply *supply, w *SnapshotWriter) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return false
	}
	if !s.serving {
		s.serving, s.supply, s.more.L = true, supply, &s.mu
		s.known, s.stopped = map[string]bool{}, make(chan struct{})
		go s.serve()
	}
	s.open = append(s.open, w)
	return true
}

// hand hands a task over. It never waits for the disk.
func (s *snapshotWork) hand(task snapshotTask) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !task.snapshot.ended {
		s.add(task)
	}
}

// end hands over that a snapshot is complete, or given up. s.mu is held.
func (s *snapshotWork) end(w *SnapshotWriter, op taskOp) {
	if !w.ended {
		w.ended = true
		s.add(snapshotTask{w, op, "", nil})
	}
}

// add adds a task. s.mu is held.
func (s *snapshotWork) add(task snapshotTask) {
	s.tasks = append(s.tasks, task)
	s.more.Signal()
}

// close gives up what was not completed, and waits for the rest.
func (s *snapshotWork) close() {
	s.mu.Lock()
	s.closing = true
	serving := s.serving
	if serving {
		for _, w := range s.open {
			s.end(w, taskAbandon)
		}
		s.more.Signal()
	}
	s.mu.Unlock()
	if serving {
		<-s.stopped
	}
}

// serve is the goroutine.
func (s *snapshotWork) serve() {
	defer close(s.stopped)
	for {
		s.mu.Lock()
		for len(s.tasks) == 0 && !s.closing {
			s.more.Wait()
		}
		tasks := s.tasks
		s.tasks = nil
		s.mu.Unlock()
		if len(tasks) == 0 {
			return
		}
		for i := range tasks {
			tasks[i].snapshot.work(&tasks[i])
			tasks[i].data = nil // it may be long
		}
	}
}

// work does a task, on the goroutine.
func (w *SnapshotWriter) work(task *snapshotTask) {
	if w.parts == nil && w.err == nil {
		w.err = w.create()
	}
	if w.err == nil {
		switch task.op {
		case taskWrite:
			w.err = w.parts.append(task.name, task.data)
		case taskSource:
			w.err = w.keepSource(task.name, task.data)
		case taskComplete:
			w.err = w.finish()
		case taskAbandon:
			w.err = ErrAbandoned
		}
	}
	switch {
	case task.op >= taskComplete:
		w.leave()
	case w.err != nil && w.parts != nil:
		w.drop()
	}
}

// create begins the snapshot's file.
func (w *SnapshotWriter) create() (err error) {
	if w.writer.encoder == nil {
		w.writer.encoder, err = zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedFastest), zstd.WithEncoderConcurrency(1), zstd.WithWindowSize(rawMax))
		if err != nil {
			return err
		}
	}
	w.parts, err = w.newFile(snapshotFile)
	return err
}

func (w *SnapshotWriter) newFile(kind heapFile) (*blockWriter, error) {
	s := w.writer.supply
	description, err := describeSnapshot(s.loopName, s.identity, &w.position)
	if err != nil {
		return nil, err
	}
	path := filepath.Join(s.dir, heapFileName(s.loopName, kind, w.position.Turn))
	return newBlockWriter(path, heapMagics[kind], description, w.writer.encoder)
}

func (w *SnapshotWriter) keepSource(name string, text []byte) (err error) {
	if w.sources == nil {
		if w.sources, err = w.newFile(sourcesFile); err != nil {
			return err
		}
	}
	w.fresh = append(w.fresh, name)
	return w.sources.whole(name, text)
}

// finish completes the files: the sources first, without which the snapshot is
// worth nothing.
func (w *SnapshotWriter) finish() error {
	if w.sources != nil {
		sources := w.sources
		w.sources = nil
		if err := sources.finish(); err != nil {
			return fmt.Errorf("the snapshot's sources: %w", err)
		}
		w.writer.have(w.fresh)
		w.writer.supply.keeper.stays(sources.written)
	}
	parts := w.parts
	w.parts = nil
	if err := parts.finish(); err != nil {
		return err
	}
	syncFolder(w.writer.supply.dir)
	w.writer.supply.keeper.completed(w.writer.supply, keptSnapshot{w.position, parts.written})
	return nil
}

// drop removes the files of a snapshot that will not be completed.
func (w *SnapshotWriter) drop() {
	for _, f := range []*blockWriter{w.parts, w.sources} {
		if f != nil {
			f.abandon()
		}
	}
	w.parts, w.sources, w.fresh = nil, nil, nil
}

// have notes sources that are on disk.
func (s *snapshotWork) have(names []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, name := range names {
		s.known[name] = true
	}
}

// leave ends a snapshot.
func (w *SnapshotWriter) leave() {
	w.drop()
	s := w.writer
	s.mu.Lock()
	for i, open := range s.open {
		if open == w {
			s.open = append(s.open[:i], s.open[i+1:]...)
			break
		}
	}
	s.mu.Unlock()
	close(w.done)
}

// syncFolder brings names to the disk, where that can be done.
func syncFolder(path string) {
	if dir, err := os.Open(path); err == nil {
		_ = dir.Sync()
		_ = dir.Close()
	}
}
