// Package diagnosticschannel is named channels on which a program, or a
// library in it, tells what it does.
package diagnosticschannel

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "diagnostics_channel", Lib: lib} }
