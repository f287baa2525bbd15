package ieee754

import "math"

// powL approximates 3/2*(log(x)-2s-2/3*s**3) over s**5, where s is (x-1)/(x+1),
// in squares of s.
var powL = []float64{
	5.99999999999994648725e-01,
	4.28571428578550184252e-01,
	3.33333329818377432918e-01,
	2.72728123808534006489e-01,
	2.30660745775561754067e-01,
	2.06975017800338417784e-01,
}

const (
	ln2Upper = 6.93147182464599609375e-01 // 24 bits
	ln2Lower = -1.90465429995776804525e-09

	// 2/3 over ln 2
	cp      = 9.61796693925975554329e-01
	cpUpper = 9.61796700954437255859e-01 // 24 bits
	cpLower = -7.02846165095275826516e-09

	invLn2Upper = 1.44269502162933349609e+00 // 24 bits
	invLn2Lower = 1.92596299112661746887e-08

	// log2(1.5)
	log2Of3HalvesUpper = 5.84962487220764160156e-01
	log2Of3HalvesLower = 1.35003920212974897128e-08

	powOverflow = 8.0085662595372944372e-17 // log2 of 1 and half a last bit of the largest
)

// Pow returns x**y. Unlike that of C, JavaScript's pow of 1 or -1 and infinity is NaN,
// and so is every one of a y that is NaN.
func Pow(x, y float64) float64 {
	switch {
	case y == 0:
		return 1
	case x != x || y != y:
		return math.NaN()
	case math.IsInf(y, 0):
		return powInfinity(x, y)
	case y == 1:
		return x
	case y == -1:
		return 1 / x
	case y == 2:
		return x * x
	case y == 0.5 && x >= 0 && !math.Signbit(x):
		return math.Sqrt(x)
	}
	isOdd := isOddInteger(y)
	a := math.Abs(x)
	if a == 0 || a == 1 || math.IsInf(a, 0) {
		return powSpecial(x, y, isOdd)
	}
	if x < 0 && y != math.Trunc(y) {
		return math.NaN()
	}
	z := powPositive(a, y)
	if x < 0 && isOdd {
		return -z
	}
	return z
}

func isOddInteger(y float64) bool {
	a := math.Abs(y)
	return a < 1<<53 && a == math.Trunc(a) && int64(a)&1 != 0
}

// powInfinity is Pow for an infinite y.
func powInfinity(x, y float64) float64 {
	switch a := math.Abs(x); {
	case a == 1:
		return math.NaN()
	case (a > 1) == (y > 0):
		return math.Inf(1)
	default:
		return 0
	}
}

// powSpecial is Pow for an x that is 0, 1, infinity or the negative of one.
func powSpecial(x, y float64, isOdd bool) float64 {
	z := math.Abs(x)
	if y < 0 {
		z = 1 / z
	}
	switch {
	case x == -1 && y != math.Trunc(y):
		return math.NaN()
	case math.Signbit(x) && isOdd:
		return -z
	default:
		return z
	}
}

// powPositive is Pow for a positive finite x that is not 1.
func powPositive(x, y float64) float64 {
	size, ySize := high(x), magnitude(y)
	var t1, t2 float64 // log2(x); t1 has 32 bits
	if ySize > 0x41E00000 {
		// |y| > 2**31: the power is infinite or 0 unless x is near to 1.
		farEnough := ySize > 0x43F00000
		switch {
		case farEnough && size <= 0x3FEFFFFF || size < 0x3FEFFFFF:
			return powFar(y < 0)
		case farEnough || size > 0x3FF00000:
			return powFar(y > 0)
		}
		t1, t2 = log2Near1(x)
	} else {
		t1, t2 = log2Of(x)
	}
	yUpper := truncated(y)
	lower := float64((y-yUpper)*t1) + float64(y*t2)
	upper := float64(yUpper * t1)
	return exp2Of(upper, lower)
}

// powFar is a power that is too large, or too small.
func powFar(isLarge bool) float64 {
	if isLarge {
		return math.Inf(1)
	}
	return 0
}

// log2Near1 returns log2(x) of an x that differs from 1 by 2**-20 or less.
func log2Near1(x float64) (t1, t2 float64) {
	t := x - 1
	w := (t * t) * (0.5 - float64(t*(0.3333333333333333333333-float64(t*0.25))))
	u := float64(invLn2Upper * t)
	v := float64(t*invLn2Lower) - float64(w*invLn2)
	t1 = truncated(u + v)
	return t1, v - (t1 - u)
}

