package engine

import (
	"errors"
	"testing"

	"github.com/dop251/goja"
)

// inNative runs body inside a call from JavaScript into Go, as the loop does.
func inNative(t *testing.T, rt *goja.Runtime, body func()) {
	t.Helper()
	mustKnowStacks()
	f, err := rt.RunString("(function (body) { body() })")
	if err != nil {
		t.Fatal(err)
	}
	call, _ := goja.AssertFunction(f)
	if _, err := call(goja.Undefined(), rt.ToValue(func(goja.FunctionCall) goja.Value { body(); return nil })); err != nil {
		t.Fatal(err)
	}
}

func TestFunctionCall(t *testing.T) {
	for source, want := range map[string]string{
		"() => { seen = 'arrow' }":                                        "arrow",
		"function (a, b) { seen = this.name + a + b }":                    "this12",
		"({ m(a) { seen = this.name + a + arguments.length } }).m":        "this12",
		"async (a) => { seen = 'async' + a }":                             "async1",
		"function* () { seen = 'never' }":                                 "",
		"(function (a) { seen = this.name + a }).bind({ name: 'b' })":     "b1",
		"new Proxy(function (a) { seen = this.name + a }, {})":            "this1",
		"class { constructor() { seen = 'never' } }":                      "error",
		"() => { seen = 'before'; throw new Error('x') }":                 "error",
		"function () { null.x }":                                          "error",
		"() => { try { throw 1 } catch (e) { seen = 'caught' + e } }":     "caught1",
		"(a) => { for (const x of [a]) throw x }":                         "error",
		"function () { (function deep() { deep() })() }":                  "error",
		"(a, b) => { seen = ''; for (let i = a; i <= b; i++) seen += i }": "12",
	} {
		rt := goja.New()
		LimitStack(rt)
		inNative(t, rt, func() {
			v, err := rt.RunString("var seen = ''; (" + source + ")")
			if err != nil {
				t.Fatalf("%s: %v", source, err)
			}
			f, ok := FunctionOf(v)
			if !ok {
				t.Fatalf("%s is no function", source)
			}
			this := rt.NewObject()
			_ = this.Set("name", "this")
			before := len(machineOf(rt).stack())
			for range 3 { // each call leaves the machine as it was
				err = f.Call(this, []goja.Value{rt.ToValue(1), rt.ToValue(2)})
				if after := len(machineOf(rt).stack()); after > before {
					t.Errorf("%s: the stack grew from %d to %d", source, before, after)
				}
				if got := rt.Get("seen").String(); err == nil && got != want || err != nil && want != "error" {
					t.Errorf("%s: got %q, %v; want %q", source, got, err, want)
				}
			}
		})
	}
}

func TestFunctionOfNoFunction(t *testing.T) {
	rt := goja.New()
	mustKnowStacks()
	for _, source := range []string{"undefined", "null", "1", "'f'", "({})", "[]", "new Proxy({}, {})"} {
		v, err := rt.RunString(source)
		if err != nil {
			t.Fatal(err)
		}
		if f, ok := FunctionOf(v); ok || f.Known() {
			t.Errorf("%s is a function", source)
		}
	}
}

func TestFunctionCallPassesPanicsOn(t *testing.T) {
	rt := goja.New()
	stop := errors.New("stop")
	caught := func() (x any) {
		defer func() { x = recover() }()
		inNative(t, rt, func() {
			_ = rt.Set("native", func(goja.FunctionCall) goja.Value { panic(stop) })
			v, _ := rt.RunString("() => native()")
			f, _ := FunctionOf(v)
			_ = f.Call(goja.Undefined(), nil)
			t.Error("the call returned")
		})
		return nil
	}()
	if caught != any(stop) {
		t.Errorf("got %v", caught)
	}
}

func TestFunctionCallInterrupted(t *testing.T) {
	rt := goja.New()
	inNative(t, rt, func() {
		_ = rt.Set("interrupt", func(goja.FunctionCall) goja.Value { rt.Interrupt("enough"); return nil })
		v, _ := rt.RunString("() => { interrupt(); for (;;); }")
		f, _ := FunctionOf(v)
		var interrupted *goja.InterruptedError
		if err := f.Call(goja.Undefined(), nil); !errors.As(err, &interrupted) || interrupted.Value() != "enough" {
			t.Errorf("got %v", err)
		}
		rt.ClearInterrupt()
	})
}

// handler is a dynamic object with one property.
type handler struct{ object DynamicObject }

func (h *handler) Get(key string) goja.Value {
	if key == "own" {
		return exampleRuntime.ToValue(7)
	}
	return nil
}
func (h *handler) Set(string, goja.Value) bool { return false }
func (h *handler) Has(key string) bool         { return key == "own" }
func (h *handler) Delete(string) bool          { return false }
func (h *handler) Keys() []string              { return []string{"own"} }

var exampleRuntime = goja.New()

func TestDynamicObject(t *testing.T) {
	rt := goja.New()
	mustKnowStacks()
	prototype, err := rt.RunString("class A { m() { return this.own + 1 } }; A.prototype")
	if err != nil {
		t.Fatal(err)
	}
	h := &handler{}
	h.object.Init(h, prototype.(*goja.Object))
	if err := rt.Set("o", h.object.Object()); err != nil {
		t.Fatal(err)
	}
	for source, want := range map[string]string{
		"o.own": "7", "o.m()": "8", "o instanceof A": "true", "Object.keys(o).join()": "own", "'own' in o": "true",
		"typeof o": "object", "o === o": "true", "Object.setPrototypeOf(o, null); Object.getPrototypeOf(o)": "null",
	} {
		if v, err := rt.RunString(source); err != nil || v.String() != want {
			t.Errorf("%s: %v, %v; want %s", source, v, err, want)
		}
		h.object.Object().SetPrototype(prototype.(*goja.Object))
	}
	if HandlerOf(h.object.Object()) != goja.DynamicObject(h) {
		t.Error("the handler is not found")
	}
	if HandlerOf(rt.NewObject()) != nil {
		t.Error("a plain object has a handler")
	}
}
