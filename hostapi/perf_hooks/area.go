// Package perfhooks is the performance interface: marks and measures,
// observers, histograms, and how busy the loop is. All times come from the
// tape's fine clock, so a replay shows those of the recorded run.
package perfhooks

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "perf_hooks", Lib: lib, Natives: []host.Native{
		{Name: "measureIdle", Fn: measureIdle},
		{Name: "loopTimes", Fn: loopTimes},
	}}
}

// measureIdle makes the loop measure how long it waits.
func measureIdle(e *host.Env, _ goja.FunctionCall) goja.Value {
	e.Loop.MeasureIdle()
	return goja.Undefined()
}

// loopTimes returns when the loop began and ended to turn, -1 for not yet, and
// how long it waited, in nanoseconds.
func loopTimes(e *host.Env, _ goja.FunctionCall) goja.Value {
	start, exit, idle := e.Loop.Times()
	return e.RT.NewArray(start, exit, idle)
}
