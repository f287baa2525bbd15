package os

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "os", Lib: lib, Natives: []host.Native{
		{Name: "info", Length: 1, Fn: info},
		{Name: "getPriority", Length: 1, Fn: getPriority},
		{Name: "setPriority", Length: 2, Fn: setPriority},
	}}
}

// Parts of loop.KindOSInfo: the first field of the request.
const (
	partMachine      = 0 // what does not change
	partLoad         = 1 // memory, time and load
	partCPUs         = 2
	partInterfaces   = 3
	partPriority     = 4 // of a process; its id follows
	partReprioritize = 5 // sets it; process id and priority follow
)

// info is info(part): a plain object, or the number of the system's error.
func info(e *host.Env, call goja.FunctionCall) goja.Value {
	part := call.Argument(0).ToInteger()
	var args loop.Encoder
	args.Uint(uint64(part))
	reply := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindOSInfo, Args: args.Bytes()})
	if reply.Errno != 0 {
		return e.RT.ToValue(reply.Errno)
	}
	d := loop.Decode(reply.Data)
	switch part {
	case partMachine:
		return machine(e, &d)
	case partLoad:
		return load(e, &d)
	case partCPUs:
		return cpus(e, &d)
	case partInterfaces:
		return interfaces(e, &d)
	}
	return goja.Undefined()
}

// getPriority is getPriority(pid): an object with the priority, or the number
// of the system's error.
func getPriority(e *host.Env, call goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Uint(partPriority)
	args.Int(call.Argument(0).ToInteger())
	reply := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindOSInfo, Args: args.Bytes()})
	if reply.Errno != 0 {
		return e.RT.ToValue(reply.Errno)
	}
	d := loop.Decode(reply.Data)
	result := e.RT.NewObject()
	e.Set(result, "priority", d.Int())
	return result
}

// setPriority is setPriority(pid, priority): 0, or the number of the system's
// error.
func setPriority(e *host.Env, call goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Uint(partReprioritize)
	args.Int(call.Argument(0).ToInteger())
	args.Int(call.Argument(1).ToInteger())
	reply := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindOSInfo, Args: args.Bytes()})
	return e.RT.ToValue(reply.Errno)
}
