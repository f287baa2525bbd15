package live

import (
	"bufio"
	"encoding/binary"
	"io"
	"sync"

	"github.com/jsrr/jsrr/loop"
)

// The process of a test file tells the process that started it all it has to
// say over its standard output, in parts: one byte that tells what the part is,
// its length as four bytes, little-endian, and the bytes. So output and events
// keep their order, and no output of a test can be taken for an event.
const (
	partStdout    = 'o'
	partStderr    = 'x'
	partEvent     = 'e'
	partRecording = 'r' // where the recording is being made
	partKept      = 'k' // the name of the recording that was kept, or ""
	// partEnd is not sent: it is the last thing that a program hears of a test
	// file, when its process has ended.
	partEnd = 'q'

	partHeadLen = 5
	partLenMax  = 1 << 28
)

// TestChannel is the writing end, in the process of a test file.
type TestChannel struct {
	mu sync.Mutex
	w  io.Writer
}

// NewTestChannel returns a channel over w.
func NewTestChannel(w io.Writer) *TestChannel { return &TestChannel{w: w} }

// Stdout, Stderr and Events return writers for the streams of the program.
func (c *TestChannel) Stdout() io.Writer { return partWriter{c, partStdout} }

// Stderr is like Stdout.
func (c *TestChannel) Stderr() io.Writer { return partWriter{c, partStderr} }

// Events is like Stdout. Each write is one event.
func (c *TestChannel) Events() io.Writer { return partWriter{c, partEvent} }

// Recording says by which name the recording that begins will be found, should
// the process end before it can say more.
func (c *TestChannel) Recording(name string) error { return c.send(partRecording, []byte(name)) }

// Kept says by which name the recording is found; "" when there is none.
func (c *TestChannel) Kept(name string) error { return c.send(partKept, []byte(name)) }

func (c *TestChannel) send(part byte, data []byte) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	for len(data) > partLenMax {
		if err := c.sendPart(part, data[:partLenMax]); err != nil {
			return err
		}
		data = data[partLenMax:]
	}
	return c.sendPart(part, data)
}

func (c *TestChannel) sendPart(part byte, data []byte) error {
	message := make([]byte, partHeadLen, partHeadLen+len(data))
	message[0] = part
	binary.LittleEndian.PutUint32(message[1:], uint32(len(data)))
	_, err := c.w.Write(append(message, data...))
	return err
}

type partWriter struct {
	channel *TestChannel
	part    byte
}

// Write implements io.Writer.
func (w partWriter) Write(b []byte) (int, error) {
	if err := w.channel.send(w.part, b); err != nil {
		return 0, err
	}
	return len(b), nil
}

// readParts visits the parts that arrive on r. What is no part, because a
// process is not a test file's or was killed in the middle of one, counts as
// output.
func readParts(r io.Reader, visit func(part byte, data []byte)) {
	buffered := bufio.NewReader(r)
	for {
		head, err := buffered.Peek(partHeadLen)
		length := 0
		if len(head) == partHeadLen {
			length = int(binary.LittleEndian.Uint32(head[1:]))
		}
		if err != nil || !isPart(head[0]) || length > partLenMax {
			rest, _ := io.ReadAll(buffered)
			if len(rest) > 0 {
				visit(partStdout, rest)
			}
			return
		}
		part := head[0]
		_, _ = buffered.Discard(partHeadLen) // peeked
		data, err := io.ReadAll(io.LimitReader(buffered, int64(length)))
		if err == nil && len(data) == length {
			visit(part, data)
		}
	}
}

func isPart(b byte) bool {
	switch b {
	case partStdout, partStderr, partEvent, partRecording, partKept:
		return true
	}
	return false
}

// testFilePart encodes a part for the program.
func testFilePart(part byte, data []byte) loop.Reply {
	return loop.Reply{Data: append([]byte{part}, data...)}
}
