package loop_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/internal/engine/heap"
	"github.com/jsrr/jsrr/loop"
)

// world is an outside with a virtual clock. An op says in its arguments how often
// and after how many milliseconds it completes.
type world struct {
	now   int64
	ops   []*worldOp
	begun uint64
	ready int // of ops, for Drain
}

type worldOp struct{ number, times, every, at uint64 }

func (w *world) Clock(c loop.Clock) int64 {
	if c == loop.ClockFine {
		return w.now * 1e6
	}
	return w.now
}
func (w *world) Ask(loop.Request) loop.Reply { return loop.Reply{Data: []byte("12345678")} }
func (w *world) Emit(loop.Effect)            {}
func (w *world) Close(loop.End) error        { return nil }

func (w *world) Start(_ loop.OpID, r loop.Request) {
	args := loop.Decode(r.Args)
	w.begun++
	op := &worldOp{number: w.begun, times: args.Uint(), every: args.Uint()}
	op.at = uint64(w.now) + op.every
	w.ops = append(w.ops, op)
}

func (w *world) Next(until int64, c *loop.Completion) bool {
	if until != loop.Drain {
		for _, op := range w.ops {
			until = min(until, int64(op.at))
		}
		w.now = max(w.now, until)
		w.ready = len(w.ops)
	}
	for i, op := range w.ops[:min(w.ready, len(w.ops))] {
		if int64(op.at) > w.now {
			continue
		}
		op.times--
		op.at += op.every
		*c = loop.Completion{Op: op.number, More: op.times > 0, Reply: loop.Reply{Data: fmt.Append(nil, op.number, "@", w.now)}}
		if op.times == 0 {
			w.ops = slices.Delete(w.ops, i, i+1)
			w.ready--
		}
		return true
	}
	return false
}

// call is one of a tape's, with its answer.
type call struct {
	what       string
	clock      int64
	reply      loop.Reply
	ok         bool
	completion loop.Completion
}

// cassette keeps the calls of a tape, or gives their answers from a position on.
type cassette struct {
	t     *testing.T
	from  loop.Tape // nil: it gives answers
	calls []call
	at    int
}

func (c *cassette) next(what string, answer func(*call)) *call {
	if c.from != nil {
		c.calls = append(c.calls, call{what: what})
		answer(&c.calls[len(c.calls)-1])
		return &c.calls[len(c.calls)-1]
	}
	if c.at == len(c.calls) || c.calls[c.at].what != what {
		c.t.Fatalf("call %d is %s, not as recorded: %+v", c.at, what, c.calls[c.at:min(c.at+1, len(c.calls))])
	}
	c.at++
	return &c.calls[c.at-1]
}

func (c *cassette) Clock(k loop.Clock) int64 {
	return c.next(fmt.Sprint("clock ", k), func(a *call) { a.clock = c.from.Clock(k) }).clock
}
func (c *cassette) Ask(r loop.Request) loop.Reply {
	return c.next("ask "+r.Kind.String(), func(a *call) { a.reply = c.from.Ask(r) }).reply
}
func (c *cassette) Start(op loop.OpID, r loop.Request) {
	c.next(fmt.Sprint("start ", op), func(*call) { c.from.Start(op, r) })
}
func (c *cassette) Next(until int64, into *loop.Completion) bool {
	a := c.next(fmt.Sprint("next ", until), func(a *call) { a.ok = c.from.Next(until, &a.completion) })
	*into = a.completion
	into.Data = bytes.Clone(into.Data)
	return a.ok
}
func (c *cassette) Emit(loop.Effect)     {}
func (c *cassette) Close(loop.End) error { c.next("close", func(*call) {}); return nil }

// rig is a loop whose state can be written and read.
type rig struct {
	*fixture
	tape  *cassette
	ports []*loop.Port
	ops   []*loop.Op
	done  func(r *rig) // at the end of the last turn
	each  func(r *rig) // between two turns
}

func (r *rig) Between(*loop.Loop)   { r.each(r) }
func (r *rig) BeginTurn(*loop.Turn) {}
func (r *rig) EndTurn(t *loop.Turn, _ uint64) {
	if t.Kind.String() == "exit" {
		r.done(r)
	}
}

