package ieee754

import "math"

const (
	ln2Hi  = 6.93147180369123816490e-01 // 0x3FE62E42FEE00000
	ln2Lo  = 1.90821492927058770002e-10 // 0x3DEA39EF35793C76
	invLn2 = 1.44269504088896338700e+00 // 0x3FF71547652B82FE

	expOverflow  = 7.09782712893383973096e+02
	expUnderflow = -7.45133219101941108420e+02
)

// expP approximates x*(exp(x)+1)/(exp(x)-1), in squares of x.
var expP = []float64{
	1.66666666666666019037e-01, // 0x3FC555555555553E
	-2.77777777770155933842e-03,
	6.61375632143793436117e-05,
	-1.65339022054652515390e-06,
	4.13813679705723846039e-08,
}

// expm1Q approximates 6/x*((exp(x)+1)/(exp(x)-1)-2/x), in halves of squares of x.
var expm1Q = []float64{
	1,
	-3.33333333333331316428e-02,
	1.58730158725481460165e-03,
	-7.93650757867487942473e-05,
	4.00821782732936239552e-06,
	-2.01099218183624371326e-07,
}

// Exp returns e**x.
func Exp(x float64) float64 {
	size := magnitude(x)
	switch {
	case size >= infHigh && x != x:
		return x
	case x > expOverflow:
		return math.Inf(1)
	case x < expUnderflow:
		return 0
	case size < 0x3E300000: // |x| < 2**-28
		return 1 + x
	case x == 1:
		return math.E // V8's exception: the last bit would be another
	}
	k, hi, lo := nearestLn2(x)
	x = hi - lo
	t := float64(x * x)
	c := x - float64(t*horner(t, expP))
	if k == 0 {
		return 1 - (x*c/(c-2) - x)
	}
	y := 1 - ((lo - x*c/(2-c)) - hi)
	switch {
	case k == 1024:
		return y * 2 * 0x1p1023
	case k >= -1021:
		return y * power2(k)
	default:
		return y * power2(k+1000) * 0x1p-1000
	}
}

// nearestLn2 takes the multiple k of ln 2 next to x from x. What is left is
// hi - lo.
func nearestLn2(x float64) (k int32, hi, lo float64) {
	switch size := magnitude(x); {
	case size <= 0x3FD62E42: // |x| <= ln 2 / 2
		return 0, x, 0
	case size < 0x3FF0A2B2 && x > 0: // |x| < 3/2 ln 2
		return 1, x - ln2Hi, ln2Lo
	case size < 0x3FF0A2B2:
		return -1, x + ln2Hi, -ln2Lo
	}
	k = int32(float64(invLn2*x) + math.Copysign(0.5, x))
	t := float64(k)
	return k, x - float64(t*ln2Hi), float64(t * ln2Lo)
}

// Expm1 returns e**x - 1.
func Expm1(x float64) float64 {
	size := magnitude(x)
	switch {
	case size >= infHigh && x != x, math.IsInf(x, 1):
		return x
	case x > expOverflow:
		return math.Inf(1)
	case size >= 0x4043687A && x < 0: // x <= -56 ln 2
		return -1
	case size < 0x3C900000: // |x| < 2**-54
		return x
	}
	k, hi, lo := nearestLn2(x)
	x = hi - lo
	c := (hi - x) - lo
	half := float64(0.5 * x)
	square := float64(x * half)
	r := horner(square, expm1Q)
	t := 3 - float64(r*half)
	e := float64(square * ((r - t) / (6 - float64(x*t))))
	if k == 0 {
		return x - (float64(x*e) - square)
	}
	e = float64(x*(e-c)) - c
	return scaledExpm1(k, x, e-square)
}

// scaledExpm1 returns 2**k*(1 + x - e) - 1.
func scaledExpm1(k int32, x, e float64) float64 {
	switch {
	case k == -1:
		return float64(0.5*(x-e)) - 0.5
	case k == 1 && x < -0.25:
		return -2 * (e - (x + 0.5))
	case k == 1:
		return 1 + float64(2*(x-e))
	case k == 1024:
		return float64((1-(e-x))*2*0x1p1023) - 1
	case k <= -2 || k > 56:
		return float64((1-(e-x))*power2(k)) - 1
	case k < 20:
		return ((1 - power2(-k)) - (e - x)) * power2(k)
	default:
		return ((x - (e + power2(-k))) + 1) * power2(k)
	}
}
