package heap_test

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
)

// world is a runtime with a realm, set up as a host would.
type world struct {
	t     testing.TB
	rt    *goja.Runtime
	realm *heap.Realm
	out   strings.Builder
	plain bool
	// compiled counts how often a source was, because a function ran.
	compiled int
}

func newWorld(t testing.TB, plain bool) *world {
	t.Helper()
	w := &world{t: t, rt: goja.New(), plain: plain}
	engine.InstallStacks(w.rt)
	var err error
	if w.realm, err = heap.NewRealm(w.rt); err != nil {
		t.Fatal(err)
	}
	w.rt.Set("log", func(call goja.FunctionCall) goja.Value {
		for _, a := range call.Arguments {
			w.out.WriteString(a.String() + " ")
		}
		w.out.WriteString("\n")
		return goja.Undefined()
	})
	if err := w.realm.Name(w.rt.Get("log").(*goja.Object), "log"); err != nil {
		t.Fatal(err)
	}
	return w
}

// load makes a source known, without running it.
func (w *world) load(source string) *goja.Program {
	w.t.Helper()
	m, err := w.compile(source)
	if err == nil {
		err = w.realm.Source(caseID, m)
	}
	if err != nil {
		w.t.Fatal(err)
	}
	return m.Program
}

// caseID is what the source of a case is called.
const caseID = "case.js"

func (w *world) compile(source string) (*engine.Module, error) {
	if w.plain { // then goja's builtins know the patterns
		p, err := goja.Compile(caseID, source, false)
		return &engine.Module{Program: p}, err
	}
	return engine.CompileScriptUnit(engine.Unit{Name: caseID, Text: source})
}

func (w *world) run(p *goja.Program) {
	w.t.Helper()
	if _, err := w.rt.RunProgram(p); err != nil {
		w.t.Fatal(err)
	}
}

// call calls the function next of the program.
func (w *world) call() {
	next, ok := goja.AssertFunction(w.rt.Get("next"))
	if !ok {
		w.t.Fatal("next is no function")
	}
	if _, err := next(nil); err != nil {
		w.out.WriteString("throws " + err.Error() + "\n")
	}
}

func (w *world) capture() ([]byte, error) {
	wr := w.realm.NewWriter()
	wr.Value(w.rt.Get("next"))
	return wr.Finish()
}

func (w *world) mustCapture() []byte {
	w.t.Helper()
	b, err := w.capture()
	if err != nil {
		w.t.Fatal(err)
	}
	return b
}

// loading is when a source is compiled whose functions are in a heap.
type loading int

const (
	atOnce    loading = iota
	whenRun           // all of it
	fromImage         // each function
)

// restored returns another world with the same program, in which nothing ran.
func (w *world) restored(source string, data []byte, how loading) *world {
	w.t.Helper()
	other := newWorld(w.t, w.plain)
	if how == atOnce {
		other.load(source)
	} else {
		other.realm.Resolve(func(id string) (heap.Code, error) {
			if id != caseID {
				w.t.Errorf("functions of a source %q", id)
			}
			return heap.Code{Text: source, Compile: func() (*engine.Module, error) {
				other.compiled++
				m, err := other.compile(source)
				if err == nil && how == fromImage && !w.plain {
					return fromImageOf(m, source)
				}
				return m, err
			}}, nil
		})
	}
	if _, err := other.realm.Read(data); err != nil {
		w.t.Fatal(err)
	}
	return other
}

// fromImageOf returns a module whose functions decode themselves when they run.
func fromImageOf(m *engine.Module, source string) (*engine.Module, error) {
	image, ok := m.Image()
	if !ok {
		return m, nil // it has what an image cannot keep
	}
	return engine.LoadUnit(engine.Unit{Name: caseID, Text: source}, image)
}

// cases returns the programs of testdata/cases.js: each begins with a line
// "// case: name", makes a heap, and has a function next, which is called
// again and again.
func cases(t testing.TB) map[string]string {
	text, err := os.ReadFile("testdata/cases.js")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, part := range strings.Split(string(text), "// case: ")[1:] {
		name, source, _ := strings.Cut(part, "\n")
		all[strings.TrimSpace(name)] = source
	}
	return all
}

const calls = 4

