package module

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/jsrr/jsrr/internal/engine"
)

// text returns the source with the edits.
func (r *rewriting) text() string {
	slices.SortStableFunc(r.edits, func(a, b engine.Edit) int { return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.Len, b.Len)) })
	var out strings.Builder
	at := 0
	for _, e := range r.edits {
		out.WriteString(r.source[at:e.At] + e.Text)
		at = e.At + e.Len
	}
	return out.String() + r.source[at:]
}

func TestSessionScript(t *testing.T) {
	for source, want := range map[string]string{
		"let a = 1":                        "var a = 1",
		"const {a, b} = c, d = 2; e":       "var   {a, b} = c, d = 2; e",
		"x\nclass A {}":                    "x\nvar A = class A {};",
		"for (let i = 0; i < 3; i++) f(i)": "for (let i = 0; i < 3; i++) f(i)",
		"{ let a }":                        "{ let a }",
		"not code at all (":                "not code at all (",
	} {
		if got := sessionScript(source).text(); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
}

func TestAwaitingScript(t *testing.T) {
	const end = "\nreturn { value: $value }"
	for source, want := range map[string]string{
		"await f()":                             "$value = await f()" + end,
		"let a = await f(), b":                  ";0, a = await f(), b = void 0" + end,
		"var a = await 1, b":                    ";0, a = await 1, b = typeof b === 'undefined' ? void 0 : b" + end,
		"const {a, b: [c]} = await f(); a":      ";0,   {a, b: [c]} = await f(); $value = a" + end,
		"(await f()).x":                         "$value = (await f()).x" + end,
		"( (await a), (await b) )":              "( (await a), $value = (await b) )" + end,
		"await 1; tag`x`":                       "await 1; $value = tag`x`" + end,
		"await 1; (f)`x`.y[0]++":                "await 1; $value = (f)`x`.y[0]++" + end,
		"function g() {} await g();; var h = 1": "globalThis.g = g;function g() {} $value = await g();; ;0, h = 1" + end,
		"class A {}; await 1":                   ";A = class A {};; $value = await 1" + end,
		"if (await x) { y }":                    "if (await x) { y }" + end,
		"await 1; async () => 2":                "await 1; $value = async () => 2" + end,
		"await 1; async function h() {}":        "globalThis.h = h;$value = await 1; async function h() {}" + end,
		"await 1; (async function h() {})()":    "await 1; $value = (async function h() {})()" + end,
		"await 1; !(a)":                         "await 1; $value = !(a)" + end,
		"await 1; a ? b : c":                    "await 1; $value = a ? b : c" + end,
		"await 1; a?.b?.(c)":                    "await 1; $value = a?.b?.(c)" + end,
		"await 1; new A().b":                    "await 1; $value = new A().b" + end,
	} {
		if r := awaitingScript(source); r == nil {
			t.Errorf("%q: nothing awaits", source)
		} else if got := r.text(); got != want {
			t.Errorf("%q: got %q, want %q", source, got, want)
		}
	}
	for _, source := range []string{"async () => await 1", "async function f() { await 1 }", "'await x'", "class A { async m() { await 1 } }", "await = 1", "await ("} {
		if r := awaitingScript(source); r != nil {
			t.Errorf("%q: awaits: %q", source, r.text())
		}
	}
}

func TestIncomplete(t *testing.T) {
	for source, want := range map[string]bool{
		"function f() {": true, "[1,": true, "f(": true, "`a\n": true, "'a\\": true, "/* a": true, "if (x) {\n": true, "a +": true, "x = {\n a: 1,\n": true,
		"class A {": true, "async () => {": true, "'a": false, "a b": false, ")": false, "let x = ;": false, "1 +* 2": false, "}": false, "f(]": false, "1": false,
		"`a ${b": true, "`a ${": true, "/a": false,
	} {
		_, _, err := parseScript(source, false)
		if got := isIncomplete(source, err); got != want {
			t.Errorf("%q: %v (%v)", source, got, err)
		}
	}
}
