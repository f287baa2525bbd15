package ieee754

import "math"

// The algorithms tell ranges of numbers by the upper half of their bits, and cut
// numbers to their upper half.

// infHigh is the upper half of infinity; that of NaNs is not less.
const infHigh = 0x7FF00000

const (
	two24  = 1 << 24
	twon24 = 1.0 / two24
	two54  = 1 << 54
)

// high returns the upper half of x, with the sign.
func high(x float64) int32 { return int32(math.Float64bits(x) >> 32) }

// magnitude returns the upper half of |x|.
func magnitude(x float64) int32 { return high(x) & 0x7FFFFFFF }

func low(x float64) uint32 { return uint32(math.Float64bits(x)) }

// words makes a number from its halves.
func words(hi int32, lo uint32) float64 {
	return math.Float64frombits(uint64(uint32(hi))<<32 | uint64(lo))
}

// withHigh returns x with another upper half.
func withHigh(x float64, hi int32) float64 { return words(hi, low(x)) }

// truncated returns x without its lower half.
func truncated(x float64) float64 { return math.Float64frombits(math.Float64bits(x) &^ 0xFFFFFFFF) }

// power2 returns 2**k, which is to be a normal number.
func power2(k int32) float64 { return words(0x3FF00000+k<<20, 0) }

// horner computes c[0] + x*(c[1] + x*(c[2] + ...)).
func horner(x float64, c []float64) float64 {
	sum := c[len(c)-1]
	for i := len(c) - 2; i >= 0; i-- {
		sum = c[i] + float64(x*sum)
	}
	return sum
}
