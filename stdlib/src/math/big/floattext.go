package big

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// Text returns x as strconv.FormatFloat does: format is e, E, f, g, G, b, p (0x.mantissa p exponent) or x; prec counts
// digits, -1 takes as few as tell x from its neighbours.
func (x *Float) Text(format byte, prec int) string { return string(x.Append(nil, format, prec)) }

// String returns x.Text('g', 10).
func (x *Float) String() string { return x.Text('g', 10) }

// Append appends x.Text(fmt, prec) to buf.
func (x *Float) Append(buf []byte, fmt byte, prec int) []byte {
	if x.neg {
		buf = append(buf, '-')
	}
	if x.form == inf {
		if !x.neg {
			buf = append(buf, '+')
		}
		return append(buf, "Inf"...)
	}
	switch fmt {
	case 'b':
		return x.appendB(buf)
	case 'p':
		return x.appendP(buf)
	case 'x':
		return x.appendX(buf, prec)
	}
	var d decimal
	if x.form == finite {
		m, exp := x.nat()
		d.init(m, int(exp))
	}
	shortest := prec < 0
	if shortest {
		d.shorten(x)
		switch fmt {
		case 'e', 'E':
			prec = len(d.mant) - 1
		case 'f':
			prec = max(len(d.mant)-d.exp, 0)
		case 'g', 'G':
			prec = len(d.mant)
		}
	} else {
		switch fmt {
		case 'e', 'E':
			d.round(1 + prec)
		case 'f':
			d.round(d.exp + prec)
		case 'g', 'G':
			if prec == 0 {
				prec = 1
			}
			d.round(prec)
		}
	}
	switch fmt {
	case 'e', 'E':
		return appendScientific(buf, &d, prec, fmt)
	case 'f':
		return appendPoint(buf, &d, prec)
	case 'g', 'G':
		eprec := prec
		if eprec > len(d.mant) && len(d.mant) >= d.exp {
			eprec = len(d.mant)
		}
		if shortest {
			eprec = 6
		}
		if exp := d.exp - 1; exp < -4 || exp >= eprec {
			return appendScientific(buf, &d, min(prec, len(d.mant))-1, fmt+'e'-'g')
		}
		return appendPoint(buf, &d, max(min(prec, len(d.mant))-d.exp, 0))
	}
	if x.neg {
		buf = buf[:len(buf)-1] // the sign
	}
	return append(buf, '%', fmt)
}

// appendB: the mantissa as a decimal integer of prec bits, p, a binary exponent.
func (x *Float) appendB(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	m := x.mant
	if w := len(m) * wordBits; w < int(x.prec) {
		m = nat(nil).shl(m, uint(int(x.prec)-w))
	} else {
		m = nat(nil).shr(m, uint(w-int(x.prec)))
	}
	buf = append(append(buf, m.text(10)...), 'p')
	e := int64(x.exp) - int64(x.prec)
	if e >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, e, 10)
}

// appendX: 0x1.mantissa, p, a binary exponent.
func (x *Float) appendX(buf []byte, prec int) []byte {
	if x.form == zero {
		buf = append(buf, "0x0"...)
		if prec > 0 {
			buf = append(append(buf, '.'), strings.Repeat("0", prec)...)
		}
		return append(buf, "p+00"...)
	}
	n := 1 + 4*uint(max(prec, 0)) // bits
	if prec < 0 {
		n = 1 + (x.MinPrec()-1+3)/4*4
	}
	r := new(Float).SetPrec(n).SetMode(x.mode).Set(x)
	m := r.mant
	if w := uint(len(m)) * wordBits; w < n {
		m = nat(nil).shl(m, n-w)
	} else {
		m = nat(nil).shr(m, w-n)
	}
	digits := m.text(16)
	buf = append(buf, "0x1"...)
	if len(digits) > 1 {
		buf = append(append(buf, '.'), digits[1:]...)
	}
	return appendExponent(buf, 'p', int64(r.exp)-1)
}

// appendP: 0x.mantissa, p, a binary exponent.
func (x *Float) appendP(buf []byte) []byte {
	if x.form == zero {
		return append(buf, '0')
	}
	m := x.mant
	i := 0
	for i < len(m) && m[i] == 0 {
		i++
	}
	buf = append(buf, "0x."...)
	buf = append(buf, strings.TrimRight(nat(m[i:]).text(16), "0")...)
	buf = append(buf, 'p')
	if x.exp >= 0 {
		buf = append(buf, '+')
	}
	return strconv.AppendInt(buf, int64(x.exp), 10)
}

