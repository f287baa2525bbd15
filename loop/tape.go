package loop

import "math"

// Tape is the one seam between a program and everything it cannot compute
// itself. A plain run, a recording, a replay and a simulation are
// implementations or decorators of it; nothing else in jsrr knows which one is
// in place.
//
// All methods are called on the loop's goroutine, in an order that is a pure
// function of what earlier calls returned. That order is what a recording
// relies on: the n-th call of a replay is the n-th call of the recorded run.
type Tape interface {
	// Clock reads a clock.
	Clock(c Clock) int64

	// Ask answers a request at once: a value from outside or synchronous I/O.
	// The reply belongs to the caller and is never written to again.
	Ask(r Request) Reply

	// Start begins an op. Ops are numbered 1, 2, 3, … in the order in which
	// they are started; Next names them by that number. The tape may keep r.
	Start(op OpID, r Request)

	// Next stores the next completion of a started op in c. (It is stored and
	// not returned since a recording copies nothing on this hot path.)
	//
	//   until == Drain       returns what was ready when the last other call
	//                        of Next returned; false when that batch is used up
	//   until <= loop clock  a poll: returns false when nothing is ready
	//   until >  loop clock  waits for a completion until the loop clock
	//                        reaches until (milliseconds); false when it has
	//   until == Forever     waits for a completion
	//
	// It returns false from a Forever wait only when the tape can deliver
	// nothing any more; the loop then stops with ErrTapeEnded.
	Next(until int64, c *Completion) bool

	// Emit lets bytes leave the program on a console stream. It never fails
	// from the program's point of view.
	Emit(e Effect)

	// Close ends the tape. It is called exactly once, after the last turn.
	Close(end End) error
}

// Special values of Next's argument.
const (
	Drain   int64 = math.MinInt64
	Forever int64 = math.MaxInt64
)

// Clock names a clock of the tape.
type Clock uint8

const (
	// ClockLoop counts whole milliseconds since the loop began, monotonic.
	ClockLoop Clock = iota
	// ClockWall counts whole milliseconds since 1970-01-01 UTC.
	ClockWall
	// ClockFine counts nanoseconds since the loop began, monotonic.
	ClockFine
)

// Request is what a program asks of the outside.
type Request struct {
	Kind Kind
	// Args is the request's arguments, written with Encoder.
	Args []byte
}

// Reply is what the outside answers.
type Reply struct {
	// Errno is 0, or a negative libuv error number.
	Errno int32
	// Data is the answer, written with Encoder, or raw bytes; the request's
	// kind says which.
	Data []byte
}

// Completion is one result of an op.
type Completion struct {
	// Op is the op's number: 1 for the first Start.
	Op uint64
	// More says that further completions of this op may follow.
	More bool
	Reply
}

// Effect is output that leaves the program.
type Effect struct {
	// FD is a stream: 1 (stdout), 2 (stderr) or one of the Stream constants.
	FD   uint8
	Data []byte
}

// Streams beside stdout and stderr that a test file writes to.
const (
	// StreamEvents carries what happens in a test file to the process that
	// started it.
	StreamEvents uint8 = 3
	// StreamReport is the report of a test file as people read it. A run drops
	// it, since the process that started it has a report of its own; replays
	// show it on stdout.
	StreamReport uint8 = 4
)

// End says how a run ended.
type End struct {
	// Code is the program's exit code.
	Code int
	// Cut says that the run was stopped from outside (an interrupt, a time
	// limit) in the middle of turn Turns-1, and why; "" for a run that ended
	// by itself.
	Cut string
	// Turns is the number of turns begun.
	Turns uint64
}
