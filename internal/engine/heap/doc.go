// Package heap writes the values of a goja runtime as bytes, with everything
// that they reach, and makes them again in another runtime.
//
// It follows goja's own structs, field by field and by reflection, so most kinds
// of values need no code of their own; encoders are made once for each Go type.
// What needs more stands in kinds of its own: objects (base.go), functions of Go
// (closure.go), maps and what is weak (map.go, weak.go), variables of mapped
// arguments (cell.go).
//
// A Realm names what a runtime has before a program runs: these objects exist in
// the other runtime as well, and are written as their names, or as what became of
// them. A Writer visits each object once, first come first served, with a queue
// instead of recursion; a Reader makes the objects in the same order.
//
// A heap is written at once, or in units while its program goes on (units.go).
//
// Nothing is looked up before the first Realm is made.
package heap
