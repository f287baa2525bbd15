// Package string_decoder holds the JavaScript modules of this area.
package string_decoder

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "string_decoder", Lib: lib} }
