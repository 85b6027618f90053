// Package big computes with numbers of any size: Int, Rat and Float. Mirrors: src/math/big (Go 1.22).
//
// Differs: natural numbers are multiplied and divided by natives (native/nat.h); Float computes exactly and rounds once.
//
// Methods that compute set their receiver to the result and return it; it may be one of the operands.
package big

import "math/rand"

// An Int is an integer of any size. The zero Int is 0. Do not copy Ints, use Set.
type Int struct {
	neg bool
	abs nat
}

var intOne = &Int{false, natOne}

// NewInt returns a new Int.
func NewInt(x int64) *Int { return new(Int).SetInt64(x) }

// Sign returns -1, 0 or 1.
func (x *Int) Sign() int {
	switch {
	case len(x.abs) == 0:
		return 0
	case x.neg:
		return -1
	}
	return 1
}

// setSigned sets z to ±abs; zero has no sign.
func (z *Int) setSigned(neg bool, abs nat) *Int {
	z.abs = abs
	z.neg = neg && len(abs) > 0
	return z
}

// SetInt64 sets z to x.
func (z *Int) SetInt64(x int64) *Int {
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	return z.setSigned(x < 0, z.abs.setUint64(u))
}

// SetUint64 sets z to x.
func (z *Int) SetUint64(x uint64) *Int { return z.setSigned(false, z.abs.setUint64(x)) }

// Set sets z to x.
func (z *Int) Set(x *Int) *Int {
	if z != x {
		z.abs = z.abs.set(x.abs)
		z.neg = x.neg
	}
	return z
}

// Bits returns the words of |x|, lowest first: x's memory, for other packages that compute with it.
func (x *Int) Bits() []Word { return x.abs }

// SetBits sets z to a natural number whose memory it then shares.
func (z *Int) SetBits(abs []Word) *Int { return z.setSigned(false, nat(abs).norm()) }

