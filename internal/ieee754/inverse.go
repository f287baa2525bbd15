package ieee754

import "math"

const (
	halfPiHi    = 1.57079632679489655800e+00 // 0x3FF921FB54442D18
	halfPiLo    = 6.12323399573676603587e-17 // 0x3C91A62633145C07
	quarterPiHi = 7.85398163397448278999e-01 // 0x3FE921FB54442D18
	piHi        = 3.1415926535897931160e+00
	piLo        = 1.2246467991473531772e-16
)

// asinP over asinQ approximates (asin(x)-x)/x**3, in squares of x.
var (
	asinP = []float64{
		1.66666666666666657415e-01,
		-3.25565818622400915405e-01,
		2.01212532134862925881e-01,
		-4.00555345006794114027e-02,
		7.91534994289814532176e-04,
		3.47933107596021167570e-05,
	}
	asinQ = []float64{
		1,
		-2.40339491173441421878e+00,
		2.02094576023350569471e+00,
		-6.88283971605453293030e-01,
		7.70381505559019352791e-02,
	}
)

// asinRest returns (asin(x)-x)/x for the square of x.
func asinRest(z float64) float64 { return z * horner(z, asinP) / horner(z, asinQ) }

// Asin returns the arc sine of x.
func Asin(x float64) float64 {
	a := math.Abs(x)
	size := magnitude(x)
	switch {
	case a > 1 || x != x:
		return math.NaN()
	case a == 1:
		return float64(x*halfPiHi) + float64(x*halfPiLo)
	case size < 0x3E400000: // |x| < 2**-27
		return x
	case size < 0x3FE00000: // |x| < 1/2
		return x + float64(x*asinRest(x*x))
	}
	t := float64((1 - a) * 0.5)
	s := math.Sqrt(t)
	r := asinRest(t)
	var y float64
	if size >= 0x3FEF3333 { // |x| > 0.975
		y = halfPiHi - (float64(2*(s+float64(s*r))) - halfPiLo)
	} else {
		w := truncated(s)
		c := (t - float64(w*w)) / (s + w)
		p := float64(2*s*r) - (halfPiLo - float64(2*c))
		q := quarterPiHi - float64(2*w)
		y = quarterPiHi - (p - q)
	}
	return math.Copysign(y, x)
}

// Acos returns the arc cosine of x.
func Acos(x float64) float64 {
	size := magnitude(x)
	switch {
	case x > 1 || x < -1 || x != x:
		return math.NaN()
	case x == 1:
		return 0
	case x == -1:
		return piHi + float64(2*halfPiLo)
	case size <= 0x3C600000: // |x| < 2**-57
		return halfPiHi + halfPiLo
	case size < 0x3FE00000: // |x| < 1/2
		return halfPiHi - (x - (halfPiLo - float64(x*asinRest(x*x))))
	case x < 0:
		z := float64((1 + x) * 0.5)
		s := math.Sqrt(z)
		w := float64(asinRest(z)*s) - halfPiLo
		return piHi - float64(2*(s+w))
	}
	z := float64((1 - x) * 0.5)
	s := math.Sqrt(z)
	upper := truncated(s)
	c := (z - float64(upper*upper)) / (s + upper)
	w := float64(asinRest(z)*s) + c
	return 2 * (upper + w)
}

// atanEven and atanOdd approximate (x-atan(x))/x, the coefficients of every other
// square of x.
var (
	atanEven = []float64{
		3.33333333333329318027e-01,
		1.42857142725034663711e-01,
		9.09088713343650656196e-02,
		6.66107313738753120669e-02,
		4.97687799461593236017e-02,
		1.62858201153657823623e-02,
	}
	atanOdd = []float64{
		-1.99999999998764832476e-01,
		-1.11111104054623557880e-01,
		-7.69187620504482999495e-02,
		-5.83357013379057348645e-02,
		-3.65315727442169155270e-02,
	}
)

// Atan returns the arc tangent of x.
func Atan(x float64) float64 {
	size := magnitude(x)
	a := math.Abs(x)
	var hi, lo, t float64 // atan of a number near a, and the difference's tangent
	switch {
	case x != x || size < 0x3E400000: // |x| < 2**-27
		return x
	case size >= 0x44100000: // |x| >= 2**66
		return math.Copysign(halfPiHi+halfPiLo, x)
	case size < 0x3FDC0000: // |x| < 7/16
		return x - float64(x*atanRest(x))
	case size < 0x3FE60000: // |x| < 11/16
		hi, lo, t = 4.63647609000806093515e-01, 2.26987774529616870924e-17, (float64(2*a)-1)/(2+a)
	case size < 0x3FF30000: // |x| < 19/16
		hi, lo, t = 7.85398163397448278999e-01, 3.06161699786838301793e-17, (a-1)/(a+1)
	case size < 0x40038000: // |x| < 39/16
		hi, lo, t = 9.82793723247329054082e-01, 1.39033110312309984516e-17, (a-1.5)/(1+float64(1.5*a))
	default:
		hi, lo, t = halfPiHi, halfPiLo, -1/a
	}
	return math.Copysign(hi-((float64(t*atanRest(t))-lo)-t), x)
}

// atanRest returns (t-atan(t))/t for a small t.
func atanRest(t float64) float64 {
	z := float64(t * t)
	w := float64(z * z)
	even := float64(z * horner(w, atanEven))
	odd := float64(w * horner(w, atanOdd))
	return even + odd
}

// Atan2 returns the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y:
		return math.NaN()
	case x == 1:
		return Atan(y)
	case y == 0:
		if math.Signbit(x) {
			return math.Copysign(piHi, y)
		}
		return y
	case x == 0:
		return math.Copysign(halfPiHi, y)
	case math.IsInf(x, 0) || math.IsInf(y, 0):
		return atan2OfInfinity(y, x)
	}
	k := (magnitude(y) - magnitude(x)) >> 20
	isLeft := x < 0
	var z float64
	switch {
	case k > 60: // |y/x| > 2**60
		z = halfPiHi + 0.5*piLo
		isLeft = false
	case isLeft && k < -60:
		z = 0
	default:
		z = Atan(math.Abs(y / x))
	}
	if isLeft && y < 0 {
		return (z - piLo) - piHi
	}
	if isLeft {
		return piHi - (z - piLo)
	}
	return math.Copysign(z, y)
}

// atan2OfInfinity is for an infinite x, y or both.
func atan2OfInfinity(y, x float64) float64 {
	var z float64
	switch {
	case !math.IsInf(x, 0):
		z = halfPiHi
	case math.IsInf(y, 0) && x > 0:
		z = quarterPiHi
	case math.IsInf(y, 0):
		z = 3 * quarterPiHi
	case x < 0:
		z = piHi
	}
	return math.Copysign(z, y)
}
