package engine_test

import (
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
)

// benchmarkErrors runs a body that makes 1000 errors, below ten calls, with and
// without the stacks.
func benchmarkErrors(b *testing.B, body string) {
	for _, way := range []string{"goja", "stacks"} {
		b.Run(way, func(b *testing.B) {
			rt := goja.New()
			if way == "stacks" {
				engine.InstallStacks(rt)
			}
			p, err := engine.Compile("bench.js", engine.Head{}, "const deep = (n, f) => n === 0 ? f() : deep(n - 1, f); return () => deep(10, () => { for (let i = 0; i < 1000; i++) { "+body+" } })")
			if err != nil {
				b.Fatal(err)
			}
			made, err := rt.RunProgram(p)
			if err != nil {
				b.Fatal(err)
			}
			call, _ := goja.AssertFunction(made)
			f, err := call(goja.Undefined())
			if err != nil {
				b.Fatal(err)
			}
			run, _ := goja.AssertFunction(f)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := run(goja.Undefined()); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkNewError(b *testing.B)    { benchmarkErrors(b, "new Error('x')") }
func BenchmarkThrow(b *testing.B)       { benchmarkErrors(b, "try { throw new Error('x') } catch {}") }
func BenchmarkEngineError(b *testing.B) { benchmarkErrors(b, "try { undefined.x } catch {}") }
func BenchmarkReadStack(b *testing.B)   { benchmarkErrors(b, "new Error('x').stack") }
func BenchmarkSubclass(b *testing.B) {
	benchmarkErrors(b, "new (globalThis.E ??= class E extends Error { constructor() { super('x') } })()")
}
