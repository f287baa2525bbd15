package startup

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"sync"

	"github.com/klauspost/compress/s2"
)

// key is that of an image.
type key = [sha256.Size]byte

// Images are the images of compiled code that a program made use of (see
// engine.Images, which it is). It collects them while the program runs, and has
// them when it goes on. The zero value is empty.
type Images struct {
	// From, when not nil, is asked first.
	From interface {
		Image(k key) []byte
		Keep(k key, size int, encode func() []byte)
	}

	mu     sync.Mutex
	images map[key][]byte // compressed, each by itself: most are never asked for
	encode map[key]func() []byte
}

// Image implements engine.Images.
func (i *Images) Image(k key) []byte {
	i.mu.Lock()
	defer i.mu.Unlock()
	if data, ok := i.images[k]; ok {
		image, err := s2.Decode(nil, data)
		if err != nil {
			return nil // which is compiled again
		}
		return image
	}
	if i.From == nil {
		return nil
	}
	data := i.From.Image(k)
	if data != nil {
		i.put(k, data)
	}
	return data
}

func (i *Images) put(k key, data []byte) {
	if i.images == nil {
		i.images = map[key][]byte{}
	}
	i.images[k] = s2.EncodeBetter(nil, data)
}

// Keep implements engine.Images.
func (i *Images) Keep(k key, size int, encode func() []byte) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.encode == nil {
		i.encode = map[key]func() []byte{}
	}
	i.encode[k] = encode
	if i.From != nil {
		i.From.Keep(k, size, encode)
	}
}

// entryLen is the length of what stands before the images for each: key, length.
const entryLen = sha256.Size + 4

// AppendBinary makes the images that were not made yet, and appends all.
func (i *Images) AppendBinary(b []byte) ([]byte, error) {
	i.mu.Lock()
	defer i.mu.Unlock()
	for k, encode := range i.encode {
		if data := encode(); data != nil {
			i.put(k, data)
		}
	}
	i.encode = nil
	keys := make([]key, 0, len(i.images))
	for k := range i.images {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b key) int { return slices.Compare(a[:], b[:]) })
	b = binary.LittleEndian.AppendUint32(b, uint32(len(keys)))
	for _, k := range keys {
		b = binary.LittleEndian.AppendUint32(append(b, k[:]...), uint32(len(i.images[k])))
	}
	for _, k := range keys {
		b = append(b, i.images[k]...)
	}
	return b, nil
}

// UnmarshalBinary reads what AppendBinary made, which it keeps.
func (i *Images) UnmarshalBinary(b []byte) error {
	if len(b) < 4 {
		return fmt.Errorf("%w: its images", ErrDamaged)
	}
	count := uint64(binary.LittleEndian.Uint32(b))
	list, rest := b[4:], uint64(len(b)-4)
	if count*entryLen > rest {
		return fmt.Errorf("%w: its images", ErrDamaged)
	}
	data := list[count*entryLen:]
	i.images = make(map[key][]byte, count)
	for ; count > 0; count-- {
		length := binary.LittleEndian.Uint32(list[sha256.Size:])
		if uint64(length) > uint64(len(data)) {
			return fmt.Errorf("%w: its images", ErrDamaged)
		}
		i.images[key(list)] = data[:length:length]
		list, data = list[entryLen:], data[length:]
	}
	return nil
}
