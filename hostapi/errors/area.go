// Package errors is the area of Node's errors and argument checks: the modules
// internal/errors (codes with their messages, system errors, stack texts) and
// internal/validators. It is JavaScript alone; what a native throws is made by
// host.Env.
package errors

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area "errors".
func Area() host.Area { return host.Area{Name: "errors", Lib: lib} }
