package record

import (
	"errors"
	"testing"
)

// FuzzHeader decodes arbitrary bytes as a header, and what decodes once more
// from its own encoding.
func FuzzHeader(f *testing.F) {
	h := Header{Script: "/a/b.js", Args: []string{"x"}, Extra: map[string]string{"source": "1"}, TimeZone: "Europe/Berlin"}
	h.fill()
	b, err := encodeCBOR.Marshal(h)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Add([]byte{0xbf, 0x66, 'f', 'o', 'r', 'm', 'a', 't', 0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Add([]byte{0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, b []byte) {
		h, err := decodeHeader(b)
		if err != nil {
			if !errors.Is(err, ErrNotRecording) && !errors.Is(err, ErrNewerFormat) {
				t.Fatal(err)
			}
			return
		}
		again, err := encodeCBOR.Marshal(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decodeHeader(again); err != nil {
			t.Fatal(err)
		}
	})
}
