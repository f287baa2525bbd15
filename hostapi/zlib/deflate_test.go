package zlib

import (
	buffers "bytes"
	"math/rand"
	"testing"

	"github.com/klauspost/compress/flate"
)

// A writer that was used before writes what a new one writes: snapshots have no
// writers, and a compression goes on with a new one.
func TestUsedWriters(t *testing.T) {
	random := rand.New(rand.NewSource(1))
	texts := make([][]byte, 40)
	for i := range texts {
		texts[i] = make([]byte, random.Intn(100_000))
		alphabet := 1 + random.Intn(255)
		for j := range texts[i] {
			texts[i][j] = byte(random.Intn(alphabet))
			if j > 100 && random.Intn(3) > 0 {
				texts[i][j] = texts[i][j-1-random.Intn(100)]
			}
		}
	}
	for level := flate.HuffmanOnly; level <= flate.BestCompression; level++ {
		used := &compressors{}
		for i, text := range texts {
			window := texts[random.Intn(len(texts))]
			window = window[:min(len(window), windowMax)]
			compress := func(s *compressors) []byte {
				w, err := s.writer(level, window, windowBitsMax)
				if err == nil {
					_, err = w.Write(text)
				}
				if i%3 == 0 && err == nil {
					err = w.Close()
				} else if err == nil {
					err = w.Flush()
				}
				if err != nil {
					t.Fatal(err)
				}
				return buffers.Clone(s.out.Bytes())
			}
			if a, b := compress(used), compress(&compressors{}); !buffers.Equal(a, b) {
				t.Fatalf("level %d, text %d: a used writer made %d bytes, a new one %d", level, i, len(a), len(b))
			}
		}
	}
}
