package test

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// runFile(number, path, options, callback) runs a test file in a process of its
// own. callback(error, part, …) is called for each part that it sends: "o" and
// "x" with output, "e" with an event, "q" with exit code, signal and the name of
// a recording at the end.
func runFile(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Uint(uint64(c.Argument(0).ToInteger()))
	args.String(c.Argument(1).String())
	options := c.Argument(2).ToObject(e.RT)
	for _, key := range options.Keys() {
		args.String(options.Get(key).String())
	}
	op := &loop.Op{Request: loop.KindTestFile, Callback: e.Callable(c.Argument(3), "callback"), Deliver: part}
	e.Loop.Start(op, args.Bytes())
	return goja.Undefined()
}

var part = &loop.Delivery{Name: "test.part", Make: deliverPart}

func deliverPart(l *loop.Loop, _ *loop.Op, r loop.Reply) []goja.Value {
	rt := l.Runtime()
	if r.Errno != 0 || len(r.Data) == 0 {
		return []goja.Value{rt.ToValue(r.Errno)}
	}
	part, data := string(r.Data[:1]), r.Data[1:]
	if part != partEnd {
		return []goja.Value{rt.ToValue(0), rt.ToValue(part), rt.ToValue(rt.NewArrayBuffer(data))}
	}
	d := loop.Decode(data)
	return []goja.Value{rt.ToValue(0), rt.ToValue(part), rt.ToValue(d.Int()), rt.ToValue(d.Int()), rt.ToValue(d.String())}
}

const partEnd = "q"

// unfinished() lists what keeps the program running: in turns what it is, and where it was
// started.
func unfinished(e *host.Env, _ goja.FunctionCall) goja.Value {
	var list []any
	for _, u := range e.Loop.Unfinished() {
		if !u.Ref {
			continue
		}
		list = append(list, u.What, u.Site.String())
	}
	return e.RT.NewArray(list...)
}

// killFile(number, signal) sends a signal to a test file's process.
func killFile(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Uint(uint64(c.Argument(0).ToInteger()))
	args.Int(c.Argument(1).ToInteger())
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindTestFileKill, Args: args.Bytes()})
	return e.RT.ToValue(r.Errno == 0)
}
