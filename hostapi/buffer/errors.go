package buffer

import (
	"math/big"

	"github.com/dop251/goja"

	"github.com/jsrr/jsrr/hostapi/host"
)

// Node's codes of the errors that natives throw.
const (
	codeArgType     = "ERR_INVALID_ARG_TYPE"
	codeOutOfRange  = "ERR_OUT_OF_RANGE"
	codeOutOfBounds = "ERR_BUFFER_OUT_OF_BOUNDS"
	codeEncoding    = "ERR_UNKNOWN_ENCODING"
	codeTooLong     = "ERR_STRING_TOO_LONG"
	codeBufferSize  = "ERR_INVALID_BUFFER_SIZE"
)

// argTypeError says that an argument is not of the type expected.
func argTypeError(e *host.Env, name, expected string, v goja.Value) *goja.Object {
	message := `The "` + name + `" argument must be ` + expected + ". Received " + host.Received(v)
	return e.TypeError(codeArgType, message)
}

// outOfRange says that a number is not in a range, given in words.
func outOfRange(e *host.Env, name, accepted string, v goja.Value) *goja.Object {
	return e.RangeError(codeOutOfRange,
		`The value of "`+name+`" is out of range. It must be `+accepted+". Received "+receivedNumber(v))
}

func encodingError(e *host.Env, v goja.Value) *goja.Object {
	name := v.String()
	if o, ok := v.(*goja.Object); ok && o.ClassName() == "Object" {
		name = "{}"
	}
	return e.TypeError(codeEncoding, "Unknown encoding: "+name)
}

// receivedNumber shows a number; integers of more than 32 bits get separators.
func receivedNumber(v goja.Value) string {
	text := v.String()
	if isBigInt(v) {
		if n, ok := v.Export().(*big.Int); ok && n.BitLen() > 32 {
			text = withSeparators(text)
		}
		return text + "n"
	}
	if f := v.ToFloat(); isInteger(f) && (f > 1<<32 || f < -1<<32) {
		return withSeparators(text)
	}
	if isNegativeZero(v.ToFloat()) {
		return "-0"
	}
	return text
}

// withSeparators writes 1234567 as 1_234_567. Like Node it does so to every
// text of a number, even 1e+21.
func withSeparators(digits string) string {
	start := 0
	if digits[0] == '-' {
		start = 1
	}
	tail := ""
	end := len(digits)
	for ; end >= start+4; end -= 3 {
		tail = "_" + digits[end-3:end] + tail
	}
	return digits[:end] + tail
}
