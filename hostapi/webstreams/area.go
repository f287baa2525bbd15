// Package webstreams is the streams of the web: ReadableStream, WritableStream
// and TransformStream, as the WHATWG Streams standard describes them, and their
// way to and from Node's own streams.
//
// The functions in lib follow the standard's abstract operations and mostly
// carry their names, so that one can be read beside the other.
package webstreams

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "webstreams", Lib: lib} }
