// Package replay drives a loop from a recording.
//
// A Tape gives a loop the answers that its recorded run got, in the same
// order, and compares what the loop asks and prints with what was recorded.
// Because a program is a pure function of its tape it takes the same turns
// again; where it does not, the tape stops it with a Divergence.
//
// # Model
//
// The tape counts down the slots that came as predicted (record.Predictor)
// and answers the next one from the entry that follows them. Nothing waits:
// a timer of an hour is due at once.
//
// # Invariants
//
//   - A replay cannot touch the world: this package opens no file beside the
//     recording and imports neither os, net nor live.
//   - Memory does not grow with the number of turns: a segment of each stream
//     is held at a time.
//   - A recording that ends before its program did (a killed process, an
//     interrupt, a full disk, damage) replays up to its last slot and then
//     stops with an Ended error.
//
// # Example
//
//	tape, err := replay.New(recording, replay.Options{Output: forward})
//	l, err := loop.New(tape, loop.Options{Observer: tape})
//	tape.Bind(l)
//	end, err := l.Run(…)
//	summary := tape.Summary()
package replay
