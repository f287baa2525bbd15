package live

import (
	"os"
	"syscall"

	"golang.org/x/sys/unix"
)

// openFlags maps Linux's open flags to ours; the access mode is the same.
var openFlags = map[uint64]int{
	flagCreate: unix.O_CREAT, flagExclusive: unix.O_EXCL, flagTruncate: unix.O_TRUNC, flagAppend: unix.O_APPEND,
	flagSync: unix.O_SYNC, 0o10000: unix.O_DSYNC, 0o200000: unix.O_DIRECTORY, 0o400000: unix.O_NOFOLLOW,
	0o4000: unix.O_NONBLOCK, 0o400: unix.O_NOCTTY,
}

// openFileAt opens a file: requests carry Linux's flags.
func openFileAt(name string, flags, mode uint64) (*os.File, error) {
	native := int(flags & 3)
	for linux, ours := range openFlags {
		if flags&linux == linux {
			native |= ours
		}
	}
	return os.OpenFile(name, native, fileMode(mode))
}

func dataSync(file *os.File) error { return file.Sync() }

func cloneFile(_, _ *os.File) error { return syscall.ENOSYS }

func setFileTimes(file *os.File, atime, mtime float64) error {
	_, err := withDescriptor(file, func(fd int) (int, error) {
		var times [2]unix.Timeval
		for i, seconds := range [2]float64{atime, mtime} {
			at := timeOf(seconds)
			times[i] = unix.Timeval{Sec: at.sec, Usec: int32(at.nsec / 1000)}
		}
		return 0, unix.Futimes(fd, times[:])
	})
	return err
}

func statPath(name string, follow bool) (fileStat, error) {
	var s unix.Stat_t
	if follow {
		err := unix.Stat(name, &s)
		return statOf(&s), err
	}
	err := unix.Lstat(name, &s)
	return statOf(&s), err
}

func statFile(file *os.File) (fileStat, error) {
	var s unix.Stat_t
	_, err := withDescriptor(file, func(fd int) (int, error) { return 0, unix.Fstat(fd, &s) })
	return statOf(&s), err
}

func statOf(s *unix.Stat_t) fileStat {
	at := func(t unix.Timespec) fileTime { return fileTime{t.Sec, uint32(t.Nsec)} }
	return fileStat{
		dev: uint64(uint32(s.Dev)), mode: uint64(s.Mode), nlink: uint64(s.Nlink), uid: uint64(s.Uid), gid: uint64(s.Gid),
		rdev: uint64(uint32(s.Rdev)), blksize: uint64(s.Blksize), ino: s.Ino, size: uint64(s.Size), blocks: uint64(s.Blocks),
		times: [4]fileTime{at(s.Atim), at(s.Mtim), at(s.Ctim), at(s.Btim)},
	}
}
