// Exact constants and their conversions.
package p

const (
	huge       = 1 << 500
	back       = huge >> 499
	third      = 1.0 / 3
	one        = third * 3
	c          = 'a' + 1.0
	z          = 2i * 2i
	_          = uint8(255)
	_          = int8(-128)
	_  float32 = 1e-46
	_          = int(1e3)
	allOnes    = ^0
	divided    = 7 / 2
	fractional = 7 / 2.0
	neg        = -7 % 3
	str        = "a" < "b"
)

var (
	_ [back]int
	_ [int(one)]int
	_ rune    = c
	_ int     = z
	_ uint64  = 1<<64 - 1
	_ float64 = huge
	_ any     = 1 << 3
	_         = []any{1, 2.5, 'x', "s", 1i, nil, str}
	_ int     = neg + divided + allOnes
	_ float32 = fractional
)
