package record

import (
	"bytes"
	"encoding/binary"
	"io"
	"os"
	"path/filepath"

	"github.com/cespare/xxhash/v2"
)

// StepShare is stepShare.
const StepShare = stepShare

// WithSizes sets the capacities of segments.
func (o Options) WithSizes(first, last int) Options {
	o.sizes = [2]sizes{{first, last}, {first, last}}
	return o
}

// WithFiles allows so many files of segments; then err.
func (o Options) WithFiles(files int, err error) Options {
	o.allocate = func(path string, length int) (storage, error) {
		if files--; files < 0 {
			return storage{}, &os.PathError{Op: "allocate", Path: path, Err: err}
		}
		return allocate(path, length)
	}
	return o
}

// WithRemoved calls f after the flight recorder has deleted a file.
func (o Options) WithRemoved(f func(name string)) Options {
	o.removed = f
	return o
}

// HostilePosition returns a position that may say anything, in the recording
// that WriteRecording makes.
func HostilePosition(segment, offset int, hits uint32, payloadEnd uint64) Position {
	o := Options{}
	o.setDefaults()
	header, err := encodeCBOR.Marshal(&o.Header)
	if err != nil {
		panic(err)
	}
	return Position{
		identity: xxhash.Sum64(header), segment: segment, offset: offset, hits: hits,
		payload: segment, earliest: segment, payloadEnd: payloadEnd,
	}
}

// WithoutMappings keeps segments in memory and writes them to their files.
func (o Options) WithoutMappings() Options {
	o.allocate = bufferFile
	return o
}

// WriteRecording makes a recording with the given entries and payload bytes,
// which may be anything; all checksums are right.
func WriteRecording(dir string, events, payload []byte, hits uint32) error {
	o := Options{Dir: dir}
	o.setDefaults()
	header, err := o.header()
	if err != nil {
		return err
	}
	for kind, data := range [][]byte{events, payload} {
		b := make([]byte, headLen(capacityMin)+capacityMin)
		l := split(b, capacityMin)
		word := uint64(copy(l.data, data)) << 32
		if streamKind(kind) == eventStream {
			word |= uint64(hits)
		}
		l.begin(origin{xxhash.Sum64(header), streamKind(kind), 1}, 0, &Predictor{}, 0)
		l.seal(word, flagSealed|flagClosed)
		if err := os.WriteFile(filepath.Join(dir, fileName(MainLoop, streamKind(kind), 1)), b, 0o600); err != nil {
			return err
		}
	}
	return nil
}

// BlockFile returns a file of blocks with right checksums. Blocks are pairs of
// the first bytes of the head (kind, method, part, length) and stored bytes.
func BlockFile(description []byte, blocks ...[]byte) []byte {
	file := append(make([]byte, fileHead), description...)
	copy(file, heapMagics[snapshotFile])
	binary.LittleEndian.PutUint32(file[fileLength:], uint32(len(description)))
	sum := fileChecksum(file)
	binary.LittleEndian.PutUint64(file[fileSum:], sum)
	for i := 0; i+1 < len(blocks); i += 2 {
		b := append(make([]byte, blockHead), blocks[i+1]...)
		binary.LittleEndian.PutUint32(b[blockRaw:], uint32(len(blocks[i+1])))
		copy(b[:blockStored], blocks[i])
		binary.LittleEndian.PutUint32(b[blockStored:], uint32(len(blocks[i+1])))
		binary.LittleEndian.PutUint32(b[blockNumber:], uint32(i/2))
		binary.LittleEndian.PutUint64(b[blockSum:], blockChecksum(sum, b))
		file = append(file, b...)
	}
	return file
}

// ReadBlocks reads a file of blocks.
func ReadBlocks(file []byte, visit func(raw []byte)) error {
	r, _, err := newBlockReader(bytes.NewReader(file), heapMagics[snapshotFile], func(at int64, cause string) error {
		return headDamage("snapshot", int(at), cause)
	})
	if err != nil {
		return err
	}
	defer r.close()
	for {
		b, err := r.next(anyOf)
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		visit(b.raw)
	}
}
