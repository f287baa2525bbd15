package engine

import (
	"strings"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
)

// functionKinds is a program whose value is the constructors that compile text:
// those of functions, of async functions and of generators.
var functionKinds = goja.MustCompile("", `[Function, Object.getPrototypeOf(async function () {}).constructor,
	Object.getPrototypeOf(function* () {}).constructor]`, false)

// dynamicKeywords are the beginnings of what each of them makes.
var dynamicKeywords = [...]string{"function", "async function", "function*"}

// replaceFunctionConstructors makes new Function compile as all other code is
// compiled, with everything that mend does.
func (s *Stacks) replaceFunctionConstructors() {
	value, err := s.rt.RunProgram(functionKinds)
	if err != nil {
		panic(err)
	}
	for i, key := range value.(*goja.Object).Keys() {
		constructor := value.(*goja.Object).Get(key).(*goja.Object)
		keyword := dynamicKeywords[i]
		*constructField(constructor) = func(args []goja.Value, newTarget *goja.Object) *goja.Object {
			f := s.newFunction(keyword, args)
			if newTarget != nil && newTarget != constructor {
				if proto, ok := newTarget.Get("prototype").(*goja.Object); ok {
					if err := f.SetPrototype(proto); err != nil {
						panic(err)
					}
				}
			}
			return f
		}
		*nativeField(constructor) = func(call goja.FunctionCall) goja.Value {
			return s.newFunction(keyword, call.Arguments)
		}
	}
}

// newFunction compiles a function from the texts of its parameters and its
// body, which is the last one.
func (s *Stacks) newFunction(keyword string, args []goja.Value) *goja.Object {
	texts := make([]string, len(args))
	for i, arg := range args {
		texts[i] = sourceOf(arg.ToString().(goja.String))
	}
	body := ""
	if last := len(texts) - 1; last >= 0 {
		body, texts = texts[last], texts[:last]
	}
	source := keyword + " anonymous(" + strings.Join(texts, ",") + "\n) {\n" + body + "\n}"
	d := &Dynamic{Kind: FunctionConstructor, Text: "(" + source + ")", Global: true}
	p := s.compileDynamic(d, func(tree *ast.Program) (*goja.Program, error) {
		return goja.CompileAST(tree, false)
	})
	value, err := s.rt.RunProgram(p)
	if err != nil {
		panic(err)
	}
	f := value.(*goja.Object)
	SetFunctionSource(f, source)
	return f
}
