// Package process gives programs the process object: what they are, what they
// were started with, how they end, and what happens to their errors.
package process

import (
	"embed"
	"slices"
	"strconv"
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/nodeoptions"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "process", Lib: lib, NewState: newState, Archive: archive, Deliveries: []*loop.Delivery{signalArrival}, Natives: []host.Native{
		{Name: "info", Fn: info},
		{Name: "options", Fn: options},
		{Name: "allowedFlags", Fn: allowedFlags},
		{Name: "loadEnvFile", Length: 1, Fn: loadEnvFile},
		{Name: "setHooks", Length: 5, Fn: setHooks},
		{Name: "setSnapshotHook", Length: 1, Fn: setSnapshotHook},
		{Name: "nextTick", Length: 1, Fn: nextTick},
		{Name: "exit", Length: 1, Fn: exit},
		{Name: "setExitCode", Length: 1, Fn: setExitCode},
		{Name: "mainPending", Fn: mainPending},
		{Name: "awaitMain", Length: 1, Fn: awaitMain},
		{Name: "emit", Length: 2, Fn: emit},
		{Name: "fineClock", Fn: fineClock},
		{Name: "cwd", Fn: cwd},
		{Name: "chdir", Length: 2, Fn: chdir},
		{Name: "envGet", Length: 1, Fn: envGet},
		{Name: "envNames", Fn: envNames},
		{Name: "usage", Fn: usage},
		{Name: "umask", Length: 1, Fn: umask},
		{Name: "kill", Length: 2, Fn: kill},
		{Name: "random", Length: 1, Fn: random},
		{Name: "activeResources", Fn: activeResources},
		{Name: "failure", Length: 1, Fn: failure},
		{Name: "setUncaught", Length: 3, Fn: setUncaught},
		{Name: "watchSignal", Length: 2, Fn: watchSignal},
		{Name: "unwatchSignal", Length: 1, Fn: unwatchSignal},
	}}
}

func setHooks(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.SetHooks(loop.Hooks{
		Uncaught:   e.Callable(c.Argument(0), "uncaught"),
		Rejection:  e.Callable(c.Argument(1), "rejection"),
		BeforeExit: e.Callable(c.Argument(2), "beforeExit"),
		Exit:       e.Callable(c.Argument(3), "exit"),
		Restart:    e.Callable(c.Argument(4), "restart"),
	})
	return goja.Undefined()
}

// setSnapshotHook(before) has before called before a snapshot that is to be restored.
func setSnapshotHook(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.SetSnapshotHook(e.Callable(c.Argument(0), "before"))
	return goja.Undefined()
}

func nextTick(e *host.Env, c goja.FunctionCall) goja.Value {
	call := e.Callable(c.Argument(0), "callback")
	var args []goja.Value
	if len(c.Arguments) > 1 {
		args = slices.Clone(c.Arguments[1:])
	}
	e.Loop.NextTick(call, args)
	return goja.Undefined()
}

// exit ends the program at once; no JavaScript runs after it.
func exit(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.Exit(int(c.Argument(0).ToInteger()))
	return goja.Undefined()
}

func setExitCode(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.SetExitCode(int(c.Argument(0).ToInteger()))
	return goja.Undefined()
}

func mainPending(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(e.Loop.MainPending())
}

// awaitMain(promise) names the promise of the main module.
func awaitMain(e *host.Env, c goja.FunctionCall) goja.Value {
	if p, ok := c.Argument(0).Export().(*goja.Promise); ok {
		e.Loop.AwaitMain(p)
		e.Loop.StartInPoll()
	}
	return goja.Undefined()
}

// emit(fd, text|bytes) writes to a console stream.
func emit(e *host.Env, c goja.FunctionCall) goja.Value {
	fd := uint8(c.Argument(0).ToInteger())
	data, ok := host.Bytes(c.Argument(1))
	if ok {
		data = slices.Clone(data)
	} else {
		data = []byte(c.Argument(1).String())
	}
	if len(data) > 0 {
		e.Loop.Tape().Emit(loop.Effect{FD: fd, Data: data})
	}
	return goja.Undefined()
}

// fineClock returns nanoseconds since the program began.
func fineClock(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(e.Loop.Tape().Clock(loop.ClockFine))
}

// ask asks the tape; an error becomes an exception of the system call named.
func ask(e *host.Env, kind loop.Kind, args loop.Encoder, syscall string, paths ...string) []byte {
	r := e.Loop.Tape().Ask(loop.Request{Kind: kind, Args: args.Bytes()})
	if r.Errno != 0 {
		panic(e.SystemError(r.Errno, syscall, paths...))
	}
	return r.Data
}

func cwd(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(string(ask(e, loop.KindCwd, loop.Encoder{}, "uv_cwd")))
}

// chdir(target, from) changes the working directory, which is from.
func chdir(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.String(c.Argument(0).String())
	ask(e, loop.KindChdir, args, "chdir", c.Argument(1).String(), c.Argument(0).String())
	return goja.Undefined()
}

