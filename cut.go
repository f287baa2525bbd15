package jsrr

import (
	"context"
	"errors"
)

// Causes of a context that ends a run. A context that was cancelled without
// one of them counts as interrupted, one whose deadline passed as out of time.
var (
	ErrTimeLimit   = errors.New("time limit")
	ErrInterrupted = errors.New("interrupted")
	ErrTerminated  = errors.New("terminated")
	// ErrReached ends a replay that was asked to stop at a turn.
	ErrReached = errors.New("reached the requested turn")
)

// cutReason returns what a recording says about why its run was cut.
func cutReason(cause error) string {
	for _, known := range []error{ErrTimeLimit, ErrTerminated, ErrReached} {
		if errors.Is(cause, known) {
			return known.Error()
		}
	}
	if errors.Is(cause, context.DeadlineExceeded) {
		return ErrTimeLimit.Error()
	}
	return ErrInterrupted.Error()
}

// cutCode returns the exit code of a run that was cut for a reason.
func cutCode(reason string) int {
	switch reason {
	case ErrTimeLimit.Error():
		return ExitTimeLimit
	case ErrTerminated.Error():
		return ExitTerminated
	case ErrReached.Error():
		return ExitOK
	}
	return ExitInterrupted
}
