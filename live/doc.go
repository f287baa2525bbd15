// Package live is the world: real clocks, real files, a real process.
//
// It is the only package whose code a running program can reach the outside
// through. Tape is the tape of a plain run; a recording decorates it. World
// answers single requests and is also what a simulation performs them with.
//
// Requests are answered on goroutines of this package, which never see goja;
// completions are handed over in a queue and get their order when the loop
// takes them.
package live
