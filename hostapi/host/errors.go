package host

import (
	"math/big"
	"strconv"

	"github.com/dop251/goja"
)

// TypeError returns a TypeError with a code, to be thrown with panic.
func (e *Env) TypeError(code, message string) *goja.Object {
	return e.newError("TypeError", code, message)
}

// RangeError returns a RangeError with a code, to be thrown with panic.
func (e *Env) RangeError(code, message string) *goja.Object {
	return e.newError("RangeError", code, message)
}

// Error returns an Error with a code, to be thrown with panic.
func (e *Env) Error(code, message string) *goja.Object { return e.newError("Error", code, message) }

func (e *Env) newError(class, code, message string) *goja.Object {
	o, err := e.RT.New(e.RT.Get(class), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	if code != "" {
		e.Set(o, "code", code)
	}
	return o
}

// SystemError returns the error of a failed system call as Node shows it:
// "ENOENT: no such file or directory, open 'x'". path and dest may be "".
func (e *Env) SystemError(errno int32, syscall, path, dest string) *goja.Object {
	known, ok := uvErrors[errno]
	if !ok {
		known = uvError{"UNKNOWN", "unknown error"}
	}
	message := known.code + ": " + known.message + ", " + syscall
	if path != "" {
		message += " '" + path + "'"
	}
	if dest != "" {
		message += " -> '" + dest + "'"
	}
	o := e.newError("Error", "", message)
	e.Set(o, "errno", errno)
	e.Set(o, "code", known.code)
	e.Set(o, "syscall", syscall)
	if path != "" {
		e.Set(o, "path", path)
	}
	if dest != "" {
		e.Set(o, "dest", dest)
	}
	return o
}

// describe says what v is, as Node's argument errors do. It runs no code of
// the program.
func describe(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return "undefined"
	case *goja.Symbol:
		return "type symbol (Symbol(" + v.String() + "))"
	case *goja.Object:
		if _, ok := goja.AssertFunction(v); ok {
			return "function "
		}
		return "an instance of " + v.ClassName()
	case goja.String:
		s := v.String()
		if len(s) > 28 {
			s = s[:25] + "..."
		}
		return "type string (" + quote(s) + ")"
	}
	if goja.IsUndefined(v) || goja.IsNull(v) {
		return v.String()
	}
	switch v.Export().(type) {
	case bool:
		return "type boolean (" + v.String() + ")"
	case *big.Int:
		return "type bigint (" + v.String() + "n)"
	}
	return "type number (" + v.String() + ")"
}

func quote(s string) string {
	q := strconv.Quote(s)
	return "'" + q[1:len(q)-1] + "'"
}

type uvError struct{ code, message string }

// uvErrors are libuv's error codes and messages by their Linux numbers.
var uvErrors = map[int32]uvError{
	-1: {"EPERM", "operation not permitted"}, -2: {"ENOENT", "no such file or directory"},
	-3: {"ESRCH", "no such process"}, -4: {"EINTR", "interrupted system call"},
	-5: {"EIO", "i/o error"}, -6: {"ENXIO", "no such device or address"},
	-7: {"E2BIG", "argument list too long"}, -9: {"EBADF", "bad file descriptor"},
	-11: {"EAGAIN", "resource temporarily unavailable"}, -12: {"ENOMEM", "not enough memory"},
	-13: {"EACCES", "permission denied"}, -14: {"EFAULT", "bad address in system call argument"},
	-16: {"EBUSY", "resource busy or locked"}, -17: {"EEXIST", "file already exists"},
	-18: {"EXDEV", "cross-device link not permitted"}, -19: {"ENODEV", "no such device"},
	-20: {"ENOTDIR", "not a directory"}, -21: {"EISDIR", "illegal operation on a directory"},
	-22: {"EINVAL", "invalid argument"}, -23: {"ENFILE", "file table overflow"},
	-24: {"EMFILE", "too many open files"}, -25: {"ENOTTY", "inappropriate ioctl for device"},
	-27: {"EFBIG", "file too large"}, -28: {"ENOSPC", "no space left on device"},
	-29: {"ESPIPE", "invalid seek"}, -30: {"EROFS", "read-only file system"},
	-31: {"EMLINK", "too many links"}, -32: {"EPIPE", "broken pipe"},
	-36: {"ENAMETOOLONG", "name too long"}, -38: {"ENOSYS", "function not implemented"},
	-39: {"ENOTEMPTY", "directory not empty"}, -40: {"ELOOP", "too many symbolic links encountered"},
	-71: {"EPROTO", "protocol error"}, -75: {"EOVERFLOW", "value too large for defined data type"},
	-95: {"ENOTSUP", "operation not supported on socket"}, -98: {"EADDRINUSE", "address already in use"},
	-104: {"ECONNRESET", "connection reset by peer"}, -110: {"ETIMEDOUT", "connection timed out"},
	-111: {"ECONNREFUSED", "connection refused"}, -125: {"ECANCELED", "operation canceled"},
	-4094: {"UNKNOWN", "unknown error"}, -4095: {"EOF", "end of file"},
}
