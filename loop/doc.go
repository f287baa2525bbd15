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
// # Invariants
//
//   - Go enters JavaScript in one function, Loop.enter (microtasks, which goja
//     itself made, in Loop.runJob).
//   - The sequence of calls on the tape is a function of what the tape returned.
//   - No other package of the module is imported except internal/engine.
//
// # Example
//
//	l, err := loop.New(tape, loop.Options{})
//	…install natives and hooks…
//	end, err := l.Run(func() { l.Main(script) })
package loop
