// Package repl is the area of the interactive session: read, evaluate, print,
// loop. It is all JavaScript, over readline.
package repl

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "repl", Lib: lib} }
