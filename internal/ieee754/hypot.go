package ieee754

import "math"

// Hypot returns the square root of the sum of the squares of values, which it
// changes.
func Hypot(values []float64) float64 {
	var largest float64
	hasNaN := false
	for i, v := range values {
		hasNaN = hasNaN || v != v
		values[i] = math.Abs(v)
		if values[i] > largest {
			largest = values[i]
		}
	}
	switch {
	case math.IsInf(largest, 1):
		return largest
	case hasNaN:
		return math.NaN()
	case largest == 0:
		return 0
	}
	// Kahan's summation of what the largest scales.
	var sum, compensation float64
	for _, v := range values {
		v /= largest
		summand := float64(v*v) - compensation
		next := sum + summand
		compensation = (next - sum) - summand
		sum = next
	}
	return math.Sqrt(sum) * largest
}
