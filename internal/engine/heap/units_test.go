package heap_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

// TestUnits writes the heaps of the cases in units, in several orders, and compares
// what is read with what is written at once.
func TestUnits(t *testing.T) {
	for name, source := range cases(t) {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, strings.HasPrefix(name, "goja: "))
			w.run(w.load(source))
			w.call()
			keys := w.rt.GlobalObject().Keys() // sorts them
			want := w.mustCapture()
			for seed := range uint64(4) {
				random := rand.New(rand.NewPCG(seed, 0))
				writer := w.realm.NewWriter()
				writer.Value(w.rt.Get("next"))
				var roots []goja.Value
				for _, key := range keys {
					v := w.rt.Get(key)
					writer.Value(v)
					roots = append(roots, v)
				}
				if err := writer.Begin(); err != nil {
					t.Fatal(err)
				}
				for range 20 {
					if random.IntN(2) == 0 {
						writer.Idle(random.IntN(5))
					} else if err := writer.Reach(roots[random.IntN(len(roots))]); err != nil {
						t.Fatal(err)
					}
				}
				data, err := writer.Finish()
				if err != nil {
					t.Fatal(err)
				}
				if again := w.restored(source, data).mustCapture(); !bytes.Equal(want, again) {
					t.Errorf("seed %d: written in units, read and captured at once: %d bytes became %d\n%s", seed, len(want), len(again), firstDifference(want, again))
				}
				for range 3 {
					cut := random.IntN(len(data))
					if _, err := newWorld(t, w.plain).realm.Read(data[:cut]); err == nil {
						t.Error("half a heap was read")
					}
				}
			}
		})
	}
}

// BenchmarkReachCaptured measures the entry of a callback that was captured before.
func BenchmarkReachCaptured(b *testing.B) {
	w := newWorld(b, false)
	w.run(w.load("const N = 10000; " + graphs["objects"]))
	writer := w.realm.NewWriter()
	f, this, arg := w.rt.Get("next"), w.rt.Get("last"), w.rt.NewObject()
	writer.Value(f)
	writer.Value(this)
	if err := writer.Begin(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if err := writer.Reach(f, this, arg); err != nil {
			b.Fatal(err)
		}
	}
}

// firstDifference shows where two heaps begin to differ.
func firstDifference(a, b []byte) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	around := func(x []byte) []byte { return x[max(0, i-40):min(len(x), i+40)] }
	return fmt.Sprintf("at %d:\n%q\n%q", i, around(a), around(b))
}
