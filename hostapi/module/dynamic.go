package module

import (
	"slices"
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"

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
		text, ok := c.Argument(0).(goja.String)
		if !ok {
			return original(c)
		}
		if runsAsScript(text.String()) {
			if m, s, ok := h.compile(text.String(), engine.CompileScriptUnit); ok {
				return run(h.env, m, s, h.importer)
			}
		}
		if _, err := engine.CompileScript(dynamicName, text.String()); err != nil {
			panic(newSyntaxError(h.env, engine.V8Syntax(err.Error())))
		}
		return original(c)
	})
}

// runsAsScript says that a text in an indirect eval is run as a script, with all
// that is done for one: when goja's parser refuses it or may not be enough, and
// when it declares nothing, for the declarations of a script are no eval's.
func runsAsScript(text string) bool {
	tree, err := engine.Parse(text)
	if err != nil || wanted(text) {
		return true
	}
	return len(tree.DeclarationList) == 0 && !slices.ContainsFunc(tree.Body, isDeclaration)
}

func isDeclaration(s ast.Statement) bool {
	switch s.(type) {
	case *ast.FunctionDeclaration, *ast.LexicalDeclaration, *ast.ClassDeclaration:
		return true
	}
	return false
}

func (h *dynamicCode) hookConstructor(constructor *goja.Object, keyword string) {
	var original engine.Construct
	original = engine.ReplaceConstruct(constructor, func(args []goja.Value, newTarget *goja.Object) *goja.Object {
		if newTarget != nil && newTarget != constructor {
			return original(args, newTarget)
		}
		return h.function(args, keyword, func() *goja.Object { return original(args, newTarget) })
	})
	var call engine.Native
	call = engine.ReplaceNative(constructor, func(c goja.FunctionCall) goja.Value {
		return h.function(c.Arguments, keyword, func() *goja.Object { return call(c).(*goja.Object) })
	})
}

// function returns the function of parameters and a body. original makes it with
// goja's own compiler, or reports what is wrong.
func (h *dynamicCode) function(args []goja.Value, keyword string, original func() *goja.Object) (f *goja.Object) {
	texts := make([]string, len(args))
	isWanted := false
	for i, arg := range args {
		text, ok := arg.(goja.String)
		if !ok {
			return original() // converting it may run code
		}
		texts[i] = text.String()
		isWanted = isWanted || wanted(texts[i])
	}
	if isWanted {
		if f = h.lowered(texts, keyword); f != nil {
			return f
		}
		return original()
	}
	defer func() {
		refusal := recover()
		if refusal == nil {
			return
		}
		if _, ok := refusal.(*goja.Object); ok && len(texts) > 0 {
			f = h.lowered(texts, keyword)
		}
		if f == nil {
			panic(refusal)
		}
	}()
	return original()
}

// lowered returns the function of the texts of its parameters and its body,
// compiled as a module is; nil when something is wrong with it.
func (h *dynamicCode) lowered(texts []string, keyword string) *goja.Object {
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

func newSyntaxError(e *host.Env, message string) *goja.Object {
	o, err := e.RT.New(e.Loop.Intrinsic("SyntaxError"), e.RT.ToValue(message))
	if err != nil {
		panic(err)
	}
	return o
}
