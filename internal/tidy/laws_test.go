package tidy

import (
	"go/ast"
	"go/token"
	"go/types"
	"slices"
	"strings"
	"testing"
)

// deterministic are the packages whose code runs between two answers of the
// tape.
var deterministic = []string{"hostapi/*", "loop", "replay", "sim", "internal/engine/*"}

// goStatementsIn are the packages that may start goroutines. None of them
// touches a runtime of goja on it; internal/ahead runs pure functions.
var goStatementsIn = []string{"live", "record", "heapsnap", ".", "cmd/jsrr", "internal/ahead"}

func TestGoroutines(t *testing.T) {
	tree := loadTree(t)
	for _, p := range tree.packages {
		p.inspect(func(_ string, n ast.Node) {
			switch n := n.(type) {
			case *ast.GoStmt:
				if !p.is(goStatementsIn...) {
					t.Errorf("%s: a go statement outside of %v", tree.at(n), goStatementsIn)
				}
			case *ast.SelectStmt:
				if p.is(deterministic...) {
					t.Errorf("%s: a select statement", tree.at(n))
				}
			case *ast.ChanType:
				if p.is(deterministic...) {
					t.Errorf("%s: a channel", tree.at(n))
				}
			}
		})
	}
}

// bannedFunctions let time, chance or the outside into a program past its
// tape, or hide the order of a map.
var bannedFunctions = []string{
	"time.Now", "time.Since", "time.Until", "time.Sleep", "time.After", "time.AfterFunc", "time.Tick",
	"time.NewTimer", "time.NewTicker", "runtime.NumGoroutine", "runtime.ReadMemStats", "runtime.Stack",
	"(reflect.Value).MapKeys", "(reflect.Value).MapRange", "(*sync.Map).Range", "(reflect.Value).Pointer",
	"(reflect.Value).UnsafePointer",
}

// bannedFunctionsAllowed are places that may call them.
var bannedFunctionsAllowed = map[string]string{}

func TestBannedFunctions(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, bannedFunctionsAllowed)
	for _, p := range tree.packages {
		if !p.is(deterministic...) {
			continue
		}
		p.inspect(func(where string, n ast.Node) {
			id, ok := n.(*ast.Ident)
			if !ok {
				return
			}
			f, ok := p.info.Uses[id].(*types.Func)
			if ok && slices.Contains(bannedFunctions, f.FullName()) && !allowed.has(where) {
				t.Errorf("%s: %s uses %s", tree.at(n), where, f.FullName())
			}
		})
		p.inspect(func(_ string, n ast.Node) {
			if text, ok := n.(*ast.BasicLit); ok && text.Kind == token.STRING && strings.Contains(text.Value, "%"+"p") {
				t.Errorf("%s: formats a pointer", tree.at(n))
			}
		})
	}
}

// mapRangesAllowed are the places that range over a map although its order is
// random, and why that cannot be seen.
var mapRangesAllowed = map[string]string{
	"loop/op.go Pending":                           "the ops are sorted by number afterwards",
	"internal/engine/dynamic.go keepDynamic":       "drops sources that are gone; nothing looks at what is left but by key",
	"internal/engine/binding.go BindAll":           "each gets the same value",
	"internal/engine/heap/general.go sortedNames":  "the names are sorted afterwards",
	"internal/engine/heap/weak.go entriesOf":       "the entries are sorted afterwards",
	"internal/engine/heap/weak.go putPrivate":      "the classes are sorted afterwards",
	"internal/engine/heap/sampler.go findClosures": "each is put into another map",
	"hostapi/module/programs.go add":               "drops units that are gone; nothing looks at what is left but by key",
	"hostapi/tty/area.go archive":                  "drops reads that are done; nothing looks at what is left but by key",
	"hostapi/library.go ids":                       "the ids are sorted afterwards",
	"record/manifest.go Manifest":                  "the replies are sorted by kind afterwards",

	"internal/engine/heap/graph_private.go privateLate": "the classes are sorted afterwards",
	"internal/engine/heap/graph_map.go reached":         "the entries are sorted afterwards",
}

func TestMapOrder(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, mapRangesAllowed)
	for _, p := range tree.packages {
		if !p.is(append(slices.Clone(deterministic), "record")...) {
			continue
		}
		p.inspect(func(where string, n ast.Node) {
			r, ok := n.(*ast.RangeStmt)
			if !ok {
				return
			}
			typed := p.info.Types[r.X].Type
			if typed == nil {
				return
			}
			if _, isMap := typed.Underlying().(*types.Map); isMap && !allowed.has(where) {
				t.Errorf("%s: %s ranges over a map; its order is random", tree.at(n), where)
			}
		})
	}
}

// mutableAllowed are variables of packages that change while programs run.
var mutableAllowed = map[string]string{}

