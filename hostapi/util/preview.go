package util

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// previewEntries returns [entries, isKeyValue] of an iterator of a Map or a Set:
// what it would still give. For anything else it is undefined.
func previewEntries(e *host.Env, call goja.FunctionCall) goja.Value {
	o, ok := call.Argument(0).(*goja.Object)
	if !ok {
		return goja.Undefined()
	}
	values, pairs, ok := engine.Remaining(o)
	if !ok {
		return goja.Undefined()
	}
	entries := make([]any, len(values))
	for i, value := range values {
		entries[i] = value
	}
	return e.RT.NewArray(e.RT.NewArray(entries...), pairs)
}
