package module

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/loop"
)

// beginLimit(ms, error) limits the time that scripts have which are compiled from now
// on, until endLimit: then error is thrown in them. The clock is the tape's, so a
// replay ends them at the same step.
func beginLimit(e *host.Env, c goja.FunctionCall) goja.Value {
	s, tape, failure := e.State.(*state), e.Loop.Tape(), c.Argument(1)
	until := tape.Clock(loop.ClockLoop) + c.Argument(0).ToInteger()
	s.limit = &engine.Limit{Outer: s.limit, Exceeded: func() goja.Value {
		tape.Clock(loop.ClockWall) // a virtual clock goes on when a program looks at it
		if tape.Clock(loop.ClockLoop) < until {
			return nil
		}
		return failure
	}}
	return goja.Undefined()
}

// endLimit() ends what the last beginLimit began, and says whether it was exceeded.
func endLimit(e *host.Env, _ goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	ended := s.limit
	ended.Exceeded = nil
	s.limit = ended.Outer
	return e.RT.ToValue(ended.Over())
}
