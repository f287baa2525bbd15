package buffer

import (
	"bytes"
	"encoding/binary"
	"math"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// Comparing, copying, filling and turning bytes.

// uint8Bytes returns the bytes of an argument that must be a Uint8Array.
func uint8Bytes(e *host.Env, name string, v goja.Value) []byte {
	if isUint8Array(v) {
		if b, ok := host.Bytes(v); ok {
			return b
		}
	}
	panic(argTypeError(e, name, "an instance of Buffer or Uint8Array", v))
}

func isUint8Array(v goja.Value) bool {
	o, ok := v.(*goja.Object)
	return ok && o.ExportType() == uint8ArrayType
}

// compareStatic is Buffer.compare(buf1, buf2).
func compareStatic(e *host.Env, call goja.FunctionCall) goja.Value {
	a := uint8Bytes(e, "buf1", call.Argument(0))
	b := uint8Bytes(e, "buf2", call.Argument(1))
	return e.RT.ToValue(bytes.Compare(a, b))
}

// compareMethod is compare(target, targetStart, targetEnd, sourceStart, sourceEnd).
func compareMethod(e *host.Env, call goja.FunctionCall) goja.Value {
	source := receiver(e, call)
	target := uint8Bytes(e, "target", call.Argument(0))
	if len(call.Arguments) > 1 {
		target = part(e, target, "target", call.Argument(1), call.Argument(2))
		source = part(e, source, "source", call.Argument(3), call.Argument(4))
	}
	return e.RT.ToValue(bytes.Compare(source, target))
}

// part is b[start:end] with the arguments of compare.
func part(e *host.Env, b []byte, name string, start, end goja.Value) []byte {
	from, to := 0, len(b)
	if !goja.IsUndefined(start) {
		from = validOffset(e, name+"Start", start, maxBufferLen)
	}
	if !goja.IsUndefined(end) {
		to = validOffset(e, name+"End", end, len(b))
	}
	if from >= to {
		return nil
	}
	return b[from:to]
}

// equals is the method equals(otherBuffer).
func equals(e *host.Env, call goja.FunctionCall) goja.Value {
	b := receiver(e, call)
	return e.RT.ToValue(bytes.Equal(b, uint8Bytes(e, "otherBuffer", call.Argument(0))))
}

// copyMethod is copy(target, targetStart, sourceStart, sourceEnd).
func copyMethod(e *host.Env, call goja.FunctionCall) goja.Value {
	source := receiver(e, call)
	target := uint8Bytes(e, "target", call.Argument(0))
	targetStart := copyIndex(e, "targetStart", call.Argument(1), 0, math.MaxInt)
	sourceStart := copyIndex(e, "sourceStart", call.Argument(2), 0, len(source))
	sourceEnd := copyIndex(e, "sourceEnd", call.Argument(3), len(source), math.MaxInt)
	sourceEnd = min(sourceEnd, len(source))
	if targetStart >= len(target) || sourceStart >= sourceEnd {
		return e.RT.ToValue(0)
	}
	return e.RT.ToValue(copy(target[targetStart:], source[sourceStart:sourceEnd]))
}

// copyIndex returns an index argument of copy: rounded down, 0 when it is not a
// safe integer.
func copyIndex(e *host.Env, name string, v goja.Value, missing, limit int) int {
	if goja.IsUndefined(v) {
		return missing
	}
	const maxSafe = 1<<53 - 1
	f := math.Floor(v.ToFloat())
	if !(f >= -maxSafe && f <= maxSafe) {
		return 0
	}
	if f >= 0 && f <= float64(limit) {
		return int(f)
	}
	accepted := ">= 0"
	if limit != math.MaxInt {
		accepted += " && <= " + e.RT.ToValue(limit).String()
	}
	panic(outOfRange(e, name, accepted, e.RT.ToValue(f)))
}

// fill is fill(buffer, value, offset, end, encoding). It returns false when the
// value is empty, so that there is nothing to fill with.
func fill(e *host.Env, call goja.FunctionCall) goja.Value {
	b := bytesOf(e, call.Argument(0))
	value, offset, end, name := call.Argument(1), call.Argument(2), call.Argument(3), call.Argument(4)
	enc := utf8Encoding
	if isString(value) {
		if isString(offset) {
			offset, end, name = goja.Undefined(), goja.Undefined(), offset
		} else if goja.IsUndefined(offset) {
			name = goja.Undefined()
		} else if isString(end) {
			end, name = goja.Undefined(), end
		}
		enc = fillEncoding(e, name)
	}
	b = fillRange(e, b, offset, end)
	pattern := fillPattern(e, value, enc)
	if len(pattern) == 0 {
		return e.RT.ToValue(len(b) == 0)
	}
	for n := copy(b, pattern); n < len(b); n *= 2 {
		copy(b[n:], b[:n])
	}
	return e.RT.ToValue(true)
}

func fillEncoding(e *host.Env, v goja.Value) encoding {
	if !isString(v) && !goja.IsUndefined(v) && !goja.IsNull(v) {
		panic(argTypeError(e, "encoding", "of type string", v))
	}
	return encodingArgument(e, v)
}

func fillRange(e *host.Env, b []byte, offset, end goja.Value) []byte {
	if goja.IsUndefined(offset) {
		return b
	}
	from, to := validOffset(e, "offset", offset, maxBufferLen), len(b)
	if !goja.IsUndefined(end) {
		to = validOffset(e, "end", end, len(b))
	}
	if from >= to {
		return nil
	}
	return b[from:to]
}

// fillPattern is what a value fills a buffer with.
func fillPattern(e *host.Env, v goja.Value, enc encoding) []byte {
	if s, ok := v.(goja.String); ok {
		if s.Length() == 0 {
			return []byte{0}
		}
		return enc.encode(textOf(s))
	}
	if o, ok := v.(*goja.Object); ok && o.ExportType() != arrayBufferType {
		if b, ok := host.Bytes(o); ok {
			return bytes.Clone(b)
		}
	}
	return []byte{byte(toNumber(e, v).ToInteger())}
}

// swapper is a method like swap16().
func swapper(size int) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		if len(b)%size != 0 {
			bits := e.RT.ToValue(8 * size).String()
			panic(e.RangeError(codeBufferSize, "Buffer size must be a multiple of "+bits+"-bits"))
		}
		for ; len(b) > 0; b = b[size:] {
			switch size {
			case 2:
				b[0], b[1] = b[1], b[0]
			case 4:
				binary.BigEndian.PutUint32(b, binary.LittleEndian.Uint32(b))
			case 8:
				binary.BigEndian.PutUint64(b, binary.LittleEndian.Uint64(b))
			}
		}
		return call.This
	}
}

// contentNatives look at bytes and change them.
func contentNatives() []host.Native {
	return []host.Native{
		{Name: "compareStatic", Length: 2, Fn: compareStatic},
		{Name: "compare", Length: 5, Fn: compareMethod},
		{Name: "equals", Length: 1, Fn: equals},
		{Name: "copy", Length: 4, Fn: copyMethod},
		{Name: "fillBytes", Length: 5, Fn: fill},
		{Name: "swap16", Fn: swapper(2)},
		{Name: "swap32", Fn: swapper(4)},
		{Name: "swap64", Fn: swapper(8)},
	}
}
