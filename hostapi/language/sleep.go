package language

import (
	"math"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// sleep(milliseconds) returns when the time has passed: on a replay at once, on
// a virtual clock when it has jumped. NaN and Infinity never end.
func sleep(e *host.Env, c goja.FunctionCall) goja.Value {
	milliseconds := uint64(math.MaxInt64)
	if wanted := math.Ceil(c.Argument(0).ToFloat()); wanted < math.MaxInt64 {
		milliseconds = uint64(wanted)
	}
	var args loop.Encoder
	args.Uint(milliseconds)
	e.Loop.Tape().Ask(loop.Request{Kind: loop.KindSleep, Args: args.Bytes()})
	return goja.Undefined()
}
