package big

import "strconv"

// A decimal is 0.d1d2d3… * 10**exp, without zeros at the end; zero has no digits.
type decimal struct {
	mant []byte // '0' to '9'
	exp  int
}

// init sets x to m * 2**shift.
func (x *decimal) init(m nat, shift int) {
	if len(m) == 0 {
		x.mant, x.exp = x.mant[:0], 0
		return
	}
	if shift < 0 { // odd first, so that there are fewer digits
		n := min(m.trailingZeros(), uint(-shift))
		m = nat(nil).shr(m, n)
		shift += int(n)
	}
	if shift > 0 {
		m = nat(nil).shl(m, uint(shift))
		shift = 0
	}
	// m / 2**n is m * 5**n / 10**n
	if shift < 0 {
		m = nat(nil).mul(m, powerOfFive(uint64(-shift)))
	}
	s := m.text(10)
	x.exp = len(s) + shift
	x.mant = append(x.mant[:0], s...)
	x.trim()
}

func (x *decimal) trim() {
	n := len(x.mant)
	for n > 0 && x.mant[n-1] == '0' {
		n--
	}
	x.mant = x.mant[:n]
	if n == 0 {
		x.exp = 0
	}
}

func (x *decimal) at(i int) byte {
	if 0 <= i && i < len(x.mant) {
		return x.mant[i]
	}
	return '0'
}

// round keeps n digits, the last one rounded to the nearest, half to even.
func (x *decimal) round(n int) {
	if n < 0 || n >= len(x.mant) {
		return
	}
	up := x.mant[n] > '5'
	if x.mant[n] == '5' {
		up = n+1 < len(x.mant) || n > 0 && (x.mant[n-1]-'0')&1 == 1
	}
	if up {
		x.roundUp(n)
	} else {
		x.roundDown(n)
	}
}

func (x *decimal) roundUp(n int) {
	if n < 0 || n >= len(x.mant) {
		return
	}
	for n > 0 && x.mant[n-1] == '9' {
		n--
	}
	if n == 0 { // all nines
		x.mant[0] = '1'
		x.mant = x.mant[:1]
		x.exp++
		return
	}
	x.mant[n-1]++
	x.mant = x.mant[:n]
}

func (x *decimal) roundDown(n int) {
	if n < 0 || n >= len(x.mant) {
		return
	}
	x.mant = x.mant[:n]
	x.trim()
}

// shorten rounds d, which is x, to as few digits as tell x from its neighbours of the same precision.
func (d *decimal) shorten(x *Float) {
	if len(d.mant) == 0 {
		return
	}
	// The mantissa with a bit more than the precision: halfway to the neighbours is one away.
	mant := nat(nil).set(x.mant)
	exp := int(x.exp) - mant.bitLen()
	switch s := mant.bitLen() - int(x.prec+1); {
	case s < 0:
		mant = mant.shl(mant, uint(-s))
	case s > 0:
		mant = mant.shr(mant, uint(s))
		exp += s
	default:
	}
	if s := mant.bitLen() - int(x.prec+1); s == 0 {
		exp = int(x.exp) - mant.bitLen()
	}
	var lower, upper decimal
	lower.init(nat(nil).sub(mant, natOne), exp)
	upper.init(nat(nil).add(mant, natOne), exp)
	// Halfway itself rounds to x if x is even.
	inclusive := mant[0]&2 == 0
	for i, m := range d.mant {
		l, u := lower.at(i), upper.at(i)
		// Down, if the digits differ from the lower bound's already.
		down := l != m || inclusive && i+1 == len(lower.mant)
		// Up, if that stays below the upper bound.
		up := m != u && (inclusive || m+1 < u || i+1 < len(upper.mant))
		switch {
		case down && up:
			d.round(i + 1)
			return
		case down:
			d.roundDown(i + 1)
			return
		case up:
			d.roundUp(i + 1)
			return
		}
	}
}

func appendPoint(buf []byte, d *decimal, prec int) []byte {
	if d.exp > 0 {
		for i := 0; i < d.exp; i++ {
			buf = append(buf, d.at(i))
		}
	} else {
		buf = append(buf, '0')
	}
	if prec > 0 {
		buf = append(buf, '.')
		for i := 0; i < prec; i++ {
			buf = append(buf, d.at(d.exp+i))
		}
	}
	return buf
}

func appendExponent(buf []byte, e byte, exp int64) []byte {
	sign := byte('+')
	if exp < 0 {
		sign, exp = '-', -exp
	}
	buf = append(buf, e, sign)
	if exp < 10 {
		buf = append(buf, '0')
	}
	return strconv.AppendInt(buf, exp, 10)
}

func appendScientific(buf []byte, d *decimal, prec int, e byte) []byte {
	buf = append(buf, d.at(0))
	if prec > 0 {
		buf = append(buf, '.')
		for i := 1; i <= prec; i++ {
			buf = append(buf, d.at(i))
		}
	}
	exp := int64(0)
	if len(d.mant) > 0 {
		exp = int64(d.exp) - 1
	}
	return appendExponent(buf, e, exp)
}
