package engine

import (
	"crypto/sha256"
	"encoding/binary"
	"hash"
	"unsafe"
)

// Images keeps images (see image.go) from one run to the next. Whether it has one
// can be seen in nothing but the time that a compilation takes. Its methods may be
// called from any goroutine.
type Images interface {
	// Image returns what was kept under key; nil for nothing. The caller owns it.
	Image(key ImageKey) []byte
	// Keep offers the image of a text of so many bytes. encode makes it, or
	// returns nil when that cannot be; it may be called at any time, or never.
	Keep(key ImageKey, size int, encode func() []byte)
}

// ImageKey is a hash of all that the program of a unit depends on.
type ImageKey = [sha256.Size]byte

// imageTextMin is how long a text must be for its image to be worth the keeping.
const imageTextMin = 256

// compile compiles u between head and tail, unless its image is there.
func (u *Unit) compile(head, tail string) (*Module, error) {
	if u.Images == nil || u.Coverage != nil || u.Limit != nil || len(u.Text) < imageTextMin {
		return u.compileIn(globalScope, head, tail)
	}
	key := u.key(head, tail)
	if data := u.Images.Image(key); data != nil {
		if m, err := LoadUnit(*u, data); err == nil {
			return m, nil
		}
	}
	m, err := u.compileIn(globalScope, head, tail)
	if err == nil {
		u.Images.Keep(key, len(u.Text), func() []byte {
			data, _ := m.Image()
			return data
		})
	}
	return m, err
}

// key returns the key of u's image. Check is no part of it: it says whether there
// is a program, and where there is an image there was one.
func (u *Unit) key(head, tail string) ImageKey {
	h := hashed{to: sha256.New()}
	h.strings(head, tail, u.Name, u.Text, u.Default, u.AsyncGenerators.Helper, u.AsyncGenerators.Helpers, u.AsyncGenerators.Delegate)
	h.ints(len(u.Edits))
	for _, e := range u.Edits {
		h.ints(e.At, e.Len)
		h.strings(e.Text)
	}
	h.ints(len(u.Foreign))
	h.strings(u.Foreign...)
	if u.Origin != nil {
		h.strings(u.Origin.Text)
		h.ints(len(u.Origin.Marks))
		for _, m := range u.Origin.Marks {
			h.ints(m.Made, m.Source)
		}
	}
	h.to.Write(h.b)
	return ImageKey(h.to.Sum(nil))
}

// hashed hashes what it is given, so that no two lists are the same bytes.
type hashed struct {
	to hash.Hash
	b  []byte // to be hashed next
}

func (h *hashed) ints(list ...int) {
	for _, n := range list {
		h.b = binary.AppendVarint(h.b, int64(n))
	}
}

func (h *hashed) strings(list ...string) {
	const copied = 512
	for _, s := range list {
		h.ints(len(s))
		if len(s) < copied {
			h.b = append(h.b, s...)
			continue
		}
		h.to.Write(h.b)
		h.to.Write(unsafe.Slice(unsafe.StringData(s), len(s)))
		h.b = h.b[:0]
	}
}
