package big

import (
	"fmt"
	"math/rand"
)

// Exp sets z to x**y, modulo |m| if m is neither nil nor 0. Without m, y <= 0 gives 1. With m, a negative y needs an
// inverse of x; if there is none, Exp returns nil and leaves z as it is.
func (z *Int) Exp(x, y, m *Int) *Int {
	base := x.abs
	var modulus nat
	if m != nil {
		modulus = m.abs
	}
	if y.neg {
		if len(modulus) == 0 {
			return z.SetInt64(1)
		}
		inverse := new(Int).ModInverse(x, m)
		if inverse == nil {
			return nil
		}
		base = inverse.abs
	}
	odd := len(y.abs) > 0 && x.neg && y.abs[0]&1 == 1
	if y.neg {
		odd = false // the inverse took the sign
	}
	z.setSigned(odd, nat(nil).exp(base, y.abs, modulus))
	if z.neg && len(modulus) > 0 {
		z.setSigned(false, z.abs.sub(modulus, z.abs))
	}
	return z
}

// GCD sets z to the greatest common divisor of a and b, and x and y, unless they are nil, such that z = a*x + b*y. The
// divisor of 0 and 0 is 0; divisors are not negative.
func (z *Int) GCD(x, y, a, b *Int) *Int {
	if len(a.abs) == 0 || len(b.abs) == 0 {
		return z.gcdZero(x, y, a, b)
	}
	// r = a*s + b*t at each step; only s is computed.
	A, B := new(Int).Set(a), new(Int).Set(b)
	r0, r1 := new(Int).Abs(a), new(Int).Abs(b)
	s0, s1 := NewInt(1), NewInt(0)
	wanted := x != nil || y != nil
	q, r, t := new(Int), new(Int), new(Int)
	for len(r1.abs) > 0 {
		q.QuoRem(r0, r1, r)
		r0, r1, r = r1, r, r0
		if wanted {
			t.Mul(q, s1)
			s0.Sub(s0, t)
			s0, s1 = s1, s0
		}
	}
	if wanted {
		if A.neg {
			s0.Neg(s0)
		}
		if y != nil {
			t.Mul(A, s0)
			t.Sub(r0, t)
			y.Quo(t, B)
		}
		if x != nil {
			x.Set(s0)
		}
	}
	return z.Set(r0)
}

func (z *Int) gcdZero(x, y, a, b *Int) *Int {
	na, nb := len(a.abs), len(b.abs)
	aneg, bneg := a.neg, b.neg
	if na == 0 {
		z.Set(b)
	} else {
		z.Set(a)
	}
	z.neg = false
	if x != nil {
		x.SetInt64(0)
		if na > 0 {
			x.SetInt64(1)
			x.neg = aneg
		}
	}
	if y != nil {
		y.SetInt64(0)
		if nb > 0 {
			y.SetInt64(1)
			y.neg = bneg
		}
	}
	return z
}

// ModInverse sets z to the inverse of g modulo |n|. If there is none it returns nil and leaves z as it is.
func (z *Int) ModInverse(g, n *Int) *Int {
	if n.neg {
		n = new(Int).Neg(n)
	}
	if g.neg {
		g = new(Int).Mod(g, n)
	}
	var d, x Int
	d.GCD(&x, nil, g, n)
	if d.Cmp(intOne) != 0 {
		return nil
	}
	if x.neg {
		return z.Add(&x, n)
	}
	return z.Set(&x)
}

// Jacobi returns the Jacobi symbol of x and y: 1, -1 or 0. y must be odd.
func Jacobi(x, y *Int) int {
	if len(y.abs) == 0 || y.abs[0]&1 == 0 {
		panic(fmt.Sprintf("big: invalid 2nd argument to Int.Jacobi: need odd integer but got %s", y.String()))
	}
	var a, b, c Int
	a.Set(x)
	b.Set(y)
	j := 1
	if b.neg {
		if a.neg {
			j = -1
		}
		b.neg = false
	}
	for {
		if b.Cmp(intOne) == 0 {
			return j
		}
		if len(a.abs) == 0 {
			return 0
		}
		a.Mod(&a, &b)
		if len(a.abs) == 0 {
			return 0
		}
		// Factors of two of a, then reciprocity.
		s := a.abs.trailingZeros()
		if s&1 != 0 {
			if low := b.abs[0] & 7; low == 3 || low == 5 {
				j = -j
			}
		}
		c.Rsh(&a, s)
		if b.abs[0]&3 == 3 && c.abs[0]&3 == 3 {
			j = -j
		}
		a.Set(&b)
		b.Set(&c)
	}
}

