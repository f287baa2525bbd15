// Package systemtest decides whether jsrr is right as a whole: programs made
// by chance, killed recorders, interrupted programs, memory, and the examples.
//
// # Model
//
// Generate turns a seed into a Program: a tree of JavaScript statements that
// uses timers, promises, ticks, immediates, messages, emitters, streams and
// files, throws errors anywhere, prints everything that shows order and
// values, and ends. The tests run it under schedules made from other seeds,
// plainly, recorded and replayed; all runs of one schedule must be equal to the
// last byte. A program that fails is made smaller (Reduce) and printed.
//
// # Invariants
//
//   - A program is a pure function of its seed, and stays a program when any of
//     its statements is taken away: statements share nothing but the tables
//     that the prelude defines, whose entries may be missing.
//   - A program ends whatever happens: loops and recursion draw on one budget.
//
// # Example
//
//	go test ./systemtest -run TestRandomPrograms -seeds=1000
//	go test ./systemtest -run TestRandomPrograms -seed=17 -v
package systemtest
