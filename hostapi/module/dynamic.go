package module

import (
	"strings"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/internal/engine"
)

// dynamicName is what code that a program makes at run time is called.
const dynamicName = "<eval>"

// hookDynamicCode(helpers, importer, eval, Function, AsyncFunction,
// GeneratorFunction) gives code that a program makes at run time what goja's own
// compiler does not have: import() and asynchronous generators. Code in a direct
// eval is left out: goja does not call the function eval for it. helpers is the
// object that all lowered code finds its helpers in.
func hookDynamicCode(e *host.Env, c goja.FunctionCall) goja.Value {
	e.State.(*state).helpers = c.Argument(0)
	h := &dynamicCode{e, c.Argument(1)}
	h.hookEval(c.Argument(2).(*goja.Object))
	for i, keyword := range []string{"function", "async function", "function*"} {
		h.hookConstructor(c.Argument(3+i).(*goja.Object), keyword)
	}
	return goja.Undefined()
}

type dynamicCode struct {
	env      *host.Env
	importer goja.Value
}

// lastCodePoint is the end of "\u{10ffff}" in a string, which goja's parser
// cannot read.
const lastCodePoint = "10ffff}"

// wanted says that goja's own compiler may not be enough for a text.
func wanted(text string) bool {
	return strings.Contains(text, lastCodePoint) || strings.Contains(text, strings.ToUpper(lastCodePoint)) ||
		strings.Contains(text, "import") || strings.Contains(text, "await") && strings.Contains(text, "for") ||
		strings.Contains(text, "async") && strings.Contains(text, "*")
}

func (h *dynamicCode) hookEval(eval *goja.Object) {
	var original engine.Native
	original = engine.ReplaceNative(eval, func(c goja.FunctionCall) goja.Value {
		if text, ok := c.Argument(0).(goja.String); ok && wanted(text.String()) {
			if m, s, ok := h.compile(text.String(), engine.CompileScriptUnit); ok {
				return run(h.env, m, s, h.importer)
			}
		}
		return original(c)
	})
}

func (h *dynamicCode) hookConstructor(constructor *goja.Object, keyword string) {
	var original engine.Construct
	original = engine.ReplaceConstruct(constructor, func(args []goja.Value, newTarget *goja.Object) *goja.Object {
		if newTarget == nil || newTarget == constructor {
			if f := h.function(args, keyword); f != nil {
				return f
			}
		}
		return original(args, newTarget)
	})
	var call engine.Native
	call = engine.ReplaceNative(constructor, func(c goja.FunctionCall) goja.Value {
		if f := h.function(c.Arguments, keyword); f != nil {
			return f
		}
		return call(c)
	})
}

// function returns the function of parameters and a body, or nil when goja's own
// compiler is to make it, or to report what is wrong.
func (h *dynamicCode) function(args []goja.Value, keyword string) *goja.Object {
	texts := make([]string, len(args))
	isWanted := false
	for i, arg := range args {
		text, ok := arg.(goja.String)
		if !ok {
			return nil // converting it may run code
		}
		texts[i] = text.String()
		isWanted = isWanted || wanted(texts[i])
	}
	if !isWanted {
		return nil
	}
	last := len(texts) - 1
	text := keyword + " anonymous(" + strings.Join(texts[:last], ",") + "\n) {\n" + texts[last] + "\n}"
	m, s, ok := h.compile("return "+text, engine.CompileCalled)
	if !ok {
		return nil
	}
	f := run(h.env, m, s, h.importer).(*goja.Object)
	engine.SetFunctionSource(f, text)
	return f
}

// compile compiles a text, lowered if it must be.
func (h *dynamicCode) compile(text string, compile compiler) (*engine.Module, script, bool) {
	s := newScript(dynamicName, text, nil)
	if s.isModule() {
		return nil, s, false
	}
	m, err := compile(s.unit)
	if err == nil {
		return m, s, true
	}
	made, origin, bad := lower(h.env, dynamicName, text, dialect{loader: "js"})
	if bad != nil {
		return nil, s, false
	}
	s = newScript(dynamicName, made, origin)
	m, err = compile(s.unit)
	return m, s, err == nil
}
