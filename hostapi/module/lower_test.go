package module

import (
	"encoding/binary"
	"testing"
)

// FuzzMarks decodes arbitrary answers: every mark lies in both texts.
func FuzzMarks(f *testing.F) {
	f.Add([]byte{0, 0, 2, 4, 10, 3}, 20, 10)
	f.Add(binary.AppendVarint(binary.AppendUvarint(nil, 1<<63), -1<<62), 5, 5)
	f.Add(append([]byte{10, 0}, append(binary.AppendUvarint(nil, 1<<64-5), 0)...), 20, 10)
	f.Fuzz(func(t *testing.T, b []byte, codeLength, sourceLength int) {
		if codeLength < 0 || sourceLength < 0 {
			return
		}
		at := 0
		for _, m := range decodeMarks(b, codeLength, sourceLength) {
			if m.Made < at || m.Made > codeLength || m.Source < 0 || m.Source > sourceLength {
				t.Errorf("mark %v behind %d", m, at)
			}
			at = m.Made
		}
	})
}
