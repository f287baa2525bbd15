// Package sim is a simulated outside: a virtual clock, and every choice that
// the real world makes by chance made by a seed instead.
//
// The same program with the same seed takes the same turns, and time costs
// nothing: when nothing is ready the clock jumps to the next event. Each op
// gets two random moments, the one at which it acts on the world and the one
// at which it completes; among the ops that are ready the seed chooses. Faults
// can be injected into the replies.
//
//	tape := sim.New(sim.Options{Seed: 7, Do: world.Do})
//	l, err := loop.New(tape, loop.Options{})
package sim
