package webtests

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jsrr/jsrr"
)

// traced is a program whose trace has turns of several kinds, jobs, an
// interval, things that are cleared or never done, output and an error.
const traced = `
	const fs = require('fs');
	const i = setInterval(() => {}, 3);
	setTimeout(() => clearInterval(i), 20);
	clearTimeout(setTimeout(() => {}, 5));
	setInterval(() => {}, 1e6).unref();
	fs.readFile(__filename, () => setImmediate(() => process.nextTick(() => console.log('tick'))));
	Promise.resolve().then(() => fs.promises.stat('.')).then(() => console.error('"quoted" \u2028 \x00'));
	setTimeout(() => { throw new Error('gone </script> wrong'); }, 30);`

// TestTraceInDevTools loads a trace in the Performance panel of Chromium's
// DevTools, and looks at what its own parser made of it.
func TestTraceInDevTools(t *testing.T) {
	if _, err := exec.LookPath("chromium"); err != nil {
		if os.Getenv("JSRR_SUITES") == "1" {
			t.Fatal("chromium is missing: apt-get install chromium")
		}
		t.Skip("chromium is missing")
	}
	trace, slices, flows, events := writeTrace(t)
	b := startBrowser(t)
	page := b.devTools(t)
	b.evaluate(t, page, loadTrace(trace))
	var got struct {
		Generic bool
		Thread  string
		Slices  int
		Events  int
		Flows   int // pairs of turns that it has bound
		Arrows  int // of these, those that it draws
	}
	for deadline := time.Now().Add(30 * time.Second); got.Events == 0; time.Sleep(200 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("the trace was not loaded")
		}
		if err := json.Unmarshal(b.evaluate(t, page, parsedTrace), &got); err != nil {
			t.Fatal(err)
		}
	}
	if !got.Generic || got.Thread != "main" || got.Slices != slices || got.Events != events || got.Flows != flows || got.Arrows < flows || flows == 0 {
		t.Errorf("DevTools sees %+v; the file has %d slices and %d flows in %d events", got, slices, flows, events)
	}
}

// writeTrace records the program and returns its trace, the numbers of complete
// events, of flows and of all events in it.
func writeTrace(t *testing.T) (trace string, slices, flows, events int) {
	t.Helper()
	dir := t.TempDir()
	script := filepath.Join(dir, "traced.js")
	if err := os.WriteFile(script, []byte(traced), 0o600); err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	folder := filepath.Join(dir, "traced.jsrr")
	o := jsrr.Options{Script: script, Dir: dir, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &out}
	if _, err := jsrr.Record(context.Background(), jsrr.RecordOptions{Options: o, Folder: folder}); err != nil {
		t.Fatal(err)
	}
	recording, err := jsrr.OpenRecording(folder)
	if err != nil {
		t.Fatal(err)
	}
	defer recording.Close()
	var b strings.Builder
	if _, err := recording.WriteTrace(context.Background(), &b); err != nil {
		t.Fatal(err)
	}
	var file struct{ TraceEvents []struct{ Ph string } }
	if err := json.Unmarshal([]byte(b.String()), &file); err != nil {
		t.Fatal(err)
	}
	for _, event := range file.TraceEvents {
		switch event.Ph {
		case "X":
			slices++
		case "f":
			flows++
		}
	}
	return b.String(), slices, flows, len(file.TraceEvents)
}

// loadTrace is code that opens a file in the Performance panel.
func loadTrace(trace string) string {
	text, err := json.Marshal(trace)
	if err != nil {
		return ""
	}
	return `(async () => {
		const ui = await import('./ui/legacy/legacy.js');
		for (let tries = 0; ; tries++) {
			try {
				await ui.ViewManager.ViewManager.instance().showView('timeline');
				break;
			} catch (error) { // they are not ready yet
				if (tries > 100) throw error;
				await new Promise((done) => setTimeout(done, 200));
			}
		}
		const timeline = await import('./panels/timeline/timeline.js');
		globalThis.panel = timeline.TimelinePanel.TimelinePanel.instance();
		await panel.loadFromFile(new File([` + string(text) + `], 'trace.json'));
	})()`
}

