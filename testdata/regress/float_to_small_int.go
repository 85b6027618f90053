// hood: run
// What a conversion of a float that is too large gives is the machine's business. hood promises gc's bits on amd64, and gave
// others: there, small integers come from an int32, and uint64 has its top bit set.
package main

import (
	"fmt"
	"math"
)

func main() {
	v, n, inf := 10000000005.0, math.NaN(), math.Inf(1)
	fmt.Println(int32(v), int8(v), int16(v), uint16(v), uint8(v), uint32(v), int64(v), uint64(v))
	fmt.Println(int32(n), uint32(n), int64(n), uint64(n), uint64(inf), uint64(1e20+v), uint64(1.5e19+v))
	w := float32(v)
	fmt.Println(int32(w), int8(w), int16(w), uint16(w), uint8(w), uint32(w))
	a, b := -3.9, 200.7
	fmt.Println(int8(a), uint8(b), int16(a*1000), uint16(b))
}

// out: -2147483648 0 0 0 0 1410065413 10000000005 10000000005
// out: -2147483648 0 -9223372036854775808 9223372036854775808 9223372036854775808 9223372036854775808 15000000010000001024
// out: -2147483648 0 0 0 0 1410065408
// out: -3 200 -3900 200
