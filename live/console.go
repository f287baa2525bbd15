package live

import (
	"errors"
	"io"
	"os"
	"sync"
	"syscall"

	"github.com/jsrr/jsrr/loop"
)

// console is what the world knows about the standard streams.
type console struct {
	mu sync.Mutex
	// failed is how the last output on each descriptor went.
	failed [3]int32
	// cooked are terminals in raw mode, with what brings them back.
	cooked map[int64]func()
}

// ttyHandlers answers hostapi/tty.
var ttyHandlers = map[loop.Kind]handler{
	loop.KindOutputState: outputState,
	loop.KindHandleType:  handleType,
	loop.KindInput:       input,
	loop.KindTTYSize:     ttySize,
	loop.KindTTYRaw:      ttyRaw,
}

// Emit writes console output. What cannot be written is lost; a program that
// wants to know asks for the state of its output.
func (w *World) Emit(e loop.Effect) {
	out := w.opts.Stdout
	switch e.FD {
	case 2:
		out = w.opts.Stderr
	case loop.StreamEvents, loop.StreamReport:
		w.emitTest(e)
		return
	}
	_, err := out.Write(e.Data)
	if errors.Is(err, syscall.EBADF) {
		err = nil // a stream that was closed before the process began
	}
	w.console.mu.Lock()
	defer w.console.mu.Unlock()
	w.console.failed[e.FD] = errnoOf(err)
}

func outputState(w *World, args *loop.Decoder) loop.Reply {
	fd := args.Int()
	w.console.mu.Lock()
	defer w.console.mu.Unlock()
	if fd < 0 || fd >= int64(len(w.console.failed)) {
		return loop.Reply{Errno: errnoBadFile}
	}
	return loop.Reply{Errno: w.console.failed[fd]}
}

// handleType says what a descriptor leads to, in libuv's words. A stream that
// is no file counts as a pipe.
func handleType(w *World, args *loop.Decoder) loop.Reply {
	f, err := w.fds.get(args.Int())
	switch {
	case err != nil:
		return failed(err)
	case f.file == nil:
		return loop.Reply{Data: []byte("PIPE")}
	case isTerminal(f.file):
		return loop.Reply{Data: []byte("TTY")}
	}
	info, err := f.file.Stat()
	if err != nil {
		return failed(err)
	}
	return loop.Reply{Data: []byte(modeType(info.Mode()))}
}

func modeType(mode os.FileMode) string {
	switch {
	case mode.IsRegular(), mode&os.ModeCharDevice != 0:
		return "FILE"
	case mode&(os.ModeNamedPipe|os.ModeSocket) != 0:
		return "PIPE"
	}
	return "UNKNOWN"
}

// inputMax is how many bytes a program gets at a time.
const inputMax = 64 << 10

// input waits for bytes; none are the end.
func input(w *World, args *loop.Decoder) loop.Reply {
	f, err := w.fds.get(args.Int())
	if err != nil {
		return failed(err)
	}
	b := make([]byte, min(args.Uint(), inputMax))
	n, err := f.read(b, -1)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return loop.Reply{Errno: errnoOf(err), Data: b[:n:n]}
}

// terminal returns the file of a descriptor that is a terminal.
func (w *World) terminal(fd int64) (*os.File, error) {
	file, err := w.fds.getFile(fd)
	if err == nil && !isTerminal(file) {
		err = syscall.ENOTTY
	}
	return file, err
}

func ttySize(w *World, args *loop.Decoder) loop.Reply {
	file, err := w.terminal(args.Int())
	if err != nil {
		return failed(err)
	}
	columns, rows, err := terminalSize(file)
	if err != nil {
		return failed(err)
	}
	var e loop.Encoder
	e.Uint(uint64(columns))
	e.Uint(uint64(rows))
	return loop.Reply{Data: e.Bytes()}
}

func ttyRaw(w *World, args *loop.Decoder) loop.Reply {
	fd, raw := args.Int(), args.Bool()
	file, err := w.terminal(fd)
	if err != nil {
		return failed(err)
	}
	c := &w.console
	c.mu.Lock()
	defer c.mu.Unlock()
	restore := c.cooked[fd]
	switch {
	case raw && restore == nil:
		restore, err = makeRaw(file)
		if err != nil {
			return failed(err)
		}
		if c.cooked == nil {
			c.cooked = map[int64]func(){}
		}
		c.cooked[fd] = restore
	case !raw && restore != nil:
		restore()
		delete(c.cooked, fd)
	}
	return loop.Reply{}
}

// restore leaves terminals as they were found.
func (c *console) restore() {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, restore := range c.cooked {
		restore()
	}
	c.cooked = nil
}
