// Package loop decides what runs next.
//
// A Loop is one JavaScript thread: a goja runtime, Node's queues, and a Tape
// through which everything comes that the program cannot compute itself. The
// loop does no I/O and starts no goroutine; given the same answers from its
// tape it takes the same turns, in the same order, with the same jobs.
//
// # Model
//
// A turn is one dispatched callback and all that runs before the loop is asked
// again: its ticks (process.nextTick) and its microtasks. Turn 0 is the main
// script. A tick or microtask inside a turn is a job. An op is something that
// a turn starts and a later turn completes; its id is the starting turn and an
// ordinal there, so it is the same in every run that takes the same turns.
//
// The phases are Node's: timers, poll (completions of ops), check (immediates),
// closing. After each callback all ticks run, then all microtasks, until both
// are empty; then rejected promises that nobody handles are reported.
//
// The whole loop runs inside one outer call from JavaScript into Go, so that
// goja never empties its job queue by itself.
//
// Between two turns all state of a loop can be written to a snapshot
// (Loop.Archive), and another loop goes on from there (Loop.Continue): where a loop
// is in its phases is a phase and what is left of the batch that runs, and nothing
// stands in local variables. A Capturer is called there. While a snapshot is being
// written, a Capture is told before Go enters JavaScript or changes its objects.
//
// # Invariants
//
//   - Go enters JavaScript in one function, Loop.enter (microtasks, which goja
//     itself made, in Loop.runJob).
//   - The sequence of calls on the tape is a function of what the tape returned.
//   - No other package of the module is imported except internal/engine and what is in it.
//
// # Example
//
//	l, err := loop.New(tape, loop.Options{})
//	…install natives and hooks…
//	end, err := l.Run(func() { l.Main(script) })
package loop
