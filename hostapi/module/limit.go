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

// beginInterruptible(error) lets an interrupt from the terminal throw error in scripts
// that are compiled from now on, until endInterruptible.
func beginInterruptible(e *host.Env, c goja.FunctionCall) goja.Value {
	s, failure := e.State.(*state), c.Argument(0)
	askInterrupted(e, loop.InterruptedBegin)
	s.limit = &engine.Limit{Outer: s.limit, Exceeded: func() goja.Value {
		if len(askInterrupted(e, loop.InterruptedPoll)) == 0 {
			return nil
		}
		return failure
	}}
	return goja.Undefined()
}

// endInterruptible() ends what the last beginInterruptible began, and says whether an
// interrupt came.
func endInterruptible(e *host.Env, c goja.FunctionCall) goja.Value {
	askInterrupted(e, loop.InterruptedEnd)
	return endLimit(e, c)
}

func askInterrupted(e *host.Env, what uint64) []byte {
	var args loop.Encoder
	args.Uint(what)
	return e.Loop.Tape().Ask(loop.Request{Kind: loop.KindInterrupted, Args: args.Bytes()}).Data
}

// endLimit() ends what the last beginLimit began, and says whether it was exceeded.
func endLimit(e *host.Env, _ goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	ended := s.limit
	ended.Exceeded = nil
	s.limit = ended.Outer
	return e.RT.ToValue(ended.Over())
}
