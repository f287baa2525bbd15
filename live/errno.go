package live

import (
	"errors"
	"io"
	"io/fs"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// Error numbers that replies carry: libuv's for Linux, on every platform, so
// that a recording means the same everywhere.
const (
	errnoNotFound     = -2    // ENOENT
	errnoBadFile      = -9    // EBADF
	errnoExists       = -17   // EEXIST
	errnoInvalid      = -22   // EINVAL
	errnoNotEmpty     = -39   // ENOTEMPTY
	errnoNotSupported = -95   // ENOTSUP
	errnoUnknown      = -4094 // UNKNOWN
	errnoEOF          = -4095 // EOF
)

// errnos maps the operating system's errors to libuv's numbers for Linux.
var errnos = map[syscall.Errno]int32{
	syscall.EPERM: -1, syscall.ENOENT: -2, syscall.ESRCH: -3, syscall.EINTR: -4, syscall.EIO: -5,
	syscall.ENXIO: -6, syscall.E2BIG: -7, syscall.EBADF: -9, syscall.EAGAIN: -11,
	syscall.ENOMEM: -12, syscall.EACCES: -13, syscall.EFAULT: -14, syscall.EBUSY: -16,
	syscall.EEXIST: -17, syscall.EXDEV: -18, syscall.ENODEV: -19, syscall.ENOTDIR: -20,
	syscall.EISDIR: -21, syscall.EINVAL: -22, syscall.ENFILE: -23, syscall.EMFILE: -24,
	syscall.ENOTTY: -25, syscall.ETXTBSY: -26, syscall.EFBIG: -27, syscall.ENOSPC: -28, syscall.ESPIPE: -29,
	syscall.EROFS: -30, syscall.EMLINK: -31, syscall.EPIPE: -32, syscall.ENAMETOOLONG: -36,
	syscall.ENOSYS: -38, syscall.ENOTEMPTY: -39, syscall.ELOOP: -40, syscall.EPROTO: -71,
	syscall.EOVERFLOW: -75, syscall.ENOTSUP: -95, syscall.ETIMEDOUT: -110,
	syscall.ECONNREFUSED: -111, syscall.ECONNRESET: -104, syscall.EADDRINUSE: -98,
}

// errnoOf returns the number of err, 0 for nil.
func errnoOf(err error) int32 {
	var number syscall.Errno
	switch {
	case err == nil:
		return 0
	case errors.As(err, &number):
		if n, ok := errnos[number]; ok {
			return n
		}
		if n, ok := platformErrnos[number]; ok {
			return n
		}
	case errors.Is(err, io.EOF):
		return errnoEOF
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return errnoNotFound
	case errors.Is(err, fs.ErrExist):
		return errnoExists
	case errors.Is(err, fs.ErrPermission):
		return -13
	case errors.Is(err, fs.ErrClosed):
		return errnoBadFile
	case errors.Is(err, fs.ErrInvalid):
		return errnoInvalid
	}
	return errnoUnknown
}

// failed returns the reply of a request that failed with err.
func failed(err error) loop.Reply { return loop.Reply{Errno: errnoOf(err)} }
