// hood: run   book: 3.1
// Floats are IEEE 754: NaN is unequal to everything, -0 equals 0, float32 rounds at every step, conversion truncates.
package main

import (
	"fmt"
	"math"
)

func main() {
	zero, one := 0.0, 1.0
	nan, inf := zero/zero, one/zero
	fmt.Println(nan, inf, -inf, nan == nan, nan != nan, nan < 1, nan >= 1, inf > math.MaxFloat64) // out: NaN +Inf -Inf false true false false true
	negz := -zero
	minus := math.Copysign(0, -1)
	fmt.Println(negz, minus, minus == 0, 1/minus, math.Signbit(minus), math.Signbit(negz)) // out: -0 -0 true -Inf true true
	fmt.Println(0.1+0.2 == 0.3, one/10+one/5, float32(one)/10+float32(one)/5)              // out: true 0.30000000000000004 0.3
	var f32 float32 = 16777216
	fmt.Println(f32+1 == f32, float64(f32)+1, float32(0.1), float64(float32(0.1))) // out: true 1.6777217e+07 0.1 0.10000000149011612
	var sum32 float32
	var sum64 float64
	for i := 0; i < 1000; i++ {
		sum32 += 0.1
		sum64 += 0.1
	}
	fmt.Println(sum32, sum64)                                                                            // out: 99.99905 99.9999999999986
	fmt.Println(int(2.9*one), int(-2.9*one), int64(1e15*one), uint8(255.9*one), float64(int64(1<<53+1))) // out: 2 -2 1000000000000000 255 9.007199254740992e+15
	fmt.Println(float32(1e39*one), float32(1e-46*one), math.MaxFloat32, math.SmallestNonzeroFloat64)     // out: +Inf 0 3.4028234663852886e+38 5e-324
	fmt.Println(1e20, 1e21, 123456789.0, 1e-4, 1e-5, 100000.0, float32(1e20), float32(3.4e38))           // out: 1e+20 1e+21 1.23456789e+08 0.0001 1e-05 100000 1e+20 3.4e+38
	fmt.Println(inf-inf, inf*zero, zero*-1, -one*zero, inf/inf, math.Inf(-1))                            // out: NaN NaN -0 -0 NaN -Inf
	fmt.Println(math.Min(nan, 1), math.Max(minus, 0), math.Sqrt(-1), math.Pow(0, -1), math.Mod(-7, 3))   // out: NaN 0 NaN +Inf -1
	fmt.Println(uint64(1<<63*one), float64(uint64(math.MaxUint64)), float32(uint64(1<<63+1<<38)))        // out: 9223372036854775808 1.8446744073709552e+19 9.223372e+18
	c := complex(one, -2)
	d := 3 + 4i
	fmt.Println(c+d, c*d, c/d, -c, c == d, real(d), imag(c), c == complex(1, -2)) // out: (4+2i) (11-2i) (-0.2-0.4i) (-1+2i) false 3 -2 true
	var c64 complex64 = complex64(d) * 2
	c64 += 1i
	fmt.Println(c64, real(c64), d/complex(zero, 0), complex(nan, 0) == complex(nan, 0)) // out: (6+9i) 6 (+Inf+Infi) false
	fmt.Printf("%.2f %v %T %T\n", c, c64, c64, real(c64))                               // out: (1.00-2.00i) (6+9i) complex64 float32
	m := map[complex128]string{1 + 2i: "k"}
	fmt.Println(m[complex(1, 2)]) // out: k
	x := 10.0
	x /= 4
	x *= x
	x -= .25
	x++
	fmt.Println(x, x > 6.9, 7 == x) // out: 7 true true
	bits := math.Float64bits(minus)
	fmt.Printf("%#x %#x %v\n", bits, math.Float32bits(1.5), math.Float64frombits(0x3ff8000000000000)) // out: 0x8000000000000000 0x3fc00000 1.5
}
