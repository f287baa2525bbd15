package heap

import (
	"bytes"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
)

// TestForget captures a program that makes code all the time: what it has no more
// is not kept, and what it has comes back when it is met again.
func TestForget(t *testing.T) {
	rt := goja.New()
	engine.InstallStacks(rt)
	r, err := NewRealm(rt)
	if err != nil {
		t.Fatal(err)
	}
	m, err := engine.CompileScriptUnit(engine.Unit{Name: "makes.js", Text: `
		var kept = new Function('return 1'), seldom = new Function('return (x => x)` + "`a`" + `'), last, n = 0;
		function next() { n++; last = [eval('() => n'), new Function('return ' + n)] }`})
	if err == nil {
		err = r.Source("makes.js", m)
	}
	if err == nil {
		_, err = rt.RunProgram(m.Program)
	}
	if err != nil {
		t.Fatal(err)
	}
	capture := func(names ...string) []byte {
		w := r.NewWriter()
		for _, name := range names {
			w.Value(rt.Get(name))
		}
		data, err := w.Finish()
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	seldom := rt.Get("seldom")
	rt.GlobalObject().Delete("seldom")
	write := func() []byte {
		w := r.NewWriter()
		w.Value(seldom)
		data, err := w.Finish()
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	const rounds = 50
	next, _ := goja.AssertFunction(rt.Get("next"))
	gone := 0
	for range rounds {
		if _, err := next(nil); err != nil {
			t.Fatal(err)
		}
		capture("kept", "last")
	}
	first := write()
	for range 2 * forgetAfter {
		capture("kept")
	}
	if second := write(); !bytes.Equal(first, second) {
		t.Error("a function that was forgotten is another one now")
	}
	for _, s := range r.sources {
		if s.made != nil && !s.forgettable {
			gone++
		}
	}
	if gone < 2*(rounds-forgetAfter-2) {
		t.Errorf("only %d of %d sources were forgotten", gone, 2*rounds)
	}
	if have := len(r.programs); have > 60 {
		t.Errorf("%d programs are known", have)
	}
}
