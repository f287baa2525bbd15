// Package engine is the one place that touches goja's insides.
//
// goja keeps what jsrr needs in unexported fields: the queue of promise jobs,
// the call stack, the instructions of a compiled program. Every field is
// looked up by name when the process starts; a goja that renamed or retyped
// one makes Check report a LayoutError that names it, and nothing is read.
// goja itself stays an unmodified, pinned dependency.
//
//	jobs := engine.JobQueue(rt)
//	for jobs.Len() > 0 {
//		jobs.RunNext()
//	}
//
// Invariant: no other package of the module imports unsafe.
package engine
