package buffer

import (
	"math"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// Between strings and buffers: Buffer.from and byteLength, and the methods
// toString, write, utf8Slice, utf8Write and their like.

// Limits of V8, which programs can see.
const (
	maxStringLen = 0x1fffffe8
	maxBufferLen = 1 << 32
)

// encodingArgument returns the encoding that v names; undefined, null and the
// empty string stand for UTF-8.
func encodingArgument(e *host.Env, v goja.Value) encoding {
	if !v.ToBoolean() && !isNumber(v) {
		return utf8Encoding
	}
	return knownEncoding(e, v)
}

// knownEncoding is encodingArgument for functions that insist on a name.
func knownEncoding(e *host.Env, v goja.Value) encoding {
	if _, ok := v.(*goja.Symbol); ok {
		panic(e.TypeError("", "Cannot convert a Symbol value to a string"))
	}
	enc := encodingNamed(v.String())
	if enc == unknownEncoding {
		panic(encodingError(e, v))
	}
	return enc
}

// encodeString is encode(string, encoding): an ArrayBuffer for Buffer.from.
func encodeString(e *host.Env, call goja.FunctionCall) goja.Value {
	enc := utf8Encoding
	if name, ok := call.Argument(1).(goja.String); ok && name.Length() > 0 {
		enc = knownEncoding(e, name)
	}
	s, ok := call.Argument(0).(goja.String)
	if !ok {
		panic(e.TypeError(codeArgType, "argument must be a string"))
	}
	return e.ArrayBuffer(enc.encode(textOf(s)))
}

// byteLength is Buffer.byteLength(string, encoding).
func byteLength(e *host.Env, call goja.FunctionCall) goja.Value {
	v := call.Argument(0)
	s, ok := v.(goja.String)
	if !ok {
		b, ok := host.Bytes(v)
		if !ok {
			panic(argTypeError(e, "string", "of type string or an instance of Buffer or ArrayBuffer", v))
		}
		return e.RT.ToValue(len(b))
	}
	enc := unknownEncoding
	if name, ok := call.Argument(1).(goja.String); ok {
		enc = encodingNamed(name.String())
	}
	// An unknown encoding has UTF-8's length: bound says so.
	return e.RT.ToValue(enc.bound(textOf(s)))
}

// toString is the method toString(encoding, start, end).
func toString(e *host.Env, call goja.FunctionCall) goja.Value {
	b := receiver(e, call)
	if len(call.Arguments) > 1 {
		start := clamp(call.Argument(1), 0, len(b))
		end := clamp(call.Argument(2), len(b), len(b))
		if start >= end {
			return e.RT.ToValue("")
		}
		b = b[start:end]
	}
	name := call.Argument(0)
	if goja.IsUndefined(name) {
		return decoded(e, utf8Encoding, b)
	}
	if len(b) == 0 {
		return e.RT.ToValue("")
	}
	return decoded(e, knownEncoding(e, name), b)
}

func decoded(e *host.Env, enc encoding, b []byte) goja.Value {
	if len(b) > maxStringLen {
		panic(e.Error(codeTooLong, "Cannot create a string longer than 0x1fffffe8 characters"))
	}
	return enc.decode(e.RT, b)
}

// slicer is a method like utf8Slice(start, end).
func (enc encoding) slicer() native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		start := index(e, call.Argument(0), 0, len(b))
		end := index(e, call.Argument(1), len(b), len(b))
		return decoded(e, enc, b[start:max(start, end)])
	}
}

// index returns an index argument of the raw methods.
func index(e *host.Env, v goja.Value, missing, limit int) int {
	if goja.IsUndefined(v) {
		return missing
	}
	f := math.Trunc(v.ToFloat())
	if math.IsNaN(f) {
		return 0
	}
	if f < 0 || f > float64(limit) {
		panic(e.RangeError(codeOutOfRange, "Index out of range"))
	}
	return int(f)
}

// stringArgument returns the text of an argument that must be a string.
func stringArgument(e *host.Env, v goja.Value) text {
	s, ok := v.(goja.String)
	if !ok {
		panic(e.TypeError(codeArgType, "argument must be a string"))
	}
	return textOf(s)
}

// rawWriter is a method like utf8Write(string, offset, length).
func (enc encoding) rawWriter() native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		t := stringArgument(e, call.Argument(0))
		offset := index(e, call.Argument(1), 0, maxBufferLen)
		if offset > len(b) {
			panic(e.RangeError(codeOutOfBounds, `"offset" is outside of buffer bounds`))
		}
		b = b[offset:]
		length := index(e, call.Argument(2), len(b), maxBufferLen)
		return e.RT.ToValue(enc.write(b[:min(length, len(b))], t))
	}
}

// write is the method write(string, offset, length, encoding), where trailing
// arguments may be left out from the middle.
func write(e *host.Env, call goja.FunctionCall) goja.Value {
	b := receiver(e, call)
	offset, length, enc := call.Argument(1), call.Argument(2), call.Argument(3)
	if goja.IsUndefined(offset) {
		return e.RT.ToValue(utf8Encoding.write(b, stringArgument(e, call.Argument(0))))
	}
	if isString(offset) && goja.IsUndefined(length) {
		enc = offset
	} else {
		size := len(b)
		b = b[validOffset(e, "offset", offset, size):]
		switch {
		case goja.IsUndefined(length):
		case isString(length):
			enc = length
		default:
			b = b[:min(len(b), validOffset(e, "length", length, size))]
		}
	}
	as := encodingArgument(e, enc)
	return e.RT.ToValue(as.write(b, stringArgument(e, call.Argument(0))))
}

func isString(v goja.Value) bool {
	_, ok := v.(goja.String)
	return ok
}

// stringNatives convert between strings and buffers.
func stringNatives() []host.Native {
	natives := []host.Native{
		{Name: "encode", Length: 2, Fn: encodeString},
		{Name: "byteLength", Length: 2, Fn: byteLength},
		{Name: "toString", Length: 3, Fn: toString},
		{Name: "write", Length: 4, Fn: write},
	}
	for _, method := range []struct {
		name string
		enc  encoding
	}{
		{"ascii", asciiEncoding}, {"base64", base64Encoding}, {"base64url", base64URLEncoding},
		{"latin1", latin1Encoding}, {"hex", hexEncoding}, {"ucs2", utf16Encoding}, {"utf8", utf8Encoding},
	} {
		natives = append(natives,
			host.Native{Name: method.name + "Slice", Fn: method.enc.slicer()},
			host.Native{Name: method.name + "Write", Fn: method.enc.rawWriter()})
	}
	return natives
}
