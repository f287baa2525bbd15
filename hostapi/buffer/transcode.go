package buffer

import (
	"unicode/utf16"
	"unicode/utf8"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// ICU's error numbers, which transcode reports.
const (
	icuIllegalArgument = 1
	icuInvalidChar     = 10
)

// transcode is transcode(source, from, to): an ArrayBuffer, or the number of
// ICU's error.
func transcode(e *host.Env, call goja.FunctionCall) goja.Value {
	b := bytesOf(e, call.Argument(0))
	from, to := encodingNamed(call.Argument(1).String()), encodingNamed(call.Argument(2).String())
	if !transcodable(from) || !transcodable(to) {
		return e.RT.ToValue(icuIllegalArgument)
	}
	runes, ok := transcodeFrom(from, to, b)
	if !ok {
		return e.RT.ToValue(icuInvalidChar)
	}
	return e.ArrayBuffer(transcodeTo(to, runes))
}

func transcodable(enc encoding) bool {
	switch enc {
	case utf8Encoding, utf16Encoding, latin1Encoding, asciiEncoding:
		return true
	}
	return false
}

// transcodeFrom decodes b. Between the two Unicode encodings an ill-formed
// character is an error; else it becomes U+FFFD.
func transcodeFrom(from, to encoding, b []byte) ([]rune, bool) {
	switch from {
	case utf8Encoding:
		if to == utf16Encoding && !utf8.Valid(b) {
			return nil, false
		}
		return []rune(string(repairUTF8(b))), true
	case utf16Encoding:
		units := make([]uint16, len(b)/2)
		for i := range units {
			units[i] = uint16(b[2*i]) | uint16(b[2*i+1])<<8
		}
		if to == utf8Encoding && !wellFormed(units) {
			return nil, false
		}
		return utf16.Decode(units), true
	}
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
		if from == asciiEncoding && to != utf16Encoding && c >= utf8.RuneSelf {
			runes[i] = utf8.RuneError
		}
	}
	return runes, true
}

// wellFormed says that units have no lone surrogates.
func wellFormed(units []uint16) bool {
	for i := 0; i < len(units); i++ {
		switch {
		case units[i]&0xF800 != 0xD800:
		case pairAt(units, i):
			i++
		default:
			return false
		}
	}
	return true
}

func transcodeTo(to encoding, runes []rune) []byte {
	switch to {
	case utf8Encoding:
		return []byte(string(runes))
	case utf16Encoding:
		t := text{wide: utf16.Encode(runes)}
		out := make([]byte, 2*len(t.wide))
		writeUTF16(out, t)
		return out
	}
	limit := rune(0x80)
	if to == latin1Encoding {
		limit = 0x100
	}
	out := make([]byte, len(runes))
	for i, r := range runes {
		out[i] = '?'
		if r < limit {
			out[i] = byte(r)
		}
	}
	return out
}
