package ieee754

import "math"

// sinS, cosC and tanT are the series of sin(x)/x, cos(x) and tan(x)/x behind
// their first terms, in squares of x; those of tan are every other one.
var (
	sinS = []float64{
		8.33333333332248946124e-03,
		-1.98412698298579493134e-04,
		2.75573137070700676789e-06,
		-2.50507602534068634195e-08,
		1.58969099521155010221e-10,
	}
	cosC = []float64{
		4.16666666666666019037e-02,
		-1.38888888888741095749e-03,
		2.48015872894767294178e-05,
		-2.75573143513906633035e-07,
		2.08757232129817482790e-09,
		-1.13596475577881948265e-11,
	}
	tanOdd = []float64{
		1.33333333333201242699e-01,
		2.18694882948595424599e-02,
		3.59207910759131235356e-03,
		5.88041240820264096874e-04,
		7.81794442939557092300e-05,
		-1.85586374855275456654e-05,
	}
	tanEven = []float64{
		5.39682539762260521377e-02,
		8.86323982359930005737e-03,
		1.45620945432529025516e-03,
		2.46463134818469906812e-04,
		7.14072491382608190305e-05,
		2.59073051863633712884e-05,
	}
)

const (
	sinS1 = -1.66666666666666324348e-01 // 0xBFC5555555555549
	tanT0 = 3.33333333333334091986e-01  // 0x3FD5555555555563
)

// Sin returns the sine of x.
func Sin(x float64) float64 {
	n, hi, lo := quarters(x)
	switch n & 3 {
	case 0:
		return sinNear0(hi, lo)
	case 1:
		return cosNear0(hi, lo)
	case 2:
		return -sinNear0(hi, lo)
	default:
		return -cosNear0(hi, lo)
	}
}

// Cos returns the cosine of x.
func Cos(x float64) float64 {
	n, hi, lo := quarters(x)
	switch n & 3 {
	case 0:
		return cosNear0(hi, lo)
	case 1:
		return -sinNear0(hi, lo)
	case 2:
		return -cosNear0(hi, lo)
	default:
		return sinNear0(hi, lo)
	}
}

// Tan returns the tangent of x.
func Tan(x float64) float64 {
	n, hi, lo := quarters(x)
	return tanNear0(hi, lo, n&1 != 0)
}

// sinNear0 returns the sine of x+y, where |x| is at most pi/4 and y its end.
func sinNear0(x, y float64) float64 {
	if magnitude(x) < 0x3E400000 { // |x| < 2**-27
		return x
	}
	z := float64(x * x)
	v := float64(z * x)
	r := horner(z, sinS)
	if y == 0 {
		return x + float64(v*(sinS1+float64(z*r)))
	}
	return x - ((float64(z*(float64(0.5*y)-float64(v*r))) - y) - float64(v*sinS1))
}

// cosNear0 returns the cosine of x+y, where |x| is at most pi/4 and y its end.
func cosNear0(x, y float64) float64 {
	size := magnitude(x)
	if size < 0x3E400000 { // |x| < 2**-27
		return 1
	}
	z := float64(x * x)
	r := float64(z * horner(z, cosC))
	rest := float64(z*r) - float64(x*y)
	if size < 0x3FD33333 { // |x| < 0.3
		return 1 - (float64(0.5*z) - rest)
	}
	quarter := 0.28125 // |x|/4, nearly
	if size <= 0x3FE90000 {
		quarter = words(size-0x00200000, 0)
	}
	half := float64(0.5*z) - quarter
	return (1 - quarter) - (half - rest)
}

// tanNear0 returns the tangent of x+y, where |x| is at most pi/4 and y its end,
// or of x+y and a quarter of the circle.
func tanNear0(x, y float64, isTurned bool) float64 {
	size := magnitude(x)
	if size < 0x3E300000 { // |x| < 2**-28
		switch {
		case !isTurned:
			return x
		case x == 0 && low(x) == 0:
			return math.Inf(1)
		default:
			return negativeInverse(x+y, x, y)
		}
	}
	isLarge := size >= 0x3FE59428 // 0.6744, where pi/4 - x is used
	sign := math.Copysign(1, x)
	if isLarge {
		x = (quarterPiHi - float64(sign*x)) + (3.06161699786838301793e-17 - float64(sign*y))
		y = 0
	}
	z := float64(x * x)
	w := float64(z * z)
	r := tanOddEven(z, w)
	s := float64(z * x)
	r = y + float64(z*(float64(s*r)+y))
	r += float64(tanT0 * s)
	w = x + r
	switch {
	case isLarge && isTurned:
		return sign * (-1 - float64(2*(x-(w*w/(w-1)-r))))
	case isLarge:
		return sign * (1 - float64(2*(x-(w*w/(w+1)-r))))
	case isTurned:
		return negativeInverse(w, x, r)
	default:
		return w
	}
}

func tanOddEven(z, w float64) float64 {
	odd := horner(w, tanOdd)
	even := float64(z * horner(w, tanEven))
	return odd + even
}

// negativeInverse returns -1/(x+r), where w is x+r rounded.
func negativeInverse(w, x, r float64) float64 {
	z := truncated(w)
	v := r - (z - x)
	a := -1 / w
	t := truncated(a)
	s := 1 + float64(t*z)
	return t + float64(a*(s+float64(t*v)))
}