// No package-level variable changes: programs in one process share nothing.
func TestNoMutableState(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, mutableAllowed)
	for _, p := range tree.packages {
		report := func(where string, n ast.Node, target ast.Expr) {
			v := p.packageVariable(target)
			if v != nil && !allowed.has(where) {
				t.Errorf("%s: %s changes the package-level variable %s", tree.at(n), where, v.Name())
			}
		}
		p.inspect(func(where string, n ast.Node) {
			switch n := n.(type) {
			case *ast.AssignStmt:
				for _, target := range n.Lhs {
					report(where, n, target)
				}
			case *ast.IncDecStmt:
				report(where, n, n.X)
			case *ast.CallExpr:
				if name, ok := n.Fun.(*ast.Ident); ok && (name.Name == "delete" || name.Name == "clear") && len(n.Args) > 0 {
					report(where, n, n.Args[0])
				}
			case *ast.FuncDecl:
				if n.Recv == nil && n.Name.Name == "init" {
					t.Errorf("%s: an init function", tree.at(n))
				}
			}
		})
	}
}

// packageVariable returns the package-level variable that an assignment to
// target changes, or nil.
func (p *sourcePackage) packageVariable(target ast.Expr) *types.Var {
	for {
		switch e := target.(type) {
		case *ast.IndexExpr:
			target = e.X
		case *ast.StarExpr:
			target = e.X
		case *ast.ParenExpr:
			target = e.X
		case *ast.SelectorExpr:
			if v, ok := p.info.Uses[e.Sel].(*types.Var); ok && !v.IsField() {
				return v // of another package
			}
			target = e.X
		case *ast.Ident:
			v, ok := p.info.Uses[e].(*types.Var)
			if ok && v.Parent() == p.types.Scope() {
				return v
			}
			return nil
		default:
			return nil
		}
	}
}

const gojaPath = "github.com/dop251/goja"

// isGoja says whether t is the named type of goja, or a pointer to it.
func isGoja(t types.Type, name string) bool {
	if pointer, ok := t.(*types.Pointer); ok {
		t = pointer.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	return ok && named.Obj().Name() == name && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == gojaPath
}

// entriesAllowed are the places where Go enters JavaScript, and those that run
// a compiled program to get the one function it consists of.
var entriesAllowed = map[string]string{
	"loop/turn.go enter":                                                  "the one entry: callbacks of turns",
	"loop/turn.go uncaught":                                               "the hook for errors, inside a turn",
	"loop/loop.go runInFrame":                                             "the outer frame, which only calls back",
	"loop/jobs.go runJob":                                                 "microtasks, which are goja's own calls",
	"hostapi/hostapi.go function":                                         "a core module's source is a function expression: running it calls nothing",
	"hostapi/module/common.go run":                                        "a module's source is a function expression; code of the command line runs in the global scope, for which goja has nothing else: turn 0 calls it",
	"hostapi/module/esm.go moduleFunction":                                "a module's source is a function expression: running it calls nothing",
	"internal/engine/variable.go findArrowLayout":                         "an arrow function of a runtime of its own shows how goja keeps functions; nothing is called",
	"internal/engine/methods.go readTables":                               "objects of a runtime of its own show how goja keeps them; nothing is called",
	"internal/engine/function_constructor.go replaceFunctionConstructors": "lists three constructors that have no names; calls nothing of the program",
	"internal/engine/function_constructor.go newFunction":                 "the text is a function expression: running it calls nothing",
	"internal/engine/eval.go replaceEval":                                 "the program called eval: the text runs inside its turn, as goja runs it",
	"internal/engine/stack_natives.go value":                              "Error.prepareStackTrace is called when a stack is read, inside the turn that reads it, as a getter is",
	"hostapi/language/call.go call":                                       "builtins call the functions they are given, inside the turn that called them, as the engine's own do",
	"internal/engine/callable.go Call":                                    "what the loop's entry calls through; it passes on functions of rare kinds",
	"internal/engine/promise_chain.go findClosures":                       "promises of a runtime of its own show how goja keeps what waits for them",
	"internal/engine/callable.go readCalls":                               "functions of a runtime of its own show how goja keeps them; nothing is called",
	"internal/engine/promises.go constructPromise":                        "the executor of a promise is called inside new Promise, as goja's own does",
	"internal/engine/promise_fate.go resolveWith":                         "reads the property then of what a promise is resolved with, as goja's own does",
	"internal/engine/heap/intrinsics.go nameIntrinsics":                   "examples in a runtime in which nothing ran yet lead to builtins that goja makes when they are used",
	"internal/engine/heap/sampler.go writeSamples":                        "samples in a runtime of its own show how goja keeps functions",
	"internal/engine/promise_fate.go run":                                 "a promise job, as goja's own: runJob runs it",
}

// enteringMethods are goja's methods that run JavaScript.
var enteringMethods = []string{"RunString", "RunScript", "RunProgram", "Try", "ForOf", "InstanceOf"}

// Every entry into JavaScript is one function.
func TestEntries(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, entriesAllowed)
	for _, p := range tree.packages {
		p.inspect(func(where string, n ast.Node) {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return
			}
			typed := p.info.Types[call.Fun]
			enters := p.callee(call) == "("+modulePath+"/internal/engine.Function).Call" ||
				typed.Type != nil && !typed.IsType() && (isGoja(typed.Type, "Callable") || isGoja(typed.Type, "Constructor"))
			if method, ok := call.Fun.(*ast.SelectorExpr); ok {
				if s := p.info.Selections[method]; s != nil && isGoja(s.Recv(), "Runtime") {
					enters = enters || slices.Contains(enteringMethods, method.Sel.Name)
				}
			}
			if enters && !allowed.has(where) {
				t.Errorf("%s: %s enters JavaScript", tree.at(n), where)
			}
		})
	}
}

