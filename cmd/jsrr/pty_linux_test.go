package main

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// session is a jsrr on a pseudo-terminal.
type session struct {
	t      *testing.T
	master *os.File
	cmd    *exec.Cmd

	shown shown
}

// startSession runs jsrr with a terminal of 80 columns as its streams.
func startSession(t *testing.T, dir string, args ...string) *session {
	t.Helper()
	master, terminal := openTerminal(t)
	s := &session{t: t, master: master, cmd: exec.Command(ownCommand(t), args...)}
	s.cmd.Dir = dir
	s.cmd.Stdin, s.cmd.Stdout, s.cmd.Stderr = terminal, terminal, terminal
	s.cmd.Env = append(os.Environ(), "TERM=xterm", "NO_COLOR=1", "JSRR_STORE="+filepath.Join(dir, ".store"), "XDG_STATE_HOME="+filepath.Join(dir, ".state"), "TZ=UTC")
	s.cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	terminal.Close()
	go s.read()
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
		master.Close()
	})
	return s
}

func openTerminal(t *testing.T) (master, terminal *os.File) {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil && os.Getenv("CI") != "" {
		t.Fatal(err)
	}
	if err != nil {
		t.Skip("no pseudo-terminals here: ", err)
	}
	if err := unix.IoctlSetPointerInt(int(master.Fd()), unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	number, err := unix.IoctlGetInt(int(master.Fd()), unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	terminal, err = os.OpenFile("/dev/pts/"+strconv.Itoa(number), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if err := unix.IoctlSetWinsize(int(master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Col: 80, Row: 24}); err != nil {
		t.Fatal(err)
	}
	return master, terminal
}

func (s *session) read() {
	b := make([]byte, 4096)
	for {
		n, err := s.master.Read(b)
		_, _ = s.shown.Write(b[:n]) // never fails
		if err != nil {
			return
		}
	}
}

// send types text.
func (s *session) send(text string) {
	s.t.Helper()
	if _, err := s.master.WriteString(text); err != nil {
		s.t.Fatal(err)
	}
}

// expect waits until text is shown, behind what earlier calls waited for.
func (s *session) expect(text string) {
	s.t.Helper()
	s.shown.expect(s.t, text)
}

// wait returns the exit code of jsrr.
func (s *session) wait() int {
	s.t.Helper()
	timer := time.AfterFunc(20*time.Second, func() { _ = s.cmd.Process.Kill() })
	defer timer.Stop()
	err := s.cmd.Wait()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		s.t.Fatal(err)
	}
	return s.cmd.ProcessState.ExitCode()
}

// script writes a program to a folder of its own.
func script(t *testing.T, text string) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.js"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestTerminalStreams(t *testing.T) {
	dir := script(t, `
		const tty = require('tty');
		console.log(process.stdin.constructor.name, process.stdout.constructor.name, process.stdout.columns, process.stdout.rows);
		console.log(tty.isatty(0), process.stdin instanceof tty.ReadStream, process.stdout instanceof tty.WriteStream, process.stdin.isRaw);
		process.stdout.on('resize', () => console.log('resized', process.stdout.getWindowSize().join()));
		process.stdin.setRawMode(true);
		console.log('ready', process.stdin.isRaw);
		process.stdin.on('data', (key) => {
			console.log('key', JSON.stringify(String(key)));
			if (String(key) === 'q') { process.stdin.setRawMode(false); process.stdin.pause(); }
		});
	`)
	s := startSession(t, dir, "record", "-q", "-o", "r", "a.js")
	s.expect("ReadStream WriteStream 80 24")
	s.expect("true true true false")
	s.expect("ready true")
	s.send("x")
	s.expect(`key "x"`)
	s.send("\x03\x1b[A")
	s.expect(`key "\u0003\u001b[A"`)
	if err := unix.IoctlSetWinsize(int(s.master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Col: 100, Row: 30}); err != nil {
		t.Fatal(err)
	}
	s.expect("resized 100,30")
	s.send("q")
	s.expect(`key "q"`)
	if code := s.wait(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	again := startSession(t, dir, "replay", "r")
	again.expect("resized 100,30")
	again.expect("output identical")
	if code := again.wait(); code != 0 {
		t.Errorf("replay: exit code %d", code)
	}
}

// A program that is over leaves the terminal as it found it.
func TestTerminalIsRestored(t *testing.T) {
	for _, ending := range []string{"process.exit(3)", "throw 1", ""} {
		master, terminal := openTerminal(t)
		before, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		cmd := exec.Command(ownCommand(t), "-e", "process.stdin.setRawMode(true);"+ending)
		cmd.Stdin = terminal
		_ = cmd.Run()
		after, err := unix.IoctlGetTermios(int(terminal.Fd()), unix.TCGETS)
		if err != nil {
			t.Fatal(err)
		}
		if before.Lflag != after.Lflag || before.Iflag != after.Iflag {
			t.Errorf("after %q the terminal has other modes", ending)
		}
		master.Close()
		terminal.Close()
	}
}
