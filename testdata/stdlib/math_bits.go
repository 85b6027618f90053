// hood: run
// Results of math to the last bit, of math/bits and math/cmplx.
package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/cmplx"
)

func main() {
	one := []struct {
		name string
		f    func(float64) float64
	}{{"Abs", math.Abs}, {"Acos", math.Acos}, {"Acosh", math.Acosh}, {"Asin", math.Asin}, {"Asinh", math.Asinh}, {"Atan", math.Atan},
		{"Atanh", math.Atanh}, {"Cbrt", math.Cbrt}, {"Ceil", math.Ceil}, {"Cos", math.Cos}, {"Cosh", math.Cosh}, {"Erf", math.Erf},
		{"Erfc", math.Erfc}, {"Erfinv", math.Erfinv}, {"Exp", math.Exp}, {"Exp2", math.Exp2}, {"Expm1", math.Expm1}, {"Floor", math.Floor},
		{"Gamma", math.Gamma}, {"J0", math.J0}, {"J1", math.J1}, {"Log", math.Log}, {"Log10", math.Log10}, {"Log1p", math.Log1p},
		{"Log2", math.Log2}, {"Logb", math.Logb}, {"Round", math.Round}, {"RoundToEven", math.RoundToEven}, {"Sin", math.Sin},
		{"Sinh", math.Sinh}, {"Sqrt", math.Sqrt}, {"Tan", math.Tan}, {"Tanh", math.Tanh}, {"Trunc", math.Trunc}, {"Y0", math.Y0}, {"Y1", math.Y1}}
	values := []float64{0, math.Copysign(0, -1), 0.3, -0.7, 1, -1, 1.5, 2.5, -3.7, 10.25, 37, 700.5, 1e9, 1e300, 1e-300, 5e-324, math.Inf(1), math.Inf(-1), math.NaN()}
	for _, o := range one {
		fmt.Print(o.name)
		for _, v := range values {
			r := o.f(v)
			if r != r {
				fmt.Print(" NaN")
			} else {
				fmt.Printf(" %x", math.Float64bits(r))
			}
		}
		fmt.Println()
	}
	for _, x := range values {
		for _, y := range values {
			fmt.Print(math.Pow(x, y), math.Atan2(y, x), math.Hypot(x, y), math.Mod(x, y), math.Remainder(x, y), math.Max(x, y), math.Min(x, y),
				math.Dim(x, y), math.Copysign(x, y), math.Nextafter(x, y), " ")
		}
		fr, exp := math.Frexp(x)
		whole, part := math.Modf(x)
		lg, sign := math.Lgamma(x)
		s, c := math.Sincos(x)
		fmt.Println(fr, exp, whole, part, lg, sign, s, c, math.Ldexp(x, 3), math.Ilogb(x), math.Jn(3, x), math.Yn(2, x), math.FMA(x, 2, 1), math.Signbit(x), math.IsInf(x, 0))
	}
	fmt.Println(math.Pow10(-330), math.Pow10(23), math.Pow10(308), math.Pow10(309), math.MaxInt64, uint64(math.MaxUint64), math.MaxFloat32, math.Float32bits(1.5), math.Nextafter32(1, 2))

	for _, x := range []uint64{0, 1, 0x80, 0xdeadbeefcafef00d, 1 << 63, math.MaxUint64} {
		fmt.Println(bits.LeadingZeros64(x), bits.TrailingZeros64(x), bits.OnesCount64(x), bits.Len64(x), bits.Reverse64(x), bits.ReverseBytes64(x),
			bits.RotateLeft64(x, 13), bits.RotateLeft64(x, -5), bits.Len8(uint8(x)), bits.TrailingZeros16(uint16(x)), bits.LeadingZeros32(uint32(x)),
			bits.Reverse8(uint8(x)), bits.RotateLeft16(uint16(x), 3), bits.ReverseBytes32(uint32(x)))
		hi, lo := bits.Mul64(x, 0x123456789abcdef1)
		sum, carry := bits.Add64(x, math.MaxUint64, 1)
		diff, borrow := bits.Sub64(x, 5, 1)
		q, r := bits.Div64(x>>1, 12345, x|1<<63)
		fmt.Println(hi, lo, sum, carry, diff, borrow, q, r, bits.Rem64(x, 7, 1000003))
	}
	func() {
		defer func() { fmt.Println(recover()) }()
		bits.Div64(5, 0, 5)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		bits.Div64(5, 0, 0)
	}()
	for _, z := range []complex128{0, 1, -1, 2i, 1 + 2i, -3.5 + 0.25i, complex(math.Inf(1), 1), cmplx.NaN()} {
		fmt.Println(cmplx.Abs(z), cmplx.Phase(z), cmplx.Sqrt(z), cmplx.Exp(z), cmplx.Log(z), cmplx.Sin(z), cmplx.Cos(z), cmplx.Tan(z), cmplx.Sinh(z),
			cmplx.Asin(z), cmplx.Acosh(z), cmplx.Atan(z), cmplx.Pow(z, 2-1i), cmplx.Conj(z), cmplx.IsNaN(z), cmplx.Cot(z), cmplx.Tanh(z))
	}
}
