// Package stream is the Node module 'stream': what consoles, files and sockets
// are made of.
//
// The model: lib alone, on top of events, buffer and process.nextTick. The
// state of a stream is a word of bits and a few fields (internal/streams/*_state),
// which looks in console.log as it does in Node.
//
// Invariant: every event leaves in the tick in which Node's leaves; testdata
// holds programs that print their order.
//
// Example: new Readable({ read() { this.push('a'); this.push(null); } }).pipe(out)
package stream

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "stream", Lib: lib} }
