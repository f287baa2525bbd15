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

// newRig returns a loop with the functions of fixture and some more. Its program is
// compiled and named.
func newRig(t *testing.T, tape *cassette, source string) (*rig, loop.Function) {
	r := &rig{tape: tape, each: func(*rig) {}, done: func(*rig) {}}
	r.fixture = newFixture(t, tape, loop.Options{Snapshots: true, Capturer: r, Observer: r})
	r.AddDeliveries(text)
	r.addNatives()
	m, err := engine.CompileScriptUnit(engine.Unit{Name: "program.js", Text: "[0, " + hooks + ", function () {" + source + "}]"})
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
	for _, job := range contents.Jobs {
		engine.JobQueue(r.Runtime()).Add(job)
	}
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
		shots = append(shots, shot{r.write(), len(tape.calls), len(r.lines), r.CurrentTurn().Number})
	}
	var last []byte
	straight.done = func(r *rig) { last = r.write() }
	end, err := straight.Run(func() { straight.Main(main) })
	if err != nil {
		t.Fatal(err)
	}
	if len(shots) != int(end.Turns)-1 {
		t.Errorf("%d snapshots of %d turns", len(shots), end.Turns)
	}
	for _, s := range shots {
		other := &cassette{t: t, calls: tape.calls, at: s.calls}
		r, _ := newRig(t, other, source)
		r.read(s.data)
		if again := r.write(); !bytes.Equal(again, s.data) {
			t.Errorf("after turn %d: written again, %d bytes are %d", s.turn, len(s.data), len(again))
		}
		r.done = func(r *rig) {
			if again := r.write(); !bytes.Equal(again, last) {
				t.Errorf("from turn %d: the last state is another one, %d bytes and not %d", s.turn+1, len(again), len(last))
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

func TestShots(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"timers", `let n = 0; const a = every(() => { log('a' + ++n); if (n == 3) clear(a) }, 5); timer(() => log('b'), 5); timer(() => log('c'), 7)`, "a1 b c a2 a3"},
	} {
		t.Run(c.name, func(t *testing.T) {
			lines := checkShots(t, c.source)
			want := append(strings.Split(c.want, " "), "beforeExit", "exit")
			if !slices.Equal(lines, want) {
				t.Errorf("got %q, want %q", lines, want)
			}
		})
	}
}
