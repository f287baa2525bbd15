package record

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// mapFile makes a file of the given length, with its blocks on disk, and maps
// it. A full disk shows here, and never as a fault at a store.
func mapFile(path string, length int) ([]byte, error) {
	fd, err := create(path)
	if err != nil {
		return nil, &os.PathError{Op: "create", Path: path, Err: err}
	}
	defer unix.Close(fd)
	if err := reserve(fd, length); err != nil {
		_ = os.Remove(path)
		return nil, &os.PathError{Op: "allocate", Path: path, Err: err}
	}
	b, err := unix.Mmap(fd, 0, length, unix.PROT_READ|unix.PROT_WRITE, unix.MAP_SHARED)
	if err == nil {
		return b, nil
	}
	_ = os.Remove(path)
	if errors.Is(err, unix.ENODEV) || errors.Is(err, unix.EINVAL) {
		return nil, errNoMapping
	}
	return nil, &os.PathError{Op: "mmap", Path: path, Err: err}
}

// create makes a file. It is no os.File, which would ask the system five times
// whether it can be waited for.
func create(path string) (fd int, err error) {
	for {
		fd, err = unix.Open(path, unix.O_CREAT|unix.O_EXCL|unix.O_RDWR|unix.O_CLOEXEC, 0o600)
		if err != unix.EINTR {
			return fd, err
		}
	}
}

// reserve gives a file its length and its blocks.
func reserve(fd, length int) error {
	for {
		switch err := unix.Fallocate(fd, 0, 0, int64(length)); err {
		case unix.EINTR:
		case unix.EOPNOTSUPP, unix.ENOSYS:
			return writeZeros(fd, length)
		default:
			return err
		}
	}
}

// writeZeros does what fallocate does, on file systems that have none.
func writeZeros(fd, length int) error {
	zeros := make([]byte, 1<<16)
	for at := 0; at < length; {
		n, err := unix.Pwrite(fd, zeros[:min(len(zeros), length-at)], int64(at))
		if err != nil && err != unix.EINTR {
			return err
		}
		at += max(n, 0)
	}
	return nil
}

// populate makes the pages of a mapping's bytes from to to-1 present, ahead of
// the loop's first stores to them. It only saves faults later; old kernels do
// not know it.
func populate(mapping []byte, from, to int) {
	_ = unix.Madvise(mapping[from&^(pageLen-1):to], unix.MADV_POPULATE_WRITE)
}

// pageLen is the length of a page, at whose beginning advice must begin.
var pageLen = os.Getpagesize()

// touchedBySteps keeps the system from reading ahead in the first n bytes of a mapping.
func touchedBySteps(mapping []byte, n int) {
	_ = unix.Madvise(mapping[:min(n, len(mapping))], unix.MADV_RANDOM)
}

func unmap(b []byte) { _ = unix.Munmap(b) }
