package util

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// previewEntries returns [entries, isKeyValue] of an iterator of a Map or a Set:
// what it would still give. goja offers no way to look without taking, so it is
// undefined.
func previewEntries(_ *host.Env, _ goja.FunctionCall) goja.Value {
	return goja.Undefined()
}
