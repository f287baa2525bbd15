// Package absent is the area of modules of Node whose subject jsrr does not
// have: a debugger's protocol, V8's tracing, WebAssembly and
// processes. They can be loaded, so that programs which only look at them run;
// what would need the subject throws.
package absent

import (
	"embed"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area { return host.Area{Name: "absent", Lib: lib} }
