package big

import (
	"fmt"
	"math"
	"math/bits"
)

// Limits of Floats.
const (
	MaxExp  = math.MaxInt32
	MinExp  = math.MinInt32
	MaxPrec = math.MaxUint32
)

// A Float is a number with a precision of its own: zero, infinite, or sign * mantissa * 2**exponent with a mantissa from 0.5
// up to but without 1. Results of operations are rounded to the precision of the receiver, as its mode says; if that is 0
// it is set to the larger one of the operands. What would be no number is a panic, an ErrNaN. The zero Float is 0, of
// precision 0. Do not copy Floats, use Set.
type Float struct {
	prec uint32
	mode RoundingMode
	acc  Accuracy
	form form
	neg  bool
	mant nat // its top bit is set; no zero words at the bottom
	exp  int32
}

// An ErrNaN is the panic of an operation whose result would be no number.
type ErrNaN struct {
	msg string
}

func (err ErrNaN) Error() string { return err.msg }

// RoundingMode says to which of the neighbours a result is rounded.
type RoundingMode byte

const (
	ToNearestEven RoundingMode = iota // IEEE 754's default
	ToNearestAway
	ToZero
	AwayFromZero
	ToNegativeInf
	ToPositiveInf
)

var modeNames = [...]string{"ToNearestEven", "ToNearestAway", "ToZero", "AwayFromZero", "ToNegativeInf", "ToPositiveInf"}

func (i RoundingMode) String() string {
	if int(i) < len(modeNames) {
		return modeNames[i]
	}
	return fmt.Sprintf("RoundingMode(%d)", int(i))
}

// Accuracy says how a rounded result compares with the exact one.
type Accuracy int8

const (
	Below Accuracy = -1
	Exact Accuracy = 0
	Above Accuracy = +1
)

func (i Accuracy) String() string {
	switch i {
	case Below:
		return "Below"
	case Exact:
		return "Exact"
	case Above:
		return "Above"
	}
	return fmt.Sprintf("Accuracy(%d)", int(i))
}

func accuracy(above bool) Accuracy {
	if above {
		return Above
	}
	return Below
}

type form byte

const (
	zero form = iota
	finite
	inf
)

// NewFloat returns a new Float of 53 bits. It panics with an ErrNaN if x is a NaN.
func NewFloat(x float64) *Float {
	if math.IsNaN(x) {
		panic(ErrNaN{"NewFloat(NaN)"})
	}
	return new(Float).SetFloat64(x)
}

// SetPrec sets the precision, and rounds. Precision 0 makes z 0, unless it is infinite.
func (z *Float) SetPrec(prec uint) *Float {
	z.acc = Exact
	if prec == 0 {
		z.prec = 0
		if z.form == finite {
			z.acc = accuracy(z.neg)
			z.form = zero
		}
		return z
	}
	old := z.prec
	z.prec = uint32(min(prec, MaxPrec))
	if z.prec < old {
		z.round(false)
	}
	return z
}

// SetMode sets the rounding mode; z counts as exact then.
func (z *Float) SetMode(mode RoundingMode) *Float {
	z.mode = mode
	z.acc = Exact
	return z
}

// Prec returns the precision in bits.
func (x *Float) Prec() uint { return uint(x.prec) }

// MinPrec returns the least precision that is enough for x.
func (x *Float) MinPrec() uint {
	if x.form != finite {
		return 0
	}
	return uint(len(x.mant))*wordBits - x.mant.trailingZeros()
}

// Mode returns the rounding mode.
func (x *Float) Mode() RoundingMode { return x.mode }

// Acc returns how x compares with what it was rounded from.
func (x *Float) Acc() Accuracy { return x.acc }

// Sign returns -1, 0 or 1.
func (x *Float) Sign() int {
	if x.form == zero {
		return 0
	}
	if x.neg {
		return -1
	}
	return 1
}

// Signbit reports whether x is negative or a negative zero.
func (x *Float) Signbit() bool { return x.neg }

