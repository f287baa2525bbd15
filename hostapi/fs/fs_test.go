package fs

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
	"github.com/jsrr/jsrr/loop"
)

// fakeTape gives every request the same reply.
type fakeTape struct {
	reply    loop.Reply
	requests []loop.Request
	effects  []string
	started  uint64
	due      []uint64
}

func (t *fakeTape) Clock(loop.Clock) int64 { return 0 }

func (t *fakeTape) Ask(r loop.Request) loop.Reply {
	t.requests = append(t.requests, r)
	return t.reply
}

func (t *fakeTape) Start(_ loop.OpID, r loop.Request) {
	t.requests = append(t.requests, r)
	t.started++
	t.due = append(t.due, t.started)
}

func (t *fakeTape) Next(_ int64, c *loop.Completion) bool {
	if len(t.due) == 0 {
		return false
	}
	op := t.due[0]
	t.due = t.due[1:]
	*c = loop.Completion{Op: op, Reply: t.reply}
	return true
}

func (t *fakeTape) Emit(e loop.Effect) {
	t.effects = append(t.effects, fmt.Sprintf("%d:%s", e.FD, e.Data))
}

func (t *fakeTape) Close(loop.End) error { return nil }

// run runs a script that sees the natives and a function log, and returns what
// it logged.
func run(t *testing.T, tape *fakeTape, script string) (logged []string, err error) {
	t.Helper()
	l, err := loop.New(tape, loop.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rt := l.Runtime()
	_, err = l.Run(func() {
		_, natives := host.Bind(l, Area())
		must(rt.Set("natives", natives))
		must(rt.Set("log", func(c goja.FunctionCall) goja.Value {
			logged = append(logged, c.Argument(0).String())
			return goja.Undefined()
		}))
		program, err := rt.RunString("(function () {" + script + "})")
		must(err)
		main, _ := loop.FunctionOf(program)
		l.Main(main)
	})
	return logged, err
}

func must(err error) {
	if err != nil {
		panic(err)
	}
}

// samples are JavaScript values for each kind of argument.
var samples = map[argument]string{
	path: "'p'", hidden: "'h'", template: "'t'", integer: "-3", unsigned: "4", float: "1.5", boolean: "true",
	local: "view", source: "view",
}

// callWith returns a call of o with samples, and with a callback if there is one.
func (o *operation) callWith(callback string) string {
	var args []string
	for _, kind := range o.arguments {
		args = append(args, samples[kind])
	}
	if callback != "" {
		args = append(args, callback)
	}
	return "const view = new Uint8Array(8); natives." + o.name + "(" + strings.Join(args, ", ") + ")"
}

// TestRequests checks that every native writes the request that its row says,
// asked or started.
func TestRequests(t *testing.T) {
	for _, o := range operations {
		for _, callback := range []string{"", "() => {}"} {
			if callback == "" && o.kind == loop.KindFSChanges {
				continue // it only calls back
			}
			tape := &fakeTape{reply: loop.Reply{Errno: -5}}
			if _, err := run(t, tape, "try { "+o.callWith(callback)+" } catch {}"); err != nil {
				t.Fatal(err)
			}
			if len(tape.requests) != 1 || tape.requests[0].Kind != o.kind {
				t.Fatalf("%s: requests %v", o.name, tape.requests)
			}
			checkArguments(t, &o, tape.requests[0].Args)
		}
	}
}

func checkArguments(t *testing.T, o *operation, args []byte) {
	t.Helper()
	d := loop.Decode(args)
	for i, kind := range o.arguments {
		var got, want any
		switch kind {
		case path, hidden, template:
			got, want = d.String(), strings.Trim(samples[kind], "'")
		case integer:
			got, want = d.Int(), int64(-3)
		case unsigned:
			got, want = d.Uint(), uint64(4)
		case float:
			got, want = d.Float(), 1.5
		case boolean:
			got, want = d.Bool(), true
		case source:
			got, want = len(d.Blob()), 0 // offset and length are no numbers
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: argument %d is %v, want %v", o.name, i, got, want)
		}
	}
	if d.Err() != nil || d.More() {
		t.Errorf("%s: bytes left or missing", o.name)
	}
}

// TestKindNames checks that every kind has a name, and a name of its own.
func TestKindNames(t *testing.T) {
	seen := map[string]loop.Kind{}
	for kind := range byKind {
		name := kind.String()
		if other, twice := seen[name]; twice || strings.HasPrefix(name, "kind ") {
			t.Errorf("kind %d is called %q, like %d", uint16(kind), name, uint16(other))
		}
		seen[name] = kind
	}
}

func TestErrors(t *testing.T) {
	var steps loop.Encoder
	steps.String("open")
	steps.String("")
	for _, c := range []struct {
		name, script, want string
		reply              loop.Reply
	}{
		{"path", "natives.unlink('a')", "ENOENT: no such file or directory, unlink 'a' errno,code,syscall,path", loop.Reply{Errno: -2}},
		{"two paths", "natives.rename('', 'b')", "ENOENT: no such file or directory, rename '' -> 'b' errno,code,syscall,path,dest", loop.Reply{Errno: -2}},
		{"no path", "natives.close(3)", "EBADF: bad file descriptor, close errno,code,syscall", loop.Reply{Errno: -9}},
		{"template", "natives.mkdtemp('t', false)", "ENOENT: no such file or directory, mkdtemp 'tXXXXXX' errno,code,syscall,path", loop.Reply{Errno: -2}},
		{"step", "natives.readFile('f', -1, 0, true, false)", "EACCES: permission denied, open '' errno,code,syscall,path", loop.Reply{Errno: -13, Data: steps.Bytes()}},
		{"writeSync", "natives.write(3, 'x', 0, 1, -1)", "EBADF: bad file descriptor, write errno,syscall,code", loop.Reply{Errno: -9}},
	} {
		logged, err := run(t, &fakeTape{reply: c.reply}, "try { "+c.script+" } catch (e) { log(e.message + ' ' + Object.keys(e)) }")
		if err != nil || !reflect.DeepEqual(logged, []string{c.want}) {
			t.Errorf("%s: %q, %v", c.name, logged, err)
		}
	}
}

// TestConsole checks that what goes to the console leaves as effects, in the
// order of the calls, and that callbacks are turns.
func TestConsole(t *testing.T) {
	tape := &fakeTape{}
	logged, err := run(t, tape, `
		log(natives.write(1, 'ab', 0, 2, -1));
		natives.write(2, new Uint8Array([65, 66, 67]), 1, 1, -1, 'echo', (...results) => log('cb ' + results));
		natives.writeFile('', 1, 0, 0, 'c', 0, 1, false, (...results) => log('file ' + results));
		natives.writeFile('/dev/stderr', -1, 0, 0, 'd', 0, 1, false);
		log('end');`)
	if err != nil || len(tape.requests) != 4 { // how each went
		t.Fatal(err, tape.requests)
	}
	if want := []string{"1:ab", "2:B", "1:c", "2:d"}; !reflect.DeepEqual(tape.effects, want) {
		t.Errorf("effects %q", tape.effects)
	}
	if want := []string{"2", "end", "cb ,1,echo", "file "}; !reflect.DeepEqual(logged, want) {
		t.Errorf("logged %q", logged)
	}
}

// TestShrunkView checks that bytes for a view that has become smaller do no harm.
func TestShrunkView(t *testing.T) {
	logged, err := run(t, &fakeTape{reply: loop.Reply{Data: []byte("abc")}}, `
		const view = new Uint8Array(4);
		natives.read(3, view, 2, 4, -1, view, (error, n) => log(n + ' ' + view));
		natives.read(3, view, 100, 4, -1, view, (error, n) => log(n + ' ' + view));
		try { natives.write(3, view, 3, 2, -1) } catch (e) { log(e.code) }`)
	want := []string{"ERR_BUFFER_OUT_OF_BOUNDS", "3 0,0,97,98", "3 0,0,97,98"}
	if err != nil || !reflect.DeepEqual(logged, want) {
		t.Errorf("%q, %v", logged, err)
	}
}

// FuzzReplies gives every operation a reply that may be anything, asked and
// started: the run ends well or with an error that says what is wrong.
func FuzzReplies(f *testing.F) {
	for i := range operations {
		f.Add(uint8(i), int32(0), []byte{})
		f.Add(uint8(i), int32(0), []byte{0, 200, 1, 2, 3})
		f.Add(uint8(i), int32(-2), []byte{4, 'o', 'p', 'e', 'n', 9})
		f.Add(uint8(i), int32(0), []byte("\x01a\x02\x01b\x01\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01"))
	}
	f.Fuzz(func(t *testing.T, index uint8, errno int32, data []byte) {
		o := &operations[int(index)%len(operations)]
		for _, callback := range []string{"", "() => {}"} {
			tape := &fakeTape{reply: loop.Reply{Errno: errno, Data: data}}
			_, err := run(t, tape, "try { "+o.callWith(callback)+" } catch {}")
			if err != nil && !errors.Is(err, loop.ErrWire) {
				t.Fatalf("%s: %v", o.name, err)
			}
		}
	})
}
