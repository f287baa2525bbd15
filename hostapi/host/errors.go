package host

import (
	"math/big"
	"strconv"
	"strings"

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
	o, err := e.RT.New(e.Loop.Intrinsic(class), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	if code != "" {
		// The first line of a stack is written when it is first asked for,
		// from the name of that moment: Node's shows the code.
		e.Set(o, "name", class+" ["+code+"]")
		o.Get("stack")
		if err := o.Delete("name"); err != nil {
			panic(err)
		}
		e.Set(o, "code", code)
	}
	return o
}

// SystemError returns the error of a failed system call as Node shows it:
// "ENOENT: no such file or directory, open 'x'". paths are none, a path, or a
// path and where it was to lead.
func (e *Env) SystemError(errno int32, syscall string, paths ...string) *goja.Object {
	known, ok := uvErrors[errno]
	if !ok {
		known = uvError{"UNKNOWN", "unknown error"}
	}
	message := known.code + ": " + known.message + ", " + syscall
	if len(paths) > 0 {
		message += " '" + strings.Join(paths, "' -> '") + "'"
	}
	o := e.newError("Error", "", message)
	e.Set(o, "errno", errno)
	e.Set(o, "code", known.code)
	e.Set(o, "syscall", syscall)
	for i, path := range paths[:min(len(paths), 2)] {
		e.Set(o, [...]string{"path", "dest"}[i], path)
	}
	return o
}

// Received names the type and value of an argument, as Node's argument errors
// do. It may run getters of an object's constructor.
func Received(v goja.Value) string {
	switch v := v.(type) {
	case nil:
		return "undefined"
	case goja.String:
		return "type string (" + quoted(v.String()) + ")"
	case *goja.Symbol:
		return "type symbol (Symbol(" + v.String() + "))"
	case *goja.Object:
		return receivedObject(v)
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

func receivedObject(o *goja.Object) string {
	if _, ok := goja.AssertFunction(o); ok {
		return "function " + o.Get("name").String()
	}
	constructor, ok := o.Get("constructor").(*goja.Object)
	if !ok {
		return "[Object: null prototype] {}"
	}
	return "an instance of " + constructor.Get("name").String()
}

// quoted is a string as util.inspect shows it, cut to one short line.
func quoted(s string) string {
	if runes := []rune(s); len(runes) > 28 {
		s = string(runes[:25]) + "..."
	}
	if strings.Contains(s, "'") {
		return strconv.Quote(s)
	}
	return "'" + s + "'"
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
	-26: {"ETXTBSY", "text file is busy"}, -27: {"EFBIG", "file too large"}, -28: {"ENOSPC", "no space left on device"},
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
