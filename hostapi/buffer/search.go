package buffer

import (
	"bytes"
	"math"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// needle is what indexOf and its like look for.
type needle struct {
	bytes []byte
	// step is the distance of the places where it can be: 2 for UTF-16.
	step int
}

// finder is indexOf(value, byteOffset, encoding), or lastIndexOf.
func finder(last bool) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		return e.RT.ToValue(find(e, call, last))
	}
}

// includes is the method includes(value, byteOffset, encoding).
func includes(e *host.Env, call goja.FunctionCall) goja.Value {
	return e.RT.ToValue(find(e, call, false) >= 0)
}

func find(e *host.Env, call goja.FunctionCall, last bool) int {
	b := receiver(e, call)
	offset, name := call.Argument(1), call.Argument(2)
	if isString(offset) {
		offset, name = goja.Undefined(), offset
	}
	n := needleOf(e, call.Argument(0), name)
	missing := 0
	if last {
		missing = len(b)
	}
	at, ok := searchStart(len(b), searchOffset(e, offset, missing), len(n.bytes), last)
	switch {
	case !ok:
		return -1
	case len(n.bytes) == 0:
		return at
	case last:
		return n.lastBefore(b, at)
	}
	return n.firstFrom(b, at)
}

// searchOffset returns the byteOffset argument as 32-bit integer.
func searchOffset(e *host.Env, v goja.Value, missing int) int {
	if goja.IsUndefined(v) {
		return missing
	}
	f := toNumber(e, v).ToFloat()
	if math.IsNaN(f) {
		return missing
	}
	return int(max(math.MinInt32, min(f, math.MaxInt32)))
}

// searchStart returns where a search begins, and false when it can find
// nothing. A negative offset counts from the end.
func searchStart(length, offset, needleLen int, last bool) (int, bool) {
	switch {
	case offset < 0 && offset+length >= 0:
		return offset + length, true
	case offset < 0:
		return 0, !last || needleLen == 0
	case offset+needleLen <= length:
		return offset, true
	case needleLen == 0:
		return length, true
	}
	return length - 1, last && length > 0
}

func needleOf(e *host.Env, v, encodingName goja.Value) needle {
	if isNumber(v) {
		return needle{[]byte{byte(v.ToInteger())}, 1}
	}
	enc := utf8Encoding
	if !goja.IsUndefined(encodingName) {
		enc = encodingNamed(encodingName.String())
	}
	n := needle{step: 1}
	if enc == utf16Encoding {
		n.step = 2
	}
	switch s, ok := v.(goja.String); {
	case ok && enc == unknownEncoding:
		panic(encodingError(e, encodingName))
	case ok:
		n.bytes = enc.encode(textOf(s))
	case isUint8Array(v):
		n.bytes, _ = host.Bytes(v)
	default:
		panic(argTypeError(e, "value",
			"one of type number or string or an instance of Buffer or Uint8Array", v))
	}
	return n
}

// firstFrom returns the first place of n in b from a place on.
func (n needle) firstFrom(b []byte, at int) int {
	at -= at % n.step
	for at < len(b) {
		i := bytes.Index(b[at:], n.bytes)
		if i < 0 {
			return -1
		}
		if at += i; at%n.step == 0 {
			return at
		}
		at++
	}
	return -1
}

// lastBefore returns the last place of n in b that is not after a place.
func (n needle) lastBefore(b []byte, at int) int {
	for end := min(len(b), at+len(n.bytes)); ; {
		i := bytes.LastIndex(b[:end], n.bytes)
		if i < 0 || i%n.step == 0 {
			return i
		}
		end = i + len(n.bytes) - 1
	}
}

// searchNatives are the methods that search.
func searchNatives() []host.Native {
	return []host.Native{
		{Name: "indexOf", Length: 3, Fn: finder(false)},
		{Name: "lastIndexOf", Length: 3, Fn: finder(true)},
		{Name: "includes", Length: 3, Fn: includes},
	}
}
