// Package path is the Node module 'path' in its two flavours, all in
// JavaScript: posix with "/", win32 with "\", drive letters and UNC names.
//
// Nothing here asks the outside but resolve and what uses it, which take the
// current directory from process.cwd() when they are called.
package path

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "path", Lib: lib} }
