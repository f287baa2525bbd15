package util

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// ownNonIndexProperties returns the string keys of a list which are no indices;
// with a true second argument those which are not enumerable too.
func ownNonIndexProperties(e *host.Env, call goja.FunctionCall) goja.Value {
	o, ok := call.Argument(0).(*goja.Object)
	if !ok {
		return e.RT.NewArray()
	}
	keys := o.Keys()
	if call.Argument(1).ToBoolean() {
		keys = o.GetOwnPropertyNames()
	}
	// Indices come first, so the search goes backwards.
	first := len(keys)
	for first > 0 && !isIndex(keys[first-1]) {
		first--
	}
	rest := make([]any, 0, len(keys)-first)
	for _, key := range keys[first:] {
		rest = append(rest, key)
	}
	return e.RT.NewArray(rest...)
}

// isIndex says that key is the canonical text of an array index.
func isIndex(key string) bool {
	n, err := strconv.ParseUint(key, 10, 32)
	return err == nil && n < 1<<32-1 && strconv.FormatUint(n, 10) == key
}
