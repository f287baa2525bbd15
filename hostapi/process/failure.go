package process

import (
	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// failure(directory) returns what is known of the error or rejection that the
// program was told of last: file, line and column of where it was thrown or
// rejected, when that is known, and the chain of turns as text, with places
// relative to the directory.
func failure(e *host.Env, c goja.FunctionCall) goja.Value {
	o := e.RT.NewObject()
	if site := e.Loop.FailureSite(); site != (loop.Site{}) {
		e.Set(o, "file", site.File)
		e.Set(o, "line", site.Line)
		e.Set(o, "column", site.Column)
	}
	chain := e.Loop.FailureChain()
	e.Set(o, "chain", chain.Text(c.Argument(0).String()))
	return o
}

// setUncaught(message, text, origin) notes that this error ends the program.
func setUncaught(e *host.Env, c goja.FunctionCall) goja.Value {
	e.Loop.SetUncaught(c.Argument(0).String(), c.Argument(1).String(), c.Argument(2).String())
	return goja.Undefined()
}
