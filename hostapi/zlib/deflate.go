package zlib

import (
	buffers "bytes"

	"github.com/dop251/goja"
	"github.com/klauspost/compress/flate"

	"github.com/jsrr/jsrr/hostapi/host"
)

// compressors keeps one compressor for each level: each is a megabyte to make.
// Nothing of what one has compressed is left in it.
type compressors struct {
	byLevel [levelsMax]*flate.Writer
	out     buffers.Buffer
}

// levelsMax is the number of levels: flate.HuffmanOnly (-2) to 9.
const levelsMax = flate.BestCompression - flate.HuffmanOnly + 1

// deflate(level, window, data, last, windowBits) compresses a piece of a stream
// behind window, and ends it at a byte. last ends the stream.
func deflate(e *host.Env, c goja.FunctionCall) goja.Value {
	s := e.State.(*compressors)
	level, bits := int(c.Argument(0).ToInteger()), int(c.Argument(4).ToInteger())
	w, err := s.writer(level, bytes(e, c.Argument(1)), bits)
	if err == nil {
		_, err = w.Write(bytes(e, c.Argument(2)))
	}
	if err == nil && c.Argument(3).ToBoolean() {
		err = w.Close()
	} else if err == nil {
		err = w.Flush()
	}
	if err != nil {
		panic(e.Error("ERR_INTERNAL_ASSERTION", err.Error()))
	}
	return e.ArrayBuffer(buffers.Clone(s.out.Bytes()))
}

// windowBitsMax is the usual size of the window. A smaller one is rare, and its
// compressor is not kept; it does not look into the window behind the piece.
const windowBitsMax = 15

func (s *compressors) writer(level int, window []byte, bits int) (*flate.Writer, error) {
	s.out.Reset()
	if bits < windowBitsMax {
		return flate.NewWriterWindow(&s.out, 1<<bits)
	}
	at := &s.byLevel[level-flate.HuffmanOnly]
	if *at != nil {
		(*at).ResetDict(&s.out, window)
		return *at, nil
	}
	w, err := flate.NewWriterDict(&s.out, level, window)
	*at = w
	return w, err
}
