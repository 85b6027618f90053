package big

import (
	"math"
)

// A Rat is a quotient of integers of any size, in lowest terms. The zero Rat is 0. Do not copy Rats, use Set.
type Rat struct {
	a Int
	b Int // > 0; an empty one is 1
}

// NewRat returns a new Rat. It panics if b is 0.
func NewRat(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	return new(Rat).SetFrac(NewInt(a), NewInt(b))
}

func (x *Rat) denom() nat {
	if len(x.b.abs) == 0 {
		return natOne
	}
	return x.b.abs
}

// SetFloat64 sets z to f exactly. It returns nil if f is not finite.
func (z *Rat) SetFloat64(f float64) *Rat {
	if math.IsInf(f, 0) || math.IsNaN(f) {
		return nil
	}
	fraction, exp := math.Frexp(f)
	mantissa := int64(math.Ldexp(fraction, 53))
	exp -= 53
	z.a.SetInt64(mantissa)
	z.b.SetInt64(1)
	if exp > 0 {
		z.a.Lsh(&z.a, uint(exp))
	} else {
		z.b.Lsh(&z.b, uint(-exp))
	}
	return z.norm()
}

// Float32 returns the float32 nearest to x, and whether it is x.
func (x *Rat) Float32() (f float32, exact bool) {
	f64, exact := x.float(24, -149, 127)
	return float32(f64), exact
}

// Float64 returns the float64 nearest to x, and whether it is x.
func (x *Rat) Float64() (f float64, exact bool) { return x.float(53, -1074, 1023) }

// float rounds x to a float of prec bits, whose least positive value is 2**least, and whose largest exponent is top.
func (x *Rat) float(prec, least, top int) (float64, bool) {
	if len(x.a.abs) == 0 {
		return 0, true
	}
	b := x.denom()
	// A quotient of prec+2 or prec+3 bits, times 2**exp, and a sticky bit.
	exp := x.a.abs.bitLen() - b.bitLen() - prec - 2
	exp = max(exp, least-2)
	var q, r nat
	if exp > 0 {
		q, r = nat(nil).div(nil, x.a.abs, nat(nil).shl(b, uint(exp)))
	} else {
		q, r = nat(nil).div(nil, nat(nil).shl(x.a.abs, uint(-exp)), b)
	}
	mantissa := uint64(0)
	if len(q) > 0 {
		mantissa = uint64(q[0])
	}
	exact := len(r) == 0
	drop := max(q.bitLen()-prec, least-exp)
	if drop > 0 {
		half := uint64(1) << (drop - 1)
		low := mantissa & (half<<1 - 1)
		mantissa >>= uint(drop)
		if low > half || low == half && (!exact || mantissa&1 == 1) {
			mantissa++
		}
		exact = exact && low == 0
		exp += drop
	}
	f := math.Ldexp(float64(mantissa), exp)
	if f >= math.Ldexp(1, top)*2 || math.IsInf(f, 0) {
		f, exact = math.Inf(1), false
	}
	if x.a.neg {
		f = -f
	}
	return f, exact
}

// SetFrac sets z to a / b. It panics if b is 0.
func (z *Rat) SetFrac(a, b *Int) *Rat {
	babs := b.abs
	if len(babs) == 0 {
		panic("division by zero")
	}
	neg := a.neg != b.neg
	babs = nat(nil).set(babs) // b may be part of z
	z.a.setSigned(neg, z.a.abs.set(a.abs))
	z.b.setSigned(false, babs)
	return z.norm()
}

// SetFrac64 sets z to a / b. It panics if b is 0.
func (z *Rat) SetFrac64(a, b int64) *Rat {
	if b == 0 {
		panic("division by zero")
	}
	return z.SetFrac(NewInt(a), NewInt(b))
}

// SetInt sets z to x.
func (z *Rat) SetInt(x *Int) *Rat {
	z.a.Set(x)
	z.b.SetInt64(1)
	return z
}

// SetInt64 sets z to x.
func (z *Rat) SetInt64(x int64) *Rat {
	z.a.SetInt64(x)
	z.b.SetInt64(1)
	return z
}

// SetUint64 sets z to x.
func (z *Rat) SetUint64(x uint64) *Rat {
	z.a.SetUint64(x)
	z.b.SetInt64(1)
	return z
}

