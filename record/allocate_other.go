//go:build !linux

package record

import "os"

// mapped says that segments are shared mappings. Here they are memory that is
// written out now and then, so a killed process loses what came after the last
// flush.
const mapped = false

// allocate makes a file and memory of the given length.
func allocate(path string, length int) ([]byte, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	return make([]byte, length), f.Close()
}

// flush writes the first n bytes of a segment to its file.
func flush(path string, b []byte, n int) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	_, err = f.WriteAt(b[:n], 0)
	if closeErr := f.Close(); err == nil {
		err = closeErr
	}
	return err
}

func populate([]byte) {}

func release([]byte) {}
