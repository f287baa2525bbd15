package loop_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/sim"
)

// fixture is a loop with a few natives, enough to write order tests:
// log(text), tick(f), timer(f, ms), every(f, ms), immediate(f), op(f), post(f),
// clear(handle), exit(code).
type fixture struct {
	*loop.Loop
	t     *testing.T
	lines []string
}

func newFixture(t *testing.T, tape loop.Tape, opts loop.Options) *fixture {
	t.Helper()
	l, err := loop.New(tape, opts)
	if err != nil {
		t.Fatal(err)
	}
	if opts.Snapshots {
		if err := l.MakeRealm(); err != nil {
			t.Fatal(err)
		}
	}
	f := &fixture{Loop: l, t: t}
	rt := l.Runtime()
	native := f.native
	callable := func(v goja.Value) loop.Function {
		call, ok := loop.FunctionOf(v)
		if !ok {
			panic(rt.NewTypeError("not a function"))
		}
		return call
	}
	timers, immediates := rt.NewObject(), rt.NewObject()
	f.NameNative(timers, "timers")
	f.NameNative(immediates, "immediates")
	timer := func(repeat bool) func(c goja.FunctionCall) goja.Value {
		return func(c goja.FunctionCall) goja.Value {
			return l.SetTimer(callable(c.Argument(0)), slices.Clone(c.Arguments[2:]), c.Argument(1).ToFloat(), repeat, timers)
		}
	}
	native("log", func(c goja.FunctionCall) goja.Value {
		f.lines = append(f.lines, c.Argument(0).String())
		return goja.Undefined()
	})
	native("tick", func(c goja.FunctionCall) goja.Value {
		l.NextTick(callable(c.Argument(0)), nil)
		return goja.Undefined()
	})
	native("timer", timer(false))
	native("every", timer(true))
	native("immediate", func(c goja.FunctionCall) goja.Value {
		return l.SetImmediate(callable(c.Argument(0)), nil, immediates)
	})
	native("op", func(c goja.FunctionCall) goja.Value {
		l.Start(&loop.Op{Request: loop.KindCwd, Callback: callable(c.Argument(0)), Deliver: text}, nil)
		return goja.Undefined()
	})
	native("post", func(c goja.FunctionCall) goja.Value {
		l.Post(callable(c.Argument(0)), nil)
		return goja.Undefined()
	})
	native("clear", func(c goja.FunctionCall) goja.Value {
		if t := l.TimerOf(c.Argument(0)); t != nil {
			l.ClearTimer(t)
		} else if i := l.ImmediateOf(c.Argument(0)); i != nil {
			l.ClearImmediate(i)
		}
		return goja.Undefined()
	})
	native("unref", func(c goja.FunctionCall) goja.Value {
		l.SetRef(l.TimerOf(c.Argument(0)), false)
		return c.Argument(0)
	})
	native("refresh", func(c goja.FunctionCall) goja.Value {
		l.Refresh(l.TimerOf(c.Argument(0)))
		return goja.Undefined()
	})
	native("exit", func(c goja.FunctionCall) goja.Value { l.Exit(int(c.Argument(0).ToInteger())); return nil })
	return f
}

// native makes a function of Go a global one.
func (f *fixture) native(name string, fn func(c goja.FunctionCall) goja.Value) {
	rt := f.Runtime()
	o := rt.ToValue(fn).(*goja.Object)
	f.NameNative(o, name)
	if err := rt.Set(name, o); err != nil {
		f.t.Fatal(err)
	}
}

var text = &loop.Delivery{Name: "text", Make: func(l *loop.Loop, _ *loop.Op, r loop.Reply) []goja.Value {
	return []goja.Value{l.Runtime().ToValue(string(r.Data))}
}}

// hooks log what the loop reports.
const hooks = `
	(function uncaught(e, origin) { log(origin + ' ' + (e && e.message || e)) }),
	(function rejection(kind, p, reason) { log(kind + ' ' + reason) }),
	(function () { log('beforeExit') }),
	(function () { log('exit') })`

