// Package querystring is the Node module 'querystring', all in JavaScript but
// for the percent-encoding, which it takes from the natives of url.
package querystring

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "querystring", Lib: lib} }
