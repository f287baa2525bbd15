package loop_test

import (
	"fmt"
	"runtime"
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

// BenchmarkIntervals is one interval that fires again and again.
func BenchmarkIntervals(b *testing.B) {
	b.ReportAllocs()
	runScript(b, fmt.Sprintf("let n = 0; const t = every(() => { if (++n >= %d) clear(t) }, 1)", b.N))
}

// BenchmarkCleared sets timers that never fire, beside one that does.
func BenchmarkCleared(b *testing.B) {
	b.ReportAllocs()
	runScript(b, fmt.Sprintf("timer(() => {}, 20); const f = () => {}; for (let i = 0; i < %d; i++) clear(timer(f, 20))", b.N))
}

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
	run := prepareScript(b, source)
	b.ResetTimer()
	run()
}

// prepareScript compiles a script and returns what runs it.
func prepareScript(t testing.TB, source string) (run func()) {
	f := newFixture(&testing.T{}, simulated(), loop.Options{})
	p, err := f.Runtime().RunScript("bench.js", "(function () {"+source+"})")
	if err != nil {
		t.Fatal(err)
	}
	main, _ := loop.FunctionOf(p)
	return func() {
		if _, err := f.Run(func() { f.Main(main) }); err != nil {
			t.Fatal(err)
		}
	}
}

// A turn makes one object: what the program gets for its timer or immediate.
// goja makes another for each count of the chains.
func TestAllocationsOfTurns(t *testing.T) {
	const turns = 20_000
	for name, c := range map[string]struct {
		source string
		most   float64
	}{
		"immediates": {"let n = 0; const f = () => { if (++n < %d) immediate(f) }; immediate(f)", 2},
		"timers":     {"const f = () => {}; for (let i = 0; i < %d; i++) timer(f, 1)", 2},
		"intervals":  {"let n = 0; const t = every(() => { if (++n >= %d) clear(t) }, 1)", 1},
		"ticks":      {"let n = 0; const f = () => { if (++n < %d) tick(f) }; tick(f)", 1},
	} {
		run := prepareScript(t, fmt.Sprintf(c.source, turns))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		run()
		runtime.ReadMemStats(&after)
		if made := float64(after.Mallocs-before.Mallocs) / turns; made > c.most+0.1 {
			t.Errorf("%s: %.2f allocations for each, want %g", name, made, c.most)
		}
	}
}
