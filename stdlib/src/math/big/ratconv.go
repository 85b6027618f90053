package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

func ratTok(ch rune) bool { return strings.ContainsRune("+-/0123456789.eE", ch) }

// Scan reads a number for fmt: a decimal one or a fraction, with the verbs e, E, f, F, g, G and v.
func (z *Rat) Scan(s fmt.ScanState, ch rune) error {
	tok, err := s.Token(true, ratTok)
	if err != nil {
		return err
	}
	if !strings.ContainsRune("efgEFGv", ch) {
		return errors.New("Rat.Scan: invalid verb")
	}
	if _, ok := z.SetString(string(tok)); !ok {
		return errors.New("Rat.Scan: invalid syntax")
	}
	return nil
}

// SetString sets z to a fraction a/b, both with an optional prefix, or to a number with an optional point and exponent: e
// for powers of ten, with a prefix p for powers of two. ok says whether all of s is one; if not z is of no use.
func (z *Rat) SetString(s string) (*Rat, bool) {
	if s == "" {
		return nil, false
	}
	if num, den, ok := strings.Cut(s, "/"); ok {
		if _, ok := z.a.SetString(num, 0); !ok {
			return nil, false
		}
		r := strings.NewReader(den)
		abs, _, _, err := nat(nil).scan(r, 0, false)
		if err != nil || r.Len() > 0 || len(abs) == 0 {
			return nil, false
		}
		z.b.setSigned(false, abs)
		return z.norm(), true
	}
	r := strings.NewReader(s)
	neg, err := scanSign(r)
	if err != nil {
		return nil, false
	}
	mantissa, base, count, err := z.a.abs.scan(r, 0, true)
	if err != nil {
		return nil, false
	}
	exp, ebase, err := scanExponent(r, true, true)
	if err != nil || r.Len() > 0 {
		return nil, false
	}
	if len(mantissa) == 0 {
		z.a.setSigned(false, mantissa)
		z.b.SetInt64(1)
		return z, true
	}
	return z.setParsed(neg, mantissa, base, count, exp, ebase)
}

// setParsed sets z to a mantissa with -count digits behind the point, if count is negative, times ebase**exp.
func (z *Rat) setParsed(neg bool, mantissa nat, base, count int, exp int64, ebase int) (*Rat, bool) {
	var twos, fives int64
	if count < 0 {
		switch d := int64(count); base {
		case 10:
			twos, fives = d, d
		case 2:
			twos = d
		case 8:
			twos = d * 3
		case 16:
			twos = d * 4
		}
	}
	twos += exp
	if ebase == 10 {
		fives += exp
	}
	const limit = 1e6
	if fives < -limit || fives > limit || twos < -1e7 || twos > 1e7 {
		return nil, false // more memory than anybody has
	}
	num, den := mantissa, nat(nil).set(natOne)
	if fives > 0 {
		num = nat(nil).mul(num, powerOfFive(uint64(fives)))
	} else if fives < 0 {
		den = powerOfFive(uint64(-fives))
	}
	if twos > 0 {
		num = nat(nil).shl(num, uint(twos))
	} else {
		den = nat(nil).shl(den, uint(-twos))
	}
	z.a.setSigned(neg, num)
	z.b.setSigned(false, den)
	return z.norm(), true
}

func powerOfFive(n uint64) nat { return nat(nil).exp(nat{5}, nat(nil).setUint64(n), nil) }

