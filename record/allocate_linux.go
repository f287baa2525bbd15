package record

import (
	"os"

	"golang.org/x/sys/unix"
)

// mapped says that segments are shared mappings: what is stored in them
// survives the process.
const mapped = true

// allocate makes a file of the given length, with its blocks on disk, and maps
// it. A full disk shows here, and never as a fault at a store.
func allocate(path string, length int) (b []byte, err error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	defer func() {
		if err != nil {
			_ = os.Remove(path)
		}
	}()
	if err = reserve(f, length); err != nil {
		return nil, &os.PathError{Op: "allocate", Path: path, Err: err}
	}
	b, err = unix.Mmap(int(f.Fd()), 0, length, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err != nil {
		return nil, &os.PathError{Op: "mmap", Path: path, Err: err}
	}
	return b, nil
}

// populate makes the pages of a segment present, ahead of the loop's first
// stores to them. It only saves faults later; old kernels do not know it.
func populate(b []byte) { _ = unix.Madvise(b, unix.MADV_POPULATE_WRITE) }

// reserve gives f its length and its blocks.
func reserve(f *os.File, length int) error {
	for {
		err := unix.Fallocate(int(f.Fd()), 0, 0, int64(length))
		if err == unix.EINTR {
			continue
		}
		if err == unix.EOPNOTSUPP || err == unix.ENOSYS {
			return writeZeros(f, length)
		}
		return err
	}
}

// writeZeros does what fallocate does, on file systems that have none.
func writeZeros(f *os.File, length int) error {
	zeros := make([]byte, 1<<16)
	for at := 0; at < length; at += len(zeros) {
		if _, err := f.WriteAt(zeros[:min(len(zeros), length-at)], int64(at)); err != nil {
			return err
		}
	}
	return nil
}

// flush has nothing to do: the mapping is the file.
func flush(string, []byte, int) error { return nil }

// release unmaps a segment.
func release(b []byte) { _ = unix.Munmap(b) }
