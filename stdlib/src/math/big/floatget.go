package big

import "math"

// integer returns the whole part of |x|, which is finite, and whether that is all.
func (x *Float) integer() (nat, bool) {
	m, exp := x.nat()
	if exp >= 0 {
		return nat(nil).shl(m, uint(exp)), true
	}
	if x.exp <= 0 {
		return nil, false
	}
	return nat(nil).shr(m, uint(-exp)), !m.anyBelow(uint(-exp))
}

// Uint64 returns x rounded towards zero; numbers that do not fit give the nearest that does.
func (x *Float) Uint64() (uint64, Accuracy) {
	switch x.form {
	case zero:
		return 0, Exact
	case inf:
		if x.neg {
			return 0, Above
		}
		return math.MaxUint64, Below
	}
	if x.neg {
		return 0, Above
	}
	if x.exp > 64 {
		return math.MaxUint64, Below
	}
	m, exact := x.integer()
	u := (&Int{abs: m}).Uint64()
	if exact {
		return u, Exact
	}
	return u, Below
}

// Int64 returns x rounded towards zero; numbers that do not fit give the nearest that does.
func (x *Float) Int64() (int64, Accuracy) {
	if x.form == zero {
		return 0, Exact
	}
	acc := accuracy(x.neg)
	if x.form == finite && x.exp <= 64 {
		m, exact := x.integer()
		if exact {
			acc = Exact
		}
		i := &Int{neg: x.neg && len(m) > 0, abs: m}
		if i.IsInt64() {
			return i.Int64(), acc
		}
	}
	if x.neg {
		return math.MinInt64, Above
	}
	return math.MaxInt64, Below
}

// float returns x rounded to prec bits, whose exponent is min at least; below that there are fewer bits.
func (x *Float) float(prec, minExp, maxExp int) (float64, Accuracy) {
	sign := 1.0
	if x.neg {
		sign = -1
	}
	switch x.form {
	case zero:
		return math.Copysign(0, sign), Exact
	case inf:
		return math.Inf(int(sign)), Exact
	}
	var r Float
	e := int(x.exp)
	p := prec
	if e < minExp {
		p = prec - (minExp - e)
		// Nothing is left: it is nearer to zero, or to the least number.
		if p < 0 || p == 0 && x.MinPrec() == 1 {
			return math.Copysign(0, sign), accuracy(x.neg)
		}
		if p == 0 {
			return math.Copysign(math.Ldexp(1, minExp-prec), sign), accuracy(!x.neg)
		}
	}
	r.prec = uint32(p)
	r.Set(x)
	if r.form == inf || int(r.exp) > maxExp {
		return math.Inf(int(sign)), accuracy(!x.neg)
	}
	m, exp := r.nat()
	low := uint64(m[len(m)-1])
	exp += int64(len(m)-1) * wordBits
	// The precision is 53 at most: all bits are in the top word.
	return sign * math.Ldexp(float64(low>>11), int(exp)+11), r.acc
}

// Float32 returns the float32 nearest to x.
func (x *Float) Float32() (float32, Accuracy) {
	f, acc := x.float(24, -125, 128)
	return float32(f), acc
}

// Float64 returns the float64 nearest to x.
func (x *Float) Float64() (float64, Accuracy) { return x.float(53, -1021, 1024) }

// Int sets z, a new Int if it is nil, to x rounded towards zero. Infinite numbers give nil.
func (x *Float) Int(z *Int) (*Int, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Int)
	}
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, accuracy(x.neg)
	}
	m, exact := x.integer()
	acc := accuracy(x.neg)
	if exact {
		acc = Exact
	}
	return z.setSigned(x.neg, m), acc
}

// Rat sets z, a new Rat if it is nil, to x. Infinite numbers give nil.
func (x *Float) Rat(z *Rat) (*Rat, Accuracy) {
	if z == nil && x.form <= finite {
		z = new(Rat)
	}
	switch x.form {
	case zero:
		return z.SetInt64(0), Exact
	case inf:
		return nil, accuracy(x.neg)
	}
	m, exp := x.nat()
	num, den := nat(nil).set(m), nat(nil).set(natOne)
	if exp >= 0 {
		num = nat(nil).shl(num, uint(exp))
	} else {
		den = nat(nil).shl(den, uint(-exp))
	}
	z.a.setSigned(x.neg, num)
	z.b.setSigned(false, den)
	return z.norm(), Exact
}
