package replay_test

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/internal/engine"
	"github.com/jsrr/jsrr/loop"
	"github.com/jsrr/jsrr/record"
	"github.com/jsrr/jsrr/record/recordtest"
	"github.com/jsrr/jsrr/replay"
)

var update = flag.Bool("update", false, "rewrite goldens; review the difference")

// runScript runs JavaScript on a loop with three natives: print, ask and
// setTimeout.
func runScript(t *testing.T, tape loop.Tape, source string) error {
	t.Helper()
	var options loop.Options
	replayed, replaying := tape.(*replay.Tape)
	if replaying {
		options.Observer = replayed
	}
	if recorded, ok := tape.(*record.Tape); ok {
		options.Observer = recorded
	}
	l, err := loop.New(tape, options)
	if err != nil {
		t.Fatal(err)
	}
	if replaying {
		replayed.Bind(l)
	}
	rt := l.Runtime()
	natives := map[string]func(goja.FunctionCall) goja.Value{
		"print": func(call goja.FunctionCall) goja.Value {
			tape.Emit(loop.Effect{FD: 1, Data: []byte(call.Argument(0).String() + "\n")})
			return goja.Undefined()
		},
		"ask": func(call goja.FunctionCall) goja.Value {
			var args loop.Encoder
			args.String(call.Argument(0).String())
			reply := tape.Ask(loop.Request{Kind: loop.KindEnvGet, Args: args.Bytes()})
			return rt.ToValue(string(reply.Data))
		},
		"setTimeout": func(call goja.FunctionCall) goja.Value {
			callback, _ := loop.FunctionOf(call.Argument(0))
			return l.SetTimer(callback, nil, call.Argument(1).ToFloat(), false, rt.NewObject())
		},
	}
	for _, name := range []string{"print", "ask", "setTimeout"} {
		if err := rt.Set(name, natives[name]); err != nil {
			t.Fatal(err)
		}
	}
	program, err := engine.Compile("app.js", engine.Head{}, source)
	if err != nil {
		t.Fatal(err)
	}
	value, err := rt.RunProgram(program)
	if err != nil {
		t.Fatal(err)
	}
	main, _ := loop.FunctionOf(value)
	_, err = l.Run(func() { l.Main(main) })
	return err
}

const counting = `let n = 0;
function count() {
	n++;
	print('count ' + nASK);
	if (n < 15) setTimeout(count, 5);
}
setTimeout(count, 5);`

// diverging records one program and replays another.
func diverging(t *testing.T, recorded, replayed string) *replay.Divergence {
	t.Helper()
	jsrr, goja := record.Versions()
	dir := filepath.Join(t.TempDir(), "run")
	tape, err := record.New(recordtest.NewWorld(3), record.Options{Dir: dir, Header: record.Header{Jsrr: jsrr, Goja: goja}})
	if err != nil {
		t.Fatal(err)
	}
	if err := runScript(t, tape, recorded); err != nil {
		t.Fatal(err)
	}
	r, err := record.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	r.Path = "app-1"
	again, err := replay.New(r, replay.Options{})
	if err != nil {
		t.Fatal(err)
	}
	err = runScript(t, again, replayed)
	var d *replay.Divergence
	if !errors.As(err, &d) {
		t.Fatalf("no divergence: %v", err)
	}
	return d
}

func TestDivergenceReports(t *testing.T) {
	plain := strings.ReplaceAll(counting, "ASK", "")
	for name, programs := range map[string][2]string{
		"output":   {plain, strings.Replace(plain, "'count '", "(n == 13 ? 'Count ' : 'count ')", 1)},
		"missing":  {plain, strings.Replace(plain, "n < 15", "n < 14", 1)},
		"extra":    {plain, strings.Replace(plain, "n < 15", "n < 16", 1)},
		"request":  {plain, strings.Replace(plain, "'count '", "ask('HOME') + 'count '", 1)},
		"redacted": {strings.ReplaceAll(counting, "ASK", " + ask('TOKEN')"), strings.ReplaceAll(counting, "ASK", " + ask('TOKEN')")},
		"delay":    {plain, strings.Replace(plain, "setTimeout(count, 5);\n}", "setTimeout(count, n == 4 ? 6 : 5);\n}", 1)},
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, "testdata/"+name+".txt", diverging(t, programs[0], programs[1]).Error()+"\n")
		})
	}
}

func golden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal([]byte(got), want) {
		t.Errorf("%s:\n--- want\n%s--- got\n%s", path, want, got)
	}
}
