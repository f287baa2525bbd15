package record

import (
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
