package live

import (
	"errors"
	"io"
	"os"
	"syscall"
	"time"
)

// platformErrnos maps errors that only Windows has.
var platformErrnos = map[syscall.Errno]int32{
	syscall.ERROR_DIR_NOT_EMPTY:      errnoNotEmpty,
	syscall.ERROR_PRIVILEGE_NOT_HELD: -1,  // EPERM
	syscall.Errno(17):                -18, // ERROR_NOT_SAME_DEVICE: EXDEV
	syscall.Errno(32):                -16, // ERROR_SHARING_VIOLATION: EBUSY
	syscall.Errno(267):               -20, // ERROR_DIRECTORY: ENOTDIR
}

// accessWrite is the bit of access's mode that asks for writing.
const accessWrite = 2

func access(name string, mode uint32) error {
	info, err := os.Stat(name)
	if err == nil && mode&accessWrite != 0 && !info.IsDir() && info.Mode()&0o200 == 0 {
		err = syscall.EPERM
	}
	return err
}

func rename(from, to string) error { return os.Rename(from, to) }

// openFlags maps Linux's open flags to package os's.
var openFlags = map[uint64]int{
	flagWriteOnly: os.O_WRONLY, flagReadWrite: os.O_RDWR, flagCreate: os.O_CREATE, flagExclusive: os.O_EXCL,
	flagTruncate: os.O_TRUNC, flagAppend: os.O_APPEND, flagSync: os.O_SYNC,
}

// openFileAt opens a file: requests carry Linux's flags.
func openFileAt(name string, flags, mode uint64) (*os.File, error) {
	native := 0
	for linux, ours := range openFlags {
		if flags&linux == linux {
			native |= ours
		}
	}
	return os.OpenFile(name, native, fileMode(mode))
}

func readAt(file *os.File, b []byte, position int64) (int, error) {
	n, err := file.ReadAt(b, position)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return n, err
}

func writeAt(file *os.File, b []byte, position int64) (int, error) { return file.WriteAt(b, position) }

func dataSync(file *os.File) error { return file.Sync() }

func cloneFile(_, _ *os.File) error { return syscall.ENOTSUP }

// setTimes: there is no call for the times of a link itself.
func setTimes(name string, atime, mtime float64, follow bool) error {
	if !follow {
		return syscall.ENOTSUP
	}
	a, m := timeOf(atime), timeOf(mtime)
	return os.Chtimes(name, time.Unix(a.sec, int64(a.nsec)), time.Unix(m.sec, int64(m.nsec)))
}

func setFileTimes(file *os.File, atime, mtime float64) error {
	return setTimes(file.Name(), atime, mtime, true)
}

func statPath(name string, follow bool) (fileStat, error) {
	stat := os.Stat
	if !follow {
		stat = os.Lstat
	}
	info, err := stat(name)
	if err != nil {
		return fileStat{}, err
	}
	return statOf(info), nil
}

func statFile(file *os.File) (fileStat, error) {
	info, err := file.Stat()
	if err != nil {
		return fileStat{}, err
	}
	return statOf(info), nil
}

// modeTypes are the bits of a Unix mode that say what a file is.
const (
	modeDirectory = 0o040000
	modeRegular   = 0o100000
	modeLink      = 0o120000
)

func statOf(info os.FileInfo) fileStat {
	s := fileStat{mode: uint64(info.Mode().Perm()), nlink: 1, blksize: 4096, size: uint64(info.Size())}
	s.blocks = (s.size + 511) / 512
	switch {
	case info.IsDir():
		s.mode |= modeDirectory
	case info.Mode()&os.ModeSymlink != 0:
		s.mode |= modeLink
	default:
		s.mode |= modeRegular
	}
	modified := fileTime{info.ModTime().Unix(), uint32(info.ModTime().Nanosecond())}
	s.times = [4]fileTime{modified, modified, modified, modified}
	if data, ok := info.Sys().(*syscall.Win32FileAttributeData); ok {
		s.times[0], s.times[3] = timeOfFiletime(data.LastAccessTime), timeOfFiletime(data.CreationTime)
	}
	return s
}

func timeOfFiletime(t syscall.Filetime) fileTime {
	ns := t.Nanoseconds()
	return fileTime{ns / 1e9, uint32(ns % 1e9)}
}

func statFilesystem(string) (figures [7]uint64, err error) { return figures, syscall.ENOTSUP }
