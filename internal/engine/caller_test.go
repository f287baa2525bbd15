package engine_test

import (
	"fmt"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// placed runs a program in which here() notes the place that calls it, and
// returns the positions noted.
func placed(t *testing.T, source string) (positions []string) {
	t.Helper()
	rt := goja.New()
	caller := engine.NewCaller(rt, "own:")
	throws := engine.WatchThrows(rt, caller)
	note := func(p engine.Place) {
		text := "nowhere"
		if p.Known() {
			position := caller.Position(p)
			text = fmt.Sprintf("%s:%d:%d", position.Filename, position.Line, position.Column)
		}
		positions = append(positions, text)
	}
	set := func(name string, f func(goja.FunctionCall) goja.Value) {
		if err := rt.Set(name, f); err != nil {
			t.Fatal(err)
		}
	}
	set("here", func(goja.FunctionCall) goja.Value { note(caller.Place()); return nil })
	set("thrown", func(c goja.FunctionCall) goja.Value { note(throws.Of(c.Argument(0))); return nil })
	for _, script := range [][2]string{{"own:lib", "function lib(f) { return f() }; function fail(x) { throw x }"}, {"a.js", source}} {
		p, err := engine.CompileScript(script[0], script[1])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := rt.RunProgram(p); err != nil {
			t.Fatal(err)
		}
	}
	return positions
}

func TestCallerPlace(t *testing.T) {
	for source, want := range map[string]string{
		"here()":                                      "a.js:1:1",
		"\n  lib(here)":                               "a.js:2:3",
		"(function f() {\n here() })()":               "a.js:2:2",
		"[1].forEach(() => here())":                   "a.js:1:19",
		"(0, eval)('here()')":                         "a.js:1:10",
		"new Function('here()')()":                    "a.js:1:23",
		"class C { constructor() { here() } }; new C": "a.js:1:27",
	} {
		if got := placed(t, source); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, not %s", source, got, want)
		}
	}
}

func TestThrows(t *testing.T) {
	for source, want := range map[string]string{
		"const e = new Error();\ntry {\n  throw e } catch (x) { thrown(x) }": "a.js:3:3",
		"try { throw 5 } catch (x) { thrown(x) }":                            "a.js:1:7",
		"function f() {\n throw 'x' } try { f() } catch (x) { thrown(x) }":   "a.js:2:2",
		"try { null.x } catch (x) { thrown(x) }":                             "nowhere",
		"try { fail(1) } catch (x) { thrown(x) }":                            "a.js:1:7",
		"try { throw 1 } catch (x) { try { throw 2 } catch {}; thrown(x) }":  "nowhere",
		"thrown(1)": "nowhere",
		"try { try { throw 1 } finally { void 0 } } catch (x) { thrown(x) }": "a.js:1:13",
		"function* g() { throw 3 } try { [...g()] } catch (x) { thrown(x) }": "a.js:1:17",
	} {
		if got := placed(t, source); len(got) != 1 || got[0] != want {
			t.Errorf("%s: %v, not %s", source, got, want)
		}
	}
}

func BenchmarkCallerPlace(b *testing.B) {
	rt := goja.New()
	caller := engine.NewCaller(rt, "own:")
	measure := func(goja.FunctionCall) goja.Value {
		for b.Loop() {
			caller.Place()
		}
		return nil
	}
	if err := rt.Set("measure", measure); err != nil {
		b.Fatal(err)
	}
	if _, err := rt.RunScript("a.js", "measure()"); err != nil {
		b.Fatal(err)
	}
}
