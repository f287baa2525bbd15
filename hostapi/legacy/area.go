// Package legacy is the area of modules that Node keeps for old programs:
// punycode, constants and sys.
package legacy

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "legacy", Lib: lib} }
