package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestSession(t *testing.T) {
	dir := script(t, "module.exports = 'loaded';")
	s := startSession(t, dir)
	s.expect("> ")
	s.send("1 + 1\r")
	s.expect("\n2\r\n")
	// Several lines, with history and editing.
	s.send("function add(a, b) {\r")
	s.expect("... ")
	s.send("return a + b }\r")
	s.expect("undefined")
	s.complete("ad", "add")
	s.send("(1, 2)\r")
	s.expect("\n3\r\n")
	s.send("\x1b[A\x1b[D\x7f5\r") // up, left, backspace, 5: add(1, 5)
	s.expect("\n6\r\n")
	s.send("xyz\x01'\x05'\r") // Ctrl+A, Ctrl+E
	s.expect("\n'xyz'\r\n")
	s.send("1 wrong\x15'kept'\r") // Ctrl+U
	s.expect("\n'kept'\r\n")
	s.send("await new Promise((r) => setTimeout(r, 20, 'waited'))\r")
	s.expect("\n'waited'\r\n")
	// Completion of modules, files and properties.
	s.complete("require('./", "require('./a")
	s.send("')\r")
	s.expect("\n'loaded'\r\n")
	s.complete("process.vers", "process.version")
	s.send("\t")
	s.expect("process.version ")
	s.expect("process.versions")
	s.send("\x15nope\r")
	s.expect("Uncaught ReferenceError: nope is not defined")
	s.send(".editor\r")
	s.expect("Entering editor mode")
	s.send("let one = 1\rlet two = 2\rone + two\r\x04")
	s.expect("\n3\r\n")
	s.send(".help\r")
	s.expect(".editor")
	s.expect("Ctrl+D to exit")
	// Ctrl+C clears the line, interrupts what awaits, and is asked twice.
	s.send("half\x03")
	s.expect("> ")
	s.send("await new Promise(() => {})\r")
	s.expect("{})")
	s.send("\x03")
	s.expect("interrupted by `SIGINT`")
	s.send("\x03")
	s.expect("press Ctrl+C again")
	s.send("\x03")
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	history := filepath.Join(dir, ".state", "jsrr", "repl_history")
	text, err := os.ReadFile(history)
	if err != nil {
		t.Fatal(err)
	}
	if lines := strings.Split(string(text), "\n"); lines[0] != "await new Promise(() => {})" || lines[len(lines)-1] != "1 + 1" {
		t.Errorf("history: %q", lines)
	}
	if info, err := os.Stat(history); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the history file can be read by others: %v, %v", info.Mode(), err)
	}
	again := startSession(t, dir)
	again.expect("> ")
	again.send("\x1b[A\x1b[A\x15'later'\r\x04")
	again.expect("'later'")
	if code := again.wait(); code != 0 {
		t.Errorf("exit code %d after Ctrl+D", code)
	}
}

// complete types text and a Tab, which must make whole of it.
func (s *session) complete(text, whole string) {
	s.t.Helper()
	s.send(text)
	s.expect(text)
	s.send("\t")
	s.expect(strings.TrimPrefix(whole, text))
}

func TestSessionIsRecorded(t *testing.T) {
	dir := t.TempDir()
	s := startSession(t, dir, "record", "-o", "r")
	s.expect("> ")
	s.send("Math.max(3, 4)\r")
	s.expect("\n4\r\n")
	s.send("\x1b[A\r")
	s.expect("\n4\r\n")
	s.send("\x04")
	s.expect("recorded")
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	again := startSession(t, dir, "replay", "r")
	again.expect("\n4\r\n")
	again.expect("output identical")
	if code := again.wait(); code != 0 {
		t.Errorf("replay: exit code %d", code)
	}
}

// Ctrl+C ends code that runs, also while the session is recorded; a replay ends it at
// the same step.
func TestSessionInterruptsCode(t *testing.T) {
	dir := t.TempDir()
	s := startSession(t, dir, "record", "-o", "r")
	s.expect("> ")
	s.send("let rounds = 0; for (;;) { rounds++; if (rounds === 2000) console.log('runs') }\r")
	s.expect("\nruns\r\n")
	s.send("\x03")
	s.expect("Script execution was interrupted by `SIGINT`")
	s.expect("> ")
	s.send("try { for (;;) rounds++ } catch { for (;;) rounds++ }\r")
	time.Sleep(200 * time.Millisecond)
	s.send("\x03")
	s.expect("Script execution was interrupted by `SIGINT`")
	s.expect("> ")
	s.send("'rounds ' + (rounds > 2000)\r")
	s.expect("\n'rounds true'\r\n")
	s.send("rounds\r.exit\r")
	s.expect("recorded")
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	again := startSession(t, dir, "replay", "r")
	again.expect("interrupted by `SIGINT`")
	again.expect("\n'rounds true'\r\n")
	again.expect("output identical")
	if code := again.wait(); code != 0 {
		t.Errorf("replay: exit code %d", code)
	}
}

// Ctrl+R finds earlier lines, Ctrl+S goes back; other keys take what is found, Escape
// does not.
func TestSessionSearchesHistory(t *testing.T) {
	s := startSession(t, t.TempDir())
	s.expect("> ")
	for _, line := range []string{"'first ' + 1", "'second ' + 2", "'third ' + 3", "'second ' + 2"} {
		s.send(line + "\r")
		s.expect("\n'")
	}
	s.send("\x12")
	s.expect("bck-i-search: _")
	s.send("sec")
	s.expect("> 'second ' + 2")
	s.expect("bck-i-search: sec_")
	s.send("\x7f\x7f\x7f'")
	s.expect("bck-i-search: '_")
	s.send("\x12")
	s.expect("> 'third ' + 3")
	s.send("\x12")
	s.expect("> 'first ' + 1") // second was there already
	s.send("\r")
	s.expect("\n'first 1'\r\n")
	s.send("typed\x12nowhere")
	s.expect("failed-bck-i-search: nowhere_")
	s.send("\x07") // Ctrl+G
	s.expect("> typed")
	s.send("\x15\x12third")
	s.expect("bck-i-search: third_")
	s.send("\x05 + 4\r") // Ctrl+E: goes on with what was found
	s.expect("\n'third 34'\r\n")
	s.send(".exit\r")
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}