func (f *fixture) run(source string) (loop.End, error) {
	rt := f.Runtime()
	v, err := rt.RunString("[" + hooks + ", function () {" + source + "}]")
	if err != nil {
		f.t.Fatal(err)
	}
	var calls []loop.Function
	for i := range 5 {
		call, _ := loop.FunctionOf(v.(*goja.Object).Get(fmt.Sprint(i)))
		calls = append(calls, call)
	}
	f.SetHooks(loop.Hooks{Uncaught: calls[0], Rejection: calls[1], BeforeExit: calls[2], Exit: calls[3]})
	return f.Run(func() { f.Main(calls[4]) })
}

func simulated() *sim.Tape {
	return sim.New(sim.Options{LatencyMax: -1, Do: func(loop.Request) loop.Reply { return loop.Reply{Data: []byte("here")} }})
}

func TestOrder(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"ticks before microtasks", `Promise.resolve().then(() => log('m')); tick(() => log('t'))`, "t m"},
		{"tick from a microtask waits", `Promise.resolve().then(() => { tick(() => log('t')); Promise.resolve().then(() => log('m2')) })`, "m2 t"},
		{"drain between timers of a list", `timer(() => { log(1); Promise.resolve().then(() => log('m')) }, 1); timer(() => log(2), 1)`, "1 m 2"},
		{"lists by expiry", `timer(() => log('b'), 20); timer(() => log('a'), 10)`, "a b"},
		{"a timer of the main script before its immediate", `immediate(() => log('i')); timer(() => log('t'), 1); timer(() => log('t2'), 2)`, "t i t2"},
		{"zero is one", `timer(() => log('a'), 1); timer(() => log('b'), 0)`, "a b"},
		{"immediates of an immediate wait", `immediate(() => { log(1); immediate(() => log(3)) }); immediate(() => log(2))`, "1 2 3"},
		{"clear a sibling", `let b; immediate(() => { log(1); clear(b) }); b = immediate(() => log(2))`, "1"},
		{"interval rearms after its callback", `let n = 0; const i = every(() => { log('i'); timer(() => log('t'), 5); if (++n == 2) clear(i) }, 5)`, "i t i t"},
		{"refresh after firing", `let n = 0; const x = timer(() => { log('x'); if (++n < 3) refresh(x) }, 3)`, "x x x"},
		{"unref", `unref(timer(() => log('never'), 10)); timer(() => log('yes'), 5)`, "yes"},
		{"op, then immediate before timer", `op((s) => { log(s); timer(() => log('t'), 0); immediate(() => log('i')) })`, "here i t"},
		{"messages are turns", `post(() => { log(1); Promise.resolve().then(() => log('m')) }); post(() => log(2))`, "1 m 2"},
		{"error in a tick leaves the rest to the next callback", `timer(() => log('timer'), 0); tick(() => { throw new Error('x') }); tick(() => log('t2'))`, "uncaughtException_x timer t2"},
		{"what a failed tick left runs before immediates", `immediate(() => log('i')); tick(() => { throw new Error('x') }); tick(() => log('t2')); Promise.resolve().then(() => log('m'))`, "uncaughtException_x t2 m i"},
		{"but after due timers", `timer(() => { tick(() => { throw new Error('x') }); tick(() => log('t2')) }, 1); timer(() => log('b'), 1)`, "uncaughtException_x b t2"},
		{"error in an immediate", `immediate(() => { tick(() => log('t')); throw new Error('x') }); immediate(() => log('i2'))`, "uncaughtException_x i2 t"},
		{"error in an immediate before the next batch", `immediate(() => { immediate(() => log('i2')); immediate(() => log('i3')); tick(() => log('t')); throw new Error('x') })`, "uncaughtException_x i2 t i3"},
		{"error in a tick of an immediate", `immediate(() => { immediate(() => log('i2')); tick(() => { throw new Error('x') }); tick(() => log('t2')) })`, "uncaughtException_x t2 i2"},
		{"error in an immediate before cleared ones", `immediate(() => { const i = immediate(() => log('i2')); timer(() => log('late'), 5); tick(() => { log('t'); }); clear(i); throw new Error('x') })`, "uncaughtException_x t late"},
		{"error in the main script", `tick(() => log('t')); throw new Error('x')`, "uncaughtException_x t"},
		{"rejections after all jobs", `Promise.reject('r'); tick(() => log('t')); Promise.resolve().then(() => log('m'))`, "t m unhandledRejection_r"},
		{"late handler", `const p = Promise.reject('r'); immediate(() => p.catch(() => log('c')))`, "unhandledRejection_r c rejectionHandled_undefined"},
		{"handled in the drain", `const p = Promise.reject('r'); tick(() => p.catch(() => log('c')))`, "c"},
		{"exit runs nothing more", `for (const x of { [Symbol.iterator]() { return { next() { return { value: 1 } }, return() { log('return') } } } }) { try { exit(3) } finally { log('finally') } }`, "!"},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := newFixture(t, simulated(), loop.Options{})
			end, err := f.run(c.source)
			if err != nil {
				t.Fatal(err)
			}
			got := strings.Join(f.lines, "|")
			want := strings.ReplaceAll(strings.ReplaceAll(c.want, " ", "|"), "_", " ") + "|beforeExit|exit"
			if c.want == "!" {
				want = ""
			}
			if got != want || (c.want == "!") != (end.Code == 3) {
				t.Errorf("got  %s\nwant %s\nend %+v", got, want, end)
			}
		})
	}
}

