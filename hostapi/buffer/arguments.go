package buffer

import (
	"math"
	"math/big"
	"reflect"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

var (
	integerType = reflect.TypeFor[int64]()
	floatType   = reflect.TypeFor[float64]()
	bigIntType  = reflect.TypeFor[*big.Int]()
	// uint8ArrayType is what a Uint8Array exports to.
	uint8ArrayType  = reflect.TypeFor[[]byte]()
	arrayBufferType = reflect.TypeFor[goja.ArrayBuffer]()
)

// native is the Go side of a function that JavaScript can call.
type native = func(e *host.Env, call goja.FunctionCall) goja.Value

func isNumber(v goja.Value) bool {
	if _, ok := v.(*goja.Object); ok {
		return false
	}
	t := v.ExportType()
	return t == integerType || t == floatType
}

func isBigInt(v goja.Value) bool {
	_, object := v.(*goja.Object)
	return !object && v.ExportType() == bigIntType
}

func isInteger(f float64) bool { return f == math.Trunc(f) && !math.IsInf(f, 0) }

func isNegativeZero(f float64) bool { return f == 0 && math.Signbit(f) }

// receiver returns the bytes of a method's this.
func receiver(e *host.Env, call goja.FunctionCall) []byte {
	return bytesOf(e, call.This)
}

// bytesOf returns the bytes of an argument that must be a buffer.
func bytesOf(e *host.Env, v goja.Value) []byte {
	b, ok := host.Bytes(v)
	if !ok {
		panic(e.TypeError(codeArgType, "argument must be a buffer"))
	}
	return b
}

// toNumber converts as the operator + does.
func toNumber(e *host.Env, v goja.Value) goja.Value {
	if _, ok := v.(*goja.Symbol); ok {
		panic(e.TypeError("", "Cannot convert a Symbol value to a number"))
	}
	if isBigInt(v) {
		panic(e.TypeError("", "Cannot convert a BigInt value to a number"))
	}
	if isNumber(v) {
		return v
	}
	return v.ToNumber()
}

// clamp returns an integer argument, limited to 0 … limit; missing stands for
// an undefined one.
func clamp(v goja.Value, missing, limit int) int {
	if goja.IsUndefined(v) {
		return missing
	}
	if v.ExportType() == integerType {
		return int(max(0, min(v.ToInteger(), int64(limit))))
	}
	f := v.ToFloat()
	switch {
	case math.IsNaN(f) || f <= 0:
		return 0
	case f >= float64(limit):
		return limit
	}
	return int(f)
}

// accessOffset returns the offset of an access to a buffer. limit is the
// largest offset at which the access fits, negative when it never does.
func accessOffset(e *host.Env, v goja.Value, limit int) int {
	if v.ExportType() == integerType {
		if n := v.ToInteger(); n >= 0 && n <= int64(limit) {
			return int(n)
		}
	}
	if goja.IsUndefined(v) && limit >= 0 {
		return 0
	}
	return unusualOffset(e, v, limit)
}

// unusualOffset is accessOffset for all but plain integers in range: nearly
// always an error.
func unusualOffset(e *host.Env, v goja.Value, limit int) int {
	if goja.IsUndefined(v) {
		v = e.RT.ToValue(0)
	}
	if !isNumber(v) {
		panic(argTypeError(e, "offset", "of type number", v))
	}
	f := v.ToFloat()
	if isInteger(f) && f >= 0 && f <= float64(limit) {
		return int(f)
	}
	panic(boundsError(e, v, limit))
}

// boundsError says why an access at an offset is not possible.
func boundsError(e *host.Env, offset goja.Value, limit int) *goja.Object {
	if f := offset.ToFloat(); math.Floor(f) != f {
		return outOfRange(e, "offset", "an integer", offset)
	}
	if limit < 0 {
		return e.RangeError(codeOutOfBounds, "Attempt to access memory outside buffer bounds")
	}
	return outOfRange(e, "offset", ">= 0 and <= "+e.RT.ToValue(limit).String(), offset)
}

// validOffset checks an argument that must be an integer from 0 to limit.
func validOffset(e *host.Env, name string, v goja.Value, limit int) int {
	if !isNumber(v) {
		panic(argTypeError(e, name, "of type number", v))
	}
	f := v.ToFloat()
	if !isInteger(f) {
		panic(outOfRange(e, name, "an integer", v))
	}
	if f < 0 || f > float64(limit) {
		panic(outOfRange(e, name, ">= 0 && <= "+e.RT.ToValue(limit).String(), v))
	}
	return int(f)
}
