package record

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// mapFile makes a file of the given length, with its blocks on disk, and maps
// it. A full disk shows here, and never as a fault at a store.
func mapFile(path string, length int) ([]byte, error) {
	f, err := createFile(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if err := reserve(f, length); err != nil {
		_ = os.Remove(path)
		return nil, &os.PathError{Op: "allocate", Path: path, Err: err}
	}
	b, err := unix.Mmap(int(f.Fd()), 0, length, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err == nil {
		return b, nil
	}
	_ = os.Remove(path)
	if errors.Is(err, unix.ENODEV) || errors.Is(err, unix.EINVAL) {
		return nil, errNoMapping
	}
	return nil, &os.PathError{Op: "mmap", Path: path, Err: err}
}

// reserve gives f its length and its blocks.
func reserve(f *os.File, length int) error {
	for {
		switch err := unix.Fallocate(int(f.Fd()), 0, 0, int64(length)); err {
		case unix.EINTR:
		case unix.EOPNOTSUPP, unix.ENOSYS:
			return writeZeros(f, length)
		default:
			return err
		}
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

// populate makes the pages of a mapping present, ahead of the loop's first
// stores to them. It only saves faults later; old kernels do not know it.
func populate(s storage) {
	if s.file == nil {
		_ = unix.Madvise(s.bytes, unix.MADV_POPULATE_WRITE)
	}
}

func unmap(b []byte) { _ = unix.Munmap(b) }