// Abs sets z to |x|.
func (z *Int) Abs(x *Int) *Int {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x.
func (z *Int) Neg(x *Int) *Int {
	z.Set(x)
	return z.setSigned(!z.neg, z.abs)
}

// addSigned sets z to x ± y.
func (z *Int) addSigned(x, y *Int, yneg bool) *Int {
	if x.neg == yneg {
		return z.setSigned(x.neg, z.abs.add(x.abs, y.abs))
	}
	if x.abs.cmp(y.abs) >= 0 {
		return z.setSigned(x.neg, z.abs.sub(x.abs, y.abs))
	}
	return z.setSigned(yneg, z.abs.sub(y.abs, x.abs))
}

// Add sets z to x + y.
func (z *Int) Add(x, y *Int) *Int { return z.addSigned(x, y, y.neg) }

// Sub sets z to x - y.
func (z *Int) Sub(x, y *Int) *Int { return z.addSigned(x, y, !y.neg) }

// Mul sets z to x * y.
func (z *Int) Mul(x, y *Int) *Int { return z.setSigned(x.neg != y.neg, z.abs.mul(x.abs, y.abs)) }

// MulRange sets z to the product of the integers from a to b, 1 if there are none.
func (z *Int) MulRange(a, b int64) *Int {
	switch {
	case a > b:
		return z.SetInt64(1)
	case a <= 0 && b >= 0:
		return z.SetInt64(0)
	}
	neg := false
	if a < 0 {
		neg = (b-a)&1 == 0
		a, b = -b, -a
	}
	return z.setSigned(neg, z.abs.mulRange(uint64(a), uint64(b)))
}

// Binomial sets z to n over k.
func (z *Int) Binomial(n, k int64) *Int {
	if k > n {
		return z.SetInt64(0)
	}
	if k > n-k {
		k = n - k
	}
	var top, i, t, limit Int
	top.SetInt64(n)
	limit.SetInt64(k)
	z.SetInt64(1)
	for i.Cmp(&limit) < 0 {
		z.Mul(z, t.Sub(&top, &i))
		i.Add(&i, intOne)
		z.Quo(z, &i)
	}
	return z
}

// Quo sets z to x / y, rounded towards zero, as Go's operator does. It panics if y is 0; so do the others.
func (z *Int) Quo(x, y *Int) *Int {
	neg := x.neg != y.neg
	q, _ := z.abs.div(nil, x.abs, y.abs)
	return z.setSigned(neg, q)
}

// Rem sets z to the rest of Quo, as Go's operator does.
func (z *Int) Rem(x, y *Int) *Int {
	neg := x.neg
	_, r := nat(nil).div(z.abs, x.abs, y.abs)
	return z.setSigned(neg, r)
}

// QuoRem sets z to Quo and r to Rem.
func (z *Int) QuoRem(x, y, r *Int) (*Int, *Int) {
	qneg, rneg := x.neg != y.neg, x.neg
	q, rest := nat(nil).div(nil, x.abs, y.abs)
	return z.setSigned(qneg, q), r.setSigned(rneg, rest)
}

// Div sets z to x / y, rounded so that the rest is not negative (Euclid's division).
func (z *Int) Div(x, y *Int) *Int {
	z, _ = z.DivMod(x, y, new(Int))
	return z
}

// Mod sets z to the rest of Div.
func (z *Int) Mod(x, y *Int) *Int {
	_, z = new(Int).DivMod(x, y, z)
	return z
}

// DivMod sets z to Div and m to Mod.
func (z *Int) DivMod(x, y, m *Int) (*Int, *Int) {
	yneg, yabs := y.neg, y.abs
	if z == y || m == y {
		yabs = nat(nil).set(yabs)
	}
	z.QuoRem(x, y, m)
	if m.neg {
		m.setSigned(false, m.abs.sub(yabs, m.abs))
		if yneg {
			z.Add(z, intOne)
		} else {
			z.Sub(z, intOne)
		}
	}
	return z, m
}

// Cmp returns -1, 0 or 1 as x is less than, equal to or greater than y.
func (x *Int) Cmp(y *Int) int {
	if x.neg != y.neg {
		if x.neg {
			return -1
		}
		return 1
	}
	r := x.abs.cmp(y.abs)
	if x.neg {
		return -r
	}
	return r
}

// CmpAbs compares absolute values.
func (x *Int) CmpAbs(y *Int) int { return x.abs.cmp(y.abs) }

func (x *Int) low() uint64 {
	if len(x.abs) == 0 {
		return 0
	}
	return uint64(x.abs[0])
}

// Int64 returns x, or its lowest 64 bits if it does not fit.
func (x *Int) Int64() int64 {
	v := int64(x.low())
	if x.neg {
		return -v
	}
	return v
}

// Uint64 returns x, or its lowest 64 bits if it does not fit.
func (x *Int) Uint64() uint64 { return x.low() }

// IsInt64 reports whether x fits into an int64.
func (x *Int) IsInt64() bool {
	if len(x.abs) > 1 {
		return false
	}
	w := int64(x.low())
	return w >= 0 || x.neg && w == -w
}

// IsUint64 reports whether x fits into a uint64.
func (x *Int) IsUint64() bool { return !x.neg && len(x.abs) <= 1 }

// Float64 returns the float64 nearest to x, and how it compares with x.
func (x *Int) Float64() (float64, Accuracy) {
	return new(Float).SetPrec(uint(max(x.abs.bitLen(), 64))).SetInt(x).Float64()
}

// SetString sets z to a number in a base from 2 to MaxBase, or with base 0 as its prefix says; then underscores may stand
// between digits. ok says whether all of s is one; if not z is of no use.
func (z *Int) SetString(s string, base int) (*Int, bool) { return z.setFromScanner(s, base) }

// SetBytes sets z to the number whose bytes these are, highest first.
func (z *Int) SetBytes(buf []byte) *Int { return z.setSigned(false, z.abs.setBytes(buf)) }

// Bytes returns the bytes of |x|, highest first.
func (x *Int) Bytes() []byte {
	buf := make([]byte, len(x.abs)*wordBytes)
	return buf[x.abs.bytes(buf):]
}

// FillBytes sets buf to the bytes of |x|, with zeros before them. It panics if there is no room.
func (x *Int) FillBytes(buf []byte) []byte {
	clear(buf)
	x.abs.bytes(buf)
	return buf
}

// BitLen returns the number of bits of |x|.
func (x *Int) BitLen() int { return x.abs.bitLen() }

// TrailingZeroBits returns how many of the lowest bits of |x| are 0.
func (x *Int) TrailingZeroBits() uint { return x.abs.trailingZeros() }

// Lsh sets z to x << n.
func (z *Int) Lsh(x *Int, n uint) *Int { return z.setSigned(x.neg, z.abs.shl(x.abs, n)) }

// Rsh sets z to x >> n, rounded down.
func (z *Int) Rsh(x *Int, n uint) *Int {
	down := x.neg && x.abs.anyBelow(n)
	z.setSigned(x.neg, z.abs.shr(x.abs, n))
	if down {
		z.Sub(z, intOne)
	}
	return z
}

// Negative numbers have bits as in two's complement with infinitely many ones at the top: -x is ^(x-1).

// Bit returns a bit of x.
func (x *Int) Bit(i int) uint {
	if i < 0 {
		panic("negative bit index")
	}
	if x.neg {
		return nat(nil).sub(x.abs, natOne).bit(uint(i)) ^ 1
	}
	return x.abs.bit(uint(i))
}

// SetBit sets z to x with one bit set to b.
func (z *Int) SetBit(x *Int, i int, b uint) *Int {
	if i < 0 {
		panic("negative bit index")
	}
	if b > 1 {
		panic("set bit is not 0 or 1")
	}
	if x.neg {
		t := nat(nil).sub(x.abs, natOne)
		t = t.setBit(t, uint(i), b^1)
		return z.setSigned(true, t.add(t, natOne))
	}
	return z.setSigned(false, z.abs.setBit(x.abs, uint(i), b))
}

// ones returns the bits of x, inverted if x is negative.
func (x *Int) ones() nat {
	if x.neg {
		return nat(nil).sub(x.abs, natOne)
	}
	return x.abs
}

// setOnes is the other way round.
func (z *Int) setOnes(neg bool, bits nat) *Int {
	if neg {
		bits = nat(nil).add(bits, natOne)
	}
	return z.setSigned(neg, bits)
}

// And sets z to x & y.
func (z *Int) And(x, y *Int) *Int {
	a, b := x.ones(), y.ones()
	switch {
	case x.neg && y.neg: // ^a & ^b == ^(a | b)
		return z.setOnes(true, nat(nil).or(a, b))
	case x.neg:
		return z.setOnes(false, nat(nil).andNot(b, a))
	case y.neg:
		return z.setOnes(false, nat(nil).andNot(a, b))
	}
	return z.setSigned(false, z.abs.and(a, b))
}

// AndNot sets z to x &^ y.
func (z *Int) AndNot(x, y *Int) *Int {
	a, b := x.ones(), y.ones()
	switch {
	case x.neg && y.neg: // ^a & b
		return z.setOnes(false, nat(nil).andNot(b, a))
	case x.neg: // ^a & ^b
		return z.setOnes(true, nat(nil).or(a, b))
	case y.neg:
		return z.setOnes(false, nat(nil).and(a, b))
	}
	return z.setSigned(false, z.abs.andNot(a, b))
}

// Or sets z to x | y.
func (z *Int) Or(x, y *Int) *Int {
	a, b := x.ones(), y.ones()
	switch {
	case x.neg && y.neg: // ^a | ^b == ^(a & b)
		return z.setOnes(true, nat(nil).and(a, b))
	case x.neg: // ^a | b == ^(a &^ b)
		return z.setOnes(true, nat(nil).andNot(a, b))
	case y.neg:
		return z.setOnes(true, nat(nil).andNot(b, a))
	}
	return z.setSigned(false, z.abs.or(a, b))
}

// Xor sets z to x ^ y.
func (z *Int) Xor(x, y *Int) *Int {
	return z.setOnes(x.neg != y.neg, nat(nil).xor(x.ones(), y.ones()))
}

// Not sets z to ^x.
func (z *Int) Not(x *Int) *Int { return z.setOnes(!x.neg, nat(nil).set(x.ones())) }

// Sqrt sets z to the root of x, rounded down. It panics if x is negative.
func (z *Int) Sqrt(x *Int) *Int {
	if x.neg {
		panic("square root of negative number")
	}
	return z.setSigned(false, z.abs.sqrt(x.abs))
}

// Rand sets z to a random number from 0 to n-1, 0 if n <= 0.
func (z *Int) Rand(rnd *rand.Rand, n *Int) *Int {
	if n.neg || len(n.abs) == 0 {
		return z.setSigned(false, nil)
	}
	return z.setSigned(false, z.abs.random(rnd, n.abs, n.abs.bitLen()))
}
