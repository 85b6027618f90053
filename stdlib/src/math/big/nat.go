package big

import (
	"math/bits"
	"math/rand"
)

// A nat is a natural number, lowest word first, without leading zeros. Zero is empty.
//
// Methods set their result in memory of z if there is enough, and return it; operands may be z, too.
type nat []Word

var natOne = nat{1}

func (z nat) norm() nat {
	n := len(z)
	for n > 0 && z[n-1] == 0 {
		n--
	}
	return z[:n]
}

// make returns n words, in z's memory if that is enough.
func (z nat) make(n int) nat {
	if n <= cap(z) {
		return z[:n]
	}
	return make(nat, n, n+4) // some room to grow
}

func (z nat) set(x nat) nat {
	z = z.make(len(x))
	copy(z, x)
	return z
}

func (z nat) setUint64(x uint64) nat {
	if x == 0 {
		return z[:0]
	}
	z = z.make(1)
	z[0] = Word(x)
	return z
}

func (x nat) cmp(y nat) int {
	if len(x) != len(y) {
		if len(x) < len(y) {
			return -1
		}
		return 1
	}
	for i := len(x) - 1; i >= 0; i-- {
		if x[i] != y[i] {
			if x[i] < y[i] {
				return -1
			}
			return 1
		}
	}
	return 0
}

func (z nat) add(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	n := len(y)
	z = z.make(len(x) + 1)
	c := addVV(z[:n], x[:n], y)
	z[len(x)] = addVW(z[n:len(x)], x[n:], c)
	return z.norm()
}

// sub returns x - y. REQUIRES: x >= y.
func (z nat) sub(x, y nat) nat {
	n := len(y)
	if len(x) < n {
		panic("underflow")
	}
	z = z.make(len(x))
	c := subVV(z[:n], x[:n], y)
	if subVW(z[n:], x[n:], c) != 0 {
		panic("underflow")
	}
	return z.norm()
}

// mulLeaf is the length of factors that are multiplied by a native: in little time, since nothing else happens to the
// goroutine meanwhile.
const mulLeaf = 8192

// overlap reports whether two slices share memory: they are parts of one from its start on, here.
func overlap(x, y nat) bool {
	return cap(x) > 0 && cap(y) > 0 && &x[:cap(x)][cap(x)-1] == &y[:cap(y)][cap(y)-1]
}

func (z nat) mul(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	switch len(y) {
	case 0:
		return z[:0]
	case 1:
		return z.mulWord(x, y[0], 0)
	}
	if overlap(z, x) || overlap(z, y) {
		z = nil
	}
	z = z.make(len(x) + len(y))
	if len(x) <= mulLeaf {
		mulVV(z, x, y)
		return z.norm()
	}
	clear(z)
	z.addProducts(x, y)
	return z.norm()
}

// addProducts adds x * y, of which one is too long for a native, in pieces.
func (z nat) addProducts(x, y nat) {
	if len(y) > mulLeaf && len(x) < 2*len(y) {
		z.addKaratsuba(x, y)
		return
	}
	step := max(len(y), mulLeaf)
	for at := 0; at < len(x); at += step {
		part := x[at:min(at+step, len(x))].norm()
		z.addAt(at, nat(nil).mul(part, y))
	}
}

func (z nat) addKaratsuba(x, y nat) {
	h := (len(x) + 1) / 2
	x0, x1 := x[:h].norm(), x[h:]
	y0, y1 := y[:min(h, len(y))].norm(), y[min(h, len(y)):]
	low, high := nat(nil).mul(x0, y0), nat(nil).mul(x1, y1)
	middle := nat(nil).mul(nat(nil).add(x0, x1), nat(nil).add(y0, y1))
	middle = middle.sub(middle, low)
	middle = middle.sub(middle, high)
	z.addAt(0, low)
	z.addAt(h, middle)
	z.addAt(2*h, high)
}

// addAt adds x * 2**(64 at). REQUIRES: there is room for the sum.
func (z nat) addAt(at int, x nat) {
	n := at + len(x)
	if c := addVV(z[at:n], z[at:n], x); c != 0 {
		addVW(z[n:], z[n:], c)
	}
}