// rigText is a program with hooks that keep something that nobody else reaches.
// counter and ender make objects that the scope of the program does not reach.
const rigText = `
globalThis.counter = () => ({ n: 0, toString() { return ' ' + ++this.n } });
globalThis.ender = () => { let ended = 0; return () => log(++ended) };
[0, ...(() => {
	let uncaught = 0, last;
	return [
		(e, origin) => { uncaught++; log(origin + ' ' + (e && e.message || e)) },
		(kind, p, reason) => { last = reason; log(kind + ' ' + reason) },
		() => log('beforeExit'),
		() => log('exit' + (uncaught ? ' ' + uncaught : '') + (last ? ' ' + last : '')),
	]
})(), function () {%s}]`

// newRig returns a loop with the functions of fixture and some more. Its program is
// compiled and named.
func newRig(t *testing.T, tape *cassette, source string) (*rig, loop.Function) {
	r := &rig{tape: tape, each: func(*rig) {}, done: func(*rig) {}}
	r.fixture = newFixture(t, tape, loop.Options{Snapshots: true, Capturer: r, Observer: r})
	r.AddDeliveries(text)
	r.addNatives()
	m, err := engine.CompileScriptUnit(engine.Unit{Name: "program.js", Text: fmt.Sprintf(rigText, source)})
	if err == nil {
		err = r.NameSource("program.js", m)
	}
	if err != nil {
		t.Fatal(err)
	}
	v, err := r.Runtime().RunProgram(m.Program)
	if err != nil {
		t.Fatal(err)
	}
	var f [6]loop.Function
	for i := range f {
		f[i], _ = loop.FunctionOf(v.(*goja.Object).Get(fmt.Sprint(i)))
	}
	r.SetHooks(loop.Hooks{Uncaught: f[1], Rejection: f[2], BeforeExit: f[3], Exit: f[4]})
	return r, f[5]
}

func (r *rig) addNatives() {
	rt, l := r.Runtime(), r.Loop
	call := func(v goja.Value) loop.Function { f, _ := loop.FunctionOf(v); return f }
	r.native("microtask", func(c goja.FunctionCall) goja.Value { l.QueueMicrotask(call(c.Argument(0))); return nil })
	r.native("ops", func(c goja.FunctionCall) goja.Value { // ops(f, times, every)
		var args loop.Encoder
		args.Uint(uint64(c.Argument(1).ToInteger()))
		args.Uint(uint64(c.Argument(2).ToInteger()))
		r.ops = append(r.ops, &loop.Op{Request: loop.KindSignal, Callback: call(c.Argument(0)), Deliver: text, Roots: []goja.Value{c.Argument(3)}})
		l.Start(r.ops[len(r.ops)-1], args.Bytes())
		return rt.ToValue(len(r.ops) - 1)
	})
	r.native("forget", func(c goja.FunctionCall) goja.Value { l.Forget(r.ops[c.Argument(0).ToInteger()]); return nil })
	r.native("unrefOp", func(c goja.FunctionCall) goja.Value { l.SetOpRef(r.ops[c.Argument(0).ToInteger()], false); return nil })
	r.native("port", func(c goja.FunctionCall) goja.Value {
		r.ports = append(r.ports, l.OpenPort(nil, call(c.Argument(0)), c.Argument(1)))
		return rt.ToValue(len(r.ports) - 1)
	})
	r.native("notify", func(c goja.FunctionCall) goja.Value { l.Notify(r.ports[c.Argument(0).ToInteger()]); return nil })
	r.native("closePort", func(c goja.FunctionCall) goja.Value {
		l.ClosePort(r.ports[c.Argument(0).ToInteger()], call(c.Argument(1)), nil)
		return nil
	})
	r.native("closing", func(c goja.FunctionCall) goja.Value {
		l.PostClosing(call(c.Argument(0)), []goja.Value{rt.ToValue("closed")})
		return nil
	})
	r.native("hold", func(goja.FunctionCall) goja.Value { l.Hold(); return nil })
	r.native("release", func(goja.FunctionCall) goja.Value { l.Release(); return nil })
	r.native("follow", func(goja.FunctionCall) goja.Value { l.FollowContexts(); return nil })
	r.native("setFrame", func(c goja.FunctionCall) goja.Value { l.SetFrame(c.Argument(0).(*goja.Object)); return nil })
	r.native("frame", func(goja.FunctionCall) goja.Value {
		if f := l.Frame(); f != nil {
			return f
		}
		return goja.Null()
	})
	r.native("enterScope", func(c goja.FunctionCall) goja.Value {
		frame, _ := c.Argument(0).(*goja.Object)
		return rt.ToValue(l.EnterScope(&loop.Context{Frame: frame}))
	})
	r.native("exitScope", func(c goja.FunctionCall) goja.Value { l.ExitScope(int(c.Argument(0).ToInteger())); return nil })
	r.native("number", func(c goja.FunctionCall) goja.Value {
		l.NumberResources(c.Argument(0).(*goja.Symbol), c.Argument(1).(*goja.Symbol))
		return nil
	})
	r.native("asyncHooks", func(c goja.FunctionCall) goja.Value {
		l.SetAsyncHooks(&loop.AsyncHooks{Init: call(c.Argument(0)), Before: call(c.Argument(1)), After: call(c.Argument(2)), Destroy: call(c.Argument(3))})
		return nil
	})
	r.native("ids", func(goja.FunctionCall) goja.Value {
		id, trigger := l.AsyncIDs()
		return rt.ToValue(fmt.Sprint(id, "<", trigger))
	})
	r.native("timerID", func(c goja.FunctionCall) goja.Value { return rt.ToValue(l.TimerID(l.TimerOf(c.Argument(0)))) })
	r.native("chain", func(goja.FunctionCall) goja.Value { c := l.Chain(); return rt.ToValue(c.Text("")) })
	r.native("failureAt", func(goja.FunctionCall) goja.Value { return rt.ToValue(l.FailureSite().String()) })
	r.native("unfinished", func(goja.FunctionCall) goja.Value { return rt.ToValue(fmt.Sprint(l.Unfinished(), l.ActiveResources())) })
}