// Format formats x for fmt: verbs e, E, f, F, g, G, b, p, x and v, with the flags + - space 0, width and precision, as it
// does floats.
func (x *Float) Format(s fmt.State, format rune) {
	prec, hasPrec := s.Precision()
	if !hasPrec {
		prec = 6
	}
	switch format {
	case 'e', 'E', 'f', 'b', 'p', 'x':
	case 'F':
		format = 'f'
	case 'v':
		format = 'g'
		fallthrough
	case 'g', 'G':
		if !hasPrec {
			prec = -1
		}
	case 's':
		fallthrough
	default:
		fmt.Fprintf(s, "%%!%c(*big.Float=%s)", format, x.String())
		return
	}
	text := x.Append(nil, byte(format), prec)
	sign := ""
	switch {
	case text[0] == '-':
		sign, text = "-", text[1:]
	case text[0] == '+': // +Inf
		sign = "+"
		if s.Flag(' ') {
			sign = " "
		}
		text = text[1:]
	case s.Flag('+'):
		sign = "+"
	case s.Flag(' '):
		sign = " "
	}
	padding := 0
	if width, ok := s.Width(); ok && width > len(sign)+len(text) {
		padding = width - len(sign) - len(text)
	}
	switch {
	case s.Flag('0') && !x.IsInf():
		io.WriteString(s, sign+strings.Repeat("0", padding)+string(text))
	case s.Flag('-'):
		io.WriteString(s, sign+string(text)+strings.Repeat(" ", padding))
	default:
		io.WriteString(s, strings.Repeat(" ", padding)+sign+string(text))
	}
}

// ---- and back ----

// SetString sets z to a number as Parse reads it with base 0. ok says whether all of s is one.
func (z *Float) SetString(s string) (*Float, bool) {
	if f, _, err := z.Parse(s, 0); err == nil {
		return f, true
	}
	return nil, false
}