// Set sets z to x.
func (z *Rat) Set(x *Rat) *Rat {
	if z != x {
		z.a.Set(&x.a)
		z.b.setSigned(false, z.b.abs.set(x.denom()))
	}
	if len(z.b.abs) == 0 {
		z.b.SetInt64(1)
	}
	return z
}

// Abs sets z to |x|.
func (z *Rat) Abs(x *Rat) *Rat {
	z.Set(x)
	z.a.neg = false
	return z
}

// Neg sets z to -x.
func (z *Rat) Neg(x *Rat) *Rat {
	z.Set(x)
	z.a.Neg(&z.a)
	return z
}

// Inv sets z to 1 / x. It panics if x is 0.
func (z *Rat) Inv(x *Rat) *Rat {
	if len(x.a.abs) == 0 {
		panic("division by zero")
	}
	z.Set(x)
	z.a.abs, z.b.abs = z.b.abs, z.a.abs
	return z
}

// Sign returns -1, 0 or 1.
func (x *Rat) Sign() int { return x.a.Sign() }

// IsInt reports whether the denominator is 1.
func (x *Rat) IsInt() bool { return x.denom().cmp(natOne) == 0 }

// Num returns the numerator of x, which shares x's memory.
func (x *Rat) Num() *Int { return &x.a }

// Denom returns the denominator of x, which shares x's memory unless x is the zero Rat.
func (x *Rat) Denom() *Int {
	if len(x.b.abs) == 0 {
		return &Int{abs: nat{1}}
	}
	return &x.b
}

// norm puts z in lowest terms.
func (z *Rat) norm() *Rat {
	switch {
	case len(z.a.abs) == 0:
		z.a.neg = false
		z.b.SetInt64(1)
	case len(z.b.abs) == 0:
		z.b.SetInt64(1)
	case z.b.abs.cmp(natOne) != 0:
		neg := z.a.neg
		z.a.neg = false
		if d := new(Int).GCD(nil, nil, &z.a, &z.b); d.Cmp(intOne) != 0 {
			z.a.Quo(&z.a, d)
			z.b.Quo(&z.b, d)
		}
		z.a.neg = neg
	}
	return z
}

// crossed returns the numerators of x and y over a common denominator.
func crossed(x, y *Rat) (a, b Int) {
	a.setSigned(x.a.neg, nat(nil).mul(x.a.abs, y.denom()))
	b.setSigned(y.a.neg, nat(nil).mul(y.a.abs, x.denom()))
	return a, b
}

// Cmp returns -1, 0 or 1 as x is less than, equal to or greater than y.
func (x *Rat) Cmp(y *Rat) int {
	a, b := crossed(x, y)
	return a.Cmp(&b)
}

// Add sets z to x + y.
func (z *Rat) Add(x, y *Rat) *Rat {
	a, b := crossed(x, y)
	d := nat(nil).mul(x.denom(), y.denom())
	z.a.Add(&a, &b)
	z.b.setSigned(false, d)
	return z.norm()
}

// Sub sets z to x - y.
func (z *Rat) Sub(x, y *Rat) *Rat {
	a, b := crossed(x, y)
	d := nat(nil).mul(x.denom(), y.denom())
	z.a.Sub(&a, &b)
	z.b.setSigned(false, d)
	return z.norm()
}

// Mul sets z to x * y.
func (z *Rat) Mul(x, y *Rat) *Rat {
	d := nat(nil).mul(x.denom(), y.denom())
	z.a.Mul(&x.a, &y.a)
	z.b.setSigned(false, d)
	return z.norm()
}

// Quo sets z to x / y. It panics if y is 0.
func (z *Rat) Quo(x, y *Rat) *Rat {
	if len(y.a.abs) == 0 {
		panic("division by zero")
	}
	a, b := crossed(x, y)
	neg := a.neg != b.neg
	z.a.setSigned(neg, a.abs)
	z.b.setSigned(false, b.abs)
	return z.norm()
}

// FloatPrec returns how many digits behind the point x has in decimal, and whether that is all of x; if not, how many come
// before those that repeat.
func (x *Rat) FloatPrec() (n int, exact bool) {
	// Powers of two and of five in the denominator each give a digit.
	d := nat(nil).set(x.denom())
	twos := d.trailingZeros()
	d = d.shr(d, twos)
	fives := uint(0)
	five := nat{5}
	for {
		q, r := nat(nil).div(nil, d, five)
		if len(r) > 0 {
			break
		}
		d = q
		fives++
	}
	return int(max(twos, fives)), d.cmp(natOne) == 0
}
