// Package errors is the area of Node's errors and argument checks: the modules
// internal/errors (codes with their messages, system errors, stack texts) and
// internal/validators. It is JavaScript but for the table of libuv's errors,
// which natives need too; what a native throws is made by host.Env.
package errors

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area "errors".
func Area() host.Area {
	return host.Area{Name: "errors", Lib: lib, Natives: []host.Native{{Name: "uvErrors", Fn: uvErrors}}}
}

// uvErrors() returns libuv's errors as [errno, code, message].
func uvErrors(e *host.Env, _ goja.FunctionCall) goja.Value {
	rows := make([]any, len(host.UVErrors))
	for i, known := range host.UVErrors {
		rows[i] = e.RT.NewArray(known.Errno, known.Code, known.Message)
	}
	return e.RT.NewArray(rows...)
}
