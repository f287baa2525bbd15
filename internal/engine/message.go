package engine

import (
	"strings"

	"github.com/dop251/goja"
)

// construct is what a native constructor runs.
type construct = func(args []goja.Value, newTarget *goja.Object) *goja.Object

// v8Message gives an error that goja makes itself V8's message.
func (s *Stacks) v8Message(constructor *goja.Object, args []goja.Value) []goja.Value {
	if len(args) == 0 || args[0] == nil {
		return args
	}
	// goja prints an object that cannot be converted to a primitive with all its
	// Go fields: a program could read addresses, which differ from run to run.
	if text, ok := args[0].(goja.String); ok && strings.HasPrefix(text.String(), "Could not convert &{") {
		return []goja.Value{s.rt.ToValue("Cannot convert object to primitive value")}
	}
	return args
}
