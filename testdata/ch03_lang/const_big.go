// hood: run   book: 3.1
// Untyped constant arithmetic is exact far beyond 64 bits, floats keep hundreds of bits, and only the result is rounded.
package main

import (
	"fmt"
	"math"
)

const (
	fact30   = 1 * 2 * 3 * 4 * 5 * 6 * 7 * 8 * 9 * 10 * 11 * 12 * 13 * 14 * 15 * 16 * 17 * 18 * 19 * 20 * 21 * 22 * 23 * 24 * 25 * 26 * 27 * 28 * 29 * 30
	fact28   = fact30 / 29 / 30
	googol   = 1e100
	tiny     = 1 / googol
	mersenne = 1<<127 - 1
	and      = mersenne & 0xffff_ffff_ffff
	xor      = mersenne ^ 1<<126
	andNot   = mersenne &^ (1 << 126)
	hugeDiv  = 1 << 500 / (1 << 437)
	piBig    = 3.14159265358979323846264338327950288419716939937510582097494459
	floatInt = 2.0 * 3
	cc       = 1i * 1i
	neg      = -mersenne >> 120
	round    = 0.1 + 0.2
	e2       = math.E * math.E
	bigRune  = 'z' * 1000000000000
	inv      = ^0
	cmp      = 1<<100 > 1e30
)

func main() {
	fmt.Println(fact30/fact28, fact30%1000000007, fact30/1000000000000000000000)                     // out: 870 109361473 265252859812
	fmt.Println(googol*tiny == 1, float64(googol), tiny)                                             // out: true 1e+100 1e-100
	fmt.Println(uint64(mersenne>>63), and, xor>>100, andNot == mersenne>>1, hugeDiv>>1)              // out: 18446744073709551615 281474976710655 67108863 true 4611686018427387904
	fmt.Println(piBig, float32(piBig), int(piBig*0+2.5*2), piBig == math.Pi)                         // out: 3.141592653589793 3.1415927 5 true
	fmt.Println(floatInt<<2, real(cc), neg, round == 0.3, round, e2)                                 // out: 24 -1 -128 true 0.3 7.38905609893065
	fmt.Println(bigRune-121999999999999, inv, cmp, int64(math.MaxUint64>>1), uint64(math.MaxUint64)) // out: 1 -1 true 9223372036854775807 18446744073709551615
	fmt.Println(math.MaxFloat64, math.MaxFloat32, math.SmallestNonzeroFloat32)                       // out: 1.7976931348623157e+308 3.4028234663852886e+38 1.401298464324817e-45
	var x float64 = 1<<53 + 1
	var y float32 = 1<<24 + 1
	var z float64 = 0.1 + 1e-17
	fmt.Println(int64(x), int64(y), z == 0.1)                                      // out: 9007199254740992 16777216 true
	fmt.Println(1e308*10/10, 5.0/3*3, 7.0/2, 7/2, 7/2*2.0, 1/2+1/2.0)              // out: 1e+308 5 3.5 3 6 0.5
	fmt.Println(0x1p-1074, 0x1.fffffffffffffp1023, 4.9e-324, 1e-400 == 0)          // out: 5e-324 1.7976931348623157e+308 5e-324 false
	fmt.Println(uint32(1<<32-1), int8(-1<<7), len("x")<<62, 1.0<<3, int64(-1)<<63) // out: 4294967295 -128 4611686018427387904 8 -9223372036854775808
}
