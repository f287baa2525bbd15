//go:build unix

package live

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// platformErrnos: Unix has none of its own.
var platformErrnos map[syscall.Errno]int32

func access(name string, mode uint32) error { return unix.Access(name, mode) }

// rename is the system call: os.Rename refuses what it allows.
func rename(from, to string) error { return syscall.Rename(from, to) }

// readAt reads once at a position of its own.
func readAt(file *os.File, b []byte, position int64) (int, error) {
	return withDescriptor(file, func(fd int) (int, error) { return unix.Pread(fd, b, position) })
}

// writeAt writes once at a position of its own; a file opened for appending
// grows instead.
func writeAt(file *os.File, b []byte, position int64) (int, error) {
	return withDescriptor(file, func(fd int) (int, error) { return unix.Pwrite(fd, b, position) })
}

// withDescriptor makes a system call while file cannot be closed.
func withDescriptor(file *os.File, call func(fd int) (int, error)) (n int, err error) {
	conn, err := file.SyscallConn()
	if err != nil {
		return 0, err
	}
	controlErr := conn.Control(func(fd uintptr) {
		for n, err = call(int(fd)); err == unix.EINTR; n, err = call(int(fd)) {
		}
	})
	if err == nil {
		err = controlErr
	}
	return max(n, 0), err
}

func setTimes(name string, atime, mtime float64, follow bool) error {
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	return unix.UtimesNanoAt(unix.AT_FDCWD, name, timespecs(atime, mtime), flags)
}

func timespecs(times ...float64) []unix.Timespec {
	specs := make([]unix.Timespec, len(times))
	for i, t := range times {
		at := timeOf(t)
		specs[i] = unix.Timespec{Sec: at.sec, Nsec: int64(at.nsec)}
	}
	return specs
}

func statFilesystem(name string) (figures [7]uint64, err error) {
	var s unix.Statfs_t
	if err := unix.Statfs(name, &s); err != nil {
		return figures, err
	}
	return [7]uint64{uint64(s.Type), uint64(s.Bsize), s.Blocks, s.Bfree, uint64(s.Bavail), s.Files, uint64(s.Ffree)}, nil
}