// turnLog is an observer that writes turns down.
type turnLog struct{ lines []string }

func (o *turnLog) BeginTurn(t *loop.Turn) {
	o.lines = append(o.lines, fmt.Sprintf("%d %v %v", t.Number, t.Kind, t.Cause.ID()))
}
func (o *turnLog) EndTurn(t *loop.Turn, jobs uint64) {
	o.lines[len(o.lines)-1] += fmt.Sprintf(" %d", jobs)
}

func TestTurnsJobsAndOpIDs(t *testing.T) {
	o := &turnLog{}
	f := newFixture(t, simulated(), loop.Options{Observer: o})
	if _, err := f.run(`immediate(() => { tick(() => {}); Promise.resolve().then(() => {}); op(() => {}) }); timer(() => {}, 5)`); err != nil {
		t.Fatal(err)
	}
	want := []string{"0 main 0#0 0", "1 immediate 0#1 2", "2 op 1#1 0", "3 timer 0#2 0", "4 beforeExit 0#0 0", "5 exit 0#0 0"}
	if !slices.Equal(o.lines, want) {
		t.Errorf("got %q\nwant %q", o.lines, want)
	}
}

func TestStackOverflowInDynamicCodeKeepsTheQueue(t *testing.T) {
	f := newFixture(t, simulated(), loop.Options{})
	_, err := f.run(`timer(() => log('timer'), 1); immediate(() => log('immediate')); new Function('f', 'return (function g() { return g() })()')()`)
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(f.lines, "|"); got != "uncaughtException Maximum call stack size exceeded|timer|immediate|beforeExit|exit" {
		t.Error(got)
	}
}

func TestInterrupt(t *testing.T) {
	for name, source := range map[string]string{
		"endless loop":       `for (;;) {}`,
		"endless ticks":      `(function f() { tick(f) })()`,
		"endless microtasks": `(function f() { Promise.resolve().then(f) })()`,
		"endless immediates": `(function f() { immediate(f) })()`,
		"in an async job":    `(async () => { await 1; for (;;) {} })()`,
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t, simulated(), loop.Options{})
			stop := make(chan struct{})
			go func() {
				<-stop
				f.Interrupt("time limit")
			}()
			if err := f.Runtime().Set("begun", func() { close(stop) }); err != nil {
				t.Fatal(err)
			}
			end, err := f.run("begun(); " + source)
			var s *loop.Stop
			if !errors.As(err, &s) || end.Cut != "time limit" {
				t.Fatal(end, err)
			}
		})
	}
}

func TestTapeThatEnds(t *testing.T) {
	f := newFixture(t, simulated(), loop.Options{})
	f.Hold()
	if _, err := f.run(``); !errors.Is(err, loop.ErrTapeEnded) {
		t.Fatal(err)
	}
}
