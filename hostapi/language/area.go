package language

import (
	"embed"

	"github.com/dop251/goja"
	"golang.org/x/text/collate"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

//go:embed lib
var lib embed.FS

// Name is the area's name.
const Name = "language"

// Area returns the area.
func Area() host.Area {
	return host.Area{Name: Name, Lib: lib, Natives: []host.Native{
		{Name: "disguise", Length: 2, Fn: disguise},
		{Name: "indent", Length: 2, Fn: indent},
		{Name: "compare", Length: 4, Fn: compare},
		{Name: "zoneName", Length: 1, Fn: zoneName},
		{Name: "setZone", Length: 1, Fn: setZone},
		{Name: "zoneCanonical", Length: 1, Fn: zoneCanonical},
		{Name: "zoneNames", Length: 1, Fn: zoneNames},
		{Name: "sleep", Length: 1, Fn: sleep},
		{Name: "zoneOffset", Length: 2, Fn: zoneOffset},
	}, NewState: func() any { return &state{} }, Archive: archive, Restart: restart, Setup: setup}
}

// state is what the builtins know.
type state struct {
	regexp    regexpState
	zones     zones
	own       *zone // in which dates are shown, once one is
	collators map[collation]*collate.Collator
}

// setup adds the builtins that are natives to the program's objects.
func setup(e *host.Env, _ *goja.Object) {
	addStringMethods(e)
	installRegExp(e)
	installDate(e)
	installNumber(e)
	installNumberOf(e)
	installParseInt(e)
	installMath(e)
	installJSONParse(e)
	addArrayBuffer(e)
	installReplaceAll(e)
	keepSurrogates(e)
	installDepthLimits(e)
}

// disguise(f, name) makes the text of a function that of a builtin.
func disguise(_ *host.Env, c goja.FunctionCall) goja.Value {
	engine.SetFunctionSource(c.Argument(0).(*goja.Object), "function "+c.Argument(1).String()+"() { [native code] }")
	return c.Argument(0)
}

// prototypeOf returns the prototype of a global constructor.
func prototypeOf(e *host.Env, constructor string) *goja.Object {
	return e.RT.GlobalObject().Get(constructor).(*goja.Object).Get("prototype").(*goja.Object)
}

// builtin adds a function to one of the program's objects as builtins are:
// not enumerable.
func builtin(e *host.Env, o *goja.Object, n host.Native) {
	if err := o.DefineDataProperty(n.Name, e.Function(n), goja.FLAG_TRUE, goja.FLAG_TRUE, goja.FLAG_FALSE); err != nil {
		panic(err)
	}
}
