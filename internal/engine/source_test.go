package engine

import (
	"errors"
	"strings"
	"testing"

	"github.com/dop251/goja"
)

const lazyText = "function one() { return 1 } function two() { return () => 2 } class Three { f() { return 3 } static { } } [one, two, Three]"

// transplant gives the functions of an array, which a module made, programs of a
// source that is not compiled yet.
func transplant(t *testing.T, rt *goja.Runtime, s *Source, from *Module, functions *goja.Object) {
	t.Helper()
	numbers := NewSource(from)
	for _, key := range functions.Keys() {
		data := scriptFunction(functions.Get(key).(*goja.Object))
		place := at[*goja.Program](data, stackLayout.functionPrg)
		if *place == nil {
			continue // of a class without a constructor
		}
		number, ok := numbers.Number(*place)
		if !ok {
			t.Fatalf("function %s is of no program", key)
		}
		p, err := s.Program(number, CodeLength(*place))
		if err != nil {
			t.Fatal(err)
		}
		*place = p
	}
}

// lazySource returns functions whose source is compiled by compile.
func lazySource(t *testing.T, text string, compile func() (*Module, error)) (rt *goja.Runtime, s *Source, functions *goja.Object) {
	t.Helper()
	rt = goja.New()
	InstallStacks(rt)
	m, err := CompileScriptUnit(Unit{Name: "lazy.js", Text: text})
	if err != nil {
		t.Fatal(err)
	}
	v, err := rt.RunProgram(m.Program)
	if err != nil {
		t.Fatal(err)
	}
	functions = v.(*goja.Object)
	s = NewLazySource(rt, "lazy.js", text, compile)
	transplant(t, rt, s, m, functions)
	return rt, s, functions
}

func callIn(t *testing.T, v goja.Value) goja.Value {
	t.Helper()
	f, ok := goja.AssertFunction(v)
	if !ok {
		t.Fatalf("%v is no function", v)
	}
	result, err := f(nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func compileLazy() (*Module, error) { return CompileScriptUnit(Unit{Name: "lazy.js", Text: lazyText}) }

func loadLazy() (*Module, error) {
	m, err := compileLazy()
	if err != nil {
		return nil, err
	}
	data, ok := m.Image()
	if !ok {
		return nil, errImage
	}
	return LoadUnit(Unit{Name: "lazy.js", Text: lazyText}, data)
}

// A program has one address for its number, whoever made it.
func TestOneProgramForANumber(t *testing.T) {
	for name, compile := range map[string]func() (*Module, error){"compiled": compileLazy, "image": loadLazy} {
		_, s, functions := lazySource(t, lazyText, compile)
		first := functions.Get("0").(*goja.Object)
		before := *at[*goja.Program](scriptFunction(first), stackLayout.functionPrg)
		number, ok := s.Number(before)
		if !ok || s.Loaded() {
			t.Fatalf("%s: %v %v", name, ok, s.Loaded())
		}
		if got := callIn(t, first).ToInteger(); got != 1 {
			t.Errorf("%s: %d", name, got)
		}
		inner := callIn(t, functions.Get("1")).(*goja.Object)
		if got := callIn(t, inner).ToInteger(); got != 2 {
			t.Errorf("%s: %d", name, got)
		}
		again, err := s.Program(number, CodeLength(before))
		if err != nil || again != before {
			t.Errorf("%s: program %d is another one now (%v)", name, number, err)
		}
		made := *at[*goja.Program](scriptFunction(inner), stackLayout.functionPrg)
		n, ok := s.Number(made)
		if again, err := s.Program(n, CodeLength(made)); !ok || err != nil || again != made {
			t.Errorf("%s: a function that was made later is of another program (%v)", name, err)
		}
	}
}

// Of an image only what runs is read.
func TestOnlyWhatRunsIsDecoded(t *testing.T) {
	_, s, functions := lazySource(t, lazyText, loadLazy)
	callIn(t, functions.Get("0"))
	if !s.Loaded() {
		t.Error("the source is not loaded")
	}
	second := *at[*goja.Program](scriptFunction(functions.Get("1").(*goja.Object)), stackLayout.functionPrg)
	if stubOf(second) == nil {
		t.Error("what did not run was decoded")
	}
	if got := sourceOffset(second, 0); got != strings.Index(lazyText, "function two") {
		t.Errorf("a function that did not run begins at %d", got)
	}
}

// What a source gives out is bounded by its text.
func TestStubsAreBounded(t *testing.T) {
	s := NewLazySource(goja.New(), "short.js", "1", nil)
	for _, length := range []int{-1, 0, 1 << 30} {
		if _, err := s.Program(1, length); !errors.As(err, new(*SourceError)) {
			t.Errorf("length %d: %v", length, err)
		}
	}
	if _, err := s.Program(1, 10); err != nil {
		t.Error(err)
	}
	if _, err := s.Program(1, 11); err == nil {
		t.Error("a program of two lengths")
	}
}

func BenchmarkCallOfWhatWasLoaded(b *testing.B) {
	for name, lazy := range map[string]bool{"loaded": true, "plain": false} {
		b.Run(name, func(b *testing.B) {
			rt := goja.New()
			m, err := compileLazy()
			if err != nil {
				b.Fatal(err)
			}
			v, err := rt.RunProgram(m.Program)
			if err != nil {
				b.Fatal(err)
			}
			f := v.(*goja.Object).Get("0").(*goja.Object)
			if lazy {
				s := NewLazySource(rt, "lazy.js", lazyText, compileLazy)
				place := at[*goja.Program](scriptFunction(f), stackLayout.functionPrg)
				number, _ := NewSource(m).Number(*place)
				*place, _ = s.Program(number, CodeLength(*place))
			}
			one, _ := goja.AssertFunction(f)
			for b.Loop() {
				if _, err := one(nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// What was compiled may become an image while the source makes it its own.
func TestImageOfWhatIsAdopted(t *testing.T) {
	for range 20 {
		done := make(chan []byte)
		_, _, functions := lazySource(t, lazyText, func() (*Module, error) {
			m, err := compileLazy()
			go func() {
				data, _ := m.Image()
				done <- data
			}()
			return m, err
		})
		callIn(t, functions.Get("0"))
		if m, err := LoadUnit(Unit{Name: "lazy.js", Text: lazyText}, <-done); err != nil || m.Program == nil {
			t.Fatal(err)
		}
	}
}
