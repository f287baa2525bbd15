package heap_test

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine/heap"
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
				if again := w.restored(source, data, whenRun).mustCapture(); !bytes.Equal(want, again) {
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

// TestSlices writes long lists and large collections in slices: none is much longer
// than asked for.
func TestSlices(t *testing.T) {
	w := newWorld(t, false)
	w.run(w.load(`var all = [], byId = new Map(), set = new Set();
		for (let i = 0; i < 30000; i++) { const o = { i }; all.push(o); byId.set(i, { o }); set.add({ o }) } function next() {}`))
	writer := w.realm.NewWriter()
	writer.Value(w.rt.Get("next"))
	if err := writer.Begin(); err != nil {
		t.Fatal(err)
	}
	for before, done := writer.Objects(), false; !done; before = writer.Objects() {
		var err error
		if done, err = writer.Idle(32); err != nil {
			t.Fatal(err)
		}
		if met := writer.Objects() - before; met > 2000 {
			t.Errorf("a slice met %d objects", met)
		}
	}
	if writer.Objects() < 90000 {
		t.Errorf("only %d objects were met", writer.Objects())
	}
}

// TestStateIsForEverybody has a native give the program what the host refers to,
// over structs of its own.
func TestStateIsForEverybody(t *testing.T) {
	for _, order := range []bool{false, true} {
		w, other := newWorld(t, false), newWorld(t, false)
		registerTickets(w.realm)
		registerTickets(other.realm)
		source := `function next() { log('nothing') }`
		w.run(w.load(source))
		other.load(source)
		value := w.rt.NewObject()
		value.Set("is", "as before")
		inner := &visit{name: "inner", value: value}
		outer := &visit{name: "outer", next: inner}
		roots := &desk{visits: []*visit{inner, outer}}

		writer := w.realm.NewWriter()
		state := func(a *heap.Archive) { heap.Ref(a, &outer) }
		announce := []func(){func() { writer.Roots("roots", roots.archive) }, func() { writer.State("state", state) }}
		var outer2 *visit
		read := []func(*heap.Archive){new(desk).archive, func(a *heap.Archive) { heap.Ref(a, &outer2) }}
		if order {
			announce[0], announce[1] = announce[1], announce[0]
			read[0], read[1] = read[1], read[0]
		}
		announce[0]()
		announce[1]()
		if err := writer.Begin(); err != nil {
			t.Fatal(err)
		}
		if err := writer.Reach(w.rt.Get("next")); err != nil {
			t.Fatal(err)
		}
		value.Set("is", "changed")
		data, err := writer.Finish()
		if err != nil {
			t.Fatal(err)
		}
		if _, err := other.realm.Read(data, read...); err != nil {
			t.Fatal(err)
		}
		if got := outer2.next.value.(*goja.Object).Get("is").String(); got != "as before" {
			t.Errorf("what a native gives to the program is %s", got)
		}
	}
}

// TestHostIsWrittenAtOnce changes structs of the host's when a phase has begun.
func TestHostIsWrittenAtOnce(t *testing.T) {
	w, other := newWorld(t, false), newWorld(t, false)
	registerTickets(w.realm)
	registerTickets(other.realm)
	source := `var box = {}, value = { kind: 'value', ticket: null }; function next() { log(box.ticket.number, value.kind) }`
	w.run(w.load(source))
	other.load(source)
	rest := &visit{name: "rest", value: w.rt.Get("box")}
	d := &desk{open: true, last: &ticket{number: 1, owner: &visit{name: "owner", value: w.rt.Get("value"), next: rest}}}
	d.last.dynamic.Init(d.last, w.rt.NewObject())
	w.rt.Get("box").(*goja.Object).Set("ticket", d.last.dynamic.Object())

	writer := w.realm.NewWriter()
	writer.State("desk", d.archive)
	if err := writer.Begin(); err != nil {
		t.Fatal(err)
	}
	d.open, d.last.number, d.last.owner.name, rest.name = false, 2, "another", "changed"
	d.last.owner.next = nil
	data, err := writer.Finish()
	if err != nil {
		t.Fatal(err)
	}
	var got desk
	if _, err := other.realm.Read(data, got.archive); err != nil {
		t.Fatal(err)
	}
	owner := got.last.owner
	if !got.open || got.last.number != 1 || owner.name != "owner" || owner.next == nil || owner.next.name != "rest" {
		t.Errorf("the desk is %+v, its last ticket %+v, the owner %+v", got, got.last, owner)
	}
	other.call()
	if log := other.out.String(); log != "1 value \n" || owner.next.value != other.rt.Get("box") {
		t.Errorf("the program says %q", log)
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
