package live

import (
	"errors"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// openFileAt opens a file: requests carry Linux's flags.
func openFileAt(name string, flags, mode uint64) (*os.File, error) {
	return os.OpenFile(name, int(flags), fileMode(mode))
}

func dataSync(file *os.File) error {
	_, err := withDescriptor(file, func(fd int) (int, error) { return 0, unix.Fdatasync(fd) })
	return err
}

// cloneFile makes dest share the blocks of source.
func cloneFile(dest, source *os.File) error {
	_, err := withDescriptor(dest, func(to int) (int, error) {
		return withDescriptor(source, func(from int) (int, error) { return 0, unix.IoctlFileClone(to, from) })
	})
	return err
}

func setFileTimes(file *os.File, atime, mtime float64) error {
	_, err := withDescriptor(file, func(fd int) (int, error) {
		name := "/proc/self/fd/" + strconv.Itoa(fd)
		return 0, unix.UtimesNanoAt(unix.AT_FDCWD, name, timespecs(atime, mtime), 0)
	})
	return err
}

const statxMask = unix.STATX_BASIC_STATS | unix.STATX_BTIME

func statPath(name string, follow bool) (fileStat, error) {
	flags := 0
	if !follow {
		flags = unix.AT_SYMLINK_NOFOLLOW
	}
	return statAt(unix.AT_FDCWD, name, flags)
}

func statFile(file *os.File) (s fileStat, err error) {
	_, err = withDescriptor(file, func(fd int) (int, error) {
		s, err = statAt(fd, "", unix.AT_EMPTY_PATH)
		return 0, err
	})
	return s, err
}

// statAt uses statx, which knows the time of birth, where the kernel has it.
func statAt(dir int, name string, flags int) (fileStat, error) {
	var s unix.Statx_t
	err := unix.Statx(dir, name, flags, statxMask, &s)
	if errors.Is(err, unix.ENOSYS) || errors.Is(err, unix.EPERM) {
		return oldStatAt(dir, name, flags)
	}
	if err != nil {
		return fileStat{}, err
	}
	return fileStat{
		dev: unix.Mkdev(s.Dev_major, s.Dev_minor), mode: uint64(s.Mode), nlink: uint64(s.Nlink),
		uid: uint64(s.Uid), gid: uint64(s.Gid), rdev: unix.Mkdev(s.Rdev_major, s.Rdev_minor),
		blksize: uint64(s.Blksize), ino: s.Ino, size: s.Size, blocks: s.Blocks,
		times: [4]fileTime{
			{s.Atime.Sec, s.Atime.Nsec}, {s.Mtime.Sec, s.Mtime.Nsec},
			{s.Ctime.Sec, s.Ctime.Nsec}, {s.Btime.Sec, s.Btime.Nsec},
		},
	}, nil
}

// oldStatAt takes the time of change for the time of birth.
func oldStatAt(dir int, name string, flags int) (fileStat, error) {
	var s unix.Stat_t
	if err := unix.Fstatat(dir, name, &s, flags); err != nil {
		return fileStat{}, err
	}
	change := fileTime{int64(s.Ctim.Sec), uint32(s.Ctim.Nsec)}
	return fileStat{
		dev: s.Dev, mode: uint64(s.Mode), nlink: uint64(s.Nlink), uid: uint64(s.Uid), gid: uint64(s.Gid),
		rdev: s.Rdev, blksize: uint64(s.Blksize), ino: s.Ino, size: uint64(s.Size), blocks: uint64(s.Blocks),
		times: [4]fileTime{
			{int64(s.Atim.Sec), uint32(s.Atim.Nsec)}, {int64(s.Mtim.Sec), uint32(s.Mtim.Nsec)}, change, change,
		},
	}, nil
}
