package buffer

import (
	"fmt"
	"math"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// intLayout says how an integer of up to 6 bytes lies in a buffer.
type intLayout struct {
	size   int
	big    bool // most significant byte first
	signed bool
}

func (l intLayout) load(b []byte) int64 {
	var n uint64
	for i := range l.size {
		if l.big {
			n = n<<8 | uint64(b[i])
		} else {
			n |= uint64(b[i]) << (8 * i)
		}
	}
	if l.signed {
		unused := 64 - 8*l.size
		return int64(n<<unused) >> unused
	}
	return int64(n)
}

func (l intLayout) store(b []byte, n int64) {
	for i := range l.size {
		at := i
		if l.big {
			at = l.size - 1 - i
		}
		b[at] = byte(n >> (8 * i))
	}
}

// bounds is the range of values.
func (l intLayout) bounds() (low, high int64) {
	if l.signed {
		return -1 << (8*l.size - 1), 1<<(8*l.size-1) - 1
	}
	return 0, 1<<(8*l.size) - 1
}

// accepted is the range in Node's words.
func (l intLayout) accepted() string {
	low, high := l.bounds()
	switch {
	case l.size <= 4:
		return fmt.Sprintf(">= %d and <= %d", low, high)
	case l.signed:
		return fmt.Sprintf(">= -(2 ** %d) and < 2 ** %[1]d", 8*l.size-1)
	}
	return fmt.Sprintf(">= 0 and < 2 ** %d", 8*l.size)
}

// checked returns the integer that a value is written as.
func (l intLayout) checked(e *host.Env, v goja.Value) int64 {
	low, high := l.bounds()
	if v.ExportType() == integerType {
		if n := v.ToInteger(); n >= low && n <= high {
			return n
		}
	}
	v = toNumber(e, v)
	f := v.ToFloat()
	if f > float64(high) || f < float64(low) {
		panic(outOfRange(e, "value", l.accepted(), v))
	}
	if math.IsNaN(f) {
		return 0
	}
	if l.size > 4 {
		// Node rounds the upper bytes down and the lower four towards zero.
		return int64(math.Floor(f/(1<<32)))<<32 | int64(uint32(int64(f)))
	}
	return int64(f)
}

// reader is a method like readUInt16LE(offset).
func (l intLayout) reader() native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		at := accessOffset(e, call.Argument(0), len(b)-l.size)
		return e.RT.ToValue(l.load(b[at:]))
	}
}

// writer is a method like writeUInt16LE(value, offset).
func (l intLayout) writer() native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		return l.write(e, b, call.Argument(0), call.Argument(1))
	}
}

func (l intLayout) write(e *host.Env, b []byte, value, offset goja.Value) goja.Value {
	// Of two wrong arguments Node reports the offset's type for one byte, and
	// the value for more.
	if l.size == 1 && !goja.IsUndefined(offset) && !isNumber(offset) {
		panic(argTypeError(e, "offset", "of type number", offset))
	}
	n := l.checked(e, value)
	at := accessOffset(e, offset, len(b)-l.size)
	l.store(b[at:], n)
	return e.RT.ToValue(at + l.size)
}

// sized returns the layout for a byteLength argument.
func (l intLayout) sized(e *host.Env, v goja.Value) intLayout {
	if !isNumber(v) {
		// Node computes with it before it looks at its type.
		toNumber(e, v)
		panic(argTypeError(e, "byteLength", "of type number", v))
	}
	f := v.ToFloat()
	if math.Floor(f) != f {
		panic(outOfRange(e, "byteLength", "an integer", v))
	}
	if f < 1 || f > 6 {
		panic(outOfRange(e, "byteLength", ">= 1 and <= 6", v))
	}
	l.size = int(f)
	return l
}

// sizedReader is a method like readUIntLE(offset, byteLength).
func (l intLayout) sizedReader() native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		offset := call.Argument(0)
		if goja.IsUndefined(offset) {
			panic(argTypeError(e, "offset", "of type number", offset))
		}
		l := l.sized(e, call.Argument(1))
		return e.RT.ToValue(l.load(b[accessOffset(e, offset, len(b)-l.size):]))
	}
}

// sizedWriter is a method like writeUIntLE(value, offset, byteLength).
func (l intLayout) sizedWriter() native {
	return func(e *host.Env, call goja.FunctionCall) goja.Value {
		b := receiver(e, call)
		l := l.sized(e, call.Argument(2))
		if offset := call.Argument(1); goja.IsUndefined(offset) {
			panic(argTypeError(e, "offset", "of type number", offset))
		}
		return l.write(e, b, call.Argument(0), call.Argument(1))
	}
}

// intNatives are the methods for integers of up to 6 bytes.
func intNatives() []host.Native {
	var natives []host.Native
	for _, sign := range []struct {
		name   string
		signed bool
	}{{"UInt", false}, {"Int", true}} {
		add := func(read, write native, readLength, writeLength int, suffix string) {
			natives = append(natives,
				host.Native{Name: "read" + sign.name + suffix, Length: readLength, Fn: read},
				host.Native{Name: "write" + sign.name + suffix, Length: writeLength, Fn: write})
		}
		byteLayout := intLayout{1, false, sign.signed}
		add(byteLayout.reader(), byteLayout.writer(), 0, 1, "8")
		for _, order := range []struct {
			name string
			big  bool
		}{{"LE", false}, {"BE", true}} {
			for _, size := range []int{2, 4} {
				l := intLayout{size, order.big, sign.signed}
				add(l.reader(), l.writer(), 0, 1, fmt.Sprint(8*size)+order.name)
			}
			l := intLayout{0, order.big, sign.signed}
			add(l.sizedReader(), l.sizedWriter(), 2, 3, order.name)
		}
	}
	return natives
}
