// Package os is provisional.
package os

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "os", Lib: lib} }
