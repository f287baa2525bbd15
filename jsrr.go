// Package jsrr runs JavaScript programs written for Node.js, records every
// decision of a run, and replays it exactly, as often as you like and anywhere.
//
// # Model
//
// A program is a pure function of its tape: the clock, random numbers, files,
// the environment and the order in which all that completes reach it in one
// place. Run gives a program the real world (or a simulated one), Record
// writes down what that answers, and Replay answers the same again without
// touching the world.
//
// # Invariants
//
//   - Programs share nothing: any number of them may run in one process, each
//     on the goroutine that called Run, Record or Replay. One thing belongs to
//     the process and not to a program: the file mode mask that process.umask
//     changes.
//   - The error is nil whenever the program ran, however it ended: see Result.
//     Errors speak of jsrr's own trouble: bad options, a recording that cannot
//     be read, a replay that diverged.
//
// # Example
//
//	result, err := jsrr.Record(ctx, jsrr.RecordOptions{
//		Options: jsrr.Options{Script: "cart.js"},
//		Folder:  "cart.jsrr",
//	})
//	…
//	result, err = jsrr.Replay(ctx, jsrr.ReplayOptions{Recording: "cart.jsrr"})
package jsrr
