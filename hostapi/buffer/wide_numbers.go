package buffer

import (
	"encoding/binary"
	"math"
	"math/big"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// Numbers of 8 bytes as BigInt, and floating-point numbers.

// byteOrder is what both orders of encoding/binary offer.
type byteOrder = binary.ByteOrder

func readBigInt(order byteOrder, signed bool) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		n := order.Uint64(b[accessOffset(e, call.Argument(0), len(b)-8):])
		if signed {
			return e.RT.ToValue(big.NewInt(int64(n)))
		}
		return e.RT.ToValue(new(big.Int).SetUint64(n))
	}
}

func writeBigInt(order byteOrder, signed bool) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		value := call.Argument(0)
		checkBigRange(e, value, signed)
		at := accessOffset(e, call.Argument(1), len(b)-8)
		n, ok := value.Export().(*big.Int)
		if !ok {
			panic(e.TypeError("", "Cannot mix BigInt and other types, use explicit conversions"))
		}
		bits := uint64(n.Int64())
		if n.Sign() > 0 {
			bits = n.Uint64()
		}
		order.PutUint64(b[at:], bits)
		return e.RT.ToValue(at + 8)
	}
}

// checkBigRange throws when a BigInt or number is out of range; other values
// are not comparable and are refused later.
func checkBigRange(e *host.Env, v goja.Value, signed bool) {
	var inRange bool
	switch {
	case isBigInt(v):
		n := v.Export().(*big.Int)
		inRange = n.IsUint64()
		if signed {
			inRange = n.IsInt64()
		}
	case isNumber(v):
		f := v.ToFloat()
		inRange = !(f < 0 || f > math.MaxUint64)
		if signed {
			inRange = !(f < math.MinInt64 || f > math.MaxInt64)
		}
	default:
		return
	}
	if inRange {
		return
	}
	if signed {
		panic(outOfRange(e, "value", ">= -(2n ** 63n) and < 2n ** 63n", v))
	}
	panic(outOfRange(e, "value", ">= 0n and < 2n ** 64n", v))
}

func readFloat(order byteOrder) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		at := accessOffset(e, call.Argument(0), len(b)-4)
		return e.RT.ToValue(float64(math.Float32frombits(order.Uint32(b[at:]))))
	}
}

func readDouble(order byteOrder) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		at := accessOffset(e, call.Argument(0), len(b)-8)
		return e.RT.ToValue(math.Float64frombits(order.Uint64(b[at:])))
	}
}

// There is one NaN in JavaScript; it is written with these bits.
const (
	float32NaN = 0x7FC00000
	float64NaN = 0x7FF8000000000000
)

func writeFloat(order byteOrder) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		f := toNumber(e, call.Argument(0)).ToFloat()
		at := accessOffset(e, call.Argument(1), len(b)-4)
		bits := uint32(float32NaN)
		if !math.IsNaN(f) {
			bits = math.Float32bits(float32(f))
		}
		order.PutUint32(b[at:], bits)
		return e.RT.ToValue(at + 4)
	}
}

func writeDouble(order byteOrder) native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		f := toNumber(e, call.Argument(0)).ToFloat()
		at := accessOffset(e, call.Argument(1), len(b)-8)
		bits := uint64(float64NaN)
		if !math.IsNaN(f) {
			bits = math.Float64bits(f)
		}
		order.PutUint64(b[at:], bits)
		return e.RT.ToValue(at + 8)
	}
}

// wideNatives are the methods for BigInts and floating-point numbers. The names
// of the latter are those that Node's functions have; lib gives them the names
// of the methods.
func wideNatives() []host.Native {
	little, large := binary.LittleEndian, binary.BigEndian
	return []host.Native{
		{Name: "readBigUInt64LE", Fn: readBigInt(little, false)},
		{Name: "readBigUInt64BE", Fn: readBigInt(large, false)},
		{Name: "readBigInt64LE", Fn: readBigInt(little, true)},
		{Name: "readBigInt64BE", Fn: readBigInt(large, true)},
		{Name: "writeBigUInt64LE", Length: 1, Fn: writeBigInt(little, false)},
		{Name: "writeBigUInt64BE", Length: 1, Fn: writeBigInt(large, false)},
		{Name: "writeBigInt64LE", Length: 1, Fn: writeBigInt(little, true)},
		{Name: "writeBigInt64BE", Length: 1, Fn: writeBigInt(large, true)},
		{Name: "readFloatForwards", Fn: readFloat(little)},
		{Name: "readFloatBackwards", Fn: readFloat(large)},
		{Name: "readDoubleForwards", Fn: readDouble(little)},
		{Name: "readDoubleBackwards", Fn: readDouble(large)},
		{Name: "writeFloatForwards", Length: 1, Fn: writeFloat(little)},
		{Name: "writeFloatBackwards", Length: 1, Fn: writeFloat(large)},
		{Name: "writeDoubleForwards", Length: 1, Fn: writeDouble(little)},
		{Name: "writeDoubleBackwards", Length: 1, Fn: writeDouble(large)},
	}
}
