package ieee754

import "math"

// cbrtP approximates 1/cbrt(r), for a cube that is near to r.
var cbrtP = [5]float64{
	1.87595182427177009643,
	-1.88497979543377169875,
	1.621429720105354466140,
	-0.758397934778766047437,
	0.145996192886612446982,
}

// Cbrt returns the cube root of x.
func Cbrt(x float64) float64 {
	size := magnitude(x)
	if size >= infHigh || x == 0 {
		return x
	}
	a := math.Abs(x)
	var t float64 // to 5 bits: an exponent that is divided by 3 is a root
	if size < 0x00100000 {
		t = words(magnitude(two54*a)/3+696219795, 0)
	} else {
		t = words(size/3+715094163, 0)
	}
	// To 23 bits, and rounded to them.
	r := t * t * (t / a)
	p := &cbrtP
	t *= (p[0] + float64(r*(p[1]+float64(r*p[2])))) + float64(r*r*r*(p[3]+float64(r*p[4])))
	t = math.Float64frombits((math.Float64bits(t) + 0x80000000) & 0xFFFFFFFFC0000000)
	// To 53 bits, by a step of Newton's.
	r = a / (t * t)
	r = (r - t) / (t + t + r)
	return math.Copysign(t+float64(t*r), x)
}
