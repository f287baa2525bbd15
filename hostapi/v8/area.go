// Package v8 is the area of Node's module of that name: values as bytes in V8's
// own format, and figures about the heap, as far as another engine has them.
package v8

import (
	"embed"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

//go:embed lib
var lib embed.FS

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: "v8", Lib: lib, Natives: []host.Native{
		{Name: "isBuilding", Fn: isBuilding},
	}}
}

// isBuilding says that a startup snapshot is to be made of the program.
func isBuilding(e *host.Env, _ goja.FunctionCall) goja.Value {
	return e.RT.ToValue(e.Loop.BuildsSnapshot())
}