// TestCases compares programs that go on with those that are written and read
// after each of their calls.
func TestCases(t *testing.T) {
	for name, source := range cases(t) {
		t.Run(name, func(t *testing.T) {
			plain := strings.HasPrefix(name, "goja: ")
			straight := newWorld(t, plain)
			straight.run(straight.load(source))
			for range calls {
				straight.call()
			}
			if straight.out.Len() == 0 {
				t.Fatal("the case prints nothing")
			}
			end := straight.mustCapture()
			for i := range 3 * calls {
				at, how := i/3, loading(i%3)
				w := newWorld(t, plain)
				w.run(w.load(source))
				for range at {
					w.call()
				}
				data := w.mustCapture()
				if !bytes.Equal(data, w.mustCapture()) {
					t.Error("two captures differ")
				}
				other := w.restored(source, data, how)
				if again := other.mustCapture(); !bytes.Equal(data, again) {
					t.Errorf("captured, read and captured again at %d: %d bytes became %d\n%q\n%q", at, len(data), len(again), data, again)
				}
				if other.compiled != 0 {
					t.Error("reading and capturing compiled the source")
				}
				for range calls - at {
					other.call()
				}
				if how != atOnce && at < calls-1 && other.compiled != 1 {
					t.Errorf("the source was compiled %d times", other.compiled)
				}
				if got, want := w.out.String()+other.out.String(), straight.out.String(); got != want {
					t.Errorf("after call %d:\n%s\nwant:\n%s", at, got, want)
				}
				if again := other.mustCapture(); !bytes.Equal(again, end) {
					t.Errorf("after call %d, restored and run to the end: another heap (%d bytes, not %d)\n%s", at, len(again), len(end), firstDifference(again, end))
				}
			}
		})
	}
}

// TestRefused looks at the errors of what cannot be captured.
func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"native":  {"var cart = { items: [1, 2, 3, { socket: unnamed }] }; function next() {}", "cart.items[3].socket cannot be captured"},
		"scope":   {"var f; { let hidden = { x: unnamed }; f = () => hidden } function next() {}", "cannot be captured"},
		"element": {"var m = new Map([['k', { deep: unnamed }]]); function next() {}", `m["k"].deep cannot be captured`},
	} {
		t.Run(name, func(t *testing.T) {
			w := newWorld(t, false)
			p := w.load(c.source)
			w.rt.Set("unnamed", func(goja.FunctionCall) goja.Value { return nil })
			w.run(p)
			w.rt.GlobalObject().Delete("unnamed")
			if _, err := w.capture(); err == nil || !strings.HasPrefix(err.Error(), c.want) && !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v; want %s", err, c.want)
			}
		})
	}
}

// FuzzRead changes bytes of a heap and cuts it short: that is an error, or
// another heap, and never anything worse.
func FuzzRead(f *testing.F) {
	sources := cases(f)
	for _, name := range []string{"maps and sets", "generators", "promises", "classes", "binary"} {
		w := newWorld(f, false)
		w.run(w.load(sources[name]))
		f.Add(w.mustCapture(), uint16(0), byte(0))
	}
	f.Fuzz(func(t *testing.T, data []byte, at uint16, to byte) {
		if len(data) == 0 {
			return
		}
		data = bytes.Clone(data)
		data[int(at)%len(data)] = to
		w := newWorld(t, false)
		w.load(sources["generators"])
		w.realm.Read(data)
		w.realm.Read(data[:int(at)%len(data)])
	})
}

// TestDamaged changes each byte of heaps and cuts them short.
func TestDamaged(t *testing.T) {
	for name, source := range cases(t) {
		w := newWorld(t, strings.HasPrefix(name, "goja: "))
		w.run(w.load(source))
		data := w.mustCapture()
		if len(data) > 20_000 {
			continue // takes long, and has nothing that others have not
		}
		compiled, lazy := newWorld(t, w.plain), newWorld(t, w.plain)
		compiled.load(source)
		lazy.realm.Resolve(func(string) (heap.Code, error) {
			return heap.Code{Text: source, Compile: func() (*engine.Module, error) { return lazy.compile(source) }}, nil
		})
		for i := 1; i < len(data); i += 7 + len(data)/1000 {
			other := []*world{compiled, lazy}[i%2]
			changed := bytes.Clone(data)
			changed[i] ^= byte(1 + i%255)
			other.realm.Read(changed)
			if _, err := other.realm.Read(data[:i]); err == nil {
				t.Errorf("%s: half a heap was read", name)
			}
		}
	}
}

// TestGoja fails when goja changes: then the schemas of closure.go are to be
// compared with its source, and what is new in it needs cases.
func TestGoja(t *testing.T) {
	const known = "github.com/dop251/goja v0.0.0-20260917113740-793a2a65c13b"
	mod, err := os.ReadFile("../../../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(mod), known) {
		t.Errorf("go.mod has another goja than %s", known)
	}
}
