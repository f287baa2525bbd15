package buffer

import "github.com/dop251/goja"

// The encodings that map units to bytes one by one: latin1, ascii, hex, utf16le.

// writeLatin1 writes the low byte of each unit.
func writeLatin1(dst []byte, t text) int {
	if t.ascii {
		return copy(dst, t.narrow)
	}
	units := t.units()
	n := min(len(dst), len(units))
	for i := range n {
		dst[i] = byte(units[i])
	}
	return n
}

// latin1String maps each byte to the character of that number.
func latin1String(rt *goja.Runtime, b []byte) goja.Value {
	if isASCIIBytes(b) {
		return rt.ToValue(string(b))
	}
	units := make([]uint16, len(b))
	for i, c := range b {
		units[i] = uint16(c)
	}
	return goja.StringFromUTF16(units)
}

// asciiString is latin1String of the low 7 bits.
func asciiString(rt *goja.Runtime, b []byte) goja.Value {
	if isASCIIBytes(b) {
		return rt.ToValue(string(b))
	}
	masked := make([]byte, len(b))
	for i, c := range b {
		masked[i] = c & 0x7F
	}
	return rt.ToValue(string(masked))
}

// writeUTF16 writes whole units, low byte first.
func writeUTF16(dst []byte, t text) int {
	n := min(len(dst)/2, t.length())
	if t.ascii {
		for i := range n {
			dst[2*i], dst[2*i+1] = t.narrow[i], 0
		}
		return 2 * n
	}
	units := t.units()
	for i := range n {
		dst[2*i], dst[2*i+1] = byte(units[i]), byte(units[i]>>8)
	}
	return 2 * n
}

// utf16String reads units, low byte first, and ignores an odd last byte.
func utf16String(b []byte) goja.Value {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
	}
	return goja.StringFromUTF16(units)
}

// writeHex decodes pairs of digits up to the first that is not one.
func writeHex(dst []byte, t text) int {
	if t.wide != nil || !t.ascii {
		return writeHexUnits(dst, t.units())
	}
	n := min(len(dst), len(t.narrow)/2)
	for i := range n {
		high, low := hexDigit(uint16(t.narrow[2*i])), hexDigit(uint16(t.narrow[2*i+1]))
		if high > 15 || low > 15 {
			return i
		}
		dst[i] = high<<4 | low
	}
	return n
}

func writeHexUnits(dst []byte, units []uint16) int {
	n := min(len(dst), len(units)/2)
	for i := range n {
		high, low := hexDigit(units[2*i]), hexDigit(units[2*i+1])
		if high > 15 || low > 15 {
			return i
		}
		dst[i] = high<<4 | low
	}
	return n
}

// hexDigit returns the value of a hexadecimal digit, more than 15 for others.
func hexDigit(c uint16) byte {
	switch {
	case c >= '0' && c <= '9':
		return byte(c - '0')
	case c >= 'a' && c <= 'f':
		return byte(c - 'a' + 10)
	case c >= 'A' && c <= 'F':
		return byte(c - 'A' + 10)
	}
	return 0xFF
}
