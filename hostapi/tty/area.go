package tty

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "tty", Lib: lib, NewState: newState, Archive: archive, Deliveries: []*loop.Delivery{input}, Natives: []host.Native{
		{Name: "kind", Length: 1, Fn: kind},
		{Name: "size", Length: 1, Fn: size},
		{Name: "setRaw", Length: 2, Fn: setRaw},
		{Name: "write", Length: 2, Fn: write},
		{Name: "read", Length: 3, Fn: read},
		{Name: "setReadRef", Length: 2, Fn: setReadRef},
	}}
}

// state is the Go side of the area in one loop.
type state struct {
	// reads holds the reads that wait for input, by descriptor.
	reads map[int64]*loop.Op
}

func newState() any { return &state{reads: map[int64]*loop.Op{}} }

func archive(e *host.Env, a *heap.Archive) {
	s := e.State.(*state)
	// A read that is done has no effect any more.
	for fd, op := range s.reads {
		if !e.Loop.IsPending(op) {
			delete(s.reads, fd)
		}
	}
	heap.Map(a, &s.reads, func(fd *int64) { heap.Number(a, fd) }, func(op **loop.Op) { heap.Ref(a, op) })
}

func descriptorArgs(c goja.FunctionCall) loop.Encoder {
	var args loop.Encoder
	args.Int(c.Argument(0).ToInteger())
	return args
}

// kind(fd) returns what a descriptor leads to: "TTY", "FILE", "PIPE" or
// "UNKNOWN"; "INVALID" when it is not open.
func kind(e *host.Env, c goja.FunctionCall) goja.Value {
	args := descriptorArgs(c)
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindHandleType, Args: args.Bytes()})
	if r.Errno != 0 {
		return e.RT.ToValue("INVALID")
	}
	return e.RT.ToValue(string(r.Data))
}

// size(fd) returns the columns and rows of a terminal, or the number of the
// system's error.
func size(e *host.Env, c goja.FunctionCall) goja.Value {
	args := descriptorArgs(c)
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindTTYSize, Args: args.Bytes()})
	if r.Errno != 0 {
		return e.RT.ToValue(r.Errno)
	}
	d := loop.Decode(r.Data)
	columns, rows := d.Uint(), d.Uint()
	if d.Err() != nil {
		e.Loop.Fail(d.Err())
	}
	return e.RT.NewArray(columns, rows)
}

// setRaw(fd, raw) changes the mode of a terminal and returns 0, or the number
// of the system's error.
func setRaw(e *host.Env, c goja.FunctionCall) goja.Value {
	args := descriptorArgs(c)
	args.Bool(c.Argument(1).ToBoolean())
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindTTYRaw, Args: args.Bytes()})
	return e.RT.ToValue(r.Errno)
}

// write(fd, text|bytes) writes to a console stream and returns 0, or the
// number of the system's error.
func write(e *host.Env, c goja.FunctionCall) goja.Value {
	data, ok := host.Bytes(c.Argument(1))
	if ok {
		data = append([]byte(nil), data...)
	} else {
		data = []byte(c.Argument(1).String())
	}
	if len(data) == 0 {
		return e.RT.ToValue(0)
	}
	e.Loop.Tape().Emit(loop.Effect{FD: uint8(c.Argument(0).ToInteger()), Data: data})
	args := descriptorArgs(c)
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindOutputState, Args: args.Bytes()})
	return e.RT.ToValue(r.Errno)
}

// read(fd, length, callback) waits for input: callback gets the number of the
// system's error and the bytes; none stand for the end.
func read(e *host.Env, c goja.FunctionCall) goja.Value {
	fd := c.Argument(0).ToInteger()
	args := descriptorArgs(c)
	args.Uint(uint64(c.Argument(1).ToInteger()))
	op := &loop.Op{Request: loop.KindInput, Callback: e.Callable(c.Argument(2), "callback"), Deliver: input}
	e.Loop.Start(op, args.Bytes())
	e.State.(*state).reads[fd] = op
	return goja.Undefined()
}

var input = &loop.Delivery{Name: "tty.input", Make: deliverInput}

func deliverInput(l *loop.Loop, _ *loop.Op, r loop.Reply) []goja.Value {
	rt := l.Runtime()
	return []goja.Value{rt.ToValue(r.Errno), rt.ToValue(rt.NewArrayBuffer(r.Data))}
}

// setReadRef(fd, ref) says whether a read that waits keeps the loop running.
func setReadRef(e *host.Env, c goja.FunctionCall) goja.Value {
	if op := e.State.(*state).reads[c.Argument(0).ToInteger()]; op != nil {
		e.Loop.SetOpRef(op, c.Argument(1).ToBoolean())
	}
	return goja.Undefined()
}
