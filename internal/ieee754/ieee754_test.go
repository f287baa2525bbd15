package ieee754

import (
	"bytes"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"regexp"
	"testing"
)

// TestExact compares results whose last bit tells the algorithms apart with
// V8's.
func TestExact(t *testing.T) {
	worst := math.Ldexp(6381956970095103, 797) // next to a multiple of pi/2
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"10 ** -5", Pow(10, -5), 0.000009999999999999999},
		{"710 ** -0.5", Pow(710, -0.5), 0.03752933125204008},
		{"exp(1)", Exp(1), math.E},
		{"cos of the worst case", Cos(worst), -4.68716592425462761112e-19},
		{"sin of the worst case", Sin(worst), 1},
		{"tan of the worst case", Tan(worst), -2133485385753704000},
		{"cosh(-746)", Cosh(-746), math.Inf(1)},
		{"atan2(0, -1)", Atan2(math.Copysign(0, -1), -1), -math.Pi},
		{"hypot of subnormals", Hypot([]float64{3 * 5e-324, 4 * 5e-324}), 5 * 5e-324},
	} {
		if c.got != c.want {
			t.Errorf("%s is %v, not %v", c.name, c.got, c.want)
		}
	}
}

// TestNearGo compares with Go's functions, which are other algorithms: no result
// may be far away.
func TestNearGo(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct {
		name       string
		own, other func(float64) float64
	}{
		{"acos", Acos, math.Acos}, {"acosh", Acosh, math.Acosh}, {"asin", Asin, math.Asin}, {"asinh", Asinh, math.Asinh},
		{"atan", Atan, math.Atan}, {"atanh", Atanh, math.Atanh}, {"cbrt", Cbrt, math.Cbrt}, {"cos", Cos, math.Cos},
		{"cosh", Cosh, math.Cosh}, {"exp", Exp, math.Exp}, {"expm1", Expm1, math.Expm1}, {"log", Log, math.Log},
		{"log10", Log10, math.Log10}, {"log1p", Log1p, math.Log1p}, {"log2", Log2, math.Log2}, {"sin", Sin, math.Sin},
		{"sinh", Sinh, math.Sinh}, {"tan", Tan, math.Tan}, {"tanh", Tanh, math.Tanh},
		{"pow", func(x float64) float64 { return Pow(math.Abs(x), 1.7) }, func(x float64) float64 { return math.Pow(math.Abs(x), 1.7) }},
	} {
		for range 20_000 {
			x := math.Ldexp(random.Float64()-0.5, random.IntN(60)-40)
			own, other := c.own(x), c.other(x)
			if own != other && !(own != own && other != other) && math.Abs(own-other) > 1e-13*math.Abs(other)+1e-16 {
				t.Fatalf("%s(%v) is %v, Go's is %v", c.name, x, own, other)
			}
		}
	}
}

// TestNothingIsFused looks for instructions that multiply and add with one
// rounding, in the code for an architecture that has them.
func TestNothingIsFused(t *testing.T) {
	build := exec.Command("go", "build", "-gcflags=-S", ".")
	build.Env = append(os.Environ(), "GOARCH=arm64", "CGO_ENABLED=0")
	out, err := build.CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if !bytes.Contains(out, []byte("FMULD")) {
		t.Fatal("the listing of the code has no products")
	}
	fused := regexp.MustCompile(`(?m)^.*\b(FMADDD|FMSUBD|FNMADDD|FNMSUBD)\b.*$`)
	for _, line := range fused.FindAll(out, -1) {
		t.Errorf("%s", line)
	}
}
