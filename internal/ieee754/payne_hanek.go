package ieee754

import "math"

// twoOverPi has the bits of 2/pi behind the point, 24 in each number.
var twoOverPi = [...]int32{
	0xA2F983, 0x6E4E44, 0x1529FC, 0x2757D1, 0xF534DD, 0xC0DB62,
	0x95993C, 0x439041, 0xFE5163, 0xABDEBB, 0xC561B7, 0x246E3A,
	0x424DD2, 0xE00649, 0x2EEA09, 0xD1921C, 0xFE1DEB, 0x1CB129,
	0xA73EE8, 0x8235F5, 0x2EBB44, 0x84E99C, 0x7026B4, 0x5F7E41,
	0x3991D6, 0x398353, 0x39F49C, 0x845F8B, 0xBDF928, 0x3B1FF8,
	0x97FFDE, 0x05980F, 0xEF2F11, 0x8B5A0A, 0x6D1F6D, 0x367ECF,
	0x27CB09, 0xB74F46, 0x3F669E, 0x5FEA2D, 0x7527BA, 0xC7EBE5,
	0xF17B3D, 0x0739F7, 0x8A5292, 0xEA6BFB, 0x5FB11F, 0x8D5D08,
	0x560330, 0x46FC7B, 0x6BABF0, 0xCFBC20, 0x9AF436, 0x1DA9E3,
	0x91615E, 0xE61B08, 0x659985, 0x5F14A0, 0x68408D, 0xFFD880,
	0x4D7327, 0x310606, 0x1556CA, 0x73A8C9, 0x60E27B, 0xC08C6B}

// halfPiParts is pi/2 in parts of 24 bits.
var halfPiParts = [...]float64{
	1.57079625129699707031e+00,
	7.54978941586159635335e-08,
	5.39030252995776476554e-15,
	3.28200341580791294123e-22,
	1.27065575308067607349e-29,
}

const (
	leastParts = 5 // of the product that are computed at first
	mostParts  = 20
)

// reduction is the method of Payne and Hanek: of a number's product with 2/pi
// only those bits are computed that decide what is left of it modulo pi/2.
type reduction struct {
	x      [3]float64 // the number, in parts of 24 bits
	nx     int
	first  int                // of twoOverPi's numbers, for the first part of x
	shift  int                // exponent of the product's last part
	parts  [mostParts]float64 // of the product
	digits [mostParts]int32   // of the fraction, the last 24 bits first
	n      int                // how many digits there are
}

// manyQuarters takes quarters of the circle from a large number.
func manyQuarters(x float64) (n int32, hi, lo float64) {
	exponent := magnitude(x)>>20 - 1046
	r := &reduction{nx: 3}
	z := withHigh(x, high(x)-exponent<<20) // below 2**24
	for i := range 2 {
		r.x[i] = math.Trunc(z)
		z = (z - r.x[i]) * two24
	}
	r.x[2] = z
	for r.x[r.nx-1] == 0 {
		r.nx--
	}
	r.first = max(0, (int(exponent)-3)/24)
	r.shift = int(exponent) - 24*(r.first+1)
	return r.reduce()
}

// reduce computes more parts until what is left is not 0.
func (r *reduction) reduce() (n int32, hi, lo float64) {
	r.compute(0, leastParts)
	for count := leastParts; ; {
		n, isNegative, z := r.split(count)
		more := 0
		if z == 0 {
			more = r.missing(count)
		}
		if more == 0 {
			r.finish(z)
			hi, lo = r.inAngles(isNegative)
			return n & 7, hi, lo
		}
		r.compute(count, count+more)
		count += more
	}
}

// compute makes the parts from one to another of the product.
func (r *reduction) compute(from, to int) {
	for i := from; i < to; i++ {
		sum := 0.0
		for j := range r.nx {
			if k := r.first + i - j; k >= 0 {
				sum += float64(r.x[j] * float64(twoOverPi[k]))
			}
		}
		r.parts[i] = sum
	}
}

// split makes digits of the parts, and splits the product into quarters, of
// which it returns the last bits, and a fraction between -1/2 and 1/2. Its
// absolute value stands in the digits, z is what the first part has beyond them.
func (r *reduction) split(count int) (n int32, isNegative bool, z float64) {
	last := count - 1
	r.n = last
	z = r.parts[last]
	for i := range last {
		upper := math.Trunc(twon24 * z)
		r.digits[i] = int32(z - float64(two24*upper))
		z = r.parts[last-1-i] + upper
	}
	z = math.Ldexp(z, r.shift)
	z -= float64(8 * math.Floor(z*0.125))
	n = int32(z)
	z -= float64(n)
	top := &r.digits[last-1]
	half := int32(0) // more than 0 when the fraction is at least 1/2
	switch {
	case r.shift > 0: // the first digit has bits of quarters
		bits := *top >> (24 - r.shift)
		n += bits
		*top -= bits << (24 - r.shift)
		half = *top >> (23 - r.shift)
	case r.shift == 0:
		half = *top >> 23
	case z >= 0.5:
		half = 2
	}
	if half == 0 {
		return n, false, z
	}
	hasDigits := r.complement()
	if half == 2 {
		z = 1 - z
		if hasDigits {
			z -= math.Ldexp(1, r.shift)
		}
	}
	return n + 1, true, z
}

// complement takes the digits from 1. It reports whether there are others than 0.
func (r *reduction) complement() (hasDigits bool) {
	for i, d := range r.digits[:r.n] {
		switch {
		case hasDigits:
			r.digits[i] = 0xFFFFFF - d
		case d != 0:
			r.digits[i] = 0x1000000 - d
			hasDigits = true
		}
	}
	if r.shift > 0 { // without the bits of quarters
		r.digits[r.n-1] &= 0xFFFFFF >> r.shift
	}
	return hasDigits
}

// missing says how many more parts are needed: none when a digit that counts is
// not 0.
func (r *reduction) missing(count int) int {
	for i := count - 2; i >= leastParts-1; i-- {
		if r.digits[i] != 0 {
			return 0
		}
	}
	k := 1
	for r.digits[leastParts-1-k] == 0 {
		k++
	}
	return k
}

// finish takes leading digits that are 0 away, or makes digits of what stands
// before them.
func (r *reduction) finish(z float64) {
	if z == 0 {
		r.n--
		r.shift -= 24
		for r.digits[r.n] == 0 {
			r.n--
			r.shift -= 24
		}
		return
	}
	z = math.Ldexp(z, -r.shift)
	if z >= two24 {
		upper := math.Trunc(twon24 * z)
		r.digits[r.n] = int32(z - float64(two24*upper))
		r.n++
		r.shift += 24
		r.digits[r.n] = int32(upper)
	} else {
		r.digits[r.n] = int32(z)
	}
}

// inAngles multiplies the fraction that the digits are with pi/2. The last digit
// is that with index r.n.
func (r *reduction) inAngles(isNegative bool) (hi, lo float64) {
	scale := math.Ldexp(1, r.shift)
	for i := r.n; i >= 0; i-- {
		r.parts[i] = scale * float64(r.digits[i])
		scale *= twon24
	}
	var products [mostParts]float64
	for i := r.n; i >= 0; i-- {
		sum := 0.0
		for k := 0; k < leastParts && k <= r.n-i; k++ {
			sum += float64(halfPiParts[k] * r.parts[i+k])
		}
		products[r.n-i] = sum
	}
	for i := r.n; i >= 0; i-- {
		hi += products[i]
	}
	lo = products[0] - hi
	for _, p := range products[1 : r.n+1] {
		lo += p
	}
	if isNegative {
		return -hi, -lo
	}
	return hi, lo
}