// IsInf reports whether x is infinite.
func (x *Float) IsInf() bool { return x.form == inf }

// IsInt reports whether x is an integer.
func (x *Float) IsInt() bool {
	if x.form != finite {
		return x.form == zero
	}
	if x.exp <= 0 {
		return false
	}
	return x.prec <= uint32(x.exp) || x.MinPrec() <= uint(x.exp)
}

// MantExp returns the exponent of x, and sets mant, unless it is nil, to x with exponent 0. The exponent of 0 and of
// infinite numbers is 0.
func (x *Float) MantExp(mant *Float) (exp int) {
	if x.form == finite {
		exp = int(x.exp)
	}
	if mant != nil {
		mant.Copy(x)
		if mant.form == finite {
			mant.exp = 0
		}
	}
	return exp
}

func (z *Float) setExpAndRound(exp int64, sticky bool) *Float {
	switch {
	case exp < MinExp:
		z.acc = accuracy(z.neg)
		z.form = zero
	case exp > MaxExp:
		z.acc = accuracy(!z.neg)
		z.form = inf
	default:
		z.form = finite
		z.exp = int32(exp)
		z.round(sticky)
	}
	return z
}

// SetMantExp sets z to mant * 2**exp.
func (z *Float) SetMantExp(mant *Float, exp int) *Float {
	z.Set(mant)
	if z.form == finite {
		z.setExpAndRound(int64(z.exp)+int64(exp), false)
	}
	return z
}

// round rounds the mantissa to the precision. sticky says that there is more below it than is there.
func (z *Float) round(sticky bool) {
	z.acc = Exact
	if z.form != finite {
		return
	}
	total := uint(len(z.mant)) * wordBits
	if total <= uint(z.prec) {
		z.trim()
		return
	}
	r := total - uint(z.prec) - 1 // the first bit that does not fit
	half := z.mant.bit(r) == 1
	sticky = sticky || z.mant.anyBelow(r)
	if !half && !sticky {
		z.trim()
		return
	}
	up := false // away from zero
	switch z.mode {
	case ToNegativeInf:
		up = z.neg
	case ToPositiveInf:
		up = !z.neg
	case AwayFromZero:
		up = true
	case ToNearestEven:
		up = half && (sticky || z.mant.bit(r+1) == 1)
	case ToNearestAway:
		up = half
	}
	z.acc = accuracy(up != z.neg)
	// Without the bits that do not fit, and one more in the last place.
	z.mant = nat(nil).shr(z.mant, r+1)
	if up {
		z.mant = z.mant.add(z.mant, natOne)
		if z.mant.bitLen() > int(z.prec) {
			if z.exp == MaxExp {
				z.form = inf
				return
			}
			z.exp++
		}
	}
	z.align()
}

// align shifts the mantissa so that its top bit is set.
func (z *Float) align() {
	s := bits.LeadingZeros64(uint64(z.mant[len(z.mant)-1]))
	z.mant = z.mant.shl(z.mant, uint(s))
	z.trim()
}

// trim drops zero words at the bottom.
func (z *Float) trim() {
	i := 0
	for i < len(z.mant) && z.mant[i] == 0 {
		i++
	}
	if i > 0 {
		z.mant = append(nat(nil), z.mant[i:]...)
	}
}

// setNat sets z to ±m * 2**exp, rounded. sticky: and a little more.
func (z *Float) setNat(neg bool, m nat, exp int64, sticky bool) *Float {
	z.neg = neg
	z.acc = Exact
	if len(m) == 0 {
		z.form = zero
		return z
	}
	z.mant = append(nat(nil), m...)
	top := int64(m.bitLen()) + exp
	s := bits.LeadingZeros64(uint64(m[len(m)-1]))
	shlVU(z.mant, z.mant, uint(s))
	if need := int(z.prec)/wordBits + 1; sticky && len(z.mant) < need { // so that there is something to round
		z.mant = append(make(nat, need-len(z.mant)), z.mant...)
	}
	return z.setExpAndRound(top, sticky)
}