// archive is the state of the natives.
func (r *rig) archive(a *heap.Archive) {
	heap.Slice(a, &r.ports, func(p **loop.Port) { heap.Ref(a, p) })
	heap.Slice(a, &r.ops, func(p **loop.Op) { heap.Ref(a, p) })
}

// write returns the loop's state.
func (r *rig) write() []byte {
	w := r.Realm().NewWriter()
	w.State("rig", r.archive)
	w.State("loop", r.Archive)
	w.Jobs()
	data, err := w.Finish()
	if err != nil {
		r.t.Fatalf("after turn %d: %v", r.CurrentTurn().Number, err)
	}
	return data
}

func (r *rig) read(data []byte) {
	contents, err := r.Realm().Read(data, r.archive, r.Archive)
	if err != nil {
		r.t.Fatal(err)
	}
	r.RestoreJobs(contents.Jobs)
}

// shot is a snapshot, and where its run was.
type shot struct {
	data         []byte
	calls, lines int
	turn         uint64
}

// checkShots runs a program, takes a snapshot between each two turns, and goes on
// from each in another runtime: it says what the program said from there on, and
// ends in the same state. It returns what the program said.
func checkShots(t *testing.T, source string) []string {
	t.Helper()
	tape := &cassette{t: t, from: &world{}}
	straight, main := newRig(t, tape, source)
	var shots []shot
	straight.each = func(r *rig) {
		if turn := r.CurrentTurn().Number; turn > 200 && turn%50 != 0 {
			return // enough
		}
		shots = append(shots, shot{r.write(), len(tape.calls), len(r.lines), r.CurrentTurn().Number})
	}
	var last []byte
	straight.done = func(r *rig) { last = r.write() }
	end, err := straight.Run(func() { straight.Main(main) })
	if err != nil {
		t.Fatal(err)
	}
	if end.Turns < 200 && len(shots) != int(end.Turns)-1 {
		t.Errorf("%d snapshots of %d turns", len(shots), end.Turns)
	}
	for _, s := range shots {
		other := &cassette{t: t, calls: tape.calls, at: s.calls}
		r, _ := newRig(t, other, source)
		r.read(s.data)
		if again := r.write(); !bytes.Equal(again, s.data) {
			t.Errorf("after turn %d: written again it is another state, %s", s.turn, difference(again, s.data))
		}
		r.done = func(r *rig) {
			if again := r.write(); !bytes.Equal(again, last) {
				t.Errorf("from turn %d: the last state is another one, %s", s.turn+1, difference(again, last))
			}
		}
		got, err := r.Continue()
		if err != nil || got != end {
			t.Errorf("from turn %d: %+v, %v", s.turn+1, got, err)
		}
		if want := straight.lines[s.lines:]; !slices.Equal(r.lines, want) {
			t.Errorf("from turn %d:\n%s\nwant\n%s", s.turn+1, strings.Join(r.lines, "\n"), strings.Join(want, "\n"))
		}
		if other.at != len(other.calls) {
			t.Errorf("from turn %d: %d calls were not made", s.turn+1, len(other.calls)-other.at)
		}
	}
	return straight.lines
}

