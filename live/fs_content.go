package live

import (
	"bytes"
	"io"
	"os"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// fileSizeMax is the size up to which a file is read as a whole: Node's limit.
const fileSizeMax = 1<<31 - 1

// Open flags, as requests carry them: Linux's.
const (
	flagWriteOnly = 0x1
	flagReadWrite = 0x2
	flagCreate    = 0o100
	flagExclusive = 0o200
	flagTruncate  = 0o1000
	flagAppend    = 0o2000
	flagSync      = 0o4010000
)

// Modes of copyFile.
const (
	copyExclusive  = 1
	copyCloneForce = 4
)

// fsRead reads once. An empty read is an error, as an empty list of buffers is
// for libuv.
func fsRead(w *World, args *loop.Decoder) loop.Reply {
	fd, length, position := args.Int(), args.Uint(), args.Int()
	if length == 0 || length > fileSizeMax {
		return failed(syscall.EINVAL)
	}
	f, err := w.fds.get(fd)
	if err != nil {
		return failed(err)
	}
	b := make([]byte, length)
	n, err := f.read(b, position)
	if err != nil {
		return failed(err)
	}
	return loop.Reply{Data: b[:n:n]}
}

func fsWrite(w *World, args *loop.Decoder) loop.Reply {
	fd, b, position := args.Int(), args.Blob(), args.Int()
	f, err := w.fds.get(fd)
	if err != nil {
		return failed(err)
	}
	n, err := f.write(b, position)
	return answerUint(uint64(n), err)
}

// fsReadFile opens, reads and closes in one request, or reads the rest of an
// open file.
func fsReadFile(w *World, args *loop.Decoder) loop.Reply {
	name, fd, flags, stat := args.String(), args.Int(), args.Uint(), args.Bool()
	if fd < 0 && w.isGivenStdin(name) {
		fd = 0
	}
	if fd >= 0 {
		f, err := w.fds.get(fd)
		if err != nil && stat {
			return failedAt(err, "fstat")
		}
		if err != nil {
			return failedAt(err, "read")
		}
		return readWhole(f)
	}
	file, err := openFileAt(w.place(name), flags, 0o666)
	if err != nil {
		return failedAt(err, "open", name)
	}
	defer file.Close()
	return readWhole(&openFile{file: file})
}

// isGivenStdin says that name means a standard input which is not the
// process's own: opening it would give another.
func (w *World) isGivenStdin(name string) bool {
	f, err := w.fds.get(0)
	return name == "/dev/stdin" && err == nil && f.file == nil
}

// readWhole reads f to its end. A file is read up to the size it has: one that
// others append to would have no end. Size 0 may be a pipe or a device.
func readWhole(f *openFile) loop.Reply {
	var size int64
	if f.file != nil {
		if info, err := f.file.Stat(); err == nil && info.Mode().IsRegular() {
			size = info.Size()
		}
	}
	if size > fileSizeMax {
		return failedAt(syscall.EFBIG, "read")
	}
	data := make([]byte, 0, max(size, bytes.MinRead))
	for {
		n, err := f.read(data[len(data):cap(data)], -1)
		data = data[:len(data)+n]
		switch {
		case err != nil:
			return failedAt(err, "read")
		case n == 0 || int64(len(data)) == size:
			return loop.Reply{Data: data}
		case len(data) > fileSizeMax:
			return failedAt(syscall.EFBIG, "read")
		case len(data) == cap(data):
			data = append(data, 0)[:len(data)]
		}
	}
}

// fsWriteFile opens, writes and closes in one request, or writes to an open
// file.
func fsWriteFile(w *World, args *loop.Decoder) loop.Reply {
	name, fd, flags, mode := args.String(), args.Int(), args.Uint(), args.Uint()
	data, sync := args.Blob(), args.Bool()
	if fd >= 0 {
		f, err := w.fds.get(fd)
		if err != nil {
			return failedAt(err, "write")
		}
		return writeWhole(f, data, sync)
	}
	file, err := openFileAt(w.place(name), flags, mode)
	if err != nil {
		return failedAt(err, "open", name)
	}
	reply := writeWhole(&openFile{file: file}, data, sync)
	if err := file.Close(); err != nil && reply.Errno == 0 {
		return failedAt(err, "close")
	}
	return reply
}

func writeWhole(f *openFile, data []byte, sync bool) loop.Reply {
	for len(data) > 0 {
		n, err := f.write(data, -1)
		if err != nil {
			return failedAt(err, "write")
		}
		data = data[n:]
	}
	if sync && f.file != nil {
		if err := f.file.Sync(); err != nil {
			return failedAt(err, "fsync")
		}
	}
	return loop.Reply{}
}

// fsTruncate is open, ftruncate and close.
func fsTruncate(w *World, args *loop.Decoder) loop.Reply {
	name, length := args.String(), args.Int()
	file, err := openFileAt(w.place(name), flagReadWrite, 0o666)
	if err != nil {
		return failedAt(err, "open", name)
	}
	defer file.Close()
	if err := file.Truncate(length); err != nil {
		return failedAt(err, "ftruncate")
	}
	return loop.Reply{}
}

func fsCopyFile(w *World, args *loop.Decoder) loop.Reply {
	from, to, mode := w.place(args.String()), w.place(args.String()), args.Uint()
	return failed(copyFile(from, to, mode))
}

func copyFile(from, to string, mode uint64) error {
	source, err := os.Open(from)
	if err != nil {
		return err
	}
	defer source.Close()
	info, err := source.Stat()
	if err != nil {
		return err
	}
	flags := uint64(flagWriteOnly | flagCreate)
	if mode&copyExclusive != 0 {
		flags |= flagExclusive
	}
	dest, err := openFileAt(to, flags, uint64(info.Mode().Perm()))
	if err != nil {
		return err
	}
	if destInfo, err := dest.Stat(); err == nil && os.SameFile(info, destInfo) {
		return dest.Close()
	}
	err = copyContent(dest, source, info, mode)
	if closeErr := dest.Close(); err == nil {
		err = closeErr
	}
	if err != nil {
		_ = os.Remove(to)
	}
	return err
}

func copyContent(dest, source *os.File, info os.FileInfo, mode uint64) error {
	if info.IsDir() {
		return syscall.EISDIR
	}
	if err := dest.Truncate(0); err != nil {
		return err
	}
	if err := dest.Chmod(info.Mode()); err != nil {
		return err
	}
	if mode&copyCloneForce != 0 {
		return cloneFile(dest, source)
	}
	_, err := io.Copy(dest, source)
	return err
}
