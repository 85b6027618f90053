// hood: run   book: 3.1
// Integers wrap at their width, shifts past it give 0 or the sign, division truncates, and MinInt / -1 is MinInt.
package main

import "fmt"

func main() {
	var i8, n8 int8 = 127, -128
	var i16, n16 int16 = 32767, -32768
	var i32, n32 int32 = 1<<31 - 1, -1 << 31
	var i64, n64 int64 = 1<<63 - 1, -1 << 63
	one8, one16, one32, one64 := int8(1), int16(1), int32(1), int64(1)
	fmt.Println(i8+one8, i16+one16, i32+one32, i64+one64) // out: -128 -32768 -2147483648 -9223372036854775808
	fmt.Println(n8-one8, n16-one16, n32-one32, n64-one64) // out: 127 32767 2147483647 9223372036854775807
	fmt.Println(-n8, -n16, -n32, -n64)                    // out: -128 -32768 -2147483648 -9223372036854775808
	fmt.Println(i8*i8, i16*i16, i32*i32, i64*i64)         // out: 1 1 1 1
	m8, m16, m32, m64 := -one8, -one16, -one32, -one64
	fmt.Println(n8/m8, n16/m16, n32/m32, n64/m64) // out: -128 -32768 -2147483648 -9223372036854775808
	fmt.Println(n8%m8, n16%m16, n32%m32, n64%m64) // out: 0 0 0 0
	var u8 uint8 = 255
	var u16 uint16 = 65535
	var u32 uint32 = 1<<32 - 1
	var u64 uint64 = 1<<64 - 1
	fmt.Println(u8+1, u16+1, u32+1, u64+1, u8*u8, u16*u16, u32*u32, u64*u64) // out: 0 0 0 0 1 1 1 1
	fmt.Println(u8/7, u16/7, u32/7, u64/7, u8%7, u16%7, u32%7, u64%7)        // out: 36 9362 613566756 2635249153387078802 3 1 3 1
	fmt.Println(-u8, -u16, -u32, -u64, ^u8, ^i8, ^n64)                       // out: 1 1 1 1 0 -128 9223372036854775807

	for _, d := range [][2]int{{7, 2}, {-7, 2}, {7, -2}, {-7, -2}} {
		fmt.Print(d[0]/d[1], " ", d[0]%d[1], "; ")
	}
	fmt.Println("truncated") // out: 3 1; -3 -1; -3 1; 3 -1; truncated

	for _, s := range []uint{0, 1, 7, 8, 31, 32, 63, 64, 200} {
		fmt.Print(i8<<s, " ", n8>>s, " ", u8>>s, " ", u32<<s, " ", i64>>s, " ", n64>>s, " ", u64<<s, "; ")
	}
	fmt.Println("shifts") // out: 127 -128 255 4294967295 9223372036854775807 -9223372036854775808 18446744073709551615; -2 -64 127 4294967294 4611686018427387903 -4611686018427387904 18446744073709551614; -128 -1 1 4294967168 72057594037927935 -72057594037927936 18446744073709551488; 0 -1 0 4294967040 36028797018963967 -36028797018963968 18446744073709551360; 0 -1 0 2147483648 4294967295 -4294967296 18446744071562067968; 0 -1 0 0 2147483647 -2147483648 18446744069414584320; 0 -1 0 0 0 -1 9223372036854775808; 0 -1 0 0 0 -1 0; 0 -1 0 0 0 -1 0; shifts
	var s8 uint8 = 200
	var s64 uint64 = 1 << 40
	var sneg int = 3
	fmt.Println(1<<s8 == 0, int32(-8)>>s64, uint16(9)>>s64, 1<<sneg, -1>>1) // out: true -1 0 8 -1

	fmt.Println(int8(i16), int8(i32-200), uint8(i64), int16(i32-40000), uint32(n64+5), int64(u64), uint16(n8)) // out: -1 55 255 25535 5 -1 65408
	fmt.Println(int32(u32), uint64(n8), uint64(uint8(n8)), int(n16), uintptr(u16))                             // out: -1 18446744073709551488 128 -32768 65535
	big, neg := 1e10, -3.99
	fmt.Println(int64(big), int(neg), int8(neg), uint8(200.7+float64(one8)-1), int32(-2.5*float64(one8))) // out: 10000000000 -3 -3 200 -2
	x := uint8(0b1100)
	fmt.Println(x&0b1010, x|0b0011, x^0b1010, x&^0b0100, ^x, x<<4, x<<5) // out: 8 15 6 8 243 192 128
	x &= 0x0c
	x |= 1
	x ^= 0xff
	x <<= 1
	x >>= 2
	x &^= 1
	x %= 50
	fmt.Println(x) // out: 6
	var sum8 uint8
	for i := 0; i < 300; i++ {
		sum8 += uint8(i)
	}
	hash := uint32(2166136261)
	for _, c := range []byte("hood") {
		hash = (hash ^ uint32(c)) * 16777619
	}
	fmt.Println(sum8, hash) // out: 50 2681007987
	i8++
	n8--
	u8++
	fmt.Println(i8, n8, u8, i8 < n8, u64 > 1<<63, n64 < 0) // out: -128 127 0 true true true
	c := 10
	c, d := c/3, c%3
	fmt.Println(c, d, 7&-7, -7&7, 6&^3) // out: 3 1 1 1 4
}
