package heap_test

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// texts are sources by their ids.
type texts map[string]string

// compileModule compiles the function of a module as the host does. bindings are
// what the names read that it has of others.
func compileModule(id, text string, bindings map[string]*engine.Binding) (*engine.Module, error) {
	return engine.CompileUnit(engine.Head{Params: "exports"}, engine.Unit{
		Name: id, Text: text, Foreign: []string{"imported", "variable"}, Bindings: bindings,
	})
}

// read returns a world in which data was read. compiled lists what was compiled
// because it ran.
func read(t *testing.T, data []byte, all texts, bindings map[string]*engine.Binding, states ...func(*heap.Archive)) (w *world, compiled *[]string) {
	t.Helper()
	w, compiled = newWorld(t, false), new([]string)
	w.realm.Resolve(func(id string) (heap.Code, error) {
		text, known := all[id]
		if !known {
			return heap.Code{}, fmt.Errorf("no source %s", id)
		}
		return heap.Code{Text: text, Compile: func() (*engine.Module, error) {
			*compiled = append(*compiled, id)
			if id == caseID {
				return w.compile(text)
			}
			return compileModule(id, text, bindings)
		}}, nil
	})
	if _, err := w.realm.Read(data, states...); err != nil {
		t.Fatal(err)
	}
	return w, compiled
}