// scanExponent reads e or, with base2ok, p, and a decimal number; no exponent is 0. Underscores may stand between digits if
// sepOk.
func scanExponent(r io.ByteScanner, base2ok, sepOk bool) (exp int64, base int, err error) {
	ch, err := r.ReadByte()
	if err != nil {
		if err == io.EOF {
			err = nil
		}
		return 0, 10, err
	}
	switch {
	case ch == 'e' || ch == 'E':
		base = 10
	case base2ok && (ch == 'p' || ch == 'P'):
		base = 2
	default:
		r.UnreadByte()
		return 0, 10, nil
	}
	var text []byte
	ch, err = r.ReadByte()
	if err == nil && (ch == '+' || ch == '-') {
		if ch == '-' {
			text = append(text, '-')
		}
		ch, err = r.ReadByte()
	}
	prev, badSep, any := byte('.'), false, false
	for err == nil {
		if '0' <= ch && ch <= '9' {
			text = append(text, ch)
			prev, any = '0', true
		} else if ch == '_' && sepOk {
			if prev != '0' {
				badSep = true
			}
			prev = '_'
		} else {
			r.UnreadByte()
			break
		}
		ch, err = r.ReadByte()
	}
	if err == io.EOF {
		err = nil
	}
	if err == nil && !any {
		err = errNoDigits
	}
	if err == nil {
		exp, err = strconv.ParseInt(string(text), 10, 64)
	}
	if err == nil && (badSep || prev == '_') {
		err = errInvalSep
	}
	return exp, base, err
}

// String returns x as a/b, also if b is 1.
func (x *Rat) String() string { return x.a.String() + "/" + x.denom().text(10) }

// RatString returns x as a/b, and as a if b is 1.
func (x *Rat) RatString() string {
	if x.IsInt() {
		return x.a.String()
	}
	return x.String()
}

// FloatString returns x in decimal with prec digits behind the point, the last one rounded to the nearest, half away from
// zero.
func (x *Rat) FloatString(prec int) string {
	if x.IsInt() {
		s := x.a.String()
		if prec > 0 {
			s += "." + strings.Repeat("0", prec)
		}
		return s
	}
	q, r := nat(nil).div(nil, x.a.abs, x.b.abs)
	p := natOne
	if prec > 0 {
		p = nat(nil).exp(nat{10}, nat(nil).setUint64(uint64(prec)), nil)
	}
	r = nat(nil).mul(r, p)
	r, rest := nat(nil).div(nil, r, x.b.abs)
	if nat(nil).shl(rest, 1).cmp(x.b.abs) >= 0 {
		if r = nat(nil).add(r, natOne); r.cmp(p) >= 0 {
			q = nat(nil).add(q, natOne)
			r = nat(nil).sub(r, p)
		}
	}
	s := q.text(10)
	if x.a.neg {
		s = "-" + s
	}
	if prec > 0 {
		digits := r.text(10)
		s += "." + strings.Repeat("0", prec-len(digits)) + digits
	}
	return s
}

// MarshalText returns RatString.
func (x *Rat) MarshalText() (text []byte, err error) { return []byte(x.RatString()), nil }

// UnmarshalText sets z to what SetString takes.
func (z *Rat) UnmarshalText(text []byte) error {
	if _, ok := z.SetString(string(text)); !ok {
		return fmt.Errorf("math/big: cannot unmarshal %q into a *big.Rat", text)
	}
	return nil
}

// GobEncode returns version and sign, the length of the numerator, and both.
func (x *Rat) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	num, den := x.a.Bytes(), (&Int{abs: x.denom()}).Bytes()
	b := byte(ratGobVersion << 1)
	if x.a.neg {
		b |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{b}, uint32(len(num)))
	return append(append(buf, num...), den...), nil
}

// GobDecode sets z to what GobEncode gave.
func (z *Rat) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Rat{}
		return nil
	}
	if len(buf) < 5 {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	if buf[0]>>1 != ratGobVersion {
		return fmt.Errorf("Rat.GobDecode: encoding version %d not supported", buf[0]>>1)
	}
	n := uint64(binary.BigEndian.Uint32(buf[1:]))
	if uint64(len(buf)-5) < n {
		return errors.New("Rat.GobDecode: buffer too small")
	}
	z.a.SetBytes(buf[5 : 5+n])
	z.a.neg = buf[0]&1 != 0
	z.b.SetBytes(buf[5+n:])
	return nil
}
