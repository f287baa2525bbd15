package engine

import (
	"unsafe"

	"github.com/dop251/goja"
	"github.com/dop251/goja/ast"
	"github.com/dop251/goja/unistring"
)

// Functions of goja's that are not exported and that no value leads to. They are
// linked by name: where one is missing the program does not link, and
// TestLinkedFunctions compares what they take with goja's source. The empty
// link.s lets the compiler accept declarations without a body.

// compileTree compiles a tree as the code of an eval in the scope that vm is in.
// global says that its variables are the global object's.
//
//go:linkname compileTree github.com/dop251/goja.compileAST
func compileTree(tree *ast.Program, strict, global bool, vm unsafe.Pointer) (*goja.Program, error)

// pushContext puts what vm is doing on its call stack.
//
//go:linkname pushContext github.com/dop251/goja.(*vm).pushCtx
func pushContext(vm unsafe.Pointer)

// popContext lets vm go on with what lies on top of its call stack.
//
//go:linkname popContext github.com/dop251/goja.(*vm).popCtx
func popContext(vm unsafe.Pointer)

// toNumeric converts a value to a number or a big integer. It may call JavaScript.
//
//go:linkname toNumeric github.com/dop251/goja.toNumeric
func toNumeric(value goja.Value) goja.Value

// floatToValue makes the value of a number: of an integer where it is one.
//
//go:linkname floatToValue github.com/dop251/goja.floatToValue
func floatToValue(f float64) (result goja.Value)

// getProperty and setProperty do what every object does that has no ways of its own.
//
//go:linkname getProperty github.com/dop251/goja.(*baseObject).getStr
func getProperty(self unsafe.Pointer, name unistring.String, receiver goja.Value) goja.Value

//go:linkname setProperty github.com/dop251/goja.(*baseObject).setOwnStr
func setProperty(self unsafe.Pointer, name unistring.String, value goja.Value, throw bool) bool
