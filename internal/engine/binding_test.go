package engine_test

import (
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// exporter returns the getter of a variable x of another module, and runs the
// other module's body when resumed.
func exporter(t *testing.T, rt *goja.Runtime, body string) (getter *goja.Object, resume func()) {
	t.Helper()
	m, err := engine.CompileUnit(engine.Head{Generator: true, Prologue: "'use strict'; yield () => x;"},
		engine.Unit{Name: "exporter.js", Text: body})
	if err != nil {
		t.Fatal(err)
	}
	f, err := rt.RunProgram(m.Program)
	if err != nil {
		t.Fatal(err)
	}
	call, _ := goja.AssertFunction(f)
	generator, err := call(goja.Undefined())
	if err != nil {
		t.Fatal(err)
	}
	next, _ := goja.AssertFunction(generator.ToObject(rt).Get("next"))
	step, err := next(generator)
	if err != nil {
		t.Fatal(err)
	}
	return step.ToObject(rt).Get("value").(*goja.Object), func() {
		if _, err := next(generator); err != nil {
			t.Fatal(err)
		}
	}
}

// importer returns a function of body that reads x through a binding.
func importer(t *testing.T, rt *goja.Runtime, body string) (call func() string, x *engine.Binding) {
	t.Helper()
	m, err := engine.CompileUnit(engine.Head{}, engine.Unit{
		Name: "importer.js", Text: "'use strict'; try { " + body + " } catch (e) { return String(e) }", Foreign: []string{"x"},
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := rt.RunProgram(m.Program)
	if err != nil {
		t.Fatal(err)
	}
	function, _ := goja.AssertFunction(f)
	return func() string {
		v, err := function(goja.Undefined())
		if err != nil {
			t.Fatal(err)
		}
		return v.String()
	}, m.Bindings["x"]
}

func TestBindingReadsTheVariable(t *testing.T) {
	const deadZone = "ReferenceError: Cannot access 'x' before initialization"
	const constant = "TypeError: Assignment to constant variable."
	for _, test := range []struct{ exporter, importer, before, after string }{
		{"let x = 1; x++", "return x", deadZone, "2"},
		{"const x = [7]", "return x[0]", deadZone, "7"},
		{"var x = 3", "return x", "undefined", "3"},
		{"function x() { return 4 }", "return x()", "4", "4"},
		{"class x { static y = 5 }", "return x.y", deadZone, "5"},
		{"let x = 1", "return typeof x", deadZone, "number"},
		{"let x = function () { return this === undefined }", "return x()", deadZone, "true"},
		{"let x = (s) => s[0]", "return x`text`", deadZone, "text"},
		{"let x = 1", "x = 2", constant, constant},
		{"let x = 1", "x++", deadZone, constant},
		{"let x = 1", "[x] = [2]", constant, constant},
		{"let x = 1", "let n = 0; try { x = (n = 5) } catch { } return n", "5", "5"},
		{"let x = 1", "{ let x = 8; return x }", "8", "8"},
		{"let x = 1", "return (() => { const f = () => ({ x }); return f().x })()", deadZone, "1"},
		{"let x = 1; eval('')", "return x", deadZone, "1"},
	} {
		rt := goja.New()
		getter, resume := exporter(t, rt, test.exporter)
		call, x := importer(t, rt, test.importer)
		x.SetVariable(getter)
		if got := call(); got != test.before {
			t.Errorf("%s / %s: before: %s, not %s", test.exporter, test.importer, got, test.before)
		}
		resume()
		if got := call(); got != test.after {
			t.Errorf("%s / %s: after: %s, not %s", test.exporter, test.importer, got, test.after)
		}
	}
}

func TestBindingOfValue(t *testing.T) {
	rt := goja.New()
	call, x := importer(t, rt, "return x + 1")
	if got := call(); got != "ReferenceError: Cannot access 'x' before initialization" {
		t.Error(got)
	}
	x.Set(rt.ToValue(41))
	if got := call(); got != "42" {
		t.Error(got)
	}
}

func TestNamespaceMembers(t *testing.T) {
	for source, want := range map[string]string{
		"return x.a + x.b()":              "3",
		"return x.f()":                    "true",
		"return x.missing":                "of the object",
		"return typeof x.missing2":        "undefined",
		"return (true ? x : 0).a":         "object",
		"return (false ? x : { a: 5 }).a": "5",
		"return x.late":                   "ReferenceError: Cannot access 'late' before initialization",
		"return (() => x.a)() + x['a']":   "2",
		"x.a = 5; return x.a":             "1",
		"let n = 0; for (const k of [1, 2]) n += x.a; return n": "2",
	} {
		rt := goja.New()
		object, err := rt.RunString("({ a: 'object', missing: 'of the object' })")
		if err != nil {
			t.Fatal(err)
		}
		namespace := engine.NewNamespace()
		for name, script := range map[string]string{"a": "1", "b": "() => 2", "f": "(function () { return this.a === 'object' || this.missing === 'of the object' })"} {
			v, err := rt.RunString(script)
			if err != nil {
				t.Fatal(err)
			}
			namespace.Member(name).Set(v)
		}
		namespace.Member("late")
		call, x := importer(t, rt, source)
		x.SetNamespace(object, namespace)
		if got := call(); got != want {
			t.Errorf("%s: %s, not %s", source, got, want)
		}
	}
}

// Bindings are pushed on a stack that must grow.
func TestBindingDeepInExpressions(t *testing.T) {
	rt := goja.New()
	sum := "x"
	for range 200 {
		sum = "x + (" + sum + ")"
	}
	call, x := importer(t, rt, "return "+sum)
	x.Set(rt.ToValue(1))
	if got := call(); got != "201" {
		t.Error(got)
	}
}

func TestEditsKeepPositionsAndTexts(t *testing.T) {
	const source = "export const a = 1;\nexport default function (p) { return new Error('here').stack }\n"
	const second = len("export const a = 1;\n")
	m, err := engine.CompileUnit(engine.Head{Prologue: "'use strict';"}, engine.Unit{
		Name: "m.mjs", Text: source, Default: "$default",
		Edits: []engine.Edit{
			{At: 0, Len: len("export")}, {At: second, Len: len("export default")},
			{At: second + len("export default function"), Text: " $default"},
			{At: len(source), Text: "return [$default.name, $default.toString(), $default()].join('|')"},
		},
	})
	if err != nil {
		t.Fatal(err)
	}
	rt := goja.New()
	f, err := rt.RunProgram(m.Program)
	if err != nil {
		t.Fatal(err)
	}
	call, _ := goja.AssertFunction(f)
	v, err := call(goja.Undefined())
	if err != nil {
		t.Fatal(err)
	}
	want := "default|function (p) { return new Error('here').stack }|Error: here\n\tat default (m.mjs:2:38"
	if got := v.String(); len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("got %q", got)
	}
}

func TestOriginMapsPositions(t *testing.T) {
	_, err := engine.CompileUnit(engine.Head{}, engine.Unit{
		Name: "m.ts", Text: "let a = 1;\nlet = = 2", Origin: &engine.Origin{
			Text: "line\nline\nlet x: T = = 2", Marks: []engine.Mark{{Made: 0, Source: 0}, {Made: 11, Source: 10}, {Made: 17, Source: 21}},
		},
	})
	e, ok := err.(*engine.SyntaxError)
	if !ok || e.Line != 3 || e.File != "m.ts" || e.Column < 1 {
		t.Errorf("%#v", err)
	}
}

func BenchmarkBinding(b *testing.B) {
	rt := goja.New()
	m, err := engine.CompileUnit(engine.Head{Params: "n"}, engine.Unit{
		Name: "b.js", Text: "let s = 0; for (let i = 0; i < n; i++) s += x; return s", Foreign: []string{"x"},
	})
	if err != nil {
		b.Fatal(err)
	}
	m.Bindings["x"].Set(rt.ToValue(1))
	f, err := rt.RunProgram(m.Program)
	if err != nil {
		b.Fatal(err)
	}
	call, _ := goja.AssertFunction(f)
	b.ResetTimer()
	if _, err := call(goja.Undefined(), rt.ToValue(b.N)); err != nil {
		b.Fatal(err)
	}
}
