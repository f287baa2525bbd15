package heap_test

import (
	"fmt"
	"testing"
)

// graphs are heaps of many small things.
var graphs = map[string]string{
	"objects":  "var all = [], last = null; for (let i = 0; i < N; i++) { last = { id: i, name: 'n' + i % 1000, flag: i % 2 === 0, prev: last }; all.push(last) } function next() { return all }",
	"closures": "var all = []; for (let i = 0; i < N; i++) all.push(() => i++); function next() { return all }",
}

func benchmarkGraphs(b *testing.B, run func(b *testing.B, source string, n int)) {
	for _, kind := range []string{"objects", "closures"} {
		for _, n := range []int{100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s=%d", kind, n), func(b *testing.B) {
				run(b, fmt.Sprintf("const N = %d; %s", n, graphs[kind]), n)
			})
		}
	}
}

func BenchmarkCapture(b *testing.B) {
	benchmarkGraphs(b, func(b *testing.B, source string, n int) {
		w := newWorld(b, false)
		w.run(w.load(source))
		size := 0
		for b.Loop() {
			size = len(w.mustCapture())
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/object")
		b.ReportMetric(float64(size)/float64(n), "bytes/object")
	})
}

func BenchmarkRestore(b *testing.B) {
	benchmarkGraphs(b, func(b *testing.B, source string, n int) {
		w := newWorld(b, false)
		w.run(w.load(source))
		data := w.mustCapture()
		for b.Loop() {
			b.StopTimer()
			other := newWorld(b, false)
			other.load(source)
			b.StartTimer()
			if _, err := other.realm.Read(data); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/object")
	})
}
