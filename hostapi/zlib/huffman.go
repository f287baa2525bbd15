package zlib

// huffman decodes one alphabet: entries[next bits] is a symbol and its length,
// for codes of up to quickBits; longer ones are found by counting.
type huffman struct {
	quick   [1 << quickBits]uint16 // symbol<<4 | length; 0: longer, or no code
	counts  [codeBitsMax + 1]uint16
	symbols []uint16 // in the order of their codes
}

const (
	quickBits   = 9
	codeBitsMax = 15
)

// build makes the decoder of an alphabet from the lengths of its codes. It
// returns how many codes are missing, negative when there are too many.
func (h *huffman) build(lengths []uint8) (missing int) {
	*h = huffman{symbols: make([]uint16, len(lengths))}
	for _, n := range lengths {
		h.counts[n]++
	}
	if int(h.counts[0]) == len(lengths) {
		h.counts[0] = 0
		return 1 << codeBitsMax
	}
	h.counts[0] = 0
	left := 1
	var offsets, codes [codeBitsMax + 2]uint16
	for n := 1; n <= codeBitsMax; n++ {
		left = left<<1 - int(h.counts[n])
		if left < 0 {
			return left
		}
		offsets[n+1] = offsets[n] + h.counts[n]
		codes[n+1] = (codes[n] + h.counts[n]) << 1
	}
	for symbol, n := range lengths {
		if n == 0 {
			continue
		}
		h.symbols[offsets[n]] = uint16(symbol)
		offsets[n]++
		if n <= quickBits {
			h.fill(reversed(codes[n], n), n, symbol)
		}
		codes[n]++
	}
	return left
}

// fill enters a code for all bits that can follow it.
func (h *huffman) fill(code uint16, n uint8, symbol int) {
	for at := int(code); at < len(h.quick); at += 1 << n {
		h.quick[at] = uint16(symbol)<<4 | uint16(n)
	}
}

func reversed(code uint16, n uint8) (r uint16) {
	for range n {
		r = r<<1 | code&1
		code >>= 1
	}
	return r
}

// What symbol returns instead of a symbol.
const (
	noBits = -1 // the input ends before the code does
	noCode = -2
)

// symbol reads a symbol.
func (h *huffman) symbol(in *bitReader) int {
	if entry := h.quick[in.peek()&(1<<quickBits-1)]; entry != 0 {
		if n := int(entry & 15); in.skip(n) {
			return int(entry >> 4)
		}
		return noBits
	}
	code, first, index := 0, 0, 0
	bits, available := in.peek(), in.available()
	for n := 1; n <= codeBitsMax; n++ {
		if n > available {
			return noBits
		}
		code |= int(bits & 1)
		bits >>= 1
		count := int(h.counts[n])
		if code-count < first {
			in.skip(n)
			return int(h.symbols[index+code-first])
		}
		index += count
		first = (first + count) << 1
		code <<= 1
	}
	return noCode
}

// bitReader reads bits from bytes, the lowest first.
type bitReader struct {
	data []byte
	at   int // in bits
}

func (r *bitReader) available() int { return len(r.data)*8 - r.at }

// peek returns the next bits, at least 25 of them; behind the end they are 0.
func (r *bitReader) peek() uint32 {
	i := r.at >> 3
	if i+4 <= len(r.data) {
		d := r.data[i : i+4]
		return (uint32(d[0]) | uint32(d[1])<<8 | uint32(d[2])<<16 | uint32(d[3])<<24) >> (r.at & 7)
	}
	var v uint32
	for j := 0; i+j < len(r.data); j++ {
		v |= uint32(r.data[i+j]) << (8 * j)
	}
	return v >> (r.at & 7)
}

// skip goes n bits forward; false when there are not so many.
func (r *bitReader) skip(n int) bool {
	if n > r.available() {
		return false
	}
	r.at += n
	return true
}

// bits reads a number of up to 16 bits; false when the input ends.
func (r *bitReader) bits(n int) (int, bool) {
	v := int(r.peek() & (1<<n - 1))
	return v, r.skip(n)
}
