// Package stringdecoder is the Node module 'string_decoder': bytes that come in
// pieces become text without a character being cut in two.
//
// The model: lib alone, on top of Buffer. A decoder keeps the bytes of an
// unfinished character and nothing else.
package stringdecoder

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "string_decoder", Lib: lib} }