// instantiate runs a module and returns its exports.
func (w *world) instantiate(id, text string, bindings map[string]*engine.Binding) *goja.Object {
	w.t.Helper()
	m, err := compileModule(id, text, bindings)
	if err == nil {
		err = w.realm.Source(id, m)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	f, err := w.rt.RunProgram(m.Program)
	if err != nil {
		w.t.Fatal(err)
	}
	exports := w.rt.NewObject()
	call, _ := goja.AssertFunction(f)
	if _, err := call(nil, exports); err != nil {
		w.t.Fatal(err)
	}
	return exports
}

// imports are the bindings of one module, which a host writes to heaps.
type imports map[string]*engine.Binding

func newImports() imports {
	return imports{"imported": engine.NewBinding("imported"), "variable": engine.NewBinding("variable")}
}

func (i imports) archive(a *heap.Archive) {
	a.Binding(i["imported"])
	a.Binding(i["variable"])
}

// TestImports captures functions that read a variable and a value of other modules.
func TestImports(t *testing.T) {
	all := texts{
		"a": "let n = 1; exports.get = () => n; exports.next = function () { n++ }",
		"b": "exports.next = function () { log(imported.text, variable); imported.next() }",
	}
	ours, theirs := newImports(), newImports()
	w := newWorld(t, false)
	a := w.instantiate("a", all["a"], nil)
	b := w.instantiate("b", all["b"], ours)
	a.Set("text", "value")
	ours["imported"].Set(a)
	ours["variable"].SetVariable(a.Get("get").(*goja.Object))
	w.rt.Set("next", b.Get("next"))
	capture := func(w *world, i imports) []byte {
		wr := w.realm.NewWriter()
		wr.State("imports", i.archive)
		data, err := wr.Finish()
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	w.call()
	data := capture(w, ours)
	other, compiled := read(t, data, all, theirs, theirs.archive)
	for i := range 3 {
		if i > 0 {
			w.call()
			other.call()
		}
		data, again := capture(w, ours), capture(other, theirs)
		if !bytes.Equal(data, again) {
			t.Errorf("after %d calls, %d bytes became %d\n%s", i, len(data), len(again), firstDifference(data, again))
		}
		if i == 0 && len(*compiled) != 0 {
			t.Errorf("compiled to be captured: %v", *compiled)
		}
	}
	if got, want := "value 1 \n"+other.out.String(), w.out.String(); got != want || !strings.Contains(want, "value 3 ") {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
	if got := fmt.Sprint(*compiled); got != "[b a]" {
		t.Errorf("compiled %s", got)
	}
}

// TestOnlyWhatRuns has many sources, of which few run.
func TestOnlyWhatRuns(t *testing.T) {
	all, w := texts{}, newWorld(t, false)
	var list []any
	for i := range 50 {
		id := fmt.Sprintf("m%d", i)
		all[id] = fmt.Sprintf("class Base { f() { return %d } } exports.f = function () { return new (class extends Base {})().f() }", i)
		list = append(list, w.instantiate(id, all[id], nil))
	}
	w.rt.Set("list", w.rt.NewArray(list...))
	all[caseID] = "var at = [3, 7, 3]; function next() { log(list[at[0]].f(), list[at.shift()].f.toString().length) }"
	w.run(w.load(all[caseID]))
	data := w.mustCapture()
	other, compiled := read(t, data, all, nil)
	for range 3 {
		w.call()
		other.call()
	}
	if got, want := other.out.String(), w.out.String(); got != want || !strings.HasPrefix(want, "3 ") {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
	if got := fmt.Sprint(*compiled); got != "[case.js m3 m7]" {
		t.Errorf("compiled %s", got)
	}
}

// TestSourceIsGone lets the compilation fail, and compiles something else: that ends
// the run with an error that names the source.
func TestSourceIsGone(t *testing.T) {
	const text = "exports.next = function () { try { log(1) } finally { log('finally') } }"
	w := newWorld(t, false)
	w.rt.Set("next", w.instantiate("gone.js", text, nil).Get("next"))
	data := w.mustCapture()
	for name, compile := range map[string]func() (*engine.Module, error){
		"an error":   func() (*engine.Module, error) { return nil, errors.New("no such file") },
		"no program": func() (*engine.Module, error) { return compileModule("gone.js", "1", nil) },
		"another program": func() (*engine.Module, error) {
			return compileModule("gone.js", strings.Replace(text, "log", "log()||log", 1), nil)
		},
	} {
		other := newWorld(t, false)
		other.realm.Resolve(func(string) (heap.Code, error) { return heap.Code{Text: text, Compile: compile}, nil })
		if _, err := other.realm.Read(data); err != nil {
			t.Fatal(err)
		}
		_, err := other.rt.RunString("try { next() } catch { log('caught') } finally { log('finally') } log('on')")
		var source *engine.SourceError
		if !errors.As(err, &source) || source.Name != "gone.js" || !strings.Contains(err.Error(), "gone.js") {
			t.Errorf("%s: %v", name, err)
		}
		if other.out.Len() > 0 {
			t.Errorf("%s: the program went on: %s", name, other.out.String())
		}
	}
	other := newWorld(t, false)
	other.realm.Resolve(func(id string) (heap.Code, error) { return heap.Code{}, errors.New("no source " + id) })
	if _, err := other.realm.Read(data); err == nil || !strings.Contains(err.Error(), "no source gone.js") {
		t.Errorf("a source that nobody knows: %v", err)
	}
}

// TestFramesOfWhatDidNotRun reads stacks with functions of sources that were not
// compiled when they were taken: async functions that wait, and errors of before.
func TestFramesOfWhatDidNotRun(t *testing.T) {
	all := texts{
		"inner.js": "exports.inner = async function inner(p) { await p; return new Error('inner').stack }",
		"outer.js": "exports.outer = async function outer(o, p) {\n  const s = await o.inner(p);\n  log(s) }; exports.failed = function failed() { return new Error('before') }",
		caseID:     "var release, p = new Promise(r => { release = r }); out.outer(inn, p); var before = out.failed(); function next() { log(before.stack); release() }",
	}
	w := newWorld(t, false)
	w.rt.Set("inn", w.instantiate("inner.js", all["inner.js"], nil))
	w.rt.Set("out", w.instantiate("outer.js", all["outer.js"], nil))
	w.run(w.load(all[caseID]))
	data := w.mustCapture()
	other, compiled := read(t, data, all, nil)
	if again := other.mustCapture(); !bytes.Equal(data, again) || len(*compiled) > 0 {
		t.Errorf("%d bytes became %d, compiled %v", len(data), len(again), *compiled)
	}
	w.call()
	other.call()
	want := w.out.String()
	if got := other.out.String(); got != want || !strings.Contains(want, "async Object.outer (outer.js:2") || !strings.Contains(want, "failed (outer.js:3:") {
		t.Errorf("%s\nwant:\n%s", got, want)
	}
}
