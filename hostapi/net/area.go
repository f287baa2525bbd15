// Package net holds the modules of the network as far as they need none:
// net, tls, dns, dgram, http, https and http2.
//
// The model: lib alone. Packages load these modules, ask for constants,
// inherit from their classes and make agents and servers long before they
// connect to anything. All that is there; what would reach the network throws
// ERR_FEATURE_UNAVAILABLE_ON_PLATFORM (see missing.txt).
package net

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "net", Lib: lib} }
