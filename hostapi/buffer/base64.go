package buffer

import "encoding/base64"

// invalidSextet marks a character outside both base64 alphabets.
const invalidSextet = 0xFF

// sextets maps a character of either base64 alphabet to its 6 bits.
var sextets = func() (table [256]byte) {
	for i := range table {
		table[i] = invalidSextet
	}
	const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
	for i := range len(letters) {
		table[letters[i]] = byte(i)
	}
	table['+'], table['-'] = 62, 62
	table['/'], table['_'] = 63, 63
	return table
}()

// base64Bound is the number of bytes that Node reserves for t: exact for
// well-formed input, an upper bound otherwise.
func base64Bound(t text) int {
	n := t.length()
	if t.last(0) == '=' {
		n--
	}
	if n > 1 && t.last(1) == '=' {
		n--
	}
	return n * 3 / 4
}

// sextetReader packs sextets into bytes.
type sextetReader struct {
	dst  []byte
	n    int
	bits uint32
	have uint
}

// take reads one character and says whether to go on: '=' ends the data, other
// characters outside the alphabets are skipped.
func (r *sextetReader) take(c byte) bool {
	v := sextets[c]
	if v == invalidSextet {
		return c != '='
	}
	r.bits = r.bits<<6 | uint32(v)
	if r.have += 6; r.have < 8 {
		return true
	}
	if r.n == len(r.dst) {
		return false
	}
	r.have -= 8
	r.dst[r.n] = byte(r.bits >> r.have)
	r.n++
	return true
}

// writeBase64 decodes t, of either alphabet, into dst and returns the number of
// bytes written. Node looks at the low byte of wide characters only, and so
// does this.
func writeBase64(dst []byte, t text) int {
	r := sextetReader{dst: dst}
	if !t.ascii {
		for _, c := range t.units() {
			if !r.take(byte(c)) {
				break
			}
		}
		return r.n
	}
	s := t.narrow
	for len(s) >= 4 && len(r.dst)-r.n >= 3 {
		a, b, c, d := sextets[s[0]], sextets[s[1]], sextets[s[2]], sextets[s[3]]
		if (a|b|c|d)&0x80 != 0 {
			break
		}
		r.dst[r.n], r.dst[r.n+1], r.dst[r.n+2] = a<<2|b>>4, b<<4|c>>2, c<<6|d
		r.n += 3
		s = s[4:]
	}
	for i := 0; i < len(s) && r.take(s[i]); i++ {
	}
	return r.n
}

func base64String(b []byte, url bool) string {
	if url {
		return base64.RawURLEncoding.EncodeToString(b)
	}
	return base64.StdEncoding.EncodeToString(b)
}
