package bits

// Arithmetic on words with carries, for numbers of several words.

// overflow is the run-time error of a quotient that does not fit.
type overflow struct{}

func (overflow) Error() string { return "runtime error: integer overflow" }

// RuntimeError makes overflow a runtime.Error.
func (overflow) RuntimeError() {}

// Add returns x + y + carry, carry being 0 or 1, and the carry out.
func Add(x, y, carry uint) (sum, carryOut uint) {
	s, c := Add64(uint64(x), uint64(y), uint64(carry))
	return uint(s), uint(c)
}

// Add32 is Add of 32 bits.
func Add32(x, y, carry uint32) (sum, carryOut uint32) {
	wide := uint64(x) + uint64(y) + uint64(carry)
	return uint32(wide), uint32(wide >> 32)
}

// Add64 is Add of 64 bits.
func Add64(x, y, carry uint64) (sum, carryOut uint64) {
	sum = x + y + carry
	// Out of the top: both were one there, or one of them and the sum is not.
	return sum, (x&y | (x|y)&^sum) >> 63
}

// Sub returns x - y - borrow, borrow being 0 or 1, and the borrow out.
func Sub(x, y, borrow uint) (diff, borrowOut uint) {
	d, b := Sub64(uint64(x), uint64(y), uint64(borrow))
	return uint(d), uint(b)
}

// Sub32 is Sub of 32 bits.
func Sub32(x, y, borrow uint32) (diff, borrowOut uint32) {
	wide := uint64(x) - uint64(y) - uint64(borrow)
	return uint32(wide), uint32(wide >> 63)
}

// Sub64 is Sub of 64 bits.
func Sub64(x, y, borrow uint64) (diff, borrowOut uint64) {
	diff = x - y - borrow
	return diff, (^x&y | ^(x^y)&diff) >> 63
}

// Mul returns both words of x * y.
func Mul(x, y uint) (hi, lo uint) {
	h, l := Mul64(uint64(x), uint64(y))
	return uint(h), uint(l)
}

// Mul32 is Mul of 32 bits.
func Mul32(x, y uint32) (hi, lo uint32) {
	wide := uint64(x) * uint64(y)
	return uint32(wide >> 32), uint32(wide)
}

// Div returns the quotient and remainder of the two words hi, lo by y. It panics if y is 0 or the quotient does
// not fit, that is y <= hi.
func Div(hi, lo, y uint) (quo, rem uint) {
	q, r := Div64(uint64(hi), uint64(lo), uint64(y))
	return uint(q), uint(r)
}

// Div32 is Div of 32 bits.
func Div32(hi, lo, y uint32) (quo, rem uint32) {
	if y != 0 && y <= hi {
		panic(overflow{})
	}
	wide := uint64(hi)<<32 | uint64(lo)
	return uint32(wide / uint64(y)), uint32(wide % uint64(y))
}

// Div64 is Div of 64 bits.
func Div64(hi, lo, y uint64) (quo, rem uint64) {
	if y != 0 && y <= hi {
		panic(overflow{})
	}
	if hi == 0 {
		return lo / y, lo % y // y == 0 panics here
	}
	// Long division by halves: with y's top bit set, a half of the quotient is guessed from y's upper half.
	shift := uint(64 - Len64(y))
	y <<= shift
	hi = hi<<shift | lo>>(64-shift)
	lo <<= shift
	q1, hi := divHalf(hi, lo>>32, y)
	q0, hi := divHalf(hi, lo&0xFFFFFFFF, y)
	return q1<<32 | q0, hi >> shift
}

// divHalf divides hi * 2^32 + next by y. REQUIRES: hi < y, y's top bit is set, next < 2^32.
func divHalf(hi, next, y uint64) (quo, rem uint64) {
	yHi, yLo := y>>32, y&0xFFFFFFFF
	quo = hi / yHi
	rest := hi % yHi
	// The guess is too large by 2 at most.
	for quo>>32 != 0 || quo*yLo > rest<<32|next {
		quo--
		rest += yHi
		if rest>>32 != 0 {
			break
		}
	}
	return quo, hi<<32 + next - quo*y
}

// Rem returns the remainder of hi, lo by y, whatever the size of the quotient. It panics if y is 0.
func Rem(hi, lo, y uint) uint { return uint(Rem64(uint64(hi), uint64(lo), uint64(y))) }

// Rem32 is Rem of 32 bits.
func Rem32(hi, lo, y uint32) uint32 { return uint32((uint64(hi)<<32 | uint64(lo)) % uint64(y)) }

// Rem64 is Rem of 64 bits.
func Rem64(hi, lo, y uint64) uint64 {
	_, rem := Div64(hi%y, lo, y)
	return rem
}
