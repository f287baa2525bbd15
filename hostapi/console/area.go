// Package console is the area of the module console and of the global console.
//
// Output of a program that has not touched process.stdout and process.stderr
// goes to the tape directly (emit); otherwise it takes the way through those
// streams, which a program may have replaced.
package console

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

//go:embed lib
var lib embed.FS

// Area returns the area "console".
func Area() host.Area {
	return host.Area{Name: "console", Lib: lib, Natives: []host.Native{
		{Name: "emit", Length: 2, Fn: emit},
		{Name: "now", Length: 0, Fn: now},
	}}
}

// emit writes a text to stdout (1) or stderr (2).
func emit(e *host.Env, call goja.FunctionCall) goja.Value {
	fd := uint8(1)
	if call.Argument(0).ToInteger() == 2 {
		fd = 2
	}
	e.Loop.Tape().Emit(loop.Effect{FD: fd, Data: []byte(call.Argument(1).String())})
	return goja.Undefined()
}

const nanosecondsPerMillisecond = 1e6

// now returns the milliseconds since the loop began, with fractions.
func now(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(float64(e.Loop.Tape().Clock(loop.ClockFine)) / nanosecondsPerMillisecond)
}
