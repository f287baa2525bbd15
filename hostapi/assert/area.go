// Package assert is the area of the modules assert and assert/strict. It is
// JavaScript alone: the comparisons come from the area util.
package assert

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area "assert".
func Area() host.Area { return host.Area{Name: "assert", Lib: lib} }
