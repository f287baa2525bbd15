package engine

import (
	"strings"
	"testing"
	"unsafe"

	"github.com/dop251/goja"
)

// TestVariableNames compares names that were learnt from code with the values that
// the variables have: each is called like what it holds.
func TestVariableNames(t *testing.T) {
	for name, source := range map[string]string{
		"function":    `(function () { let a = 'a'; var b = 'b'; const c = 'c'; return () => [c, b, a] })()`,
		"parameters":  `(function (a, b, c) { return () => a + b + c })('a', 'b', 'c')`,
		"blocks":      `(function () { let a = 'a'; { let b = 'b'; { let c = 'c'; return () => { { let d = 'd'; (() => d)(); } return a + b + c } } } })()`,
		"break":       `(function () { let a = 'a'; return () => { for (;;) { let b = 'b'; (() => b)(); if (b) break; b = a } return a } })()`,
		"continue":    `(function () { let a = 'a'; return () => { for (let i = 0; i < 2; i++) { let b = 'b'; if (i) { let c = 'c'; (() => b + c)(); continue } (() => i)() } return a } })()`,
		"labels":      `(function () { let a = 'a'; return () => { out: for (const x of [1]) { let b = 'b'; for (const y of [1]) { let c = 'c'; (() => b + c + x + y)(); if (c) break out; continue out } } return a } })()`,
		"catch":       `(function () { let a = 'a'; try { throw 'b' } catch (b) { let c = 'c'; return () => { try { (() => a)() } catch (e) { (() => e)() } finally { (() => c)() } return a + b + c } } })()`,
		"return":      `(function () { let a = 'a'; return () => { { let b = 'b'; (() => b)(); if (a) return a } return a } })()`,
		"switch":      `(function () { let a = 'a'; return () => { switch (a) { case 'x': let q = 1; (() => q)(); break; default: let r = 2; (() => r)() } return a } })()`,
		"call":        `(function () { let a = 'a'; const b = () => 1; return () => { b(a); return a } })()`,
		"nested":      `(function () { let a = 'a'; return () => () => () => a })()`,
		"defaults":    `(function (a = 'a', b = 'b', c = () => a) { return () => { let d = a + b; return () => d + a + b } })()`,
		"destructure": `(function ({ a, b: [c] }) { return () => a + c })({ a: 'a', b: ['c'] })`,
		"loop":        `(function () { let a = 'a', f; for (let b = 'b'; b === 'b'; b = 'b2') { f = () => a; } return f })()`,
		"this":        `(function () { let a = 'a'; return () => [this, a] }).call('this')`,
		"class":       `(function () { let a = 'a'; return class { m() { return a } static x = a }.prototype.m })()`,
		"unicode":     "(function () { let é = 'é', $1 = '$1'; return () => é + $1 })()",
		"text":        "(function () { let a = 'a'; /* é 😀 */ return () => '😀' + a })()",
	} {
		t.Run(name, func(t *testing.T) {
			rt := goja.New()
			p, err := CompileScript("names.js", source)
			if err != nil {
				t.Fatal(err)
			}
			v, err := rt.RunProgram(p)
			if err != nil {
				t.Fatal(err)
			}
			self := selfOf(v.(*goja.Object))
			l := arrowLayout()
			program, scope := *at[*goja.Program](self.data, l.program), *at[unsafe.Pointer](self.data, l.stash)
			found := 0
			for _, names := range VariableNamesOf(program).Outer {
				for i, name := range names {
					value := (*at[[]goja.Value](scope, offsets.stashValues))[i]
					if text := value.String(); name != "" && text != name && !strings.HasPrefix(text, "() =>") {
						t.Errorf("variable %d is called %s and holds %s", i, name, text)
					} else if name != "" {
						found++
					}
				}
				scope = *at[unsafe.Pointer](scope, offsets.stashOuter)
			}
			if found == 0 {
				t.Error("no name was found")
			}
		})
	}
}
