package fs

import (
	"slices"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// The console's descriptors.
const (
	stdout = 1
	stderr = 2
)

// write is the operation, except that the console's bytes leave as effects.
func write(e *host.Env, c goja.FunctionCall) goja.Value { return writeWith(e, c, "write") }

// writev is write with another name: what JavaScript gathered from a list.
func writev(e *host.Env, c goja.FunctionCall) goja.Value { return writeWith(e, c, "writev") }

func writeWith(e *host.Env, c goja.FunctionCall, name string) goja.Value {
	fd := c.Argument(0).ToInteger()
	if fd != stdout && fd != stderr {
		return byName[name].call(e, c)
	}
	n, errno := emit(e, fd, slice(e, c.Argument(1), c.Argument(2), c.Argument(3)))
	if errno != 0 {
		failure := e.SystemError(errno, "write")
		if name == "write" && goja.IsUndefined(c.Argument(6)) {
			moveCodeLast(e, failure)
		}
		return fail(e, c.Argument(6), failure, e.RT.ToValue(0), c.Argument(5))
	}
	return finish(e, c.Argument(6), e.RT.ToValue(n), c.Argument(5))
}

// writeFile is the operation, with the same exception.
func writeFile(e *host.Env, c goja.FunctionCall) goja.Value {
	fd := c.Argument(1).ToInteger()
	if fd < 0 {
		fd = consoleNamed(c.Argument(0))
	}
	if fd != stdout && fd != stderr {
		return byKind[loop.KindFSWriteFile].call(e, c)
	}
	if _, errno := emit(e, fd, slice(e, c.Argument(4), c.Argument(5), c.Argument(6))); errno != 0 {
		return fail(e, c.Argument(8), e.SystemError(errno, "write"))
	}
	return finish(e, c.Argument(8), goja.Undefined())
}

// consoleNamed returns the descriptor that a path stands for, or -1.
func consoleNamed(path goja.Value) int64 {
	switch pathOf(path) {
	case "/dev/stdout":
		return stdout
	case "/dev/stderr":
		return stderr
	}
	return -1
}

// emit writes to the console, and asks how that went, as a stream does.
func emit(e *host.Env, fd int64, data []byte) (n int, errno int32) {
	if len(data) == 0 {
		return 0, 0
	}
	e.Loop.Tape().Emit(loop.Effect{FD: uint8(fd), Data: slices.Clone(data)})
	var args loop.Encoder
	args.Int(fd)
	return len(data), e.Loop.Tape().Ask(loop.Request{Kind: loop.KindOutputState, Args: args.Bytes()}).Errno
}

// fail throws an error, or queues the callback with (failure, rest...) as a turn.
func fail(e *host.Env, callback goja.Value, failure *goja.Object, rest ...goja.Value) goja.Value {
	if goja.IsUndefined(callback) {
		panic(failure)
	}
	e.Loop.Post(e.Callable(callback, "cb"), append([]goja.Value{failure}, rest...))
	return goja.Undefined()
}

// finish answers at once what needs no outside: it returns value, or queues
// the callback with (null, value, echo) as a turn.
func finish(e *host.Env, callback, value goja.Value, echo ...goja.Value) goja.Value {
	if goja.IsUndefined(callback) {
		return value
	}
	args := []goja.Value{goja.Null()}
	if !goja.IsUndefined(value) {
		args = append(append(args, value), echo...)
	}
	e.Loop.Post(e.Callable(callback, "cb"), args)
	return goja.Undefined()
}
