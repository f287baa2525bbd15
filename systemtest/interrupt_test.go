package systemtest

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
)

// endless are programs that only a time limit stops, each after some output.
var endless = map[string]string{
	"loop":             `console.log('begin'); for (;;);`,
	"loop in a timer":  `setTimeout(() => { console.log('begin'); for (;;); }, 2);`,
	"loop with clock":  `console.log('begin'); for (;;) Date.now();`,
	"loop with output": `let n = 0; for (;;) if (n++ % 1000 === 0) console.log(n);`,
	"ticks":            `console.log('begin'); (function tick() { process.nextTick(tick); })();`,
	"promise jobs":     `console.log('begin'); (function job() { Promise.resolve().then(job); })();`,
	"await":            `console.log('begin'); (async () => { for (;;) await null; })();`,
	"microtasks":       `console.log('begin'); (function task() { queueMicrotask(task); })();`,
	"immediates":       `console.log('begin'); (function next() { setImmediate(next); })();`,
	"intervals":        `let n = 0; setInterval(() => console.log(n++), 1);`,
	"files":            `const fs = require('fs'); let n = 0; (function read() { fs.readFile(__filename, () => { console.log(n++); read(); }); })();`,
	"waiting":          `console.log('begin'); setTimeout(() => console.log('never'), 1e6);`,
	"catch":            `console.log('begin'); for (;;) try { for (;;); } catch {} finally { console.log('never'); }`,
	"exit handler":     `console.log('begin'); process.on('exit', () => { for (;;); });`,
}

// TestInterrupted cuts programs that do not end. Each recording must say so,
// and replay up to there without waiting.
func TestInterrupted(t *testing.T) {
	for name, source := range endless {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := newBench(t, source)
			recording := b.newRecording()
			cut := cutRun(t, b, recording)
			if cut.Stdout == "" || strings.Contains(cut.Stdout, "never") {
				t.Errorf("the program printed %q", cut.Stdout)
			}
			for range 2 {
				checkCutReplay(t, recording, cut)
			}
		})
	}
}

// cutRun records a program for a moment.
func cutRun(t *testing.T, b *bench, recording string) Outcome {
	t.Helper()
	var out, errOut bytes.Buffer
	o, err := b.options(&out, &errOut)
	if err != nil {
		t.Fatal(err)
	}
	const limit, patience = 700 * time.Millisecond, 20 * time.Second
	o.Timeout = limit
	began := time.Now()
	result, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Options: o, Folder: recording})
	if err != nil || result.Incomplete != nil {
		t.Fatal(err, result.Incomplete)
	}
	if result.Cut != jsrr.ErrTimeLimit.Error() || result.ExitCode != jsrr.ExitTimeLimit {
		t.Errorf("cut %q, exit code %d", result.Cut, result.ExitCode)
	}
	if took := time.Since(began); took > patience {
		t.Errorf("it took %v to stop the program", took)
	}
	return Outcome{out.String(), errOut.String(), result.ExitCode, result.Turns}
}

// checkCutReplay replays the recording of a program that was cut.
func checkCutReplay(t *testing.T, recording string, cut Outcome) {
	t.Helper()
	var out, errOut bytes.Buffer
	result, err := jsrr.Replay(context.Background(), jsrr.ReplayOptions{
		Recording: recording, Stdout: &out, Stderr: &errOut, Timeout: runMax,
	})
	if err != nil {
		t.Fatal(err)
	}
	got := Outcome{out.String(), errOut.String(), result.ExitCode, result.Turns}
	if difference := cut.Differs(got); difference != "" {
		t.Errorf("the replay differs: %s", difference)
	}
	if !strings.Contains(result.Ended, jsrr.ErrTimeLimit.Error()) {
		t.Errorf("the replay ends with %q", result.Ended)
	}
}

// TestCancelled cuts a program by its context.
func TestCancelled(t *testing.T) {
	b := newBench(t, endless["loop in a timer"])
	var out, errOut bytes.Buffer
	o, err := b.options(&out, &errOut)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancelCause(context.Background())
	time.AfterFunc(300*time.Millisecond, func() { cancel(jsrr.ErrTerminated) })
	result, err := jsrr.Record(ctx, jsrr.RecordOptions{Options: o, Folder: b.newRecording()})
	if err != nil || result.Cut != jsrr.ErrTerminated.Error() || result.ExitCode != jsrr.ExitTerminated {
		t.Errorf("%+v, %v", result, err)
	}
	if _, err := os.Stat(result.Recording); err != nil {
		t.Error(err)
	}
}
