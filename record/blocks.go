package record

import (
	"encoding/binary"
	"fmt"
	"os"

	"github.com/cespare/xxhash/v2"
	"github.com/klauspost/compress/zstd"
)

// Files of snapshots and sources have named parts, cut into blocks. Each block
// is compressed by itself and has a checksum. (FORMAT.md has the same tables.)
//
// A file begins so:
const (
	fileMagic  = 0  // 8 bytes, see heapMagics
	fileLength = 8  // 4: length of the description
	fileSum    = 16 // 8: checksum of bytes 0–15 and of the description
	fileHead   = 24 // the description, CBOR
)

// And a block:
const (
	blockKind   = 0  // 1: blockPart, blockData or blockEnd
	blockMethod = 1  // 1: methodStored or methodZstd
	blockOf     = 2  // 2: number of the part, from 0
	blockRaw    = 4  // 4: length of its bytes
	blockStored = 8  // 4: length as they are stored
	blockNumber = 12 // 4: number of the block, from 0
	blockSum    = 16 // 8: checksum of fileSum, of bytes 0–15 and of the stored bytes
	blockHead   = 24 // the stored bytes
)

const (
	blockPart = 1 // begins a part: its name
	blockData = 2 // bytes of a part
	blockEnd  = 3 // ends the file: the number of parts, and of bytes in them

	methodStored = 0 // as they are
	methodZstd   = 1 // one or more frames of zstd
)

// Limits that a reader relies on.
const (
	descriptionMax = 64 << 10
	// rawMax bounds the bytes of a block, storedMax how they are stored.
	rawMax    = 256 << 10
	storedMax = rawMax + 4096
	// ratioMax is how much longer a block may become than it is stored. What
	// compresses better is filled up.
	ratioMax    = 256
	partsMax    = 1 << 16
	partNameMax = 8 << 10
)

// heapSuffix ends the names of files of blocks.
const heapSuffix = ".heap"

// blockWriter writes a file of blocks. The file has another name until it is
// finished.
type blockWriter struct {
	file    *os.File
	path    string
	encoder *zstd.Encoder
	sum     uint64         // of the file's head
	number  uint32         // of the next block
	pending [][]byte       // of each part, less than a block
	index   map[string]int // of parts by name
	total   uint64         // bytes in parts
	buffer  []byte         // of a block
	written int64
}

// unfinishedSuffix ends the names of files that are not finished.
const unfinishedSuffix = ".new"

// newBlockWriter begins a file that describes itself with description.
func newBlockWriter(path, magic string, description []byte, encoder *zstd.Encoder) (*blockWriter, error) {
	f, err := os.OpenFile(path+unfinishedSuffix, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, err
	}
	w := &blockWriter{file: f, path: path, encoder: encoder, index: map[string]int{}}
	head := append(make([]byte, fileHead, fileHead+len(description)), description...)
	copy(head, magic)
	binary.LittleEndian.PutUint32(head[fileLength:], uint32(len(description)))
	w.sum = fileChecksum(head)
	binary.LittleEndian.PutUint64(head[fileSum:], w.sum)
	if err := w.write(head); err != nil {
		w.abandon()
		return nil, err
	}
	return w, nil
}

// fileChecksum is what stands in fileSum.
func fileChecksum(head []byte) uint64 {
	var d xxhash.Digest
	d.Reset()
	d.Write(head[:fileSum])
	d.Write(head[fileHead:])
	return d.Sum64()
}

// blockChecksum is what stands in blockSum of a block in a file whose head has
// the checksum file.
func blockChecksum(file uint64, block []byte) uint64 {
	var d xxhash.Digest
	d.ResetWithSeed(file)
	d.Write(block[:blockSum])
	d.Write(block[blockHead:])
	return d.Sum64()
}

func (w *blockWriter) write(b []byte) error {
	n, err := w.file.Write(b)
	w.written += int64(n)
	return err
}

