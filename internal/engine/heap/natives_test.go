package heap_test

import (
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
)

// TestReplacedNatives takes functions to another runtime that were made of
// builtins, after the host had replaced what these run.
func TestReplacedNatives(t *testing.T) {
	const source = `
var bound = parseInt.bind(null, '7'), proxy = new Proxy(parseInt, {}), again = bound.bind(), Made = Date.bind(null, 0), later = Promise.resolve(1).then(parseInt);
function next() { log(bound(), proxy('8'), again(), new Made().getTime()) }`
	replace := func(w *world) {
		var original engine.Native
		original = engine.ReplaceNative(w.rt.Get("parseInt").(*goja.Object), func(c goja.FunctionCall) goja.Value {
			return w.rt.ToValue(original(c).ToInteger() + 100)
		})
		var construct engine.Construct
		construct = engine.ReplaceConstruct(w.rt.Get("Date").(*goja.Object), func(args []goja.Value, newTarget *goja.Object) *goja.Object {
			return construct([]goja.Value{w.rt.ToValue(args[0].ToInteger() + 5)}, newTarget)
		})
	}
	w, other := newWorld(t, false), newWorld(t, false)
	replace(w)
	replace(other)
	w.run(w.load(source))
	data := w.mustCapture()
	other.load(source)
	if _, err := other.realm.Read(data); err != nil {
		t.Fatal(err)
	}
	w.call()
	other.call()
	if want := "107 108 107 5 \n"; w.out.String() != want || other.out.String() != want {
		t.Errorf("%q and %q, want %q", w.out.String(), other.out.String(), want)
	}
}
