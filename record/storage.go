package record

import (
	"errors"
	"os"
)

// storage is where the bytes of a segment lie: in a shared mapping of its
// file, or in memory from which they are written to the file now and then. A
// killed process loses what came after the last flush, then.
type storage struct {
	bytes   []byte   // header and data
	file    *os.File // nil for a mapping
	flushed int      // how much of the data is in the file
}

// allocator makes the file of a segment and its storage.
type allocator func(path string, length int) (storage, error)

// errNoMapping says that the system, or the file system, has no mappings.
var errNoMapping = errors.New("no shared file mappings")

// allocate prefers a mapping.
func allocate(path string, length int) (storage, error) {
	b, err := mapFile(path, length)
	if errors.Is(err, errNoMapping) {
		return bufferFile(path, length)
	}
	return storage{bytes: b}, err
}

// createFile makes the file of a segment. It must not exist.
func createFile(path string) (*os.File, error) {
	return os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
}

// bufferFile makes storage without a mapping.
func bufferFile(path string, length int) (storage, error) {
	f, err := createFile(path)
	return storage{bytes: make([]byte, length), file: f}, err
}

// flush writes out the first n bytes of the data, and the header, which says
// that they are valid, after them.
func (s *segment) flush(n int) error {
	if s.file == nil {
		return nil
	}
	at := int64(len(s.head) + s.flushed)
	if _, err := s.file.WriteAt(s.data[s.flushed:max(n, s.flushed)], at); err != nil {
		return err
	}
	s.flushed = max(n, s.flushed)
	_, err := s.file.WriteAt(s.head, 0)
	return err
}

// release ends the storage of a segment. Nothing may use its bytes afterwards.
func (s *segment) release() {
	if s.file == nil {
		unmap(s.bytes)
		return
	}
	_ = s.file.Close()
}