// part returns the number of a part, which begins when it is asked for first.
func (w *blockWriter) part(name string) (int, error) {
	if n, ok := w.index[name]; ok {
		return n, nil
	}
	n := len(w.pending)
	if n == partsMax || len(name) > partNameMax {
		return 0, fmt.Errorf("part %d, with a name of %d bytes: too many parts, or too long a name", n, len(name))
	}
	w.pending, w.index[name] = append(w.pending, nil), n
	return n, w.block(blockPart, n, []byte(name))
}

// add appends b to a part.
func (w *blockWriter) add(part int, b []byte) error {
	w.total += uint64(len(b))
	if pending := w.pending[part]; len(pending) > 0 {
		n := min(len(b), rawMax-len(pending))
		w.pending[part] = append(pending, b[:n]...)
		if b = b[n:]; len(pending)+n < rawMax {
			return nil
		}
		if err := w.flush(part); err != nil {
			return err
		}
	}
	for ; len(b) >= rawMax; b = b[rawMax:] {
		if err := w.block(blockData, part, b[:rawMax]); err != nil {
			return err
		}
	}
	w.pending[part] = append(w.pending[part], b...)
	return nil
}

// flush writes what is pending of a part.
func (w *blockWriter) flush(part int) error {
	pending := w.pending[part]
	w.pending[part] = pending[:0]
	if len(pending) == 0 {
		return nil
	}
	return w.block(blockData, part, pending)
}

// block writes a block.
func (w *blockWriter) block(kind byte, part int, raw []byte) error {
	b := append(w.buffer[:0], make([]byte, blockHead)...)
	method := byte(methodStored)
	if kind == blockData {
		method = methodZstd
		b = pad(w.encoder.EncodeAll(raw, b), blockHead+(len(raw)+ratioMax-1)/ratioMax)
	}
	if kind != blockData || len(b)-blockHead >= len(raw) {
		method, b = methodStored, append(b[:blockHead], raw...)
	}
	b[blockKind], b[blockMethod] = kind, method
	binary.LittleEndian.PutUint16(b[blockOf:], uint16(part))
	binary.LittleEndian.PutUint32(b[blockRaw:], uint32(len(raw)))
	binary.LittleEndian.PutUint32(b[blockStored:], uint32(len(b)-blockHead))
	binary.LittleEndian.PutUint32(b[blockNumber:], w.number)
	binary.LittleEndian.PutUint64(b[blockSum:], blockChecksum(w.sum, b))
	w.number++
	w.buffer = b
	return w.write(b)
}

// pad brings compressed bytes to a length, by a frame that decoders skip.
func pad(b []byte, length int) []byte {
	const skippable, head = 0x184D2A50, 8
	if len(b) >= length {
		return b
	}
	n := max(length-len(b)-head, 0)
	b = binary.LittleEndian.AppendUint32(b, skippable)
	b = binary.LittleEndian.AppendUint32(b, uint32(n))
	return append(b, make([]byte, n)...)
}

// finish completes the file: it has its name when all is on disk.
func (w *blockWriter) finish() error {
	err := w.end()
	if err == nil {
		err = w.file.Sync()
	}
	if closeErr := w.file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(w.path+unfinishedSuffix, w.path)
	}
	if err != nil {
		_ = os.Remove(w.path + unfinishedSuffix)
	}
	return err
}

func (w *blockWriter) end() error {
	for part := range w.pending {
		if err := w.flush(part); err != nil {
			return err
		}
	}
	return w.block(blockEnd, 0, binary.AppendUvarint(binary.AppendUvarint(nil, uint64(len(w.pending))), w.total))
}

// abandon removes the file.
func (w *blockWriter) abandon() {
	_ = w.file.Close()
	_ = os.Remove(w.path + unfinishedSuffix)
}

// append appends b to the part of that name.
func (w *blockWriter) append(name string, b []byte) error {
	part, err := w.part(name)
	if err != nil {
		return err
	}
	return w.add(part, b)
}

// whole writes a part of which b is all.
func (w *blockWriter) whole(name string, b []byte) error {
	if err := w.append(name, b); err != nil {
		return err
	}
	return w.flush(w.index[name])
}
