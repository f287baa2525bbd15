package heap_test

import (
	"bytes"
	"testing"

	"github.com/dop251/goja"
	"github.com/jsrr/jsrr/internal/engine"
)

// jobsCase queues jobs of each kind, which wait while it is captured.
const jobsCase = `
var p = Promise.resolve(1), thenable = { then(r) { log('then'); r('t') } };
p.then(v => log('reaction', v)); new Promise(r => r(thenable)).then(v => log('adopted', v));
(async () => { log('awaited', await p, await 2) })(); Promise.reject(new Error('no')).catch(e => log(e.message)).finally(() => log('finally'));
p.then(undefined, undefined).then(log);
function next() {}`

// TestJobs captures jobs that wait, and runs them in the other runtime.
func TestJobs(t *testing.T) {
	// drive runs what to do inside a call of JavaScript, in which goja leaves the
	// jobs alone.
	drive := func(w *world, do func(jobs engine.Jobs)) {
		w.rt.Set("drive", func(goja.FunctionCall) goja.Value { do(engine.JobQueue(w.rt)); return nil })
		p, err := goja.Compile("drive.js", "drive()", false)
		if err == nil {
			err = w.realm.Source("drive.js", &engine.Module{Program: p}) // it is in the stacks of errors
		}
		if err == nil {
			err = w.realm.Name(w.rt.Get("drive").(*goja.Object), "drive")
		}
		if err == nil {
			_, err = w.rt.RunProgram(p)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	runAll := func(jobs engine.Jobs) {
		for jobs.Len() > 0 {
			jobs.RunNext()
		}
	}
	straight := newWorld(t, false)
	p := straight.load(jobsCase)
	drive(straight, func(jobs engine.Jobs) { straight.run(p); runAll(jobs) })

	for before := range 8 {
		w, other := newWorld(t, false), newWorld(t, false)
		p := w.load(jobsCase)
		other.load(jobsCase)
		var data []byte
		var done string // goja runs the jobs when the call ends
		drive(w, func(jobs engine.Jobs) {
			w.run(p)
			for range min(before, jobs.Len()) {
				jobs.RunNext()
			}
			data = captureJobs(t, w)
			if !bytes.Equal(data, captureJobs(t, w)) {
				t.Error("two captures differ")
			}
			done = w.out.String()
		})
		drive(other, func(jobs engine.Jobs) {
			contents, err := other.realm.Read(data)
			if err != nil {
				t.Fatal(err)
			}
			for _, job := range contents.Jobs {
				jobs.Add(job)
			}
			runAll(jobs)
		})
		if got, want := done+other.out.String(), straight.out.String(); got != want {
			t.Errorf("after %d jobs:\n%s\nwant:\n%s", before, got, want)
		}
	}
}

func captureJobs(t *testing.T, w *world) []byte {
	wr := w.realm.NewWriter()
	wr.Jobs()
	data, err := wr.Finish()
	if err != nil {
		t.Fatal(err)
	}
	return data
}
