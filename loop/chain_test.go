package loop_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/loop"
)

// chains runs a program in which chain() notes how the program came there.
func chains(t *testing.T, source string) (f *fixture, texts []string) {
	t.Helper()
	f = newFixture(t, simulated(), loop.Options{})
	err := f.Runtime().Set("chain", func(goja.FunctionCall) goja.Value {
		chain := f.Chain()
		texts = append(texts, chain.Text(""))
		return goja.Undefined()
	})
	if err != nil {
		t.Fatal(err)
	}
	main, err := f.Runtime().RunScript("a.js", "(function () {"+source+"})")
	if err != nil {
		t.Fatal(err)
	}
	call, _ := loop.FunctionOf(main)
	if _, err := f.Run(func() { f.Main(call) }); err != nil {
		t.Fatal(err)
	}
	return f, texts
}

func TestChain(t *testing.T) {
	for source, want := range map[string]string{
		"chain()":                                     "in turn 0  main\n",
		"\n timer(\nchain, 20)":                       "in turn 1  timer 20 ms  started at a.js:2:7\n     <- 0  main\n",
		"op(() => immediate(chain))":                  "in turn 2  immediate  started at a.js:1:33\n     <- 1  process.cwd  started at a.js:1:17\n     <- 0  main\n",
		"tick(() => post(() => chain()))":             "in turn 1  message  started at a.js:1:30\n     <- 0  main\n",
		"timer(() => tick(chain), 2)":                 "in turn 1.1  tick        queued at a.js:1:31\n     <- 1    timer 2 ms  started at a.js:1:20\n     <- 0    main\n",
		"Promise.resolve().then(() => 0).then(chain)": "in turn 0.2  microtask\n     <- 0    main\n",
		// A timer that is refreshed when it is done was started there.
		"let n = 0; const t = timer(() => { if (n++) chain() }, 1); immediate(() => timer(() => refresh(t), 5))": "in turn 4  timer 1 ms  started at a.js:1:109\n     <- 3  timer 5 ms  started at a.js:1:95\n     <- 2  immediate   started at a.js:1:83\n     <- 0  main\n",
		// Intervals have one cause, however often they fire.
		"let n = 0; const t = every(() => { if (++n === 50) { clear(t); chain() } }, 1)": "in turn 50  timer 1 ms  started at a.js:1:41\n     <- 0   main\n",
	} {
		_, texts := chains(t, source)
		if got := strings.Join(texts, ""); strings.Join(strings.Fields(got), " ") != strings.Join(strings.Fields(want), " ") {
			t.Errorf("%s:\n%s", source, got)
		}
	}
}

func TestLongChainIsFolded(t *testing.T) {
	for _, n := range []int{8, 9, 10, 64, 65, 127, 128, 129, 300, 5000} {
		_, texts := chains(t, fmt.Sprintf("let n = 0; (function f() { if (n++ < %d) immediate(f); else chain() })()", n))
		lines := strings.Split(strings.TrimSuffix(texts[0], "\n"), "\n")
		shown := 0
		for _, line := range lines {
			var folded int
			if _, err := fmt.Sscanf(strings.TrimSpace(line), "… %d more …", &folded); err == nil {
				shown += folded - 1
			}
		}
		if len(lines)+shown != n+1 || len(lines) > 10 {
			t.Errorf("a chain of %d turns:\n%s", n+1, texts[0])
		}
		if last := lines[len(lines)-1]; !strings.HasPrefix(last, "     <- 0 ") || !strings.HasSuffix(last, "main") {
			t.Errorf("the chain does not end in main:\n%s", texts[0])
		}
	}
}

// Links are given back in every way in which something can end.
func TestLineageIsBounded(t *testing.T) {
	for name, source := range map[string]string{
		"immediates":   "let n = 0; (function f() { if (n++ < 100000) immediate(f) })()",
		"timers":       "let n = 0; (function f() { if (n++ < 20000) timer(f, 1) })()",
		"cleared":      "let n = 0; (function f() { clear(timer(f, 5)); clear(immediate(f)); if (n++ < 20000) immediate(f) })()",
		"interval":     "let n = 0; const t = every(() => { immediate(() => {}); if (n++ > 5000) clear(t) }, 1)",
		"ops":          "let n = 0; (function f() { if (n++ < 20000) op(f) })()",
		"messages":     "let n = 0; (function f() { if (n++ < 20000) post(f) })()",
		"refresh":      "let n = 0; const t = timer(() => { if (n++ < 20000) refresh(t) }, 1)",
		"clear itself": "let n = 0; (function f() { if (n++ < 5000) { const t = every(() => { clear(t); f() }, 1) } })()",
		"trees":        "let n = 0; (function f() { if (n++ < 3000) { timer(f, 3); immediate(f); op(f) } })()",
	} {
		f, _ := chains(t, source)
		if n := f.LinksInUse(); n > 128 { // the last turn's chain
			t.Errorf("%s: %d links are left when nothing waits", name, n)
		}
		if n := f.LinksMade(); n > 512 && name != "trees" && name != "interval" {
			t.Errorf("%s: %d links were needed", name, n)
		}
	}
}

// A timer that waits keeps its own ancestors while a chain without end is cut.
func TestChainOfALongWait(t *testing.T) {
	_, texts := chains(t, `
		timer(() => immediate(() => timer(chain, 100)), 1);
		timer(() => { let n = 0; (function f() { if (n++ < 10000) immediate(f) })() }, 5)`)
	if lines := strings.Count(texts[0], "\n"); lines != 4 || !strings.Contains(texts[0], "timer 100 ms") || strings.Contains(texts[0], "…") {
		t.Error(texts[0])
	}
}
