package buffer

import (
	"encoding/hex"
	"strings"

	"github.com/dop251/goja"
)

// encoding is a way to write text as bytes.
type encoding uint8

const (
	unknownEncoding encoding = iota
	utf8Encoding
	utf16Encoding
	latin1Encoding
	asciiEncoding
	base64Encoding
	base64URLEncoding
	hexEncoding
)

// encodingByName holds the names in lower case.
var encodingByName = map[string]encoding{
	"utf8": utf8Encoding, "utf-8": utf8Encoding,
	"ucs2": utf16Encoding, "ucs-2": utf16Encoding,
	"utf16le": utf16Encoding, "utf-16le": utf16Encoding,
	"latin1": latin1Encoding, "binary": latin1Encoding,
	"ascii": asciiEncoding, "base64": base64Encoding,
	"base64url": base64URLEncoding, "hex": hexEncoding,
}

// encodingNamed finds an encoding by one of its names, in any case.
func encodingNamed(name string) encoding {
	if enc, ok := encodingByName[name]; ok {
		return enc
	}
	if len(name) > len("base64url") {
		return unknownEncoding
	}
	return encodingByName[strings.ToLower(name)]
}

// bound is the size of the buffer that holds t in an encoding; only base64 and
// hex may need less.
func (enc encoding) bound(t text) int {
	switch enc {
	case utf16Encoding:
		return 2 * t.length()
	case latin1Encoding, asciiEncoding:
		return t.length()
	case base64Encoding, base64URLEncoding:
		return base64Bound(t)
	case hexEncoding:
		return t.length() / 2
	}
	return utf8Len(t)
}

// write encodes t into dst, as far as it fits, and returns the number of bytes
// written.
func (enc encoding) write(dst []byte, t text) int {
	switch enc {
	case utf16Encoding:
		return writeUTF16(dst, t)
	case latin1Encoding, asciiEncoding:
		return writeLatin1(dst, t)
	case base64Encoding, base64URLEncoding:
		return writeBase64(dst, t)
	case hexEncoding:
		return writeHex(dst, t)
	}
	n, _ := writeUTF8(dst, t)
	return n
}

// encode returns t in an encoding.
func (enc encoding) encode(t text) []byte {
	if enc == utf8Encoding {
		return encodeUTF8(t)
	}
	dst := make([]byte, enc.bound(t))
	n := enc.write(dst, t)
	return dst[:n:n]
}

// decode returns the text that b is in an encoding.
func (enc encoding) decode(rt *goja.Runtime, b []byte) goja.Value {
	switch enc {
	case utf16Encoding:
		return utf16String(b)
	case latin1Encoding:
		return latin1String(rt, b)
	case asciiEncoding:
		return asciiString(rt, b)
	case base64Encoding:
		return rt.ToValue(base64String(b, false))
	case base64URLEncoding:
		return rt.ToValue(base64String(b, true))
	case hexEncoding:
		return rt.ToValue(hex.EncodeToString(b))
	}
	return rt.ToValue(string(repairUTF8(b)))
}
