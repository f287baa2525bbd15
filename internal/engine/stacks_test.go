package engine_test

import (
	"runtime"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// Frames live as long as their error, whatever the garbage collector does.
func TestStacksSurviveCollection(t *testing.T) {
	rt := stackRuntime(t)
	if err := rt.Set("collect", func(goja.FunctionCall) goja.Value { runtime.GC(); return goja.Undefined() }); err != nil {
		t.Fatal(err)
	}
	v, err := rt.RunString(`
		class Shape { make() { return new Error('kept') } }
		const errors = Array.from({ length: 1000 }, () => new Shape().make());
		for (let i = 0; i < 1000; i++) { const o = {}; Error.captureStackTrace(o); errors.push(o) }
		collect(); const junk = Array.from({ length: 10000 }, (_, i) => ({ i })); collect();
		errors.filter((e) => !/\n    at /.test(e.stack)).length + junk.length`)
	if err != nil || v.ToInteger() != 10000 {
		t.Fatal(v, err)
	}
}

// An error is thrown by goja with its methods changed for a moment.
func TestThrownErrorsStayLazy(t *testing.T) {
	v := run(t, `
		const e = new Error('x');
		try { throw e } catch {}
		e.message = 'later';
		try { throw e } catch (same) { if (same !== e) return 'another' }
		return e.stack.split('\n')[0] + Object.getOwnPropertyNames(e)`)
	if v.String() != "Error: laterstack,message" {
		t.Fatal(v)
	}
}

func TestColumnsAreUTF16(t *testing.T) {
	v := run(t, "const f = () => { throw new Error('x') }; try { '\U0001F600é'; f() } catch (e) { return e.stack }")
	if !strings.Contains(v.String(), "test.js:1:56") {
		t.Fatal(v)
	}
}

func TestStacksOfAnyObject(t *testing.T) {
	v := run(t, `
		const seen = [];
		for (const o of [{}, [], () => {}, new Map(), Object.create(null), new Proxy({}, {}), new Date(0), class {}, /x/, new Error('again'),
			Object.assign(Object.create({ stack: 'inherited' }), { own: 1 }), new Uint8Array(1)]) {
			Error.captureStackTrace(o);
			seen.push(typeof o.stack + Object.getOwnPropertyDescriptor(o, 'stack').enumerable);
		}
		return [...new Set(seen)].join()`)
	if v.String() != "stringfalse" {
		t.Fatal(v)
	}
}

func TestErrorsInDeepRecursion(t *testing.T) {
	v := run(t, `
		let depth = 0;
		const f = () => { depth++; f() };
		try { f() } catch (e) { return e.stack.split('\n').length + ' ' + e.message + (depth > 1000) }`)
	if v.String() != "11 Maximum call stack size exceededtrue" {
		t.Fatal(v)
	}
}