// shotPrograms are programs, with what they say when they are long.
var shotPrograms = []struct{ name, source, want string }{
	{"timers", `let n = 0; const a = every(() => { log('a' + ++n); if (n == 3) clear(a) }, 5); timer(() => log('b'), 5); timer(() => log('c'), 7)`,
		"a1 b c a2 a3"},
	{"timers that are set, cleared and begun again by timers", `
		let n = 0;
		const x = timer(() => { log('x' + ++n); if (n < 4) refresh(x) }, 3), y = timer(() => log('never'), 8), u = unref(timer(() => log('never'), 100));
		for (let i = 0; i < 4; i++) timer(() => { log('t' + i); if (i == 1) clear(y); if (i == 2) { timer(() => log('late'), 4); refresh(timer(() => log('r'), 9)) } }, 4);
		const fast = timer(() => { log('fast'); timer(() => log('faster'), 1); refresh(fast2) }, 2), fast2 = timer(() => log('fast2'), 2);`, ""},
	{"a list that is emptied while it runs", `
		const all = [0, 1, 2].map((i) => timer(() => { log(i); all.forEach(clear); timer(() => log('next' + i), 5) }, 5)); timer(() => log('other'), 6)`, ""},
	{"timers by their numbers", `
		const t = every(() => { log('t'); if (++n == 2) { clear(id); timer(() => { clear(other); log('end') }, 1) } }, 3), id = timerID(t); let n = 0;
		const other = timerID(timer(() => log('never'), 50)); t.mark = { by: 'program' }; timer(() => log(t.mark.by + Object.keys(t).length), 4); t.name = 1`, ""},
	{"arguments and whole delays", `timer((a, b) => log(a + b), 2.7, 'a', 'b'); const t = timer(() => log(t._idleTimeout), 1.5)`, ""},
	{"immediates", `
		immediate(() => { log(1); immediate(() => { log(4); immediate(() => log(5)) }); clear(c) }); immediate(() => log(2)); const c = immediate(() => log('never'));
		immediate(() => { log(3); clear(d) }); const d = immediate(() => log('never'))`, "1 2 3 4 5"},
	{"immediates and timers", `
		function f(n) { if (n < 6) { immediate(() => { log('i' + n); f(n + 1) }); timer(() => log('t' + n), n) } } f(0)`, ""},
	{"failing ticks", `
		timer(() => { tick(() => { throw new Error('x') }); tick(() => log('t2')); Promise.resolve().then(() => log('m')); microtask(() => log('q')) }, 1);
		timer(() => log('b'), 1); microtask(() => { log('first'); microtask(() => log('second')) })`, ""},
	{"failing immediates", `
		immediate(() => { immediate(() => log('i2')); immediate(() => log('i3')); tick((a) => log('t')); microtask(() => log('q')); throw new Error('x') });
		immediate(() => { log('i1'); tick(() => { throw new Error('y') }); tick(() => log('t3')) })`, ""},
	{"promises left behind by an error", `
		const later = []; immediate(() => { tick(() => { throw new Error('x') }); Promise.reject('r1'); const p = Promise.reject('r2'); later.push(p);
			new Promise((r) => later.push(r)).then((v) => log('then ' + v)); (async () => { log('got ' + await p.catch((e) => e)) })(); later[1]('v') });
		immediate(() => log('next')); timer(() => Promise.reject('r3'), 2)`, ""},
	{"rejections that are handled late", `
		const p = Promise.reject('p'), q = Promise.reject('q'); immediate(() => { log('i'); immediate(() => p.catch(() => log('c'))) }); timer(() => log('t'), 3)`, ""},
	{"where errors come from", `
		function thrower() { throw new Error('here') } timer(() => { log(failureAt()); timer(() => log(failureAt() + chain()), 1); thrower() }, 1);
		timer(() => { log(failureAt()); null.x }, 4); timer(() => log(failureAt()), 5); timer(() => Promise.reject('p'), 6); timer(() => log(failureAt()), 7);
		const kept = new Error('kept'); timer(() => { try { throw kept } catch {} }, 8); timer(() => Promise.reject(kept), 9); timer(() => log(failureAt()), 10)`, ""},
	{"ops", `
		ops((s) => { log(s); ops((s) => log('inner ' + s), 1, 3) }, 1, 2); const o = ops((s) => { log('more ' + s); if (++n == 3) { forget(o); log('forgot') } }, 9, 4);
		let n = 0; unrefOp(ops(() => log('unref'), 99, 7)); ops((s) => log('root ' + s), 2, 4, { a: 1 }); ops((s) => { log(s); timer(() => log('t'), 0); immediate(() => log('i')) }, 2, 0)`, ""},
	{"ops that fail", `ops((s) => { tick(() => { throw new Error(s) }); tick(() => log('left ' + s)) }, 3, 1); ops((s) => log(s), 3, 1)`, ""},
	{"tasks and the ends of handles", `
		post(() => { log(1); post(() => log(3)); closing((how) => { log(how); post(() => log('after')) }); closing((how) => log('last ' + how)) }); post(() => log(2));
		immediate(() => log('i'))`, ""},
	{"ports", `
		let n = 0;
		const a = port((s) => { log(s + ++n); if (n < 4) { notify(b); notify(a) } if (n == 6) { closePort(a, () => log('closed')); notify(a) } }, 'a'),
			b = port((s) => { log(s + ++n); if (n < 9) notify(a); if (n == 3) throw new Error('b') }, 'b'), c = port((s) => log(s), 'c');
		notify(a); notify(a); notify(c); post(() => { log('task'); notify(c); notify(a) }); timer(() => { notify(b); notify(c); closePort(b); port(() => {}) }, 2); hold(); timer(() => release(), 5)`, ""},
	{"more messages than a round delivers", `
		let n = 0; const p = port(() => { if (++n < 1003) notify(p); if (n > 998) { log(n); immediate(() => log('i' + n)) } if (n == 1003) release() }); hold(); notify(p)`, "999 1000 i1000 i1000 1001 1002 1003 i1003 i1003 i1003"},
	{"contexts", `
		follow(); const key = {}; setFrame({ name: 'main' }); const say = (s) => log(s + ' in ' + (frame() && frame().name));
		timer(() => say('t'), 2); immediate(() => { setFrame({ name: 'immediate' }); say('i'); Promise.resolve().then(() => say('p')); ops(() => say('op'), 2, 3); post(() => say('task')) });
		const e = every(() => { say('e'); setFrame({ name: 'every' + n }); if (++n == 3) clear(e) }, 4); let n = 0;
		(async () => { say('async'); await new Promise((r) => timer(r, 5)); say('resumed'); setFrame({ name: 'own' }); await null; say('again') })();
		tick(() => { setFrame({ name: 'tick' }); tick(() => { throw new Error('x') }); Promise.resolve().then(() => say('left')); microtask(() => say('micro')) }); timer(() => say('none'), 9)`, ""},
	{"numbers of resources", `
		follow(); number(Symbol('id'), Symbol('trigger')); const say = (s) => log(s + ids());
		timer(() => { say('t'); Promise.resolve().then(() => say('p')) }, 1); immediate(() => { say('i'); tick(() => say('k')); ops(() => say('op'), 2, 1) }); microtask(() => say('m'));
		(async () => { await null; say('a'); await new Promise((r) => timer(r, 3)); say('b') })()`, ""},
	{"hooks", `
		number(Symbol('id'), Symbol('trigger')); asyncHooks((id, type, trigger) => log('init ' + [id, type, trigger]), (id) => log('before ' + id), (id) => log('after ' + id), (id) => log('destroy ' + id));
		timer(() => { log('t'); immediate(() => log('i')) }, 1); ops(() => log('op'), 2, 1); timer(() => { tick(() => { throw new Error('x') }); tick(() => log('left')) }, 2);
		(async () => { await null; log('a'); await new Promise((r) => timer(r, 3)); log('b') })(); timer(() => asyncHooks(), 8); timer(() => log('no more'), 9)`, ""},
	{"what only the loop reaches", `
		follow(); immediate(() => { setFrame(counter()); enterScope(counter()); immediate(() => { log(ids() + ++frame().n); exitScope(0); log(++frame().n) }) });
		immediate(() => { tick(() => { throw new Error('x') }); Promise.reject(counter()) }); immediate(() => log('next')); ops((s) => log(s), 3, 1, counter());
		number(Symbol('id'), Symbol('trigger')); const before = counter(), init = counter();
		asyncHooks((id, type) => log(type + id + init), (id) => log('before ' + id + before), undefined, ender());
		timer(() => log('end'), 6)`, ""},
	{"what is unfinished", `
		timer(() => log(unfinished()), 3); every(() => log(unfinished()), 50).mark = 1; ops(() => log(unfinished()), 2, 2); immediate(() => log(unfinished())); port(() => {});
		timer(() => exit(0), 60)`, ""},
	{"random numbers", `log(Math.random()); timer(() => log(Math.random()), 1); immediate(() => log(Math.random()))`, ""},
	{"chains", `
		let n = 0; function go() { if (++n < 150) immediate(go); else log(chain()) } timer(() => { go(); timer(() => log(chain()), 5) }, 1); ops(() => { log(chain()); post(() => log(chain())) }, 3, 2)`, ""},
	{"eval", `timer(() => { globalThis.f = eval('(function () { return timer(() => { log(eval("1 + 1")); null.x }, 1) })'); f() }, 1); timer(() => log(new Function('return 7')()), 5)`, ""},
}

