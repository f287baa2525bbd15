package loop_test

import (
	"fmt"
	"testing"

	"github.com/jsrr/jsrr/loop"
)

// BenchmarkImmediates is a chain of setImmediate: one turn each.
func BenchmarkImmediates(b *testing.B) {
	benchmarkChain(b, "immediate(f)")
}

// BenchmarkTicks is a chain of process.nextTick in one turn.
func BenchmarkTicks(b *testing.B) { benchmarkChain(b, "tick(f)") }

// BenchmarkMicrotasks is a chain of promise reactions in one turn.
func BenchmarkMicrotasks(b *testing.B) { benchmarkChain(b, "resolved.then(f)") }

// BenchmarkTimers sets timers of one delay that all come due together.
func BenchmarkTimers(b *testing.B) {
	b.ReportAllocs()
	runScript(b, fmt.Sprintf("const f = () => {}; for (let i = 0; i < %d; i++) timer(f, 1)", b.N))
}

func benchmarkChain(b *testing.B, next string) {
	b.ReportAllocs()
	runScript(b, fmt.Sprintf("const resolved = Promise.resolve(); let n = 0; const f = () => { if (++n < %d) %s }; %s", b.N, next, next))
}

func runScript(b *testing.B, source string) {
	f := newFixture(&testing.T{}, simulated(), loop.Options{})
	p, err := f.Runtime().RunScript("bench.js", "(function () {"+source+"})")
	if err != nil {
		b.Fatal(err)
	}
	main, _ := loop.FunctionOf(p)
	b.ResetTimer()
	if _, err := f.Run(func() { f.Main(main) }); err != nil {
		b.Fatal(err)
	}
}
