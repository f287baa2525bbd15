package buffer

import (
	"embed"
	"slices"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{
		Name: "buffer",
		Lib:  lib,
		Natives: slices.Concat(makeNatives(), stringNatives(), contentNatives(), searchNatives(),
			intNatives(), wideNatives(), webNatives()),
	}
}