// difference shows where two states begin to differ.
func difference(got, want []byte) string {
	n := 0
	for n < min(len(got), len(want)) && got[n] == want[n] {
		n++
	}
	around := func(b []byte) []byte { return b[max(0, n-40):min(len(b), n+40)] }
	return fmt.Sprintf("at byte %d of %d: %q, not %q of %d", n, len(got), around(got), around(want), len(want))
}

func TestShots(t *testing.T) {
	for _, c := range shotPrograms {
		t.Run(c.name, func(t *testing.T) {
			lines := checkShots(t, c.source)
			if want := append(strings.Split(c.want, " "), "beforeExit", "exit"); c.want != "" && !slices.Equal(lines, want) {
				t.Errorf("got %q, want %q", lines, want)
			}
		})
	}
}

// phased writes the state of a rig while its program goes on.
type phased struct {
	*heap.Writer
	r     *rig
	slice int // how much is written when the loop waits
	done  bool
}

func (r *rig) phase(slice int) *phased {
	p := &phased{Writer: r.Realm().NewWriter(), r: r, slice: slice}
	p.State("rig", r.archive)
	p.Roots("loop", r.Archive)
	p.Jobs()
	p.check(p.Begin())
	if r.JobsWait() {
		p.idle(1 << 30)
	}
	r.SetCapture(p)
	return p
}