// envGet(name, fromFile) returns a variable; fromFile asks for what a file
// said that loadEnvFile read.
func envGet(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.String(c.Argument(0).String())
	if c.Argument(1).ToBoolean() {
		args.Bool(true)
	}
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindEnvGet, Args: args.Bytes()})
	if r.Errno != 0 {
		return goja.Undefined()
	}
	return e.RT.ToValue(string(r.Data))
}

func envNames(e *host.Env, _ goja.FunctionCall) goja.Value {
	d := loop.Decode(ask(e, loop.KindEnvNames, loop.Encoder{}, "environ"))
	var names []any
	for d.More() {
		names = append(names, d.String())
	}
	return e.RT.NewArray(names...)
}

// loadEnvFile(path) reads a file of variables and returns their names.
func loadEnvFile(e *host.Env, c goja.FunctionCall) goja.Value {
	path := c.Argument(0).String()
	var args loop.Encoder
	args.String(path)
	d := loop.Decode(ask(e, loop.KindEnvFile, args, "open", path))
	var names []any
	for d.More() {
		names = append(names, d.String())
	}
	return e.RT.NewArray(names...)
}

// usage returns [rss, heapTotal, heapUsed, stack, userMicros, systemMicros], and
// the other figures of resourceUsage.
func usage(e *host.Env, _ goja.FunctionCall) goja.Value {
	d := loop.Decode(ask(e, loop.KindProcessUsage, loop.Encoder{}, "getrusage"))
	figures := make([]any, usageFigures)
	for i := range figures {
		figures[i] = d.Uint()
	}
	return e.RT.NewArray(figures...)
}

// usageFigures is how many numbers a reply to loop.KindProcessUsage has.
const usageFigures = 16

func umask(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Bool(!goja.IsUndefined(c.Argument(0)))
	args.Uint(uint64(c.Argument(0).ToInteger()) & 0o777)
	d := loop.Decode(ask(e, loop.KindUmask, args, "umask"))
	return e.RT.ToValue(d.Uint())
}

// kill(pid, signal) sends a signal and returns 0, or the number of the system's
// error.
func kill(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Int(c.Argument(0).ToInteger())
	args.Int(c.Argument(1).ToInteger())
	r := e.Loop.Tape().Ask(loop.Request{Kind: loop.KindKill, Args: args.Bytes()})
	return e.RT.ToValue(r.Errno)
}

// random(n) returns an ArrayBuffer of n bytes from the operating system.
func random(e *host.Env, c goja.FunctionCall) goja.Value {
	var args loop.Encoder
	args.Uint(uint64(c.Argument(0).ToInteger()))
	return e.RT.ToValue(e.RT.NewArrayBuffer(ask(e, loop.KindRandom, args, "getrandom")))
}

// activeResources returns the names of what keeps the loop running.
func activeResources(e *host.Env, _ goja.FunctionCall) goja.Value {
	var list []any
	for _, name := range e.Loop.ActiveResources() {
		list = append(list, name)
	}
	return e.RT.NewArray(list...)
}

// info returns what the program was started with.
func info(e *host.Env, _ goja.FunctionCall) goja.Value {
	d := loop.Decode(ask(e, loop.KindProcessInfo, loop.Encoder{}, "info"))
	o := e.RT.NewObject()
	e.Set(o, "execPath", d.String())
	e.Set(o, "script", d.String())
	for _, name := range []string{"args", "execArgv"} {
		var list []any
		for n := d.Uint(); n > 0 && d.Err() == nil; n-- {
			list = append(list, d.String())
		}
		e.Set(o, name, e.RT.NewArray(list...))
	}
	e.Set(o, "pid", d.Int())
	e.Set(o, "ppid", d.Int())
	e.Set(o, "platform", d.String())
	e.Set(o, "arch", d.String())
	for _, name := range []string{"uid", "euid", "gid", "egid"} {
		e.Set(o, name, d.Int())
	}
	for _, name := range []string{"stdinTTY", "stdoutTTY", "stderrTTY"} {
		e.Set(o, name, d.Bool())
	}
	s := e.State.(*state)
	s.options = nil
	for n := d.Uint(); n > 0 && d.Err() == nil; n-- {
		s.options = append(s.options, d.String())
	}
	limitStacks(e, s.options)
	if d.Err() != nil {
		e.Loop.Fail(d.Err())
	}
	return o
}

// limitStacks sets Error.stackTraceLimit as --stack-trace-limit says.
func limitStacks(e *host.Env, options []string) {
	for _, option := range options {
		if value, ok := strings.CutPrefix(option, nodeoptions.StackTraceLimit); ok {
			if n, err := strconv.Atoi(value); err == nil {
				e.Set(e.Loop.Intrinsic("Error"), "stackTraceLimit", n)
			}
		}
	}
}

// allowedFlags returns the options that may stand in NODE_OPTIONS.
func allowedFlags(e *host.Env, _ goja.FunctionCall) goja.Value {
	var list []any
	for _, option := range nodeoptions.Allowed() {
		list = append(list, option)
	}
	return e.RT.NewArray(list...)
}

// options returns Node's options in their normal form.
func options(e *host.Env, _ goja.FunctionCall) goja.Value {
	var list []any
	for _, option := range e.State.(*state).options {
		list = append(list, option)
	}
	return e.RT.NewArray(list...)
}
