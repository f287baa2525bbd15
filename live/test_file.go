package live

import (
	"errors"
	"io"
	"os"
	"os/exec"
	"slices"
	"sync"
	"syscall"
	"time"

	"github.com/jsrr/jsrr/loop"
)

// testFiles holds the processes of test files, by the program's number.
type testFiles struct {
	mu      sync.Mutex
	running map[uint64]testFileProcess
}

// testFileProcess is a process that runs as long as its standard input is open,
// so that it ends with this process, however that ends.
type testFileProcess struct {
	*os.Process
	lifeline io.Closer
}

// testContext marks the environment of a test file's process, as Node does.
const testContext = "NODE_TEST_CONTEXT=child-v8"

// testFileHandlers answers what is not a stream.
var testFileHandlers = map[loop.Kind]handler{loop.KindTestFileKill: killTestFile}

// orphanGrace is how long the output of a test file's process may stay open in
// processes that it started, after it has ended.
const orphanGrace = time.Second

// testFile runs a test file in a process of its own and delivers the parts that
// it sends.
func testFile(w *World, r loop.Request, deliver func(loop.Reply, bool)) {
	args := loop.Decode(r.Args)
	number, path := args.Uint(), args.String()
	command := slices.Clone(w.opts.TestCommand)
	for args.More() {
		command = append(command, args.String())
	}
	cmd := exec.Command(command[0], append(command[1:], "--", path)...)
	cmd.Dir = w.path(".")
	cmd.Env = append(slices.Clone(w.opts.Env), testContext)
	cmd.WaitDelay = orphanGrace
	p := &testProcess{deliver: deliver}
	out, err := cmd.StdoutPipe()
	if err != nil {
		deliver(failed(err), false)
		return
	}
	lifeline, err := cmd.StdinPipe()
	if err != nil {
		deliver(failed(err), false)
		return
	}
	cmd.Stderr = partOutput{p, partStderr}
	if err := cmd.Start(); err != nil {
		deliver(failed(err), false)
		return
	}
	w.tests.add(number, testFileProcess{cmd.Process, lifeline})
	go func() {
		readParts(out, p.part)
		err := cmd.Wait()
		w.tests.remove(number)
		if !cmd.ProcessState.Success() {
			w.opts.TestFailed(path)
		}
		deliver(p.end(cmd.ProcessState, err), false)
	}()
}

// emitTest takes what a test file says beside its output. Its report is for
// replays. An event that cannot be sent is lost with the process that wanted it.
func (w *World) emitTest(e loop.Effect) {
	if e.FD == loop.StreamEvents && w.opts.Events != nil {
		_, _ = w.opts.Events.Write(e.Data)
	}
}

// testProcess is a test file's process as this side sees it.
type testProcess struct {
	deliver func(loop.Reply, bool)

	// recording is where a recording is being made, kept the name of the one
	// that is left.
	recording, kept string
	settled         bool // the process said what is left
}

// part takes a part.
func (p *testProcess) part(part byte, data []byte) {
	switch part {
	case partRecording:
		p.recording = string(data)
	case partKept:
		p.kept, p.settled = string(data), true
	default:
		p.deliver(testFilePart(part, data), true)
	}
}

// end says how the process ended: its exit code (-1: by a signal), the signal's
// number, and the name of its recording.
func (p *testProcess) end(state *os.ProcessState, err error) loop.Reply {
	if state == nil {
		return failed(err)
	}
	if !p.settled {
		p.kept = p.recording // it was killed
	}
	signal := 0
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		signal = int(status.Signal())
	}
	var e loop.Encoder
	e.Int(int64(state.ExitCode()))
	e.Int(int64(signal))
	e.String(p.kept)
	return testFilePart(partEnd, e.Bytes())
}

// partOutput delivers what is written to it.
type partOutput struct {
	process *testProcess
	part    byte
}

// Write implements io.Writer.
func (o partOutput) Write(b []byte) (int, error) {
	o.process.deliver(testFilePart(o.part, b), true)
	return len(b), nil
}

func (t *testFiles) add(number uint64, p testFileProcess) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.running == nil {
		t.running = map[uint64]testFileProcess{}
	}
	t.running[number] = p
}

func (t *testFiles) remove(number uint64) {
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.running, number)
}

// killTestFile sends a signal to a test file's process, if it runs.
func killTestFile(w *World, args *loop.Decoder) loop.Reply {
	number, signal := args.Uint(), syscall.Signal(args.Int())
	w.tests.mu.Lock()
	defer w.tests.mu.Unlock()
	p, ok := w.tests.running[number]
	if !ok {
		return failed(syscall.ESRCH)
	}
	if err := p.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
		return failed(err)
	}
	return loop.Reply{}
}

// closeAll ends the processes that still run.
func (t *testFiles) closeAll() {
	t.mu.Lock()
	defer t.mu.Unlock()
	for _, p := range t.running {
		_ = p.lifeline.Close()
	}
}
