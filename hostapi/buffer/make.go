package buffer

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// concat is concat(list, length): the bytes of all buffers of a list in an
// ArrayBuffer of the given length, or of the sum of theirs when it is
// undefined. The index of the first element that is not a Uint8Array comes
// back in place of it.
func concat(e *host.Env, call goja.FunctionCall) goja.Value {
	list, ok := call.Argument(0).(*goja.Object)
	if !ok {
		panic(e.TypeError(codeArgType, "argument must be an array"))
	}
	count := int(list.Get("length").ToInteger())
	parts := make([][]byte, count)
	total := 0
	for i := range parts {
		v := list.Get(strconv.Itoa(i))
		if !isUint8Array(v) {
			return e.RT.ToValue(i)
		}
		parts[i], _ = host.Bytes(v)
		total += len(parts[i])
	}
	if length := call.Argument(1); !goja.IsUndefined(length) {
		total = int(length.ToInteger())
	}
	joined := make([]byte, total)
	at := 0
	for _, part := range parts {
		at += copy(joined[at:], part)
	}
	return e.ArrayBuffer(joined)
}

// copyBytes is copyBytes(view): an ArrayBuffer with a copy of the bytes of a
// view or ArrayBuffer, undefined for other values.
func copyBytes(e *host.Env, call goja.FunctionCall) goja.Value {
	b, ok := host.Bytes(call.Argument(0))
	if !ok {
		return goja.Undefined()
	}
	return e.ArrayBuffer(append([]byte(nil), b...))
}

// isUint8 and isArrayBuffer tell what a value is, whatever its prototype says.
func isUint8(e *host.Env, call goja.FunctionCall) goja.Value {
	return e.RT.ToValue(isUint8Array(call.Argument(0)))
}

func isArrayBuffer(e *host.Env, call goja.FunctionCall) goja.Value {
	o, ok := call.Argument(0).(*goja.Object)
	return e.RT.ToValue(ok && o.ExportType() == arrayBufferType)
}

// isEncoding is Buffer.isEncoding(name).
func isEncoding(e *host.Env, call goja.FunctionCall) goja.Value {
	name, ok := call.Argument(0).(goja.String)
	return e.RT.ToValue(ok && encodingNamed(name.String()) != unknownEncoding)
}

// hexPreview is hexPreview(buffer, max): the first bytes as util.inspect shows
// them, two digits each with a space between.
func hexPreview(e *host.Env, call goja.FunctionCall) goja.Value {
	b := bytesOf(e, call.Argument(0))
	b = b[:clamp(call.Argument(1), len(b), len(b))]
	const digits = "0123456789abcdef"
	shown := make([]byte, 0, 3*len(b))
	for i, c := range b {
		if i > 0 {
			shown = append(shown, ' ')
		}
		shown = append(shown, digits[c>>4], digits[c&15])
	}
	return e.RT.ToValue(string(shown))
}

// makeNatives are behind the static functions of Buffer.
func makeNatives() []host.Native {
	return []host.Native{
		{Name: "concat", Length: 2, Fn: concat},
		{Name: "copyBytes", Length: 1, Fn: copyBytes},
		{Name: "isUint8Array", Length: 1, Fn: isUint8},
		{Name: "isArrayBuffer", Length: 1, Fn: isArrayBuffer},
		{Name: "isEncoding", Length: 1, Fn: isEncoding},
		{Name: "hexPreview", Length: 2, Fn: hexPreview},
	}
}