func (p *phased) check(err error) {
	if err != nil {
		p.r.t.Fatal(err)
	}
}

func (p *phased) idle(slice int) {
	if p.done {
		return
	}
	done, err := p.Idle(slice)
	p.check(err)
	p.done = done
}

func (p *phased) Entering(c *loop.Context, f loop.Function, this goja.Value, args []goja.Value) {
	roots := append(slices.Clone(args), this)
	objects := []*goja.Object{f.Object()}
	if c != nil {
		objects = append(objects, c.Frame, c.Resource)
	}
	for _, o := range objects {
		if o != nil {
			roots = append(roots, o)
		}
	}
	p.check(p.Reach(roots...))
}

func (p *phased) Waiting(int64) { p.idle(p.slice) }

// TestPhasedShots takes the snapshots of TestShots while the programs go on: one
// phase for each turn.
func TestPhasedShots(t *testing.T) {
	for _, c := range shotPrograms {
		t.Run(c.name, func(t *testing.T) {
			whole := &cassette{t: t, from: &world{}}
			straight, main := newRig(t, whole, c.source)
			end, err := straight.Run(func() { straight.Main(main) })
			if err != nil {
				t.Fatal(err)
			}
			for turn := uint64(0); turn < min(end.Turns-1, 40); turn++ {
				checkPhase(t, c.source, turn, whole.calls, straight.lines)
			}
		})
	}
}

// checkPhase takes a snapshot after a turn, in a phase that ends when it must, and
// goes on from it.
func checkPhase(t *testing.T, source string, turn uint64, calls []call, want []string) {
	tape := &cassette{t: t, calls: calls}
	r, main := newRig(t, tape, source)
	var p *phased
	var at, lines int
	r.each = func(r *rig) {
		if p == nil && r.CurrentTurn().Number == turn {
			p, at, lines = r.phase(int(turn)%7), tape.at, len(r.lines)
		}
	}
	if _, err := r.Run(func() { r.Main(main) }); err != nil {
		t.Fatal(err)
	}
	data, err := p.Finish()
	p.check(err)
	other := &cassette{t: t, calls: calls, at: at}
	again, _ := newRig(t, other, source)
	again.read(data)
	if _, err := again.Continue(); err != nil {
		t.Errorf("from turn %d: %v", turn+1, err)
	}
	if want := want[lines:]; !slices.Equal(again.lines, want) || other.at != len(calls) {
		t.Errorf("from turn %d:\n%s\nwant\n%s", turn+1, strings.Join(again.lines, "\n"), strings.Join(want, "\n"))
	}
}