// mulWord returns x * y + r.
func (z nat) mulWord(x nat, y, r Word) nat {
	if len(x) == 0 || y == 0 {
		return z.setUint64(uint64(r))
	}
	z = z.make(len(x) + 1)
	z[len(x)] = mulAddVWW(z[:len(x)], x, y, r)
	return z.norm()
}

// divRowsBudget is about how many word products one call of divRows may take.
const divRowsBudget = 1 << 20

// div returns quotient and rest; r may use the memory of z2.
func (z nat) div(z2, u, v nat) (q, r nat) {
	if len(v) == 0 {
		panic("division by zero")
	}
	if u.cmp(v) < 0 {
		return z[:0], z2.set(u)
	}
	if len(v) == 1 {
		z = z.make(len(u))
		rest := divWVW(z, 0, u, v[0])
		return z.norm(), z2.setUint64(uint64(rest))
	}
	n, m := len(v), len(u)-len(v)
	shift := uint(bits.LeadingZeros64(uint64(v[n-1])))
	divisor := make(nat, n)
	shlVU(divisor, v, shift)
	rest := make(nat, len(u)+1)
	rest[len(u)] = shlVU(rest[:len(u)], u, shift)
	z = nat(nil).make(m + 1)
	step := max(1, divRowsBudget/n)
	for from := m + 1; from > 0; from = max(0, from-step) {
		divRows(z, rest, divisor, from, max(0, from-step))
	}
	rest = rest[:n]
	shrVU(rest, rest, shift)
	return z.norm(), rest.norm()
}

func (x nat) bitLen() int {
	if n := len(x); n > 0 {
		return (n-1)*wordBits + bits.Len64(uint64(x[n-1]))
	}
	return 0
}

func (x nat) trailingZeros() uint {
	for i, w := range x {
		if w != 0 {
			return uint(i*wordBits + bits.TrailingZeros64(uint64(w)))
		}
	}
	return 0
}

func (z nat) shl(x nat, s uint) nat {
	if len(x) == 0 {
		return z[:0]
	}
	n := int(s / wordBits)
	m := len(x)
	z = z.make(m + n + 1)
	// From the top down: z may be x.
	if n == 0 {
		z[m] = shlVU(z[:m], x, s)
		return z.norm()
	}
	copy(z[n:], x)
	z[m+n] = 0
	z[m+n] = shlVU(z[n:m+n], z[n:m+n], s%wordBits)
	clear(z[:n])
	return z.norm()
}

func (z nat) shr(x nat, s uint) nat {
	n := int(s / wordBits)
	if n >= len(x) {
		return z[:0]
	}
	m := len(x) - n
	z = z.make(m)
	copy(z, x[n:])
	shrVU(z, z, s%wordBits)
	return z.norm()
}

// anyBelow reports whether one of the s lowest bits is set.
func (x nat) anyBelow(s uint) bool { return len(x) > 0 && x.trailingZeros() < s }

func (x nat) bit(i uint) uint {
	if j := i / wordBits; j < uint(len(x)) {
		return uint(x[j] >> (i % wordBits) & 1)
	}
	return 0
}

func (z nat) setBit(x nat, i uint, b uint) nat {
	j := int(i / wordBits)
	m := Word(1) << (i % wordBits)
	n := max(len(x), j+1)
	if b == 0 && j >= len(x) {
		return z.set(x)
	}
	z = z.make(n)
	copied := copy(z, x)
	clear(z[copied:])
	if b == 0 {
		z[j] &^= m
	} else {
		z[j] |= m
	}
	return z.norm()
}

func (z nat) and(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(n)
	for i := range z {
		z[i] = x[i] & y[i]
	}
	return z.norm()
}

func (z nat) andNot(x, y nat) nat {
	n := min(len(x), len(y))
	z = z.make(len(x))
	for i := 0; i < n; i++ {
		z[i] = x[i] &^ y[i]
	}
	copy(z[n:], x[n:])
	return z.norm()
}

func (z nat) or(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	n := len(y)
	z = z.make(len(x))
	for i, w := range y {
		z[i] = x[i] | w
	}
	copy(z[n:], x[n:])
	return z.norm()
}