// scan reads a number that is not infinite. Precision 0 becomes 64.
func (z *Float) scan(r io.ByteScanner, base int) (f *Float, b int, err error) {
	prec := z.prec
	if prec == 0 {
		prec = 64
	}
	z.form = zero
	if z.neg, err = scanSign(r); err != nil {
		return nil, 0, err
	}
	mantissa, b, count, err := nat(nil).scan(r, base, true)
	if err != nil {
		return nil, b, err
	}
	exp, ebase, err := scanExponent(r, true, base == 0)
	if err != nil {
		return nil, b, err
	}
	z.prec = prec
	if len(mantissa) == 0 {
		z.acc = Exact
		z.form = zero
		return z, b, nil
	}
	// mantissa * 2**twos * 5**fives
	twos, fives := int64(0), int64(0)
	if count < 0 {
		switch d := int64(count); b {
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
	if top := twos + int64(mantissa.bitLen()); top < MinExp || top > MaxExp {
		return nil, b, fmt.Errorf("exponent overflow")
	}
	const mostExact = 1 << 17 // fives beyond, the power has too many digits to be worked out
	switch {
	case fives > mostExact || fives < -mostExact:
		z.scaleByFives(mantissa, twos, fives)
	case fives == 0:
		z.setNat(z.neg, mantissa, twos, false)
	case fives > 0:
		z.setNat(z.neg, nat(nil).mul(mantissa, powerOfFive(uint64(fives))), twos, false)
	default:
		z.quoNat(z.neg, mantissa, twos, powerOfFive(uint64(-fives)), 0)
	}
	return z, b, nil
}

// scaleByFives sets z to mantissa * 2**twos * 5**fives, with a power that has 64 bits more than z.
func (z *Float) scaleByFives(mantissa nat, twos, fives int64) {
	n := fives
	if n < 0 {
		n = -n
	}
	power := new(Float).SetPrec(uint(z.prec) + 64).SetInt64(1)
	for square := new(Float).SetPrec(uint(z.prec) + 64).SetInt64(5); n > 0; n >>= 1 {
		if n&1 != 0 {
			power.Mul(power, square)
		}
		square.Mul(square, square)
	}
	m := new(Float).SetPrec(uint(mantissa.bitLen()))
	m.setNat(z.neg, mantissa, twos, false)
	if fives < 0 {
		z.Quo(m, power)
	} else {
		z.Mul(m, power)
	}
}

// Parse parses a number: a sign, a mantissa in base 2, 8, 10 or 16, or with base 0 as its prefix says, and an exponent of
// e, for powers of ten, or p, for powers of two; or Inf. It returns the base, too.
func (z *Float) Parse(s string, base int) (f *Float, b int, err error) {
	// fmt's way of writing it.
	if len(s) == 3 && (s == "Inf" || s == "inf") {
		return z.SetInf(false), 0, nil
	}
	if len(s) == 4 && (s[0] == '+' || s[0] == '-') && (s[1:] == "Inf" || s[1:] == "inf") {
		return z.SetInf(s[0] == '-'), 0, nil
	}
	r := strings.NewReader(s)
	if f, b, err = z.scan(r, base); err != nil {
		return nil, b, err
	}
	if ch, err := r.ReadByte(); err == nil {
		return nil, b, fmt.Errorf("expected end of string, found %q", ch)
	}
	return f, b, nil
}

// ParseFloat parses a number into a new Float of this precision and mode.
func ParseFloat(s string, base int, prec uint, mode RoundingMode) (f *Float, b int, err error) {
	return new(Float).SetPrec(prec).SetMode(mode).Parse(s, base)
}

// Scan reads a number for fmt, with the verbs b, e, E, f, F, g, G, v and s.
func (z *Float) Scan(s fmt.ScanState, ch rune) error {
	s.SkipSpace()
	_, _, err := z.scan(byteReader{s}, 0)
	return err
}

// MarshalText returns x in full precision, but neither precision nor mode.
func (x *Float) MarshalText() (text []byte, err error) {
	if x == nil {
		return []byte("<nil>"), nil
	}
	return x.Append(nil, 'g', -1), nil
}

// UnmarshalText sets z to a number, rounded. Precision 0 becomes 64.
func (z *Float) UnmarshalText(text []byte) error {
	_, _, err := z.Parse(string(text), 0)
	if err != nil {
		err = fmt.Errorf("math/big: cannot unmarshal %q into a *big.Float (%v)", text, err)
	}
	return err
}

// GobEncode returns all of x: version, flags, precision, and for finite numbers exponent and mantissa.
func (x *Float) GobEncode() ([]byte, error) {
	if x == nil {
		return nil, nil
	}
	b := byte(x.mode&7)<<5 | byte((x.acc+1)&3)<<3 | byte(x.form&3)<<1
	if x.neg {
		b |= 1
	}
	buf := binary.BigEndian.AppendUint32([]byte{floatGobVersion, b}, x.prec)
	if x.form == finite {
		n := int((x.prec + wordBits - 1) / wordBits)
		if n > len(x.mant) {
			n = len(x.mant)
		}
		buf = binary.BigEndian.AppendUint32(buf, uint32(x.exp))
		for _, w := range reversed(x.mant[len(x.mant)-n:]) {
			buf = binary.BigEndian.AppendUint64(buf, uint64(w))
		}
	}
	return buf, nil
}

func reversed(m nat) nat {
	r := make(nat, len(m))
	for i, w := range m {
		r[len(m)-1-i] = w
	}
	return r
}

// GobDecode sets z to what GobEncode gave, rounded if z has a precision of its own.
func (z *Float) GobDecode(buf []byte) error {
	if len(buf) == 0 {
		*z = Float{}
		return nil
	}
	if len(buf) < 6 {
		return errors.New("Float.GobDecode: buffer too small")
	}
	if buf[0] != floatGobVersion {
		return fmt.Errorf("Float.GobDecode: encoding version %d not supported", buf[0])
	}
	oldPrec, oldMode := z.prec, z.mode
	b := buf[1]
	z.mode = RoundingMode(b >> 5 & 7)
	z.acc = Accuracy(b>>3&3) - 1
	z.form = form(b >> 1 & 3)
	z.neg = b&1 != 0
	z.prec = binary.BigEndian.Uint32(buf[2:])
	if z.form == finite {
		if len(buf) < 10 {
			return errors.New("Float.GobDecode: buffer too small for finite form float")
		}
		z.exp = int32(binary.BigEndian.Uint32(buf[6:]))
		z.mant = nat(nil).setBytes(buf[10:])
		if len(z.mant) == 0 || z.mant[len(z.mant)-1]>>63 == 0 {
			return errors.New("Float.GobDecode: msb not set")
		}
	}
	if oldPrec != 0 {
		z.mode = oldMode
		z.SetPrec(uint(oldPrec))
	}
	return nil
}
