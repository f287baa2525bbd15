// Package boot holds the first JavaScript that runs: it connects modules and
// natives, fills the global object, and hands over to the main script.
package boot

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "boot", Lib: lib} }