// nat returns the mantissa as an integer, and its exponent.
func (x *Float) nat() (nat, int64) { return x.mant, int64(x.exp) - int64(len(x.mant))*wordBits }

// SetUint64 sets z to x. Precision 0 becomes 64.
func (z *Float) SetUint64(x uint64) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	return z.setNat(false, nat(nil).setUint64(x), 0, false)
}

// SetInt64 sets z to x. Precision 0 becomes 64.
func (z *Float) SetInt64(x int64) *Float {
	if z.prec == 0 {
		z.prec = 64
	}
	u := uint64(x)
	if x < 0 {
		u = -u
	}
	return z.setNat(x < 0, nat(nil).setUint64(u), 0, false)
}

// SetFloat64 sets z to x. Precision 0 becomes 53. It panics with an ErrNaN if x is a NaN.
func (z *Float) SetFloat64(x float64) *Float {
	if z.prec == 0 {
		z.prec = 53
	}
	if math.IsNaN(x) {
		panic(ErrNaN{"Float.SetFloat64(NaN)"})
	}
	z.acc = Exact
	z.neg = math.Signbit(x)
	switch {
	case x == 0:
		z.form = zero
		return z
	case math.IsInf(x, 0):
		z.form = inf
		return z
	}
	fraction, exp := math.Frexp(math.Abs(x))
	return z.setNat(z.neg, nat(nil).setUint64(uint64(math.Ldexp(fraction, 53))), int64(exp)-53, false)
}

// SetInt sets z to x. Precision 0 becomes the larger of 64 and x.BitLen().
func (z *Float) SetInt(x *Int) *Float {
	if z.prec == 0 {
		z.prec = uint32(max(x.BitLen(), 64))
	}
	return z.setNat(x.neg, x.abs, 0, false)
}

// SetRat sets z to x. Precision 0 becomes the largest of 64 and the lengths of numerator and denominator.
func (z *Float) SetRat(x *Rat) *Float {
	if x.IsInt() {
		return z.SetInt(x.Num())
	}
	if z.prec == 0 {
		z.prec = uint32(max(x.a.BitLen(), x.b.BitLen(), 64))
	}
	return z.quoNat(x.a.neg, x.a.abs, 0, x.b.abs, 0)
}

// quoNat sets z to ±(x * 2**xexp) / (y * 2**yexp).
func (z *Float) quoNat(neg bool, x nat, xexp int64, y nat, yexp int64) *Float {
	shift := int(z.prec) + 2 + y.bitLen() - x.bitLen()
	if shift > 0 {
		x = nat(nil).shl(x, uint(shift))
		xexp -= int64(shift)
	}
	q, r := nat(nil).div(nil, x, y)
	return z.setNat(neg, q, xexp-yexp, len(r) > 0)
}

// SetInf sets z to an infinite number.
func (z *Float) SetInf(signbit bool) *Float {
	z.acc = Exact
	z.form = inf
	z.neg = signbit
	return z
}

// Set sets z to x, rounded. Precision 0 becomes x's.
func (z *Float) Set(x *Float) *Float {
	if z == x {
		return z
	}
	z.acc = Exact
	z.form, z.neg = x.form, x.neg
	if x.form == finite {
		z.exp = x.exp
		z.mant = append(nat(nil), x.mant...)
	}
	if z.prec == 0 {
		z.prec = x.prec
	} else if z.prec < x.prec {
		z.round(false)
	}
	return z
}

// Copy sets z to x with its precision, mode and accuracy.
func (z *Float) Copy(x *Float) *Float {
	if z != x {
		*z = *x
		z.mant = append(nat(nil), x.mant...)
	}
	return z
}

// Abs sets z to |x|, rounded.
func (z *Float) Abs(x *Float) *Float {
	z.Set(x)
	z.neg = false
	return z
}

// Neg sets z to -x, rounded.
func (z *Float) Neg(x *Float) *Float {
	z.Set(x)
	z.neg = !z.neg
	return z
}
