package engine

import (
	"encoding/binary"
	"strings"
	"unsafe"
)

// imageReader reads an image from front to back. Behind the first thing that
// cannot be read it reads zeros.
type imageReader struct {
	data   []byte
	failed bool
}

func (r *imageReader) fail() {
	r.data, r.failed = nil, true
}

func (r *imageReader) uint() uint64 {
	if len(r.data) > 0 && r.data[0] < 0x80 {
		n := r.data[0]
		r.data = r.data[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(r.data)
	if size <= 0 {
		r.fail()
		return 0
	}
	r.data = r.data[size:]
	return n
}

// int reads a number that may be negative.
func (r *imageReader) int() int64 {
	n := r.uint()
	return int64(n>>1) ^ -int64(n&1)
}

// count reads how many things follow. Each takes a byte at least.
func (r *imageReader) count() int {
	n := r.uint()
	if n > uint64(len(r.data)) {
		r.fail()
		return 0
	}
	return int(n)
}

// bytes reads n bytes, without a copy.
func (r *imageReader) bytes(n int) []byte {
	if n < 0 || n > len(r.data) {
		r.fail()
		return nil
	}
	b := r.data[:n:n]
	r.data = r.data[n:]
	return b
}

// table reads strings. They are parts of the image, except those of UTF-16, whose
// units must be aligned.
func (r *imageReader) table() []string {
	list := make([]string, r.count())
	for i := range list {
		n := r.uint()
		b := r.bytes(int(n >> 1))
		switch {
		case len(b) == 0:
		case n&1 != 0:
			list[i] = unsafe.String((*byte)(unsafe.Pointer(unsafe.SliceData(alignedUnits(b)))), len(b))
		default:
			list[i] = unsafe.String(unsafe.SliceData(b), len(b))
		}
	}
	return list
}

// alignedUnits returns a copy of b as units of UTF-16.
func alignedUnits(b []byte) []uint16 {
	units := make([]uint16, (len(b)+1)/2)
	copy(unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(units))), 2*len(units)), b)
	return units
}

// appendTable writes strings for table.
func appendTable(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		n := uint64(len(s)) << 1
		if strings.HasPrefix(s, unitsMark) {
			n |= 1
		}
		b = append(binary.AppendUvarint(b, n), s...)
	}
	return b
}

// unitsMark begins a unistring.String that is not ASCII: a byte order mark.
var unitsMark = func() string {
	mark := []uint16{0xFEFF}
	return strings.Clone(unsafe.String((*byte)(unsafe.Pointer(&mark[0])), 2))
}()
