// Package events is the Node module 'events' and what else tells programs of
// something: EventTarget, AbortSignal, DOMException, MessageChannel, and the
// structured clone that messages are made with.
//
// The model: all of it is behaviour and stands in lib. Messages become turns
// through the natives of hostapi/messaging; the natives here do the one thing
// that JavaScript cannot, taking the memory of an ArrayBuffer away from it.
//
// Invariant: a list of listeners is only ever appended to in place, so that an
// emission needs no copy of it (lib/internal/events/emit.js).
//
// Example: structuredClone(buffer, { transfer: [buffer] }) makes a second
// ArrayBuffer over the same memory with aliasArrayBuffer and, when the whole
// value has been cloned, empties the first with detachArrayBuffer.
package events

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "events", Lib: lib, Natives: []host.Native{
		{Name: "aliasArrayBuffer", Length: 1, Fn: aliasArrayBuffer},
		{Name: "detachArrayBuffer", Length: 1, Fn: detachArrayBuffer},
	}}
}

func aliasArrayBuffer(e *host.Env, c goja.FunctionCall) goja.Value {
	return e.ArrayBuffer(arrayBuffer(e, c).Bytes())
}

func detachArrayBuffer(e *host.Env, c goja.FunctionCall) goja.Value {
	arrayBuffer(e, c).Detach()
	return goja.Undefined()
}

func arrayBuffer(e *host.Env, c goja.FunctionCall) goja.ArrayBuffer {
	buffer, ok := c.Argument(0).Export().(goja.ArrayBuffer)
	if !ok {
		panic(e.TypeError("ERR_INVALID_ARG_TYPE", `The "buffer" argument must be an instance of ArrayBuffer.`))
	}
	return buffer
}
