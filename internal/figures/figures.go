// Package figures writes numbers as people read them.
package figures

import "strconv"

// Integer is a number that counts something: it is not negative.
type Integer interface{ ~int | ~int64 | ~uint64 }

// Bytes returns a number of bytes: 38 KiB.
func Bytes[T Integer](n T) string {
	const unit = 1024
	if n < unit {
		return strconv.FormatUint(uint64(n), 10) + " B"
	}
	value, prefix := float64(n)/unit, 0
	for value >= unit && prefix < len("KMGT")-1 {
		value /= unit
		prefix++
	}
	precision := 0
	if value < 10 {
		precision = 1
	}
	return strconv.FormatFloat(value, 'f', precision, 64) + " " + "KMGT"[prefix:prefix+1] + "iB"
}

// Count returns a number with its thousands apart: 1,234,567.
func Count[T Integer](n T) string {
	digits := strconv.FormatUint(uint64(n), 10)
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
