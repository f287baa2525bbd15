// Package vm is the area of the module vm: scripts that are compiled once,
// functions from text, and contexts.
//
// goja has one global object. A context is therefore a scope: the code of a
// script runs in a with statement over an object that stands for the context's
// global, its declarations become properties of that object, and of jsrr's own
// globals it sees only those of the language. What differs from Node: the
// objects of the language (Object, Array, Error …) are shared by all contexts,
// let, const and class of a script are properties too, and an unknown name that
// a script assigns to anywhere reads as undefined.
package vm

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "vm", Lib: lib} }
