package fs

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// call performs an operation: at once, or when the argument behind its own is
// a callback, as an op.
func (o *operation) call(e *host.Env, c goja.FunctionCall) goja.Value {
	args := o.encode(e, c)
	callback := c.Argument(len(o.arguments))
	if goja.IsUndefined(callback) {
		return o.ask(e, c, args)
	}
	o.start(e, c, args, e.Callable(callback, "cb"))
	return goja.Undefined()
}

func (o *operation) ask(e *host.Env, c goja.FunctionCall, args []byte) goja.Value {
	r := e.Loop.Tape().Ask(loop.Request{Kind: o.kind, Args: args})
	if r.Errno != 0 {
		failure := o.failure(e, o.own(c), r)
		if o.name == "write" {
			moveCodeLast(e, failure)
		}
		panic(failure)
	}
	return o.value(e, o.own(c), r)
}

// moveCodeLast gives an error the order of properties that those of writeSync
// have, alone among all functions.
func moveCodeLast(e *host.Env, failure *goja.Object) {
	code := failure.Get("code")
	if err := failure.Delete("code"); err != nil {
		panic(err)
	}
	e.Set(failure, "code", code)
}

func (o *operation) start(e *host.Env, c goja.FunctionCall, args []byte, callback loop.Function) *loop.Op {
	op := &loop.Op{Request: o.kind, Callback: callback, Deliver: result, Roots: slices.Clone(o.own(c))}
	e.Loop.Start(op, args)
	return op
}

// own returns as many arguments as the operation has. goja's slice is its
// stack: who keeps them for later copies them.
func (o *operation) own(c goja.FunctionCall) []goja.Value {
	args := c.Arguments
	for len(args) < len(o.arguments) {
		args = append(args[:len(args):len(args)], goja.Undefined())
	}
	return args[:len(o.arguments)]
}

var result = &loop.Delivery{Name: "fs.result", Make: deliver}

// deliver makes the callback's arguments: (error), (null) or (null, value),
// and what is echoed behind them.
func deliver(l *loop.Loop, op *loop.Op, r loop.Reply) []goja.Value {
	o := byKind[op.Request]
	e := &host.Env{Loop: l, RT: l.Runtime()}
	if r.Errno != 0 {
		failure := o.failure(e, op.Roots, r)
		hideFrames(e, failure)
		if o.echo != 0 {
			return []goja.Value{failure, e.RT.ToValue(0), op.Roots[o.echo]}
		}
		return []goja.Value{failure}
	}
	value := o.value(e, op.Roots, r)
	switch {
	case o.echo != 0:
		return []goja.Value{goja.Null(), value, op.Roots[o.echo]}
	case goja.IsUndefined(value):
		return []goja.Value{goja.Null()}
	}
	return []goja.Value{goja.Null(), value}
}

// value reads a reply. One that cannot be read ends the run: the recording it
// comes from is damaged.
func (o *operation) value(e *host.Env, args []goja.Value, r loop.Reply) goja.Value {
	v, err := o.reply(e, args, r.Data)
	if err != nil {
		e.Loop.Fail(fmt.Errorf("reply of %v: %w", o.kind, err))
	}
	return v
}

// failure returns the error of a request that failed. A reply with data names
// the step at which it did, and the path.
func (o *operation) failure(e *host.Env, args []goja.Value, r loop.Reply) *goja.Object {
	step, paths := o.syscall, o.shownPaths(args)
	if len(r.Data) > 0 {
		d := loop.Decode(r.Data)
		step, paths = d.String(), nil
		for d.More() {
			paths = append(paths, strings.ToValidUTF8(d.String(), "\uFFFD"))
		}
		if d.Err() != nil {
			e.Loop.Fail(fmt.Errorf("reply of %v: %w", o.kind, d.Err()))
		}
	}
	return e.SystemError(r.Errno, step, paths...)
}

// hideFrames takes the stack frames from an error that no line of the program
// made: people see its message only.
func hideFrames(e *host.Env, failure *goja.Object) {
	e.Set(failure, "stack", "Error: "+messageOf(failure))
}

// messageOf returns an error's message; a program that replaces Error can make
// errors that have none.
func messageOf(failure *goja.Object) string {
	if message := failure.Get("message"); message != nil {
		return message.String()
	}
	return ""
}

// exists answers whether access succeeds.
func exists(e *host.Env, c goja.FunctionCall) goja.Value {
	o := byKind[loop.KindFSAccess]
	r := e.Loop.Tape().Ask(loop.Request{Kind: o.kind, Args: o.encode(e, c)})
	return e.RT.ToValue(r.Errno == 0)
}

func statIfThere(e *host.Env, c goja.FunctionCall) goja.Value {
	return byKind[loop.KindFSStat].askIfThere(e, c)
}

func lstatIfThere(e *host.Env, c goja.FunctionCall) goja.Value {
	return byKind[loop.KindFSLstat].askIfThere(e, c)
}

// errnoNotFound is ENOENT.
const errnoNotFound = -2

// askIfThere answers undefined for what does not exist.
func (o *operation) askIfThere(e *host.Env, c goja.FunctionCall) goja.Value {
	r := e.Loop.Tape().Ask(loop.Request{Kind: o.kind, Args: o.encode(e, c)})
	switch r.Errno {
	case 0:
		return o.value(e, o.own(c), r)
	case errnoNotFound:
		return goja.Undefined()
	}
	panic(o.failure(e, o.own(c), r))
}