// log2Of returns log2(x), with some 15 bits more than a number has.
func log2Of(x float64) (t1, t2 float64) {
	n, x, isUpper := aroundOneOr3Halves(x)
	base, logUpper, logLower, half := 1.0, 0.0, 0.0, int32(0)
	if isUpper {
		base, logUpper, logLower, half = 1.5, log2Of3HalvesUpper, log2Of3HalvesLower, 0x40000
	}
	// s = (x-base)/(x+base), whose upper half is sUpper
	u := x - base
	v := 1 / (x + base)
	s := float64(u * v)
	sUpper := truncated(s)
	tUpper := words((high(x)>>1|0x20000000)+0x00080000+half, 0) // x+base
	tLower := x - (tUpper - base)
	sLower := v * ((u - float64(sUpper*tUpper)) - float64(sUpper*tLower))
	// log(x)
	s2 := float64(s * s)
	r := float64(s2 * s2 * horner(s2, powL))
	r += float64(sLower * (sUpper + s))
	s2 = float64(sUpper * sUpper)
	tUpper = truncated(3 + s2 + r)
	tLower = r - ((tUpper - 3) - s2)
	u = float64(sUpper * tUpper)
	v = float64(sLower*tUpper) + float64(tLower*s)
	// 2/(3 ln 2) * (s + ...)
	pUpper := truncated(u + v)
	pLower := v - (pUpper - u)
	zUpper := float64(cpUpper * pUpper)
	zLower := float64(cpLower*pUpper) + float64(pLower*cp) + logLower
	t := float64(n)
	t1 = truncated(((zUpper + zLower) + logUpper) + t)
	return t1, zLower - (((t1 - t) - logUpper) - zUpper)
}

// aroundOneOr3Halves splits x into 2**n and a number that is near to 1, or to
// 1.5 (isUpper).
func aroundOneOr3Halves(x float64) (n int32, around float64, isUpper bool) {
	if high(x) < 0x00100000 {
		x *= two53
		n = -53
	}
	n += high(x)>>20 - 0x3FF
	fraction := high(x) & 0x000FFFFF
	size := fraction | 0x3FF00000
	switch {
	case fraction <= 0x3988E: // |x| < sqrt(3/2)
	case fraction < 0xBB67A: // |x| < sqrt(3)
		isUpper = true
	default:
		n++
		size -= 0x00100000
	}
	return n, withHigh(x, size), isUpper
}

const two53 = 1 << 53

// exp2Of returns 2**(upper+lower).
func exp2Of(upper, lower float64) float64 {
	z := lower + upper
	j := high(z)
	switch {
	case j >= 0x40900000: // z >= 1024
		if z > 1024 || lower+powOverflow > z-upper {
			return math.Inf(1)
		}
	case j&0x7FFFFFFF >= 0x4090CC00: // z <= -1075
		if z < -1075 || lower <= z-upper {
			return 0
		}
	}
	n, upper := nearestInteger(j, upper)
	t := truncated(lower + upper)
	u := float64(t * ln2Upper)
	v := float64((lower-(t-upper))*ln2) + float64(t*ln2Lower)
	z = u + v
	w := v - (z - u)
	t = float64(z * z)
	t1 := z - float64(t*horner(t, expP))
	// fdlibm subtracts w + z*w from the quotient, V8 from the divisor. That is why
	// 10 ** -5 is 0.000009999999999999999.
	r := z * t1 / ((t1 - 2) - (w + float64(z*w)))
	z = 1 - (r - z)
	if j = high(z) + n<<20; j>>20 <= 0 {
		return math.Ldexp(z, int(n)) // subnormal
	}
	return withHigh(z, j)
}

// nearestInteger takes the integer next to z, whose upper half is j, from upper.
func nearestInteger(j int32, upper float64) (n int32, rest float64) {
	if j&0x7FFFFFFF <= 0x3FE00000 { // |z| <= 1/2
		return 0, upper
	}
	k := j&0x7FFFFFFF>>20 - 0x3FF
	n = j + 0x00100000>>(k+1)
	k = n&0x7FFFFFFF>>20 - 0x3FF
	t := words(n&^(0x000FFFFF>>k), 0)
	n = (n&0x000FFFFF | 0x00100000) >> (20 - k)
	if j < 0 {
		n = -n
	}
	return n, upper - t
}
