package module

import (
	"regexp"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/esm"
)

// hookDynamicCode(helpers, importer) gives code that a program makes at run time
// what goja's own compiler does not have: import() and asynchronous generators.
// helpers is the object that all lowered code finds its helpers in.
func hookDynamicCode(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*state)
	s.helpers, s.dynamic = c.Argument(0), &dynamicCode{e, c.Argument(1)}
	e.Loop.SetDynamicHost(s.dynamic)
	return goja.Undefined()
}

// dynamicCode compiles what a program makes at run time as scripts are compiled.
type dynamicCode struct {
	env      *host.Env
	importer goja.Value
}

// Unit implements engine.DynamicHost.
func (*dynamicCode) Unit(name, text string) (engine.Unit, error) {
	s := newScript(name, text, nil)
	if s.isModule() {
		if _, message := esm.FirstSyntax(text); message != "" {
			return s.unit, &engine.SyntaxError{Message: message, File: name}
		}
	}
	return s.unit, nil
}

// lowerable is what a text may have that goja lacks and esbuild does not:
// asynchronous generators and for await, numbers such as 08, comments of HTML, and
// the last code point, which goja's parser cannot read.
var lowerable = regexp.MustCompile(`(?i)\basync\b|\bfor\s+await\b|\b0[0-9]|<!--|-->|10ffff\}`)

// Lower implements engine.DynamicHost.
func (h *dynamicCode) Lower(name, text string) *engine.Lowered {
	if !lowerable.MatchString(text) {
		return nil
	}
	made, origin, bad := lower(h.env, name, text, dialect{loader: "js"})
	if bad != nil {
		return nil
	}
	return &engine.Lowered{Text: made, Marks: origin.Marks}
}

// LoweredUnit implements engine.DynamicHost.
func (*dynamicCode) LoweredUnit(name, text string, l *engine.Lowered) engine.Unit {
	return newScript(name, l.Text, &engine.Origin{Text: text, Marks: l.Marks}).unit
}

// Link implements engine.DynamicHost.
func (h *dynamicCode) Link(m *engine.Module) {
	m.BindAll(h.importer)
	h.env.State.(*state).helpLoweredCode(m)
}

func newSyntaxError(e *host.Env, message string) *goja.Object {
	o, err := e.RT.New(e.Loop.Intrinsic("SyntaxError"), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	return o
}
