package engine_test

import (
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

func stackRuntime(t *testing.T) *goja.Runtime {
	t.Helper()
	rt := goja.New()
	engine.LimitStack(rt)
	engine.InstallStacks(rt)
	return rt
}

func run(t *testing.T, body string) goja.Value {
	t.Helper()
	rt := stackRuntime(t)
	p, err := engine.Compile("test.js", engine.Head{Params: "a, b"}, body)
	if err != nil {
		t.Fatal(err)
	}
	f, err := rt.RunProgram(p)
	if err != nil {
		t.Fatal(err)
	}
	call, _ := goja.AssertFunction(f)
	v, err := call(goja.Undefined())
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestLayoutIsKnown(t *testing.T) {
	if err := engine.Check(); err != nil {
		t.Fatal(err)
	}
}

func TestRecursionThrowsCatchableRangeError(t *testing.T) {
	for name, body := range map[string]string{
		"function": "function f() { return f() + 1 }",
		"arrow":    "const f = () => f() + 1",
		"method":   "const o = { m() { return this.m() + 1 } }; const f = () => o.m()",
		"getter":   "const o = { get x() { return this.x + 1 } }; const f = () => o.x",
		"class":    "class C { constructor() { new C() } }; const f = () => new C()",
		"derived":  "class B {}; class C extends B { constructor() { super(); new C() } }; const f = () => new C()",
		"field":    "class C { x = new C() }; const f = () => new C()",
		"closure":  "let n = 0; const f = (...r) => { const g = () => n + r.length; return f(g) }",
		"native":   "const f = () => [1].map(f)",
		"toString": "const o = { toString() { return '' + o } }; const f = () => String(o)",
		"bound":    "function g() { return h() } const h = g.bind(null); const f = h",
		"async":    "let caught; async function g() { return g() } const f = () => { g().catch(e => {}); throw new RangeError('x') }",
	} {
		t.Run(name, func(t *testing.T) {
			v := run(t, body+"; try { f(); return 'no error' } catch (e) { return e instanceof RangeError ? 'ok' : String(e) }")
			if v.String() != "ok" {
				t.Fatal(v)
			}
		})
	}
}

func TestFinallyRunsOnOverflow(t *testing.T) {
	v := run(t, "let n = 0; function f() { try { f() } finally { n++ } } try { f() } catch (e) {} return n")
	if v.ToInteger() < engine.MaxDepth/2 {
		t.Fatalf("finally blocks run: %v", v)
	}
}

func TestPositionsAreThoseOfTheBody(t *testing.T) {
	v := run(t, "const e = new Error('x');\nconst g = () => new Error('y');\nreturn e.stack + '|' + g().stack")
	for _, want := range []string{"test.js:1:11", "test.js:2:17", "test.js:3:"} {
		if !strings.Contains(v.String(), want) {
			t.Errorf("no %q in %q", want, v)
		}
	}
}

func TestFunctionTextIsUntouched(t *testing.T) {
	v := run(t, "function f(x) { return x /* kept */ }\nreturn f.toString()")
	if v.String() != "function f(x) { return x /* kept */ }" {
		t.Fatal(v)
	}
}

func TestJobsRunOneByOneInOrder(t *testing.T) {
	rt := goja.New()
	jobs := engine.JobQueue(rt)
	var counts []int
	pump := func(goja.FunctionCall) goja.Value {
		for jobs.Len() > 0 {
			counts = append(counts, jobs.Len())
			jobs.RunNext()
		}
		return goja.Undefined()
	}
	if err := rt.Set("pump", pump); err != nil {
		t.Fatal(err)
	}
	v, err := rt.RunString(`let s = '';
		Promise.resolve().then(() => { s += 1 }).then(() => { s += 3 });
		Promise.resolve().then(() => { s += 2 });
		(() => { pump(); return s })()`)
	if err != nil || v.String() != "123" {
		t.Fatal(v, err)
	}
	if len(counts) != 3 || counts[0] != 2 {
		t.Fatal(counts)
	}
}

func TestMessagesHoldNoPointers(t *testing.T) {
	rt := goja.New()
	engine.InstallStacks(rt)
	for _, source := range []string{
		"String(Object.create(null))", "+{ toString: null, valueOf: null }", "`${{ toString() { return {} } }}`",
		"[] + Object.create(null)", "new Date({ [Symbol.toPrimitive]: undefined, toString: 0, valueOf: 0 })",
	} {
		v, err := rt.RunString("try { " + source + " } catch (e) { [e instanceof TypeError, e.name, e.message].join() }")
		if err != nil || v.String() != "true,TypeError,Cannot convert object to primitive value" {
			t.Error(source, v, err)
		}
	}
	v, err := rt.RunString("const e = new TypeError('own', { cause: 1 }); class T extends TypeError {}; [e.message, e.cause, new T('t').message, TypeError('f').message].join()")
	if err != nil || v.String() != "own,1,t,f" {
		t.Error(v, err)
	}
}

func TestCatchDoesNotSeeItsOwnFinally(t *testing.T) {
	v := run(t, `const seen = [];
		const attempt = (f) => { try { f() } catch (e) { seen.push('outer ' + e) } };
		attempt(() => { try { } catch (e) { seen.push('own ' + e) } finally { throw 1 } });
		attempt(() => { try { throw 2 } catch (e) { seen.push('own ' + e) } finally { throw 3 } });
		attempt(() => { try { throw 4 } finally { throw 5 } });
		attempt(() => { for (const x of [1]) { try { continue } catch (e) { seen.push('own ' + e) } finally { throw 6 } } });
		attempt(() => { try { return } catch (e) { seen.push('own ' + e) } finally { throw 7 } });
		attempt(() => { try { try { } catch (e) { seen.push('own ' + e) } finally { throw 8 } } catch (e) { seen.push('middle ' + e) } finally { seen.push('f') } });
		function* g() { try { yield 1 } catch (e) { seen.push('own ' + e) } finally { throw 9 } }
		attempt(() => { for (const x of g()); });
		return seen.join()`)
	if got := v.String(); got != "outer 1,own 2,outer 3,outer 5,outer 6,outer 7,middle 8,f,outer 9" {
		t.Fatal(got)
	}
}
