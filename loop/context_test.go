package loop_test

import (
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/loop"
)

// newContextFixture has in(name, f), which runs f in a context of that name,
// at(), which returns the current one's, and port(f).
func newContextFixture(t *testing.T) *fixture {
	f := newFixture(t, simulated(), loop.Options{})
	rt := f.Runtime()
	f.FollowContexts()
	set := func(name string, fn func(c goja.FunctionCall) goja.Value) {
		if err := rt.Set(name, fn); err != nil {
			t.Fatal(err)
		}
	}
	set("enter", func(c goja.FunctionCall) goja.Value {
		frame := rt.NewObject()
		_ = frame.Set("name", c.Argument(0))
		return rt.ToValue(f.EnterScope(&loop.Context{Frame: frame}))
	})
	set("leave", func(c goja.FunctionCall) goja.Value {
		f.ExitScope(int(c.Argument(0).ToInteger()))
		return goja.Undefined()
	})
	set("at", func(goja.FunctionCall) goja.Value {
		if frame := f.Frame(); frame != nil {
			return frame.Get("name")
		}
		return rt.ToValue("none")
	})
	ports := map[int64]*loop.Port{}
	set("port", func(c goja.FunctionCall) goja.Value {
		call, _ := loop.FunctionOf(c.Argument(0))
		number := int64(len(ports))
		ports[number] = f.OpenPort(nil, call)
		return rt.ToValue(number)
	})
	set("post", func(c goja.FunctionCall) goja.Value {
		f.Notify(ports[c.Argument(0).ToInteger()])
		return goja.Undefined()
	})
	set("shut", func(c goja.FunctionCall) goja.Value {
		f.ClosePort(ports[c.Argument(0).ToInteger()], loop.Function{}, nil)
		return goja.Undefined()
	})
	return f
}

const contextPrelude = `const within = (name, f) => { const depth = enter(name); try { return f() } finally { leave(depth) } };
const say = (name) => log(name + ':' + at());`

func TestContextFollowsCallbacks(t *testing.T) {
	for name, c := range map[string]struct{ source, want string }{
		"callbacks": {`within('a', () => { tick(() => say('tick')); immediate(() => say('immediate')); timer(() => say('timer'), 2); op(() => say('op')) }); say('main')`,
			"main:none tick:a op:a immediate:a timer:a"},
		"nested": {`within('a', () => { within('b', () => tick(() => say('inner'))); tick(() => say('outer')) })`,
			"inner:b outer:a"},
		"reactions": {`let settle; const p = within('made', () => new Promise((r) => { settle = r })); within('a', () => p.then(() => say('a'))); within('b', () => p.then(() => say('b')).then(() => say('b2'))); within('c', () => settle())`,
			"a:a b:b b2:b"},
		"thenables": {`const th = (n) => ({ then(r) { say(n); r() } }); within('a', () => Promise.resolve().then(() => th('1'))); within('b', () => { Promise.resolve(th('2')); Promise.resolve(1).then(() => say('3')) }); Promise.resolve(th('4'))`,
			"2:b 3:b 4:none 1:a"},
		"await": {`within('a', async () => { await null; say('1'); await null; say('2') }); within('b', async () => { await null; say('3') })`,
			"1:a 3:b 2:a"},
		"left scopes": {`const depth = enter('lost'); enter('deeper'); leave(depth); say('after'); leave(7); leave(-1)`,
			"after:none"},
		"rejections": {`within('a', () => { Promise.reject(1) })`, "unhandledRejection_1"},
	} {
		t.Run(name, func(t *testing.T) {
			f := newContextFixture(t)
			if _, err := f.run(contextPrelude + c.source); err != nil {
				t.Fatal(err)
			}
			got := strings.Join(f.lines, "|")
			want := strings.ReplaceAll(strings.ReplaceAll(c.want, " ", "|"), "_", " ") + "|beforeExit|exit"
			if got != want {
				t.Errorf("got  %s\nwant %s", got, want)
			}
		})
	}
}

func TestPortsGoRoundOnce(t *testing.T) {
	f := newContextFixture(t)
	// A timer keeps the loop running: ports alone do not.
	_, err := f.run(contextPrelude + `
		let n = 0;
		const a = within('port a', () => port(() => { say('a' + ++n); if (n === 1) { immediate(() => say('immediate')); post(a); post(b) } }));
		const b = port(() => { say('b'); post(a); shut(b); post(b) });
		timer(() => {}, 50);
		within('posting', () => post(a))`)
	if err != nil {
		t.Fatal(err)
	}
	want := "a1:port a|a2:port a|b:none|immediate:port a|a3:port a|beforeExit|exit"
	if got := strings.Join(f.lines, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
