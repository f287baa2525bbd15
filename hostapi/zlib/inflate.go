package zlib

import (
	"encoding/binary"
	"errors"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// position is where a decompression stands between two pieces of its input.
// Behind it lie the input that waits for more, and the last output.
type position struct {
	Block      blockKind
	Last       bool // the block is the last one
	Done       bool
	BitsUsed   uint8 // of the first byte that waits
	StoredLeft uint32
	// Lengths are those of the codes of a dynamic block.
	LiteralCount, DistanceCount uint16
	Lengths                     [320]uint8
	Waiting                     uint16
	// A match that did not fit into the output.
	MatchLength, MatchDistance uint16
}

// blockKind says what kind of block the decompression is in.
type blockKind uint8

const (
	blockNone blockKind = iota
	blockStored
	blockFixed
	blockDynamic
)

// windowMax is how far back a match can reach.
const windowMax = 32 * 1024

// errWaiting is that the input ended; it is no failure.
var errWaiting = errors.New("more input")

var (
	errBlockType      = errors.New("invalid block type")
	errStoredLength   = errors.New("invalid stored block lengths")
	errTooManySymbols = errors.New("too many length or distance symbols")
	errCodeLengths    = errors.New("invalid code lengths set")
	errRepeat         = errors.New("invalid bit length repeat")
	errEndOfBlock     = errors.New("invalid code -- missing end-of-block")
	errLiteralSet     = errors.New("invalid literal/lengths set")
	errDistanceSet    = errors.New("invalid distances set")
	errLiteral        = errors.New("invalid literal/length code")
	errDistance       = errors.New("invalid distance code")
	errTooFar         = errors.New("invalid distance too far back")
)

// inflater decompresses a piece of input.
type inflater struct {
	position
	in                  bitReader
	out                 []byte // the window, then what is new
	windowLength, limit int    // limit is of out, window included
	literals, distances huffman
	tables              blockKind // the block whose codes the tables have
}

// inflateStart(window) returns the state before any input.
func inflateStart(e *host.Env, c goja.FunctionCall) goja.Value {
	d := inflater{out: bytes(e, c.Argument(0))}
	return e.ArrayBuffer(d.save())
}

// inflate(state, input, outputMax) returns [output, state, bytes of input used,
// done, message of an error]. Not all input is used when the output is full, or
// the stream has ended.
func inflate(e *host.Env, c goja.FunctionCall) goja.Value {
	input := bytes(e, c.Argument(1))
	var d inflater
	if !d.load(bytes(e, c.Argument(0))) {
		panic(e.Error("ERR_INTERNAL_ASSERTION", "not the state of a decompression"))
	}
	waiting := len(d.in.data)
	d.in.data = append(d.in.data, input...)
	d.limit = d.windowLength + int(c.Argument(2).ToInteger())
	err := d.run()
	output := append([]byte(nil), d.out[d.windowLength:]...)
	used := len(input)
	if d.Done || len(d.out) == d.limit {
		used = max(0, (d.in.at+7)/8-waiting)
		d.in.data = d.in.data[:waiting+used]
	}
	message := goja.Undefined()
	if err != nil && err != errWaiting {
		message = e.RT.ToValue(err.Error())
	}
	return e.RT.NewArray(e.ArrayBuffer(output), e.ArrayBuffer(d.save()), used, d.Done, message)
}

// load reads a state, and keeps room for input and output.
func (d *inflater) load(b []byte) bool {
	n, err := binary.Decode(b, binary.LittleEndian, &d.position)
	if err != nil || len(b)-n < int(d.Waiting) || d.LiteralCount > 288 || d.DistanceCount > 32 {
		return false
	}
	waiting, window := b[n:n+int(d.Waiting)], b[n+int(d.Waiting):]
	d.in = bitReader{data: append([]byte(nil), waiting...), at: int(d.BitsUsed)}
	d.out, d.windowLength = append([]byte(nil), window...), len(window)
	return true
}

// save returns the state: the position, the input that waits, the window.
func (d *inflater) save() []byte {
	rest := d.in.data[min(d.in.at/8, len(d.in.data)):]
	d.Waiting, d.BitsUsed = uint16(len(rest)), uint8(d.in.at%8)
	b, err := binary.Append(nil, binary.LittleEndian, &d.position)
	if err != nil {
		panic(err) // the type has a fixed size
	}
	return append(append(b, rest...), d.out[max(0, len(d.out)-windowMax):]...)
}

func (d *inflater) run() error {
	for !d.Done {
		var err error
		switch d.Block {
		case blockNone:
			err = d.atomic(d.header)
		case blockStored:
			err = d.stored()
		default:
			err = d.compressed()
		}
		if err != nil || len(d.out) == d.limit {
			return err
		}
	}
	return nil
}

// atomic takes a step that reads nothing when the input ends in its middle.
func (d *inflater) atomic(step func() error) error {
	before := d.position
	at := d.in.at
	err := step()
	if err == errWaiting {
		d.position, d.in.at = before, at
	}
	return err
}

// header reads what stands before a block.
func (d *inflater) header() error {
	if d.Last {
		d.Done = true
		return nil
	}
	v, ok := d.in.bits(3)
	if !ok {
		return errWaiting
	}
	d.Last = v&1 == 1
	d.tables = blockNone
	switch v >> 1 {
	case 0:
		return d.storedHeader()
	case 1:
		d.Block = blockFixed
		return nil
	case 2:
		return d.dynamicHeader()
	}
	return errBlockType
}

func (d *inflater) storedHeader() error {
	d.in.at = (d.in.at + 7) &^ 7
	length, ok := d.in.bits(16)
	inverse, ok2 := d.in.bits(16)
	switch {
	case !ok || !ok2:
		return errWaiting
	case length != ^inverse&0xffff:
		return errStoredLength
	}
	d.Block, d.StoredLeft = blockStored, uint32(length)
	return nil
}

func (d *inflater) stored() error {
	at := d.in.at / 8
	n := min(int(d.StoredLeft), len(d.in.data)-at, d.limit-len(d.out))
	d.out = append(d.out, d.in.data[at:at+n]...)
	d.in.at += n * 8
	d.StoredLeft -= uint32(n)
	switch {
	case d.StoredLeft == 0:
		d.Block = blockNone
	case len(d.out) < d.limit:
		return errWaiting
	}
	return nil
}
