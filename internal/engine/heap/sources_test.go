package heap_test

import (
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// forgetful is a host that keeps no program: it compiles a source again whenever
// a heap has functions of it.
type forgetful struct {
	t    *testing.T
	text string
}

func (f *forgetful) SourceOf(*goja.Program) *heap.Source { return f.source() }

func (*forgetful) SourceOfText(string) *heap.Source { return nil }

func (f *forgetful) ReadSource(string, *heap.Archive) *heap.Source { return f.source() }

func (f *forgetful) source() *heap.Source {
	code := heap.Code{Text: f.text, Compile: func() (*engine.Module, error) { return f.compile(), nil }}
	return &heap.Source{ID: "lost", Code: code, Archive: func(*heap.Archive) {}}
}

func (f *forgetful) compile() *engine.Module {
	m, err := engine.CompileScriptUnit(engine.Unit{Name: "lost.js", Text: f.text})
	if err != nil {
		f.t.Fatal(err)
	}
	return m
}

// TestCompiledAgain takes functions to another runtime that are found in another
// compilation of their text.
func TestCompiledAgain(t *testing.T) {
	for name, source := range map[string]string{
		"constants": `var all = [() => 1, () => 2, () => 1.5, () => 'a', () => 'ä', () => null, () => 1n, () => 2n, () => -0, () => 0];
			function next() { log(all.map(f => [typeof f(), Object.is(f(), -0), String(f())].join())) }`,
		"classes":    `var all = [class { f = 1 }, class { f = 2 }]; function next() { log(all.map(c => new c().f)) }`,
		"parameters": `var all = [(a = 1) => a, (a = 2) => a, (a, b) => a, (a, b) => b]; function next() { log(all.map(f => f(undefined, 5))) }`,
		"inside":     `var all = [() => () => 1, () => () => 2, () => /x/, () => /y/, async () => 3, function* () { yield 4 }]; function next() { log(all.map(f => String(f())), all[0]()(), all[1]()()) }`,
		"templates":  `var t = x => x, f = () => t` + "`a${1}b`" + `, first = f(); function next() { log(first === f(), first !== (() => t` + "`a${1}b`" + `)()) }`,
	} {
		t.Run(name, func(t *testing.T) {
			host := &forgetful{t, source}
			w, other := newWorld(t, false), newWorld(t, false)
			w.realm.SetSources(host)
			other.realm.SetSources(host)
			w.run(host.compile().Program)
			if _, err := other.realm.Read(w.mustCapture()); err != nil {
				t.Fatal(err)
			}
			w.call()
			other.call()
			if w.out.String() != other.out.String() || w.out.Len() == 0 {
				t.Errorf("the other runtime says %s, not %s", other.out.String(), w.out.String())
			}
		})
	}
}
