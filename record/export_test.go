package record

import (
	"os"
	"path/filepath"

	"github.com/cespare/xxhash/v2"
)

// WithSizes sets the capacities of segments.
func (o Options) WithSizes(first, last int) Options {
	o.sizes = [2]sizes{{first, last}, {first, last}}
	return o
}

// WithAllocator replaces what makes the files of segments.
func (o Options) WithAllocator(a func(path string, length int) ([]byte, error)) Options {
	o.allocate = a
	return o
}

// Allocate is what makes the files of segments.
var Allocate = allocate

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
		l.seal(word, flagSealed)
		if err := os.WriteFile(filepath.Join(dir, fileName(MainLoop, streamKind(kind), 1)), b, 0o600); err != nil {
			return err
		}
	}
	return nil
}
