package heap_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
)

// witness numbers promises and notes what it is told.
type witness struct {
	*world
	promises *engine.Promises
	made     uint64
	current  uint64
}

func watch(w *world) *witness {
	o := &witness{world: w, promises: engine.NewPromises(w.rt)}
	o.promises.Follow(o)
	o.promises.Watch(true)
	return o
}

func (o *witness) note(format string, a ...any) { fmt.Fprintf(&o.out, format+"\n", a...) }

func (o *witness) Grab() any { return o.current }

func (o *witness) Resumed(made any) {
	o.current, _ = made.(uint64)
	o.note("resumed %d", o.current)
}

func (o *witness) Exited() { o.note("exited %d", o.current); o.current = 0 }

func (o *witness) Made(promise, parent *goja.Object) any {
	o.made++
	of := goja.Value(goja.Undefined())
	if parent != nil {
		of = parent.Get("number")
	}
	promise.Set("number", o.made)
	o.note("made %d of %v", o.made, of)
	return o.made
}

func (o *witness) Settled(made any) { o.note("settled %d", made) }

func (o *witness) Enter(made any) any {
	outer := o.current
	o.current = made.(uint64)
	return outer
}

func (o *witness) Leave(outer any) { o.current = outer.(uint64) }

// TestWatchedPromises takes promises that are followed to another runtime.
func TestWatchedPromises(t *testing.T) {
	all := cases(t)
	for _, name := range []string{"promises", "async functions", "jobs and stranger promises", "followed promises", "direct eval"} {
		t.Run(name, func(t *testing.T) {
			source := all[name]
			straight := watch(newWorld(t, false))
			straight.run(straight.load(source))
			for range calls {
				straight.call()
			}
			if !strings.Contains(straight.out.String(), "settled") {
				t.Fatal("no promise is seen")
			}
			for at := range calls {
				w, other := watch(newWorld(t, false)), watch(newWorld(t, false))
				w.run(w.load(source))
				for range at {
					w.call()
				}
				data := w.mustCapture()
				other.load(source)
				if _, err := other.realm.Read(data); err != nil {
					t.Fatal(err)
				}
				other.made, other.current = w.made, w.current
				if again := other.mustCapture(); !bytes.Equal(data, again) {
					t.Errorf("captured, read and captured again at %d: %d bytes became %d", at, len(data), len(again))
				}
				for range calls - at {
					other.call()
				}
				if got, want := w.out.String()+other.out.String(), straight.out.String(); got != want {
					t.Errorf("after call %d:\n%s\nwant:\n%s", at, got, want)
				}
			}
		})
	}
}
