package loop

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// Function is a function of the program's that the loop will call. The zero
// Function is none.
type Function = engine.Function

// FunctionOf returns v as a function, and false when it is none.
func FunctionOf(v goja.Value) (Function, bool) { return engine.FunctionOf(v) }
