// hood: run   book: 3.1
// Constants are exact: iota, implicit repetition, arbitrary size and precision, and default types only where a value is made.
package main

import "fmt"

type weekday int

const (
	sunday weekday = iota
	monday
	tuesday
	_
	thursday
)

func (d weekday) String() string { return [...]string{"Sun", "Mon", "Tue", "Wed", "Thu"}[d] }

const (
	_  = iota
	kB = 1 << (10 * iota)
	mB
	gB
)

const (
	a, b = iota, iota * 10
	c, d
	_, _
	e, f
)

const (
	x = "s"
	y
	z = iota
	w
)

const (
	huge  = 1 << 200
	small = huge >> 198
	third = 1.0 / 3
	big   = 123456789012345678901234567890
	mask  = ^uint8(0x0f)
	neg   = -5 >> 1
	rem   = -7 % 3
	quot  = -7 / 2
	fq    = -7 / 2.0
	r     = 'a' + 1
	cplx  = (1 + 2i) * (3 - 1i)
	str   = "con" + "cat"
	l     = len(str)
	cmp   = "a" < "b" && 2.5 > 2
	la    = len([10]int{})
)

func main() {
	fmt.Println(sunday, monday, tuesday, thursday, weekday(3))                             // out: Sun Mon Tue Thu Wed
	fmt.Println(kB, mB, gB, a, b, c, d, e, f, x, y, z, w)                                  // out: 1024 1048576 1073741824 0 0 1 10 3 30 s s 2 3
	fmt.Println(small, huge/(huge-1), big/1000000000000000000, big%1000)                   // out: 4 1 123456789012 890
	fmt.Println(third*3 == 1, third, float32(third))                                       // out: true 0.3333333333333333 0.33333334
	fmt.Println(mask, neg, rem, quot, fq, r, cplx, str, l, cmp, la)                        // out: 240 -3 -1 -3 -3.5 98 (5+5i) concat 6 true 10
	fmt.Printf("%T %T %T %T %T %T\n", r, fq, cplx, cmp, mask, 1<<3)                        // out: int32 float64 complex128 bool uint8 int
	fmt.Println(0b1011, 0o17, 017, 0x_ff, 1_000_000, 0x1p-2, 0x1.8p1, 1e3, .5e-1, 6.02e23) // out: 11 15 15 255 1000000 0.25 3 1000 0.05 6.02e+23
	fmt.Println('\n', '\x41', '\'', '世', '\U0001F600', "\u4e16")                           // out: 10 65 39 19990 128512 世
	var i8 int8 = -128
	var u64 uint64 = 1<<64 - 1
	var f32 float32 = 16777216.0 + 1.0
	fmt.Println(i8, u64, f32, i8-1, u64+1) // out: -128 18446744073709551615 1.6777216e+07 127 0
	const shift = 3
	var s uint = 3
	var i64 int64 = 1 << s
	var fl = float64(1 << shift)
	fmt.Println(i64, fl, uint8(1)<<s<<s, int32(1)<<30)  // out: 8 8 64 1073741824
	fmt.Println(5/2, 5.0/2, 5/2.0, 5%3, 1/3*3, 1/3.0*3) // out: 2 2.5 2.5 2 0 1
	const local = iota + 7
	{
		const local = "inner"
		fmt.Print(local, " ")
	}
	fmt.Println(local) // out: inner 7
	var face interface{} = 'x'
	_, isRune := face.(rune)
	_, isInt := face.(int)
	fmt.Println(isRune, isInt, 10000000000*10000000000/10000000000)      // out: true false 10000000000
	fmt.Println(complex(1, 2) == 1+2i, real(cplx), imag(cplx), real(2i)) // out: true 5 5 0
}
