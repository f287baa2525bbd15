package record

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"github.com/klauspost/compress/zstd"
)

// blockReader reads a file of blocks from its beginning on. It never holds
// more than one block.
type blockReader struct {
	in      *bufio.Reader
	decoder *zstd.Decoder
	damage  func(offset int64, cause string) error
	sum     uint64 // of the file's head
	number  uint32
	parts   int
	total   uint64
	offset  int64 // of the next block
	block   []byte
	raw     []byte
}

// blockOfFile is a block; its raw bytes are valid until the next one is read.
type blockOfFile struct {
	kind byte
	part int
	raw  []byte
}

// newBlockReader reads the head of a file. damage makes the errors of what is
// wrong with it.
func newBlockReader(in io.Reader, magic string, damage func(int64, string) error) (r *blockReader, description []byte, err error) {
	r = &blockReader{in: bufio.NewReaderSize(in, 64<<10), damage: damage}
	head := make([]byte, fileHead)
	if err := r.read(head, "the file is cut short in its head"); err != nil {
		return nil, nil, err
	}
	length := binary.LittleEndian.Uint32(head[fileLength:])
	switch {
	case string(head[:fileLength]) != magic:
		return nil, nil, damage(fileMagic, "this is no such file")
	case length > descriptionMax:
		return nil, nil, damage(fileLength, "impossible length of the description")
	}
	head = append(head, make([]byte, length)...)
	if err := r.read(head[fileHead:], "the file is cut short in its description"); err != nil {
		return nil, nil, err
	}
	r.sum = binary.LittleEndian.Uint64(head[fileSum:])
	if r.sum != fileChecksum(head) {
		return nil, nil, damage(fileSum, "the head does not match its checksum")
	}
	return r, head[fileHead:], nil
}

// read fills b with the next bytes of the file.
func (r *blockReader) read(b []byte, short string) error {
	n, err := io.ReadFull(r.in, b)
	r.offset += int64(n)
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return r.damage(r.offset, short)
	case err != nil:
		return r.damage(r.offset, err.Error())
	}
	return nil
}

// next reads the next block and verifies it; want says of which parts the raw
// bytes are needed. At the end of a whole file the error is io.EOF.
func (r *blockReader) next(want func(part int) bool) (blockOfFile, error) {
	at := r.offset
	r.block = append(r.block[:0], make([]byte, blockHead)...)
	if err := r.read(r.block, "the file is cut short"); err != nil {
		return blockOfFile{}, err
	}
	b := blockOfFile{kind: r.block[blockKind], part: int(binary.LittleEndian.Uint16(r.block[blockOf:]))}
	raw, stored := binary.LittleEndian.Uint32(r.block[blockRaw:]), binary.LittleEndian.Uint32(r.block[blockStored:])
	if raw > rawMax || stored > storedMax || uint64(raw) > uint64(stored)*ratioMax {
		return b, r.damage(at, "impossible length of a block")
	}
	r.block = append(r.block, make([]byte, stored)...)
	if err := r.read(r.block[blockHead:], "the file is cut short in a block"); err != nil {
		return b, err
	}
	if binary.LittleEndian.Uint64(r.block[blockSum:]) != blockChecksum(r.sum, r.block) {
		return b, r.damage(at, "the block does not match its checksum")
	}
	if cause := r.check(b, raw); cause != "" {
		return b, r.damage(at, cause)
	}
	r.number++
	if b.kind == blockEnd {
		return b, r.ending(at)
	}
	if b.kind == blockPart || want(b.part) {
		var cause string
		if b.raw, cause = r.decode(int(raw)); cause != "" {
			return b, r.damage(at, cause)
		}
	}
	return b, nil
}

// check says what is wrong with a block whose checksum is right.
func (r *blockReader) check(b blockOfFile, raw uint32) string {
	if binary.LittleEndian.Uint32(r.block[blockNumber:]) != r.number {
		return "a block is missing, or there twice"
	}
	switch b.kind {
	case blockPart:
		if b.part != r.parts || raw > partNameMax {
			return "a part in the wrong place"
		}
		r.parts++
	case blockData:
		if b.part >= r.parts {
			return "bytes of a part that did not begin"
		}
		r.total += uint64(raw)
	case blockEnd:
	default:
		return fmt.Sprintf("unknown kind of block %d", b.kind)
	}
	return ""
}

// decode returns the raw bytes of the block.
func (r *blockReader) decode(length int) (raw []byte, cause string) {
	stored := r.block[blockHead:]
	switch r.block[blockMethod] {
	case methodStored:
		raw = stored
	case methodZstd:
		if r.decoder == nil {
			decoder, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderLowmem(true), zstd.WithDecoderMaxMemory(rawMax))
			if err != nil {
				return nil, err.Error()
			}
			r.decoder = decoder
		}
		var err error
		if r.raw, err = r.decoder.DecodeAll(stored, r.raw[:0]); err != nil {
			return nil, "a block does not decompress: " + err.Error()
		}
		raw = r.raw
	default:
		return nil, fmt.Sprintf("unknown compression %d", r.block[blockMethod])
	}
	if len(raw) != length {
		return nil, "a block has another length than it says"
	}
	return raw, ""
}

// ending checks the last block; io.EOF when all is well.
func (r *blockReader) ending(at int64) error {
	d := decoder{buf: r.block[blockHead:]}
	parts, total := d.uint(), d.uint()
	if d.bad || len(d.buf) > 0 || parts != uint64(r.parts) || total != r.total {
		return r.damage(at, "parts are missing")
	}
	if _, err := r.in.ReadByte(); err != io.EOF {
		return r.damage(r.offset, "there are bytes behind the end")
	}
	return io.EOF
}

func (r *blockReader) close() {
	if r.decoder != nil {
		r.decoder.Close()
	}
}

// nothingOf is a choice of parts: none.
func nothingOf(int) bool { return false }

// partReader reads the bytes of one part. At their end it has verified the
// whole file.
type partReader struct {
	blocks *blockReader
	file   io.Closer
	name   string
	part   int // -1: not begun
	rest   []byte
	err    error
}

// Read implements io.Reader.
func (p *partReader) Read(b []byte) (int, error) {
	for len(p.rest) == 0 {
		if p.err != nil {
			return 0, p.err
		}
		p.fill()
	}
	n := copy(b, p.rest)
	p.rest = p.rest[n:]
	return n, nil
}

// fill reads the next block.
func (p *partReader) fill() {
	b, err := p.blocks.next(func(part int) bool { return part == p.part })
	switch {
	case err == io.EOF && p.part < 0:
		p.err = p.blocks.damage(p.blocks.offset, fmt.Sprintf("it has no part %q", p.name))
	case err != nil:
		p.err = err
	case b.kind == blockPart && string(b.raw) == p.name:
		p.part = b.part
	case b.kind == blockData && b.part == p.part:
		p.rest = b.raw
	}
}

// Close implements io.Closer.
func (p *partReader) Close() error {
	p.blocks.close()
	return p.file.Close()
}