// ModSqrt sets z to a root of x modulo the odd prime p. If there is none it returns nil and leaves z as it is.
func (z *Int) ModSqrt(x, p *Int) *Int {
	switch Jacobi(x, p) {
	case -1:
		return nil
	case 0:
		return z.SetInt64(0)
	}
	if x.neg || x.Cmp(p) >= 0 {
		x = new(Int).Mod(x, p)
	}
	switch {
	case p.abs[0]%4 == 3:
		return z.modSqrt3Mod4(x, p)
	case p.abs[0]%8 == 5:
		return z.modSqrt5Mod8(x, p)
	}
	return z.modSqrtTonelliShanks(x, p)
}

// modSqrt3Mod4: x**((p+1)/4).
func (z *Int) modSqrt3Mod4(x, p *Int) *Int {
	e := new(Int).Add(p, intOne)
	return z.Exp(x, e.Rsh(e, 2), p)
}

// modSqrt5Mod8: with a = (2x)**((p-5)/8) and b = 2xa**2, a root of -1, the root is xa(b-1) (Atkin).
func (z *Int) modSqrt5Mod8(x, p *Int) *Int {
	e := new(Int).Rsh(p, 3)
	tx := new(Int).Lsh(x, 1)
	a := new(Int).Exp(tx, e, p)
	b := new(Int).Mul(a, a)
	b.Mod(b, p)
	b.Mul(b, tx)
	b.Mod(b, p)
	b.Sub(b, intOne)
	b.Mul(b, x)
	b.Mod(b, p)
	b.Mul(b, a)
	return z.Mod(b, p)
}

func (z *Int) modSqrtTonelliShanks(x, p *Int) *Int {
	// p - 1 = s 2**e, n is no square.
	s := new(Int).Sub(p, intOne)
	e := s.abs.trailingZeros()
	s.Rsh(s, e)
	n := NewInt(2)
	for Jacobi(n, p) != -1 {
		n.Add(n, intOne)
	}
	// y is the root but for a factor whose square is b; g has order 2**r.
	y := new(Int).Add(s, intOne)
	y.Exp(x, y.Rsh(y, 1), p)
	b := new(Int).Exp(x, s, p)
	g := new(Int).Exp(n, s, p)
	t := new(Int)
	for r := e; ; {
		m := uint(0)
		for t.Set(b); t.Cmp(intOne) != 0; m++ {
			t.Mod(t.Mul(t, t), p)
		}
		if m == 0 {
			return z.Set(y)
		}
		t.SetBit(new(Int), int(r-m-1), 1)
		t.Exp(g, t, p)
		g.Mod(g.Mul(t, t), p)
		y.Mod(y.Mul(y, t), p)
		b.Mod(b.Mul(b, g), p)
		r = m
	}
}

// ---- primes ----

// smallPrimes has a bit for each prime below 64.
const smallPrimes uint64 = 1<<2 | 1<<3 | 1<<5 | 1<<7 | 1<<11 | 1<<13 | 1<<17 | 1<<19 | 1<<23 | 1<<29 | 1<<31 | 1<<37 |
	1<<41 | 1<<43 | 1<<47 | 1<<53 | 1<<59 | 1<<61

