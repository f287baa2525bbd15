package ieee754

import "math"

// pi/2 in three parts of 33 bits, each with what is left behind it.
const (
	halfPi1    = 1.57079632673412561417e+00 // 0x3FF921FB54400000
	halfPi1End = 6.07710050650619224932e-11
	halfPi2    = 6.07710050630396597660e-11
	halfPi2End = 2.02226624879595063154e-21
	halfPi3    = 2.02226624871116645580e-21
	halfPi3End = 8.47842766036889956997e-32

	invHalfPi = 6.36619772367581382433e-01 // 0x3FE45F306DC9C883
)

// quarters takes quarters of the circle from x. What is left is hi+lo, at most
// half a quarter; n counts the quarters, modulo 4 at least.
func quarters(x float64) (n int32, hi, lo float64) {
	switch size := magnitude(x); {
	case size <= 0x3FE921FB: // pi/4
		return 0, x, 0
	case size < 0x4002D97C: // 3/4 pi
		hi, lo = oneQuarter(math.Abs(x))
		n = 1
	case size <= 0x413921FB: // 2**19 * pi/2
		n, hi, lo = someQuarters(math.Abs(x))
	case size >= infHigh:
		return 0, x - x, 0
	default:
		n, hi, lo = manyQuarters(math.Abs(x))
	}
	if x < 0 {
		return -n, -hi, -lo
	}
	return n, hi, lo
}

// oneQuarter takes one quarter from x.
func oneQuarter(x float64) (hi, lo float64) {
	end := halfPi1End
	z := x - halfPi1
	if high(x) == 0x3FF921FB { // near pi/2
		z -= halfPi2
		end = halfPi2End
	}
	hi = z - end
	return hi, (z - hi) - end
}

// someQuarters takes quarters whose number has few bits, with as many bits of
// pi as are needed for what is left.
func someQuarters(x float64) (n int32, hi, lo float64) {
	n = int32(float64(x*invHalfPi) + 0.5)
	fn := float64(n)
	r := x - float64(fn*halfPi1)
	w := float64(fn * halfPi1End)
	hi = r - w
	if n < 32 && high(x) != high(fn*halfPiHi) || lostBits(x, hi) <= 16 {
		return n, hi, (r - hi) - w
	}
	r, w = takeMore(r, fn, halfPi2, halfPi2End)
	hi = r - w
	if lostBits(x, hi) > 49 {
		r, w = takeMore(r, fn, halfPi3, halfPi3End)
		hi = r - w
	}
	return n, hi, (r - hi) - w
}

// lostBits says by how many powers of 2 rest is smaller than x.
func lostBits(x, rest float64) int32 { return high(x)>>20 - magnitude(rest)>>20 }

// takeMore takes n times a further part of pi/2 from r; w is still to be taken.
func takeMore(r, n, part, end float64) (left, w float64) {
	taken := float64(n * part)
	left = r - taken
	return left, float64(n*end) - ((r - left) - taken)
}