func (z nat) xor(x, y nat) nat {
	if len(x) < len(y) {
		x, y = y, x
	}
	n := len(y)
	z = z.make(len(x))
	for i, w := range y {
		z[i] = x[i] ^ w
	}
	copy(z[n:], x[n:])
	return z.norm()
}

// random returns a number below limit, of n bits. The words drawn are Go's.
func (z nat) random(r *rand.Rand, limit nat, n int) nat {
	z = nat(nil).make(len(limit))
	top := uint(n % wordBits)
	if top == 0 {
		top = wordBits
	}
	mask := Word(1<<top - 1)
	for {
		for i := range z {
			z[i] = Word(r.Uint32()) | Word(r.Uint32())<<32
		}
		z[len(limit)-1] &= mask
		if z.norm().cmp(limit) < 0 {
			return z.norm()
		}
	}
}

// mulRange returns the product of the numbers from a to b.
func (z nat) mulRange(a, b uint64) nat {
	switch {
	case a == 0:
		return z.setUint64(0)
	case a > b:
		return z.setUint64(1)
	case a == b:
		return z.setUint64(a)
	case a+1 == b:
		return z.mul(nat(nil).setUint64(a), nat(nil).setUint64(b))
	}
	m := a + (b-a)/2
	return z.mul(nat(nil).mulRange(a, m), nat(nil).mulRange(m+1, b))
}

// exp returns x**y, modulo m if m is not zero.
func (z nat) exp(x, y, m nat) nat {
	if len(m) == 1 && m[0] == 1 {
		return z[:0]
	}
	reduce := func(v nat) nat {
		if len(m) > 0 {
			_, v = nat(nil).div(nil, v, m)
		}
		return v
	}
	if len(y) == 0 {
		return z.setUint64(1)
	}
	if len(m) > 0 {
		x = reduce(x)
	}
	if len(x) == 0 {
		return z[:0]
	}
	// Four bits of the exponent at a time, if it is long.
	width := 1
	if y.bitLen() > 16 && len(m) > 0 {
		width = 4
	}
	powers := make([]nat, 1<<width)
	powers[0], powers[1] = natOne, x
	for i := 2; i < len(powers); i++ {
		powers[i] = reduce(nat(nil).mul(powers[i-1], x))
	}
	result := nat(nil).set(natOne)
	for at := (y.bitLen() + width - 1) / width * width; at > 0; at -= width {
		digit := 0
		for k := 1; k <= width; k++ {
			if len(result) != 1 || result[0] != 1 {
				result = reduce(nat(nil).mul(result, result))
			}
			digit = digit<<1 | int(y.bit(uint(at-k)))
		}
		if digit > 0 {
			result = reduce(nat(nil).mul(result, powers[digit]))
		}
	}
	return z.set(result)
}

// sqrt returns the root of x, rounded down: by Newton's method from above.
func (z nat) sqrt(x nat) nat {
	if x.cmp(natOne) <= 0 {
		return z.set(x)
	}
	root := nat(nil).shl(natOne, uint(x.bitLen()+1)/2)
	for {
		next, _ := nat(nil).div(nil, x, root)
		next = next.add(next, root)
		next = next.shr(next, 1)
		if next.cmp(root) >= 0 {
			return z.set(root)
		}
		root = next
	}
}

// bytes writes x to buf, highest byte first, from the end of buf; it returns where it begins. Zeros are before it.
func (x nat) bytes(buf []byte) (i int) {
	i = len(buf)
	for _, w := range x {
		for j := 0; j < wordBytes; j++ {
			i--
			if i >= 0 {
				buf[i] = byte(w)
			} else if byte(w) != 0 {
				panic("math/big: buffer too small to fit value")
			}
			w >>= 8
		}
	}
	i = max(i, 0)
	for i < len(buf) && buf[i] == 0 {
		i++
	}
	return i
}

func (z nat) setBytes(buf []byte) nat {
	z = z.make((len(buf) + wordBytes - 1) / wordBytes)
	for i := range z {
		var w Word
		for j, at := 0, len(buf)-1-i*wordBytes; j < wordBytes && at >= 0; j, at = j+1, at-1 {
			w |= Word(buf[at]) << (8 * j)
		}
		z[i] = w
	}
	return z.norm()
}