// ProbablyPrime reports whether x is prime: certainly if it is below 2**64, else with an error of 1 in 4**n at most, by n
// tests of Miller and Rabin with random bases, one with base 2, and one of Lucas.
func (x *Int) ProbablyPrime(n int) bool {
	if n < 0 {
		panic("negative n for ProbablyPrime")
	}
	if x.neg || len(x.abs) == 0 {
		return false
	}
	w := x.abs[0]
	if len(x.abs) == 1 && w < 64 {
		return smallPrimes&(1<<w) != 0
	}
	if w&1 == 0 {
		return false
	}
	var rest nat
	for _, p := range []Word{3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53} {
		if _, rest = nat(nil).div(rest, x.abs, nat{p}); len(rest) == 0 {
			return false
		}
	}
	return x.abs.millerRabin(n+1, true) && x.abs.lucas()
}

func (n nat) millerRabin(reps int, forceBase2 bool) bool {
	minus1 := nat(nil).sub(n, natOne)
	k := minus1.trailingZeros()
	q := nat(nil).shr(minus1, k)
	two := nat{2}
	minus3 := nat(nil).sub(n, two)
	minus3 = minus3.sub(minus3, natOne)
	bits := minus3.bitLen()
	source := rand.New(rand.NewSource(int64(n[0])))
next:
	for i := 0; i < reps; i++ {
		x := two
		if i < reps-1 || !forceBase2 {
			x = nat(nil).random(source, minus3, bits)
			x = x.add(x, two)
		}
		y := nat(nil).exp(x, q, n)
		if y.cmp(natOne) == 0 || y.cmp(minus1) == 0 {
			continue
		}
		for j := uint(1); j < k; j++ {
			y = nat(nil).mul(y, y)
			_, y = nat(nil).div(nil, y, n)
			if y.cmp(minus1) == 0 {
				continue next
			}
			if y.cmp(natOne) == 0 {
				return false
			}
		}
		return false
	}
	return true
}

// lucas is the "almost extra strong" test of Lucas (Baillie): V numbers of P, 1 modulo n, with the first P > 2 such that
// P*P - 4 is no square.
func (n nat) lucas() bool {
	if len(n) == 0 || n.cmp(natOne) == 0 {
		return false
	}
	if n[0]&1 == 0 {
		return n.cmp(nat{2}) == 0
	}
	N := &Int{abs: n}
	p := Word(3)
	for ; ; p++ {
		if p > 10000 {
			panic("math/big: internal error: cannot find (D/n) = -1 for " + N.String())
		}
		d := NewInt(int64(p*p - 4))
		j := Jacobi(d, N)
		if j == -1 {
			break
		}
		if j == 0 { // p+2 divides n, or is n
			return len(n) == 1 && n[0] == p+2
		}
		if p == 40 { // perhaps n is a square
			root := nat(nil).sqrt(n)
			if root.mul(root, root).cmp(n) == 0 {
				return false
			}
		}
	}
	// n + 1 = s 2**r
	s := nat(nil).add(n, natOne)
	r := int(s.trailingZeros())
	s = s.shr(s, uint(r))
	minus2 := new(Int).Sub(N, NewInt(2))
	P := NewInt(int64(p))
	vk, vk1 := NewInt(2), NewInt(int64(p)) // V(k) and V(k+1)
	t := new(Int)
	for i := s.bitLen(); i >= 0; i-- {
		t.Mul(vk, vk1)
		t.Sub(t, P)
		if s.bit(uint(i)) != 0 { // k' = 2k+1
			vk.Mod(t, N)
			t.Mul(vk1, vk1)
			vk1.Mod(t.Sub(t, NewInt(2)), N)
		} else { // k' = 2k
			vk1.Mod(t, N)
			t.Mul(vk, vk)
			vk.Mod(t.Sub(t, NewInt(2)), N)
		}
	}
	if vk.Cmp(NewInt(2)) == 0 || vk.Cmp(minus2) == 0 {
		// U(s) is 0 if P V(s) = 2 V(s+1)
		t.Mul(vk, P)
		t2 := new(Int).Lsh(vk1, 1)
		if t.Sub(t, t2).Mod(t, N).Sign() == 0 {
			return true
		}
	}
	for i := 0; i < r-1; i++ {
		if vk.Sign() == 0 {
			return true
		}
		if vk.Cmp(NewInt(2)) == 0 {
			return false // 2 stays 2
		}
		t.Mul(vk, vk)
		vk.Mod(t.Sub(t, NewInt(2)), N)
	}
	return false
}
