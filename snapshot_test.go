package jsrr

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/jsrr/jsrr/hostapi"
	"github.com/jsrr/jsrr/loop"
)

// atTurns calls do after each turn.
type atTurns struct {
	host *hostapi.Host
	loop *loop.Loop
	do   func(a *atTurns, t *loop.Turn)
}

func (a *atTurns) BeginTurn(*loop.Turn)           {}
func (a *atTurns) EndTurn(t *loop.Turn, _ uint64) { a.do(a, t) }

func (a *atTurns) begin(h *hostapi.Host, l *loop.Loop) { a.host, a.loop = h, l }

func capture(h *hostapi.Host, l *loop.Loop) ([]byte, error) {
	w := l.Realm().NewWriter()
	h.Capture(w)
	return w.Finish()
}

// restored returns a program that was read from a snapshot.
func restored(t *testing.T, o Options, data []byte) (*hostapi.Host, *loop.Loop) {
	t.Helper()
	out, err := o.outside()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(out.close)
	l, err := loop.New(out.tape, loop.Options{Snapshots: true})
	if err != nil {
		t.Fatal(err)
	}
	main, closeImages := o.main()
	t.Cleanup(closeImages)
	h := hostapi.New(l, main)
	if err := h.Restore(data); err != nil {
		t.Fatal(err)
	}
	return h, l
}

// TestRecapture captures programs between turns, reads that into other runtimes,
// and captures them again: the bytes are the same.
func TestRecapture(t *testing.T) {
	for name, source := range map[string]string{
		"handles": `let n = 0; setTimeout(() => console.log('t', ++n), 1); setImmediate(() => console.log('i', ++n))`,
		"every module": `globalThis.all = {}; for (const id of require('module').builtinModules) if (id !== 'sys') all[id] = require(id)
			setTimeout(() => console.log(Object.keys(all).length), 1)`,
		"changed builtins": `Object.extra = 1; Promise.prototype.then.mark = true`,
	} {
		t.Run(name, func(t *testing.T) {
			o := Options{Source: source, VirtualClock: true, Stdout: io.Discard, Stderr: io.Discard}
			turns := &atTurns{do: func(a *atTurns, turn *loop.Turn) {
				data, err := capture(a.host, a.loop)
				if err != nil {
					t.Errorf("after turn %d: %v", turn.Number, err)
					return
				}
				again, err := capture(restored(t, o, data))
				if err != nil || !bytes.Equal(data, again) {
					t.Errorf("after turn %d: restored and captured again, %d bytes became %d (%v)", turn.Number, len(data), len(again), err)
				}
			}}
			run := o
			run.Observer, run.snapshots = turns, turns.begin
			if _, err := Run(context.Background(), run); err != nil {
				t.Fatal(err)
			}
		})
	}
}
