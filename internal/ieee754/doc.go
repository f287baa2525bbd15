// Package ieee754 has the functions of JavaScript's Math as V8 computes them, to
// the last bit, on every architecture.
//
// The algorithms and their constants are those of fdlibm, the "Freely
// Distributable LIBM" of Sun Microsystems (1993), some in the later form that
// FreeBSD's msun has; V8 uses them too:
//
//	Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
//	Developed at SunPro, a Sun Microsystems, Inc. business. Permission to use,
//	copy, modify, and distribute this software is freely granted, provided
//	that this notice is preserved.
//
// A product that is added to something, there or later, stands in float64(), which
// forbids the compiler to compute both with one rounding; on some architectures it
// would.
package ieee754