// intoHeap are the functions that put a Go value into the JavaScript heap, and
// the first of their arguments that is one.
var intoHeap = map[string]int{
	"(*github.com/dop251/goja.Runtime).ToValue":          0,
	"(*github.com/dop251/goja.Runtime).NewGoError":       0,
	"(*github.com/dop251/goja.Runtime).Set":              1,
	"(*github.com/dop251/goja.Runtime).NewArray":         0,
	"(*github.com/dop251/goja.Runtime).NewDynamicArray":  0,
	"(*github.com/dop251/goja.Runtime).NewDynamicObject": 0,
	"(*github.com/dop251/goja.Object).Set":               1,
	"(*github.com/dop251/goja.Object).SetSymbol":         1,
	"(*github.com/jsrr/jsrr/hostapi/host.Env).Set":       2,

	"(*github.com/jsrr/jsrr/internal/engine.DynamicObject).Init": 0,
}

// goValuesAllowed are the places that put something else than a primitive into
// the heap.
var goValuesAllowed = map[string]string{
	"hostapi/host/host.go Function":                 "the one shape of natives: a static function of a table",
	"hostapi/host/host.go Set":                      "passes on what its callers are checked for",
	"internal/engine/stack_natives.go native":       "builtins of Error and of call sites, which hold nothing but the runtime",
	"loop/loop.go runInFrame":                       "the outer frame's function; nothing else sees it",
	"internal/engine/promise_chain.go findClosures": "a function of a runtime of its own",
	"internal/engine/dynamic_object.go readDynamic": "an object of a runtime of its own shows how goja keeps it",
	"loop/handle.go init":                           "timers and immediates are the handlers of their own objects; snapshots encode them as callback and numbers",
	"internal/engine/promises.go Follow":            "handlers without state, and one that hands over what it is called with",
	"internal/engine/heap/sampler.go writeSamples":  "a function of a runtime of its own",
	"internal/engine/promises.go native":            "resolving functions of a promise, which hold it, as goja's own do",
	"internal/engine/heap/archive.go makeHandler":   "a handler of a type that the host registered, as it was in the captured heap",
	"internal/engine/promise_natives.go handler":    "handlers of reactions, which hold what goja's own hold",
}

// The JavaScript heap holds no Go state.
func TestHeapHoldsNoGoState(t *testing.T) {
	tree := loadTree(t)
	allowed := allow(t, goValuesAllowed)
	for _, p := range tree.packages {
		p.inspect(func(where string, n ast.Node) {
			call, ok := n.(*ast.CallExpr)
			if !ok {
				return
			}
			first, ok := intoHeap[p.callee(call)]
			if !ok || first >= len(call.Args) {
				return
			}
			for _, argument := range call.Args[first:] {
				typed := p.info.Types[argument].Type
				if !harmless(typed) && !allowed.has(where) {
					t.Errorf("%s: %s puts a %s into the JavaScript heap", tree.at(n), where, typed)
				}
			}
		})
	}
}

// callee returns the full name of the function that call calls, or "".
func (p *sourcePackage) callee(call *ast.CallExpr) string {
	var id *ast.Ident
	switch f := call.Fun.(type) {
	case *ast.Ident:
		id = f
	case *ast.SelectorExpr:
		id = f.Sel
	default:
		return ""
	}
	if f, ok := p.info.Uses[id].(*types.Func); ok {
		return f.FullName()
	}
	return ""
}

// harmless says whether a value of the type may go into the heap: a primitive
// (a big.Int becomes a BigInt), or what goja made. []any is what NewArray
// spreads.
func harmless(t types.Type) bool {
	for _, name := range []string{"Value", "Object", "String", "ArrayBuffer", "Symbol", "Promise"} {
		if isGoja(t, name) {
			return true
		}
	}
	if t.String() == "*math/big.Int" {
		return true
	}
	switch u := t.Underlying().(type) {
	case *types.Basic:
		return true
	case *types.Slice:
		element, ok := u.Elem().Underlying().(*types.Interface)
		return ok && element.Empty()
	}
	return false
}
