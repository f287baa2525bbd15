// Package readline is the area of reading lines and keys, and of moving the
// cursor. It is all JavaScript, over streams.
package readline

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "readline", Lib: lib} }