// parsedTrace is code that says what the panel's parser found.
const parsedTrace = `(() => {
	if (!panel.hasActiveTrace()) return {};
	const parsed = panel.getParsedTraceForLayoutTests();
	const process = parsed?.Renderer?.processes.get(1);
	if (!process) return {};
	const thread = process.threads.get(1);
	return {
		Generic: parsed.Meta.traceIsGeneric, Thread: thread.name, Slices: thread.entries.length,
		Flows: parsed.Flows.flows.length, Arrows: parsed.Initiators.eventToInitiator.size,
		Events: panel.getTraceEngineRawTraceEventsForLayoutTests().length,
	};
})()`

// browser is a headless Chromium that is driven over two pipes.
type browser struct {
	in   *os.File
	out  *bufio.Reader
	last int
}

// startBrowser starts a browser whose tabs have their DevTools open.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	commandRead, commandWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	answerRead, answerWrite, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("chromium", "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--remote-debugging-pipe", "--auto-open-devtools-for-tabs", "--user-data-dir="+t.TempDir(), "about:blank")
	cmd.ExtraFiles = []*os.File{commandRead, answerWrite} // descriptors 3 and 4
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	commandRead.Close()
	answerWrite.Close()
	limit := time.AfterFunc(2*time.Minute, func() { _ = cmd.Process.Kill() })
	b := &browser{in: commandWrite, out: bufio.NewReader(answerRead)}
	t.Cleanup(func() {
		_, _ = b.call("", "Browser.close", nil)
		_ = cmd.Wait()
		limit.Stop()
	})
	return b
}

// call calls a method of the DevTools protocol.
func (b *browser) call(session, method string, params any) (json.RawMessage, error) {
	b.last++
	message, err := json.Marshal(map[string]any{"id": b.last, "method": method, "params": params, "sessionId": session})
	if session == "" {
		message, err = json.Marshal(map[string]any{"id": b.last, "method": method, "params": params})
	}
	if err != nil {
		return nil, err
	}
	if _, err := b.in.Write(append(message, 0)); err != nil {
		return nil, err
	}
	for {
		text, err := b.out.ReadBytes(0)
		if err != nil {
			return nil, fmt.Errorf("the browser has ended: %w", err)
		}
		var answer struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		if err := json.Unmarshal(text[:len(text)-1], &answer); err != nil {
			return nil, err
		}
		switch {
		case answer.ID != b.last: // an event
		case answer.Error != nil:
			return nil, errors.New(method + ": " + answer.Error.Message)
		default:
			return answer.Result, nil
		}
	}
}

// devTools returns a session with the DevTools of the first tab.
func (b *browser) devTools(t *testing.T) (session string) {
	t.Helper()
	for range 100 {
		var targets struct {
			TargetInfos []struct{ TargetID, URL string }
		}
		result, err := b.call("", "Target.getTargets", map[string]any{})
		if err == nil {
			err = json.Unmarshal(result, &targets)
		}
		if err != nil {
			t.Fatal(err)
		}
		for _, target := range targets.TargetInfos {
			if !strings.HasPrefix(target.URL, "devtools://") {
				continue
			}
			result, err := b.call("", "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true})
			var attached struct{ SessionID string }
			if err == nil {
				err = json.Unmarshal(result, &attached)
			}
			if err != nil {
				t.Fatal(err)
			}
			return attached.SessionID
		}
		time.Sleep(200 * time.Millisecond)
	}
	t.Fatal("the browser did not open its DevTools")
	return ""
}

// evaluate runs code in a page and returns its value as JSON.
func (b *browser) evaluate(t *testing.T, session, code string) json.RawMessage {
	t.Helper()
	result, err := b.call(session, "Runtime.evaluate", map[string]any{"expression": code, "awaitPromise": true, "returnByValue": true})
	var evaluated struct {
		Result           struct{ Value json.RawMessage }
		ExceptionDetails json.RawMessage
	}
	if err == nil {
		err = json.Unmarshal(result, &evaluated)
	}
	if err != nil || evaluated.ExceptionDetails != nil {
		t.Fatalf("%v: %s", err, evaluated.ExceptionDetails)
	}
	return evaluated.Result.Value
}
