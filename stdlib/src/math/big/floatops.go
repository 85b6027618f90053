package big

func (z *Float) choosePrec(x, y *Float) {
	if z.prec == 0 {
		z.prec = max(x.prec, y.prec)
	}
}

// Add sets z to x + y. It panics with an ErrNaN if both are infinite with different signs.
func (z *Float) Add(x, y *Float) *Float {
	z.choosePrec(x, y)
	return z.sum(x, y, y.neg, "addition of infinities with opposite signs")
}

// Sub sets z to x - y. It panics with an ErrNaN if both are infinite with equal signs.
func (z *Float) Sub(x, y *Float) *Float {
	z.choosePrec(x, y)
	return z.sum(x, y, !y.neg, "subtraction of infinities with equal signs")
}

// sum sets z to x ± |y|.
func (z *Float) sum(x, y *Float, yneg bool, problem string) *Float {
	switch {
	case x.form == finite && y.form == finite:
		return z.sumFinite(x, y, yneg)
	case x.form == inf && y.form == inf && x.neg != yneg:
		z.acc = Exact
		z.form = zero
		z.neg = false
		panic(ErrNaN{problem})
	case x.form == zero && y.form == zero:
		z.acc = Exact
		z.form = zero
		z.neg = x.neg && yneg
		return z
	case x.form == inf || y.form == zero:
		return z.Set(x)
	}
	z.Set(y)
	z.neg = yneg
	if z.prec < y.prec { // it was rounded with the other sign perhaps
		z.form, z.mant, z.exp = y.form, append(nat(nil), y.mant...), y.exp
		z.round(false)
	}
	return z
}

func (z *Float) sumFinite(x, y *Float, yneg bool) *Float {
	a, ea := x.nat()
	b, eb := y.nat()
	xneg := x.neg
	// Both as multiples of the same power of two.
	if ea > eb {
		a, ea = nat(nil).shl(a, uint(ea-eb)), eb
	} else if eb > ea {
		b = nat(nil).shl(b, uint(eb-ea))
	}
	if xneg == yneg {
		return z.setNat(xneg, nat(nil).add(a, b), ea, false)
	}
	switch a.cmp(b) {
	case 1:
		return z.setNat(xneg, nat(nil).sub(a, b), ea, false)
	case -1:
		return z.setNat(yneg, nat(nil).sub(b, a), ea, false)
	}
	return z.setNat(z.mode == ToNegativeInf, nil, 0, false)
}

// Mul sets z to x * y. It panics with an ErrNaN if one is zero and the other infinite.
func (z *Float) Mul(x, y *Float) *Float {
	z.choosePrec(x, y)
	neg := x.neg != y.neg
	if x.form == finite && y.form == finite {
		a, ea := x.nat()
		b, eb := y.nat()
		return z.setNat(neg, nat(nil).mul(a, b), ea+eb, false)
	}
	z.acc = Exact
	z.neg = neg
	if x.form == zero && y.form == inf || x.form == inf && y.form == zero {
		z.form = zero
		z.neg = false
		panic(ErrNaN{"multiplication of zero with infinity"})
	}
	if x.form == inf || y.form == inf {
		z.form = inf
	} else {
		z.form = zero
	}
	return z
}

// Quo sets z to x / y. It panics with an ErrNaN if both are zero or both infinite.
func (z *Float) Quo(x, y *Float) *Float {
	z.choosePrec(x, y)
	neg := x.neg != y.neg
	if x.form == finite && y.form == finite {
		a, ea := x.nat()
		b, eb := y.nat()
		return z.quoNat(neg, a, ea, b, eb)
	}
	z.acc = Exact
	z.neg = neg
	if x.form == y.form {
		z.form = zero
		z.neg = false
		panic(ErrNaN{"division of zero by zero or infinity by infinity"})
	}
	if x.form == zero || y.form == inf {
		z.form = zero
	} else {
		z.form = inf
	}
	return z
}

// Sqrt sets z to the root of x. It panics if x is negative.
func (z *Float) Sqrt(x *Float) *Float {
	if z.prec == 0 {
		z.prec = x.prec
	}
	if x.Sign() == -1 {
		panic(ErrNaN{"square root of negative operand"})
	}
	if x.form != finite {
		z.acc = Exact
		z.form = x.form
		z.neg = x.neg
		return z
	}
	m, exp := x.nat()
	// An even exponent, and a root of more bits than needed.
	shift := uint(max(0, 2*(int(z.prec)+2)-m.bitLen()))
	if (exp-int64(shift))&1 != 0 {
		shift++
	}
	m = nat(nil).shl(m, shift)
	root := nat(nil).sqrt(m)
	exact := nat(nil).mul(root, root).cmp(m) == 0
	return z.setNat(false, root, (exp-int64(shift))/2, !exact)
}

// ord orders Floats by form and sign.
func (x *Float) ord() int {
	m := int(x.form)
	if x.neg {
		return -m
	}
	return m
}

// Cmp returns -1, 0 or 1 as x is less than, equal to or greater than y. Zeros are equal.
func (x *Float) Cmp(y *Float) int {
	mx, my := x.ord(), y.ord()
	switch {
	case mx < my:
		return -1
	case mx > my:
		return 1
	case mx == 1:
		return x.cmpAbs(y)
	case mx == -1:
		return y.cmpAbs(x)
	}
	return 0
}

// cmpAbs compares finite numbers without their signs.
func (x *Float) cmpAbs(y *Float) int {
	if x.exp != y.exp {
		if x.exp < y.exp {
			return -1
		}
		return 1
	}
	for i, j := len(x.mant), len(y.mant); i > 0 || j > 0; {
		var a, b Word
		if i > 0 {
			i--
			a = x.mant[i]
		}
		if j > 0 {
			j--
			b = y.mant[j]
		}
		if a != b {
			if a < b {
				return -1
			}
			return 1
		}
	}
	return 0
}
