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

// TestFunctionTexts takes functions to another runtime whose text is not that of
// their source, two of one program.
func TestFunctionTexts(t *testing.T) {
	const source = `var make = () => () => 1, all = [make(), make(), make()]; function next() { log(all.join()) }`
	w := newWorld(t, false)
	w.run(w.load(source))
	all := w.rt.Get("all").(*goja.Object)
	for _, i := range []string{"0", "1"} {
		engine.SetFunctionSource(all.Get(i).(*goja.Object), "function () { [native code] }")
	}
	other := w.restored(source, w.mustCapture(), whenRun)
	w.call()
	other.call()
	if w.out.String() != other.out.String() || w.out.Len() == 0 {
		t.Errorf("the other runtime says %s, not %s", other.out.String(), w.out.String())
	}
}
