package ieee754

import "math"

// lnEven and lnOdd approximate (ln(1+s) - ln(1-s) - 2s) / s, the coefficients of
// every other square of s.
var (
	lnOdd = []float64{
		6.666666666666735130e-01, // 0x3FE5555555555593
		2.857142874366239149e-01,
		1.818357216161805012e-01,
		1.479819860511658591e-01,
	}
	lnEven = []float64{
		3.999999999940941908e-01, // 0x3FD999999997FA04
		2.222219843214978396e-01,
		1.531383769920937332e-01,
	}
)

// log1pP are the same coefficients, where log1p uses them one after the other.
var log1pP = []float64{
	6.666666666666735130e-01,
	3.999999999940941908e-01,
	2.857142874366239149e-01,
	2.222219843214978396e-01,
	1.818357216161805012e-01,
	1.531383769920937332e-01,
	1.479819860511658591e-01,
}

const (
	invLn2Hi = 1.44269504072144627571e+00
	invLn2Lo = 1.67517131648865118353e-10

	invLn10  = 4.34294481903251816668e-01
	log10Of2 = 3.01029995663611771306e-01 // without its end
	log10End = 3.69423907715893078616e-13
)

// logOfOdd has the logarithms of what is not a positive finite number.
func logOfOdd(x float64) (y float64, isOdd bool) {
	switch {
	case x == 0:
		return math.Inf(-1), true
	case x < 0:
		return math.NaN(), true
	case magnitude(x) >= infHigh:
		return x, true
	}
	return 0, false
}

// normal returns the exponent of a positive number, which is scaled when it is
// subnormal.
func normal(x float64) (k int32, scaled float64) {
	if high(x) < 0x00100000 {
		k, x = -54, x*two54
	}
	return k + high(x)>>20 - 1023, x
}

// aroundOne splits x into 2**k and a number between sqrt(2)/2 and sqrt(2).
// fraction is the upper half of its bits without exponent.
func aroundOne(x float64) (k, fraction int32, around float64) {
	k, x = normal(x)
	fraction = high(x) & 0x000FFFFF
	i := (fraction + 0x95F64) & 0x100000
	return k + i>>20, fraction, withHigh(x, fraction|(i^0x3FF00000))
}

// lnSeries returns what stands behind 2s in the series of ln(1+f), over s, where
// s is f/(2+f).
func lnSeries(s float64) float64 {
	z := float64(s * s)
	w := float64(z * z)
	even := float64(w * horner(w, lnEven))
	odd := float64(z * horner(w, lnOdd))
	return odd + even
}

// Log returns the natural logarithm of x.
func Log(x float64) float64 {
	if y, isOdd := logOfOdd(x); isOdd {
		return y
	}
	k, fraction, x := aroundOne(x)
	f := x - 1
	dk := float64(k)
	if 0x000FFFFF&(2+fraction) < 3 { // |f| < 2**-20
		return logNearPower(dk, f)
	}
	s := f / (2 + f)
	r := lnSeries(s)
	if (fraction-0x6147A)|(0x6B851-fraction) > 0 {
		half := float64(0.5 * f * f)
		if k == 0 {
			return f - (half - float64(s*(half+r)))
		}
		return float64(dk*ln2Hi) - ((half - (float64(s*(half+r)) + float64(dk*ln2Lo))) - f)
	}
	if k == 0 {
		return f - float64(s*(f-r))
	}
	return float64(dk*ln2Hi) - ((float64(s*(f-r)) - float64(dk*ln2Lo)) - f)
}

// logNearPower returns the logarithm of 2**k*(1+f), where f is very small.
func logNearPower(k, f float64) float64 {
	if f == 0 {
		if k == 0 {
			return 0
		}
		return float64(k*ln2Hi) + float64(k*ln2Lo)
	}
	r := float64(f * f * (0.5 - float64(0.33333333333333333*f)))
	if k == 0 {
		return f - r
	}
	return float64(k*ln2Hi) - ((r - float64(k*ln2Lo)) - f)
}

// Log2 returns the logarithm of x to the base 2.
func Log2(x float64) float64 {
	if y, isOdd := logOfOdd(x); isOdd {
		return y
	}
	if x == 1 {
		return 0
	}
	k, _, x := aroundOne(x)
	f := x - 1
	half := float64(0.5 * f * f)
	s := f / (2 + f)
	r := float64(s * (half + lnSeries(s)))
	hi := truncated(f - half)
	lo := ((f - hi) - half) + r
	upper := float64(hi * invLn2Hi)
	lower := float64((lo+hi)*invLn2Lo) + float64(lo*invLn2Hi)
	sum := float64(k) + upper
	lower += (float64(k) - sum) + upper
	return lower + sum
}

// Log10 returns the logarithm of x to the base 10.
func Log10(x float64) float64 {
	if y, isOdd := logOfOdd(x); isOdd {
		return y
	}
	if x == 1 {
		return 0
	}
	k, x := normal(x)
	negative := int32(uint32(k) >> 31)
	x = withHigh(x, high(x)&0x000FFFFF|(0x3FF-negative)<<20)
	y := float64(k + negative)
	return (float64(y*log10End) + float64(invLn10*Log(x))) + float64(y*log10Of2)
}

// Log1p returns the natural logarithm of 1+x.
func Log1p(x float64) float64 {
	size := magnitude(x)
	switch {
	case x == -1:
		return math.Inf(-1)
	case x < -1:
		return math.NaN()
	case size >= infHigh || size < 0x3C900000: // |x| < 2**-54
		return x
	case size < 0x3E200000: // |x| < 2**-29
		return x - float64(x*x*0.5)
	}
	if h := high(x); h < 0x3FDA827A && (h > 0 || uint32(h) <= 0xBFD2BEC4) {
		return log1pSum(0, x, 0, true)
	}
	k, u, c := onePlus(x)
	fraction := high(u) & 0x000FFFFF
	isFar := fraction != 0
	if fraction < 0x6A09E {
		u = withHigh(u, fraction|0x3FF00000)
	} else {
		k++
		u = withHigh(u, fraction|0x3FE00000)
		isFar = (0x00100000-fraction)>>2 != 0
	}
	return log1pSum(float64(k), u-1, c, isFar)
}

// onePlus returns 1+x, its exponent, and what rounding took from it, over it.
func onePlus(x float64) (k int32, u, lost float64) {
	if high(x) >= 0x43400000 { // x >= 2**53
		return high(x)>>20 - 1023, x, 0
	}
	u = 1 + x
	k = high(u)>>20 - 1023
	if k > 0 {
		return k, u, (1 - (u - x)) / u
	}
	return k, u, (x - (u - 1)) / u
}

// log1pSum returns the logarithm of 2**k*(1+f) plus c. isFar says that f is not
// very small.
func log1pSum(k, f, c float64, isFar bool) float64 {
	half := float64(0.5 * f * f)
	if !isFar {
		if f == 0 {
			if k == 0 {
				return 0
			}
			return float64(k*ln2Hi) + (c + float64(k*ln2Lo))
		}
		r := float64(half * (1 - float64(0.66666666666666666*f)))
		if k == 0 {
			return f - r
		}
		return float64(k*ln2Hi) - ((r - (float64(k*ln2Lo) + c)) - f)
	}
	s := f / (2 + f)
	z := float64(s * s)
	r := float64(z * horner(z, log1pP))
	if k == 0 {
		return f - (half - float64(s*(half+r)))
	}
	return float64(k*ln2Hi) - ((half - (float64(s*(half+r)) + (float64(k*ln2Lo) + c))) - f)
}
