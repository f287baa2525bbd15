package ieee754

import "math"

const (
	ln2 = 6.93147180559945286227e-01 // 0x3FE62E42FEFA39EF
	// hyperbolicOverflow is where sinh and cosh end, and largestExp where exp
	// comes near to it.
	hyperbolicOverflow = 710.4758600739439
	largestExp         = 709.7822265625
)

// Cosh returns the hyperbolic cosine of x.
func Cosh(x float64) float64 {
	size := magnitude(x)
	a := math.Abs(x)
	switch {
	case size < 0x3FD62E43: // |x| < ln 2 / 2
		t := Expm1(a)
		w := 1 + t
		if size < 0x3C800000 {
			return w
		}
		return 1 + t*t/(w+w)
	case size < 0x40360000: // |x| < 22
		t := Exp(a)
		return float64(0.5*t) + 0.5/t
	case size < 0x40862E42:
		return 0.5 * Exp(a)
	case a <= hyperbolicOverflow:
		w := Exp(0.5 * a)
		return 0.5 * w * w
	case x != x:
		return x
	default:
		return math.Inf(1)
	}
}

// Sinh returns the hyperbolic sine of x.
func Sinh(x float64) float64 {
	h := math.Copysign(0.5, x)
	a := math.Abs(x)
	switch {
	case a < 0x1p-28:
		return x
	case a < 1:
		t := Expm1(a)
		return h * (float64(2*t) - t*t/(t+1))
	case a < 22:
		t := Expm1(a)
		return h * (t + t/(t+1))
	case a < largestExp:
		return h * Exp(a)
	case a <= hyperbolicOverflow:
		w := Exp(0.5 * a)
		return h * w * w
	default:
		return x * 1e307
	}
}

// Tanh returns the hyperbolic tangent of x.
func Tanh(x float64) float64 {
	size := magnitude(x)
	var z float64
	switch {
	case x != x || size < 0x3E300000: // |x| < 2**-28
		return x
	case size >= 0x40360000: // |x| >= 22
		z = 1
	case size >= 0x3FF00000:
		z = 1 - 2/(Expm1(2*math.Abs(x))+2)
	default:
		t := Expm1(-2 * math.Abs(x))
		z = -t / (t + 2)
	}
	return math.Copysign(z, x)
}

// Acosh returns the inverse hyperbolic cosine of x.
func Acosh(x float64) float64 {
	switch {
	case x < 1 || x != x:
		return math.NaN()
	case high(x) >= 0x41B00000: // x >= 2**28
		if high(x) >= infHigh {
			return x
		}
		return Log(x) + ln2
	case x == 1:
		return 0
	case high(x) > 0x40000000: // x > 2
		t := float64(x * x)
		return Log(float64(2*x) - 1/(x+math.Sqrt(t-1)))
	default:
		t := x - 1
		return Log1p(t + math.Sqrt(float64(2*t)+float64(t*t)))
	}
}

// Asinh returns the inverse hyperbolic sine of x.
func Asinh(x float64) float64 {
	size := magnitude(x)
	a := math.Abs(x)
	var w float64
	switch {
	case size >= infHigh || size < 0x3E300000: // |x| < 2**-28
		return x
	case size > 0x41B00000: // |x| > 2**28
		w = Log(a) + ln2
	case size > 0x40000000: // |x| > 2
		w = Log(float64(2*a) + 1/(math.Sqrt(float64(x*x)+1)+a))
	default:
		t := float64(x * x)
		w = Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// Atanh returns the inverse hyperbolic tangent of x.
func Atanh(x float64) float64 {
	size := magnitude(x)
	a := math.Abs(x)
	var t float64
	switch {
	case a > 1 || x != x:
		return math.NaN()
	case a == 1:
		return math.Copysign(math.Inf(1), x)
	case size < 0x3E300000: // |x| < 2**-28
		return x
	case size < 0x3FE00000: // |x| < 1/2
		t = a + a
		t = 0.5 * Log1p(t+t*a/(1-a))
	default:
		t = 0.5 * Log1p((a+a)/(1-a))
	}
	return math.Copysign(t, x)
}
